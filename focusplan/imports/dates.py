"""Days as the platforms write them, in the words of several languages.

Whether 03/04 is in March or in April is settled for a whole table: by a number above twelve, by days that
follow one another, else by the owner. Days without a year are counted back from the last one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from focusplan.imports.sources import Cell

ORDERS = ("mdy", "dmy")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?(?:[T ,](?P<rest>.*))?", re.ASCII)
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?", re.ASCII)
_SIGNS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\.?(?:,?[T ](?P<rest>.*))?", re.ASCII)
_TIME = re.compile(
    r"(\d{1,2})(?:[:.h]| h )(\d{2})(?:[:.]\d{2})?(?:\s*([ap])\.?m\b\.?)?", re.ASCII | re.IGNORECASE
)
_PLACE = re.compile(r"(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"(?<!\d)(\d{4}|\d{1,2})(?!\d)", re.ASCII)

_MONTHS = (
    "january jan januari janvier janv jän januar enero ene janeiro gennaio gen januar",
    "february feb februari février fevrier févr fevr fév febrero februar fevereiro fev febbraio",
    "march mar mars marzo märz marz mrz maart março marco",
    "april apr avril avr abril abr aprile",
    "may maj mai mayo maio mei maggio mag",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug augusti août aout agosto ago augustus",
    "september sep sept septembre septiembre setiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}


class NoDay(ValueError):
    """The text is no day."""


class NoYear(NoDay):
    """The text is a day of a month without a year: `month` and `day`."""

    def __init__(self, month: int, day: int) -> None:
        super().__init__(f"{month}-{day}")
        self.month, self.day = month, day


def numbers_of(text: str) -> tuple[int, int, int] | None:
    """The three numbers of a day written like 03/04/2026, as they stand; None for any other form. Days parted
    by points (03.04.2026) name the day first everywhere, and are no question."""
    found = _SIGNS.fullmatch(text.strip())
    if found is None or found[2] == ".":
        return None
    return int(found[1]), int(found[3]), _year(found[4])


def orders_of(text: str) -> frozenset[str]:
    """The orders in which the text is a day; both where its form leaves no choice. NoDay in neither."""
    three = numbers_of(text)
    if three is None:
        return frozenset(ORDERS)
    left = {order for order in ORDERS if _in_order(three, order) is not None}
    if not left:
        raise NoDay(text)
    return frozenset(left)


def read(cell: Cell, order: str = "mdy") -> date:
    """The day a cell names. NoDay; NoYear where only the year is missing."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        raise NoDay(str(cell))
    text = cell.strip()
    for pattern in (_ISO, _COMPACT):
        if found := pattern.fullmatch(text):
            return _day(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _SIGNS.fullmatch(text):
        three = (int(found[1]), int(found[3]), _year(found[4]))
        made = _in_order(three, "dmy" if found[2] == "." else order)
        if made is None:
            raise NoDay(text)
        return made
    return _in_words(text)


def clock(text: str) -> int | None:
    """Minutes after midnight in a text that names a day and a time; None where it names none, or says which
    place's time it is."""
    text = text.strip()
    found = _SIGNS.fullmatch(text) or _ISO.fullmatch(text)
    rest = text[found.start("rest") :] if found and found["rest"] else "" if found else text
    time = _TIME.search(rest)
    if time is None or _PLACE.search(rest):
        return None
    hour, minute = int(time[1]), int(time[2])
    if time[3]:
        hour = hour % 12 + (12 if time[3].lower() == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def ahead_of_california(day: date) -> int:
    """Minutes by which the clock here is ahead of California's, whose time Meta's files keep, at noon there.
    Both change their hour in the night, so that noon holds for every time that can become another day."""
    noon = datetime(day.year, day.month, day.day, 12)
    there = -420 if _summer_there(noon) else -480
    here = (noon - timedelta(minutes=there)).replace(tzinfo=UTC).astimezone().utcoffset() or timedelta()
    return int(here.total_seconds() // 60) - there


def without_year(month: int, day: int, following: date) -> date:
    """The latest such day that is not after `following`; a 29 February goes back to a year that has one."""
    for year in range(following.year, following.year - 9, -1):
        try:
            made = date(year, month, day)
        except ValueError:
            continue
        if made <= following:
            return made
    raise NoDay(f"{month}-{day}")


def _summer_there(there: datetime) -> bool:
    """From two o'clock on the second Sunday of March to two on the first of November."""
    march, november = datetime(there.year, 3, 8, 2), datetime(there.year, 11, 1, 2)
    begin = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return begin <= there < end


def _in_order(three: tuple[int, int, int], order: str) -> date | None:
    first, second, year = three
    month, day = (first, second) if order == "mdy" else (second, first)
    try:
        return _day(year, month, day, "")
    except NoDay:
        return None


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise NoDay(text) from None
    if not 1990 <= year <= 2200:
        raise NoDay(text)
    return made


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _in_words(text: str) -> date:
    if len(text) > 60:
        raise NoDay(text[:60])
    rest = _TIME.sub(" ", text)
    words = [word for word in _WORDS.findall(rest.lower()) if word in _MONTH]
    if len(words) == 2 and words[0] == "mar":  # Tuesday in French, Spanish and Italian
        del words[0]
    months = [_MONTH[word] for word in words]
    numbers = _NUMBERS.findall(rest)
    days = [int(number) for number in numbers if len(number) < 3]
    years = [int(number) for number in numbers if len(number) == 4]
    if len(months) != 1 or len(days) != 1 or len(years) > 1:
        raise NoDay(text)
    if not years:
        _day(2024, months[0], days[0], text)
        raise NoYear(months[0], days[0])
    return _day(years[0], months[0], days[0], text)
