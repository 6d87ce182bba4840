"""The owner's time: budget, allowed hours, longest sitting. Everything else is protected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

SMALLEST_BUDGET = 45
"""Minutes a week under which no network is started."""

Span = tuple[int, int]
"""Allowed time of a day in minutes since midnight, start before end, end at most 1440."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """`hours` maps weekday 0 (Monday) to 6 to its spans, in order, not touching one another; a weekday
    that is not named is protected. Minutes everywhere."""

    budget: int
    longest_sitting: int
    spread: str
    hours: Mapping[int, tuple[Span, ...]]

    @property
    def reserve(self) -> int:
        """Minutes kept free: a tenth rounded up, at least 5."""
        return max(5, -(-self.budget // 10))

    @property
    def plannable(self) -> int:
        """Budget less reserve, never below 0."""
        return max(0, self.budget - self.reserve)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The allowed weekdays, in order."""
        return tuple(day for day in range(7) if self.hours.get(day))

    def spans(self, day: date) -> tuple[Span, ...]:
        """The allowed time of this date; empty when it is protected."""
        return tuple(self.hours.get(day.weekday(), ()))

    def room(self, day: date) -> int:
        """Allowed minutes on this date."""
        return sum(end - start for start, end in self.spans(day))

    def within(self, day: date, first: int, last: int) -> bool:
        """Whether a piece of work from minute `first` to `last` stays inside one span of the day."""
        return any(start <= first and last <= end for start, end in self.spans(day))

    def open_days(self, days: Iterable[date], holidays: Collection[date] = ()) -> tuple[date, ...]:
        """The allowed ones of these days; public holidays are days without work."""
        return tuple(day for day in days if self.room(day) and day not in holidays)
