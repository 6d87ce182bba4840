"""The views of the schema judge every week as the rules of the domain do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlmodel import SQLModel

from focusplan.domain import mastery, pauses
from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.evidence import Evidence
from focusplan.domain.goalfacts import goal_weeks
from focusplan.domain.goals import Goal, Target
from focusplan.domain.pauses import Crisis, Holiday, Pause
from focusplan.domain.plan import ClockMark, Plan
from focusplan.domain.playbook import STAGES
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.facts import snapshot
from focusplan.store.engine import driver_of
from focusplan.store.gate_views import VIEWS
from focusplan.store.known import Known
from focusplan.store.phrases import closed
from focusplan.store.store import Work
from focusplan.store.writing import Pen
from tests.store.plans import BUSINESS, MONDAY, noon

FIRST = Week.of(MONDAY)
WEEKS = 26


@pytest.fixture(scope="module")
def bare() -> Iterator[Connection]:
    """Tables and views without a single rule, so that any facts can be put in."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        SQLModel.metadata.create_all(connection)
        for view in VIEWS:
            connection.exec_driver_sql(view)
        connection.commit()
        yield connection
    engine.dispose()


def some(weeks: int = WEEKS) -> st.SearchStrategy[Week]:
    return st.integers(0, weeks - 1).map(lambda number: FIRST + number)


def day_of(week: Week) -> st.SearchStrategy[date]:
    return st.integers(0, 6).map(lambda number: week.monday + timedelta(days=number))


count = st.none() | st.integers(0, 5)
day = some().flatmap(day_of)
rarely = st.integers(0, 9).map(lambda number: number == 0)
evidence = st.builds(
    Evidence, st.just("instagram"), some(), late=rarely, posts=count, received=count,
    answered_in_time=count, enquiries=count, outside=rarely, void=rarely, made_on=st.just(MONDAY),
)  # fmt: skip
ticks = st.tuples(
    some(), st.sampled_from(("post", "answer", "upkeep")), st.booleans(), rarely, rarely, st.integers(1, 2)
)
pause = st.builds(Pause, some(), st.booleans(), day)
target = st.tuples(st.integers(1, 4), some(), st.integers(1, 4))


some_evidence = st.lists(evidence, max_size=30) | st.lists(evidence, max_size=3)


def kept_weeks(draw: st.DrawFn) -> dict[tuple[Week, bool], Evidence]:
    """In one plan of two every week is kept at first, so that masteries are earned."""
    if draw(st.booleans()):
        return {}
    weeks = [FIRST + number for number in range(WEEKS)]
    return {
        (week, False): Evidence("instagram", week, posts=3, received=0, enquiries=2, made_on=MONDAY)
        for week in weeks
    }


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "today": draw(some().flatmap(day_of)),
        "hours": draw(st.sets(st.integers(0, 6))),
        "from": draw(st.lists(st.none() | some(5), min_size=4, max_size=4)),
        "k": draw(st.integers(3, 6)),
        "targets": draw(st.lists(target, max_size=10)),
        "evidence": kept_weeks(draw) | {(row.week, row.late): row for row in draw(some_evidence)},
        "ticks": draw(st.lists(ticks, max_size=20)),
        "pauses": {one.week: one for one in draw(st.lists(pause, max_size=8))},
        "holidays": draw(st.sets(day, max_size=6)),
        "crises": draw(st.lists(st.tuples(day, st.integers(0, 30)), max_size=3)),
        "done": draw(st.lists(st.none() | some(6).flatmap(day_of), min_size=6, max_size=6)),
        "started": draw(some(4).flatmap(day_of)),
    }


def lay_down(work: Work, plan: dict[str, Any]) -> None:
    work.add(Plan("1", False, MONDAY, MONDAY))
    work.put(BUSINESS)
    work.put(Boundaries(120, 30, "few_days", dict.fromkeys(plan["hours"], ((540, 720),))))
    run = work.add(Adoption(0, "instagram", "active", started_on=plan["started"], version=1))
    for place, (stage, done) in enumerate(zip(STAGES, plan["done"], strict=True)):
        work.add(StepState(run.id, stage, stage, place, True, 20, done, done))
    kinds = (("posts", "habit"), ("answers", "response"), ("enquiries", "outcome"), ("upkeep", "upkeep"))
    for (name, kind), first in zip(kinds, plan["from"], strict=True):
        k = None if kind == "outcome" else plan["k"]
        work.add(Goal(0, run.id, name, kind, k, 6, 1, 9, first))
    for goal, week, value in plan["targets"]:
        work.add(Target(0, goal, week, value, MONDAY))
    for number, (week, kind, done, dropped, void, parts) in enumerate(plan["ticks"], start=1):
        work.add(
            Item(
                0,
                week,
                number,
                str(number),
                kind,
                "instagram",
                None,
                10,
                part=1,
                parts=parts,
                done=done,
                dropped=dropped,
                void=void,
            )  # fmt: skip
        )
    crises = [Crisis(0, first, first + timedelta(days=length), first) for first, length in plan["crises"]]
    for fact in (
        *plan["evidence"].values(),
        *plan["pauses"].values(),
        *map(Holiday, plan["holidays"]),
        *crises,
    ):
        work.add(fact)


@given(plan=plans())
def test_goals_and_mastery(bare: Connection, plan: dict[str, Any]) -> None:
    work = Work(driver_of(bare), noon(plan["today"]), Known(), Pen(bare))
    try:
        lay_down(work, plan)
        facts = snapshot(work)
        results = bare.exec_driver_sql("SELECT goal, week, paused, met, counted FROM goal_result").all()
        judged = {(row.goal, row.week): row for row in results}
        held = {(row.goal, row.week): bool(row.held) for row in bare.exec_driver_sql("SELECT * FROM held_at")}
        run = facts.adoptions[0]
        expected = {
            (goal.id, week.week.index): week for goal in facts.goals for week in goal_weeks(facts, run, goal)
        }
        assert held == {key: week.held for key, week in expected.items()}
        for (goal, week), row in judged.items():
            if facts.goals[goal - 1].kind == "outcome":
                continue
            result = (
                "paused" if row.paused else "left_out" if not row.counted else "met" if row.met else "missed"
            )
            assert result == expected[goal, week].result, (goal, week)
        earned = bare.exec_driver_sql("SELECT min(week) FROM earned WHERE adoption=1").scalar_one()
        week = mastery.earned(facts, run)
        assert earned == (week.index if week else None)
    finally:
        bare.rollback()


@given(
    today=some().flatmap(day_of),
    paused=st.lists(st.builds(Pause, some(12), st.booleans(), some(12).flatmap(day_of)), max_size=9),
    week=some(12),
)
def test_closed_weeks(bare: Connection, today: date, paused: list[Pause], week: Week) -> None:
    work = Work(driver_of(bare), noon(today), Known(), Pen(bare))
    known = {one.week: one for one in paused}
    try:
        for one in known.values():
            work.add(one)
        work.put(ClockMark(noon(today).at, today))
        found = bare.exec_driver_sql(f"SELECT {closed(str(week.index))}").scalar_one()
        assert bool(found) == pauses.closed(week, known, today)
    finally:
        bare.rollback()
