"""Pausing weeks and taking them up again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from focusplan.domain.errors import Refused
from focusplan.domain.pauses import LATE_DAYS, UNPLANNED_MOST, WINDOW, Pause
from focusplan.domain.weeks import Week, span

LONGEST = 520
"""Weeks one pause may reach ahead; longer is a slip of the keyboard."""
ASK_AFTER = 6
"""After so many paused weeks in a row the program asks whether to go on."""


def new_pauses(
    first: Week, last: Week, today: date, pauses: Mapping[Week, Pause], begun: Week, reason: str = ""
) -> tuple[Pause, ...]:
    """The pauses that this wish adds; weeks paused already stay as they are. Weeks after the running one are
    planned, the others unplanned. `begun` is the week the plan was made in.

    Refused: pause_order, pause_too_long, pause_before_plan, pause_too_late, pause_most, pause_same.
    """
    present = Week.of(today)
    if last < first:
        raise Refused("pause_order")
    if last - present > LONGEST:
        raise Refused("pause_too_long", most=LONGEST)
    if first < begun:
        raise Refused("pause_before_plan", week=first)
    fresh = [week for week in span(first, last) if week not in pauses]
    unplanned = [week for week in fresh if week <= present]
    for week in unplanned:
        if today > week.sunday + timedelta(days=LATE_DAYS):
            raise Refused("pause_too_late", week=week, days=LATE_DAYS)
    before = {pause.week for pause in pauses.values() if not pause.planned}
    if unplanned and crowded(before.union(unplanned)):
        raise Refused("pause_most", most=UNPLANNED_MOST, weeks=WINDOW)
    if not fresh:
        raise Refused("pause_same")
    return tuple(Pause(week, week > present, today, reason.strip()) for week in fresh)


def long_silence(week: Week, paused: Collection[Week]) -> bool:
    """Whether this paused week follows ASK_AFTER paused ones in a row: then the program asks how to go on."""
    return week in paused and all(week - back in paused for back in range(1, ASK_AFTER + 1))


def crowded(unplanned: Collection[Week]) -> bool:
    """Whether more than UNPLANNED_MOST of these weeks lie within any WINDOW weeks in a row."""
    weeks = sorted(unplanned)
    pairs = zip(weeks, weeks[UNPLANNED_MOST:], strict=False)
    return any(later - earlier < WINDOW for earlier, later in pairs)


def lifted(first: Week | None, today: date, pauses: Mapping[Week, Pause]) -> tuple[Week, ...]:
    """The paused weeks that have not begun, from `first` on, in order: these are taken up again."""
    present = Week.of(today)
    start = present + 1 if first is None else max(first, present + 1)
    return tuple(week for week in sorted(pauses) if week >= start)


def paused_in_a_row(week: Week, pauses: Mapping[Week, Pause]) -> int:
    """How many paused weeks end with this one."""
    count = 0
    while week - count in pauses:
        count += 1
    return count
