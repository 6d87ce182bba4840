"""Money in words: what the weeks cost, and the four ways with when each of them pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from focusplan import i18n
from focusplan.domain.fourways import Measured, Way, four_ways
from focusplan.domain.money import amount
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.spending import KINDS, Cost, in_force
from focusplan.domain.weeks import Week
from focusplan.i18n import _, duration
from focusplan.playbooks import Catalogue
from focusplan.resultanswers import CostsForm, OwnCost, Table, WayLine
from focusplan.services.results.resultcosts import Spent, own_share, shares, spent_on
from focusplan.services.results.resultrows import Sums, WeekRow, sums
from focusplan.services.results.resultsentences import UNKNOWN, Words, counted, money_range, money_text

MEASURED = 4
"""Ended weeks from which a month can be told."""


def costs_table(
    facts: Snapshot, total: Sums, costs: Sequence[Cost], weeks: tuple[Week, Week], words: Words,
    by_network: Mapping[tuple[str, str], Sums],
) -> Table:
    """What went in and what one result and one customer came to; `by_network` are sums by id and name."""
    currency = facts.business.currency
    parts = shares(costs, *weeks)
    found = spent_on(facts, total, parts["networks"])
    rows = [
        (_("Your own hours"), _hours(found, currency)),
        (_("Ads"), money_text(parts["ads"], currency)),
        (_("Tools"), money_text(parts["tools"], currency)),
        (_("Together"), money_text(found.whole, currency)),
        (_("Per {result}").format(result=words[0]), _one(found, "result", currency)),
        (_("Per customer"), _one(found, "customer", currency)),
    ]
    for (network, name), one in by_network.items():
        own = spent_on(facts, one, own_share(costs, network, *weeks))
        if own.result is not None and len(by_network) > 1:
            title = _("{network}, per {result}").format(network=name, result=words[0])
            rows.append((title, money_range(own.result, currency)))
    sales = total.figures.get("sales")
    if sales is not None:
        rows.append((_("Sold"), i18n.money(amount(sales), currency)))
    return Table("costs", _("What it cost"), (), tuple(rows), _note(total))


def each_network(catalogue: Catalogue, rows: Sequence[WeekRow]) -> Mapping[tuple[str, str], Sums]:
    """The sums of each network by its id and name, in the order of the names."""
    names = {row.network: catalogue.name(row.network) for row in rows if row.network}
    return {
        (network, name): sums(row for row in rows if row.network == network)
        for network, name in sorted(names.items(), key=lambda pair: pair[1])
    }


def costs_form(catalogue: Catalogue, facts: Snapshot, costs: Sequence[Cost]) -> CostsForm:
    """The amounts a month that hold now, and those of single networks."""
    about = facts.business
    amounts = {kind: in_force(costs, kind, facts.week) for kind in KINDS}
    patterns = {"ads": _("Ads, {network}: {money} a month"), "tools": _("Tools, {network}: {money} a month")}
    own = []
    for kind, network in sorted({(cost.kind, cost.network) for cost in costs if cost.network}):
        found = in_force(costs, kind, facts.week, network)
        if found:
            money = i18n.money(found, about.currency)
            text = patterns[kind].format(network=catalogue.name(network), money=money)
            own.append(OwnCost(network, kind, found, text))
    states = ("active", "mastered", "parked")
    used = [run.network for state in states for run in facts.in_state(state)]
    networks = tuple((network, catalogue.name(network)) for network in used)
    return CostsForm(about.currency, about.hour_value, about.outsourcing_quote, **amounts,
                     own=tuple(own), networks=networks)  # fmt: skip


def _hours(found: Spent, currency: str) -> str:
    if found.hours is None:
        return duration(found.minutes)
    return _("{time}, worth {money}").format(
        time=duration(found.minutes), money=i18n.money(found.hours, currency)
    )


def _one(found: Spent, what: str, currency: str) -> str:
    one = found.result if what == "result" else found.customer
    return UNKNOWN if one is None else money_range(one, currency)


def _note(total: Sums) -> str:
    if total.missing:
        text = i18n.ngettext(
            "The results of {count} week are not known, so one may have cost less.",
            "The results of {count} weeks are not known, so one may have cost less.",
            total.missing,
        )
        return text.format(count=i18n.number(total.missing))
    if total.no_customers and total.customers is not None:
        text = i18n.ngettext(
            "The customers of {count} week are not known, so one may have cost less.",
            "The customers of {count} weeks are not known, so one may have cost less.",
            total.no_customers,
        )
        return text.format(count=i18n.number(total.no_customers))
    if total.results is None and total.customers is None:
        return _("Nothing it brought is counted yet, so there is no cost of one.")
    return _("A range holds the true figure in 95 of 100 cases; under five there is no single number.")


def _names() -> Mapping[str, str]:
    return {
        "do": _("Do it yourself"),
        "learn": _("Learn it better"),
        "hand_over": _("Hand it over"),
        "minimal": _("Keep it minimal"),
    }


def way_lines(found: Measured, weeks: int, currency: str, words: Words) -> tuple[WayLine, ...]:
    """The four ways; empty until four weeks were measured."""
    if weeks < MEASURED:
        return ()
    return tuple(_line(way, found.minutes, currency, words) for way in four_ways(found).values())


def _line(way: Way, own: int, currency: str, words: Words) -> WayLine:
    return WayLine(
        id=way.id,
        name=_names()[way.id],
        time=duration(way.minutes),
        money=i18n.money(way.money, currency),
        together=money_text(way.cost, currency),
        sentence=_sentence(way, own, currency, words),
    )


def _sentence(way: Way, own: int, currency: str, words: Words) -> str:
    """When this way comes out even with doing it oneself, which takes `own` minutes a month."""
    if way.more is None:
        return ""
    values = {"money": i18n.money(abs(way.more), currency), "many": words[1], "own": duration(own)}
    if way.results is not None:
        values["results"] = counted(way.results, words)
    if way.freed is not None:
        values["time"] = duration(way.freed)
    return _pattern(way, way.more).format(**values)


def _pattern(way: Way, more: Decimal) -> str:
    if more == 0:
        return _("It costs the same.")
    if more > 0 and way.results is not None:
        return _("{money} more a month; it pays if it brings {results} more, or frees {time} (now: {own}).")
    if more > 0:
        return _("{money} more a month; it pays if it frees {time} (now: {own}).")
    if way.results is None:
        return _("{money} less a month; what it would bring can’t be told from so few counts.")
    if way.results == 0:
        return _("{money} less a month; it pays if it brings as many {many} as now.")
    return _("{money} less a month; it pays as long as it brings at most {results} fewer.")


def break_even(lines: Sequence[WayLine], measured: Measured, weeks: int, currency: str) -> str:
    """The one sentence: the quote against the own hours, or what is missing for it."""
    if weeks < MEASURED:
        return _("After four weeks with their minutes, four ways are held against each other here.")
    if measured.hour_value is None:
        return _("Say what your hour is worth, and four ways are held against each other here.")
    if measured.quote is None:
        return _("Type what someone else would ask a month, and it is held against your own hours.")
    found = next(line for line in lines if line.id == "hand_over")
    text = _("Handing it over for {quote} a month: {sentence}")
    return text.format(quote=i18n.money(measured.quote, currency), sentence=found.sentence)
