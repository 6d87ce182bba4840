"""Before the first post: the questions and their answers, the advice, the owner's way, and "still true?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from focusplan.domain.errors import CannotStore, InUse, WrongUse
from focusplan.domain.plan import Note
from focusplan.domain.readiness import NOT_NOW, QUESTIONS, STILL, UNKNOWN
from focusplan.domain.ways import WAYS
from focusplan.domain.weeks import Week
from focusplan.readinessanswers import ReadinessCard, ReadinessView, ReasonsSheet
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.readying.readinesskeeping import keep_answer
from focusplan.services.readying.readinessviews import PREFIX, card, readiness_view, reasons_sheet
from focusplan.services.readying.wayplan import CHOSEN
from focusplan.services.weeks.planning import planned, save
from focusplan.services.weeks.weekviews import week_view
from focusplan.store.store import Work

WEEKS_SHOWN = 4
"""Weeks on the printed page."""
_CHANGED = Topic.WEEK | Topic.NETWORKS | Topic.BUSINESS


class ReadinessService:
    """Questions and verbs of "before your first post"."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(self) -> ReadinessView:
        """Every answer, the advice with its reasons, and the five ways."""
        catalogue = self._context.catalogue
        with self._context.read() as work:
            facts = snapshot(work)
            jobs = week_view(work, catalogue, facts, planned(work, catalogue, facts, facts.week)).items
            return readiness_view(work, catalogue, facts, jobs)

    def card(self) -> ReadinessCard:
        """The way in two sentences, and whether the answers should be looked at again."""
        with self._context.read() as work:
            return card(work, self._context.catalogue, snapshot(work))

    def answer(self, question: str, values: Mapping[str, str]) -> None:
        """Keep the answer to one question as typed; emptied ones are open again. Things to say go on the list
        of ideas. WrongUse names what can't be taken."""
        _known(question)
        self._do("answer", lambda work: keep_answer(work, question, values))

    def unknown(self, question: str) -> None:
        """The owner doesn't know; what was typed before stays for later where it is several lines."""
        _known(question)
        self._do("answer", lambda work: keep_answer(work, question, {question: UNKNOWN}))

    def leave_at(self, question: str) -> None:
        """Remember where the questions were left."""
        self._note("at", question)

    def choose(self, way: str) -> None:
        """Take one of the five ways, advised or not; it can be changed at any time."""
        if way not in WAYS:
            raise WrongUse("not_choice", argument=CHOSEN, value=way, choices=WAYS)
        self._do("way", lambda work: work.put(Note(CHOSEN, way)))

    def still_true(self, outsider: str, said: str) -> None:
        """The answers were looked at again; the next time is in a quarter. `outsider`: yes, no or empty for
        whether somebody from outside looked at the page; `said`: what they said."""

        def keep(work: Work) -> None:
            work.put(Note(f"{PREFIX}outsider", outsider))
            work.put(Note(f"{PREFIX}outsider_said", said.strip()))
            work.put(Note(f"{PREFIX}answered_on", work.moment.day.isoformat()))

        self._do("still_true", keep)

    def not_now(self) -> None:
        """Ask again in four weeks."""
        week = Week.of(self._context.moment().day) + NOT_NOW
        self._do("not_now", lambda work: work.put(Note(f"{PREFIX}not_now", str(week))))

    def still(self) -> tuple[str, ...]:
        """The questions that are looked at again each quarter."""
        return STILL

    def reasons(self) -> ReasonsSheet:
        """Everything the printed page shows; its weeks are planned, and stored if they can be."""
        try:
            with self._context.begin() as work:
                return self._reasons(work, save)
        except (InUse, CannotStore):
            with self._context.read() as work:
                return self._reasons(work, lambda _work, _plan: None)

    def _reasons(self, work: Work, keep: Callable[..., None]) -> ReasonsSheet:
        catalogue, views = self._context.catalogue, []
        facts = snapshot(work)
        for number in range(WEEKS_SHOWN):
            plan = planned(work, catalogue, facts, facts.week + number)
            keep(work, plan)
            views.append(week_view(work, catalogue, facts, plan))
        return reasons_sheet(readiness_view(work, catalogue, facts, views[0].items), facts, views)

    def _note(self, key: str, text: str) -> None:
        with self._context.begin() as work:
            work.put(Note(f"{PREFIX}{key}", text))

    def _do(self, deed: str, verb: Callable[[Work], object]) -> None:
        with self._context.begin(deed) as work:
            verb(work)
        self._context.announce(_CHANGED)


def _known(question: str) -> None:
    if question not in QUESTIONS:
        raise WrongUse("not_choice", argument="question", value=question, choices=QUESTIONS)
