"""A week as window, command line and paper show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from focusplan.answers import Badge, Day, FirstJob, GoalView, Job, SheetView, WeekView
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal
from focusplan.domain.pauses import closed
from focusplan.domain.pausing import long_silence
from focusplan.domain.plan import Idea
from focusplan.domain.playbook import STAGES
from focusplan.domain.review import Closing
from focusplan.domain.road import stage_now
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import TimeEntry, logged
from focusplan.domain.weekitems import Item, minutes_taken, planned_minutes
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words
from focusplan.services.roads.goalviews import goal_views
from focusplan.services.roads.networkviews import opens_next
from focusplan.services.roads.roadviews import stage_title, steps_count
from focusplan.services.weeks import jobwords, weekwords
from focusplan.services.weeks.planning import Planned, planned, reopened
from focusplan.store.store import Work

IDEAS_SHOWN = 5


def week_view(work: Work, catalogue: Catalogue, facts: Snapshot, plan: Planned) -> WeekView:
    """The whole page of a week."""
    week, day = plan.week, facts.moment.day
    shown = [item for item in plan.items if not item.dropped]
    jobs = _jobs(work, catalogue, facts, plan, shown)
    one, many = result_words(catalogue, facts.business)
    network, line = opens_next(facts, catalogue)
    return WeekView(
        week=week,
        today=day,
        business=facts.business.name,
        budget=facts.boundaries.budget,
        reserve=facts.boundaries.reserve,
        planned=planned_minutes(plan.items),
        minutes_done=minutes_done(work, week),
        paused=plan.paused,
        present=week == facts.week,
        closed=closed(week, facts.pauses, day),
        days=tuple(_day(facts, one_day, jobs) for one_day in week.days),
        put_off=tuple(job for job in jobs if job.day is None),
        protected=tuple(one_day for one_day in week.days if not facts.boundaries.room(one_day)),
        yours=weekwords.yours(facts.boundaries),
        notes=tuple(filter(None, (weekwords.note_text(catalogue, note) for note in plan.notes))),
        active=badge(catalogue, facts),
        opens_next=line,
        next_network=network,
        result_one=one,
        result_many=many,
        results=results_of(work, facts, facts.week),
        paper_line=weekwords.paper_line(week, (job.number for job in jobs)),
        review_due=closing(work, facts).due(),
        first=_first(work, catalogue, facts, jobs) if week == facts.week and not plan.paused else None,
        practice=facts.plan.practice,
        long_silence=week == facts.week and long_silence(week, facts.pauses),
    )


def jobs_of_plan(work: Work, catalogue: Catalogue, facts: Snapshot, plan: Planned) -> tuple[Job, ...]:
    """The jobs of a week that stand in it, by number."""
    jobs = _jobs(work, catalogue, facts, plan, [item for item in plan.items if not item.dropped])
    return tuple(sorted(jobs, key=lambda job: job.number))


def sheet_view(work: Work, catalogue: Catalogue, facts: Snapshot, plan: Planned) -> SheetView:
    """Everything the printed week shows."""
    _one, many = result_words(catalogue, facts.business)
    run = facts.active
    goals: tuple[GoalView, ...] = goal_views(facts, catalogue, run) if run else ()
    words = jobwords.JobWords.of(work, catalogue, facts, plan.week, plan.items)
    taken = set(words.ideas.values())
    unused = [idea.text for idea in work.all(Idea) if idea.used_on is None and idea.text not in taken]
    view = week_view(work, catalogue, facts, plan)
    return SheetView(
        week=view,
        goals=goals,
        boxes=weekwords.boxes(many),
        ideas=tuple(unused[:IDEAS_SHOWN]),
        when_then=words.when_then,
        paper_line=view.paper_line,
        letters=weekwords.letters_line(many),
        people=any(job.person for job in view.items),
    )


def closing(work: Work, facts: Snapshot) -> Closing:
    """What decides which week is to be closed."""
    return Closing(
        today=facts.moment.day,
        begins=facts.plan.first_day,
        boundaries=facts.boundaries,
        pauses=facts.pauses,
        reviews=facts.reviews,
        reopened=reopened(work, facts),
        holidays=frozenset(one.day for one in facts.holidays),
    )


def minutes_done(work: Work, week: Week) -> int:
    """All minutes logged for a week, in or outside the plan: ticked jobs and entries."""
    entries = work.between(TimeEntry, "day", week.monday, week.sunday)
    return minutes_taken(work.all(Item, week=week)) + logged(entries, week)


def counted_network(facts: Snapshot) -> str | None:
    """The network that results are counted for: the one being learnt, else the first that runs well or is
    kept as it is."""
    for state in ("active", "mastered", "parked"):
        runs = facts.in_state(state)
        if runs:
            return runs[0].network
    return None


def results_of(work: Work, facts: Snapshot, week: Week) -> int | None:
    """Results counted this week for that network; None where nothing was counted."""
    network = counted_network(facts)
    row = work.one(Evidence, network=network, week=week, late=False) if network else None
    return row.enquiries if row is not None and not row.void else None


def badge(catalogue: Catalogue, facts: Snapshot) -> Badge | None:
    """The network being learnt and the part of its road."""
    run = facts.active
    if run is None:
        return None
    stage = stage_now(facts.steps_of(run), facts.openings_of(run), run)
    done, total = steps_count(facts, run)
    name = catalogue.name(run.network)
    return Badge(run.network, name, stage, STAGES.index(stage) + 1, stage_title(stage), done, total)


def _jobs(
    work: Work, catalogue: Catalogue, facts: Snapshot, plan: Planned, items: Iterable[Item]
) -> tuple[Job, ...]:
    shown = list(items)
    words = jobwords.JobWords.of(work, catalogue, facts, plan.week, shown)
    jobs = [words.job(item) for item in shown]
    if plan.week == facts.week:
        return jobwords.marked_next(jobs)
    return tuple(sorted(jobs, key=lambda job: job.number))


def _day(facts: Snapshot, day: date, jobs: Iterable[Job]) -> Day:
    today = facts.moment.day
    return Day(
        day=day,
        room=facts.boundaries.room(day),
        hours=weekwords.hours_text(facts.boundaries, day.weekday()),
        protected=not facts.boundaries.room(day),
        today=day == today,
        past=day < today,
        jobs=tuple(job for job in jobs if job.day == day),
    )


def _first(work: Work, catalogue: Catalogue, facts: Snapshot, jobs: Iterable[Job]) -> FirstJob | None:
    """The next job, when today has none left: of this week, else of the next one."""
    today = facts.moment.day
    waiting = [job for job in jobs if job.day is not None and job.day >= today and not job.done]
    if any(job.day == today for job in waiting):
        return None
    if not waiting:
        coming = planned(work, catalogue, facts, facts.week + 1)
        shown = [item for item in coming.items if not item.dropped and not item.done]
        waiting = [job for job in _jobs(work, catalogue, facts, coming, shown) if job.day is not None]
    if not waiting:
        return None
    job = min(waiting, key=lambda one: (one.day or date.max, one.number))
    day = job.day or today
    spans = facts.boundaries.spans(day)
    return FirstJob(replace(job, is_next=False), day, spans[0][0] if spans else 0, _goals_from(facts))


def _goals_from(facts: Snapshot) -> date | None:
    """The Monday the goals of the network being learnt count from, where that is known and still to come."""
    run = facts.active
    goals: tuple[Goal, ...] = facts.goals_of(run) if run else ()
    weeks = [goal.from_week for goal in goals if goal.from_week is not None and goal.from_week > facts.week]
    return min(weeks).monday if weeks else None
