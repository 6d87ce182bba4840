"""Readiness as window and paper show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from focusplan.answers import Job, WeekView
from focusplan.domain import road
from focusplan.domain.plan import Note
from focusplan.domain.readiness import QUESTIONS, Answers, answers_of, gaps, question_of, still_due
from focusplan.domain.readinessadvice import Standing, advice, turns
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.ways import WAYS, is_way_job, open_jobs
from focusplan.domain.weeks import Week
from focusplan.i18n import _, language
from focusplan.playbooks import Catalogue
from focusplan.readinessanswers import (
    AskedJob,
    ReadinessCard,
    ReadinessView,
    ReasonsSheet,
    ReasonWeek,
    WayChoice,
)
from focusplan.services.facts import playbook_of
from focusplan.services.readying.readinesswords import (
    answer_words,
    gap_words,
    question_title,
    reason_words,
    turn_words,
)
from focusplan.services.readying.wayplan import chosen_way, done_jobs, least_start, way_now, way_ticks
from focusplan.services.readying.waywords import minimal_why, next_step, way_name, way_sentence
from focusplan.store.store import Work
from focusplan.ways import load_ways

PREFIX = "readiness."
"""How the keys of all these notes begin."""


def readiness_view(work: Work, catalogue: Catalogue, facts: Snapshot, jobs: Iterable[Job]) -> ReadinessView:
    """The whole dialog. `jobs`: those of the running week."""
    notes, answers = kept(work), _answers(work, facts)
    standing = _standing(catalogue, facts)
    given = advice(answers, standing)
    chosen, now = chosen_way(work), way_now(work, catalogue, facts)
    currency = facts.business.currency
    business = facts.business
    amounts = {"quote": business.outsourcing_quote, "hour_value": business.hour_value}
    left = answers.open
    return ReadinessView(
        values={**notes, **{key: _plain(value) for key, value in amounts.items()}},
        shown=tuple((one, question_title(one), answer_words(one, answers, currency)) for one in QUESTIONS),
        at=notes.get("at", "") if notes.get("at") in (*QUESTIONS, "advice") else (*left, "advice")[0],
        open=left,
        advised=given.way,
        reasons=tuple(reason_words(reason, currency) for reason in given.reasons),
        turns=tuple(turn_words(code, way) for code, way in turns(answers, standing)),
        ways=tuple(
            WayChoice(way, way_name(way), way_sentence(way), way == given.way, way == chosen) for way in WAYS
        ),
        chosen=chosen,
        now=minimal_why(now.why) if now.way != chosen else "",
        missing=gaps(answers),
        can_start=_can_start(work, facts, chosen, answers),
        currency=currency,
        jobs=_asked_jobs(work, catalogue, facts, jobs),
        answered_on=_answered_on(work, facts),
    )


def card(work: Work, catalogue: Catalogue, facts: Snapshot) -> ReadinessCard:
    """The way in short, for This week and Settings."""
    chosen, now, answers = chosen_way(work), way_now(work, catalogue, facts), _answers(work, facts)
    ready = _can_start(work, facts, chosen, answers)
    if now.starts:
        text = ""
    elif now.way != chosen:
        text = minimal_why(now.why)
    elif ready:
        text = _("Nothing is missing any more: you could start now.")
    elif chosen == "prepare_first" and gaps(answers):
        text = gap_words(gaps(answers))
    else:
        text = next_step(chosen) if _through(work, facts, chosen) else way_sentence(chosen)
    answered = _answered_on(work, facts)
    put_off = _week(kept(work).get("not_now", ""))
    due = facts.week not in facts.pauses and still_due(
        Week.of(answered) if answered else None, facts.week, put_off
    )
    return ReadinessCard(now.way, "" if now.starts else way_name(now.way), text, ready, due)


def reasons_sheet(view: ReadinessView, facts: Snapshot, weeks: Sequence[WeekView]) -> ReasonsSheet:
    """The page to print, from the view and the weeks as they are planned."""
    chosen = next(one for one in view.ways if one.chosen)
    return ReasonsSheet(
        business=facts.business.name,
        today=facts.moment.day,
        practice=facts.plan.practice,
        way=chosen.name,
        sentence=chosen.sentence,
        advised="" if view.advised == view.chosen else way_name(view.advised),
        reasons=(*([view.now] if view.now else []), *view.reasons),
        answers=tuple((title, text) for _id, title, text in view.shown if text),
        turns=view.turns,
        weeks=tuple(_week_of(one) for one in weeks),
    )


def _week_of(view: WeekView) -> ReasonWeek:
    jobs = [job for job in view.items if job.day is not None]
    ordered = sorted(jobs, key=lambda job: (job.day or date.max, job.number))
    note = _("This week is paused.") if view.paused else "" if jobs else next(iter(view.notes), "")
    return ReasonWeek(view.week, tuple((job.title, job.minutes) for job in ordered), note)


def kept(work: Work) -> dict[str, str]:
    """The owner's notes on readiness, by their keys without the word before them."""
    return {
        note.key.removeprefix(PREFIX): note.text for note in work.all(Note) if note.key.startswith(PREFIX)
    }


def _answers(work: Work, facts: Snapshot) -> Answers:
    return answers_of(kept(work), facts.business.outsourcing_quote, facts.business.hour_value)


def _standing(catalogue: Catalogue, facts: Snapshot) -> Standing:
    needed = None if facts.active is not None else least_start(catalogue, facts)
    return Standing(facts.boundaries.budget, facts.boundaries.plannable, needed)


def _can_start(work: Work, facts: Snapshot, chosen: str, answers: Answers) -> bool:
    """Whether the way chosen has led to where one could start."""
    if chosen == "prepare_first":
        return not gaps(answers)
    return chosen == "learn" and _through(work, facts, chosen)


def _through(work: Work, facts: Snapshot, way: str) -> bool:
    done = done_jobs(way_ticks(work))
    return open_jobs(load_ways().get(way), done, alone=facts.active is None).through


def _answered_on(work: Work, facts: Snapshot) -> date | None:
    """The day of the last answer; for answers that came with the profile file, the plan's first day."""
    try:
        return date.fromisoformat(kept(work).get("answered_on", ""))
    except ValueError:
        answered = len(_answers(work, facts).open) < len(QUESTIONS)
        said = any(key.startswith("say.") or key in QUESTIONS for key in kept(work))
        return facts.plan.first_day if answered and said else None


def _week(text: str) -> Week | None:
    try:
        return Week.parse(text)
    except ValueError:
        return None


def _plain(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def _asked_jobs(
    work: Work, catalogue: Catalogue, facts: Snapshot, jobs: Iterable[Job]
) -> Mapping[str, AskedJob]:
    """The open job of each question, of the road being walked or of the running week."""
    found = {
        question_of(job.id): AskedJob(job.id, job.title, job.number)
        for job in jobs
        if is_way_job(job.id) and question_of(job.id) and not job.done and job.can_tick
    }
    run = facts.active
    if run is None:
        return found
    playbook, openings = playbook_of(work, catalogue, run), facts.openings_of(run)
    for step in facts.steps_of(run):
        question = question_of(step.step)
        if question and not road.is_done(step) and road.can_do(run, step, openings):
            found[question] = AskedJob(step.step, playbook.words_of(step.step, language()).title)
    return found
