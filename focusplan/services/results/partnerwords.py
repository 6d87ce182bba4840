"""A month for a partner, a mentor or an accountant: lines of which only the ticked ones are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from focusplan import i18n
from focusplan.domain.money import amount
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.spending import Cost
from focusplan.domain.weeks import Week
from focusplan.i18n import _, duration, heading, in_a_row, told
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import PartnerField, PartnerView
from focusplan.services.results.costs import costs_of
from focusplan.services.results.resultcosts import shares, spent_on
from focusplan.services.results.resultgoals import goal_lines
from focusplan.services.results.resultrows import (
    WeekRow,
    balance,
    of_networks,
    of_newsletter,
    sums,
)
from focusplan.services.results.resultsentences import (
    Month,
    Words,
    brought,
    dates,
    money_range,
    money_text,
    month_of_week,
    month_words,
    months_in,
    plain_count,
    work_range,
)
from focusplan.services.results.resultwords import result_words
from focusplan.services.results.totals import all_rows
from focusplan.store.store import Work

TICKED = "partner.lines"
"""The note that holds the ids of the ticked lines."""
FIELDS = (
    "time", "worth", "spent", "networks", "results", "customers", "sales", "each", "email", "goals",
    "outside",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Month:
    """What the lines of one month are made of."""

    work: Work
    catalogue: Catalogue
    facts: Snapshot
    rows: Sequence[WeekRow]
    costs: Sequence[Cost]
    weeks: tuple[Week, Week]
    words: Words

    @property
    def currency(self) -> str:
        return self.facts.business.currency


def partner_view(work: Work, catalogue: Catalogue, facts: Snapshot, month: str) -> PartnerView:
    """The month `2026-11`, by default the newest; every line with whether it is ticked."""
    whole = all_rows(work, facts)
    there: tuple[Month, ...] = months_in(whole) or (month_of_week(facts.week),)
    codes = {f"{one[0]:04d}-{one[1]:02d}": one for one in there}
    code = month if month in codes else next(iter(codes))
    chosen = codes[code]
    rows = [row for row in whole if month_of_week(row.week) == chosen]
    weeks = _weeks(chosen, facts.week)
    found = _Month(
        work, catalogue, facts, rows, costs_of(work.all(Note)), weeks, result_words(catalogue, facts.business)
    )
    note = work.one(Note, key=TICKED)
    ticked = set(note.text.split()) if note else set()
    return PartnerView(
        business=facts.business.name,
        today=facts.moment.day,
        practice=facts.plan.practice,
        month=code,
        title=_("{month} {year}").format(month=heading(i18n.month_name(chosen[1])), year=chosen[0]),
        dates=dates(*weeks),
        months=tuple((name, heading(month_words(one, facts.moment.day))) for name, one in codes.items()),
        fields=tuple(_field(name, found, ticked) for name in FIELDS),
    )


def _weeks(month: Month, present: Week) -> tuple[Week, Week]:
    """The first and the last week of a month, up to the running one."""
    week = present
    while month_of_week(week) > month:
        week = week - 1
    last = week
    while month_of_week(week - 1) == month:
        week = week - 1
    return week, last


def _field(name: str, found: _Month, ticked: set[str]) -> PartnerField:
    title, text = _FIELDS[name](found)
    return PartnerField(name, title, text, name in ticked)


def _time(found: _Month) -> tuple[str, str]:
    return _("Time on networks"), duration(sums(of_networks(found.rows)).minutes)


def _worth(found: _Month) -> tuple[str, str]:
    cost = spent_on(found.facts, sums(of_networks(found.rows)), None)
    return _("What the hours were worth"), money_text(cost.hours, found.currency)


def _spent(found: _Month) -> tuple[str, str]:
    parts = shares(found.costs, *found.weeks)
    said = _("ads {ads}, tools {tools}, e-mail {email}")
    amounts = {kind: money_text(parts[kind], found.currency) for kind in ("ads", "tools", "email")}
    return _("Money that went out"), said.format(**amounts)


def _networks(found: _Month) -> tuple[str, str]:
    names = sorted({row.network for row in found.rows if row.network}, key=found.catalogue.name)
    parts = []
    for name in names:
        total = sums(row for row in found.rows if row.network == name)
        parts.append(f"{found.catalogue.name(name)} {duration(total.minutes)}")
    return _("Time by network"), in_a_row(*parts) or plain_count(None)


def _results(found: _Month) -> tuple[str, str]:
    return heading(found.words[1]), plain_count(sums(of_networks(found.rows)).results)


def _customers(found: _Month) -> tuple[str, str]:
    return _("New customers"), plain_count(sums(of_networks(found.rows)).customers)


def _sales(found: _Month) -> tuple[str, str]:
    sales = sums(of_networks(found.rows)).figures.get("sales")
    return _("Sold"), money_text(None if sales is None else amount(sales), found.currency)


def _each(found: _Month) -> tuple[str, str]:
    total = sums(of_networks(found.rows))
    parts = shares(found.costs, *found.weeks)
    cost = spent_on(found.facts, total, parts["networks"])
    said = [work_range(cost.took)] if cost.took else []
    said += [money_range(cost.result, found.currency)] if cost.result else []
    return _("Per {result}").format(result=found.words[0]), in_a_row(*said) or plain_count(None)


def _email(found: _Month) -> tuple[str, str]:
    mine = of_newsletter(found.rows)
    if not mine:
        return _("E-mail"), plain_count(None)
    total = sums(mine)
    text = told(duration(total.minutes), brought(total, found.words, found.currency))
    return _("E-mail"), text


def _goals(found: _Month) -> tuple[str, str]:
    lines = goal_lines(found.facts, found.catalogue, *found.weeks)
    said = in_a_row(*(told(f"{one.network}, {one.text}", one.line) for one in lines))
    return _("Goals"), said or plain_count(None)


def _outside(found: _Month) -> tuple[str, str]:
    return _("Work outside the hours"), duration(balance(found.work, *found.weeks).outside)


_FIELDS: dict[str, Callable[[_Month], tuple[str, str]]] = {
    "time": _time,
    "worth": _worth,
    "spent": _spent,
    "networks": _networks,
    "results": _results,
    "customers": _customers,
    "sales": _sales,
    "each": _each,
    "email": _email,
    "goals": _goals,
    "outside": _outside,
}
