"""Weeks that are not like others: paused, with a public holiday, in crisis mode."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focusplan.domain.weeks import Week

UNPLANNED_MOST = 2
"""Unplanned pauses at most in any WINDOW weeks; also the weeks after a pause or in crisis left out there."""
WINDOW = 13
LATE_DAYS = 14
"""Days after a week's end in which it may still be paused unplanned, and filled in or corrected."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A paused week. `planned`: made before the week began."""

    week: Week
    planned: bool
    made_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, known before its week began."""

    day: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Crisis:
    """Crisis mode from first to last day, both included; begins on the day it is made."""

    id: int
    first_day: date
    last_day: date
    made_on: date
