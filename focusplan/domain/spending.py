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
    """So much a month from a week on, until another amount of its kind and network begins; 0 ends it. An
    empty `network`: for all of them together."""

    kind: str
    from_week: Week
    amount: Decimal
    network: str = ""


def in_force(costs: Iterable[Cost], kind: str, week: Week, network: str = "") -> Decimal | None:
    """The amount a month that holds in a week, for one network or for all together; None where nothing was
    said for it or any week before."""
    known = [one for one in costs if (one.kind, one.network) == (kind, network) and one.from_week <= week]
    return max(known, key=lambda cost: cost.from_week).amount if known else None


def monthly(costs: Iterable[Cost], kinds: Iterable[str], week: Week) -> Decimal | None:
    """What holds in a week of these kinds, for single networks and for all together; None where nothing was
    said."""
    known = list(costs)
    places = sorted({(one.kind, one.network) for one in known if one.kind in set(kinds)})
    found = [
        amount for kind, network in places if (amount := in_force(known, kind, week, network)) is not None
    ]
    return sum(found, Decimal(0)) if found else None


def spent(
    costs: Iterable[Cost], kinds: Iterable[str], weeks: Iterable[Week], network: str | None = None
) -> Decimal | None:
    """What these kinds came to in these weeks, a week being twelve fifty-seconds of a month; None where
    nothing is known of any of them. With a `network` only what was said for it alone."""
    known, wanted = [one for one in costs if network in (None, one.network)], list(kinds)
    amounts = [amount for week in weeks if (amount := monthly(known, wanted, week)) is not None]
    if not amounts:
        return None
    return (sum(amounts, Decimal(0)) * MONTHS_A_YEAR / WEEKS_A_YEAR).quantize(CENT)
