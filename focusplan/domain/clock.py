"""The clock: when it stands behind the plan, how long the gate then waits, and what a confirmation mends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Target, target_at
from focusplan.domain.pauses import Pause
from focusplan.domain.plan import ClockMark, Confirmation, Moment, Plan
from focusplan.domain.review import Review
from focusplan.domain.road import first_goal_week
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week

TOLERANCE = timedelta(hours=26)
"""How far the clock may stand behind the latest action: a journey round the world, and a little."""
WAIT_DAYS = 7
"""Days the gate waits after a confirmation."""


def behind(mark: ClockMark, moment: Moment) -> bool:
    """Whether the clock stands so far behind the latest action that one of them must be wrong."""
    return mark.at - moment.at > TOLERANCE


def waits_until(confirmations: Iterable[Confirmation]) -> date | None:
    """The first day on which the gate no longer waits for the newest confirmation; None without one."""
    days = [one.day + timedelta(days=WAIT_DAYS) for one in confirmations]
    return max(days, default=None)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a confirmation changes: rows as they stand afterwards, to be put over those with the same key,
    and targets to be added. Void ticks of items are not listed: every tick after the day is void."""

    plan: Plan | None
    adoptions: tuple[Adoption, ...]
    steps: tuple[StepState, ...]
    openings: tuple[Opening, ...]
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    pauses: tuple[Pause, ...]
    evidence: tuple[Evidence, ...]
    reviews: tuple[Review, ...]
    unmastered: tuple[str, ...]
    """Networks whose mastery was dated later: back to active, or to parked beside another active one."""


def undo_future(facts: Snapshot, day: date) -> Correction:
    """What the owner's word that today is `day` does to everything dated later.

    Figures, ticks, reviews and masteries so dated never count; the plan's first Monday, starts, openings,
    retirements and pauses take the confirmed day. What follows from these days (a goal's first week, its
    first target) moves with them, so that nobody is locked out until the wrong year has come.
    """
    unmastered = [run for run in facts.in_state("mastered") if run.mastered_on and run.mastered_on > day]
    openings = tuple(_taking(one, day, "day") for one in facts.openings if one.day > day)
    goals = _goals(facts, day, openings, unmastered)
    return Correction(
        plan=_taking(facts.plan, day, "first_day") if facts.plan.first_day > day else None,
        adoptions=_adoptions(facts, day, unmastered),
        steps=tuple(replace(s, void=True) for s in facts.steps if not s.void and _later(s, day)),
        openings=openings,
        goals=goals,
        targets=_targets(facts, day),
        pauses=tuple(_taking(one, day, "made_on") for one in facts.pauses.values() if one.made_on > day),
        evidence=tuple(replace(e, void=True) for e in facts.evidence if not e.void and _dated(e, day)),
        reviews=tuple(
            replace(r, void=True)
            for r in facts.reviews.values()
            if not r.void and (r.made_on > day or r.week > Week.of(day))
        ),
        unmastered=tuple(run.network for run in unmastered),
    )


def _taking(fact: Any, day: date, *fields: str) -> Any:
    """The fact with those of its dates that lie after the day set to it."""
    late = {name: day for name in fields if getattr(fact, name) and getattr(fact, name) > day}
    return replace(fact, **late)


def _later(step: StepState, day: date) -> bool:
    made = step.made_on or step.done_on
    return step.done_on is not None and (step.done_on > day or (made is not None and made > day))


def _dated(row: Evidence, day: date) -> bool:
    return row.week > Week.of(day) or (row.made_on is not None and row.made_on > day)


def _adoptions(facts: Snapshot, day: date, unmastered: Iterable[Adoption]) -> tuple[Adoption, ...]:
    """Runs with a date after the day; a mastery so dated goes back to active, to parked beside another."""
    undone = {run.id for run in unmastered}
    taken = facts.active is not None
    changed: list[Adoption] = []
    for run in facts.adoptions:
        fresh: Adoption = _taking(run, day, "started_on", "retired_on", "taken_back_on")
        if run.id in undone:
            fresh = replace(
                fresh, state="parked" if taken else "active", mastered_week=None, mastered_on=None
            )
            taken = True
        if fresh != run:
            changed.append(fresh)
    return tuple(changed)


def _goals(
    facts: Snapshot, day: date, openings: Iterable[Opening], unmastered: Iterable[Adoption]
) -> tuple[Goal, ...]:
    """Goals whose first week follows from an opening or a mastery that was dated later."""
    undone = {run.id for run in unmastered}
    by_run: dict[int, dict[str, Opening]] = {}
    for one in (*facts.openings, *openings):
        by_run.setdefault(one.adoption, {})[one.stage] = one
    changed: list[Goal] = []
    for goal in facts.goals:
        first = first_goal_week(goal.goal, by_run.get(goal.adoption, {}))
        if goal.kind == "upkeep":
            first = None if goal.adoption in undone else goal.from_week
        if goal.from_week is not None and goal.from_week > Week.of(day) and first != goal.from_week:
            changed.append(replace(goal, from_week=first))
    return tuple(changed)


def _targets(facts: Snapshot, day: date) -> tuple[Target, ...]:
    """The first target of each goal, again from this week on, where it was dated later."""
    found: list[Target] = []
    for goal in facts.goals:
        rows = sorted((row for row in facts.targets if row.goal == goal.id), key=lambda row: row.id)
        if rows and goal.kind != "outcome" and target_at(rows, goal.id, Week.of(day)) is None:
            found.append(Target(0, goal.id, Week.of(day), rows[0].value, day))
    return tuple(found)
