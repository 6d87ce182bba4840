"""Public holidays of the business's country, kept for weeks that have not begun."""

from __future__ import annotations

from datetime import date

from focusplan import i18n
from focusplan.answers import HolidayView
from focusplan.domain.business import Business
from focusplan.domain.deeds import Deed
from focusplan.domain.pauses import Holiday
from focusplan.domain.plan import Note
from focusplan.domain.weeks import Week
from focusplan.store.store import Work

AHEAD = 65
"""Weeks ahead that are known: a year and a quarter."""
_KNOWN = "holidays.known_until"
_WORKED = "holidays.worked"
ALWAYS = "always"
"""Text of the note when every public holiday is a working day; else it holds a line for each that is."""


def coming(work: Work) -> tuple[HolidayView, ...]:
    """The known holidays from next week on, in order; where all are worked on, those are not known."""
    first = (Week.of(work.moment.day) + 1).monday
    free = [HolidayView(one.day, one.name, works=False) for one in work.all(Holiday)]
    busy = [HolidayView(day, name, works=True) for day, name in _worked(work).items()]
    return tuple(sorted((one for one in [*free, *busy] if one.day >= first), key=lambda one: one.day))


def always_worked(work: Work) -> bool:
    """Whether public holidays are working days like any other."""
    note = work.one(Note, key=_WORKED)
    return note is not None and note.text == ALWAYS


def work_on(work: Work, day: date, works: bool) -> None:
    """Say that a holiday of a coming week is a working day, or that it is free after all."""
    known = {one.day: one.name for one in coming(work)}
    kept = _worked(work)
    if works and day in known:
        kept[day] = known[day]
        for holiday in work.all(Holiday, day=day):
            work.remove(holiday)
    elif not works and day in kept:
        work.add(Holiday(day, kept.pop(day)))
    work.put(Note(_WORKED, "\n".join(f"{one.isoformat()} {kept[one]}" for one in sorted(kept))))


def follow(work: Work, deed: Deed) -> None:
    """The coming holidays again, where a turned deed had changed the country or what is worked on."""
    countries = [one for one in deed.changes if one.table == "business"]
    moved = any((one.before or {}).get("country") != (one.after or {}).get("country") for one in countries)
    business = work.one(Business)
    if business is not None and (moved or any(one.key.get("key") == _WORKED for one in deed.changes)):
        ensure_holidays(work, business, anew=True)


def work_always(work: Work, business: Business, always: bool) -> None:
    """Say that all public holidays are working days, or none."""
    work.put(Note(_WORKED, ALWAYS if always else ""))
    ensure_holidays(work, business, anew=True)


def _worked(work: Work) -> dict[date, str]:
    note = work.one(Note, key=_WORKED)
    if note is None or note.text == ALWAYS:
        return {}
    pairs = (line.partition(" ") for line in note.text.splitlines())
    return {date.fromisoformat(day): name for day, _space, name in pairs}


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
    kept, always = _worked(work), always_worked(work)
    for day, name in public_holidays(business.country, start.monday, last.sunday).items():
        if not always and day not in kept:
            work.add(Holiday(day, name))
    with work.unwatched():
        work.put(Note(_KNOWN, str(last)))


def public_holidays(country: str, first: date, last: date) -> dict[date, str]:
    """Holidays from first to last day by date, named in the language in use where the library has it, else in
    the country's own; empty for a country it does not know."""
    import holidays  # large, and needed only a few times a year

    if country not in holidays.list_supported_countries():
        return {}
    known = holidays.country_holidays(country)
    spoken = (one for one in known.supported_languages if one.split("_")[0] == i18n.language())
    names = next(spoken, known.default_language)  # where none is said it goes by the computer's own language
    found = holidays.country_holidays(country, years=range(first.year, last.year + 1), language=names)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}
