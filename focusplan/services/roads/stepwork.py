"""Ticking and unticking a step of a road, with the week's job and the minutes that belong to it."""

from __future__ import annotations

from dataclasses import replace

from focusplan.domain.adoption import StepState
from focusplan.domain.errors import Refused
from focusplan.domain.pauses import closed
from focusplan.domain.road import can_do
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item, step_of
from focusplan.networkanswers import StepView
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of, snapshot
from focusplan.services.roads import besides
from focusplan.services.roads.roadviews import step_view
from focusplan.services.roads.roadwork import find_step, finish_step, reopen_step
from focusplan.store.store import Work

MOST_MINUTES = 24 * 60


def do(work: Work, facts: Snapshot, step_id: str, minutes: int | None, instead: str | None) -> None:
    """Do a step today. Its jobs of the running week are ticked; minutes go to them, else to the time log."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise Refused("minutes_range", least=0, most=MOST_MINUTES)
    if instead is not None and not instead.strip():
        raise Refused("sentence_needed")
    run, step = find_step(facts, step_id)
    if run.state == "beside":
        _beside(work, facts, step, minutes)
        return
    finish_step(work, facts, step_id, facts.moment.day, instead or "")
    jobs = [] if instead else [job for job in _jobs(work, facts, step_id) if not job.done]
    for place, job in enumerate(jobs):
        took = minutes if minutes is None else minutes if place == 0 else 0
        moment = facts.moment
        work.put(
            replace(job, done=True, done_on=moment.day, done_at=moment.at, taken=took, dropped=False)
        )
    if minutes and not jobs:
        work.add(_entry(facts, run.network, minutes))


def undo(work: Work, facts: Snapshot, step_id: str) -> None:
    """Undo a step and untick its jobs of weeks that are still open."""
    run, step = find_step(facts, step_id)
    if run.state == "beside":
        besides.mark(work, step, None)
        return
    reopen_step(work, facts, step_id)
    for job in work.all(Item, kind="step", done=True):
        if step_of(job.key) == step_id and not closed(job.week, facts.pauses, facts.moment.day):
            work.put(replace(job, done=False, done_on=None, done_at=None, taken=None, void=False))


def _beside(work: Work, facts: Snapshot, step: StepState, minutes: int | None) -> None:
    """A job of the road that runs beside: nothing waits for it, so it can't be closed with a sentence."""
    run, known = find_step(facts, step.step)
    if not can_do(run, known, facts.openings_of(run)):
        raise Refused("stage_not_open", step=step.step, stage=step.stage, network=run.network)
    besides.mark(work, step, facts.moment.day)
    if minutes:
        work.add(_entry(facts, run.network, minutes))


def _jobs(work: Work, facts: Snapshot, step_id: str) -> list[Item]:
    """The running week's jobs of this step, in order."""
    jobs = work.all(Item, week=facts.week, kind="step")
    return sorted((job for job in jobs if step_of(job.key) == step_id), key=lambda job: job.part)


def _entry(facts: Snapshot, network: str, minutes: int) -> TimeEntry:
    moment = facts.moment
    outside = not facts.boundaries.spans(moment.day)
    return TimeEntry(0, network, minutes, moment.at, moment.day, moment.offset, outside=outside)


def view(work: Work, catalogue: Catalogue, step_id: str) -> StepView:
    """The step as it stands now."""
    facts = besides.with_road(work, catalogue, snapshot(work))
    run, step = find_step(facts, step_id)
    able = can_do(run, step, facts.openings_of(run))
    return step_view(playbook_of(work, catalogue, run), step, able=able)
