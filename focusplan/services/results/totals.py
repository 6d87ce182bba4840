"""Results: time against what it brought, week by week and network by network, as the contract has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from focusplan.domain import money
from focusplan.domain.errors import WrongUse
from focusplan.domain.evidence import COUNTS
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.spending import Cost
from focusplan.domain.statistics import rate
from focusplan.domain.suggestions import LONG_LOOK
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.results.costs import costs_of
from focusplan.services.results.resultcosts import (
    MEASURED_WEEKS,
    bounds,
    costs_json,
    measured,
    own_share,
    single,
    spent_on,
    text,
    ways_json,
)
from focusplan.services.results.resultgoals import changes_json
from focusplan.services.results.resultnotes import reviews_json
from focusplan.services.results.resultrows import (
    Sums,
    WeekRow,
    balance,
    of_networks,
    sums,
    unsourced,
    week_rows,
)
from focusplan.services.results.resultsentences import friend, months_in
from focusplan.services.results.resultsuggest import found_now, lines, question
from focusplan.services.results.resultwords import result_words
from focusplan.services.results.trialnotes import trials, tried_lately
from focusplan.services.results.tryingwords import tried_json
from focusplan.services.roads.goalviews import goal_views
from focusplan.services.roads.loads import loads
from focusplan.store.store import Work

SHOWN = 8
"""Weeks looked at unless others are named, the running one among them."""
MOST = 1040
EARLIER = 13
"""Weeks before those that rules look at in which something has to stand, or the whole plan is read."""

Row = dict[str, Any]


def results(
    work: Work, catalogue: Catalogue, facts: Snapshot, first: Week | None, last: Week | None
) -> dict[str, Any]:
    """What the contract's `review` answers. Sales and costs are money as text, unknown figures None. `totals`
    are of everything; `costs` of the networks alone, with `newsletter` beside them."""
    start, end = period(facts, first, last)
    rows, newest = week_rows(work, facts, start, end), newest_rows(work, facts)
    costs = costs_of(work.all(Note))
    words = result_words(catalogue, facts.business)
    trying = tried_lately(trials(work.all(Note)), facts.week)
    found = found_now(work, facts, newest, trying)
    asked = question(work, catalogue, facts)
    social = sums(of_networks(rows))
    return {
        "from": str(start),
        "to": str(end),
        "weeks": [_row(row) for row in rows],
        "totals": _totals(sums(rows)),
        "networks": _networks(facts, rows, costs, start, end),
        "costs": {
            **costs_json(facts, social, costs, start, end),
            "ways": _ways(facts, catalogue, newest, costs),
        },
        "unknown_source": _unknown(work, sums(rows), start, end),
        "balance": asdict(balance(work, start, end)),
        "goals": _goals(facts, catalogue),
        "months": [
            {"month": f"{month[0]:04d}-{month[1]:02d}", "text": friend(facts, rows, month, words)}
            for month in months_in(rows)
        ],
        "suggestions": [
            {**asdict(line), "figures": dict(one.figures)}
            for line, one in zip(lines(catalogue, facts, found, words), found, strict=True)
        ],
        "question": asdict(asked) if asked else None,
        "reviews": reviews_json(facts, work.all(Note), start, end),
        **tried_json(work, facts),
    }  # fmt: skip


def period(facts: Snapshot, first: Week | None, last: Week | None) -> tuple[Week, Week]:
    """The weeks looked at. WrongUse weeks_order."""
    end = last or facts.week
    start = first or max(end - (SHOWN - 1), min(Week.of(facts.plan.first_day), end))
    if end < start or end - start > MOST:
        raise WrongUse("weeks_order", first=start, last=end)
    return start, end


def all_rows(work: Work, facts: Snapshot) -> tuple[WeekRow, ...]:
    """The rows of the whole plan up to now."""
    first = min(Week.of(facts.plan.first_day), facts.week)
    return week_rows(work, facts, max(first, facts.week - MOST), facts.week)


def newest_rows(work: Work, facts: Snapshot) -> tuple[WeekRow, ...]:
    """The rows of the last weeks, as far back as suggestions and a usual month look: so many ended weeks that
    were not paused. Where nothing was done that early it is the whole plan, whose first row then matters."""
    begins = Week.of(facts.plan.first_day)
    start, left = facts.week, max(LONG_LOOK, MEASURED_WEEKS)
    while left and start > begins:
        start = start - 1
        left -= start not in facts.pauses
    rows = week_rows(work, facts, max(begins, start - EARLIER), facts.week)
    kept = (row.week for row in of_networks(rows) if row.week not in facts.pauses)
    return rows if start <= begins or any(week <= start for week in kept) else all_rows(work, facts)


def upkeep_minutes(facts: Snapshot, catalogue: Catalogue) -> int:
    """Minutes a week that looking after the networks in use takes, the newsletter aside."""
    known = loads(catalogue, facts).upkeep
    kept = [*facts.in_state("mastered"), *facts.in_state("active")]
    parked = sum(run.parked_minutes for run in facts.in_state("parked"))
    return sum(known.get(run.network, 0) for run in kept) + parked


def _ways(facts: Snapshot, catalogue: Catalogue, rows: Sequence[WeekRow], costs: Sequence[Cost]) -> list[Row]:
    return ways_json(*measured(facts, of_networks(rows), costs, upkeep_minutes(facts, catalogue)))


def _row(row: WeekRow) -> Row:
    figures = dict(row.figures)
    sales = figures.pop("sales")
    return {
        "week": str(row.week),
        "network": row.network or None,
        "minutes": row.minutes,
        **figures,
        "sales": _sales(sales),
    }


def _sales(value: int | None) -> str | None:
    return None if value is None else str(money.amount(value))


def _totals(total: Sums) -> Row:
    """Sums; a figure nobody typed stays unknown. People who saw it and followers are no sums: instead the
    median week stands in `reach_usual_week` of each network."""
    figures = {name: total.figures.get(name) for name in COUNTS}
    return {"minutes": total.minutes, **figures, "sales": _sales(total.figures.get("sales"))}


def _networks(
    facts: Snapshot, rows: Sequence[WeekRow], costs: Sequence[Cost], start: Week, end: Week
) -> list[Row]:
    """Each network's own sums. Of ads and tools only what was said for it alone is among its costs, and what
    sends the newsletter is the newsletter's."""
    names = sorted({row.network for row in rows if row.network})
    found = []
    for name in names:
        mine = [row for row in rows if row.network == name]
        total = sums(mine)
        money_out = own_share(costs, name, start, end)
        cost = spent_on(facts, total, money_out)
        hourly = None
        if total.results is not None and total.counted:
            an_hour = rate(total.results, total.counted / 60)
            hourly = {"low": round(an_hour.low, 3), "high": round(an_hour.high or 0, 3),
                      "single": None if an_hour.single is None else round(an_hour.single, 3)}  # fmt: skip
        found.append({
            "network": name,
            **_totals(total),
            "reach_usual_week": total.seen,
            "reach_weeks": total.seen_weeks,
            "audience": total.audience,
            "weeks_known": total.known,
            "weeks_unknown": total.missing,
            "money": text(money_out),
            "cost": text(cost.whole),
            "per_result": single(cost.result),
            "per_result_range": bounds(cost.result),
            "per_customer": single(cost.customer),
            "per_customer_range": bounds(cost.customer),
            "minutes_counted": total.counted,
            "results_an_hour": hourly,
        })  # fmt: skip
    return found


def _unknown(work: Work, total: Sums, start: Week, end: Week) -> Row:
    found = unsourced(work, start, end)
    return {**found, "share_percent": share_unknown(total, found["enquiries"])}


def share_unknown(total: Sums, unknown: int | None) -> int | None:
    """In a hundred results, how many came from nobody knows where; None where nothing was said."""
    if unknown is None or not (total.results or 0) + unknown:
        return None
    return round(100 * unknown / ((total.results or 0) + unknown))


def _goals(facts: Snapshot, catalogue: Catalogue) -> list[Row]:
    """The goals of the networks being learnt and running well, as they stand now and as they changed."""
    rows: list[Row] = []
    for state in ("mastered", "active"):
        for run in facts.in_state(state):
            for view in goal_views(facts, catalogue, run):
                row = asdict(view)
                row["weeks"] = [{"week": str(one.week), "result": one.result} for one in view.weeks]
                row["next_from"] = view.next_from.isoformat() if view.next_from else None
                row["changes"] = changes_json(facts, run, view.id)
                rows.append({"network": run.network, **row})
    return rows
