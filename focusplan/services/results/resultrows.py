"""The figures behind Results: minutes and evidence by week and network, and their sums over some weeks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.evidence import FIGURES, Evidence
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import middle
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item, minutes_taken, ticked
from focusplan.domain.weeks import Week, span
from focusplan.store.store import Work

UNKNOWN_SOURCE = "unknown_source."
"""How the notes begin that hold what came in without anybody knowing from where, by week and figure."""
UNSOURCED = ("enquiries", "customers")
SUMMED = ("posts", "received", "answered_in_time", "enquiries", "customers", "sales")
"""Figures that may be added up; people who saw it and followers never are."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week of a network; `network` is empty for work that belongs to none. Figures are None where unknown,
    `sales` in hundredths."""

    week: Week
    network: str
    minutes: int
    figures: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Sums:
    """Some rows together. `seen` is the median of the weeks whose figure is known (`seen_weeks` of them),
    `audience` the latest; `known` and `missing` count the weeks whose results are known, or not though
    there was work; `counted` are the minutes of the known ones, what an hour brought goes by them;
    `no_customers` counts the weeks with work whose customers are not known."""

    minutes: int = 0
    figures: Mapping[str, int | None] = field(default_factory=dict)
    seen: int | None = None
    seen_weeks: int = 0
    audience: int | None = None
    known: int = 0
    missing: int = 0
    counted: int = 0
    no_customers: int = 0

    @property
    def results(self) -> int | None:
        """Results, None where no week's are known."""
        return self.figures.get("enquiries")

    @property
    def customers(self) -> int | None:
        """Customers, None where no week's are known."""
        return self.figures.get("customers")


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes outside the hours, on Saturdays and Sundays, and in the apps as far as typed (None: never)."""

    outside: int
    weekend: int
    phone: int | None
    minutes: int


def week_rows(work: Work, facts: Snapshot, start: Week, end: Week) -> tuple[WeekRow, ...]:
    """Every week and network in which something was done or typed, weeks in order, networks by name."""
    minutes, typed = _minutes(work, start, end), _typed(facts.evidence, set(span(start, end)))
    return tuple(
        _row(facts, network, week, minutes.get((network, week), 0), typed.get((network, week), ()))
        for network, week in sorted({*minutes, *typed}, key=lambda key: (key[1], key[0]))
    )


def _minutes(work: Work, start: Week, end: Week) -> Mapping[tuple[str, Week], int]:
    """Minutes by network and week; those of no network stand under an empty name."""
    found: dict[tuple[str, Week], int] = {}
    for item in work.between(Item, "week", start, end):
        if ticked(item) and ((taken := minutes_taken([item])) or (item.person and item.network)):
            _add(found, item.network or "", item.week, taken)
    for entry in work.between(TimeEntry, "day", start.monday, end.sunday):
        if entry.source != "phone":
            _add(found, entry.network, entry.week, entry.minutes)
    return found


def _add(found: dict[tuple[str, Week], int], network: str, week: Week, minutes: int) -> None:
    found[network, week] = found.get((network, week), 0) + minutes


def _typed(
    rows: Iterable[Evidence], weeks: Collection[Week]
) -> Mapping[tuple[str, Week], tuple[Evidence, ...]]:
    """Figures by network and week, late ones after those typed in time; void ones left out."""
    found: dict[tuple[str, Week], tuple[Evidence, ...]] = {}
    for row in sorted(rows, key=lambda one: one.late):
        if row.week in weeks and not row.void:
            found[row.network, row.week] = (*found.get((row.network, row.week), ()), row)
    return found


def _row(facts: Snapshot, network: str, week: Week, minutes: int, typed: Iterable[Evidence]) -> WeekRow:
    """One week of one network: the later figure is shown where both are known."""
    figures: dict[str, int | None] = dict.fromkeys(FIGURES)
    for one in typed:
        figures.update({name: value for name in FIGURES if (value := getattr(one, name)) is not None})
    ticks = facts.ticks.get((network, week))
    if figures["posts"] is None and ticks is not None and ticks.posts:
        figures["posts"] = ticks.posts
    return WeekRow(week, network, minutes, figures)


def sums(rows: Iterable[WeekRow]) -> Sums:
    """These rows together; a figure nobody typed stays unknown."""
    shown = list(rows)
    figures: dict[str, int | None] = {}
    for name in SUMMED:
        known = [value for row in shown if (value := row.figures[name]) is not None]
        figures[name] = sum(known) if known else None
    seen = [value for row in shown if (value := row.figures["reach"]) is not None]
    usual = middle(seen)
    followers = [value for row in shown if (value := row.figures["audience"]) is not None]
    counted = {row.week for row in shown if row.figures["enquiries"] is not None}
    worked = {row.week for row in shown if row.network and row.minutes}
    return Sums(
        minutes=sum(row.minutes for row in shown),
        figures=figures,
        seen=None if usual is None else round(usual),
        seen_weeks=len(seen),
        audience=followers[-1] if followers else None,
        known=len(counted),
        missing=len(worked - counted),
        counted=sum(row.minutes for row in shown if _is_counted(row, counted)),
        no_customers=len(worked - {row.week for row in shown if row.figures["customers"] is not None}),
    )


def _is_counted(row: WeekRow, weeks: Collection[Week]) -> bool:
    """Whether the row's results are known; work that belongs to no network goes with its week."""
    return row.figures["enquiries"] is not None if row.network else row.week in weeks


def of_networks(rows: Iterable[WeekRow]) -> tuple[WeekRow, ...]:
    """All rows but the newsletter's: what social networks took and brought."""
    return tuple(row for row in rows if row.network != YARDSTICK)


def of_newsletter(rows: Iterable[WeekRow]) -> tuple[WeekRow, ...]:
    """The rows of the yardstick channel."""
    return tuple(row for row in rows if row.network == YARDSTICK)


def unsourced(work: Work, start: Week, end: Week) -> Mapping[str, int | None]:
    """Results and customers of these weeks whose source nobody knows; None where nothing was typed."""
    found: dict[str, int | None] = dict.fromkeys(UNSOURCED)
    for note in work.notes(UNKNOWN_SOURCE):
        if note.text.isdecimal():
            week, _dot, figure = note.key.removeprefix(UNKNOWN_SOURCE).partition(".")
            if figure in UNSOURCED and start <= Week.parse(week) <= end:
                found[figure] = (found[figure] or 0) + int(note.text)
    return found


def balance(work: Work, start: Week, end: Week) -> Balance:
    """How the work lies beside the hours that were planned for it. Of a line from paper only the week is
    known, so it counts for no day."""
    entries = work.between(TimeEntry, "day", start.monday, end.sunday)
    worked = [entry for entry in entries if entry.source != "phone"]
    phone = [entry.minutes for entry in entries if entry.source == "phone"]
    items = [item for item in work.between(Item, "week", start, end) if item.done]
    weekend = sum(entry.minutes for entry in worked if entry.source != "paper" and _weekend(entry.day))
    weekend += sum(minutes_taken([item]) for item in items if _weekend(item.day or item.done_on))
    return Balance(
        outside=sum(entry.minutes for entry in worked if entry.outside),
        weekend=weekend,
        phone=sum(phone) if phone else None,
        minutes=sum(entry.minutes for entry in worked) + minutes_taken(items),
    )


def _weekend(day: date | None) -> bool:
    return day is not None and day.weekday() >= SATURDAY
