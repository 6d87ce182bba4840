"""The page Results: what it asks and what the owner can do there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from focusplan.domain.errors import WrongUse
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestions import PutAway
from focusplan.domain.weeks import Week
from focusplan.resultanswers import PartnerView, ResultsView
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.results.costs import set_cost, set_unsourced
from focusplan.services.results.partnerwords import FIELDS, TICKED, partner_view
from focusplan.services.results.resultlooks import QUESTION, away_note
from focusplan.services.results.resultsuggest import due, found_now
from focusplan.services.results.resultview import USUAL, results_view
from focusplan.services.results.totals import newest_rows, period
from focusplan.services.results.trialnotes import trials, tried_lately
from focusplan.services.weeks.recording import refuse_unknown
from focusplan.store.store import Work


class ResultsService:
    """Questions and verbs of Results. Nothing here moves a network: no answer changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(
        self, period_: str = USUAL, first: Week | None = None, last: Week | None = None
    ) -> ResultsView:
        """The page for 4, 13, 26, 52 weeks or `all`, or from one week to another. WrongUse weeks_order."""
        with self._context.read() as work:
            facts = snapshot(work)
            own = period(facts, first, last) if first or last else None
            return results_view(work, self._context.catalogue, facts, period_, own)

    def set_cost(
        self, kind: str, amount: Decimal | None, from_week: Week | None = None, network: str = ""
    ) -> None:
        """So much a month for ads, tools or email, from a week on (the running one), or for ads or tools of
        one network; None ends it from that week on. WrongUse not_choice, number_range,
        no_such_network."""
        if network == YARDSTICK:
            raise WrongUse("not_choice", argument="kind", value=kind, choices=("email",))
        if network:
            refuse_unknown(self._context.catalogue, network)
        self._do(lambda work, facts: set_cost(work, kind, from_week or facts.week, amount, network), "costs")

    def set_unsourced(self, figure: str, count: int | None, week: Week | None = None) -> None:
        """Results (`enquiries`) or customers of a week of which nobody knows where they came from; None makes
        that unknown again. WrongUse figure_unknown, figure_range."""
        self._do(lambda work, facts: set_unsourced(work, figure, week or facts.week, count), "unsourced")

    def put_away(self, suggestion: str, reason: str = "") -> None:
        """Put a suggestion away with a reason. It comes back after a quarter, or once its figures changed
        enough. One that is not shown is passed over. WrongUse title_long."""
        text = " ".join(reason.split())
        if len(text) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)

        def put(work: Work, facts: Snapshot) -> None:
            trying = tried_lately(trials(work.all(Note)), facts.week)
            for one in found_now(work, facts, newest_rows(work, facts), trying):
                if one.id == suggestion:
                    work.put(away_note(PutAway(one.id, facts.moment.day, text, one.figures)))

        self._do(put)

    def answer_question(self) -> None:
        """The question about the network being learnt was answered; it is asked again in a quarter. What the
        owner chose is done by the verbs that belong to it."""

        def put(work: Work, facts: Snapshot) -> None:
            run = facts.active
            number = due(work, self._context.catalogue, facts, run) if run else 0
            if run is not None and number:
                work.put(Note(f"{QUESTION}{run.id}", str(number)))

        self._do(put)

    def partner(self, month: str = "") -> PartnerView:
        """A month for somebody else, such as `2026-11`; by default the newest."""
        with self._context.read() as work:
            return partner_view(work, self._context.catalogue, snapshot(work), month)

    def tick_partner(self, lines: Iterable[str]) -> None:
        """These lines are printed on that page, no others."""
        wanted = set(lines)
        kept = [name for name in FIELDS if name in wanted]
        self._do(lambda work, _facts: work.put(Note(TICKED, " ".join(kept))))

    def _do(self, verb: Callable[[Work, Snapshot], Any], deed: str = "") -> None:
        with self._context.begin(deed) as work:
            verb(work, snapshot(work))
        self._context.announce(Topic.REVIEW)
