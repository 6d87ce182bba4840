"""The business and its time: looked at and changed key by key, by the same rules as the profile file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from focusplan.answers import HolidayView
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import WEEKDAYS, Business
from focusplan.domain.errors import NoPlan, WrongUse
from focusplan.domain.hours import ProfileFault
from focusplan.domain.plan import Note
from focusplan.domain.profile import READINESS, read_typed
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.weeks.calendar import always_worked, coming, ensure_holidays, work_always, work_on
from focusplan.store.store import Work

_IN_BOUNDARIES = {"budget_minutes": "budget", "longest_sitting": "longest_sitting", "spread": "spread"}


class BusinessService:
    """Verbs of Settings that concern the business."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def business(self) -> Business:
        """The profile. NoPlan when there is none."""
        with self._context.read() as work:
            return _stored(work)[0]

    def boundaries(self) -> Boundaries:
        """Budget, hours and sittings. NoPlan when there is none."""
        with self._context.read() as work:
            return _stored(work)[1]

    def change(self, typed: Mapping[str, str]) -> None:
        """Set profile keys as typed, all or nothing. WrongUse names the first key that can't be taken. The
        language alone is a choice of the window, and no deed to undo."""
        values = {key: _read(key, text) for key, text in typed.items()}
        with self._context.begin(_deed(values)) as work:
            business, boundaries = _stored(work)
            new_business, new_boundaries = _changed(business, boundaries, values)
            work.put(new_business)
            work.put(new_boundaries)
            for key in READINESS:
                if key in values:
                    work.put(Note(key, values[key]))
            if new_business.country != business.country:
                ensure_holidays(work, new_business, anew=True)
        self._context.announce(Topic.ALL)

    def holidays(self) -> tuple[HolidayView, ...]:
        """The public holidays that are known from next week on; none where all of them are worked on."""
        with self._context.read() as work:
            return coming(work)

    def holidays_free(self) -> bool:
        """Whether public holidays are days without work."""
        with self._context.read() as work:
            return not always_worked(work)

    def work_on_holiday(self, day: date, works: bool) -> None:
        """Say that this coming holiday is a working day, or that it is free after all."""
        with self._context.begin("holiday") as work:
            work_on(work, day, works)
        self._context.announce(Topic.ALL)

    def work_on_holidays(self, always: bool) -> None:
        """Say that all public holidays are working days, or that none is."""
        with self._context.begin("holiday") as work:
            work_always(work, _stored(work)[0], always)
        self._context.announce(Topic.ALL)

    def note(self, key: str) -> str:
        """A free text of the owner; empty where none was written."""
        with self._context.read() as work:
            found = work.one(Note, key=key)
        return found.text if found else ""

    def write_note(self, key: str, text: str) -> None:
        """Keep a free text of the owner as typed."""
        with self._context.begin() as work:
            work.put(Note(key, text))
        self._context.announce(Topic.BUSINESS)


def _deed(values: Mapping[str, Any]) -> str:
    """The code of what was changed: the hours and what they are worth, or the business."""
    if set(values) <= {"language"}:
        return ""
    time = all(key in _IN_BOUNDARIES or key.startswith("hours.") or key == "hour_value" for key in values)
    return "hours" if time else "business"


def _stored(work: Work) -> tuple[Business, Boundaries]:
    business, boundaries = work.one(Business), work.one(Boundaries)
    if business is None or boundaries is None:
        raise NoPlan("no_plan")
    return business, boundaries


def _read(key: str, text: str) -> Any:
    try:
        return read_typed(key, text)
    except ProfileFault as fault:
        raise WrongUse(f"profile_{fault.code}", key=fault.key, **fault.values) from None


def _changed(
    business: Business, boundaries: Boundaries, values: Mapping[str, Any]
) -> tuple[Business, Boundaries]:
    hours = dict(boundaries.hours)
    limits: dict[str, Any] = {}
    about: dict[str, Any] = {}
    for key, value in values.items():
        if key.startswith("hours."):
            hours[WEEKDAYS.index(key.removeprefix("hours."))] = value
        elif key in _IN_BOUNDARIES:
            limits[_IN_BOUNDARIES[key]] = value
        elif key not in READINESS:
            about[key] = value
    kept = {day: spans for day, spans in sorted(hours.items()) if spans}
    if not kept:
        raise WrongUse("profile_hours_none", key="hours")
    return replace(business, **about), replace(boundaries, hours=kept, **limits)
