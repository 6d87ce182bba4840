"""Results: time against what it brought, week by week and network by network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from focusplan.domain import money
from focusplan.domain.errors import WrongUse
from focusplan.domain.evidence import COUNTS, FIGURES, Evidence
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item, minutes_taken
from focusplan.domain.weeks import Week, span
from focusplan.playbooks import Catalogue
from focusplan.services.goalviews import goal_views
from focusplan.store.store import Work

SHOWN = 8
"""Weeks looked at unless others are named, the running one among them."""
MOST = 1040

Row = dict[str, Any]


def results(
    work: Work, catalogue: Catalogue, facts: Snapshot, first: Week | None, last: Week | None
) -> dict[str, Any]:
    """What the contract's `review` answers. `sales` and costs are money as text, unknown figures None."""
    end = last or facts.week
    start = first or max(end - (SHOWN - 1), min(Week.of(facts.plan.first_day), end))
    if end < start or end - start > MOST:
        raise WrongUse("weeks_order", first=start, last=end)
    weeks = set(span(start, end))
    minutes = _minutes(work, weeks)
    typed = _typed(work.all(Evidence), weeks)
    rows = [
        _row(facts, network, week, minutes.get((network, week), 0), typed.get((network, week)))
        for week in sorted(weeks)
        for network in sorted({name for name, at in {*minutes, *typed} if at == week})
    ]
    totals = _totals(rows)
    return {
        "from": str(start),
        "to": str(end),
        "weeks": rows,
        "totals": totals,
        "costs": _costs(facts, totals),
        "goals": _goals(facts, catalogue),
        "suggestions": [],
    }


def _minutes(work: Work, weeks: Iterable[Week]) -> Mapping[tuple[str, Week], int]:
    """Minutes by network and week; those of no network stand under an empty name."""
    wanted = set(weeks)
    found: dict[tuple[str, Week], int] = {}
    for item in work.all(Item, done=True):
        if item.week in wanted:
            _add(found, item.network or "", item.week, minutes_taken([item]))
    for entry in work.all(TimeEntry):
        if entry.week in wanted and entry.source != "phone":
            _add(found, entry.network, entry.week, entry.minutes)
    return found


def _add(found: dict[tuple[str, Week], int], network: str, week: Week, minutes: int) -> None:
    found[network, week] = found.get((network, week), 0) + minutes


def _typed(rows: Iterable[Evidence], weeks: Iterable[Week]) -> Mapping[tuple[str, Week], list[Evidence]]:
    """Figures by network and week, late ones after those typed in time; void ones left out."""
    wanted = set(weeks)
    found: dict[tuple[str, Week], list[Evidence]] = {}
    for row in sorted(rows, key=lambda one: one.late):
        if row.week in wanted and not row.void:
            found.setdefault((row.network, row.week), []).append(row)
    return found


def _row(facts: Snapshot, network: str, week: Week, minutes: int, typed: Iterable[Evidence] | None) -> Row:
    """One week of one network: the later figure is shown where both are known."""
    figures: dict[str, int | None] = dict.fromkeys(FIGURES)
    for one in typed or ():
        figures.update({name: value for name in FIGURES if (value := getattr(one, name)) is not None})
    ticks = facts.ticks.get((network, week))
    if figures["posts"] is None and ticks is not None and ticks.posts:
        figures["posts"] = ticks.posts
    sales = figures.pop("sales")
    return {
        "week": str(week),
        "network": network or None,
        "minutes": minutes,
        **figures,
        "sales": None if sales is None else str(money.amount(sales)),
    }


def _totals(rows: Iterable[Row]) -> Row:
    """Sums over all rows; a figure nobody typed stays unknown. The audience is no sum and left out."""
    shown = list(rows)
    totals: Row = {"minutes": sum(row["minutes"] for row in shown)}
    for figure in COUNTS:
        known = [row[figure] for row in shown if row[figure] is not None]
        totals[figure] = sum(known) if known and figure != "audience" else None
    sales = [Decimal(row["sales"]) for row in shown if row["sales"] is not None]
    totals["sales"] = str(sum(sales, Decimal("0.00"))) if sales else None
    return totals


def _costs(facts: Snapshot, totals: Row) -> Row:
    """The owner's hours in money, as far as the hour has a value."""
    value = facts.business.hour_value
    quote = facts.business.outsourcing_quote
    hours = money.worth(totals["minutes"], value) if value is not None else None
    return {
        "currency": facts.business.currency,
        "hour_value": _text(value),
        "hours": _text(hours),
        "per_result": _text(money.each(hours, totals["enquiries"] or 0) if hours is not None else None),
        "per_customer": _text(money.each(hours, totals["customers"] or 0) if hours is not None else None),
        "outsourcing_quote": _text(quote),
        "budget_a_month": money.month_of(facts.boundaries.budget),
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount.quantize(money.CENT))


def _goals(facts: Snapshot, catalogue: Catalogue) -> list[Row]:
    """The goals of the networks being learnt and running well, as they stand now."""
    rows: list[Row] = []
    for state in ("mastered", "active"):
        for run in facts.in_state(state):
            for view in goal_views(facts, catalogue, run):
                row = asdict(view)
                row["weeks"] = [{"week": str(one.week), "result": one.result} for one in view.weeks]
                row["next_from"] = view.next_from.isoformat() if view.next_from else None
                rows.append({"network": run.network, **row})
    return rows
