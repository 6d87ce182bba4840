"""Doing and undoing a step inside a unit of work; shared by the week and by the networks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from focusplan.domain import road
from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.errors import Refused
from focusplan.domain.pauses import closed
from focusplan.domain.playbook import STAGES
from focusplan.domain.sentences import is_sentence
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.store.store import Work


def find_step(facts: Snapshot, step_id: str) -> tuple[Adoption, StepState]:
    """The newest run that has this step, and the step; of a taken-back second start the closed run whose
    wind-down is still asked for. Refused when no started network has it."""
    runs = {run.id: run for run in facts.adoptions}
    found = sorted((s for s in facts.steps if s.step == step_id), key=lambda s: s.adoption, reverse=True)
    if not found:
        raise Refused("no_such_step", step=step_id)
    for step in found:
        if step.stage == "wind_down" and road.winding_down(runs[step.adoption]):
            return runs[step.adoption], step
    return runs[found[0].adoption], found[0]


def finish_step(work: Work, facts: Snapshot, step_id: str, day: date, instead: str = "") -> None:
    """Mark a step done for `day` (never before its part opened), open the parts that follow and start the
    goals that wait on them. `instead` closes a required step that can't be done here, with its reason.

    Refused: no_such_step, stage_not_open, sentence_needed, instead_optional, instead_most.
    """
    run, step = find_step(facts, step_id)
    openings = facts.openings_of(run)
    if not road.can_do(run, step, openings):
        raise Refused("stage_not_open", step=step_id, stage=step.stage, network=run.network)
    if instead:
        _check_instead(facts, run, step, instead)
    if road.is_done(step) and step.instead == instead:
        return
    opened = openings.get(step.stage)
    counts_for = max(day, opened.day) if opened else day
    done = replace(
        step, done_on=counts_for, made_on=work.moment.day, instead=instead.strip(), void=False
    )
    work.put(done)
    if instead:
        work.append(
            "closed_step",
            {"network": run.network, "adoption": run.id, "step": step_id, "reason": instead.strip()},
        )
    _open_stages(work, facts, run, done)


def _check_instead(facts: Snapshot, run: Adoption, step: StepState, instead: str) -> None:
    if not is_sentence(instead):
        raise Refused("sentence_needed")
    if not step.required or step.stage not in STAGES:
        raise Refused("instead_optional", step=step.step)
    others = [s for s in facts.steps_of(run) if s.instead and s.step != step.step]
    if len(others) >= road.INSTEAD_MOST:
        raise Refused("instead_most", most=road.INSTEAD_MOST)


def _open_stages(work: Work, facts: Snapshot, run: Adoption, done: StepState) -> None:
    """Store the openings that follow from `done`, and the first week of each goal that waits on them."""
    steps = [done if step.step == done.step else step for step in facts.steps_of(run)]
    openings = dict(facts.openings_of(run))
    fresh = road.opened_now(steps, openings, run.id)
    for opening in fresh:
        openings[opening.stage] = work.add(opening)
    if not fresh:
        return
    for goal in facts.goals_of(run):
        first = road.first_goal_week(goal.goal, openings)
        if goal.from_week is None and first is not None:
            work.put(replace(goal, from_week=first))


def reopen_step(work: Work, facts: Snapshot, step_id: str) -> None:
    """Undo a step; parts that opened stay open. A step done in a closed week, and one that a mastery
    was judged on, stays done (Refused: week_closed, step_settled)."""
    run, step = find_step(facts, step_id)
    if step.done_on is None:
        return
    week = Week.of(step.done_on)
    if run.state not in ("active", "mastered", "retired") or (
        run.state != "active" and step.stage in STAGES
    ):
        raise Refused("step_settled", step=step_id, network=run.network)
    if not step.void and closed(week, facts.pauses, work.moment.day):
        raise Refused("week_closed", week=week)
    work.put(replace(step, done_on=None, made_on=None, instead="", void=False))
