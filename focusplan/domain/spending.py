"""Money that goes out every month beside the owner's hours: ads, tools, what sends the newsletter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from focusplan.domain.money import CENT, MONTHS_A_YEAR, WEEKS_A_YEAR
from focusplan.domain.weeks import Week

KINDS = ("ads", "tools", "email")
"""`email` is what sends the newsletter; it is held against the newsletter alone."""
NETWORK_KINDS = ("ads", "tools")
MOST = Decimal(10**7)


@dataclass(frozen=True, slots=True)
class Cost:
    """So much a month from a week on, until another amount of its kind begins; 0 ends it."""

    kind: str
    from_week: Week
    amount: Decimal


def in_force(costs: Iterable[Cost], kind: str, week: Week) -> Decimal | None:
    """The amount a month that holds in a week; None where nothing was said for it or any week before."""
    known = [cost for cost in costs if cost.kind == kind and cost.from_week <= week]
    return max(known, key=lambda cost: cost.from_week).amount if known else None


def spent(costs: Iterable[Cost], kinds: Iterable[str], weeks: Iterable[Week]) -> Decimal | None:
    """What these kinds came to in these weeks, a week being twelve fifty-seconds of a month; None where
    nothing is known of any of them."""
    known, wanted = list(costs), list(weeks)
    amounts = [
        amount
        for kind in kinds
        for week in wanted
        if (amount := in_force(known, kind, week)) is not None
    ]
    if not amounts:
        return None
    return (sum(amounts, Decimal(0)) * MONTHS_A_YEAR / WEEKS_A_YEAR).quantize(CENT)
