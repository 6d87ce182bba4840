"""Rows of imported files beside those the plan holds, and what they do to its weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from focusplan.domain.evidence import FIGURES, Evidence, figures_of
from focusplan.domain.pauses import closed
from focusplan.domain.readings import (
    FileFigures,
    Reading,
    WeekChange,
    change,
    covers,
    merged,
    readings,
    week_figures,
    week_in,
)
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.services import recording
from focusplan.store.store import Work

_Key = tuple[str, str, date, date]
"""Kind, item, first and last day; a row with an item of its own is known by kind and item alone."""
_ANY = date.min


@dataclass
class Counts:
    """How many rows of a file are new, hold other figures than before, or are held just so."""

    new: int = 0
    updated: int = 0
    same: int = 0


class _Network:
    """The rows of one network: `before` as held, `after` with what the files say; `touched` are the weeks in
    which something differs."""

    def __init__(self, work: Work, network: str) -> None:
        held = work.file_figures(network, date.min, date.max)
        self.before = {_key(row): row for row in held}
        self.after = dict(self.before)
        self.touched: set[Week] = set()
        self.spans: list[tuple[date, date]] = []


class FileWeeks:
    """Takes up the rows of one file after another, then says what they change."""

    def __init__(self, work: Work, facts: Snapshot) -> None:
        self._work, self._facts = work, facts
        self._networks: dict[str, _Network] = {}

    def add(self, network: str, rows: Sequence[FileFigures], first: date | None, last: date | None) -> Counts:
        """Take up the rows of a table that reaches from `first` to `last`."""
        counts = Counts()
        if not rows:
            return counts
        one = self._networks.setdefault(network, _Network(self._work, network))
        if first is not None and last is not None:
            one.spans.append((first, last))
        for row in rows:
            key = _key(row)
            old = one.after.get(key)
            new = merged(old, row)
            moved = old is not None and (old.first, old.last) != (row.first, row.last)
            if moved:
                assert old is not None
                new = replace(new, first=row.first, last=row.last)
                self._touch(one, old)
            if new is old:
                counts.same += 1
                continue
            counts.new += old is None
            counts.updated += old is not None
            one.after[key] = new
            self._touch(one, new)
        return counts

    @staticmethod
    def readings(rows: Sequence[FileFigures]) -> tuple[Reading, ...]:
        """The figures of these rows."""
        return readings(rows)

    @staticmethod
    def _touch(one: _Network, row: FileFigures) -> None:
        week = week_in(row)
        if week is not None:
            one.touched.add(week)

    def store(self) -> None:
        """Keep the rows that differ."""
        for one in self._networks.values():
            for key, row in one.before.items():
                now = one.after[key]
                if (now.first, now.last) != (row.first, row.last):
                    self._work.remove(row)
            differing = (row for key, row in one.after.items() if one.before.get(key) is not row)
            self._work.put_all(differing, FileFigures)

    def changes(self) -> list[WeekChange]:
        """What the rows do to the figures of the weeks, in order."""
        found: list[WeekChange] = []
        for network, one in sorted(self._networks.items()):
            before, after = _by_week(one.before, one.touched), _by_week(one.after, one.touched)
            for week in sorted(one.touched):
                if week > self._facts.week:
                    continue
                kept, now = week_figures(before.get(week, ())), week_figures(after.get(week, ()))
                part = not any(covers(week, *span) for span in one.spans)
                found += self._week(network, week, kept, now, part)
        return found

    def _week(
        self, network: str, week: Week, kept: dict[str, int], now: dict[str, int], part: bool
    ) -> list[WeekChange]:
        row = self._row(network, week)
        ticks = self._facts.ticks.get((network, week))
        ticked = ticks.posts if ticks and not row.late else None
        wanted = [name for name in FIGURES if name in now or name in kept]
        made = (change(row, name, now.get(name), ticked, part, kept.get(name)) for name in wanted)
        return [one for one in made if one is not None and not self._held_in_time(one)]

    def _row(self, network: str, week: Week) -> Evidence:
        """What is held of a week; of a closed one what came late, for that is what can still change."""
        late = closed(week, self._facts.pauses, self._facts.moment.day)
        held = self._work.one(Evidence, network=network, week=week, late=late)
        return held if held is not None and not held.void else Evidence(network, week, late)

    def _held_in_time(self, one: WeekChange) -> bool:
        """Whether a closed week has this figure already, from the time when it still counted."""
        if not one.late or one.old is not None:
            return False
        row = self._work.one(Evidence, network=one.network, week=one.week, late=False)
        return row is not None and not row.void and figures_of(row)[one.figure] == one.new

    def counts(self, one: WeekChange) -> bool:
        """Whether the figure can count for a goal."""
        return not one.late and not recording.outside(self._facts.current(one.network), one.week)


def _key(row: FileFigures) -> _Key:
    span = (_ANY, _ANY) if row.item and row.first == row.last else (row.first, row.last)
    return (row.kind, row.item, *span)


def _by_week(rows: dict[_Key, FileFigures], weeks: set[Week]) -> dict[Week, list[FileFigures]]:
    found: dict[Week, list[FileFigures]] = {}
    for row in rows.values():
        week = week_in(row)
        if week is not None and week in weeks:
            found.setdefault(week, []).append(row)
    return found
