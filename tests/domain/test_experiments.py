"""Trying things: nothing is said before the planned end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.experiments import Comparison, Trial, judged, outcome, plan_for, trial_weeks, weeks_for
from focusplan.domain.weeks import Week

WEEK = Week.parse("2026-W40")
TRIAL = Trial(1, "instagram", "A picture of the oven", "enquiries", WEEK, date(2026, 9, 28))
TWO = Comparison(1, "instagram", "Photo", "Video", "clicks", 20, 40, 1141, date(2026, 9, 28))


def figures(before, during, start=WEEK):
    found = {start - 4 + off: value for off, value in enumerate(before)}
    return found | {start + off: value for off, value in enumerate(during)}


def test_four_weeks_that_are_not_paused():
    assert trial_weeks(TRIAL, ()) == tuple(WEEK + off for off in range(4))
    assert trial_weeks(TRIAL, {WEEK + 1, WEEK + 2})[-1] == WEEK + 5


@pytest.mark.parametrize(
    ("before", "during", "verdict"),
    [
        ([0, 1, 0, 1], [6, 5, 4, 6], "more"),
        ([6, 5, 4, 6], [0, 1, 0, 1], "fewer"),
        ([1, 2, 1, 1], [2, 2, 3, 1], "cannot_tell"),
        ([0, 0, 0, 0], [0, 0, 0, 0], "cannot_tell"),
        ([None] * 4, [2, 2, 3, 1], "unknown"),
        ([2, 2, 3, 1], [None] * 4, "unknown"),
    ],
)
def test_what_came_of_it(before, during, verdict):
    found = outcome(TRIAL, figures(before, during), (), WEEK + 4)
    assert found.verdict == verdict
    assert found.last == WEEK + 3


@given(st.lists(st.integers(0, 50), min_size=4, max_size=4), st.integers(0, 3))
def test_no_early_winner(during, week):
    assert outcome(TRIAL, figures([0, 0, 0, 0], during), (), WEEK + week).verdict == "running"


def test_only_known_weeks_are_compared():
    found = outcome(TRIAL, figures([None, 3, None, 1], [2, None, 4, 0]), (), WEEK + 9)
    assert (found.before, found.before_weeks, found.during, found.during_weeks) == (4, 2, 6, 3)


def test_what_a_comparison_would_need_is_said_at_once():
    assert plan_for(20, 40) == pytest.approx(1141, abs=1)
    assert plan_for(20, 20) is None
    assert weeks_for(1141, 300) == 8
    assert weeks_for(1141, None) is None
    assert weeks_for(1141, 0) is None


def test_a_comparison_waits_for_its_planned_end():
    assert judged(TWO) == ("waiting", None)
    early = replace(TWO, first_seen=1140, first_hits=10, other_seen=1200, other_hits=400)
    assert judged(early) == ("waiting", None)
    assert judged(replace(early, ended=True)) == ("cannot_tell", None)


@pytest.mark.parametrize(("first", "other", "verdict"), [(20, 60, "other"), (60, 20, "first"), (24, 30, "cannot_tell")])
def test_its_end(first, other, verdict):
    found, chance = judged(replace(TWO, first_seen=1141, first_hits=first, other_seen=1150, other_hits=other))
    assert found == verdict
    assert chance is not None
    assert (chance < 0.05) == (verdict != "cannot_tell")
