"""A clock that was wrong: what a confirmation mends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.clock import behind, undo_future, waits_until
from focusplan.domain.forecast import judge
from focusplan.domain.gate import Candidate, Loads
from focusplan.domain.goals import target_at
from focusplan.domain.mastery import earned
from focusplan.domain.plan import ClockMark, Confirmation
from focusplan.domain.review import Review
from focusplan.domain.weeks import Week
from tests.domain.plans import (
    START,
    goals,
    kept,
    learning,
    moment,
    openings,
    paused,
    plan,
    run,
    steps,
    targets,
)

DAY = START.monday + timedelta(days=2)
FAR = START + 52


def test_behind_by_more_than_26_hours():
    now = moment(DAY)
    assert not behind(ClockMark(now.at + timedelta(hours=26), DAY), now)
    assert behind(ClockMark(now.at + timedelta(hours=26, seconds=1), DAY), now)
    assert not behind(ClockMark(now.at - timedelta(days=9), DAY), now)


def test_the_newest_confirmation_counts():
    now = moment(DAY)
    said = [Confirmation(n, now.at, DAY + timedelta(days=n), DAY) for n in (0, 3, 1)]
    assert waits_until(said) == DAY + timedelta(days=10)
    assert waits_until(()) is None


def test_what_is_dated_rightly_stays_untouched():
    facts = learning(4, today=START + 6, pauses=paused(START + 3))
    found = undo_future(facts, (START + 6).monday)
    assert found.plan is None
    assert not any(getattr(found, name) for name in found.__slots__)


def test_figures_ticks_and_reviews_dated_later_never_count():
    late_made = replace(kept(START), made_on=DAY + timedelta(days=1))
    late_week = replace(kept(START + 1), made_on=DAY)
    fine = replace(kept(START), network="x", made_on=DAY)
    odd = replace(kept(START), network="y", made_on=None)
    gone = replace(late_week, network="z", void=True)
    reviews = {
        START - 1: Review(START - 1, "keep", "", DAY),
        START: Review(START, "keep", "", FAR.monday),
        FAR: Review(FAR, "keep", "", DAY),
        FAR + 1: Review(FAR + 1, "keep", "", FAR.sunday, void=True),
    }
    done = list(steps(done=DAY))
    done[0] = replace(done[0], done_on=FAR.monday)
    done[1] = replace(done[1], made_on=FAR.monday)
    done[2] = replace(done[2], made_on=None)
    done[3] = replace(done[3], done_on=FAR.monday, void=True)
    found = undo_future(
        plan(DAY, evidence=(late_made, late_week, fine, odd, gone), reviews=reviews, steps=tuple(done)), DAY
    )
    assert [row.made_on for row in found.evidence] == [late_made.made_on, DAY]
    assert all(row.void for row in (*found.evidence, *found.reviews, *found.steps))
    assert [review.week for review in found.reviews] == [START, FAR]
    assert [step.stage for step in found.steps] == ["prepare", "set_up"]


def test_dates_take_the_confirmed_day():
    later = FAR.monday
    facts = plan(
        DAY,
        adoptions=(
            run(started_on=later), run("x", "retired", 2, retired_on=later, taken_back_on=None),
            run("tiktok", "parked", 3),
        ),
        openings=openings(day=later, upto=4),
        goals=goals(first=FAR + 1),
        targets=targets(outcome=None),
        pauses=paused(FAR + 2, made_on=later),
    )  # fmt: skip
    facts = replace(facts, plan=replace(facts.plan, first_day=later))
    found = undo_future(facts, DAY)
    assert found.plan is not None
    assert found.plan.first_day == DAY
    assert [(one.started_on, one.retired_on) for one in found.adoptions] == [(DAY, None), (START.monday, DAY)]
    assert {one.day for one in found.openings} == {DAY}
    assert {goal.goal: goal.from_week for goal in found.goals} == {
        "posts": START + 1, "answers": START + 1, "enquiries": START + 1,
    }  # fmt: skip
    assert [one.made_on for one in found.pauses] == [DAY]


def test_a_mastery_dated_later_is_none_and_its_upkeep_does_not_begin():
    mastered = run(state="mastered", mastered_on=FAR.monday, mastered_week=FAR - 1)
    upkeep = replace(goals()[3], from_week=FAR + 1)
    facts = plan(DAY, adoptions=(mastered,), goals=(upkeep,))
    found = undo_future(facts, DAY)
    assert found.unmastered == ("instagram",)
    assert [(one.state, one.mastered_on, one.mastered_week) for one in found.adoptions] == [("active", None, None)]
    assert [goal.from_week for goal in found.goals] == [None]
    beside = replace(facts, adoptions=(mastered, run("x", number=2)))
    assert [one.state for one in undo_future(beside, DAY).adoptions] == ["parked"]
    both = replace(facts, adoptions=(mastered, replace(mastered, id=2, network="x")))
    assert [one.state for one in undo_future(both, DAY).adoptions] == ["active", "parked"]


def test_an_upkeep_that_began_rightly_stays():
    mastered = run(state="mastered", mastered_on=START.monday, mastered_week=START - 1)
    upkeep = replace(goals()[3], from_week=START + 1)
    assert undo_future(plan(DAY, adoptions=(mastered,), goals=(upkeep,)), DAY).goals == ()


def test_first_targets_dated_later_are_in_force_again():
    late = tuple(replace(row, from_week=FAR, made_on=FAR.monday) for row in targets(outcome=None))
    facts = plan(DAY, adoptions=(run(),), goals=goals(), targets=late)
    fresh = undo_future(facts, DAY).targets
    assert [(row.goal, row.value, row.from_week) for row in fresh] == [(1, 2, START), (2, 24, START), (4, 1, START)]
    rows = (*late, *(replace(row, id=10 + n) for n, row in enumerate(fresh)))
    assert target_at(rows, 1, START) == 2
    assert undo_future(plan(DAY, goals=goals(), targets=targets()), DAY).targets == ()


def put(rows, changed, key):
    fresh = {key(one): one for one in changed}
    return tuple(fresh.get(key(one), one) for one in rows)


def confirmed(facts, day):
    """The plan after the owner said that today is `day`."""
    found = undo_future(facts, day)
    now = moment(day)
    return replace(
        facts,
        moment=now,
        mark=ClockMark(now.at, day),
        plan=found.plan or facts.plan,
        confirmations=(Confirmation(1, now.at, day, facts.mark.day),),
        adoptions=put(facts.adoptions, found.adoptions, lambda one: one.id),
        steps=put(facts.steps, found.steps, lambda one: one.step),
        openings=put(facts.openings, found.openings, lambda one: one.stage),
        goals=put(facts.goals, found.goals, lambda one: one.id),
        targets=(*facts.targets, *(replace(row, id=100 + n) for n, row in enumerate(found.targets))),
        pauses={week: next((p for p in found.pauses if p.week == week), one) for week, one in facts.pauses.items()},
        evidence=put(facts.evidence, found.evidence, lambda one: (one.network, one.week)),
        reviews={week: next((r for r in found.reviews if r.week == week), one) for week, one in facts.reviews.items()},
    )  # fmt: skip


@given(st.integers(0, 12), st.integers(0, 400), st.booleans())
def test_a_wrong_clock_opens_nothing_and_after_seven_days_locks_nobody_out(kept_weeks, days_back, mastered):
    """A year lived ahead of time in one session: nothing of it earns anything once the day is set right."""
    facts = learning(kept_weeks)
    if mastered and earned(facts, run()):
        facts = replace(facts, adoptions=(run(state="mastered", mastered_on=facts.moment.day, mastered_week=START),))
    day = max(START.monday, facts.moment.day - timedelta(days=days_back))
    after = confirmed(facts, day)
    judged = judge(after, Candidate("pinterest", 45), Loads())
    assert not judged.open
    assert not behind(after.mark, after.moment)
    assert len(after.in_state("active")) <= 1
    again = undo_future(after, day)
    assert not any(getattr(again, name) for name in again.__slots__ if name != "plan")
    active = after.active
    if active is not None:
        firsts = [goal.from_week for goal in after.goals if goal.kind != "upkeep"]
        assert all(first is None or first <= Week.of(day) + 1 for first in firsts)
