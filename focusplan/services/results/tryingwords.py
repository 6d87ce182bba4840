"""What is tried, in words; nothing is said of how it turned out before its planned end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from focusplan import i18n
from focusplan.domain.experiments import (
    LONGEST,
    Comparison,
    Outcome,
    Trial,
    judged,
    outcome,
    plan_for,
    trial_weeks,
    weeks_for,
)
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import middle
from focusplan.domain.weeks import Week, span
from focusplan.i18n import _, number, told, week_range
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import ComparisonLine, TrialLine, TryingView
from focusplan.services.results.resultrows import WeekRow, week_rows
from focusplan.services.results.resultsentences import Words, dates
from focusplan.services.results.resultwords import result_words
from focusplan.services.results.trialnotes import comparisons, trials
from focusplan.store.store import Work

AHEAD = 4
"""Weeks ahead in which a trial may begin."""
USUAL_WEEKS = 13
LEAST = 0.001
"""Chances below are said to be smaller than this."""
BACK = 12
"""Weeks before a trial whose figures are looked at."""


def measure_words(words: Words) -> Mapping[str, str]:
    """What a trial can be measured by."""
    return {"enquiries": words[1], "customers": _("new customers"), "received": _("messages and comments")}


def trying_view(work: Work, catalogue: Catalogue, facts: Snapshot) -> TryingView:
    """What runs and what was tried."""
    words = result_words(catalogue, facts.business)
    notes = work.all(Note)
    runs = [run for state in ("active", "mastered", "parked", "beside") for run in facts.in_state(state)]
    return TryingView(
        trials=tuple(_trial_line(work, catalogue, facts, one, words) for one in trials(notes)),
        comparisons=tuple(_comparison_line(catalogue, one) for one in comparisons(notes)),
        networks=tuple((run.network, catalogue.name(run.network)) for run in runs),
        measures=tuple(measure_words(words).items()),
        first=tuple((str(week), week_range(week.monday)) for week in span(facts.week, facts.week + AHEAD)),
    )


def tried_lines(work: Work, catalogue: Catalogue, facts: Snapshot, words: Words) -> tuple[str, ...]:
    """What runs or waits for a decision, for the page Results."""
    notes = work.all(Note)
    found = [_trial_line(work, catalogue, facts, one, words) for one in trials(notes) if not one.decided]
    two = [_comparison_line(catalogue, one) for one in comparisons(notes) if not one.ended]
    return (*(told(one.change, one.line) for one in found), *(told(one.title, one.line) for one in two))


def tried_json(work: Work, facts: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """Everything tried, in figures: `verdict` as in `domain.experiments`, `chance` from the planned end."""
    notes, paused = work.all(Note), frozenset(facts.pauses)
    found = []
    for one in trials(notes):
        rows = week_rows(work, facts, one.first - BACK, facts.week)
        came = outcome(one, _figures(rows, one), paused, facts.week)
        said = {**asdict(one), **asdict(came), "first": str(one.first), "last": str(came.last)}
        found.append({**said, "made_on": one.made_on.isoformat(), "decided": one.decided or None})
    two = []
    for each in comparisons(notes):
        verdict, chance = judged(each)
        said = {**asdict(each), "made_on": each.made_on.isoformat(), "verdict": verdict}
        two.append({**said, "chance": None if chance is None else round(chance, 6)})
    return {"trials": found, "comparisons": two}


def _trial_line(
    work: Work, catalogue: Catalogue, facts: Snapshot, one: Trial, words: Words
) -> TrialLine:
    rows = week_rows(work, facts, one.first - BACK, facts.week)
    figures = _figures(rows, one)
    found = outcome(one, figures, frozenset(facts.pauses), facts.week)
    weeks = trial_weeks(one, frozenset(facts.pauses))
    state = "decided" if one.decided else "running" if found.verdict == "running" else "ended"
    return TrialLine(
        id=one.id,
        network=catalogue.name(one.network),
        change=one.change,
        measure=measure_words(words)[one.measure],
        when=dates(weeks[0], weeks[-1]),
        line=_said(one, found),
        state=state,
    )


def _figures(rows: Sequence[WeekRow], one: Trial) -> dict[Week, int | None]:
    return {row.week: row.figures[one.measure] for row in rows if row.network == one.network}


def _said(one: Trial, found: Outcome) -> str:
    """How it stands, in a sentence."""
    before = _("{count} in {weeks} weeks before").format(
        count=number(found.before), weeks=number(found.before_weeks)
    )
    during = _("{count} in {weeks} weeks of trying").format(
        count=number(found.during), weeks=number(found.during_weeks)
    )
    texts = {
        "running": _("Runs until {day}; it is judged then.").format(day=i18n.day_long(found.last.sunday)),
        "unknown": _("Cannot tell: the numbers before or during it are not known."),
        "more": _("More: {before}, {during}. More than chance would bring."),
        "fewer": _("Fewer: {before}, {during}. Fewer than chance would bring."),
        "cannot_tell": _("Cannot tell: {before}, {during}. Chance alone could do that."),
    }
    said = texts[found.verdict].format(before=before, during=during)
    endings = {"keep": _("You kept it."), "drop": _("You dropped it.")}
    return f"{said} {endings[one.decided]}" if one.decided else said


def _comparison_line(catalogue: Catalogue, one: Comparison) -> ComparisonLine:
    verdict, chance = judged(one)
    values = {
        "first": one.first,
        "other": one.other,
        "need": number(one.need),
        "left": number(max(0, one.need - min(one.first_seen, one.other_seen))),
        "first_hits": number(one.first_hits),
        "first_seen": number(one.first_seen),
        "other_hits": number(one.other_hits),
        "other_seen": number(one.other_seen),
        "chance": _chance(chance or 0),
    }
    counts = (one.first_seen, one.first_hits, one.other_seen, one.other_hits)
    title = _("{first} or {other}").format(first=one.first, other=one.other)
    line = _verdicts(one)[verdict].format(**values)
    return ComparisonLine(
        one.id, title, counts, one.first, one.other, f"{catalogue.name(one.network)}, {one.counts}", line,
        verdict == "waiting",
    )  # fmt: skip


def _chance(chance: float) -> str:
    """How likely it is by chance alone; never said to be nothing."""
    return f"= {number(chance, 3)}" if chance >= LEAST else f"< {number(LEAST, 3)}"


def _verdicts(one: Comparison) -> Mapping[str, str]:
    counts = _("{first_hits} of {first_seen} against {other_hits} of {other_seen}")
    early = _("Cannot tell: it was stopped before {need} of each were counted.")
    tie = _("Cannot tell: {counts} (p {chance}).").replace("{counts}", counts)
    return {
        "waiting": _("{left} more of each are needed; nothing is said before that."),
        "cannot_tell": tie if one.complete else early,
        "first": _("“{first}” did better: {counts} (p {chance}).").replace("{counts}", counts),
        "other": _("“{other}” did better: {counts} (p {chance}).").replace("{counts}", counts),
    }


def forecast(work: Work, facts: Snapshot, network: str, of_thousand: int, hoped: int) -> str:
    """What telling these shares (per thousand) apart needs, and how long that is at this network's volume."""
    need = plan_for(of_thousand, hoped)
    if need is None:
        return _("Two versions that do equally well can’t be told apart.")
    said = _("It takes about {need} views of each version to tell.").format(need=number(need))
    rows = week_rows(work, facts, facts.week - USUAL_WEEKS, facts.week)
    seen = [value for row in rows if row.network == network and (value := row.figures["reach"]) is not None]
    usual = middle(seen)
    weeks = weeks_for(need, round(usual) if usual else None)
    if weeks is None:
        return f"{said} " + _("How many people see it in a week is not known here.")
    if weeks > LONGEST:
        more = _("At your {seen} a week that is {weeks} weeks: too long. Try a bolder difference.")
    else:
        more = _("At your {seen} a week that is about {weeks} weeks.")
    return f"{said} " + more.format(seen=number(round(usual or 0)), weeks=number(weeks))
