"""What is recorded of one network in one week. Unknown is None, never zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focusplan.domain.weeks import Week

COUNTS = ("posts", "received", "answered_in_time", "reach", "audience", "enquiries", "customers")
FIGURES = (*COUNTS, "sales")
"""All figures; `sales` is money in hundredths of the currency, the others are counts."""
LARGEST = 10**9


@dataclass(frozen=True, slots=True)
class Evidence:
    """Figures of a network's week. `late`: typed after the week was closed, kept and shown, counts for
    nothing. `outside`: the network was not being learnt or looked after then. `void`: from a wrong clock."""

    network: str
    week: Week
    late: bool = False
    posts: int | None = None
    received: int | None = None
    answered_in_time: int | None = None
    reach: int | None = None
    audience: int | None = None
    enquiries: int | None = None
    customers: int | None = None
    sales: int | None = None
    outside: bool = False
    made_on: date | None = None
    void: bool = False
