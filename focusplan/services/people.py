"""Who does a job: the owner, staff or an agency. What comes every week stays with whom it was handed to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.plan import Note
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks import ticking
from focusplan.services.weeks.handing import HAND, WEEKLY, hand_key
from focusplan.store.store import Work

T = TypeVar("T")

_NAMES = "people"
NAME_LENGTH = 60
MOST_NAMES = 30


class PeopleService:
    """Names of the people who help, and handing jobs to them. A name left empty means the owner."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def names(self) -> tuple[str, ...]:
        """The people who help, in the order they were named."""
        with self._context.read() as work:
            return _names(work)

    def add(self, name: str) -> str:
        """Add someone; answers the name as it is kept. WrongUse title_empty, person_long, people_most."""
        kept = _name(name)

        def put(work: Work) -> str:
            names = _names(work)
            if kept not in names:
                _keep(work, (*names, kept))
            return kept

        return self._do("people", put)

    def rename(self, old: str, new: str) -> str:
        """Call someone differently, also in the jobs of this week and of those to come; answers the name as
        it is kept. A name that is there already makes one of the two. WrongUse as `add`."""
        kept = _name(new)

        def put(work: Work) -> str:
            present = Week.of(work.moment.day)
            _keep(work, tuple(dict.fromkeys(kept if one == old else one for one in _names(work))))
            for note in work.notes(HAND):
                if note.text == old:
                    work.put(replace(note, text=kept))
            for item in work.all(Item, person=old):
                if item.week >= present:
                    work.put(replace(item, person=kept))
            return kept

        return self._do("people", put)

    def remove(self, name: str) -> None:
        """Take a name off the list, and from what comes every week; jobs of this week stay as they are."""

        def take(work: Work) -> None:
            _keep(work, tuple(one for one in _names(work) if one != name))
            for note in work.notes(HAND):
                if note.text == name:
                    work.remove(note)

        self._do("people", take)

    def hand_over(self, week: Week | None, number: int, name: str) -> bool:
        """Hand a job to someone, or take it back (an empty name); answers whether that holds for the coming
        weeks too, as it does for what comes every week. WrongUse as `add`; Refused job_done, no_such_job,
        week_over."""
        kept = _name(name) if name else ""

        def hand(work: Work) -> bool:
            facts = snapshot(work)
            at = week or facts.week
            if at < facts.week:
                raise Refused("week_over", week=at)
            item = ticking.jobs_of(work, self._context.catalogue, facts, at, [number])[0]
            if item.done:
                raise Refused("job_done", number=number)
            if kept and kept not in _names(work):
                _keep(work, (*_names(work), kept))
            work.put(replace(item, person=kept))
            if item.kind not in WEEKLY:
                return False
            _hand_on(work, item, kept)
            return True

        return self._do("person", hand)

    def _do(self, deed: str, verb: Callable[[Work], T]) -> T:
        with self._context.begin(deed) as work:
            result = verb(work)
        self._context.announce(Topic.WEEK | Topic.BUSINESS)
        return result


def _hand_on(work: Work, item: Item, name: str) -> None:
    """From now on what comes every week is this person's, in weeks that are planned already too."""
    key = hand_key(item)
    if name:
        work.put(Note(f"{HAND}{key}", name))
    elif work.one(Note, key=f"{HAND}{key}") is not None:
        work.remove(Note(f"{HAND}{key}", ""))
    for one in work.all(Item, kind=item.kind, network=item.network, done=False):
        if one.week > item.week and hand_key(one) == key and one.person != name:
            work.put(replace(one, person=name))


def _names(work: Work) -> tuple[str, ...]:
    note = work.one(Note, key=_NAMES)
    return tuple(filter(None, note.text.split("\n"))) if note is not None else ()


def _keep(work: Work, names: tuple[str, ...]) -> None:
    if len(names) > MOST_NAMES:
        raise WrongUse("people_most", most=MOST_NAMES)
    work.put(Note(_NAMES, "\n".join(names)))


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise WrongUse("title_empty")
    if len(name) > NAME_LENGTH:
        raise WrongUse("person_long", most=NAME_LENGTH)
    return name

