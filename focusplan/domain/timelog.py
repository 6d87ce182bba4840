"""Minutes spent, beside those of the ticked items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Minutes on a network. `at` is UTC, `day` the local date and `offset` the minutes east of UTC it was
    entered at; the week belongs to `day`. `source`: typed, paper, session or phone. `outside`: outside the
    allowed hours (recorded, never refused)."""

    id: int
    network: str
    minutes: int
    at: datetime
    day: date
    offset: int
    note: str = ""
    source: str = "typed"
    outside: bool = False

    @property
    def week(self) -> Week:
        return Week.of(self.day)
