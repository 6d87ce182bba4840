"""Turns typed words into weeks, days and figures. What can't be read is a WrongUse naming the argument."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from focusplan import i18n
from focusplan.domain.errors import WrongUse
from focusplan.domain.evidence import FIGURES
from focusplan.domain.weeks import Week

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNKNOWN = ("", "?")
"""Typed for a figure nobody knows."""


def week(argument: str, text: str) -> Week:
    """`2026-W48`."""
    try:
        return Week.parse(text)
    except ValueError:
        raise WrongUse("not_week", argument=argument, value=text) from None


def day(argument: str, text: str) -> date:
    """`2026-11-23`."""
    try:
        if _DAY.fullmatch(text.strip()) is None:
            raise ValueError(text)
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUse("not_day", argument=argument, value=text) from None


def today(argument: str, text: str) -> date:
    """A day on which a practice plan can stand, with room for its weeks before and after."""
    found = day(argument, text)
    if not 1972 <= found.year <= 2350:
        raise WrongUse("not_day", argument=argument, value=text)
    return found


def moment(argument: str, text: str) -> datetime:
    """`2026-11-23T14:30`, with or without the offset; years before weeks are counted are none."""
    try:
        if re.match(_DAY.pattern + "[T ]", text.strip()) is None:
            raise ValueError(text)
        found = datetime.fromisoformat(text.strip())
        if found.astimezone(UTC).year <= 1970:
            raise ValueError(text)
        return found
    except (ValueError, OverflowError):
        raise WrongUse("not_moment", argument=argument, value=text) from None


def whole(argument: str, text: str) -> int:
    """A whole number as the place writes it."""
    try:
        return i18n.parse_whole(text)
    except i18n.NumberUnclear as unclear:
        raise WrongUse("number_unclear", argument=argument, sentence=str(unclear)) from None
    except i18n.NumberWrong:
        raise WrongUse("not_whole", argument=argument, value=text) from None


def hundredths(argument: str, text: str) -> int:
    """An amount of money as the place writes it, or with a point; in hundredths."""
    plain = re.fullmatch(r"\d{1,10}\.\d{2}", text.strip(), re.ASCII)
    try:
        return int((Decimal(plain[0]) if plain else i18n.parse_amount(text)) * 100)
    except i18n.NumberUnclear as unclear:
        raise WrongUse("number_unclear", argument=argument, sentence=str(unclear)) from None
    except i18n.NumberWrong:
        raise WrongUse("not_amount", argument=argument, value=text) from None


def numbers(argument: str, words: Sequence[str]) -> list[int]:
    """`2 5`, `2,5` or `1-3`: numbers of jobs, each once, in order."""
    found: list[int] = []
    for piece in filter(None, re.split(r"[\s,;]+", " ".join(words))):
        span = re.fullmatch(r"(\d{1,3})(?:[-–](\d{1,3}))?", piece, re.ASCII)
        if span is None:
            raise WrongUse("not_number", argument=argument, value=piece)
        found += range(int(span[1]), int(span[2] or span[1]) + 1)
    if not found:
        raise WrongUse("not_number", argument=argument, value=" ".join(words))
    return list(dict.fromkeys(found))


def network(text: str, known: Sequence[str]) -> str:
    """The id of one of the networks there are."""
    if text not in known:
        raise WrongUse("not_network", value=text, choices=tuple(known))
    return text


def choice(argument: str, text: str, choices: Sequence[str]) -> str:
    """One of these words."""
    if text not in choices:
        raise WrongUse("not_choice", argument=argument, value=text, choices=tuple(choices))
    return text


def pairs(words: Sequence[str]) -> Mapping[str, str]:
    """`KEY=VALUE` words as a mapping, each key once."""
    found: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise WrongUse("not_pair", value=word)
        if key in found:
            raise WrongUse("key_twice", key=key)
        found[key] = value
    return found


def figures(words: Sequence[str]) -> Mapping[str, int | None]:
    """Figures of a week; nothing or `?` after the sign means that nobody knows. Sales in hundredths."""
    found: dict[str, int | None] = {}
    for key, value in pairs(words).items():
        if key not in FIGURES:
            raise WrongUse("not_choice", argument="KEY=VALUE", value=key, choices=FIGURES)
        read = hundredths if key == "sales" else whole
        found[key] = None if value.strip() in _UNKNOWN else read(key, value)
    return found


def within(argument: str, text: str, least: int, most: int) -> int:
    """A whole number between these, both included."""
    found = whole(argument, text)
    if not least <= found <= most:
        raise WrongUse("number_range", argument=argument, value=text, least=least, most=most)
    return found
