"""Words, dates and figures in the language and the place of the run: the one room that knows the language.

Texts are marked with `_`, `ngettext`, `pgettext` and `N_` (see `focusplan.language`); days, times, amounts
and money are written, and typed figures read, as the owner's place does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from focusplan import places
from focusplan.language import (
    LANGUAGES,
    N_,
    NATIVE_NAMES,
    _,
    country,
    language,
    ngettext,
    pgettext,
    place,
    system_country,
    system_language,
    use,
)

__all__ = [
    "LANGUAGES", "NATIVE_NAMES", "N_", "NumberUnclear", "NumberWrong", "_", "country", "day_and_month",
    "day_long", "day_medium", "day_name", "day_name_short", "day_short", "day_with_year", "duration",
    "duration_long", "first_weekday", "heading", "join", "language", "minutes", "money", "month_name",
    "month_name_short", "ngettext", "number", "paper_size", "parse_amount", "parse_whole", "percent",
    "pgettext", "quote", "system_country", "system_language", "time_of_day", "use", "week_range",
]  # fmt: skip


def join(words: Sequence[str]) -> str:
    """The words in a row: "a, b and c". Spanish says "e" before an i: "Facebook e Instagram"."""
    if len(words) < 2:
        return "".join(words)
    *before, last = words
    pattern = pgettext("end of a list", "{before} and {last}")
    if language() == "es" and _sounds_like_i(last):
        pattern = pattern.replace(" y ", " e ")
    return pattern.format(before=", ".join(before), last=last)


def told(what: str, text: str) -> str:
    """`E-mail: 3 orders`; some languages set a space before the colon."""
    return _("{what}: {text}").format(what=what, text=text)


def in_a_row(*texts: str) -> str:
    """Parts of a sentence with a semicolon between them."""
    between = _("{before}; {after}").format(before="\0", after="\0").strip("\0")
    return between.join(texts)


def quote(text: str) -> str:
    """The text in the language's quotation marks."""
    return pgettext("quotation marks", "“{text}”").format(text=text)


def heading(text: str) -> str:
    """The text with a capital first letter: day names are small in Spanish, French and Swedish."""
    return text[:1].upper() + text[1:]


def _sounds_like_i(word: str) -> bool:
    start = word.lower()
    if start.startswith("h"):
        return start[1:2] in ("i", "í") and start[2:3] not in ("a", "e")
    return start[:1] in ("i", "í")


# ---------------------------------------------------------------- days


def day_name(weekday: int) -> str:
    """The weekday's name, 0 is Monday, as written within a sentence."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
            _("Sunday"))[weekday]  # fmt: skip


def day_name_short(weekday: int) -> str:
    """The weekday in about three letters, 0 is Monday."""
    return (pgettext("short day", "Mon"), pgettext("short day", "Tue"), pgettext("short day", "Wed"),
            pgettext("short day", "Thu"), pgettext("short day", "Fri"), pgettext("short day", "Sat"),
            pgettext("short day", "Sun"))[weekday]  # fmt: skip


def month_name(month: int) -> str:
    """The month's name, 1 is January, as written within a date."""
    return (_("January"), _("February"), _("March"), _("April"), pgettext("month", "May"), _("June"),
            _("July"), _("August"), _("September"), _("October"), _("November"),
            _("December"))[month - 1]  # fmt: skip


def month_name_short(month: int) -> str:
    """The month in three or four letters, 1 is January."""
    return (pgettext("short month", "Jan"), pgettext("short month", "Feb"), pgettext("short month", "Mar"),
            pgettext("short month", "Apr"), pgettext("short month", "May"), pgettext("short month", "Jun"),
            pgettext("short month", "Jul"), pgettext("short month", "Aug"), pgettext("short month", "Sep"),
            pgettext("short month", "Oct"), pgettext("short month", "Nov"),
            pgettext("short month", "Dec"))[month - 1]  # fmt: skip


def day_long(day: date) -> str:
    """ "Monday 23 November"."""
    pattern = "{weekday}, {month} {day}" if place().month_first else _("{weekday} {day} {month}")
    return _fill(pattern, day)


def day_medium(day: date) -> str:
    """ "Monday 23"."""
    return _("{weekday} {day}").format(weekday=day_name(day.weekday()), day=_day_number(day))


def day_short(day: date) -> str:
    """ "Mon 23 Nov"."""
    pattern = "{weekday}, {month} {day}" if place().month_first else pgettext(
        "short date", "{weekday} {day} {month}")  # fmt: skip
    return pattern.format(
        weekday=day_name_short(day.weekday()), day=_day_number(day), month=month_name_short(day.month)
    )


def day_with_year(day: date) -> str:
    """ "23 November 2026"."""
    return _fill("{month} {day}, {year}" if place().month_first else _("{day} {month} {year}"), day)


def day_and_month(day: date) -> str:
    """ "23 November"."""
    return _fill("{month} {day}" if place().month_first else _("{day} {month}"), day)


