"""Changing a goal's target: harder soon, easier late and seldom, never for a week that has passed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from focusplan.domain.errors import Refused
from focusplan.domain.goals import Goal, Target, target_at
from focusplan.domain.goalweeks import BASELINE_WEEKS
from focusplan.domain.sentences import is_sentence
from focusplan.domain.weeks import Week, first_monday

EASING_NOTICE = 7
"""Days before an easier target is in force, at least."""
EASING_REST = 28
"""Days from the day an easing was made until the next may be made."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that may be made: `new` is in force from `starts` on, `old` until then (None: a first one)."""

    goal: int
    old: int | None
    new: int
    starts: Week
    easier: bool

    def target(self, made_on: date, reason: str = "") -> Target:
        """The row that makes this change."""
        return Target(0, self.goal, self.starts, self.new, made_on, reason.strip())


def harder(kind: str, new: int, old: int) -> bool:
    """Whether `new` asks more than `old`: fewer hours for a response, more of everything else."""
    return new < old if kind == "response" else new > old


def of_goal(goal: Goal, targets: Iterable[Target]) -> tuple[Target, ...]:
    """The target rows of one goal, in the order they were made."""
    return tuple(sorted((row for row in targets if row.goal == goal.id), key=lambda row: row.id))


def last_easing(goal: Goal, targets: Iterable[Target], today: date) -> date | None:
    """The day the newest easing was made, or None. One dated after today is from a wrong clock."""
    rows = of_goal(goal, targets)
    found: date | None = None
    for place, row in enumerate(rows):
        then = target_at(rows[:place], goal.id, Week.of(row.made_on) + 1)
        if then is not None and harder(goal.kind, then, row.value) and row.made_on <= today:
            found = row.made_on
    return found


def easing_again(goal: Goal, targets: Iterable[Target], today: date) -> date | None:
    """The first day on which this goal may be eased again, or None when it may be today."""
    made = last_easing(goal, targets, today)
    again = made + timedelta(days=EASING_REST) if made else today
    return again if again > today else None


def upcoming(goal: Goal, targets: Iterable[Target], today: date) -> Target | None:
    """The change that is made but not in force yet: the first later week with another target."""
    rows = of_goal(goal, targets)
    now = target_at(rows, goal.id, Week.of(today))
    for week in sorted({row.from_week for row in rows if row.from_week > Week.of(today)}):
        value = target_at(rows, goal.id, week)
        if value is not None and value != now:
            return next(row for row in reversed(rows) if row.from_week <= week)
    return None


def easing_starts(today: date) -> Week:
    """The week of the first Monday at least seven days away."""
    return Week.of(first_monday(today + timedelta(days=EASING_NOTICE)))


def changed(
    goal: Goal, targets: Iterable[Target], value: int, today: date, baseline: int = 0
) -> Edit:
    """What setting this target today would do. `baseline`: ended active weeks counted so far, for an outcome
    that has no target yet. The reason of an easing is asked by `checked`.

    Refused: goal_bounds, baseline_runs, goal_same, easing_too_soon.
    """
    rows = of_goal(goal, targets)
    present = Week.of(today)
    if not goal.least <= value <= goal.most:
        raise Refused("goal_bounds", least=goal.least, most=goal.most)
    soon = target_at(rows, goal.id, present + 1)
    if soon is None:
        if goal.kind == "outcome" and baseline < BASELINE_WEEKS:
            raise Refused("baseline_runs", left=BASELINE_WEEKS - baseline)
        return Edit(goal.id, None, value, present, False)
    now = target_at(rows, goal.id, present)
    old = soon if now is None else now
    if harder(goal.kind, value, soon):
        return Edit(goal.id, old, value, present + 1, False)
    if value == soon:
        later = _later(goal, rows, present + 1)
        if later is None:
            raise Refused("goal_same", target=value)
        return Edit(goal.id, old, value, later, False)
    again = easing_again(goal, rows, today)
    if again is not None:
        raise Refused("easing_too_soon", day=again)
    return Edit(goal.id, old, value, easing_starts(today), True)


def _later(goal: Goal, rows: Sequence[Target], week: Week) -> Week | None:
    """The first week after `week` whose target differs from that week's."""
    value = target_at(rows, goal.id, week)
    mondays = sorted({row.from_week for row in rows if row.from_week > week})
    return next((one for one in mondays if target_at(rows, goal.id, one) != value), None)


def withdrawn(goal: Goal, targets: Iterable[Target], today: date) -> Edit:
    """What taking back the change that is not in force yet would do: an easing is gone at once, a harder
    target is an easing itself. Refused: nothing_to_withdraw, easing_too_soon."""
    rows = of_goal(goal, targets)
    present = Week.of(today)
    now = target_at(rows, goal.id, present)
    soon = target_at(rows, goal.id, present + 1)
    if now is None or soon is None:
        raise Refused("nothing_to_withdraw")
    if _later(goal, rows, present + 1) is not None:
        return changed(goal, rows, soon, today)
    if soon == now:
        raise Refused("nothing_to_withdraw")
    return changed(goal, rows, now, today)


def checked(edit: Edit, reason: str) -> Edit:
    """The edit, once an easing comes with one sentence why. Refused: reason_needed."""
    if edit.easier and not is_sentence(reason):
        raise Refused("reason_needed")
    return edit
