"""Minutes spent, beside those of the ticked items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weeks import Week

LONGEST = 1440
"""Minutes one entry may hold: a day."""


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


def new_entry(
    network: str, minutes: int, at: datetime, boundaries: Boundaries, *, ended: bool = False, note: str = "",
    source: str = "typed",
) -> TimeEntry:  # fmt: skip
    """An entry of work that began at `at` (aware, in the offset it was entered at), or that `ended` then; its
    id is 0. WrongUse minutes_range. Work that leaves the hours of its day is marked, never refused."""
    if not 1 <= minutes <= LONGEST:
        raise WrongUse("minutes_range", minutes=minutes, least=1, most=LONGEST)
    offset = int((at.utcoffset() or timedelta()).total_seconds() // 60)
    begin = at.hour * 60 + at.minute - (minutes if ended else 0)
    outside = not boundaries.within(at.date(), begin, begin + minutes)
    return TimeEntry(0, network, minutes, at.astimezone(UTC), at.date(), offset, note, source, outside)


def refuse_future(at: datetime, now: datetime) -> None:
    """Time that has not been spent yet is no entry (Refused time_future)."""
    if at > now + timedelta(minutes=1):
        raise Refused("time_future")


def logged(entries: Iterable[TimeEntry], week: Week) -> int:
    """Minutes entered for a week, in or outside the plan; minutes on the phone are no work and left out."""
    return sum(entry.minutes for entry in entries if entry.week == week and entry.source != "phone")


def beyond(altogether: int, own: int, earlier: int) -> int:
    """Minutes of a time altogether that are not accounted for by the jobs' own minutes and by what was
    entered from paper before: typing a line twice adds nothing."""
    return max(0, altogether - own - earlier)
