"""Where a job can stand in a week: the free minutes of each day, span by span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.boundaries import Span


@dataclass(slots=True)
class DayRoom:
    """The free minutes of a day in each of its spans, and the minutes that stand there already."""

    day: date
    free: list[int]
    used: int = 0
    posts: set[str] = field(default_factory=set)
    """Networks that have a post on this day."""

    @classmethod
    def of(cls, day: date, spans: Iterable[Span], begins: int = 0) -> DayRoom:
        """A day with nothing on it; time before the minute `begins` has passed."""
        return cls(day, [end - max(start, begins) for start, end in spans if end > begins])

    @property
    def largest(self) -> int:
        """The longest job that still fits into one span."""
        return max(self.free, default=0)

    @property
    def left(self) -> int:
        """All free minutes of the day."""
        return sum(self.free)

    def take(self, minutes: int) -> None:
        """Use these minutes: in the smallest span that holds them, else from the front, as far as they go."""
        self.used += minutes
        holding = [index for index, room in enumerate(self.free) if room >= minutes]
        if holding:
            self.free[min(holding, key=lambda index: self.free[index])] -= minutes
            return
        for index, room in enumerate(self.free):
            taken = min(room, minutes)
            self.free[index] -= taken
            minutes -= taken


def spread(days: int, wanted: int) -> tuple[int, ...]:
    """Indexes of `wanted` of `days` days, evenly spread, the last day always among them."""
    wanted = min(wanted, days)
    if wanted <= 0:
        return ()
    if wanted == 1:
        return (days - 1,)
    return tuple(round(place * (days - 1) / (wanted - 1)) for place in range(wanted))
