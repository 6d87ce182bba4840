"""Jobs that are left when a week is closed: shown week by week, and let go where that is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focusplan.answers import Job
from focusplan.closinganswers import Left
from focusplan.domain.errors import Refused
from focusplan.domain.pauses import closed
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item, step_of
from focusplan.domain.weeks import Week
from focusplan.i18n import heading, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.weeks.jobwords import JobWords
from focusplan.services.weeks.planning import planned, silent
from focusplan.services.weeks.ticking import jobs_of, refuse_unless_open
from focusplan.services.weeks.weekviews import jobs_of_plan
from focusplan.store.store import Work

CARRIED = ("step", "own")
"""Kinds that stand in the next week again while they are open; of earlier weeks they are not asked twice."""


def left_of(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, merged: Iterable[Week]
) -> tuple[Left, ...]:
    """What is not ticked in the week being closed and in the earlier ones it covers, while they are open."""
    found = [Left(week, heading(week_range(week.monday)), _jobs(work, catalogue, facts, week, ()))]
    for one in merged:
        if not closed(one, facts.pauses, facts.moment.day) and not silent(work, facts, one):
            jobs = _jobs(work, catalogue, facts, one, CARRIED)
            found.append(Left(one, heading(week_range(one.monday)), jobs))
    return tuple(left for left in found if left.jobs)


def _jobs(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, but: Iterable[str]
) -> tuple[Job, ...]:
    plan = planned(work, catalogue, facts, week)
    unwanted = {"close", *but}
    jobs = jobs_of_plan(work, catalogue, facts, plan)
    return tuple(job for job in jobs if not job.done and job.kind not in unwanted)


def let_go(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, number: int, gone: bool
) -> None:
    """Let a job of a week that is not closed go, with its other parts and what of it was carried on since;
    or take it up again. Refused no_such_job, job_done, job_needed, week_future, week_closed."""
    refuse_unless_open(facts, week)
    item = jobs_of(work, catalogue, facts, week, [number])[0]
    if item.done:
        raise Refused("job_done", number=number)
    if not JobWords.of(work, catalogue, facts, week, ()).can_drop(item):
        raise Refused("job_needed", number=number)
    for one in _of_job(work, facts, item):
        if not one.done and one.dropped != gone:
            work.put(replace(one, dropped=gone, note=""))


def _of_job(work: Work, facts: Snapshot, item: Item) -> list[Item]:
    """All parts of the job in its week and, where it is carried on, in the weeks since."""
    weeks = [item.week]
    while item.kind in CARRIED and weeks[-1] < facts.week:
        weeks.append(weeks[-1] + 1)
    found = [one for week in weeks for one in work.all(Item, week=week)]
    return [one for one in found if one.kind == item.kind and step_of(one.key) == step_of(item.key)]
