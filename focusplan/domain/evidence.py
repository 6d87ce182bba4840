"""What is recorded of one network in one week. Unknown is None, never zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from focusplan.domain.errors import WrongUse
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


def figures_of(row: Evidence) -> dict[str, int | None]:
    """All figures of a row by name."""
    return {figure: getattr(row, figure) for figure in FIGURES}


def with_figures(row: Evidence, figures: Mapping[str, int | None], made_on: date) -> Evidence:
    """The row with these figures typed over; None makes one unknown again. A void row begins anew.

    WrongUse figure_unknown, figure_range, answered_more.
    """
    for figure, value in figures.items():
        if figure not in FIGURES:
            raise WrongUse("figure_unknown", figure=figure)
        if value is not None and not 0 <= value <= LARGEST:
            raise WrongUse("figure_range", figure=figure, value=value, most=LARGEST)
    base = Evidence(row.network, row.week, row.late) if row.void else row
    typed = replace(base, made_on=made_on, **dict(figures))  # type: ignore[arg-type]
    received, answered = typed.received, typed.answered_in_time
    if received is not None and answered is not None and answered > received:
        raise WrongUse("answered_more", received=received, answered=answered)
    return typed


def empty(row: Evidence) -> bool:
    """Whether nothing is known in it."""
    return all(value is None for value in figures_of(row).values())
