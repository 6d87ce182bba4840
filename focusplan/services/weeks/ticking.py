"""Ticking and unticking a week's jobs inside a unit of work, with the steps and ideas that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from focusplan.domain.adoption import Adoption
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Idea
from focusplan.domain.road import can_do, is_done
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.ways import is_way_job
from focusplan.domain.weekitems import Item, adds_a_post, step_of, ticked
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.facts import snapshot
from focusplan.services.roads.roadwork import find_step, finish_step, reopen_step
from focusplan.services.weeks.planning import silent, stored
from focusplan.store.store import Work

MOST_MINUTES = 1440
"""Minutes a job can have taken."""


def jobs_of(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, numbers: Iterable[int]
) -> list[Item]:
    """The week's jobs with these numbers, the plan stored first. Refused week_paused, and no_such_job for an
    unknown one."""
    if silent(work, facts, week):
        raise Refused("week_paused", week=week)
    known = {item.number: item for item in stored(work, catalogue, facts, week)}
    found = []
    for number in dict.fromkeys(numbers):
        if number not in known:
            raise Refused("no_such_job", number=number, week=week)
        found.append(known[number])
    return found


def refuse_unless_open(facts: Snapshot, week: Week) -> None:
    """Ticks are for the present or a past, still open week (Refused week_future, week_closed)."""
    if week > facts.week:
        raise Refused("week_future", week=week)
    if closed(week, facts.pauses, facts.moment.day):
        raise Refused("week_closed", week=week)


def check_minutes(minutes: int | None) -> None:
    """WrongUse minutes_range unless unknown or within a day."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise WrongUse("minutes_range", minutes=minutes, least=0, most=MOST_MINUTES)


def tick(
    work: Work, catalogue: Catalogue, week: Week, numbers: Iterable[int], taken: Mapping[int, int]
) -> list[Item]:
    """Tick these jobs, with the minutes of those named in `taken`. A step is done with its last part, for
    today or the Sunday of a past week. Ticking twice changes only the minutes. Answers the ticked jobs."""
    facts = snapshot(work)
    refuse_unless_open(facts, week)
    for minutes in taken.values():
        check_minutes(minutes)
    day = min(facts.moment.day, week.sunday)
    marked = []
    for item in jobs_of(work, catalogue, facts, week, numbers):
        marked.append(_mark(work, item, day, taken.get(item.number)))
        if _on_a_road(item) and not ticked(item):
            _finish(work, marked[-1], day)
    return marked


def untick(work: Work, catalogue: Catalogue, week: Week, numbers: Iterable[int]) -> None:
    """Take ticks back; a step that was done by them is open again."""
    facts = snapshot(work)
    refuse_unless_open(facts, week)
    for item in jobs_of(work, catalogue, facts, week, numbers):
        if not item.done:
            continue
        title = _freed(work, item)
        work.put(replace(item, done=False, done_on=None, done_at=None, taken=None, void=False, title=title))
        if _on_a_road(item):
            _reopen(work, item)


def _mark(work: Work, item: Item, day: date, minutes: int | None) -> Item:
    """The ticked item; the time it was first ticked stays."""
    taken = item.taken if minutes is None else minutes
    if ticked(item):
        marked = replace(item, taken=taken)
    else:
        marked = replace(item, done=True, done_on=day, done_at=work.moment.at, taken=minutes, dropped=False,
                         void=False, title=_with_idea(work, item, day))  # fmt: skip
    return marked if marked == item else work.put(marked)


def _with_idea(work: Work, item: Item, day: date) -> str:
    """A post takes the next idea with it; every other job keeps its title."""
    if not adds_a_post(item) or item.title:
        return item.title
    idea = next((idea for idea in work.all(Idea) if idea.used_on is None), None)
    if idea is None:
        return ""
    work.put(replace(idea, used_on=day))
    return idea.text


def _freed(work: Work, item: Item) -> str:
    """The title without the idea, which is unused again."""
    if item.kind != "post" or not item.title:
        return item.title
    used = [idea for idea in work.all(Idea, text=item.title) if idea.used_on is not None]
    if used:
        work.put(replace(used[-1], used_on=None))
    return ""


def _on_a_road(item: Item) -> bool:
    """A step of a network's road, which is kept; a way's job is done by its tick alone."""
    return item.kind == "step" and not is_way_job(item.key)


def _finish(work: Work, item: Item, day: date) -> None:
    """The step is done once as many parts are ticked as it has."""
    facts = snapshot(work)
    run, step = find_step(facts, step_of(item.key))
    if is_done(step) or not can_do(run, step, facts.openings_of(run)):
        return
    if len(_parts(work, run, item)) >= item.parts:
        finish_step(work, facts, step.step, day)


def _reopen(work: Work, item: Item) -> None:
    facts = snapshot(work)
    _run, step = find_step(facts, step_of(item.key))
    if is_done(step) and not step.instead:
        reopen_step(work, facts, step.step)


def _parts(work: Work, run: Adoption, item: Item) -> list[Item]:
    """The ticked parts of an item's step in this run."""
    started = Week.of(run.started_on) if run.started_on else item.week
    return [
        one
        for one in work.all(Item, kind="step", network=run.network, done=True)
        if step_of(one.key) == step_of(item.key) and ticked(one) and one.week >= started
    ]
