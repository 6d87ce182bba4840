"""The owner's time: what is kept free, what can be planned, and what is allowed on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from focusplan.domain.boundaries import Boundaries

HOURS = {0: ((540, 720),), 2: ((540, 720), (840, 900))}
OURS = Boundaries(120, 30, "few_days", HOURS)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("budget", "reserve", "plannable"),
    [(1, 5, 0), (5, 5, 0), (6, 5, 1), (20, 5, 15), (45, 5, 40), (50, 5, 45), (51, 6, 45), (60, 6, 54),
     (119, 12, 107), (120, 12, 108), (121, 13, 108), (2399, 240, 2159), (2400, 240, 2160)],
)  # fmt: skip
def test_a_tenth_rounded_up_and_at_least_five_minutes_are_kept_free(budget, reserve, plannable):
    ours = replace(OURS, budget=budget)
    assert (ours.reserve, ours.plannable) == (reserve, plannable)


@pytest.mark.parametrize(
    ("day", "first", "last", "inside"),
    [(23, 540, 720, True), (23, 539, 600, False), (23, 700, 721, False), (24, 540, 600, False),
     (25, 840, 900, True), (25, 700, 860, False), (25, 720, 840, False)],
)  # fmt: skip
def test_work_stays_inside_one_piece_of_the_allowed_time(day, first, last, inside):
    assert OURS.within(MONDAY.replace(day=day), first, last) is inside


def test_what_is_not_named_is_protected():
    assert OURS.weekdays == (0, 2)
    assert [OURS.room(MONDAY.replace(day=day)) for day in range(23, 30)] == [180, 0, 240, 0, 0, 0, 0]
