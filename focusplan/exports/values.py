"""One value of a fact as JSON and back, exactly: days and weeks in the contract's forms, hours as people
write them. What is none of a field's kind is a ValueError."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from focusplan.domain.business import WEEKDAYS
from focusplan.domain.hours import ProfileFault, hours_text, read_hours
from focusplan.domain.weeks import Week

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00")
_AMOUNT = re.compile(r"\d+(\.\d+)?")
_MONEY = re.compile(r"(\d+)\.(\d\d)")


def plain(value: Any) -> Any:
    """A field's value as JSON knows it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Week):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return {WEEKDAYS[day]: [hours_text((span,)) for span in value[day]] for day in sorted(value)}
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(type(value).__name__)


def back(hint: Any, value: Any) -> Any:
    """The value of a field of this type. ValueError when it is none."""
    if get_origin(hint) in (Union, UnionType):
        if value is None and NoneType in get_args(hint):
            return None
        hint = next(kind for kind in get_args(hint) if kind is not NoneType)
    if get_origin(hint) is not None:
        return _hours(value)
    return _READERS[hint](value)


def money_text(hundredths: int | None) -> str | None:
    """Hundredths of the currency as text with two decimals."""
    return None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}"


def money_back(value: Any) -> int | None:
    """The hundredths in such a text."""
    if value is None:
        return None
    found = _MONEY.fullmatch(_text(value))
    if found is None or len(found[1]) > 12:
        raise ValueError(value)
    return int(found[1]) * 100 + int(found[2])


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(value)
    value.encode("utf-8")  # half a pair of an emoji is no text
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(value)
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(value)
    return value


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    text = _text(value)
    if pattern.fullmatch(text) is None or not text.isascii():
        raise ValueError(value)
    return text


def _day(value: Any) -> date:
    return date.fromisoformat(_matching(_DAY, value))


def _moment(value: Any) -> datetime:
    return datetime.fromisoformat(_matching(_MOMENT, value))


def _week(value: Any) -> Week:
    week = Week.parse(_text(value))
    if str(week) != value:
        raise ValueError(value)
    return week


def _amount(value: Any) -> Decimal:
    return Decimal(_matching(_AMOUNT, value))


def _hours(value: Any) -> Mapping[int, tuple[tuple[int, int], ...]]:
    if not isinstance(value, dict) or not all(isinstance(spans, list) for spans in value.values()):
        raise ValueError(value)
    try:
        return {WEEKDAYS.index(day): _spans(day, spans) for day, spans in value.items()}
    except ProfileFault as fault:
        raise ValueError(value) from fault


def _spans(day: str, spans: list[Any]) -> tuple[tuple[int, int], ...]:
    """Each span by itself, so that two that touch stay two."""
    found = [read_hours(day, span) for span in spans]
    if any(len(one) != 1 for one in found):
        raise ValueError(spans)
    kept = tuple(one[0] for one in found)
    read_hours(day, ",".join(spans))
    return kept


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text, int: _whole, bool: _flag, date: _day, datetime: _moment, Week: _week, Decimal: _amount,
}  # fmt: skip
