"""Short names for the columns of records."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey
from sqlmodel import Field

from focusplan.store.columns import Day, Flag, Kept, Typed, WeekNumber, Whole

_MOST = 2**31


def field(kind: Kept, null: bool = False, key: bool = False, to: str = "") -> Any:
    """A column of this kind. `null`: it may be empty; `key`: part of the primary key; `to`: the column of
    another table it names."""
    link = [ForeignKey(to)] if to else []
    return Field(
        default=None, sa_column=Column(kind, *link, nullable=null, primary_key=key, autoincrement=False)
    )


def number(least: int = 0, most: int = _MOST, null: bool = False, key: bool = False, to: str = "") -> Any:
    """A whole number within bounds."""
    return field(Whole(least, most), null, key, to)


def key() -> Any:
    """The number of a row."""
    return number(1, key=True)


def word(*words: str, null: bool = False, key: bool = False) -> Any:
    """Text that is never empty; one of `words` where some are named."""
    return field(Typed(*words, least=0 if words else 1), null, key)


def text(null: bool = False) -> Any:
    """Text as a person typed it."""
    return field(Typed(), null)


def day(null: bool = False, key: bool = False) -> Any:
    """A local date."""
    return field(Day(), null, key)


def week(null: bool = False, key: bool = False) -> Any:
    """A week."""
    return field(WeekNumber(), null, key)


def flag(key: bool = False) -> Any:
    """Yes or no."""
    return field(Flag(), key=key)


KEYED: dict[str, Any] = {"sqlite_with_rowid": False}
"""A table whose key means something: no hidden row number stands beside it."""
