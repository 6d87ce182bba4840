"""Moving, putting off, letting go, shortening and adding jobs inside a unit of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import (
    SHARED,
    SMALLEST_PART,
    Item,
    own_minutes,
    planned_minutes,
    stands,
    step_of,
)
from focusplan.domain.weekrooms import DayRoom
from focusplan.domain.weeks import Week
from focusplan.domain.weeksteps import SHORTENED
from focusplan.playbooks import Catalogue
from focusplan.services.facts import snapshot
from focusplan.services.weeks.jobwords import JobWords
from focusplan.services.weeks.planning import AHEAD, SHARES, SMALLER, plan_input, silent, stored
from focusplan.services.weeks.ticking import check_minutes, jobs_of
from focusplan.store.store import Work

SHORTEST_JOB = 5
OWN_MOST = 480
"""Minutes something that came up can be planned with."""


def move(work: Work, catalogue: Catalogue, week: Week, number: int, day: date) -> None:
    """Place a job on another day of its week, also one that was put off or let go.

    Refused: job_done, day_other_week, day_past, day_protected, day_held, day_full, budget_full.
    """
    facts, item = _undone(work, catalogue, week, number)
    if Week.of(day) != week:
        raise Refused("day_other_week", day=day, week=week)
    items = work.all(Item, week=week)
    others = [one for one in items if one.number != number]
    minutes = own_minutes(item)
    _refuse_day(facts, day, minutes, others)
    if item.kind == "post" and any(one.first_day <= day <= one.last_day for one in facts.crises):
        raise Refused("day_held", day=day)
    limit = plan_input(work, catalogue, facts, week, tuple(items)).limit
    planned = planned_minutes(others)
    if not stands(item) and item.kind != "own" and planned + minutes > limit:
        raise Refused("budget_full", minutes=minutes, left=max(0, limit - planned))
    work.put(replace(item, day=day, by_hand=True, dropped=False, note=_kept_note(item)))


def put_off(work: Work, catalogue: Catalogue, week: Week, number: int) -> None:
    """Take a job from its day; it waits under Later. Refused job_done."""
    _facts, item = _undone(work, catalogue, week, number)
    work.put(replace(item, day=None, by_hand=True, dropped=False, note=_kept_note(item)))


def drop(work: Work, catalogue: Catalogue, week: Week, number: int) -> None:
    """Let a post, an optional step or what came up go for this week. Refused job_done, job_needed."""
    facts, item = _undone(work, catalogue, week, number)
    if not JobWords.of(work, catalogue, facts, week, ()).can_drop(item):
        raise Refused("job_needed", number=number)
    for part in _group(work, item):
        if not part.done:
            work.put(replace(part, dropped=True, note=""))


def shorten(work: Work, catalogue: Catalogue, week: Week, number: int, minutes: int) -> None:
    """Plan a job with fewer minutes; of a step nothing more is planned then. WrongUse minutes_shorter."""
    _facts, item = _undone(work, catalogue, week, number)
    if not SHORTEST_JOB <= minutes < item.minutes:
        raise WrongUse("minutes_shorter", minutes=minutes, least=SHORTEST_JOB, most=item.minutes - 1)
    note = SHORTENED if item.kind == "step" else item.note
    work.put(replace(item, minutes=minutes, by_hand=True, note=note))


def split(work: Work, catalogue: Catalogue, week: Week, number: int) -> None:
    """Cut a step in two: about half of it stays here, the rest is planned anew. Refused job_too_short."""
    _facts, item = _undone(work, catalogue, week, number)
    if item.kind != "step" or item.minutes < 2 * SMALLEST_PART:
        raise Refused("job_too_short", number=number, least=2 * SMALLEST_PART)
    half = max(SMALLEST_PART, item.minutes // 10 * 5)
    work.put(replace(item, minutes=half, by_hand=True, parts=item.parts + 1))


def smaller(work: Work, catalogue: Catalogue, week: Week, share: int) -> None:
    """Plan this share of the usual minutes. WrongUse not_choice; Refused week_over, week_too_far,
    week_paused."""
    choices = (*SHARES, "100")
    if str(share) not in choices:
        raise WrongUse("not_choice", argument="share", value=share, choices=choices)
    facts = snapshot(work)
    if week < facts.week:
        raise Refused("week_over", week=week)
    if week - facts.week > AHEAD:
        raise Refused("week_too_far", week=week, most=AHEAD)
    if silent(work, facts, week):
        raise Refused("week_paused", week=week)
    note = Note(f"{SMALLER}{week}", str(share))
    work.remove(note) if share == 100 else work.put(note)
    stored(work, catalogue, facts, week)


def came_up(
    work: Work, catalogue: Catalogue, title: str, minutes: int, day: date | None, done: bool,
    network: str = "",
) -> tuple[Week, int]:  # fmt: skip
    """Add a job of the owner's own, outside the plan's budget; answers its week and number.

    Without a day it gets the first allowed one with room, else it waits under Later; done ones stand on the
    day they were done. WrongUse title_empty, title_long, minutes_range; Refused as for `move`.
    """
    text = title.strip()
    if not text:
        raise WrongUse("title_empty")
    if len(text) > TEXT_LENGTH:
        raise WrongUse("title_long", most=TEXT_LENGTH)
    if not 1 <= minutes <= OWN_MOST:
        raise WrongUse("minutes_range", minutes=minutes, least=1, most=OWN_MOST)
    facts = snapshot(work)
    week = Week.of(day or facts.moment.day)
    _refuse_week(facts, week)
    items = stored(work, catalogue, facts, week)
    place = _done_day(facts, day) if done else _open_day(facts, week, day, minutes, items)
    number = max((item.number for item in work.all(Item, week=week)), default=0) + 1
    moment = facts.moment
    work.add(Item(
        0, week, number, f"own-{week.index}-{number}", "own", network or None, place, minutes, done=done,
        done_on=place if done else None, done_at=moment.at if done else None, taken=minutes if done else None,
        by_hand=True, title=text,
    ))  # fmt: skip
    return week, number


def set_minutes(work: Work, catalogue: Catalogue, week: Week, number: int, minutes: int | None) -> None:
    """Say what a done job took; None means the estimate. Refused job_not_done, week_closed."""
    check_minutes(minutes)
    facts = snapshot(work)
    _refuse_week(facts, week)
    item = jobs_of(work, catalogue, facts, week, [number])[0]
    if not item.done:
        raise Refused("job_not_done", number=number)
    work.put(replace(item, taken=minutes))


def _undone(work: Work, catalogue: Catalogue, week: Week, number: int) -> tuple[Snapshot, Item]:
    """A job that is still to be done, in a week that is not over. Refused also week_paused, week_over."""
    facts = snapshot(work)
    if week < facts.week:
        raise Refused("week_over", week=week)
    item = jobs_of(work, catalogue, facts, week, [number])[0]
    if item.done:
        raise Refused("job_done", number=number)
    return facts, item


def _refuse_week(facts: Snapshot, week: Week) -> None:
    if closed(week, facts.pauses, facts.moment.day):
        raise Refused("week_closed", week=week)
    if week - facts.week > AHEAD:
        raise Refused("week_too_far", week=week, most=AHEAD)


def _refuse_day(facts: Snapshot, day: date, minutes: int, others: Iterable[Item]) -> None:
    """Nothing is placed on a past or protected day, nor where it does not fit."""
    if day < facts.moment.day:
        raise Refused("day_past", day=day)
    if not facts.boundaries.room(day):
        raise Refused("day_protected", day=day)
    room = _room(facts, day, others)
    if room.largest < minutes:
        raise Refused("day_full", day=day, minutes=minutes, left=room.left)


def _room(facts: Snapshot, day: date, items: Iterable[Item]) -> DayRoom:
    room = DayRoom.of(day, facts.boundaries.spans(day))
    for item in items:
        if stands(item) and item.day == day:
            room.take(own_minutes(item))
    return room


def _done_day(facts: Snapshot, day: date | None) -> date:
    """The day something was done: today unless named, never a day to come."""
    if day is not None and day > facts.moment.day:
        raise Refused("day_future", day=day)
    return day or facts.moment.day


def _open_day(
    facts: Snapshot, week: Week, day: date | None, minutes: int, items: Iterable[Item]
) -> date | None:
    """The wished day, or the first with room; None when there is none."""
    standing = list(items)
    if day is not None:
        _refuse_day(facts, day, minutes, standing)
        return day
    coming = [one for one in week.days if one >= facts.moment.day and facts.boundaries.room(one)]
    return next((one for one in coming if _room(facts, one, standing).largest >= minutes), None)


def _group(work: Work, item: Item) -> list[Item]:
    """All parts of the job in its week."""
    return [one for one in work.all(Item, week=item.week) if step_of(one.key) == step_of(item.key)]


def _kept_note(item: Item) -> str:
    """What has a place again is not gone."""
    return item.note if item.note in (SHORTENED, SHARED) else ""
