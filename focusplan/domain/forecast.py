"""The earliest week in which the gate can open if all goes well, and the legal ways there."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from datetime import timedelta

from focusplan.domain.adoption import (
    TAKE_BACKS,
    Adoption,
    take_back_until,
    taken_back_lately,
    typed_since,
)
from focusplan.domain.clock import TOLERANCE, WAIT_DAYS
from focusplan.domain.errors import Refused
from focusplan.domain.gate import (
    Candidate,
    Condition,
    Loads,
    Verdict,
    conditions,
    upkeep_weeks,
)
from focusplan.domain.goalfacts import goal_weeks
from focusplan.domain.goals import Goal, target_at
from focusplan.domain.goalweeks import BASELINE_WEEKS, GoalWeek, active_weeks
from focusplan.domain.mastery import road_goals
from focusplan.domain.road import GOAL_STAGES, is_done, required
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.targets import changed, harder
from focusplan.domain.weeks import Week

CLOSING = 10
"""Minutes that closing the week takes."""
SMALLEST_ROOM = 10
"""Minutes a week that go to steps at least, however full the week is."""
HORIZON = 520
"""Weeks looked ahead; beyond them no week is named."""
LARGEST_BUDGET = 2400


def judge(
    facts: Snapshot, candidate: Candidate, loads: Loads, unearned: Collection[str] = ()
) -> Verdict:
    """The gate's whole answer. Every face of the program and every start asks this."""
    asked = conditions(facts, candidate, loads, unearned)
    if all(condition.met for condition in asked):
        return Verdict(candidate.network, asked, (), facts.week)
    weeks = [earliest(facts, condition, loads) for condition in asked if not condition.met]
    known = [week for week in weeks if week is not None]
    soonest = max(known) if len(known) == len(weeks) else None
    return Verdict(candidate.network, asked, ways(facts, candidate, asked), soonest)


# ------------------------------------------------------------------ when


def earliest(facts: Snapshot, condition: Condition, loads: Loads) -> Week | None:
    """The first week in which this unmet condition can hold, or None when none can be named."""
    if condition.id == "active_done" and condition.why == "learning":
        run = facts.active
        done = mastered_by(facts, run, loads) if run else None
        return done + 1 if done else None
    if condition.id == "upkeep_held":
        ends = [_upkeep_by(facts, network) for network in condition.networks]
        return max((end + 1 for end in ends), default=None)
    if condition.id == "reviewed":
        return facts.week
    if condition.day is None:
        return None
    if condition.why == "behind":
        waited = facts.mark.at - TOLERANCE - facts.moment.at
        days = min(WAIT_DAYS, waited.days + 1)
        return Week.of(facts.moment.day + timedelta(days=days))
    return max(facts.week, Week.of(condition.day))


def mastered_by(facts: Snapshot, run: Adoption, loads: Loads) -> Week | None:
    """The first week at whose end this active run is mastered if every coming week that is not paused goes
    well and its steps are done in the room the budget leaves."""
    opens, done = _walk(facts, run, loads)
    if done is None:
        return None
    found = [done]
    for goal in road_goals(facts, run):
        first = goal.from_week or opens[GOAL_STAGES[goal.goal]] + 1
        found.append(_held_by(facts, run, goal, first))
    return max(found)


def _room(facts: Snapshot, run: Adoption, loads: Loads) -> int:
    """Minutes a week that are left for the steps of this run."""
    kept = [*facts.in_state("mastered"), *facts.in_state("beside")]
    used = sum(loads.upkeep.get(other.network, 0) for other in kept if other.id != run.id)
    parked = sum(other.parked_minutes for other in facts.in_state("parked"))
    left = facts.boundaries.plannable - CLOSING - used - parked - loads.routine
    return max(SMALLEST_ROOM, left)


def _walk(facts: Snapshot, run: Adoption, loads: Loads) -> tuple[dict[str, Week], Week | None]:
    """The week in which each stage opens, and that in which the last required step is done."""
    opens = {stage: Week.of(one.day) for stage, one in facts.openings_of(run).items()}
    room, week, left = _room(facts, run, loads), _active(facts, facts.week), 0
    left = room
    for step in required(facts.steps_of(run)):
        opens.setdefault(step.stage, week)
        if is_done(step):
            continue
        needed = step.minutes
        while needed > left:
            needed, left, week = needed - left, room, _active(facts, week + 1)
        left -= needed
    return opens, week if week - facts.week <= HORIZON else None


def _active(facts: Snapshot, week: Week) -> Week:
    """This week, or the first after it that is not paused."""
    while week in facts.pauses:
        week = week + 1
    return week


def _held_by(facts: Snapshot, run: Adoption, goal: Goal, first: Week) -> Week:
    """The first week at whose end this goal holds if all goes well from now on."""
    weeks = goal_weeks(facts, run, goal)
    if weeks and weeks[-1].held:
        return facts.week - 1
    if goal.kind == "outcome":
        return _outcome_by(facts, goal, first, weeks)
    return _rhythm_by(facts, goal, max(first, facts.week), weeks)


