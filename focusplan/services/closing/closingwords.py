"""What is said when a week is closed: that it is, how the work lay beside the hours, and an easier goal."""

from __future__ import annotations

from focusplan.closinganswers import ClosedView, Easier
from focusplan.domain.pauses import last_open_day
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.i18n import _, day_long, duration, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultrows import Balance, balance
from focusplan.services.results.resultsuggest import found_now, lines
from focusplan.services.results.resultwords import result_words
from focusplan.services.results.totals import newest_rows
from focusplan.services.results.trialnotes import trials, tried_lately
from focusplan.store.store import Work

EASIER = "easier_target"
"""The kind of suggestion that offers an easier goal."""


def closed_view(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> ClosedView:
    """What the last screen says of a week that was closed."""
    text = _("The week of {days} is closed. Thank you.").format(days=week_range(week.monday))
    said = balance_text(balance(work, week, week))
    last = last_open_day(week, facts.pauses)
    still = ""
    if facts.moment.day <= last:
        still = _("What you add until {day} still counts.").format(day=day_long(last))
    return ClosedView(week, text, said, still, _easier(work, catalogue, facts))


def balance_text(found: Balance) -> str:
    """One calm sentence on how the work lay beside the owner's hours; never a reproach."""
    if not found.minutes:
        said = _("No minutes were noted this week.")
    elif not found.outside and not found.weekend:
        said = _("{time} of work, all of it in your hours.").format(time=duration(found.minutes))
    else:
        said = _beside(found)
    if found.phone is None:
        return said
    phone = _("In the apps on the phone besides: {time}.").format(time=duration(found.phone))
    return f"{said} {phone}"


def _beside(found: Balance) -> str:
    """Work beside the hours, on weekends or both."""
    if not found.weekend:
        text = _("{time} of work, {outside} of it outside your hours.")
    elif not found.outside:
        text = _("{time} of work, {weekend} of it at the weekend.")
    else:
        text = _("{time} of work, {outside} of it outside your hours and {weekend} at the weekend.")
    return text.format(
        time=duration(found.minutes), outside=duration(found.outside), weekend=duration(found.weekend)
    )


def _easier(work: Work, catalogue: Catalogue, facts: Snapshot) -> tuple[Easier, ...]:
    """The easier goals that are offered now: each once, after the fourth miss in eight weeks."""
    trying = tried_lately(trials(work.all(Note)), facts.week)
    found = [
        one for one in found_now(work, facts, newest_rows(work, facts), trying) if one.kind == EASIER
    ]
    said = lines(catalogue, facts, found, result_words(catalogue, facts.business))
    return tuple(
        Easier(one.id, one.network, one.goal, line.text, line.rule)
        for one, line in zip(found, said, strict=True)
    )
