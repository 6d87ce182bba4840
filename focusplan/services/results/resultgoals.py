"""Goals over time: their weeks within the period, and each change of a target with its reason."""

from __future__ import annotations

from typing import Any

from focusplan.domain.adoption import Adoption
from focusplan.domain.goals import Goal
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.targets import of_goal
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import GoalLine
from focusplan.services.roads.goalhistory import change_sentences
from focusplan.services.roads.goalviews import goal_views

STATES = ("mastered", "active")


def goal_lines(
    facts: Snapshot, catalogue: Catalogue, first: Week, last: Week
) -> tuple[GoalLine, ...]:
    """The goals of the networks being learnt and running well."""
    found: list[GoalLine] = []
    for state in STATES:
        for run in facts.in_state(state):
            for view in goal_views(facts, catalogue, run, first):
                end = _end(run, view.id, last)
                weeks = tuple(one for one in view.weeks if first <= one.week <= end)
                if not weeks and state == "mastered":
                    continue
                changes = change_sentences(facts, _goal(facts, run, view.id))
                name = catalogue.name(run.network)
                found.append(
                    GoalLine(f"{run.network}_{view.id}", name, view.text, view.line, weeks, changes)
                )
    return tuple(found)


def _end(run: Adoption, goal_id: str, last: Week) -> Week:
    """The goals of the road were walked until they earned it; from then on upkeep counts."""
    if goal_id == "upkeep" or run.mastered_week is None:
        return last
    return min(last, run.mastered_week)


def _goal(facts: Snapshot, run: Adoption, goal_id: str) -> Goal:
    return next(goal for goal in facts.goals_of(run) if goal.goal == goal_id)


def changes_json(facts: Snapshot, run: Adoption, goal_id: str) -> list[dict[str, Any]]:
    """Every change of a goal's target, the first included (old None)."""
    rows = of_goal(_goal(facts, run, goal_id), facts.targets)
    return [
        {"old": rows[at - 1].value if at else None, "new": row.value, "from": str(row.from_week),
         "reason": row.reason}
        for at, row in enumerate(rows)
    ]  # fmt: skip
