"""The list of ideas, and what belongs to a post: the two ticks before it, whose it is, where else it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from focusplan.answers import IdeasView
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import Evidence
from focusplan.domain.plan import Idea, Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.weekitems import SHARED, Item
from focusplan.domain.weeks import Week
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks import recording, ticking
from focusplan.services.weeks.postnotes import BEFORE, POST, marks
from focusplan.store.store import Work

T = TypeVar("T")

ALSO_MINUTES = 5
"""What it takes to use a post on another network too."""


class IdeasService:
    """Verbs of the list of ideas and of post jobs. A week left out means the running one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(self) -> IdeasView:
        """Those that wait, as posts take them, and those that were used, the latest first."""
        with self._context.read() as work:
            ideas = work.all(Idea)
        used = [idea for idea in ideas if idea.used_on is not None]
        used.sort(key=lambda idea: (idea.used_on or date.min, idea.id), reverse=True)
        return IdeasView(tuple(idea for idea in ideas if idea.used_on is None), tuple(used))

    def add(self, text: str) -> Idea:
        """Put a line at the end of the list. WrongUse title_empty, title_long."""
        line = _line(text)
        return self._do("idea_add", lambda work: work.add(Idea(0, line)))

    def edit(self, idea: int, text: str) -> None:
        """Say an idea differently. WrongUse as `add`; Refused no_such_idea."""
        line = _line(text)
        self._do("idea_edit", lambda work: work.put(replace(_found(work, idea), text=line)))

    def move(self, idea: int, by: int) -> int:
        """Let an idea that waits change places with the one before (-1) or after it (1); answers the id it
        has there, its own where there is no such place. Refused no_such_idea."""

        def swap(work: Work) -> int:
            mine = _found(work, idea)
            waiting = [one for one in work.all(Idea) if one.used_on is None]
            place = waiting.index(mine) + by if mine in waiting else -1
            if not 0 <= place < len(waiting):
                return idea
            other = waiting[place]
            work.put(replace(mine, text=other.text))
            work.put(replace(other, text=mine.text))
            return other.id

        return self._do("idea_move", swap)

    def remove(self, idea: int) -> None:
        """Take a line off the list."""
        self._do("idea_remove", lambda work: work.remove(Idea(idea, "")))

    # -------------------------------------------------------------- posts

    def share(self, week: Week | None, number: int, shared: bool) -> None:
        """Make a post someone else's with an own sentence, or one's own again. Refused not_a_post, job_done,
        no_such_job."""

        def turn(work: Work) -> None:
            item = self._post(work, week, number)
            if item.done:
                raise Refused("job_done", number=number)
            work.put(replace(item, note=SHARED if shared else ""))

        self._do("shared", turn)

    def check(self, week: Week | None, number: int, which: str, on: bool) -> None:
        """One of the two ticks before posting: `gain`, who gains by it, or `own`, what only we can say.
        WrongUse not_choice; Refused as `share`."""
        if which not in BEFORE:
            raise WrongUse("not_choice", argument="which", value=which, choices=BEFORE)

        def turn(work: Work) -> None:
            item = self._post(work, week, number)
            kept = marks(work, item)
            _keep(work, item, (*kept, which) if on else tuple(one for one in kept if one != which))

        self._do("before_post", turn)

    def also_used(self, week: Week | None, number: int, network: str) -> None:
        """A ticked post was used on a network that runs well too: five minutes, and a post of it. Refused
        not_a_post, job_not_done, not_mastered, also_used_already, week_closed."""

        def use(work: Work) -> None:
            facts = snapshot(work)
            item = self._post(work, week, number)
            ticking.refuse_unless_open(facts, item.week)
            if not item.done:
                raise Refused("job_not_done", number=number)
            if network not in {run.network for run in facts.in_state("mastered")}:
                raise Refused("not_mastered", network=network)
            kept = marks(work, item)
            if network in kept:
                raise Refused("also_used_already", network=network)
            _keep(work, item, (*kept, network))
            row = work.one(Evidence, network=network, week=item.week, late=False)
            ticks = facts.ticks.get((network, item.week))
            typed = row.posts if row is not None and not row.void else None
            posts = typed if typed is not None else ticks.posts if ticks else 0
            recording.record(work, facts, network, item.week, {"posts": posts + 1})
            recording.log_session(work, facts, network, ALSO_MINUTES, outside=False)

        self._do("also_used", use)

    def _post(self, work: Work, week: Week | None, number: int) -> Item:
        facts = snapshot(work)
        catalogue = self._context.catalogue
        item = ticking.jobs_of(work, catalogue, facts, week or facts.week, [number])[0]
        if item.kind != "post":
            raise Refused("not_a_post", number=number)
        return item

    def _do(self, deed: str, verb: Callable[[Work], T]) -> T:
        with self._context.begin(deed) as work:
            result = verb(work)
        self._context.announce(Topic.WEEK | Topic.NUMBERS | Topic.NETWORKS)
        return result


def _line(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise WrongUse("title_empty")
    if len(line) > TEXT_LENGTH:
        raise WrongUse("title_long", most=TEXT_LENGTH)
    return line


def _found(work: Work, idea: int) -> Idea:
    found = work.one(Idea, id=idea)
    if found is None:
        raise Refused("no_such_idea")
    return found


def _keep(work: Work, item: Item, kept: tuple[str, ...]) -> None:
    work.put(Note(f"{POST}{item.id}", " ".join(dict.fromkeys(kept))))
