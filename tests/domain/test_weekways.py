"""The jobs of a way within a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.weekclaims import GONE, PlanInput, StepNeed, WayNeed
from focusplan.domain.weekitems import stands
from focusplan.domain.weekplan import plan_week
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
MORNING = ((540, 720),)
LIMITS = Boundaries(120, 30, "few_days", {0: MORNING, 2: MORNING, 4: MORNING})
SMALL = replace(LIMITS, budget=30)
JOBS = tuple(StepNeed(f"way-learn-{name}", None, length, False) for name, length in (("a", 20), ("b", 15), ("c", 5)))
CHECK = StepNeed("way-learn-check", None, 10, False)
WAY = WayNeed("learn", "chosen", 1, JOBS)
GIVEN = PlanInput(WEEK, MON, LIMITS, way=WAY)


def keys(result):
    return [item.key for item in result.items if stands(item)]


def codes(result):
    return [note.code for note in result.notes]


def test_a_week_brings_as_many_new_jobs_as_its_way_says():
    assert keys(plan_week(GIVEN)) == ["way-learn-a", "close"]
    assert keys(plan_week(replace(GIVEN, way=replace(WAY, left=2)))) == ["way-learn-a", "way-learn-b", "close"]
    assert keys(plan_week(replace(GIVEN, way=replace(WAY, left=0)))) == ["close"]


def test_what_recurs_comes_beside_the_new_jobs():
    plan = plan_week(replace(GIVEN, way=replace(WAY, weekly=(CHECK,))))
    assert set(keys(plan)) == {"way-learn-check", "way-learn-a", "close"}


def test_planning_again_keeps_what_stands_even_behind_an_earlier_job():
    first = plan_week(replace(GIVEN, way=replace(WAY, once=JOBS[1:])))
    again = plan_week(replace(GIVEN, items=first.items))
    assert again.items == first.items


def test_what_the_owner_let_go_brings_nothing_in_its_place():
    items = tuple(
        replace(item, dropped=True) if item.key == "way-learn-a" else item for item in plan_week(GIVEN).items
    )
    assert keys(plan_week(replace(GIVEN, items=items))) == ["close"]


def test_a_long_job_stands_in_parts_of_the_longest_sitting():
    plan = plan_week(replace(GIVEN, boundaries=replace(LIMITS, longest_sitting=10)))
    parts = [item for item in plan.items if item.kind == "step"]
    assert [(item.key, item.minutes, item.part, item.parts) for item in parts] == [
        ("way-learn-a", 10, 1, 2), ("way-learn-a#2", 10, 2, 2),
    ]  # fmt: skip


def test_a_job_too_long_for_the_time_is_passed_over():
    tiny = replace(LIMITS, budget=20)
    assert keys(plan_week(replace(GIVEN, boundaries=tiny))) == ["way-learn-c", "close"]


def test_without_room_for_any_the_week_says_so():
    plan = plan_week(replace(GIVEN, boundaries=replace(LIMITS, budget=15)))
    assert keys(plan) == ["close"]
    assert codes(plan) == ["no_way_job", "way_learn"]
    nothing = plan_week(replace(GIVEN, boundaries=replace(LIMITS, budget=5)))
    assert not keys(nothing) and "no_room" in codes(nothing)


def test_the_way_is_named_and_its_end_too():
    minimal = WayNeed("minimal", "budget", 1, JOBS[:1])
    plan = plan_week(replace(GIVEN, boundaries=SMALL, way=minimal))
    assert [(note.code, dict(note.values)) for note in plan.notes] == [("way_minimal", {"why": "budget"})]
    through = replace(WAY, once=(), weekly=(CHECK,), through=True)
    assert codes(plan_week(replace(GIVEN, way=through))) == ["way_learn", "way_through"]


def test_another_way_takes_the_jobs_of_the_one_before_away_and_may_bring_them_back():
    items = plan_week(GIVEN).items
    away = plan_week(replace(GIVEN, items=items, way=None)).items
    assert all(item.dropped and item.note == GONE for item in away)
    assert keys(plan_week(replace(GIVEN, items=away))) == ["way-learn-a", "close"]
