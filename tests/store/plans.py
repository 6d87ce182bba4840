"""Plans for the tests of the store, made of bare facts: what a start, a walked road and kept weeks leave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from focusplan.domain.adoption import Adoption, Opening, Pinned, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Target
from focusplan.domain.plan import Moment, Plan
from focusplan.domain.playbook import STAGES
from focusplan.domain.weeks import Week
from focusplan.store.store import Store, Work

MONDAY = date(2026, 6, 1)
"""The first day of most plans here; in the past of the machine that runs the tests."""

BUSINESS = Business(
    "Corner Bakery", "restaurant", "local", "consumers", "enquiries", "en", "GB", "GBP", "owner"
)
BOUNDARIES = Boundaries(120, 30, "few_days", {0: ((540, 720),), 2: ((540, 720),), 4: ((540, 720),)})


def noon(day: date) -> Moment:
    return Moment(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), day, 0)


def new_plan(folder: Path, day: date = MONDAY, practice: bool = False) -> Store:
    """A plan without networks."""
    store = Store(folder)
    with store.create(noon(day), Plan("11111111-2222", practice, day, day)) as work:
        work.put(BUSINESS)
        work.put(BOUNDARIES)
        work.append("plan", {"practice": practice})
    return store


@contextmanager
def on(store: Store, day: date) -> Iterator[Work]:
    """A unit of work at noon of a day."""
    with store.begin(noon(day)) as work:
        yield work


def prepare(work: Work, network: str, state: str = "none") -> Adoption:
    """A network with its road copied, not started yet."""
    day = work.moment.day
    run = work.add(Adoption(0, network, state, version=1))
    work.add(Pinned(network, 1, '{"id":"x"}'))
    for position, stage in enumerate(STAGES):
        for half in (0, 1):
            work.add(
                StepState(run.id, f"{network}.{stage}.{half}", stage, 2 * position + half, half == 0, 20)
            )
    work.add(StepState(run.id, f"{network}.deepen.0", "deepen", 90, False, 20))
    work.add(StepState(run.id, f"{network}.wind_down.0", "wind_down", 91, False, 20))
    goals = (
        Goal(0, run.id, "posts", "habit", 6, 8, 1, 4),
        Goal(0, run.id, "answers", "response", 6, 8, 4, 72),
        Goal(0, run.id, "enquiries", "outcome", None, 8, 1, 50),
        Goal(0, run.id, "upkeep", "upkeep", 3, 4, 1, 3),
    )
    defaults: dict[str, int] = {"posts": 2, "answers": 24, "upkeep": 1}
    for goal in goals:
        stored = work.add(goal)
        if goal.goal in defaults:
            work.add(Target(0, stored.id, Week.of(day), defaults[goal.goal], day))
    work.add(Opening(run.id, STAGES[0], day))
    return run


def start(work: Work, network: str, state: str = "none") -> Adoption:
    """A network started through the rules of the schema."""
    run = prepare(work, network, state)
    work.append("start", {"adoption": run.id, "network": network, "opened": True})
    return work.put(replace(run, state="active", before=run.state, started_on=work.moment.day))


def do_steps(work: Work, run: Adoption, stages: tuple[str, ...] = STAGES) -> None:
    """Do the required steps of these parts today, and open what follows."""
    day = work.moment.day
    for stage in stages:
        for step in work.all(StepState, adoption=run.id, stage=stage, required=True):
            work.put(replace(step, done_on=day, made_on=day))
        after = STAGES[STAGES.index(stage) + 1 :][:1]
        for following in after:
            work.add(Opening(run.id, following, day))
            first = Week.of(day) + 1
            for goal in work.all(Goal, adoption=run.id):
                if {"listen": ("answers",), "publish": ("posts", "enquiries")}.get(following, ()).count(
                    goal.goal
                ):
                    work.put(replace(goal, from_week=first))


def keep_week(work: Work, network: str, week: Week, **figures: Any) -> None:
    values: dict[str, Any] = {"posts": 2, "received": 0, "enquiries": 1, **figures}
    work.put(Evidence(network, week, made_on=work.moment.day, **values))


def grown(folder: Path, weeks: int = 9, network: str = "instagram", practice: bool = False) -> Store:
    """A plan whose first network has walked its road on the first day and kept this many weeks since; the
    clock stands at the Monday after them."""
    store = new_plan(folder, practice=practice)
    with on(store, MONDAY) as work:
        do_steps(work, start(work, network))
    for number in range(1, weeks + 1):
        week = Week.of(MONDAY) + number
        with on(store, week.sunday) as work:
            keep_week(work, network, week)
        if number == 4:
            with on(store, (week + 1).monday) as work:
                goal = one_goal(work, "enquiries")
                work.add(Target(0, goal.id, week + 1, 2, work.moment.day))
    with on(store, (Week.of(MONDAY) + weeks + 1).monday) as work:
        work.append("review", {"week": str(Week.of(MONDAY) + weeks)})
    return store


def one_goal(work: Work, name: str, adoption: int = 1) -> Goal:
    found = work.one(Goal, adoption=adoption, goal=name)
    assert found is not None
    return found


def master(work: Work, network: str = "instagram") -> Adoption:
    """Record the mastery that the schema says is earned."""
    run = work.one(Adoption, network=network)
    assert run is not None
    week = Week.of(MONDAY) + 6
    work.append("mastered", {"adoption": run.id, "network": network})
    return work.put(replace(run, state="mastered", mastered_week=week, mastered_on=work.moment.day))


def later(day: date, days: int) -> date:
    return day + timedelta(days=days)
