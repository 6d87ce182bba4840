"""The road of a run: which steps are done, which parts are open, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.playbook import STAGES
from focusplan.domain.weeks import Week

INSTEAD_MOST = 2
"""Required steps of one road that may be closed with a sentence why they can't be done here."""

GOAL_STAGES = {"posts": "publish", "enquiries": "publish", "answers": "listen"}
"""The stage whose opening starts each goal; Listen opens on the day Set up is done."""


def is_done(step: StepState) -> bool:
    """Whether a step counts as done; a tick from a wrong clock does not."""
    return step.done_on is not None and not step.void


def on_road(steps: Iterable[StepState]) -> tuple[StepState, ...]:
    """The steps of the six parts, in the order they are walked (no deepening, no wind-down)."""
    return tuple(sorted((s for s in steps if s.stage in STAGES), key=_place))


def _place(step: StepState) -> tuple[int, int]:
    return STAGES.index(step.stage), step.position


def required(steps: Iterable[StepState]) -> tuple[StepState, ...]:
    """The required steps of the six parts, in order; these alone count for mastery."""
    return tuple(step for step in on_road(steps) if step.required)


def all_done_on(steps: Iterable[StepState]) -> date | None:
    """The day the last required step was done for, or None while one is open (or there is none)."""
    days = [step.done_on if is_done(step) else None for step in required(steps)]
    done = [day for day in days if day is not None]
    return max(done) if done and len(done) == len(days) else None


def opened_now(
    steps: Iterable[StepState], openings: Mapping[str, Opening], adoption: int
) -> tuple[Opening, ...]:
    """The stages that open because the required steps of the one before are done, each with its day: the
    day the last of those steps was done for, never before the stage before it opened."""
    walked = required(steps)
    known = dict(openings)
    fresh: list[Opening] = []
    for before, stage in zip(STAGES, STAGES[1:], strict=False):
        if stage in known:
            continue
        needed = [step for step in walked if step.stage == before]
        if before not in known or not all(is_done(step) for step in needed):
            break
        days = [known[before].day, *(step.done_on for step in needed if step.done_on)]
        known[stage] = Opening(adoption, stage, max(days))
        fresh.append(known[stage])
    return tuple(fresh)


def first_goal_week(goal_id: str, openings: Mapping[str, Opening]) -> Week | None:
    """The first whole week after the stage opened on which this goal waits; None before, and for upkeep."""
    opening = openings.get(GOAL_STAGES.get(goal_id, ""))
    return Week.of(opening.day) + 1 if opening else None


def stage_now(steps: Iterable[StepState], openings: Mapping[str, Opening], run: Adoption) -> str:
    """The part being walked: the one taken again while a step of it is open, else the first open one with
    an open required step, else the last that opened."""
    undone = [step for step in on_road(steps) if step.stage in openings and not is_done(step)]
    if any(step.stage == run.again_stage for step in undone) and run.again_stage:
        return run.again_stage
    for step in undone:
        if step.required:
            return step.stage
    return [stage for stage in STAGES if stage in openings or stage == STAGES[0]][-1]


def winding_down(run: Adoption) -> bool:
    """Whether this run was closed while it was being learnt, so that its wind-down steps are asked for."""
    return run.retired_on is not None and run.retired_from == "active"


def open_steps(
    run: Adoption, steps: Iterable[StepState], openings: Mapping[str, Opening]
) -> tuple[StepState, ...]:
    """The steps that may be planned, in order: required ones before optional ones, those of a part taken
    again first. A mastered run offers its deepening steps, one closed while learnt its wind-down."""
    mine = [step for step in steps if step.adoption == run.id and not is_done(step)]
    if run.state == "active":
        able = [step for step in on_road(mine) if step.stage in openings]
        return tuple(sorted(able, key=lambda s: (not s.required, s.stage != run.again_stage)))
    wanted = {"mastered": "deepen"}.get(run.state, "wind_down" if winding_down(run) else "")
    return tuple(sorted((s for s in mine if s.stage == wanted), key=lambda s: s.position))


def can_do(run: Adoption, step: StepState, openings: Mapping[str, Opening]) -> bool:
    """Whether this step may be ticked now: its part has opened and its run is in the plan."""
    if step.stage == "deepen":
        return run.state == "mastered"
    if step.stage == "wind_down":
        return run.state == "retired" and winding_down(run)
    return run.state in ("active", "mastered", "beside") and step.stage in openings
