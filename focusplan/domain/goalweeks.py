"""Weeks judged against a goal: met, missed, paused or left out, and whether the goal held at each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from focusplan.domain.goals import Ticks
from focusplan.domain.pauses import UNPLANNED_MOST, WINDOW
from focusplan.domain.weeks import Week

BASELINE_WEEKS = 4
"""Active weeks of just counting before an outcome goal gets its first target."""

EXCUSABLE = ("habit", "upkeep")
"""Kinds of goal for which a week after a pause, with a public holiday or in crisis mode may be left out."""


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What is known of one ended week of one goal. `excuse`: holiday, pause, crisis or empty; it matters
    only when the week is not met. Figures are typed ones, None where unknown; `target` is that in force."""

    week: Week
    paused: bool = False
    excuse: str = ""
    target: int | None = None
    posts: int | None = None
    received: int | None = None
    answered: int | None = None
    enquiries: int | None = None
    ticks: Ticks = field(default_factory=Ticks)


@dataclass(frozen=True, slots=True)
class GoalWeek:
    """A judged week: result met, missed, paused, left_out or, in an outcome's baseline, counting. `figure`
    is what the week brought, `held` whether the goal held at its end, `kept` the met weeks among the last n
    counted ones (habits, responses, upkeep) or the sum over the last n active ones (outcomes)."""

    week: Week
    result: str
    figure: int | None
    target: int | None
    held: bool
    kept: int


def posts_of(row: WeekFacts) -> int | None:
    """Posts of a week: as typed, else as ticked; None where neither says anything."""
    return row.posts if row.posts is not None else row.ticks.posts or None


def answered_in_time(row: WeekFacts) -> bool:
    """Whether a response week is met: nobody wrote, or nine in ten (from three up all but one) were answered
    in time, or with nothing typed all its answering items are ticked."""
    if row.received is None and row.answered is None:
        return 0 < row.ticks.answers == row.ticks.answers_done
    if row.received is None:
        return False
    if row.received == 0:
        return True
    if row.answered is None:
        return False
    all_but_one = row.received >= 3 and row.answered >= row.received - 1
    return all_but_one or row.answered * 10 >= row.received * 9


def met(kind: str, row: WeekFacts) -> bool:
    """Whether a week of a habit, response or upkeep goal reached its target."""
    if kind == "response":
        return answered_in_time(row)
    if kind == "upkeep" and 0 < row.ticks.upkeep == row.ticks.upkeep_done:
        return True
    posts = posts_of(row)
    return row.target is not None and posts is not None and posts >= row.target


def judged(kind: str, k: int | None, n: int, rows: Iterable[WeekFacts]) -> tuple[GoalWeek, ...]:
    """Each week of a goal from its first one on, in order, judged with what came before it."""
    return _outcome(n, rows) if kind == "outcome" else _rhythm(kind, k or n, n, rows)


def _rhythm(kind: str, k: int, n: int, rows: Iterable[WeekFacts]) -> tuple[GoalWeek, ...]:
    window: deque[bool] = deque(maxlen=n)
    left_out: list[Week] = []
    found: list[GoalWeek] = []
    for row in rows:
        result = _result(kind, row, left_out)
        if result in ("met", "missed"):
            window.append(result == "met")
        kept = sum(window)
        found.append(GoalWeek(row.week, result, _figure(kind, row), row.target, kept >= k, kept))
    return tuple(found)


def _result(kind: str, row: WeekFacts, left_out: list[Week]) -> str:
    """The result of one week; one left out after a pause or in crisis mode is noted in `left_out`."""
    if row.paused:
        return "paused"
    if met(kind, row):
        return "met"
    if kind not in EXCUSABLE or not row.excuse:
        return "missed"
    if row.excuse == "holiday":
        return "left_out"
    if sum(week > row.week - WINDOW for week in left_out) >= UNPLANNED_MOST:
        return "missed"
    left_out.append(row.week)
    return "left_out"


def _figure(kind: str, row: WeekFacts) -> int | None:
    return row.answered if kind == "response" else posts_of(row)


def _outcome(n: int, rows: Iterable[WeekFacts]) -> tuple[GoalWeek, ...]:
    window: deque[int] = deque(maxlen=n)
    active, held = 0, False
    found: list[GoalWeek] = []
    for row in rows:
        if row.paused:
            found.append(GoalWeek(row.week, "paused", row.enquiries, row.target, held, sum(window)))
            continue
        active += 1
        window.append(row.enquiries or 0)
        total = sum(window)
        held = active >= BASELINE_WEEKS and row.target is not None and total >= row.target
        result = "counting" if row.target is None else "met" if held else "missed"
        found.append(GoalWeek(row.week, result, row.enquiries, row.target, held, total))
    return tuple(found)


def active_weeks(weeks: Sequence[GoalWeek]) -> int:
    """How many of these weeks were not paused."""
    return sum(week.result != "paused" for week in weeks)


def counted_weeks(weeks: Sequence[GoalWeek]) -> int:
    """How many of these weeks were neither paused nor left out."""
    return sum(week.result not in ("paused", "left_out") for week in weeks)


def held_at(weeks: Sequence[GoalWeek], week: Week) -> bool:
    """Whether the goal held at the end of this week; False before its first week."""
    before = [one for one in weeks if one.week <= week]
    return bool(before) and before[-1].held
