"""Changing a goal inside a unit of work, and what it would do before it is made."""

from __future__ import annotations

from focusplan.domain.adoption import Adoption
from focusplan.domain.errors import Refused
from focusplan.domain.goalfacts import goal_weeks
from focusplan.domain.goals import Goal
from focusplan.domain.goalweeks import active_weeks
from focusplan.domain.playbook import GOAL_KINDS
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.targets import Edit, changed, checked, withdrawn
from focusplan.i18n import _, day_long
from focusplan.networkanswers import GoalChange
from focusplan.store.store import Work


def planned(facts: Snapshot, network: str, goal_id: str, target: int | None) -> tuple[Edit, GoalChange]:
    """The edit that setting `target` makes (None: withdrawing the change that waits), and its words.

    Refused: no_such_goal, goal_not_open, and what `domain.targets` refuses.
    """
    if goal_id not in GOAL_KINDS:
        raise Refused("no_such_goal", goal=goal_id)
    run, goal = _open_goal(facts, network, goal_id)
    day = facts.moment.day
    if target is None:
        edit = withdrawn(goal, facts.targets, day)
    else:
        baseline = active_weeks(goal_weeks(facts, run, goal))
        edit = changed(goal, facts.targets, target, day, baseline)
    return edit, _told(network, goal, edit)


def _open_goal(facts: Snapshot, network: str, goal_id: str) -> tuple[Adoption, Goal]:
    """The goal of a network that is learnt, or the upkeep of one that runs well."""
    run = facts.current(network)
    wanted = "mastered" if goal_id == "upkeep" else "active"
    found = [goal for goal in facts.goals_of(run) if goal.goal == goal_id] if run else []
    if run is None or run.state != wanted or not found:
        raise Refused("goal_not_open", network=network, goal=goal_id)
    return run, found[0]


def make(
    work: Work, facts: Snapshot, network: str, goal_id: str, target: int | None, reason: str
) -> GoalChange:
    """Store the change and its entry in the ledger."""
    edit, told = planned(facts, network, goal_id, target)
    checked(edit, reason)
    day = facts.moment.day
    work.add(edit.target(day, reason))
    work.append(
        "goal",
        {
            "network": network, "goal": goal_id, "old": edit.old, "new": edit.new,
            "from": edit.starts.monday.isoformat(), "easier": edit.easier, "reason": reason.strip(),
            "withdrawn": target is None,
        },
    )  # fmt: skip
    return told


def _told(network: str, goal: Goal, edit: Edit) -> GoalChange:
    starts = edit.starts.monday
    day = day_long(starts)
    if edit.old is None:
        text = _("Goal: {new}, counted from {day}.").format(new=edit.new, day=day)
    else:
        text = _("From {old} to {new}, in force from {day}.").format(old=edit.old, new=edit.new, day=day)
    return GoalChange(network, goal.goal, edit.old, edit.new, starts, edit.easier, text)
