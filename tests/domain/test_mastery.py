"""Mastery: earned by the first ended week at which everything held, recorded, and judged again from the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.evidence import Evidence
from focusplan.domain.goalfacts import counting, excuse, goal_rows, goal_weeks, holiday_weeks
from focusplan.domain.goals import Ticks
from focusplan.domain.ledger import canonical
from focusplan.domain.mastery import earned, recompute, record_of
from focusplan.domain.pauses import Crisis, Holiday
from tests.domain.plans import START, goals, kept, learning, openings, paused, run, steps, targets

FIRST = START + 1


def test_eight_kept_weeks_earn_it_at_the_sixth():
    assert earned(learning(8), run()) == FIRST + 5
    assert earned(learning(5), run()) is None


def test_the_running_week_is_not_judged():
    facts = learning(6, today=FIRST + 5)
    assert earned(facts, run()) is None


def test_a_road_that_ends_in_the_running_week_is_judged_when_the_week_has_ended():
    late = tuple(replace(s, done_on=(FIRST + 8).monday) for s in steps()[:6])
    assert earned(learning(8, today=FIRST + 8, steps=late), run()) is None
    assert earned(learning(9, steps=late), run()) == FIRST + 8


def test_a_step_done_on_the_last_day_of_the_week_recomputes():
    late = tuple(replace(s, done_on=(FIRST + 7).sunday) for s in steps()[:6])
    data = recorded(learning(8, steps=late))
    assert data["week"] == str(FIRST + 7)
    assert recompute(data)


@pytest.mark.parametrize("stage", ["prepare", "measure"])
def test_every_required_step_must_be_done_by_the_end_of_the_week(stage):
    late = tuple(
        replace(s, done_on=(FIRST + 7).sunday) if s.stage == stage else s for s in steps()
    )
    assert earned(learning(9, steps=late), run()) == FIRST + 7
    open_ = tuple(replace(s, done_on=None) if s.stage == stage else s for s in steps())
    assert earned(learning(9, steps=open_), run()) is None


def test_a_step_closed_with_a_reason_counts_as_done():
    closed = (replace(steps()[0], instead="there is no such field here"), *steps()[1:])
    assert earned(learning(8, steps=closed), run()) == FIRST + 5


def test_wind_down_and_deepening_steps_are_not_asked():
    assert all(step.done_on is None for step in steps() if step.stage == "wind_down")
    assert earned(learning(8), run()) is not None


@pytest.mark.parametrize("figure", ["posts", "received", "enquiries"])
def test_every_goal_must_hold(figure):
    facts = learning(8)
    without = tuple(replace(row, **{figure: None}) for row in facts.evidence)
    assert earned(replace(facts, evidence=without), run()) is None


@pytest.mark.parametrize("mark", ["late", "outside", "void"])
def test_figures_typed_late_outside_the_plan_or_under_a_wrong_clock_do_not_count(mark):
    facts = learning(8)
    rows = tuple(replace(row, **{mark: True}) for row in facts.evidence)
    assert counting(rows) == {}
    assert earned(replace(facts, evidence=rows), run()) is None


@pytest.mark.parametrize("state", ["parked", "mastered", "retired", "none"])
def test_only_what_is_being_learnt_is_judged(state):
    assert earned(learning(8), run(state=state)) is None


def test_a_run_without_a_day_or_without_its_goals_earns_nothing():
    assert earned(learning(8), run(started_on=None)) is None
    assert earned(learning(8, goals=goals()[1:]), run()) is None
    assert earned(learning(8, goals=goals(first=None)), run()) is None


def test_nothing_is_earned_before_the_start():
    again = run(started_on=(FIRST + 10).monday)
    assert earned(learning(8), again) is None
    assert earned(learning(12), again) == FIRST + 10


def test_easing_a_goal_rescues_no_week_that_has_passed():
    facts = learning(8, keeps=lambda n: n not in (0, 2, 5))
    eased = replace(facts, targets=(*targets(), replace(targets()[0], id=9, from_week=facts.week, value=1)))
    posts = goals()[0]
    assert goal_weeks(eased, run(), posts) == goal_weeks(facts, run(), posts)


def test_pauses_lengthen_the_way():
    pauses = paused(FIRST + 1, FIRST + 2)
    assert earned(learning(8, pauses=pauses), run()) == FIRST + 7


def test_ticks_count_where_nothing_is_typed():
    facts = learning(8)
    ticks = {
        ("instagram", FIRST + n): Ticks(posts=2, answers=2, answers_done=2) for n in range(8)
    }
    rows = tuple(Evidence("instagram", row.week, enquiries=1) for row in facts.evidence)
    assert earned(replace(facts, evidence=rows, ticks=ticks), run()) == FIRST + 5
    assert earned(replace(facts, evidence=rows), run()) is None


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        ({}, ""),
        ({"holidays": (Holiday((FIRST + 3).monday),)}, "holiday"),
        ({"holidays": (Holiday((FIRST + 3).monday + timedelta(days=1)),)}, ""),
        ({"holidays": (Holiday((FIRST + 4).monday),)}, ""),
        ({"pauses": paused(FIRST + 2)}, "pause"),
        ({"pauses": paused(FIRST + 2, planned=False)}, "pause"),
        ({"pauses": paused(FIRST + 2, planned=False, made_on=(FIRST + 3).monday)}, ""),
        ({"crises": (Crisis(1, (FIRST + 2).monday, (FIRST + 3).monday, (FIRST + 2).monday),)}, "crisis"),
        ({"crises": (Crisis(1, (FIRST + 3).sunday, (FIRST + 5).monday, (FIRST + 3).sunday),)}, "crisis"),
        ({"crises": (Crisis(1, (FIRST + 4).monday, (FIRST + 5).monday, (FIRST + 4).monday),)}, ""),
        ({"crises": (Crisis(1, FIRST.monday, (FIRST + 2).sunday, FIRST.monday),)}, ""),
    ],
)
def test_why_a_week_may_be_left_out(given_, why):
    facts = learning(8, **given_)
    assert excuse(facts, FIRST + 3, holiday_weeks(facts)) == why


def test_the_week_after_a_pause_that_was_known_is_left_out_when_it_was_not_kept():
    facts = learning(6, keeps=lambda n: n not in (2, 3), pauses=paused(FIRST + 2))
    weeks = goal_weeks(facts, run(), goals()[0])
    assert [week.result for week in weeks] == ["met", "met", "paused", "left_out", "met", "met"]


def test_a_goal_has_no_weeks_before_its_stage_opened():
    assert goal_rows(learning(8), run(), goals(first=None)[0], FIRST + 5) == ()


def recorded(facts):
    week = earned(facts, run())
    return None if week is None else json.loads(canonical(record_of(facts, run(), week)))


def test_the_record_of_a_mastery_recomputes_and_names_what_it_was_judged_on():
    facts = learning(9, keeps=lambda n: n != 2, pauses=paused(FIRST + 4))
    data = recorded(facts)
    assert recompute(data)
    assert data["pauses"] == [str(FIRST + 4)]
    assert [goal["goal"] for goal in data["goals"]] == ["posts", "answers", "enquiries"]
    assert len(data["goals"][0]["weeks"]) == 8
    assert len(data["steps"]) == 6


def test_a_week_in_which_nobody_wrote_recomputes_too():
    facts = learning(8)
    quiet = tuple(replace(row, received=0, answered_in_time=None) for row in facts.evidence)
    data = recorded(replace(facts, evidence=quiet))
    assert data["goals"][1]["weeks"][0]["received"] == 0
    assert recompute(data)


def spoil_step(data):
    data["steps"][0]["done_on"] = "2030-01-01"


def spoil_open_step(data):
    data["steps"][0]["done_on"] = None


def spoil_posts(data):
    data["goals"][0]["weeks"][-1]["posts"] = 0


def spoil_answers(data):
    data["goals"][1]["weeks"][-1].pop("answered")


def spoil_target(data):
    data["goals"][2]["weeks"][-1]["target"] = 99


def spoil_order(data):
    del data["goals"][0]["weeks"][2]


def spoil_weeks(data):
    data["goals"][0]["weeks"] = []


def spoil_goals(data):
    del data["goals"][2]


def spoil_names(data):
    data["goals"][2]["goal"] = "likes"


def spoil_week(data):
    data["week"] = str(FIRST + 30)


def spoil_steps(data):
    data["steps"] = []


def spoil_form(data):
    data["goals"] = "all of them"


def spoil_whole(data):
    data.clear()


@pytest.mark.parametrize("spoil", [value for name, value in sorted(globals().items()) if name.startswith("spoil_")])
def test_any_other_record_does_not_recompute(spoil):
    data = recorded(learning(6))
    assert recompute(data)
    spoil(data)
    assert not recompute(data)


WEEKS = st.lists(
    st.tuples(
        st.integers(0, 3), st.one_of(st.none(), st.integers(0, 4)), st.one_of(st.none(), st.integers(0, 4)),
        st.one_of(st.none(), st.integers(0, 2)), st.booleans(),
    ),
    min_size=4, max_size=30,
)  # fmt: skip


@given(WEEKS)
def test_whatever_was_recorded_recomputes(weeks):
    evidence = tuple(
        Evidence("instagram", FIRST + n, posts=p, received=r, answered_in_time=None if a is None else min(a, r or 0),
                 enquiries=e)
        for n, (p, r, a, e, _) in enumerate(weeks)
    )  # fmt: skip
    pauses = paused(*(FIRST + n for n, week in enumerate(weeks) if week[4] and n % 5 == 0))
    facts = learning(len(weeks), evidence=evidence, pauses=pauses)
    data = recorded(facts)
    if data is not None:
        assert recompute(data)


@given(WEEKS, st.integers(1, 10))
def test_what_was_earned_stays_earned_and_at_the_same_week(weeks, more):
    keeps = {n for n, week in enumerate(weeks) if week[0] > 0}
    facts = learning(len(weeks), keeps=keeps.__contains__)
    week = earned(facts, run())
    later = learning(len(weeks) + more, keeps=keeps.__contains__)
    if week is not None:
        assert earned(later, run()) == week


def test_kept_weeks_are_what_the_helpers_say():
    facts = learning(3)
    assert [row.posts for row in goal_rows(facts, run(), goals()[0], FIRST + 2)] == [2, 2, 2]
    assert kept(FIRST).received == 4
    assert len(openings()) == 6
