"""Suggestions in words, each with its rule and the figures behind it, and the question after a quarter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from focusplan import i18n
from focusplan.domain.adoption import Adoption
from focusplan.domain.money import amount
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import rate
from focusplan.domain.suggestions import (
    FIRST_ASKED,
    FIRST_ASKED_SLOW,
    Suggestion,
    question_due,
    shown,
    suggestions,
)
from focusplan.i18n import _, duration, number
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import Question, SuggestionLine
from focusplan.services.results.resultlooks import QUESTION, active_weeks_of, is_slow, picture, put_away
from focusplan.services.results.resultrows import WeekRow
from focusplan.services.results.resultsentences import Words, an_hour, counted
from focusplan.services.roads.goalviews import goal_text
from focusplan.store.store import Work

Say = Callable[[Mapping[str, str]], tuple[str, str]]
_PLACES = {"keep": "", "change": "try", "try": "try", "email": "week"}
"""Where a suggestion can be taken up; the networks' page where nothing else is named."""


def found_now(
    work: Work, facts: Snapshot, rows: Sequence[WeekRow], trying: Sequence[str]
) -> tuple[Suggestion, ...]:
    """The suggestions that are shown now; `rows` are those of the whole plan."""
    away = put_away(work.all(Note))
    return shown(suggestions(picture(facts, rows, trying)), away, facts.moment.day)


def lines(
    catalogue: Catalogue, facts: Snapshot, found: Sequence[Suggestion], words: Words
) -> tuple[SuggestionLine, ...]:
    """The suggestions in words."""
    return tuple(_line(catalogue, facts, one, words) for one in found)


def _line(catalogue: Catalogue, facts: Snapshot, one: Suggestion, words: Words) -> SuggestionLine:
    text, rule = _TEXTS[one.kind]()
    values = _values(catalogue, facts, one, words)
    return SuggestionLine(
        id=one.id,
        kind=one.kind,
        network=one.network,
        label=_labels()[one.kind],
        text=i18n.heading(text.format(**values)),
        rule=rule.format(**values),
        place=_PLACES.get(one.kind, "networks"),
    )


def _labels() -> Mapping[str, str]:
    return {
        "easier_target": _("Easier"),
        "easier_upkeep": _("Easier"),
        "close": _("Close"),
        "email": _("Change"),
        "hand_over": _("Hand over"),
        "change": _("Change"),
        "keep": _("Keep"),
        "try": _("Try"),
    }


_TEXTS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "easier_target": lambda: (
        _("{network}, {goal}: {misses} of the last {weeks} weeks did not fit. An easier goal?"),
        _("Offered once, after the fourth such week in eight. You can change the goal under Networks."),
    ),
    "easier_upkeep": lambda: (
        _("{network} was looked after in {kept} of the last {weeks} weeks. An easier upkeep, or closing it?"),
        _("Said when fewer than three of the last four active weeks were looked after."),
    ),
    "close": lambda: (
        _("{network} took {time} in {weeks} weeks and brought nothing that was counted. Close it?"),
        _("Said when thirteen active weeks are counted and brought nothing."),
    ),
    "email": lambda: (
        _("An hour on e-mail brings {email}, an hour on {network} {here}. The newsletter first next week?"),
        _("Said when the two ranges don’t touch: {email_results} in {email_time}, {results} in {time}."),
    ),
    "hand_over": lambda: (
        _("Your own hours come to {month} a month, the quote to {quote}. Let someone else do it?"),
        _("Said when the hours of at least four weeks, at your value of an hour, cost more than the quote."),
    ),
    "change": lambda: (
        _("{network}: {weeks} weeks as planned brought {results} in {time}. Change one thing?"),
        _("Said when posts and answers hold their goals and eight weeks brought one at most."),
    ),
    "keep": lambda: (
        _("{network}: {results} in {weeks} weeks, in {time}. Go on like this."),
        _("Said when posts and answers hold their goals and eight weeks brought at least five."),
    ),
    "try": lambda: (
        _("{network}: {weeks} counted weeks. Try one new thing for four weeks, then keep or drop it?"),
        _("Said after eight counted weeks when nothing was tried for a quarter."),
    ),
}


def _values(
    catalogue: Catalogue, facts: Snapshot, one: Suggestion, words: Words
) -> dict[str, str]:
    """Everything a text may name."""
    figures, currency = one.figures, facts.business.currency
    found = {name: number(value) for name, value in figures.items()}
    found["network"] = catalogue.name(one.network) if one.network else ""
    found["time"] = duration(figures.get("minutes", 0))
    if "results" in figures:
        found["results"] = counted(figures["results"], words)
    if one.kind == "email":
        there = rate(figures["email_results"], figures["email_minutes"] / 60)
        here = rate(figures["results"], figures["minutes"] / 60)
        found |= {"email": an_hour(there, words), "here": an_hour(here, words)}
        found["email_time"] = duration(figures["email_minutes"])
        found["email_results"] = counted(figures["email_results"], words)
    if one.kind == "hand_over":
        found["month"] = i18n.money(amount(figures["month"]), currency)
        found["quote"] = i18n.money(amount(figures["quote"]), currency)
    if one.goal:
        found["goal"] = _goal(facts, one, words)
    return found


def _goal(facts: Snapshot, one: Suggestion, words: Words) -> str:
    run = facts.current(one.network)
    for goal in facts.goals_of(run) if run else ():
        if goal.goal == one.goal:
            target = [row for row in facts.targets if row.goal == goal.id and row.from_week <= facts.week]
            return goal_text(goal.goal, target[-1].value if target else None, goal.n, words)
    return one.goal


# ------------------------------------------------------------------ the question


def question(work: Work, catalogue: Catalogue, facts: Snapshot) -> Question | None:
    """What is asked once after 13 (26) active weeks without mastery, and again each quarter."""
    run = facts.active
    if run is None:
        return None
    number_due = due(work, catalogue, facts, run)
    if not number_due:
        return None
    name = catalogue.name(run.network)
    weeks = active_weeks_of(facts, run)
    slow = is_slow(work, catalogue, run)
    asked = FIRST_ASKED_SLOW if slow else FIRST_ASKED
    text = _(
        "{network} has had {weeks} active weeks; many owners know after {asked} what it is worth to them. "
        "All four ways are honest, and without an answer nothing changes."
    )
    return Question(
        run.network, name, number_due, text.format(network=name, weeks=number(weeks), asked=number(asked))
    )


def due(work: Work, catalogue: Catalogue, facts: Snapshot, run: Adoption) -> int:
    """Which asking is due for this run, 0 for none."""
    note = work.one(Note, key=f"{QUESTION}{run.id}")
    answered = int(note.text) if note is not None and note.text.isdecimal() else 0
    return question_due(active_weeks_of(facts, run), is_slow(work, catalogue, run), answered)
