"""ISO weeks as whole numbers, so that rules and SQL can count them alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import overload

EPOCH = date(1970, 1, 5)
"""The Monday of week 0; the same number is `(julianday(day) - julianday('1970-01-05')) / 7` in SQL."""

_WEEK_TEXT = re.compile(r"(\d{4})-?[Ww](\d{2})")


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """A week from Monday to Sunday; `index` counts whole weeks since Monday 1970-01-05."""

    index: int

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that holds this day."""
        return cls((day - EPOCH).days // 7)

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read `2026-W48`. ValueError when it is no ISO week (2025-W53 does not exist)."""
        found = _WEEK_TEXT.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        return cls.of(date.fromisocalendar(int(found[1]), int(found[2]), 1))

    @property
    def monday(self) -> date:
        return EPOCH + timedelta(days=7 * self.index)

    @property
    def sunday(self) -> date:
        return EPOCH + timedelta(days=7 * self.index + 6)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def number(self) -> int:
        """The ISO week number, 1 to 53."""
        return self.monday.isocalendar().week

    @property
    def last_open_day(self) -> date:
        """The last day its figures may be filled in, were no week paused: 14 days after it ended."""
        return self.sunday + timedelta(days=14)

    def __str__(self) -> str:
        year, number, _ = self.monday.isocalendar()
        return f"{year:04d}-W{number:02d}"

    def __add__(self, weeks: int) -> Week:
        return Week(self.index + weeks)

    @overload
    def __sub__(self, other: int) -> Week: ...
    @overload
    def __sub__(self, other: Week) -> int: ...
    def __sub__(self, other: int | Week) -> Week | int:
        """Week minus weeks is a week; week minus week counts the weeks between."""
        if isinstance(other, Week):
            return self.index - other.index
        return Week(self.index - other)


def span(first: Week, last: Week) -> tuple[Week, ...]:
    """Every week from first to last, both included; empty when last is before first."""
    return tuple(Week(index) for index in range(first.index, last.index + 1))


def latest_numbered(number: int, present: Week) -> Week:
    """The latest week with this ISO number that is not after `present`. ValueError outside 1..53."""
    if not 1 <= number <= 53:
        raise ValueError(str(number))
    week = present
    while week.number != number:
        week = week - 1
    return week


def first_monday(day: date) -> date:
    """The first Monday on or after this day."""
    return day + timedelta(days=(7 - day.weekday()) % 7)
