"""The gate: whether another network may be started. One function decides; all faces show its answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from focusplan.domain.adoption import WIND_DOWN_DAYS, Adoption, StepState
from focusplan.domain.boundaries import SMALLEST_BUDGET
from focusplan.domain.clock import behind, waits_until
from focusplan.domain.errors import Refused
from focusplan.domain.goalfacts import goal_weeks, newest_weeks
from focusplan.domain.goalweeks import GoalWeek, active_weeks, counted_weeks
from focusplan.domain.mastery import JUDGED, earned, road_goals
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.road import is_done, required, winding_down
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week, first_monday

CONDITIONS = ("active_done", "upkeep_held", "time_free", "reviewed", "wind_down", "clock")
"""In the order they are shown; of the newsletter only `time_free` and `clock` are asked."""
UPKEEP_GRACE = 4
"""Active weeks after mastery was recorded during which upkeep is held without question."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The network the gate is asked about: `start_minutes` a week at least, None while its road is not
    written."""

    network: str
    start_minutes: int | None


@dataclass(frozen=True, slots=True)
class Loads:
    """Minutes a week from the playbooks: `upkeep` of each mastered network, of the active one and of the
    newsletter; `routine` is the answering and posting of the active one."""

    upkeep: Mapping[str, int] = field(default_factory=dict)
    routine: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The steps or one goal within `active_done`; figure and target None where nothing can be counted."""

    id: str
    met: bool
    figure: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition with its figure and target. `why` names the case the words are made for; `networks`
    are those it speaks of, `week` or `day` what it waits for."""

    id: str
    met: bool
    why: str
    figure: int | None = None
    target: int | None = None
    networks: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    week: Week | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's answer for one network: `ways` are ids of legal ways forward, best first, and `earliest`
    is the week in which it can open if all goes well (this week when open, None when none can be named)."""

    network: str
    conditions: tuple[Condition, ...]
    ways: tuple[str, ...] = ()
    earliest: Week | None = None

    @property
    def open(self) -> bool:
        return all(condition.met for condition in self.conditions)

    @property
    def unmet(self) -> tuple[Condition, ...]:
        return tuple(condition for condition in self.conditions if not condition.met)


class GateClosed(Refused):
    """A start was refused by the gate; the refusal is in the ledger already. Carries the verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("gate_closed", network=verdict.network, ways=verdict.ways)
        self.verdict = verdict


def conditions(
    facts: Snapshot, candidate: Candidate, loads: Loads, unearned: Collection[str] = ()
) -> tuple[Condition, ...]:
    """Every condition that is asked before this network starts. `unearned`: mastered networks whose record
    does not recompute."""
    shared = () if candidate.network == YARDSTICK else shared_conditions(facts, unearned)
    return _ordered(facts, candidate, loads, shared)


def shared_conditions(facts: Snapshot, unearned: Collection[str] = ()) -> tuple[Condition, ...]:
    """The conditions that are the same whichever network is asked about."""
    return active_done(facts, unearned), upkeep_held(facts), reviewed(facts)


def _ordered(
    facts: Snapshot, candidate: Candidate, loads: Loads, shared: tuple[Condition, ...]
) -> tuple[Condition, ...]:
    own = [time_free(facts, candidate, loads), clock(facts)]
    if candidate.network != YARDSTICK:
        own.append(wind_down(facts, candidate.network))
    return tuple(sorted((*shared, *own), key=lambda condition: CONDITIONS.index(condition.id)))


def openable(
    facts: Snapshot, candidates: Iterable[Candidate], loads: Loads, unearned: Collection[str] = ()
) -> frozenset[str]:
    """Those of these networks the gate is open for; asks what they share only once."""
    shared = shared_conditions(facts, unearned)
    found: set[str] = set()
    for candidate in candidates:
        common = () if candidate.network == YARDSTICK else shared
        if all(condition.met for condition in _ordered(facts, candidate, loads, common)):
            found.add(candidate.network)
    return frozenset(found)


def active_done(facts: Snapshot, unearned: Collection[str] = ()) -> Condition:
    """Whether no network is being learnt, or the one that is has earned its mastery."""
    runs = facts.in_state("active")
    if len(runs) > 1 or unearned:
        names = tuple(unearned) or tuple(run.network for run in runs)
        return Condition("active_done", False, "illegal", networks=names)
    if not runs:
        return Condition("active_done", True, "none_active")
    parts = parts_of(facts, runs[0])
    done = earned(facts, runs[0]) is not None
    figure, networks = sum(part.met for part in parts), (runs[0].network,)
    return Condition(
        "active_done", done, "mastered_now" if done else "learning", figure, len(parts), networks, parts
    )


def parts_of(facts: Snapshot, run: Adoption) -> tuple[Part, ...]:
    """The required steps and each goal of a run, with what is reached and what is asked."""
    walked = required(facts.steps_of(run))
    done = sum(is_done(step) for step in walked)
    parts = [Part("steps", done == len(walked), done, len(walked))]
    for goal in sorted(road_goals(facts, run), key=lambda one: JUDGED.index(one.goal)):
        weeks = goal_weeks(facts, run, goal)
        last = weeks[-1] if weeks else None
        target = goal.k if goal.kind != "outcome" else last.target if last else None
        held = last is not None and last.held
        parts.append(Part(goal.goal, held, last.kept if last else 0, target))
    return tuple(parts)


def upkeep_weeks(facts: Snapshot, run: Adoption) -> tuple[GoalWeek, ...]:
    """The newest judged upkeep weeks of a mastered run, as many as it takes to say whether it is held."""
    for goal in facts.goals_of(run):
        if goal.kind == "upkeep":
            return newest_weeks(facts, run, goal, max(UPKEEP_GRACE, goal.n))
    return ()


def upkeep_ok(weeks: tuple[GoalWeek, ...]) -> bool:
    """Whether upkeep is held: without question at first, then by the last weeks."""
    return min(active_weeks(weeks), counted_weeks(weeks)) < UPKEEP_GRACE or weeks[-1].held


def upkeep_held(facts: Snapshot) -> Condition:
    """Whether every mastered network holds its upkeep; `networks` are those that do not."""
    runs = facts.in_state("mastered")
    lapsed = tuple(run.network for run in runs if not upkeep_ok(upkeep_weeks(facts, run)))
    why = "lapsed" if lapsed else "held" if runs else "none_mastered"
    return Condition("upkeep_held", not lapsed, why, len(runs) - len(lapsed), len(runs), lapsed)


def free_minutes(facts: Snapshot, network: str, loads: Loads) -> int:
    """Minutes a week left for this network; the active one counts as if it were mastered."""
    kept = [*facts.in_state("mastered"), *facts.in_state("active"), *facts.in_state("beside")]
    used = sum(loads.upkeep.get(run.network, 0) for run in kept if run.network != network)
    parked = sum(run.parked_minutes for run in facts.in_state("parked") if run.network != network)
    return max(0, facts.boundaries.plannable - used - parked)


def time_free(facts: Snapshot, candidate: Candidate, loads: Loads) -> Condition:
    """Whether the week has room for the smallest start of this network."""
    free, needed = free_minutes(facts, candidate.network, loads), candidate.start_minutes
    if needed is None:
        return Condition("time_free", False, "not_written", free, None, (candidate.network,))
    if facts.boundaries.budget < SMALLEST_BUDGET:
        return Condition("time_free", False, "small_budget", free, needed, (candidate.network,))
    met = free >= needed
    return Condition("time_free", met, "room" if met else "no_room", free, needed, (candidate.network,))


def newest_to_review(facts: Snapshot) -> Week | None:
    """The newest ended, not paused week since the plan's first Monday; None while there is none."""
    first = Week.of(first_monday(facts.plan.first_day))
    week = facts.week - 1
    while week >= first:
        if week not in facts.pauses:
            return week
        week = week - 1
    return None


