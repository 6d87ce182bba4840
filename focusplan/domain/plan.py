"""The plan itself, its clock, and the owner's free texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """One per file. `practice` can't be changed. `first_day`: the day it was made, or the confirmed day
    when that was made under a wrong clock; `made_on` never changes."""

    uuid: str
    practice: bool
    made_on: date
    first_day: date


@dataclass(frozen=True, slots=True)
class ClockMark:
    """The latest moment the plan stood at: UTC moment and local day of the latest action."""

    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The owner said that this day is right although the mark was later (`mark_day`)."""

    id: int
    at: datetime
    day: date
    mark_day: date


@dataclass(frozen=True, slots=True)
class Note:
    """A free text of the owner under a key, such as `readiness.say.1` or `review.draft`."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Idea:
    """One line of the list of ideas; `used_on` is the day a post took it."""

    id: int
    text: str
    used_on: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: UTC, the local day, and the minutes the local clock is east of UTC."""

    at: datetime
    day: date
    offset: int
