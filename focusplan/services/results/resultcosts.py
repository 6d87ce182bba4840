"""What the weeks cost and what one result cost of it, with the range that small counts leave."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from focusplan.domain.fourways import Measured, Way, four_ways
from focusplan.domain.money import CENT, MONTHS_A_YEAR, WEEKS_A_YEAR, month_of, worth
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.spending import KINDS, NETWORK_KINDS, Cost, monthly, spent
from focusplan.domain.statistics import Range, each
from focusplan.domain.weeks import Week, span
from focusplan.services.results.resultrows import Sums, WeekRow, sums

NOTHING = Decimal(0)
MEASURED_WEEKS = 13
"""Ended weeks a month is told from, so that the ways don't change with the period looked at."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Costs of some weeks: `hours` is what the minutes were worth (None without a value of the hour), `money`
    what went out (None where nobody said), `whole` both as far as known. `result` and `customer` are the cost
    of one in hundredths, `took` the minutes of one result; None where no count is known, or no cost."""

    minutes: int
    hours: Decimal | None
    money: Decimal | None
    whole: Decimal | None
    result: Range | None
    customer: Range | None
    took: Range | None


def spent_on(facts: Snapshot, total: Sums, money: Decimal | None) -> Spent:
    """The costs behind these sums."""
    value = facts.business.hour_value
    hours = None if value is None else worth(total.minutes, value)
    whole = None if hours is None and money is None else (hours or NOTHING) + (money or NOTHING)
    return Spent(
        minutes=total.minutes,
        hours=hours,
        money=money,
        whole=whole,
        result=_each(whole, total.results),
        customer=_each(whole, total.customers),
        took=each(total.minutes, total.results) if total.results is not None and total.minutes else None,
    )


def _each(whole: Decimal | None, count: int | None) -> Range | None:
    return each(float(whole * 100), count) if whole is not None and count is not None else None


def shares(costs: Iterable[Cost], start: Week, end: Week) -> Mapping[str, Decimal | None]:
    """What ads, tools and the newsletter's tool came to in these weeks; `networks` is ads and tools."""
    known, weeks = list(costs), span(start, end)
    found = {kind: spent(known, (kind,), weeks) for kind in (*NETWORK_KINDS, "email")}
    return {**found, "networks": spent(known, NETWORK_KINDS, weeks)}


def own_share(costs: Iterable[Cost], network: str, start: Week, end: Week) -> Decimal | None:
    """What ads and tools said for one network alone, or the newsletter's tool, came to in these weeks."""
    if network == YARDSTICK:
        return spent(costs, ("email",), span(start, end))
    return spent(costs, NETWORK_KINDS, span(start, end), network)


def measured(
    facts: Snapshot, rows: Iterable[WeekRow], costs: Iterable[Cost], looking_after: int
) -> tuple[Measured, int]:
    """A month as the last MEASURED_WEEKS ended weeks that were not paused show it, and how many those were.
    `rows` are the networks' of the whole plan; `looking_after` is the upkeep's minutes a week."""
    shown = [row for row in rows if row.week < facts.week and row.week not in facts.pauses]
    first = min((row.week for row in shown), default=facts.week)
    weeks = [week for week in span(first, facts.week - 1) if week not in facts.pauses][-MEASURED_WEEKS:]
    total, known = sums(row for row in shown if row.week in set(weeks)), list(costs)
    months = Fraction(len(weeks) * MONTHS_A_YEAR, WEEKS_A_YEAR)
    found = Measured(
        minutes=round(total.minutes / months) if weeks else 0,
        looking_after=month_of(looking_after),
        ads=monthly(known, ("ads",), facts.week) or NOTHING,
        tools=monthly(known, ("tools",), facts.week) or NOTHING,
        hour_value=facts.business.hour_value,
        quote=facts.business.outsourcing_quote,
        results=total.results,
        months=months,
    )
    return found, len(weeks)


def costs_json(facts: Snapshot, total: Sums, costs: Iterable[Cost], start: Week, end: Week) -> dict[str, Any]:
    """The contract's `costs`, of all networks but the newsletter. One result's cost is a single number only
    from five results on; its range is there from the first count, open (null) above where nothing limits
    it."""
    known = list(costs)
    parts = shares(known, start, end)
    found = spent_on(facts, total, parts["networks"])
    return {
        "currency": facts.business.currency,
        "hour_value": text(facts.business.hour_value),
        "minutes": total.minutes,
        "results": total.results,
        "customers": total.customers,
        "hours": text(found.hours),
        "ads": text(parts["ads"]),
        "tools": text(parts["tools"]),
        "total": text(found.whole),
        "per_result": single(found.result),
        "per_result_range": bounds(found.result),
        "per_customer": single(found.customer),
        "per_customer_range": bounds(found.customer),
        "minutes_per_result": _minutes(found.took),
        "minutes_per_result_range": minute_bounds(found.took),
        "outsourcing_quote": text(facts.business.outsourcing_quote),
        "budget_a_month": month_of(facts.boundaries.budget),
        "a_month": {kind: text(monthly(known, (kind,), facts.week)) for kind in KINDS},
    }


def ways_json(found: Measured, weeks: int) -> list[dict[str, Any]]:
    """The four ways a month; empty before any week was measured."""
    return [_way(way) for way in four_ways(found).values()] if weeks else []


def _way(way: Way) -> dict[str, Any]:
    return {
        "id": way.id,
        "minutes": way.minutes,
        "money": text(way.money),
        "cost": text(way.cost),
        "more": text(way.more),
        "results": way.results,
        "freed": way.freed,
    }


def text(amount: Decimal | None) -> str | None:
    """Money as the contract writes it."""
    return None if amount is None else str(amount.quantize(CENT))


def of_hundredths(amount: float) -> Decimal:
    """Hundredths of the currency as an amount."""
    return (Decimal(amount) / 100).quantize(CENT)


def single(found: Range | None) -> str | None:
    """The one number, where there is one."""
    return None if found is None or found.single is None else str(of_hundredths(found.single))


def bounds(found: Range | None) -> list[str | None] | None:
    """Least and most as money."""
    if found is None:
        return None
    return [str(of_hundredths(found.low)), None if found.high is None else str(of_hundredths(found.high))]


def _minutes(found: Range | None) -> int | None:
    return None if found is None or found.single is None else round(found.single)


def minute_bounds(found: Range | None) -> list[int | None] | None:
    """Least and most as whole minutes, least rounded down and most up."""
    if found is None:
        return None
    return [math.floor(found.low), None if found.high is None else math.ceil(found.high)]
