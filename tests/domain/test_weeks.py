"""Week arithmetic is the calendar's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from focusplan.domain.weeks import EPOCH, Week, first_monday, latest_numbered, span


def test_every_day_from_1990_to_2110_lies_in_its_iso_week() -> None:
    day, last = date(1990, 1, 1), date(2110, 12, 31)
    while day <= last:
        week = Week.of(day)
        year, number, weekday = day.isocalendar()
        assert str(week) == f"{year:04d}-W{number:02d}"
        assert week.number == number
        assert week.days[weekday - 1] == day
        assert Week.parse(str(week)) == week
        day += timedelta(days=1)


def test_week_zero_begins_on_the_epoch() -> None:
    assert Week(0).monday == EPOCH
    assert EPOCH.weekday() == 0
    assert Week.of(EPOCH - timedelta(days=1)) == Week(-1)


@pytest.mark.parametrize("text", ["2025-W53", "2026-W00", "2026-W54", "W48", "2026-48", "", "2026-W1", "x"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Week.parse(text)


def test_arithmetic() -> None:
    week = Week.parse("2026-W53")
    assert str(week + 1) == "2027-W01"
    assert (week + 3) - week == 3
    assert week - 1 < week
    assert span(week, week + 2) == (week, week + 1, week + 2)
    assert span(week, week - 1) == ()
    assert week.last_open_day == date(2027, 1, 17)


def test_the_latest_week_with_a_number_is_not_after_this_one() -> None:
    present = Week.parse("2026-W48")
    assert latest_numbered(48, present) == present
    assert str(latest_numbered(49, present)) == "2025-W49"
    assert str(latest_numbered(53, present)) == "2020-W53"
    for number in (0, 54):
        with pytest.raises(ValueError):
            latest_numbered(number, present)


def test_first_monday() -> None:
    assert first_monday(date(2026, 11, 22)) == date(2026, 11, 23)
    assert first_monday(date(2026, 11, 23)) == date(2026, 11, 23)
