"""The page Results, put together: one look at the plan, every figure from one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from focusplan import i18n
from focusplan.domain import money
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import rate
from focusplan.domain.weeks import Week
from focusplan.i18n import _, duration, number, told
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import ResultsView, Table, Tile
from focusplan.services.results.costs import costs_of
from focusplan.services.results.resultcharts import charts
from focusplan.services.results.resultcosts import measured, shares, spent_on
from focusplan.services.results.resultgoals import goal_lines
from focusplan.services.results.resultnotes import closed_weeks
from focusplan.services.results.resultrows import (
    Sums,
    WeekRow,
    balance,
    of_networks,
    of_newsletter,
    sums,
    unsourced,
    week_rows,
)
from focusplan.services.results.resultsentences import (
    Words,
    an_hour,
    dates,
    friend,
    money_range,
    money_text,
    months_in,
    plain_count,
    time_range,
)
from focusplan.services.results.resultsuggest import found_now, lines, question
from focusplan.services.results.resultways import break_even, costs_form, costs_table, each_network, way_lines
from focusplan.services.results.resultwords import result_words
from focusplan.services.results.totals import newest_rows, share_unknown, upkeep_minutes
from focusplan.services.results.trialnotes import trials, tried_lately
from focusplan.services.results.tryingwords import tried_lines
from focusplan.services.weeks.weekviews import closing
from focusplan.store.store import Work

PERIODS: Mapping[str, int] = {"4": 4, "13": 13, "26": 26, "52": 52}
USUAL = "13"
MONTHS = 3
"""Months that are told in a sentence on the page."""


def chosen(facts: Snapshot, period: str) -> tuple[Week, Week]:
    """The weeks of a period, no earlier than the plan."""
    begin = min(Week.of(facts.plan.first_day), facts.week)
    if period not in PERIODS:
        return begin, facts.week
    return max(begin, facts.week - (PERIODS[period] - 1)), facts.week


def results_view(
    work: Work, catalogue: Catalogue, facts: Snapshot, period: str, weeks: tuple[Week, Week] | None = None
) -> ResultsView:
    """Everything the page and its PDF show; `weeks` where the owner chose them, with the period `own`."""
    newest = newest_rows(work, facts)
    first, last = weeks or chosen(facts, period)
    rows = week_rows(work, facts, first, last)
    social, words = sums(of_networks(rows)), result_words(catalogue, facts.business)
    costs, notes = costs_of(work.all(Note)), work.all(Note)
    found = found_now(work, facts, newest, tried_lately(trials(notes), facts.week))
    month, count = measured(facts, of_networks(newest), costs, upkeep_minutes(facts, catalogue))
    ways = way_lines(month, count, facts.business.currency, words)
    gone = unsourced(work, first, last)
    here = unsourced(work, facts.week, facts.week)
    return ResultsView(
        business=facts.business.name,
        today=facts.moment.day,
        practice=facts.plan.practice,
        period="own" if weeks else period,
        first=first,
        last=last,
        dates=dates(first, last),
        empty="" if months_in(rows) else _empty(facts, first),
        tiles=_tiles(facts, social, shares(costs, first, last)["networks"], rows, words),
        charts=charts(facts, rows, (first, last), words),
        sold=_sold(catalogue, facts, rows, words),
        costs=costs_table(facts, social, costs, (first, last), words, each_network(catalogue, rows)),
        newsletter=_newsletter(catalogue, facts, rows, words),
        unknown=_unknown(sums(rows), gone["enquiries"], words),
        ways=ways,
        break_even=break_even(ways, month, count, facts.business.currency),
        balance=_balance(work, first, last),
        goals=goal_lines(facts, catalogue, first, last),
        months=tuple(friend(facts, rows, one, words) for one in months_in(rows)[:MONTHS]),
        suggestions=lines(catalogue, facts, found, words),
        question=question(work, catalogue, facts),
        tried=tried_lines(work, catalogue, facts, words),
        closed=closed_weeks(facts, notes, first, last),
        review_due=closing(work, facts).due(),
        result_many=words[1],
        form=costs_form(catalogue, facts, costs),
        unsourced=(here["enquiries"], here["customers"]),
    )


def _empty(facts: Snapshot, first: Week) -> str:
    if first <= Week.of(facts.plan.first_day):  # there is no longer time to choose
        return _(
            "There is nothing to hold against each other yet. Tick your jobs, count what comes in, and the "
            "first week stands here once it is closed."
        )
    return _("Nothing was noted in these weeks. Choose a longer time above.")


def _tiles(
    facts: Snapshot, social: Sums, spent: Decimal | None, rows: Sequence[WeekRow], words: Words
) -> tuple[Tile, ...]:
    """The large figures; `spent` is what went out in money for the networks."""
    currency = facts.business.currency
    cost = spent_on(facts, social, spent)
    worth = _("Say what your hour is worth, and this says what it came to.")
    value = facts.business.hour_value
    if cost.hours is not None and value is not None:
        worth = _("worth {money} at {value} an hour").format(
            money=i18n.money(cost.hours, currency), value=i18n.money(value, currency)
        )
    each = _("not counted yet") if social.results is None else ""
    if cost.took is not None:
        each = time_range(cost.took)
    one = _("not counted yet") if social.customers is None else ""
    if cost.customer is not None:
        one = money_range(cost.customer, currency)
    found = [
        Tile("time", _("Time on networks"), duration(social.minutes), worth),
        Tile("results", i18n.heading(words[1]), plain_count(social.results), each),
        Tile("customers", _("New customers"), plain_count(social.customers), one),
    ]
    paper = _email_tile(facts, rows, words)
    sales = social.figures.get("sales")
    if paper is not None:
        found.append(paper)
    elif sales is not None:
        found.append(Tile("sales", _("Sold"), i18n.money(money.amount(sales), currency), ""))
    return tuple(found)


def _email_tile(facts: Snapshot, rows: Sequence[WeekRow], words: Words) -> Tile | None:
    mine = of_newsletter(rows)
    if not mine:
        return None
    total = sums(mine)
    took = spent_on(facts, total, None).took
    line = _("{time} spent").format(time=duration(total.minutes))
    if took is not None:
        line = told(line, time_range(took))
    title = _("{results} by e-mail").format(results=i18n.heading(words[1]))
    return Tile("email", title, plain_count(total.results), line)


def _sold(catalogue: Catalogue, facts: Snapshot, rows: Sequence[WeekRow], words: Words) -> Table:
    """From people who saw it to sales, network by network; the newsletter is among them."""
    heads = (
        _("Network"),
        _("Time"),
        _("Saw it, a usual week"),
        _("Posts"),
        _("Wrote to you"),
        i18n.heading(words[1]),
        _("Customers"),
        _("Sold"),
    )
    found = []
    for name in sorted({row.network for row in rows if row.network}, key=catalogue.name):
        total = sums(row for row in rows if row.network == name)
        figures, sales = total.figures, total.figures.get("sales")
        sold = money_text(None if sales is None else money.amount(sales), facts.business.currency)
        counts = (figures.get(key) for key in ("posts", "received", "enquiries", "customers"))
        found.append(
            (catalogue.name(name), duration(total.minutes), plain_count(total.seen),
             *(plain_count(count) for count in counts), sold)
        )  # fmt: skip
    rest = sum(row.minutes for row in rows if not row.network)
    note = _("People who saw it are never added up: this is the middle one of the weeks that are known.")
    if rest:
        more = _("Planning, closing the week and what came up took another {time}.")
        note = f"{note} {more.format(time=duration(rest))}"
    return Table("sold", _("From seen to sold"), heads, tuple(found), note)


def _newsletter(catalogue: Catalogue, facts: Snapshot, rows: Sequence[WeekRow], words: Words) -> str:
    """What an hour brings by e-mail and on the networks, beside one another."""
    mine = of_newsletter(rows)
    if not mine and facts.current(YARDSTICK) is None:
        return _("No newsletter is in your plan. E-mail is the yardstick: it can stand beside your networks.")
    paper, social = sums(mine), sums(of_networks(rows))
    if paper.results is None or social.results is None or not paper.counted or not social.counted:
        return _("What an hour brings by e-mail and on networks stands here once both are counted.")
    text = _("An hour brought {email} by e-mail and {networks} on networks.")
    said = text.format(
        email=an_hour(rate(paper.results, paper.counted / 60), words),
        networks=an_hour(rate(social.results, social.counted / 60), words),
    )
    if paper.counted < paper.minutes or social.counted < social.minutes:
        left_out = _("Work whose results are not known is left out.")
        said = f"{said} {left_out}"
    return said


def _unknown(total: Sums, unknown: int | None, words: Words) -> str:
    share = share_unknown(total, unknown)
    if unknown is None or share is None:
        return _("How many came from nobody knows where is not known. Asking “How did you find us?” helps.")
    text = _("Of {whole} {results}, {count} came from nobody knows where: {share}.")
    return text.format(
        whole=number(unknown + (total.results or 0)),
        count=number(unknown),
        results=words[1],
        share=i18n.percent(share),
    )


def _balance(work: Work, first: Week, last: Week) -> tuple[str, ...]:
    """How the work lay beside the hours, said calmly."""
    found = balance(work, first, last)
    said = [
        _("{time} outside your hours, of {whole} in all.").format(
            time=duration(found.outside), whole=duration(found.minutes)
        ),
        _("{time} on Saturdays and Sundays.").format(time=duration(found.weekend)),
    ]
    if found.phone is None:
        said.append(_("Minutes on the phone were not noted."))
    else:
        said.append(_("{time} in the apps on the phone, as far as noted.").format(time=duration(found.phone)))
    return tuple(said)
