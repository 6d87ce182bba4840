"""What goes out in money every month, as the owner typed it: notes `cost.<kind>.<week>`, and
`cost.<kind>.<week>.<network>` for what belongs to one network alone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from focusplan.domain.errors import WrongUse
from focusplan.domain.plan import Note
from focusplan.domain.spending import KINDS, MOST, NETWORK_KINDS, Cost, in_force
from focusplan.domain.weeks import Week
from focusplan.services.results.resultrows import UNKNOWN_SOURCE, UNSOURCED
from focusplan.store.store import Work

PREFIX = "cost."
MOST_EVENTS = 10**6


def costs_of(notes: Iterable[Note]) -> tuple[Cost, ...]:
    """The amounts, oldest first; a note that is none is passed over."""
    found: list[Cost] = []
    for note in notes:
        if note.key.startswith(PREFIX):
            kind, _dot, rest = note.key.removeprefix(PREFIX).partition(".")
            week, _dot, network = rest.partition(".")
            try:
                cost = Cost(kind, Week.parse(week), Decimal(note.text), network)
            except (ValueError, InvalidOperation):
                continue
            if kind in KINDS and cost.amount.is_finite():
                found.append(cost)
    return tuple(sorted(found, key=lambda cost: (cost.from_week, cost.kind, cost.network)))


def set_cost(
    work: Work, kind: str, from_week: Week, amount: Decimal | None, network: str = ""
) -> None:
    """So much a month from this week on, for one network or for all together; None: no more, which forgets
    what was said for that week and ends what was said before. The newsletter has a kind of its own.

    WrongUse not_choice, number_range.
    """
    kinds = NETWORK_KINDS if network else KINDS
    if kind not in kinds:
        raise WrongUse("not_choice", argument="kind", value=kind, choices=kinds)
    note = Note(f"{PREFIX}{kind}.{from_week}" + (f".{network}" if network else ""), "")
    if amount is None:
        work.remove(note)
        amount = in_force(costs_of(work.all(Note)), kind, from_week, network)
        if not amount:
            return
        amount = Decimal(0)
    if not 0 <= amount <= MOST:
        raise WrongUse("number_range", argument=kind, value=amount, least=0, most=MOST)
    work.put(Note(note.key, str(amount.quantize(Decimal("0.01")))))


def set_unsourced(work: Work, figure: str, week: Week, count: int | None) -> None:
    """So many results or customers of a week came from nobody knows where; None makes it unknown again."""
    if figure not in UNSOURCED:
        raise WrongUse("figure_unknown", figure=figure)
    note = Note(f"{UNKNOWN_SOURCE}{week}.{figure}", "")
    if count is None:
        work.remove(note)
        return
    if not 0 <= count <= MOST_EVENTS:
        raise WrongUse("figure_range", figure=figure, value=count, most=MOST_EVENTS)
    work.put(Note(note.key, str(count)))
