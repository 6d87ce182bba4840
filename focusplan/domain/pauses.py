"""Weeks that are not like others: paused, with a public holiday, in crisis mode."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


def last_open_day(week: Week, pauses: Mapping[Week, Pause]) -> date:
    """The last day on which a week's figures and ticks may be filled in: LATE_DAYS after it ended, days of
    paused weeks not counted. A pause made after the week had closed does not open it again."""
    known: set[Week] = set()
    last = _after(week.sunday, known)
    for pause in sorted(pauses.values(), key=lambda one: one.made_on):
        if pause.week > week and pause.made_on <= last:
            known.add(pause.week)
            last = _after(week.sunday, known)
    return last


def _after(sunday: date, paused: Collection[Week]) -> date:
    """The day on which LATE_DAYS days outside paused weeks have passed since this Sunday."""
    day, left = sunday, LATE_DAYS
    while left:
        day += timedelta(days=1)
        left -= Week.of(day) not in paused
    return day


def closed(week: Week, pauses: Mapping[Week, Pause], today: date) -> bool:
    """Whether nothing of this week counts any more when typed today."""
    return today > last_open_day(week, pauses)
