"""What a week of this owner usually takes: said beside the gate, since it informs and decides nothing."""

from __future__ import annotations

from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import Usual, usual
from focusplan.i18n import _, minutes
from focusplan.services.results.resultrows import week_rows
from focusplan.store.work import Work

WEEKS = 26
"""So many ended weeks are looked at: half a year speaks of the life one leads now."""


def usual_week(work: Work, facts: Snapshot) -> Usual | None:
    """From the owner's logged weeks that were not paused; None before there are four of them."""
    spent: dict[object, int] = {}
    for one in week_rows(work, facts, facts.week - WEEKS, facts.week - 1):
        if one.week not in facts.pauses:
            spent[one.week] = spent.get(one.week, 0) + one.minutes
    return usual([took for took in spent.values() if took])


def usual_words(found: Usual | None) -> str:
    """One sentence; empty where too little is known."""
    if found is None:
        return ""
    text = _("Half of your own weeks took {usual} or less; four of five took {most} at most.")
    return text.format(usual=minutes(found.middle), most=minutes(found.most))
