"""Small plans for the tests of the rules: every fact has a default, so that a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Target
from focusplan.domain.pauses import Pause
from focusplan.domain.plan import ClockMark, Moment, Plan
from focusplan.domain.playbook import STAGES
from focusplan.domain.review import Review
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week

START = Week.of(date(2026, 1, 5))
"""The first whole week of these plans; its Monday is the day they were made."""

BUSINESS = Business(
    "Corner Bakery", "restaurant", "local", "consumers", "enquiries", "en", "GB", "GBP", "owner"
)
MORNINGS = Boundaries(120, 30, "few_days", {0: ((540, 720),), 2: ((540, 720),), 4: ((540, 720),)})

POSTS, ANSWERS, ENQUIRIES, UPKEEP = 1, 2, 3, 4
"""Ids of the goals of the first run."""


def moment(day: date, hour: int = 12) -> Moment:
    return Moment(datetime.combine(day, time(hour), UTC), day, 0)


def plan(today: date | Week, **given) -> Snapshot:
    """A plan without any network, made on START's Monday and looked at on `today` (a week: its Monday)."""
    day = today.monday if isinstance(today, Week) else today
    now = moment(day)
    facts = Snapshot(
        moment=now,
        plan=Plan("plan", False, START.monday, START.monday),
        business=BUSINESS,
        boundaries=MORNINGS,
        mark=ClockMark(now.at, day),
        confirmations=(), adoptions=(), steps=(), openings=(), goals=(), targets=(), pauses={}, holidays=(),
        crises=(), evidence=(), ticks={}, reviews={},
    )  # fmt: skip
    return replace(facts, **given)


def run(network: str = "instagram", state: str = "active", number: int = 1, **given) -> Adoption:
    given.setdefault("started_on", START.monday)
    return Adoption(number, network, state, **given)


def steps(number: int = 1, done: date | None = START.monday, per_stage: int = 1) -> tuple[StepState, ...]:
    """Required steps of every part, done on a day or open, and the three of the wind-down, open."""
    road = [
        StepState(number, f"{number}-{stage}-{n}", stage, place * per_stage + n, True, 20, done, done)
        for place, stage in enumerate(STAGES)
        for n in range(per_stage)
    ]
    last = len(road)
    return (*road, *(StepState(number, f"{number}-wind-{n}", "wind_down", last + n, False, 10) for n in range(3)))


def openings(number: int = 1, day: date = START.monday, upto: int = 6) -> tuple[Opening, ...]:
    return tuple(Opening(number, stage, day) for stage in STAGES[:upto])


def goals(number: int = 1, first: Week | None = START + 1, base: int = 0) -> tuple[Goal, ...]:
    """Posts and answers 6 of 8, enquiries over 8, upkeep 3 of 4; ids from `base` + 1."""
    return (
        Goal(base + POSTS, number, "posts", "habit", 6, 8, 1, 5, first),
        Goal(base + ANSWERS, number, "answers", "response", 6, 8, 4, 72, first),
        Goal(base + ENQUIRIES, number, "enquiries", "outcome", None, 8, 1, 200, first),
        Goal(base + UPKEEP, number, "upkeep", "upkeep", 3, 4, 1, 3, None),
    )


def targets(outcome: int | None = 3, base: int = 0) -> tuple[Target, ...]:
    """The first targets: two posts, 24 hours, one upkeep post; the outcome's from the week after its
    baseline."""
    day = START.monday
    rows = [
        Target(base + 1, base + POSTS, START, 2, day),
        Target(base + 2, base + ANSWERS, START, 24, day),
        Target(base + 3, base + UPKEEP, START, 1, day),
    ]
    if outcome is not None:
        week = START + 5
        rows.append(Target(base + 4, base + ENQUIRIES, week, outcome, week.monday))
    return tuple(rows)


def kept(week: Week, network: str = "instagram", **given) -> Evidence:
    """A week that meets everything."""
    figures = {"posts": 2, "received": 4, "answered_in_time": 4, "enquiries": 1, **given}
    return Evidence(network, week, made_on=week.sunday, **figures)


def learning(weeks: int, *, today: date | Week | None = None, keeps=lambda n: True, **given) -> Snapshot:
    """A plan whose only network has walked its road on the first day, looked at after so many ended weeks
    since its goals began; `keeps(n)` says whether the n-th of them (from 0) met everything."""
    first = START + 1
    now = first + weeks if today is None else today
    facts = plan(
        now,
        adoptions=(run(),),
        steps=steps(),
        openings=openings(),
        goals=goals(),
        targets=targets(),
        evidence=tuple(kept(first + n) for n in range(weeks) if keeps(n)),
        reviews=reviews(first + weeks - 1) if weeks else {},
    )
    return replace(facts, **given)


def reviews(week: Week) -> dict[Week, Review]:
    return {week: Review(week, "keep", "", week.sunday)}


def paused(*weeks: Week, planned: bool = True, made_on: date | None = None) -> dict[Week, Pause]:
    """Pauses made the week before (planned) or on the week's Sunday."""
    return {
        week: Pause(week, planned, made_on or (week.monday - timedelta(days=3) if planned else week.sunday))
        for week in weeks
    }