def week_range(monday: date) -> str:
    """ "23–29 November", or "28 December 2026 – 3 January 2027" where a month or year ends in the week."""
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return f"{day_with_year(monday)} – {day_with_year(sunday)}"
    if monday.month != sunday.month:
        return f"{day_and_month(monday)} – {day_and_month(sunday)}"
    pattern = "{month} {first}–{last}" if place().month_first else _("{first}–{last} {month}")
    return pattern.format(first=_day_number(monday), last=sunday.day, month=month_name(monday.month))


def _fill(pattern: str, day: date) -> str:
    return pattern.format(
        weekday=day_name(day.weekday()), day=_day_number(day), month=month_name(day.month), year=day.year
    )


def _day_number(day: date) -> str:
    """French says the first, and every other day by its number."""
    return pgettext("first day of a month", "1") if day.day == 1 else str(day.day)


def first_weekday(code: str | None = None) -> int:
    """The weekday a date picker's rows begin with, 0 is Monday. Weeks of the plan always begin on Monday."""
    return places.weekday_of(code or country())


# ---------------------------------------------------------------- times and amounts


def time_of_day(minutes: int) -> str:
    """Minutes since midnight (0 to 1440) as the place writes the time: "09:00", "9:00" or "9:00 am"."""
    hours, rest = divmod(minutes, 60)
    clock, separator = place().clock, place().time_separator
    if clock != "12":
        return f"{hours:0{len(clock) - 3}}{separator}{rest:02}"
    time = f"{(hours - 1) % 12 + 1}{separator}{rest:02}"
    if hours % 24 < 12:
        return pgettext("time of day", "{time} am").format(time=time)
    return pgettext("time of day", "{time} pm").format(time=time)


def minutes(n: int) -> str:
    """ "25 min"."""
    return _("{minutes} min").format(minutes=number(n))


def duration(n: int) -> str:
    """Minutes as people say them: "25 min", "2 h", "1 h 45"."""
    hours, rest = divmod(n, 60)
    if hours == 0:
        return minutes(n)
    if rest == 0:
        return pgettext("duration", "{hours} h").format(hours=number(hours))
    return pgettext("duration", "{hours} h {minutes}").format(hours=number(hours), minutes=f"{rest:02}")


def duration_long(n: int) -> str:
    """Minutes in whole words: "1 hour and 45 minutes"."""
    hours, rest = divmod(n, 60)
    parts = []
    if hours:
        parts.append(ngettext("{hours} hour", "{hours} hours", hours).format(hours=number(hours)))
    if rest or not hours:
        parts.append(ngettext("{minutes} minute", "{minutes} minutes", rest).format(minutes=rest))
    return join(parts)


def number(value: int | float | Decimal, digits: int = 0) -> str:
    """A figure with the place's separators; `digits` decimals, always shown."""
    return places.write_number(Decimal(str(value)), digits, place())


def money(value: Decimal | str | int, currency: str) -> str:
    """An amount as the place writes it. `currency` is the code of three letters."""
    return places.write_money(Decimal(value), currency, place())


def percent(n: int | float | Decimal) -> str:
    """25 is "25%"; nothing is multiplied."""
    return pgettext("percent", "{number}%").format(number=number(n))


class NumberWrong(ValueError):
    """`typed` is no figure here: not in the place's form, not finite, or outside 0 to 1,000,000,000."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed

    def __str__(self) -> str:
        return _("“{typed}” is not a number that can be used here.").format(typed=self.typed[:60])


class NumberUnclear(NumberWrong):
    """`typed` can be read in two ways, kept in `candidates`, smaller first; the person has to say which."""

    def __init__(self, typed: str, candidates: tuple[Decimal, ...]) -> None:
        super().__init__(typed)
        self.candidates = candidates

    def __str__(self) -> str:
        first, *_others, last = (number(value, _decimals(value)) for value in self.candidates)
        return _("“{typed}” could mean {first} or {second}. Please type it so that it is clear.").format(
            typed=self.typed[:60], first=first, second=last
        )


def parse_whole(text: str) -> int:
    """A whole number from 0 to 10**9 as the place writes it. Raises NumberUnclear or NumberWrong."""
    value = _parse(text)
    if _decimals(value):
        raise NumberWrong(text)
    return int(value)


def parse_amount(text: str) -> Decimal:
    """An amount from 0 to 10**9 with up to two decimals. Raises NumberUnclear or NumberWrong."""
    value = _parse(text)
    if _decimals(value) > 2:
        raise NumberWrong(text)
    return value


def _parse(text: str) -> Decimal:
    found = places.read_number(text, place())
    if len(found) > 1:
        raise NumberUnclear(text, found)
    if not found or found[0] > 10**9:
        raise NumberWrong(text)
    return found[0]


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def paper_size(code: str | None = None) -> str:
    """ "Letter" or "A4", by country; without one, the country of the run."""
    return places.paper_of(code or country())
