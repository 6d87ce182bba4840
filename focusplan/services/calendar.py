"""Public holidays of the business's country, kept for weeks that have not begun."""

from __future__ import annotations

from datetime import date

from focusplan.domain.business import Business
from focusplan.domain.pauses import Holiday
from focusplan.domain.plan import Note
from focusplan.domain.weeks import Week
from focusplan.store.store import Work

AHEAD = 65
"""Weeks ahead that are known: a year and a quarter."""
_KNOWN = "holidays.known_until"


def ensure_holidays(work: Work, business: Business, *, anew: bool = False) -> None:
    """Store the holidays of the coming weeks, once for each stretch of time.

    Only of weeks that have not begun: a week must not become easier after the fact. `anew` after the
    country changed: the coming weeks' holidays are read again.
    """
    coming = Week.of(work.moment.day) + 1
    note = work.one(Note, key=_KNOWN)
    known = Week.parse(note.text) if note else coming - 1
    if not anew and known - coming > AHEAD // 2:
        return
    start = coming if anew else max(coming, known + 1)
    last = coming + AHEAD
    stored = {holiday.day: holiday for holiday in work.all(Holiday) if holiday.day >= start.monday}
    for holiday in stored.values():
        work.remove(holiday)
    for day, name in public_holidays(business.country, start.monday, last.sunday).items():
        work.add(Holiday(day, name))
    work.put(Note(_KNOWN, str(last)))


def public_holidays(country: str, first: date, last: date) -> dict[date, str]:
    """Holidays from first to last day by date; empty for a country the library does not know."""
    import holidays  # large, and needed only a few times a year

    if country not in holidays.list_supported_countries():
        return {}
    found = holidays.country_holidays(country, years=range(first.year, last.year + 1))
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}
