"""Rows of imported files beside those the plan holds, and what they do to its weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from focusplan.domain.evidence import FIGURES, Evidence, figures_of
from focusplan.domain.pauses import closed
from focusplan.domain.readings import (
    FileFigures,
    WeekChange,
    change,
    covers,
    merged,
    week_figures,
    week_in,
)
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.services.weeks import recording
from focusplan.store.store import Work

_Key = tuple[object, ...]
"""Kind, item, first and last day; a row with an item of its own is known by kind and item alone."""
_AT_ONCE = 5_000
"""Rows between two beats."""


@dataclass
class Counts:
    """How many rows of a file are new, hold other figures than before, or are held just so."""

    new: int = 0
    updated: int = 0
    same: int = 0


@dataclass(frozen=True)
class FileChanges:
    """What became of the rows of one network: those that are there now, and those they took the place of."""

    network: str
    now: Sequence[FileFigures]
    before: Sequence[FileFigures]


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
    """Takes up the rows of one file after another, then says what they change. `beat` is told of how many
    rows something was done since."""

    def __init__(self, work: Work, facts: Snapshot, beat: Callable[[int], object]) -> None:
        self._work, self._facts, self._beat = work, facts, beat
        self._networks: dict[str, _Network] = {}

    def add(self, network: str, rows: Sequence[FileFigures], first: date | None, last: date | None) -> Counts:
        """Take up the rows of a table that reaches from `first` to `last`."""
        counts = Counts()
        if not rows:
            return counts
        one = self._network(network)
        if first is not None and last is not None:
            one.spans.append((first, last))
        for start in range(0, len(rows), _AT_ONCE):
            self._add_some(one, rows[start : start + _AT_ONCE], counts)
        return counts

    def _add_some(self, one: _Network, rows: Sequence[FileFigures], counts: Counts) -> None:
        self._beat(len(rows))
        keys = list(map(_key, rows))
        if one.after.keys().isdisjoint(keys) and len(set(keys)) == len(keys):
            one.after.update(zip(keys, rows, strict=True))
            one.touched.update(_weeks(rows))
            counts.new += len(keys)
            return
        for key, row in zip(keys, rows, strict=True):
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

    def _network(self, network: str) -> _Network:
        if network not in self._networks:
            self._networks[network] = _Network(self._work, network)
        return self._networks[network]

    @staticmethod
    def _touch(one: _Network, row: FileFigures) -> None:
        week = week_in(row)
        if week is not None:
            one.touched.add(week)

    def store(self) -> list[FileChanges]:
        """Keep the rows that differ; answers what that changed, by network."""
        made = []
        for network, one in self._networks.items():
            moved = [
                row
                for key, row in one.before.items()
                if (now := one.after[key]) is not row and (now.first, now.last) != (row.first, row.last)
            ]
            for row in moved:
                self._work.remove(row)
            differing = [row for key, row in one.after.items() if one.before.get(key) is not row]
            differing.sort(key=attrgetter("item"))  # in the order of the table it is many times faster
            differing.sort(key=attrgetter("kind"))
            old = [row for key, row in one.before.items() if one.after[key] is not row]
            self._work.put_all(self._counted(differing), FileFigures)
            if differing:
                made.append(FileChanges(network, differing, old))
        return made

    def _counted(self, rows: Sequence[FileFigures]) -> Iterator[FileFigures]:
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            self._beat(len(some))
            yield from some

    def changes(self) -> list[WeekChange]:
        """What the rows do to the figures of the weeks, in order."""
        found: list[WeekChange] = []
        for network, one in sorted(self._networks.items()):
            before, after = _by_week(one.before, one.touched), _by_week(one.after, one.touched)
            for week in sorted(one.touched):
                if week > self._facts.week:
                    continue
                kept, now = week_figures(before.get(week, ())), week_figures(after.get(week, ()))
                self._beat(0)
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
    if row.item and row.first == row.last:
        return (row.kind, row.item)
    return (row.kind, row.item, row.first, row.last)


def _by_week(rows: dict[_Key, FileFigures], weeks: set[Week]) -> dict[Week, list[FileFigures]]:
    by_days: dict[tuple[date, date], list[FileFigures]] = {}
    for row in rows.values():
        days = (row.first, row.last)
        if days in by_days:
            by_days[days].append(row)
        else:
            by_days[days] = [row]
    found: dict[Week, list[FileFigures]] = {}
    for some in by_days.values():
        week = week_in(some[0])
        if week is not None and week in weeks:
            found.setdefault(week, []).extend(some)
    return found


def _weeks(rows: Sequence[FileFigures]) -> set[Week]:
    """The weeks in which rows lie."""
    days = {row.first: row for row in rows if row.first == row.last}
    long = [row for row in rows if row.first != row.last]
    return {week for week in map(week_in, (*days.values(), *long)) if week is not None}
