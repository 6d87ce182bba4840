"""Minutes entered beside the jobs, and what they are worth."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from focusplan.domain import money
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import Evidence, empty, figures_of, with_figures
from focusplan.domain.timelog import beyond, logged, new_entry, refuse_future
from focusplan.domain.weeks import Week

LIMITS = Boundaries(120, 30, "few_days", {0: ((540, 720), (840, 1020))})
STOCKHOLM = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=STOCKHOLM)
WEEK = Week.of(MONDAY.date())


def test_an_entry_keeps_local_day_and_offset():
    late = new_entry("x", 20, datetime(2026, 11, 23, 0, 10, tzinfo=STOCKHOLM), LIMITS, note="n")
    assert (late.at, late.day, late.offset, late.note) == (
        datetime(2026, 11, 22, 23, 10, tzinfo=UTC), date(2026, 11, 23), 60, "n")  # fmt: skip
    assert late.week == WEEK
    assert late.outside


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "ended", "outside"),
    [(9, 0, 180, False, False), (9, 0, 181, False, True), (11, 50, 20, False, True), (9, 10, 20, True, True),
     (12, 0, 180, True, False), (0, 5, 20, True, True)],
)  # fmt: skip
def test_work_outside_the_hours_is_marked(hour, minute, minutes, ended, outside):
    at = MONDAY.replace(hour=hour, minute=minute)
    assert new_entry("x", minutes, at, LIMITS, ended=ended).outside is outside


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_minutes_have_a_range(minutes):
    with pytest.raises(WrongUse, match="minutes_range"):
        new_entry("x", minutes, MONDAY, LIMITS)


def test_time_to_come_is_no_entry():
    refuse_future(MONDAY, MONDAY)
    with pytest.raises(Refused, match="time_future"):
        refuse_future(MONDAY + timedelta(minutes=2), MONDAY)


def test_a_weeks_minutes_without_the_phones():
    one = new_entry("x", 20, MONDAY, LIMITS)
    phone = new_entry("x", 50, MONDAY, LIMITS, source="phone")
    assert logged([one, one, phone], WEEK) == 40
    assert logged([one], WEEK + 1) == 0


def test_only_what_exceeds_becomes_an_entry():
    assert beyond(105, 35, 0) == 70
    assert beyond(105, 35, 70) == 0
    assert beyond(30, 35, 0) == 0


def test_a_months_meaning():
    assert money.month_of(120) == 520
    assert money.worth(520, Decimal("30.00")) == Decimal("260.00")
    assert money.each(Decimal("260.00"), 7) == Decimal("37.14")
    assert money.each(Decimal("260.00"), 0) is None
    assert money.amount(money.hundredths(Decimal("120.5"))) == Decimal("120.50")


def test_figures_typed_over():
    row = Evidence("x", WEEK, posts=2)
    typed = with_figures(row, {"received": 3, "posts": None}, WEEK.monday)
    assert figures_of(typed)["received"] == 3
    assert typed.posts is None
    assert typed.made_on == WEEK.monday
    assert empty(Evidence("x", WEEK))
    assert not empty(typed)


def test_a_void_row_begins_anew():
    void = Evidence("x", WEEK, posts=9, void=True)
    assert with_figures(void, {"received": 1}, WEEK.monday) == Evidence("x", WEEK, received=1, made_on=WEEK.monday)


@pytest.mark.parametrize(
    ("figures", "code"),
    [({"likes": 3}, "figure_unknown"), ({"posts": -1}, "figure_range"), ({"posts": 10**9 + 1}, "figure_range"),
     ({"received": 2, "answered_in_time": 3}, "answered_more")],
)  # fmt: skip
def test_figures_that_cannot_be(figures, code):
    with pytest.raises(WrongUse, match=code):
        with_figures(Evidence("x", WEEK), figures, WEEK.monday)


def test_an_answer_more_than_known_messages_is_found_over_two_entries():
    row = Evidence("x", WEEK, received=2)
    with pytest.raises(WrongUse, match="answered_more"):
        with_figures(row, {"answered_in_time": 3}, WEEK.monday)


def test_boundaries_know_their_minutes():
    assert LIMITS.open_days(WEEK.days) == (MONDAY.date(),)
    assert LIMITS.open_days(WEEK.days, WEEK.days) == ()
    assert LIMITS.open_days(WEEK.days[1:]) == ()
    assert (LIMITS.reserve, LIMITS.plannable) == (12, 108)
    assert Boundaries(3, 30, "few_days", {}).plannable == 0
