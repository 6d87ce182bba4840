"""Pausing weeks, and until when a week can be filled in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.errors import Refused
from focusplan.domain.pauses import closed, last_open_day
from focusplan.domain.pausing import LONGEST, crowded, lifted, new_pauses, paused_in_a_row
from focusplan.domain.weeks import Week, span
from tests.domain.plans import START, paused

NOW = START + 20
TODAY = NOW.monday + timedelta(days=2)


def refusal(*args):
    with pytest.raises(Refused) as caught:
        new_pauses(*args)
    return caught.value.code


def test_a_week_is_open_for_fourteen_days_after_it_ended():
    assert last_open_day(NOW, {}) == NOW.sunday + timedelta(days=14)
    assert not closed(NOW, {}, NOW.sunday + timedelta(days=14))
    assert closed(NOW, {}, NOW.sunday + timedelta(days=15))
    assert not closed(NOW, {}, NOW.monday)


def test_days_in_paused_weeks_are_not_counted():
    assert last_open_day(NOW, paused(NOW + 1)) == NOW.sunday + timedelta(days=21)
    assert last_open_day(NOW, paused(NOW + 1, NOW + 2, NOW + 3)) == NOW.sunday + timedelta(days=35)
    assert last_open_day(NOW, paused(NOW, NOW - 1, NOW + 3)) == NOW.sunday + timedelta(days=14)


def test_a_closed_week_is_never_opened_again():
    late = paused(NOW + 2, planned=False, made_on=NOW.sunday + timedelta(days=15))
    assert last_open_day(NOW, late) == NOW.sunday + timedelta(days=14)
    in_time = paused(NOW + 2, planned=False, made_on=NOW.sunday + timedelta(days=14))
    assert last_open_day(NOW, in_time) == NOW.sunday + timedelta(days=21)


def test_planned_pauses_come_as_many_as_wanted():
    weeks = new_pauses(NOW + 1, NOW + 30, TODAY, {}, START, " the sea ")
    assert [one.week for one in weeks] == list(span(NOW + 1, NOW + 30))
    assert {(one.planned, one.reason, one.made_on) for one in weeks} == {(True, "the sea", TODAY)}


def test_the_running_week_and_two_weeks_back_may_be_paused_unplanned():
    found = new_pauses(NOW - 1, NOW, TODAY, {}, START)
    assert [one.planned for one in found] == [False, False]
    edge = (NOW - 3).sunday + timedelta(days=14)
    assert new_pauses(NOW - 3, NOW - 3, edge, {}, START)
    assert refusal(NOW - 3, NOW - 3, edge + timedelta(days=1), {}, START) == "pause_too_late"


def test_a_wish_may_mix_planned_and_unplanned_and_skips_what_is_paused():
    found = new_pauses(NOW, NOW + 2, TODAY, paused(NOW + 1), START)
    assert [(one.week, one.planned) for one in found] == [(NOW, False), (NOW + 2, True)]


def test_at_most_two_unplanned_pauses_in_any_thirteen_weeks():
    one = paused(NOW - 11, planned=False)
    assert new_pauses(NOW, NOW, TODAY, one, START)
    two = {**one, **paused(NOW - 12, planned=False)}
    assert refusal(NOW, NOW, TODAY, two, START) == "pause_most"
    assert new_pauses(NOW + 1, NOW + 4, TODAY, two, START)
    long_ago = {**one, **paused(NOW - 13, planned=False)}
    assert new_pauses(NOW, NOW, TODAY, long_ago, START)
    assert refusal(NOW - 2, NOW, TODAY, {}, START) == "pause_most"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (NOW + 2, NOW + 1, "pause_order"),
        (NOW + 1, NOW + LONGEST + 1, "pause_too_long"),
        (START - 1, START + 1, "pause_before_plan"),
    ],
)
def test_what_is_refused(first, last, code):
    assert refusal(first, last, TODAY, {}, START) == code


def test_pausing_what_is_paused_is_refused():
    assert refusal(NOW + 1, NOW + 1, TODAY, paused(NOW + 1), START) == "pause_same"


def test_only_weeks_that_have_not_begun_are_taken_up_again():
    pauses = paused(NOW - 1, NOW, NOW + 1, NOW + 5)
    assert lifted(None, TODAY, pauses) == (NOW + 1, NOW + 5)
    assert lifted(NOW + 2, TODAY, pauses) == (NOW + 5,)
    assert lifted(NOW - 1, TODAY, pauses) == (NOW + 1, NOW + 5)


def test_paused_weeks_in_a_row():
    pauses = paused(NOW - 2, NOW - 1, NOW)
    assert paused_in_a_row(NOW, pauses) == 3
    assert paused_in_a_row(NOW + 1, pauses) == 0


@given(st.sets(st.integers(0, 60), max_size=12))
def test_crowded_agrees_with_counting_every_window(places):
    weeks = [Week(place) for place in places]
    windows = [sum(first <= week.index < first + 13 for week in weeks) for first in range(-13, 61)]
    assert crowded(weeks) is (max(windows) > 2)


@given(st.dictionaries(st.integers(-4, 8), st.integers(-30, 60), max_size=8), st.integers(0, 80))
def test_once_closed_stays_closed_whatever_is_paused_later(made, day):
    """Pauses made after a day can't open a week that was closed on it."""
    today = NOW.sunday + timedelta(days=day)
    pauses = {}
    for place, offset in made.items():
        pauses.update(paused(NOW + place, made_on=NOW.sunday + timedelta(days=offset)))
    known = {week: one for week, one in pauses.items() if one.made_on < today}
    if closed(NOW, known, today):
        assert closed(NOW, pauses, today)
