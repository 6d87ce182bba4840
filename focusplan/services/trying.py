"""Trying things: one change for four weeks, or two versions held against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.experiments import DECISIONS, MEASURES, Comparison, Trial, plan_for
from focusplan.domain.plan import Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.weeks import Week
from focusplan.resultanswers import TryingView
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.results.trialnotes import comparison_note, comparisons, trial_note, trials
from focusplan.services.results.tryingwords import AHEAD, forecast, trying_view
from focusplan.services.weeks.recording import refuse_unknown

_COUNTED = ("first_seen", "first_hits", "other_seen", "other_hits")


class TryingService:
    """Questions and verbs of Try something."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(self) -> TryingView:
        """What runs and what was tried."""
        with self._context.read() as work:
            return trying_view(work, self._context.catalogue, snapshot(work))

    def try_it(self, network: str, change: str, measure: str, first: Week) -> Trial:
        """Begin a trial of four weeks; what it is judged by is said now.

        WrongUse no_such_network, title_empty, title_long, not_choice; Refused trial_week, trial_runs.
        """
        refuse_unknown(self._context.catalogue, network)
        text = _line_of(change)
        if measure not in MEASURES:
            raise WrongUse("not_choice", argument="measure", value=measure, choices=MEASURES)
        with self._context.begin() as work:
            facts = snapshot(work)
            if not facts.week <= first <= facts.week + AHEAD:
                raise Refused("trial_week", first=facts.week, last=facts.week + AHEAD)
            known = trials(work.all(Note))
            if any(one.network == network and not one.decided for one in known):
                raise Refused("trial_runs", network=network)
            made = Trial(_next(known), network, text, measure, first, facts.moment.day)
            work.put(trial_note(made))
        self._context.announce(Topic.REVIEW)
        return made

    def decide(self, trial: int, decision: str) -> None:
        """Keep what was tried, or drop it. WrongUse decide_unknown."""
        if decision not in DECISIONS:
            raise WrongUse("decide_unknown", value=decision, choices=DECISIONS)
        with self._context.begin() as work:
            for one in trials(work.all(Note)):
                if one.id == trial:
                    work.put(trial_note(replace(one, decided=decision)))
        self._context.announce(Topic.REVIEW)

    def forecast(self, network: str, of_thousand: int, hoped: int) -> str:
        """At once whether a comparison can be answered at this volume, and what it would need."""
        with self._context.read() as work:
            _shares(of_thousand, hoped)
            return forecast(work, snapshot(work), network, of_thousand, hoped)

    def compare(
        self, network: str, first: str, other: str, counts: str, of_thousand: int, hoped: int
    ) -> Comparison:
        """Begin a comparison of two versions; how many of each are needed is fixed now.

        WrongUse no_such_network, title_empty, title_long, comparison_same.
        """
        refuse_unknown(self._context.catalogue, network)
        texts = [_line_of(text) for text in (first, other, counts)]
        need = plan_for(*_shares(of_thousand, hoped))
        if need is None:
            raise WrongUse("comparison_same")
        with self._context.begin() as work:
            facts = snapshot(work)
            number_ = _next(comparisons(work.all(Note)))
            made = Comparison(
                number_, network, texts[0], texts[1], texts[2], of_thousand, hoped, need, facts.moment.day
            )
            work.put(comparison_note(made))
        self._context.announce(Topic.REVIEW)
        return made

    def count(self, comparison: int, figures: Mapping[str, int]) -> None:
        """Type how often each version was seen and acted on. WrongUse figure_range, more_than_seen."""
        with self._context.begin() as work:
            for one in comparisons(work.all(Note)):
                if one.id == comparison and not one.ended:
                    work.put(comparison_note(_counted(one, figures)))
        self._context.announce(Topic.REVIEW)

    def end(self, comparison: int) -> None:
        """Stop counting; before the planned end that answers *cannot tell*."""
        with self._context.begin() as work:
            for one in comparisons(work.all(Note)):
                if one.id == comparison:
                    work.put(comparison_note(replace(one, ended=True)))
        self._context.announce(Topic.REVIEW)


def _next(known: Sequence[Trial] | Sequence[Comparison]) -> int:
    return max((one.id for one in known), default=0) + 1


def _line_of(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise WrongUse("title_empty")
    if len(line) > TEXT_LENGTH:
        raise WrongUse("title_long", most=TEXT_LENGTH)
    return line


def _shares(of_thousand: int, hoped: int) -> tuple[int, int]:
    for value in (of_thousand, hoped):
        if not 1 <= value <= 999:
            raise WrongUse("number_range", argument="share", value=value, least=1, most=999)
    return of_thousand, hoped


def _counted(one: Comparison, figures: Mapping[str, int]) -> Comparison:
    known = {name: value for name, value in figures.items() if name in _COUNTED}
    for name, value in known.items():
        if not 0 <= value <= 10**9:
            raise WrongUse("figure_range", figure=name, value=value, most=10**9)
    made = replace(one, **known)  # type: ignore[arg-type]
    if made.first_hits > made.first_seen or made.other_hits > made.other_seen:
        raise WrongUse("more_than_seen")
    return made
