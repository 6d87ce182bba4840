"""What time and results are worth. Money as Decimal in the business's currency."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12
CENT = Decimal("0.01")


def month_of(minutes_a_week: int) -> int:
    """Minutes a month of so many a week: 120 a week are 520 a month."""
    return round(Decimal(minutes_a_week * WEEKS_A_YEAR) / MONTHS_A_YEAR)


def worth(minutes: int, hour_value: Decimal) -> Decimal:
    """What these minutes are worth, in cents."""
    return (Decimal(minutes) * hour_value / 60).quantize(CENT, ROUND_HALF_EVEN)


def each(cost: Decimal, count: int) -> Decimal | None:
    """The cost of one result; None where there was none."""
    return (cost / count).quantize(CENT, ROUND_HALF_EVEN) if count > 0 else None


def hundredths(amount: Decimal) -> int:
    """An amount with at most two decimals as it is stored in evidence."""
    return int((amount * 100).to_integral_value(ROUND_HALF_EVEN))


def amount(sales: int) -> Decimal:
    """Stored hundredths as an amount with two decimals."""
    return (Decimal(sales) / 100).quantize(CENT)
