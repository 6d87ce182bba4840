"""Which week is to be closed, on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.pauses import Pause
from focusplan.domain.review import Closing, Review
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
MORNING = ((540, 720),)
LIMITS = Boundaries(120, 30, "few_days", {0: MORNING, 4: MORNING})
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
STATE = Closing(FRI, (WEEK - 4).monday, LIMITS, {}, {})


def reviewed(*weeks, void=False):
    return {week: Review(week, "keep", "", week.sunday, void) for week in weeks}


def paused(*weeks):
    return {week: Pause(week, True, (week - 1).monday) for week in weeks}


def test_the_running_week_from_its_last_allowed_day_on():
    assert STATE.running() == WEEK
    assert STATE.due() == STATE.next() == WEEK
    assert replace(STATE, today=THU).running() is None
    assert replace(STATE, today=THU).next() == WEEK - 1
    assert replace(STATE, today=SUN).running() == WEEK
    assert STATE.closes_on(WEEK) == FRI


def test_without_hours_a_week_closes_on_its_sunday():
    assert replace(STATE, boundaries=replace(LIMITS, hours={})).closes_on(WEEK) == SUN


def test_a_holiday_on_the_last_day_lets_it_close_before():
    state = replace(STATE, holidays=frozenset({FRI}), today=MON)
    assert state.closes_on(WEEK) == MON
    assert state.running() == WEEK


def test_one_review_covers_all_earlier_weeks():
    early = replace(STATE, today=WED, reviews=reviewed(WEEK - 1))
    assert early.next() is None
    assert early.due() is None
    assert early.covered(WEEK - 3)
    assert not early.reviewed(WEEK - 3)
    assert STATE.merged(WEEK) == (WEEK - 1, WEEK - 2, WEEK - 3, WEEK - 4)
    assert replace(STATE, reviews=reviewed(WEEK - 2)).merged(WEEK) == (WEEK - 1,)


def test_a_review_from_a_wrong_clock_closes_nothing():
    state = replace(STATE, today=WED, reviews=reviewed(WEEK - 1, void=True))
    assert state.next() == WEEK - 1
    assert not state.reviewed(WEEK - 1)


def test_paused_weeks_ask_for_nothing_but_what_ended_before_is_still_due():
    state = replace(STATE, pauses=paused(WEEK, WEEK - 1))
    assert state.running() is None
    assert state.due() == WEEK - 2
    assert state.merged(WEEK - 2) == (WEEK - 3, WEEK - 4)
    assert replace(STATE, pauses=paused(WEEK - 1)).merged(WEEK) == (WEEK - 2, WEEK - 3, WEEK - 4)
    assert replace(state, reopened=frozenset({WEEK})).running() == WEEK


def test_the_first_partial_week_can_be_closed_but_asks_for_nothing_later():
    state = replace(STATE, begins=WED, today=FRI)
    assert state.due() == WEEK
    later = replace(state, today=(WEEK + 1).monday)
    assert later.next() == WEEK
    assert later.due() is None


def test_before_the_plan_there_is_nothing_to_close():
    fresh = replace(STATE, begins=MON, today=WED)
    assert fresh.next() is None
    assert replace(fresh, pauses=paused(WEEK), today=FRI).next() is None


def test_a_plan_made_on_a_sunday_evening_has_nothing_to_close_yet():
    """Monday, Wednesday and Friday are allowed; the plan begins on the Sunday after them."""
    sunday = date(2026, 11, 22)
    hours = dict.fromkeys((0, 2, 4), ((540, 720),))
    boundaries = Boundaries(budget=120, longest_sitting=30, spread="few_days", hours=hours)
    late = Closing(sunday, sunday, boundaries, {}, {})
    assert late.due() is None and late.next() == Week.of(sunday)
    midweek = Closing(sunday, date(2026, 11, 18), boundaries, {}, {})
    assert midweek.due() == Week.of(sunday)
