"""Four ways to go on, reckoned a month from measured hours: do it, learn it, hand it over, the minimum."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from focusplan.domain.money import CENT, worth
from focusplan.domain.statistics import ENOUGH

FOUR = ("do", "learn", "hand_over", "minimal")
LEARNING = 120
"""Minutes a month that learning takes beside the work, a starting point."""
TALKING = 60
"""Minutes a month the owner still gives to whoever it was handed over to, a starting point."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, a month: the owner's minutes, `looking_after` those of the upkeep alone, money for
    ads and tools, and the value of the hour and the quote where they are known. `results` were counted in
    `months` (a fraction of months)."""

    minutes: int
    looking_after: int
    ads: Decimal
    tools: Decimal
    hour_value: Decimal | None
    quote: Decimal | None
    results: int | None
    months: Fraction


@dataclass(frozen=True, slots=True)
class Way:
    """A way's month: the owner's minutes, the money that goes out, and both together where the hour has a
    value. `more`: what it costs beyond doing it oneself, negative when less. It comes out even with so many
    more `results` a month (or, where it costs less, as long as no more than so many are missed), or once so
    many minutes of the owner's present ones are `freed`; None where that can't be said."""

    id: str
    minutes: int
    money: Decimal
    cost: Decimal | None
    more: Decimal | None = None
    results: int | None = None
    freed: int | None = None


def four_ways(measured: Measured) -> Mapping[str, Way]:
    """The ways in their order; handing over only where a quote is known."""
    own = _way(measured, "do", measured.minutes, measured.ads + measured.tools)
    found = {"do": own}
    out = measured.ads + measured.tools
    found["learn"] = _held(measured, own, _way(measured, "learn", measured.minutes + LEARNING, out), LEARNING)
    if measured.quote is not None:
        talking = min(TALKING, measured.minutes)
        paid = _way(measured, "hand_over", talking, out + measured.quote)
        found["hand_over"] = _held(measured, own, paid, talking)
    least = min(measured.minutes, measured.looking_after)
    found["minimal"] = _held(measured, own, _way(measured, "minimal", least, measured.tools), 0)
    return found


def _way(measured: Measured, name: str, minutes: int, out: Decimal) -> Way:
    value = measured.hour_value
    cost = None if value is None else (worth(minutes, value) + out).quantize(CENT)
    return Way(name, minutes, out, cost)


def _held(measured: Measured, own: Way, way: Way, takes: int) -> Way:
    """The way with its break-even against doing it oneself; `takes`: minutes a month it takes by itself."""
    if own.cost is None or way.cost is None or measured.hour_value is None:
        return way
    more = way.cost - own.cost
    price = price_of_one(measured, own)
    results = None
    if price is not None:
        share = Fraction(abs(more)) / price
        results = math.ceil(share) if more > 0 else math.floor(share)
    freed = None
    if more > 0 and measured.hour_value > 0:
        freed = takes + math.ceil(Fraction(way.money - own.money) * 60 / Fraction(measured.hour_value))
    return Way(way.id, way.minutes, way.money, way.cost, more, results, freed)


def price_of_one(measured: Measured, own: Way) -> Fraction | None:
    """What one result costs now; None while too few were counted, or when it costs nothing."""
    if own.cost is None or measured.results is None or measured.results < ENOUGH:
        return None
    price = Fraction(own.cost) * measured.months / measured.results
    return price if price > 0 else None
