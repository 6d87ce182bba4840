"""Many rows at once: one statement in the values of the file, without the detour of one row at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.types import TypeDecorator

_SQLITE = sqlite()
_KEPT = 10_000


Values = Callable[[Sequence[Any]], list[tuple[Any, ...]]]
"""Makes rows of facts, in the values of the file."""


@cache
def replacing_many(table: Table) -> tuple[str, Values]:
    """The statement that stores rows in the places of those with their keys; what makes rows of facts."""
    names = [str(column.name) for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _name in names)
    statement = f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({places})'
    return statement, _values(table.columns)


@cache
def removing_many(table: Table) -> tuple[str, Values]:
    """The statement that takes rows away by their keys; what makes keys of facts."""
    where = " AND ".join(f'"{column.name}"=?' for column in table.primary_key.columns)
    return f'DELETE FROM "{table.name}" WHERE {where}', _values(table.primary_key.columns)


def _values(columns: Iterable[Any]) -> Values:
    kept = [(attrgetter(column.name), _binder(column.type)) for column in columns]

    def values(facts: Sequence[Any]) -> list[tuple[Any, ...]]:
        found = [
            map(get, facts) if known is None else map(known.__getitem__, map(get, facts))
            for get, known in kept
        ]
        return list(zip(*found, strict=True))

    return values


class _Bound(dict[Any, Any]):
    """What a column writes for a value; the same value is written once."""

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self._bind = kind.process_bind_param

    def __missing__(self, value: Any) -> Any:
        found = self._bind(value, _SQLITE)
        if len(self) < _KEPT:
            self[value] = found
        return found


def _binder(kind: Any) -> _Bound | None:
    """How a column writes a value; None where it writes it as it is."""
    own = isinstance(kind, TypeDecorator) and type(kind).__dict__.get("process_bind_param") is not None
    return _Bound(kind) if own else None
