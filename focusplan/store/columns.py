"""How each kind of value is kept in a column, and the CHECK that keeps anything else out.

Weeks are whole numbers, dates ISO text, moments ISO text in UTC, yes and no are 1 and 0, money is text with a
point, so that every client reads the same and nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from focusplan.domain.weeks import Week
from focusplan.store import values

MOST_WEEKS = 20_000
"""Weeks since 1970 that a column takes: until the year 2353."""

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


class Kept(TypeDecorator[Any]):
    """A column type that knows its own CHECK. `{0}` in `rule` stands for the column."""

    rule = ""

    def check(self, column: str) -> str:
        """The condition, true for what may stand there; never true for NULL."""
        return self.rule.replace("{0}", column)


class Whole(Kept):
    """A whole number within bounds, both included."""

    cache_ok = True
    impl = Integer

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least, self.most = least, most

    def check(self, column: str) -> str:
        return f"typeof({column})='integer' AND {column} BETWEEN {self.least} AND {self.most}"


class Flag(Kept):
    """Yes or no as 1 or 0."""

    cache_ok = True
    impl = Integer
    rule = "typeof({0})='integer' AND {0} IN (0,1)"

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Typed(Kept):
    """Text as a person typed it, or one of `words` where some are named."""

    cache_ok = True
    impl = Text

    def __init__(self, *words: str, least: int = 0) -> None:
        super().__init__()
        self.words, self.least = words, least

    def check(self, column: str) -> str:
        if self.words:
            words = ",".join(f"'{word}'" for word in self.words)
            return f"typeof({column})='text' AND {column} IN ({words})"
        return f"typeof({column})='text'" + (f" AND length({column})>={self.least}" if self.least else "")


class WeekNumber(Kept):
    """A week as whole weeks since Monday 1970-01-05."""

    cache_ok = True
    impl = Integer
    rule = f"typeof({{0}})='integer' AND {{0}} BETWEEN 0 AND {MOST_WEEKS}"

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        return None if value is None else values.week_to_file(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Week | None:
        return None if value is None else Week(value)


class Day(Kept):
    """A local date as ISO text. `date()` refuses what only looks like one."""

    cache_ok = True
    impl = Text
    rule = f"typeof({{0}})='text' AND {{0}} GLOB '{_DAY}' AND date({{0}}) IS {{0}}"

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Instant(Kept):
    """A moment as ISO text in UTC to the microsecond, so that texts sort as moments do."""

    cache_ok = True
    impl = Text
    rule = (
        f"typeof({{0}})='text' AND {{0}} GLOB '{_DAY}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00'"
        " AND julianday({0}) IS NOT NULL"
    )

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else values.moment_to_file(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Money(Kept):
    """An amount as text with a point."""

    cache_ok = True
    impl = Text
    rule = "typeof({0})='text' AND {0} GLOB '[0-9]*' AND NOT {0} GLOB '*[^0-9.]*'"

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else values.money_to_file(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Hours(Kept):
    """Allowed hours as a JSON object: weekday 0 to 6 to its spans in minutes. Written without spaces, since
    the views look for a weekday in the text."""

    cache_ok = True
    impl = Text
    rule = "typeof({0})='text' AND {0} GLOB '{*}'"

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else values.hours_to_file(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Mapping[int, tuple[Any, ...]] | None:
        return None if value is None else values.hours_from_file(value)
