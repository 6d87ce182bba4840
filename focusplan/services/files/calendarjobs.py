"""Jobs of the weeks as calendar events, and what was given out before.

What was given out is kept in the plan as notes, one for each week, so that a later file can move a job that
moved and take back one that is gone. Notes of weeks that are no longer given out are taken away.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from focusplan.answers import Job
from focusplan.domain.dayplan import times
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item, stands, ticked
from focusplan.domain.weeks import Week, span
from focusplan.exports.icalendar import Event, Given, brought_up
from focusplan.i18n import _
from focusplan.playbooks import Catalogue
from focusplan.services.weeks.jobwords import JobWords
from focusplan.services.weeks.planning import AHEAD, Planned, planned
from focusplan.store.store import Work

NOTE = "calendar."
"""How the keys of these notes begin; the week follows."""
BACK = 4
"""Past weeks that are given out."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is given out now, and what was before. `left_out`: jobs that find no room in the hours."""

    plan: str
    business: str
    given: tuple[Given, ...]
    before: tuple[Given, ...]
    left_out: int
    unsaved: tuple[Planned, ...]


def calendar(work: Work, catalogue: Catalogue, facts: Snapshot) -> Calendar:
    """The weeks as events, compared with what was given out before; writes nothing."""
    weeks = [_week(work, catalogue, facts, week) for week in _weeks(work, facts)]
    events = [event for found, _left, _plan in weeks for event in found]
    before = _remembered(work, facts.week - BACK)
    return Calendar(
        plan=facts.plan.uuid,
        business=facts.business.name,
        given=brought_up(before, events, facts.moment.at.replace(microsecond=0)),
        before=before,
        left_out=sum(left for _found, left, _plan in weeks),
        unsaved=tuple(plan for _found, _left, plan in weeks if plan is not None and plan.unsaved),
    )


def remember(work: Work, made: Calendar) -> None:
    """Keep what is given out now, and nothing of weeks that are over for long."""
    weeks: dict[str, dict[str, Any]] = {}
    for one in made.given:
        week, _dash, number = one.event.key.rpartition("-")
        weeks.setdefault(f"{NOTE}{week}", {})[number] = _kept(one)
    for note in work.all(Note):
        if note.key.startswith(NOTE) and note.key not in weeks:
            work.remove(note)
    for key, kept in weeks.items():
        work.put(Note(key, json.dumps(kept, ensure_ascii=False, sort_keys=True)))


def _weeks(work: Work, facts: Snapshot) -> list[Week]:
    first = max(facts.week - BACK, Week.of(facts.plan.first_day))
    coming = [week for week in span(facts.week + 1, facts.week + AHEAD) if work.one(Item, week=week)]
    return [*span(first, facts.week), *coming]


def _week(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week
) -> tuple[list[Event], int, Planned | None]:
    """The events of a week, how many jobs found no room, and its plan where it is not over."""
    plan = planned(work, catalogue, facts, week) if week >= facts.week else None
    items = list(work.all(Item, week=week) if plan is None or plan.paused else plan.items)
    if week in facts.pauses and (plan is None or plan.paused):
        items = [item for item in items if ticked(item)]
    shown = [item for item in items if stands(item)]
    words = JobWords.of(work, catalogue, facts, week, items)
    events: list[Event] = []
    for day in week.days:
        jobs = [item for item in shown if item.day == day]
        events += _day(facts, words, week, day, jobs)
    return events, len(shown) - len(events), plan


def _day(facts: Snapshot, words: JobWords, week: Week, day: date, items: Iterable[Item]) -> list[Event]:
    ordered = sorted(items, key=lambda item: item.number)
    begins = times([(item.number, item.minutes) for item in ordered], facts.boundaries.spans(day))
    return [
        _event(words.job(item), week, day, begins[item.number]) for item in ordered if item.number in begins
    ]


def _event(job: Job, week: Week, day: date, start: int) -> Event:
    title = _("✓ {title}").format(title=job.title) if job.done else job.title
    text = "\n".join(filter(None, (job.note, job.why, *_how(job), _last(job))))
    return Event(f"{week}-{job.number}", day, start, job.minutes, title, text, job.network_name)


def _how(job: Job) -> list[str]:
    return [f"– {line}" for line in job.how]


def _last(job: Job) -> str:
    lines = []
    if job.done_when:
        lines.append(_("Done when: {text}").format(text=job.done_when))
    if job.person:
        lines.append(_("Who: {person}").format(person=job.person))
    return "\n".join(lines)


def _remembered(work: Work, first: Week) -> tuple[Given, ...]:
    """What was given out of this week and later ones; a note that can't be read is as none."""
    found: list[Given] = []
    for note in work.all(Note):
        if note.key.startswith(NOTE):
            try:
                week = Week.parse(note.key.removeprefix(NOTE))
                if week >= first:
                    found += [_given(week, number, kept) for number, kept in json.loads(note.text).items()]
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
    return tuple(sorted(found, key=lambda one: (one.event.day, one.event.start, one.event.key)))


def _kept(given: Given) -> dict[str, Any]:
    event = given.event
    return {
        "sequence": given.sequence, "changed": given.changed.isoformat(), "gone": given.gone,
        "day": event.day.isoformat(), "start": event.start, "minutes": event.minutes, "title": event.title,
        "text": event.text, "group": event.group,
    }  # fmt: skip


def _given(week: Week, number: str, kept: Mapping[str, Any]) -> Given:
    event = Event(
        f"{week}-{number}", date.fromisoformat(kept["day"]), int(kept["start"]), int(kept["minutes"]),
        str(kept["title"]), str(kept["text"]), str(kept["group"]),
    )  # fmt: skip
    return Given(event, int(kept["sequence"]), datetime.fromisoformat(kept["changed"]), bool(kept["gone"]))