def reviewed(facts: Snapshot) -> Condition:
    """Whether the newest ended week is closed, by a review of it or of a later week."""
    week = newest_to_review(facts)
    if week is None:
        return Condition("reviewed", True, "nothing_yet")
    done = any(not review.void and review.week >= week for review in facts.reviews.values())
    return Condition("reviewed", done, "done" if done else "due", int(done), 1, week=week)


def closed_run(facts: Snapshot, but: str) -> Adoption | None:
    """The run whose closing is still asked about: the one closed last while it was being learnt, of a
    network that was not taken up again and is not `but`."""
    found: list[Adoption] = []
    for network in {run.network for run in facts.adoptions} - {but}:
        now = facts.current(network)
        runs = [run for run in facts.adoptions if run.network == network and run.retired_on]
        if now is not None and now.state == "retired" and runs:
            found.append(max(runs, key=lambda run: run.id))
    asked = [run for run in found if winding_down(run) and not wound_down(facts, run)]
    return max(asked, key=lambda run: (run.retired_on or date.min, run.id), default=None)


def wound_down(facts: Snapshot, run: Adoption) -> bool:
    """Whether seven days have passed since this run was closed and its wind-down steps are done."""
    if run.retired_on is None or facts.moment.day < run.retired_on + timedelta(days=WIND_DOWN_DAYS):
        return False
    return all(is_done(step) for step in wind_down_steps(facts, run))


def wind_down_steps(facts: Snapshot, run: Adoption) -> tuple[StepState, ...]:
    """The steps that close a run, which are asked for only after it was closed while being learnt."""
    return tuple(step for step in facts.steps_of(run) if step.stage == "wind_down")


def wind_down(facts: Snapshot, network: str) -> Condition:
    """Whether what was closed while being learnt is wound down; not asked of the same network."""
    run = closed_run(facts, network)
    if run is None or run.retired_on is None:
        return Condition("wind_down", True, "nothing_closed")
    steps = wind_down_steps(facts, run)
    done = sum(is_done(step) for step in steps)
    day = run.retired_on + timedelta(days=WIND_DOWN_DAYS)
    why = "steps" if done < len(steps) else "days"
    return Condition("wind_down", False, why, done, len(steps), (run.network,), day=day)


def clock(facts: Snapshot) -> Condition:
    """Whether the clock can be believed, and seven days have passed since it last could not."""
    if behind(facts.mark, facts.moment):
        return Condition("clock", False, "behind", day=facts.mark.day)
    day = waits_until(facts.confirmations)
    if day is not None and facts.moment.day < day:
        return Condition("clock", False, "confirmed", day=day)
    return Condition("clock", True, "right")
