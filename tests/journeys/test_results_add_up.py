"""Every figure of Results, worked out a second time from the tables alone, over plans of random weeks: over the
end of a year with 53 weeks, both changes of the clock, paused weeks and figures that came late."""

from __future__ import annotations

import csv
import json
import os
import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from scipy import stats

from focusplan.domain.weeks import Week, span
from focusplan.services.results.resultsentences import month_of_week
from focusplan.workspace import Workspace
from tests.services.conftest import make_profile

LONG = os.environ.get("FOCUSPLAN_LONG") == "1"
BEGIN = date(2026, 10, 12)
NETWORKS = ("google_business", "newsletter", "facebook", "mastodon")
COUNTS = ("posts", "received", "answered_in_time", "enquiries", "customers")
FIGURES = (*COUNTS, "reach", "audience", "sales")
COSTS = {"ads": Decimal("26.00"), "tools": Decimal("13.35"), "email": Decimal("9.90")}
CENT = Decimal("0.01")
Rows = list[dict[str, str]]


def lived(home: Path, seed: int, weeks: int) -> Workspace:
    """Weeks in which anything is typed, ticked, paused or left empty."""
    dice = random.Random(seed)
    plan = Workspace(home, today=BEGIN)
    plan.start.new(make_profile(), practice=True)
    plan.results.set_cost("ads", COSTS["ads"], Week.of(BEGIN) + 3)
    plan.results.set_cost("tools", COSTS["tools"], Week.of(BEGIN))
    plan.results.set_cost("email", COSTS["email"], Week.of(BEGIN) + 1)
    for number in range(weeks):
        week = Week.of(BEGIN) + number
        day = week.monday + timedelta(days=dice.randrange(7))
        plan.travel(day)
        if dice.random() < 0.1:
            plan.networks.pause(week + 1, week + 1, "Away")
        for job in plan.week.view().items:
            if not job.done and dice.random() < 0.5:
                plan.week.tick(week, job.number, minutes=dice.choice([None, 5, 25]))
        for network in NETWORKS:
            if dice.random() < 0.5:
                at = datetime.combine(day, datetime.min.time()).astimezone().replace(hour=dice.randrange(12))
                plan.week.log_time(network, dice.randint(1, 90), at)
            if dice.random() < 0.6:
                plan.week.record(network, week, typed(dice))
            if dice.random() < 0.1 and number > 4:
                plan.week.record(network, week - 4, typed(dice))
        if dice.random() < 0.3:
            plan.results.set_unsourced("enquiries", dice.randrange(5), week)
    return plan


def typed(dice: random.Random) -> dict[str, int]:
    found = {name: dice.choice([0, 1, 3, 17, 400]) for name in FIGURES if dice.random() < 0.6}
    if {"received", "answered_in_time"} <= found.keys():
        found["answered_in_time"] = min(found["answered_in_time"], found["received"])
    return found


def table(folder: Path, name: str) -> Rows:
    about = json.loads((folder / "focusplan-tables.json").read_bytes())
    with (folder / name).open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.reader(opened, delimiter=";" if about["decimal"] == "," else ","))
    return [dict(zip(about["columns"][name], row, strict=True)) for row in lines[1:]]


