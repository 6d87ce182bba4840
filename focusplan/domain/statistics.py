"""Honest figures from small counts: exact ranges, an exact comparison, and how much a comparison needs.

Counts are taken as Poisson events. Everything is worked out here, without tables, and checked against another
library in the tests.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, median

CONFIDENCE = 0.95
"""A range holds the true figure in so many of a hundred cases."""
ENOUGH = 5
"""Under so many events there is a range and no single number."""
POWER = 0.80
LEVEL = 0.05
"""Two-sided."""
WEEKS_NEEDED = 4
"""Of fewer weeks nothing is foretold."""
MOST_WEEKS = 0.8
"""So many weeks of ten stay under the larger figure of a usual week."""
_TINY = 1e-15
_TIE = 1e-7
"""Tables whose probability differs by less than this share count as equally likely."""


@dataclass(frozen=True, slots=True)
class Range:
    """What lies within `low` and `high`; `high` is None where nothing limits it. `single` is the plain ratio,
    None while fewer than ENOUGH events were counted."""

    low: float
    high: float | None
    single: float | None


def gamma_share(shape: float, at: float) -> float:
    """The regularised lower incomplete gamma function P(shape, at): a series below the bend, a continued
    fraction above it."""
    if at <= 0:
        return 0.0
    front = math.exp(shape * math.log(at) - at - math.lgamma(shape))
    if at < shape + 1:
        return _series(shape, at) * front
    return 1.0 - _fraction(shape, at) * front


def _series(shape: float, at: float) -> float:
    term = total = 1.0 / shape
    step = shape
    while term > total * _TINY:
        step += 1
        term *= at / step
        total += term
    return total


def _fraction(shape: float, at: float) -> float:
    """Lentz's way through the continued fraction of the upper part."""
    b = at + 1.0 - shape
    c, d = 1e300, 1.0 / b
    found = d
    step, change = 0, 0.0
    while abs(change - 1.0) > 10 * _TINY:
        step += 1
        a = -step * (step - shape)
        b += 2.0
        d = 1.0 / (a * d + b)
        c = b + a / c
        change = c * d
        found *= change
    return found


def gamma_quantile(shape: float, share: float) -> float:
    """Where `gamma_share` reaches `share` (0 < share < 1), halved down to the last digit."""
    top = max(1.0, shape)
    while gamma_share(shape, top) < share:
        top *= 2
    return _halved(lambda at: gamma_share(shape, at) < share, 0.0, top)


def _halved(below: Callable[[float], bool], low: float, high: float) -> float:
    """Where `below` turns from true to false, until no number lies between."""
    at = (low + high) / 2
    while low < at < high:
        low, high = (at, high) if below(at) else (low, at)
        at = (low + high) / 2
    return at


def poisson_range(count: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact (Garwood) interval of the mean of a Poisson count."""
    tail = (1 - confidence) / 2
    low = gamma_quantile(count, tail) if count else 0.0
    return low, gamma_quantile(count + 1, 1 - tail)


def each(amount: float, count: int) -> Range:
    """What one event took of an amount (minutes, money), with its range; without any event only at least
    how much."""
    low, high = poisson_range(count)
    single = amount / count if count >= ENOUGH else None
    return Range(amount / high, amount / low if low else None, single)


def rate(count: int, amount: float) -> Range:
    """Events in one unit of an amount above 0, with their range."""
    low, high = poisson_range(count)
    return Range(low / amount, high / amount, count / amount if count >= ENOUGH else None)


def apart(first: Range, other: Range) -> bool:
    """Whether two ranges don't touch: then it can be told which is larger."""
    return _over(first, other) or _over(other, first)


def _over(upper: Range, lower: Range) -> bool:
    return lower.high is not None and upper.low > lower.high


def split_chance(count: int, other: int, share: float) -> float:
    """Two-sided exact chance of so uneven a split of `count + other` events, of which `share` (0 to 1) are
    expected in the first: the comparison of two Poisson counts over times of different length."""
    whole = count + other
    chances = [_binomial(whole, k, share) for k in range(whole + 1)]
    limit = chances[count] * (1 + _TIE)
    return min(1.0, math.fsum(chance for chance in chances if chance <= limit))


def _binomial(whole: int, k: int, share: float) -> float:
    if share <= 0 or share >= 1:
        return float(k == (whole if share >= 1 else 0))
    return math.exp(_choose(whole, k) + k * math.log(share) + (whole - k) * math.log1p(-share))


def fisher(hits: int, of: int, other_hits: int, other_of: int) -> float:
    """Fisher's exact test, two-sided: how likely at least so unlikely a table is if both shares are equal.
    `hits` of `of` against `other_hits` of `other_of`."""
    marked, whole = hits + other_hits, of + other_of
    least, most = max(0, marked - other_of), min(of, marked)
    base = _choose(whole, marked)
    chances = {
        k: math.exp(_choose(of, k) + _choose(other_of, marked - k) - base) for k in range(least, most + 1)
    }
    limit = chances[hits] * (1 + _TIE)
    return min(1.0, math.fsum(chance for chance in chances.values() if chance <= limit))


def _choose(whole: int, part: int) -> float:
    """The logarithm of the number of ways to pick `part` of `whole`."""
    return math.lgamma(whole + 1) - math.lgamma(part + 1) - math.lgamma(whole - part + 1)


def needed(share: float, other: float, power: float = POWER, level: float = LEVEL) -> int | None:
    """How many of each of two versions it takes to tell these shares (0 to 1) apart, two-sided, by the normal
    approximation; None when they are the same."""
    if share == other:
        return None
    normal = NormalDist()
    level_at, power_at = normal.inv_cdf(1 - level / 2), normal.inv_cdf(power)
    middle = (share + other) / 2
    together = math.sqrt(2 * middle * (1 - middle))
    apart_by = math.sqrt(share * (1 - share) + other * (1 - other))
    return math.ceil(((level_at * together + power_at * apart_by) / (share - other)) ** 2)


def middle(values: Sequence[float]) -> float | None:
    """The median; None of nothing."""
    return float(median(values)) if values else None


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which this share (0 to 1) lies, between neighbours in a straight line; None of
    nothing."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


@dataclass(frozen=True, slots=True)
class Usual:
    """Minutes of a usual week from `weeks` of them: the middle one, and what four of five stay under."""

    weeks: int
    middle: int
    most: int


def usual(minutes: Sequence[int]) -> Usual | None:
    """What the weeks to come will take, going by these; None of fewer than WEEKS_NEEDED. Halves go up."""
    if len(minutes) < WEEKS_NEEDED:
        return None
    low, high = median(minutes), percentile(minutes, MOST_WEEKS)
    assert high is not None
    return Usual(len(minutes), math.floor(low + 0.5), math.floor(high + 0.5))
