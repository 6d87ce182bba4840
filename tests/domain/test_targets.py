"""Changing targets: harder soon, easier late and seldom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.errors import Refused
from focusplan.domain.goals import Goal, Target, target_at
from focusplan.domain.targets import (
    changed,
    checked,
    easing_again,
    harder,
    last_easing,
    upcoming,
    withdrawn,
)
from focusplan.domain.weeks import Week

START = Week.of(date(2026, 1, 5))
POSTS = Goal(1, 1, "posts", "habit", 6, 8, 1, 5, START)
ANSWERS = Goal(2, 1, "answers", "response", 6, 8, 4, 72, START)
ENQUIRIES = Goal(3, 1, "enquiries", "outcome", None, 8, 1, 200, START)
ROWS = (Target(1, 1, START, 3, START.monday), Target(2, 2, START, 24, START.monday))
WEDNESDAY = (START + 10).monday + timedelta(days=2)
MONDAY = (START + 10).monday


def after(rows, edit, day, reason="a good reason"):
    return (*rows, replace(edit.target(day, reason), id=len(rows) + 1))


def codes(call):
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "new", "old", "expected"),
    [
        ("habit", 3, 2, True),
        ("habit", 2, 2, False),
        ("outcome", 1, 2, False),
        ("upkeep", 2, 1, True),
        ("response", 12, 24, True),
        ("response", 48, 24, False),
    ],
)
def test_what_is_harder(kind, new, old, expected):
    assert harder(kind, new, old) is expected


@pytest.mark.parametrize(("goal", "value"), [(POSTS, 4), (ANSWERS, 12)])
def test_harder_counts_from_the_next_monday(goal, value):
    edit = changed(goal, ROWS, value, WEDNESDAY)
    assert (edit.starts, edit.easier) == (START + 11, False)
    assert checked(edit, "") == edit


@pytest.mark.parametrize(("goal", "value"), [(POSTS, 2), (ANSWERS, 48)])
@pytest.mark.parametrize(("day", "weeks"), [(WEDNESDAY, 12), (MONDAY, 11), (MONDAY + timedelta(6), 12)])
def test_easier_counts_from_the_first_monday_seven_days_away(goal, value, day, weeks):
    edit = changed(goal, ROWS, value, day)
    assert (edit.starts, edit.easier) == (START + weeks, True)


@pytest.mark.parametrize("reason", ["", "because", "a b", "        "])
def test_easier_needs_a_sentence(reason):
    edit = changed(POSTS, ROWS, 2, WEDNESDAY)
    assert codes(lambda: checked(edit, reason)) == "reason_needed"
    assert checked(edit, "too little time") == edit


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_target_stays_within_its_bounds(value):
    with pytest.raises(Refused) as caught:
        changed(POSTS, ROWS, value, WEDNESDAY)
    assert (caught.value.code, caught.value.values) == ("goal_bounds", {"least": 1, "most": 5})


def test_the_same_target_is_no_change():
    assert codes(lambda: changed(POSTS, ROWS, 3, WEDNESDAY)) == "goal_same"


def test_easing_is_possible_once_in_four_weeks_counted_from_the_day_it_was_made():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    again = WEDNESDAY + timedelta(days=28)
    assert easing_again(POSTS, rows, WEDNESDAY) == again
    assert codes(lambda: changed(POSTS, rows, 1, again - timedelta(days=1))) == "easing_too_soon"
    assert changed(POSTS, rows, 1, again).easier
    assert easing_again(POSTS, rows, again) is None


def test_an_easing_of_one_goal_does_not_hinder_another():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    assert changed(ANSWERS, rows, 48, WEDNESDAY).easier


def test_an_easing_dated_in_the_future_is_from_a_wrong_clock():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    assert last_easing(POSTS, rows, WEDNESDAY - timedelta(days=1)) is None
    assert last_easing(POSTS, rows, WEDNESDAY) == WEDNESDAY


def test_an_easing_that_waits_is_withdrawn_at_once_by_typing_the_old_value_or_by_withdrawing():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    for edit in (changed(POSTS, rows, 3, WEDNESDAY), withdrawn(POSTS, rows, WEDNESDAY)):
        assert (edit.starts, edit.new, edit.easier) == (START + 12, 3, False)
    assert upcoming(POSTS, after(rows, edit, WEDNESDAY), WEDNESDAY) is None


def test_an_easing_for_next_monday_is_withdrawn_by_a_harder_target():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    later = WEDNESDAY + timedelta(days=7)
    edit = withdrawn(POSTS, rows, later)
    assert (edit.starts, edit.old, edit.new, edit.easier) == (START + 12, 3, 3, False)


def test_withdrawing_a_harder_target_is_an_easing():
    rows = after(ROWS, changed(POSTS, ROWS, 5, WEDNESDAY), WEDNESDAY)
    edit = withdrawn(POSTS, rows, WEDNESDAY)
    assert (edit.starts, edit.new, edit.easier) == (START + 12, 3, True)
    rows = after(rows, edit, WEDNESDAY)
    assert [target_at(rows, 1, START + n) for n in (10, 11, 12)] == [3, 5, 3]
    assert easing_again(POSTS, rows, WEDNESDAY) is not None


def test_nothing_to_withdraw():
    assert codes(lambda: withdrawn(POSTS, ROWS, WEDNESDAY)) == "nothing_to_withdraw"
    assert codes(lambda: withdrawn(ENQUIRIES, (), WEDNESDAY)) == "nothing_to_withdraw"


def test_of_two_changes_for_one_monday_the_later_made_holds():
    rows = after(ROWS, changed(POSTS, ROWS, 5, WEDNESDAY), WEDNESDAY)
    assert codes(lambda: changed(POSTS, rows, 5, WEDNESDAY)) == "goal_same"
    edit = changed(POSTS, rows, 4, MONDAY + timedelta(days=7))
    assert target_at(after(rows, edit, MONDAY), 1, START + 12) == 4


@pytest.mark.parametrize("counted", [0, 3])
def test_a_first_outcome_target_waits_for_the_baseline(counted):
    with pytest.raises(Refused) as caught:
        changed(ENQUIRIES, (), 4, WEDNESDAY, counted)
    assert (caught.value.code, caught.value.values) == ("baseline_runs", {"left": 4 - counted})


def test_a_first_outcome_target_is_in_force_from_the_monday_of_its_week():
    edit = changed(ENQUIRIES, (), 4, WEDNESDAY, 4)
    assert (edit.starts, edit.old, edit.easier) == (START + 10, None, False)


def test_a_first_target_dated_later_by_a_wrong_clock_locks_nobody_out():
    rows = (Target(9, 1, START + 60, 3, (START + 60).monday),)
    assert changed(POSTS, rows, 2, WEDNESDAY).starts == START + 10


def test_what_comes_is_told_with_its_week():
    rows = after(ROWS, changed(POSTS, ROWS, 2, WEDNESDAY), WEDNESDAY)
    coming = upcoming(POSTS, rows, WEDNESDAY)
    assert coming is not None
    assert (coming.value, coming.from_week) == (2, START + 12)
    assert upcoming(POSTS, ROWS, WEDNESDAY) is None


EDITS = st.lists(st.tuples(st.integers(0, 20), st.integers(-1, 80)), min_size=1, max_size=14)
"""Days to wait before an edit, and the value; -1 withdraws."""


def effective(rows, goal, week):
    value = target_at(rows, goal.id, week)
    assert value is not None
    return value


@given(st.sampled_from([POSTS, ANSWERS]), EDITS)
def test_no_sequence_of_edits_makes_the_next_seven_days_easier(goal, edits):
    rows: tuple[Target, ...] = ROWS
    day = WEDNESDAY
    for wait, value in edits:
        day += timedelta(days=wait)
        before = rows
        try:
            edit = withdrawn(goal, rows, day) if value < 0 else changed(goal, rows, value, day)
        except Refused:
            continue
        rows = after(rows, edit, day)
        touched = {Week.of(day + timedelta(days=n)) for n in range(7)}
        for week in touched:
            was, now = effective(before, goal, week), effective(rows, goal, week)
            assert not harder(goal.kind, was, now)
        assert goal.least <= edit.new <= goal.most


@given(st.sampled_from([POSTS, ANSWERS]), EDITS)
def test_no_edit_touches_a_week_that_has_begun(goal, edits):
    rows: tuple[Target, ...] = ROWS
    day = WEDNESDAY
    for wait, value in edits:
        day += timedelta(days=wait)
        before = {n: target_at(rows, goal.id, START + n) for n in range(Week.of(day) - START + 1)}
        try:
            edit = withdrawn(goal, rows, day) if value < 0 else changed(goal, rows, value, day)
        except Refused:
            continue
        rows = after(rows, edit, day)
        assert before == {n: target_at(rows, goal.id, START + n) for n in before}


@given(st.sampled_from([POSTS, ANSWERS]), EDITS)
def test_easings_are_four_weeks_apart(goal, edits):
    rows: tuple[Target, ...] = ROWS
    day, made = WEDNESDAY, []
    for wait, value in edits:
        day += timedelta(days=wait)
        try:
            edit = withdrawn(goal, rows, day) if value < 0 else changed(goal, rows, value, day)
        except Refused:
            continue
        rows = after(rows, edit, day)
        if edit.easier:
            made.append(day)
    assert all((later - earlier).days >= 28 for earlier, later in zip(made, made[1:], strict=False))