def _rhythm_by(facts: Snapshot, goal: Goal, week: Week, weeks: Sequence[GoalWeek]) -> Week:
    window = deque((w.result == "met" for w in weeks if w.result in ("met", "missed")), maxlen=goal.n)
    while True:
        week = _active(facts, week)
        window.append(True)
        if sum(window) >= (goal.k or goal.n):
            return week
        week = week + 1


def _outcome_by(facts: Snapshot, goal: Goal, first: Week, weeks: Sequence[GoalWeek]) -> Week:
    """With a target: the running week may bring what lacks. Without: the first week after the baseline."""
    missing = max(0, BASELINE_WEEKS - active_weeks(weeks))
    week = _active(facts, max(first, facts.week))
    has_target = target_at(facts.targets, goal.id, week) is not None
    for _ in range(max(0, missing - 1) if has_target else missing):
        week = _active(facts, week + 1)
    return week


def _upkeep_by(facts: Snapshot, network: str) -> Week:
    run = facts.current(network)
    goals = [goal for goal in facts.goals_of(run) if goal.kind == "upkeep"] if run else []
    if run is None or not goals:
        return facts.week
    return _rhythm_by(facts, goals[0], facts.week, upkeep_weeks(facts, run))


# ------------------------------------------------------------------ how


def ways(facts: Snapshot, candidate: Candidate, asked: Sequence[Condition]) -> tuple[str, ...]:
    """Ids of the legal ways forward for these conditions, best first; never empty."""
    found: list[str] = []
    for condition in asked:
        if not condition.met:
            found += _ways_of(facts, candidate, condition)
    now = facts.current(candidate.network)
    if now is None or now.state == "none":
        found.append("later")
    return tuple(dict.fromkeys(found)) or ("wait",)


def _ways_of(facts: Snapshot, candidate: Candidate, condition: Condition) -> list[str]:
    if condition.why == "illegal":
        return ["repair"]
    if condition.id == "active_done":
        return _ways_of_learning(facts)
    if condition.id == "upkeep_held":
        eased = any(can_ease(facts, network) for network in condition.networks)
        return ["record", *(["adjust"] if eased else []), "retire"]
    if condition.id == "time_free":
        return _ways_to_time(facts, candidate, condition)
    if condition.id == "reviewed":
        return ["review"]
    if condition.id == "wind_down":
        return ["wind_down"] if condition.why == "steps" else ["wait"]
    return ["clock"] if condition.why == "behind" else ["wait"]


def _ways_of_learning(facts: Snapshot) -> list[str]:
    run = facts.active
    if run is None:
        return []
    steps = required(facts.steps_of(run))
    openings = facts.openings_of(run)
    found = ["do_steps"] if any(s.stage in openings and not is_done(s) for s in steps) else []
    if any(goal.from_week and goal.from_week <= facts.week for goal in road_goals(facts, run)):
        found.append("record")
    if can_ease(facts, run.network):
        found.append("adjust")
    found += ["pause", "again", "hand_over", "retire"]
    return [*found, "take_back"] if can_take_back(facts, run) else found


def _ways_to_time(facts: Snapshot, candidate: Candidate, condition: Condition) -> list[str]:
    if condition.why == "not_written":
        return []
    found = ["budget"] if facts.boundaries.budget < LARGEST_BUDGET else []
    parked = [run for run in facts.in_state("parked") if run.network != candidate.network]
    if any(run.parked_minutes for run in parked):
        found.append("park_less")
    return [*found, "retire"] if parked or facts.in_state("mastered") else found


def can_take_back(facts: Snapshot, run: Adoption) -> bool:
    """Whether the start of this run may be taken back today."""
    until = take_back_until(run)
    if until is None or facts.moment.day > until:
        return False
    lately = taken_back_lately(facts.take_backs, facts.moment.day)
    return lately < TAKE_BACKS and not typed_since(run, facts.evidence, facts.plan.made_on)


def can_ease(facts: Snapshot, network: str) -> bool:
    """Whether some goal of this network may be made easier today, or get its first target."""
    run = facts.current(network)
    if run is None:
        return False
    kinds = ("upkeep",) if run.state == "mastered" else ("habit", "response", "outcome")
    return any(_can_ease(facts, run, goal) for goal in facts.goals_of(run) if goal.kind in kinds)


def _can_ease(facts: Snapshot, run: Adoption, goal: Goal) -> bool:
    soon = target_at(facts.targets, goal.id, facts.week + 1)
    easiest = goal.most if goal.kind == "response" else goal.least
    if soon is not None and not harder(goal.kind, soon, easiest):
        return False
    baseline = active_weeks(goal_weeks(facts, run, goal))
    try:
        changed(goal, facts.targets, easiest, facts.moment.day, baseline)
    except Refused:
        return False
    return True
