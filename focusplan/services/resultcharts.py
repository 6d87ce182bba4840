"""Minutes and results as bars: a week each, or a month each where the period is long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from focusplan import i18n
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week, span
from focusplan.i18n import _, duration, number, week_range
from focusplan.resultanswers import Bar, Chart
from focusplan.services.resultrows import Sums, WeekRow, of_networks, sums
from focusplan.services.resultsentences import UNKNOWN, Words, month_of_week, month_words

MOST_BARS = 26
"""So many weeks stand side by side; from then on a bar is a month."""


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
    weeks = span(first, last)
    if len(weeks) <= MOST_BARS:
        return tuple(_Slot(str(week.number), week_range(week.monday), (week,)) for week in weeks)
    found: dict[tuple[int, int], tuple[Week, ...]] = {}
    for week in weeks:
        month = month_of_week(week)
        found[month] = (*found.get(month, ()), week)
    return tuple(
        _Slot(i18n.month_name_short(month[1]), month_words(month, facts.moment.day), among)
        for month, among in found.items()
    )


def _bars(
    facts: Snapshot, rows: Iterable[WeekRow], slots: Iterable[_Slot], value: Callable[[Sums], int | None]
) -> tuple[Bar, ...]:
    shown, found = list(rows), []
    for slot in slots:
        mine = [row for row in shown if row.week in slot.weeks]
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
    weeks = {row.week for row in rows if row.minutes}
    most = max(weeks, key=lambda week: sum(row.minutes for row in rows if row.week == week), default=None)
    if most is None:
        return _("No minutes were noted.")
    text = _("{time} in all, in {count} of {weeks} weeks; the most, {most}, in the week of {week}.")
    return text.format(
        time=duration(total.minutes),
        count=number(len(weeks)),
        weeks=number(sum(len(slot.weeks) for slot in slots)),
        most=duration(sum(row.minutes for row in rows if row.week == most)),
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