def by_week(rows: Rows, weeks: set[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """Minutes and figures of each week and network: what came late stands over what was typed in time."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda one: one["late"] == "yes"):
        if row["week"] not in weeks or not (row["network"] or row["minutes"] != "0"):
            continue
        one = found.setdefault((row["week"], row["network"]), {"minutes": 0} | dict.fromkeys(FIGURES))
        one["minutes"] += int(row["minutes"] or 0)
        one |= {name: Decimal(row[name]) for name in FIGURES if row[name]}
    return found


def total(rows: list[dict[str, Any]], name: str) -> Decimal | None:
    known = [row[name] for row in rows if row[name] is not None]
    return sum(known, Decimal(0)) if known else None


def same(said: Any, value: Decimal | None) -> bool:
    return said is None if value is None else said is not None and Decimal(said) == value


def poisson(count: int) -> tuple[float, float]:
    low = float(stats.chi2.ppf(0.025, 2 * count)) / 2 if count else 0.0
    return low, float(stats.chi2.ppf(0.975, 2 * count + 2)) / 2


def priced(said: Any, bounds: Any, whole: Decimal | None, count: Decimal | None) -> None:
    """The cost of one, and its range, as another library has it."""
    if whole is None or count is None:
        assert said is None and bounds is None
        return
    low, high = poisson(int(count))
    assert float(bounds[0]) == pytest.approx(float(whole) / high, abs=0.006)
    assert bounds[1] is None if not count else float(bounds[1]) == pytest.approx(float(whole) / low, abs=0.006)
    assert said is None if count < 5 else float(said) == pytest.approx(float(whole / count), abs=0.006)


def cents(value: Fraction | Decimal) -> Decimal:
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
    return exact.quantize(CENT, ROUND_HALF_EVEN)


def went_out(kinds: tuple[str, ...], first: Week, last: Week) -> Decimal | None:
    begins = {"ads": 3, "tools": 0, "email": 1}
    weeks = {kind: [week for week in span(first, last) if week >= Week.of(BEGIN) + begins[kind]] for kind in kinds}
    if not any(weeks.values()):
        return None
    return cents(sum((Fraction(COSTS[kind]) * len(found) * 12 / 52 for kind, found in weeks.items()), Fraction(0)))


def hours(minutes: int) -> Decimal:
    return cents(Fraction(minutes * 30, 60))


@pytest.mark.parametrize("seed", range(12 if LONG else 2))
def test_every_figure_is_that_of_the_tables(seed: int, tmp_path: Path) -> None:
    plan = lived(tmp_path / "plan", seed, 30)
    try:
        plan.exports.to_csv(tmp_path / "tables")
        rows = table(tmp_path / "tables", "weeks.csv")
        dice, last = random.Random(seed), Week.of(plan.today)
        begin = Week.of(BEGIN)
        periods = [(begin, last), (Week.parse("2026-W53"), Week.parse("2026-W53")), (last - 7, last)]
        periods += [tuple(sorted((begin + dice.randrange(30), begin + dice.randrange(30)))) for _ in range(4)]
        for first, end in periods:
            judge(plan, rows, first, end)
            beside_the_hours(plan, tmp_path / "tables", first, end)
    finally:
        plan.close()


def judge(plan: Workspace, rows: Rows, first: Week, end: Week) -> None:
    """The answer of the command line and the page, for these weeks."""
    own = by_week(rows, {str(week) for week in span(first, end)})
    said = plan.review.results(first, end)
    told = {(row["week"], row["network"] or ""): row for row in said["weeks"]}
    assert told.keys() == own.keys()
    for key, row in own.items():
        assert told[key]["minutes"] == row["minutes"]
        assert all(same(told[key][name], row[name]) for name in FIGURES), key
    everything = list(own.values())
    assert said["totals"]["minutes"] == sum(row["minutes"] for row in everything)
    for name in (*COUNTS, "sales"):
        assert same(said["totals"][name], total(everything, name))
    assert said["totals"]["reach"] is said["totals"]["audience"] is None
    social = [row for key, row in own.items() if key[1] != "newsletter"]
    costs(said["costs"], social, first, end)
    networks(said["networks"], own, first, end)
    months(said["months"], own)
    page(plan, said, social, first, end)


def costs(said: dict[str, Any], social: list[dict[str, Any]], first: Week, end: Week) -> None:
    minutes = sum(row["minutes"] for row in social)
    money = went_out(("ads", "tools"), first, end)
    assert (said["minutes"], said["hours"]) == (minutes, str(hours(minutes)))
    for kind in ("ads", "tools"):
        assert same(said[kind], went_out((kind,), first, end))
    whole = hours(minutes) + (money or 0)
    assert said["total"] == str(whole)
    for name, key in (("enquiries", "result"), ("customers", "customer")):
        assert same(said[f"{key}s"], total(social, name))
        priced(said[f"per_{key}"], said[f"per_{key}_range"], whole, total(social, name))


def networks(said: list[dict[str, Any]], own: dict[tuple[str, str], dict[str, Any]], first: Week, end: Week) -> None:
    assert {one["network"] for one in said} == {network for _week, network in own if network}
    for one in said:
        mine = [row for (_week, network), row in sorted(own.items()) if network == one["network"]]
        minutes = sum(row["minutes"] for row in mine)
        money = went_out(("email",), first, end) if one["network"] == "newsletter" else None
        assert one["minutes"] == minutes
        assert one["cost"] == str(hours(minutes) + (money or 0))
        assert all(same(one[name], total(mine, name)) for name in (*COUNTS, "sales"))
        seen = [row["reach"] for row in mine if row["reach"] is not None]
        assert one["reach_usual_week"] == (round(median(seen)) if seen else None)
        assert one["reach_weeks"] == len(seen)
        followers = [row["audience"] for row in mine if row["audience"] is not None]
        assert same(one["audience"], followers[-1] if followers else None)
        assert one["weeks_known"] == sum(row["enquiries"] is not None for row in mine)
        counted = sum(row["minutes"] for row in mine if row["enquiries"] is not None)
        assert one["minutes_counted"] == counted
        if counted:
            low, high = (60 * bound / counted for bound in poisson(int(total(mine, "enquiries") or 0)))
            told = one["results_an_hour"]
            assert (told["low"], told["high"]) == (pytest.approx(low, abs=6e-4), pytest.approx(high, abs=6e-4))
        priced(one["per_result"], one["per_result_range"], Decimal(one["cost"]), total(mine, "enquiries"))
        priced(one["per_customer"], one["per_customer_range"], Decimal(one["cost"]), total(mine, "customers"))


def months(said: list[dict[str, str]], own: dict[tuple[str, str], dict[str, Any]]) -> None:
    """The sentences of the months hold the hours' worth and the results of their weeks."""
    by_month: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (week, network), row in own.items():
        year, month = month_of_week(Week.parse(week))
        by_month[f"{year:04d}-{month:02d}"].append({"network": network, **row})
    assert {one["month"] for one in said} == by_month.keys()
    for one in said:
        social = [row for row in by_month[one["month"]] if row["network"] != "newsletter"]
        minutes, results = sum(row["minutes"] for row in social), total(social, "enquiries")
        assert f"worth £{hours(minutes):,}" in one["text"]
        words = "" if results is None else f"brought {results:,} order{'s' * (results != 1)}"
        assert words in one["text"]


def page(plan: Workspace, said: dict[str, Any], social: list[dict[str, Any]], first: Week, end: Week) -> None:
    """The page, and so the paper, say the same."""
    view = plan.results.view(first=first, last=end)
    if view.empty:
        assert not said["weeks"]
        return
    tiles = {tile.id: tile for tile in view.tiles}
    results = total(social, "enquiries")
    assert tiles["results"].figure == ("–" if results is None else f"{results:,}")
    assert f"£{Decimal(said['costs']['hours']):,}" in tiles["time"].line
    table_ = {row[0]: row[1] for row in view.costs.rows}
    assert table_["Together"] == f"£{Decimal(said['costs']['total']):,}"
    bars = {chart.id: chart.bars for chart in view.charts}
    assert sum(bar.value or 0 for bar in bars["minutes"]) == sum(row["minutes"] for row in social)
    assert sum(bar.value or 0 for bar in bars["results"]) == (results or 0)
    assert all(bar.value is None for bar in bars["results"]) == (results is None)


def beside_the_hours(plan: Workspace, folder: Path, first: Week, end: Week) -> None:
    """Balance, from the tables of times and jobs."""
    weeks = {str(week) for week in span(first, end)}
    times = [row for row in table(folder, "times.csv") if row["week"] in weeks and row["source"] != "on the phone"]
    jobs = [row for row in table(folder, "jobs.csv") if row["week"] in weeks and row["done"] == "yes"]
    jobs = [row for row in jobs if not row["person"]]
    taken = {id(row): int(row["minutes_taken"] or row["minutes_planned"]) for row in jobs}
    said = plan.review.results(first, end)["balance"]
    assert said["minutes"] == sum(int(row["minutes"]) for row in times) + sum(taken.values())
    assert said["outside"] == sum(int(row["minutes"]) for row in times if row["outside_hours"] == "yes")
    saturdays = [int(row["minutes"]) for row in times if date.fromisoformat(row["day"]).weekday() >= 5]
    late = [taken[id(row)] for row in jobs if date.fromisoformat(row["day"] or row["done_on"]).weekday() >= 5]
    assert said["weekend"] == sum(saturdays) + sum(late)
