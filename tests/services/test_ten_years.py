"""A plan of ten years: what a page asks for is read for the weeks it shows, and said as if all had been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal
from focusplan.domain.pauses import Pause
from focusplan.domain.plan import Plan
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.facts import snapshot
from focusplan.services.results import totals
from focusplan.services.results.resultcosts import measured
from focusplan.services.results.resultlooks import picture
from focusplan.services.results.resultrows import of_networks
from focusplan.store import reading, work
from focusplan.workspace import Workspace

YEARS = 10
MANY = 300
"""Facts of a kind that a page of ten years may read; there are more than a thousand."""


@pytest.fixture
def aged(grown: Workspace) -> Workspace:
    """The grown plan, begun ten years earlier, with something done and counted in each week."""
    present = Week.of(grown.today)
    with grown._context.store.mend(grown.moment()) as unit:
        plan = unit.one(Plan)
        assert plan is not None
        begins = Week.of(plan.first_day) - 52 * YEARS
        unit.put(replace(plan, first_day=begins.monday))
        for goal in unit.all(Goal):
            if goal.from_week is not None and goal.kind in ("upkeep", "habit"):
                unit.put(replace(goal, from_week=begins))
        for number in range(52 * YEARS):
            _a_week(unit, begins + number, number)
    assert present - begins > 52 * YEARS
    return grown


def _a_week(unit: Any, week: Week, number: int) -> None:
    day = week.monday
    at = datetime.combine(day, time(9), UTC)
    for place, kind in enumerate(("post", "answer"), 1):
        unit.add(
            Item(
                0,
                week,
                place,
                f"{kind}-1",
                kind,
                "google_business",
                day,
                20,
                done=True,
                done_on=day,
                done_at=at,
            )
        )
    unit.add(TimeEntry(0, "google_business", 15, at, day, 0))
    if number % 3:
        unit.add(Evidence("google_business", week, posts=1, enquiries=number % 2, made_on=day))
    if number % 11 == 0:
        unit.add(Pause(week, True, day - timedelta(days=3)))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How many facts of each kind were read from the file since."""
    found: Counter[str] = Counter()

    def making(kind: type[Any]) -> Callable[[Iterable[Any]], tuple[Any, ...]]:
        def make(rows: Iterable[Any]) -> tuple[Any, ...]:
            facts = reading.making(kind)(rows)
            found[kind.__name__] += len(facts)
            return facts

        return make

    class Heard:
        def __getattr__(self, name: str) -> Any:
            return making if name == "making" else getattr(reading, name)

    monkeypatch.setattr(work, "reading", Heard())
    yield found


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one.week.view(),
        lambda one: one.networks.view(),
        lambda one: one.results.view(),
        lambda one: one.review.numbers(),
        lambda one: one.review.results(),
    ],
    ids=["week", "networks", "results", "numbers", "review"],
)
def test_a_page_reads_the_jobs_and_times_of_the_weeks_it_shows(
    aged: Workspace, read: Counter[str], ask: Callable[[Workspace], Any]
) -> None:
    with aged._context.read() as unit:
        assert len(unit.all(Item)) > 52 * YEARS * 2
    read.clear()
    ask(aged)
    assert read["Item"] < MANY
    assert read["TimeEntry"] < MANY
    read.clear()
    ask(aged)
    assert not read


def test_after_a_tick_only_what_it_wrote_is_read_again(aged: Workspace, read: Counter[str]) -> None:
    job = next(job for job in aged.week.view().items if job.can_tick)
    aged.networks.view()
    read.clear()
    aged.week.tick(None, job.number, not job.done)
    aged.week.view()
    assert read["Evidence"] == read["Review"] == read["Pause"] == 0
    assert 0 < read["Item"] < MANY


@pytest.mark.parametrize("quiet", [0, 5, 20, 40])
def test_what_is_said_of_the_newest_weeks_is_what_the_whole_plan_says(aged: Workspace, quiet: int) -> None:
    """Also where nothing was done for a while, and the plan has to be read further back."""
    present = Week.of(aged.today)
    with aged._context.store.mend(aged.moment()) as unit:
        for kind in (Item, Evidence, TimeEntry):
            for fact in unit.all(kind):
                if fact.week > present - quiet:
                    unit.remove(fact)
    with aged._context.read() as unit:
        facts = snapshot(unit)
        whole, newest = totals.all_rows(unit, facts), totals.newest_rows(unit, facts)
        assert newest == whole[len(whole) - len(newest) :]
        assert picture(facts, newest, ()) == picture(facts, whole, ())
        assert measured(facts, of_networks(newest), (), 30) == measured(facts, of_networks(whole), (), 30)
        assert (len(newest) < len(whole)) == (quiet <= 20)


def test_goals_in_results_are_those_of_all_the_weeks(aged: Workspace) -> None:
    """Looked at from a later week on, a goal stands as it does in the whole."""
    some, all_ = aged.results.view("13"), aged.results.view("all")
    assert {one.id: one.line for one in some.goals}.items() <= {
        one.id: one.line for one in all_.goals
    }.items()
    for goal in some.goals:
        whole = next(one for one in all_.goals if one.id == goal.id)
        assert goal.weeks == tuple(one for one in whole.weeks if one.week >= some.first)
    assert any(len(one.weeks) > 52 * YEARS for one in all_.goals)
