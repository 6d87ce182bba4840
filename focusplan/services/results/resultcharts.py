"""Minutes and results as bars: a week each, or a month, a quarter, a year where the period is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from focusplan import i18n
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week, span
from focusplan.i18n import _, duration, number, pgettext, week_range
from focusplan.resultanswers import Bar, Chart
from focusplan.services.results.resultrows import Sums, WeekRow, of_networks, sums
from focusplan.services.results.resultsentences import UNKNOWN, Words, dates, month_of_week, month_words

K = TypeVar("K")
MOST_BARS = 26
"""So many bars stand side by side at most."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """What one bar stands for."""

    label: str
    when: str
    weeks: tuple[Week, ...]


def charts(
    facts: Snapshot, rows: Sequence[WeekRow], weeks: tuple[Week, Week], words: Words
) -> tuple[Chart, ...]:
    """Time spent on the networks, and below it what it brought; the newsletter is in neither."""
    shown = of_networks(rows)
    slots = _slots(facts, *weeks)
    many = i18n.heading(words[1])
    time, brought = _bars(facts, shown, slots, _minutes), _bars(facts, shown, slots, _results)
    return (
        Chart("minutes", _("Time"), _("minutes"), time, _time_spoken(shown, slots)),
        Chart("results", many, words[1], brought, _results_spoken(shown, words)),
    )


def _slots(facts: Snapshot, first: Week, last: Week) -> tuple[_Slot, ...]:
    """Weeks, else months, else quarters, else years: whichever are few enough to stand side by side."""
    weeks = span(first, last)
    if len(weeks) <= MOST_BARS:
        return tuple(_Slot(str(week.number), week_range(week.monday), (week,)) for week in weeks)
    months = _grouped(weeks, month_of_week)
    if len(months) <= MOST_BARS:
        today = facts.moment.day
        return tuple(
            _Slot(i18n.month_name_short(month[1]), month_words(month, today), among)
            for month, among in months.items()
        )
    quarters = _grouped(weeks, _quarter)
    if len(quarters) <= MOST_BARS:
        return tuple(
            _Slot(_quarter_words(quarter), dates(among[0], among[-1]), among)
            for quarter, among in quarters.items()
        )
    years = _grouped(weeks, lambda week: month_of_week(week)[0])
    return tuple(_Slot(str(year), str(year), among) for year, among in years.items())


def _grouped(weeks: Iterable[Week], key: Callable[[Week], K]) -> dict[K, tuple[Week, ...]]:
    found: dict[K, tuple[Week, ...]] = {}
    for week in weeks:
        found[key(week)] = (*found.get(key(week), ()), week)
    return found


def _quarter(week: Week) -> tuple[int, int]:
    year, month = month_of_week(week)
    return year, (month + 2) // 3


def _quarter_words(quarter: tuple[int, int]) -> str:
    """Such as `Q1 26`."""
    text = pgettext("quarter of a year", "Q{quarter} {year}")
    return text.format(quarter=quarter[1], year=f"{quarter[0] % 100:02}")


def _bars(
    facts: Snapshot, rows: Iterable[WeekRow], slots: Iterable[_Slot], value: Callable[[Sums], int | None]
) -> tuple[Bar, ...]:
    by_week: dict[Week, list[WeekRow]] = {}
    for row in rows:
        by_week.setdefault(row.week, []).append(row)
    found = []
    for slot in slots:
        mine = [row for week in slot.weeks for row in by_week.get(week, ())]
        paused = all(week in facts.pauses for week in slot.weeks)
        known = value(sums(mine))
        state = "running" if facts.week in slot.weeks else ""
        if paused and not mine:
            state, known = "paused", None
        text = UNKNOWN if known is None else number(known)
        found.append(Bar(slot.label, slot.when, known, text, state))
    return tuple(found)


def _minutes(total: Sums) -> int | None:
    return total.minutes


def _results(total: Sums) -> int | None:
    return total.results


def _time_spoken(rows: Sequence[WeekRow], slots: Sequence[_Slot]) -> str:
    """What a reader says instead of the bars."""
    total = sums(rows)
    weeks: Counter[Week] = Counter()
    for row in rows:
        weeks[row.week] += row.minutes
    weeks = +weeks
    most = max(weeks, key=lambda week: weeks[week], default=None)
    if most is None:
        return _("No minutes were noted.")
    text = _("{time} in all, in {count} of {weeks} weeks; the most, {most}, in the week of {week}.")
    return text.format(
        time=duration(total.minutes),
        count=number(len(weeks)),
        weeks=number(sum(len(slot.weeks) for slot in slots)),
        most=duration(weeks[most]),
        week=week_range(most.monday),
    )


def _results_spoken(rows: Sequence[WeekRow], words: Words) -> str:
    total = sums(rows)
    if total.results is None:
        return _("{results}: nothing counted yet.").format(results=i18n.heading(words[1]))
    text = _("{results}: {count} in {weeks} counted weeks.")
    return text.format(
        results=i18n.heading(words[1]), count=number(total.results), weeks=number(total.known)
    )
