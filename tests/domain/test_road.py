"""The road: what is open, what comes next, when goals begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.adoption import Opening
from focusplan.domain.playbook import STAGES
from focusplan.domain.road import (
    all_done_on,
    can_do,
    first_goal_week,
    is_done,
    on_road,
    open_steps,
    opened_now,
    required,
    stage_now,
)
from focusplan.domain.weeks import Week
from tests.domain.plans import START, openings, run, steps

DAY = START.monday


def opened(upto, day=DAY):
    return {one.stage: one for one in openings(day=day, upto=upto)}


def test_only_steps_of_the_six_parts_are_on_the_road_and_only_required_ones_count():
    given_ = steps(per_stage=2)
    optional = replace(given_[1], required=False, done_on=None)
    assert len(on_road(given_)) == 12
    assert len(required([given_[0], optional])) == 1
    assert all_done_on([given_[0], optional]) == DAY


def test_a_road_without_an_end_is_not_done():
    assert all_done_on(steps(done=None)) is None
    assert all_done_on(()) is None
    half = [replace(step, done_on=None) if step.stage == "measure" else step for step in steps()]
    assert all_done_on(half) is None


def test_a_tick_from_a_wrong_clock_is_none():
    assert not is_done(replace(steps()[0], void=True))


def test_a_stage_opens_when_the_required_steps_before_it_are_done():
    given_ = list(steps(done=None, per_stage=2))
    given_[0] = replace(given_[0], done_on=DAY)
    assert opened_now(given_, opened(1), 1) == ()
    given_[1] = replace(given_[1], done_on=DAY + timedelta(days=3))
    assert opened_now(given_, opened(1), 1) == (Opening(1, "set_up", DAY + timedelta(days=3)),)


def test_an_optional_step_holds_nothing_up():
    given_ = [replace(s, required=s.step.endswith("0")) for s in steps(done=None, per_stage=2)]
    given_[0] = replace(given_[0], done_on=DAY)
    assert [one.stage for one in opened_now(given_, opened(1), 1)] == ["set_up"]


def test_a_stage_never_opens_before_the_one_before_it():
    first = opened(2, DAY + timedelta(days=7))
    fresh = opened_now(steps(), first, 1)
    assert {one.day for one in fresh} == {DAY + timedelta(days=7)}
    assert [one.stage for one in fresh] == list(STAGES[2:])


def test_nothing_opens_before_the_first_stage_has():
    assert opened_now(steps(), {}, 1) == ()


@pytest.mark.parametrize(
    ("goal", "upto", "week"),
    [
        ("posts", 4, START + 1),
        ("enquiries", 4, START + 1),
        ("posts", 3, None),
        ("answers", 3, START + 1),
        ("answers", 2, None),
        ("upkeep", 6, None),
    ],
)
def test_goals_begin_with_the_first_whole_week_after_their_stage_opened(goal, upto, week):
    assert first_goal_week(goal, opened(upto)) == week


def test_a_stage_that_opens_on_a_monday_counts_from_the_next_monday():
    assert first_goal_week("posts", opened(4, START.monday)) == START + 1
    assert first_goal_week("posts", opened(4, START.sunday)) == START + 1


def test_the_part_being_walked_is_the_first_open_one_with_something_required_to_do():
    half = [replace(s, done_on=None) if s.stage in ("listen", "publish") else s for s in steps()]
    assert stage_now(half, opened(4), run()) == "listen"
    assert stage_now(steps(), opened(4), run()) == "publish"
    assert stage_now(steps(done=None), {}, run()) == "prepare"


def test_a_part_taken_again_is_walked_while_something_in_it_is_open():
    given_ = [
        replace(s, done_on=None, required=False) if s.step.endswith("prepare-1") else s
        for s in steps(per_stage=2)
    ]
    again = run(again_stage="prepare")
    assert stage_now(given_, opened(4), again) == "prepare"
    assert stage_now(steps(per_stage=2), opened(4), again) == "publish"
    optional = [replace(s, done_on=None, required=False) if s.stage == "listen" else s for s in steps()]
    assert stage_now(optional, opened(4), run()) == "publish"


def test_required_steps_come_before_optional_ones_and_those_of_a_part_taken_again_first():
    given_ = [replace(s, required=s.step.endswith("0")) for s in steps(done=None, per_stage=2)]
    names = [s.step for s in open_steps(run(again_stage="set_up"), given_, opened(3))]
    assert names == [
        "1-set_up-0", "1-prepare-0", "1-listen-0", "1-set_up-1", "1-prepare-1", "1-listen-1",
    ]  # fmt: skip


def test_a_mastered_network_offers_deepening_and_a_closed_one_its_wind_down():
    deepen = replace(steps()[0], step="deep", stage="deepen", done_on=None)
    given_ = (*steps(), deepen)
    assert [s.step for s in open_steps(run(state="mastered"), given_, opened(6))] == ["deep"]
    closed = run(state="retired", retired_on=DAY, retired_from="active")
    assert [s.step for s in open_steps(closed, given_, opened(6))] == ["1-wind-0", "1-wind-1", "1-wind-2"]
    assert open_steps(replace(closed, retired_from="mastered"), given_, opened(6)) == ()
    assert open_steps(run(state="parked"), given_, opened(6)) == ()
    assert open_steps(run(number=2), given_, opened(6)) == ()


@pytest.mark.parametrize(
    ("state", "stage", "able"),
    [
        ("active", "prepare", True),
        ("active", "listen", False),
        ("active", "wind_down", False),
        ("active", "deepen", False),
        ("mastered", "deepen", True),
        ("mastered", "prepare", True),
        ("retired", "prepare", False),
        ("retired", "wind_down", True),
        ("parked", "prepare", False),
    ],
)
def test_what_can_be_ticked(state, stage, able):
    one = run(state=state, retired_on=DAY, retired_from="active")
    assert can_do(one, replace(steps()[0], stage=stage), opened(2)) is able


def test_the_wind_down_of_a_network_closed_after_mastery_is_not_asked():
    one = run(state="retired", retired_on=DAY, retired_from="mastered")
    assert not can_do(one, replace(steps()[0], stage="wind_down"), opened(2))


@given(st.lists(st.integers(0, 17), max_size=40))
def test_stages_open_in_order_whatever_is_done_in_which_order(order):
    given_ = {s.step: s for s in on_road(steps(done=None, per_stage=3))}
    names = list(given_)
    have = opened(1)
    for day, place in enumerate(order):
        step = given_[names[place]]
        if not can_do(run(), step, have):
            continue
        given_[step.step] = replace(step, done_on=DAY + timedelta(days=day))
        have.update({one.stage: one for one in opened_now(given_.values(), have, 1)})
    assert list(have) == list(STAGES[: len(have)])
    days = [have[stage].day for stage in STAGES[: len(have)]]
    assert days == sorted(days)
    assert Week.of(days[-1]) >= START
