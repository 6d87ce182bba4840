"""Many rows at once: one statement in the values of the file, without the detour of one row at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.types import TypeDecorator

_SQLITE = sqlite()
_KEPT = 10_000


def replacing(table: Table) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
    """The statement that stores rows in the places of those with their keys; what makes a row of a fact."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _name in names)
    kept: list[tuple[str, Callable[[Any], Any] | None]] = []
    for column in table.columns:
        bind = type(column.type).__dict__.get("process_bind_param")
        own = isinstance(column.type, TypeDecorator) and bind is not None
        bound = _binder(column.type)
        kept.append((column.name, bound.__getitem__ if bound is not None else None))

    def values(fact: Any) -> tuple[Any, ...]:
        found = ((getattr(fact, name), bind) for name, bind in kept)
        return tuple(value if bind is None else bind(value) for value, bind in found)

    return f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({places})', values


def replacing_many(table: Table) -> tuple[str, Callable[[Sequence[Any]], list[tuple[Any, ...]]]]:
    """The statement that stores rows in the places of those with their keys; what makes rows of facts."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _name in names)
    kept = [(attrgetter(column.name), _binder(column.type)) for column in table.columns]

    def values(facts: Sequence[Any]) -> list[tuple[Any, ...]]:
        found = [
            map(get, facts) if known is None else map(known.__getitem__, map(get, facts))
            for get, known in kept
        ]
        return list(zip(*found, strict=True))

    return f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({places})', values


class _Bound(dict[Any, Any]):
    """What a column writes for a value; the same value is written once."""

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, value: Any) -> Any:
        if len(self) > _KEPT:
            self.clear()
        found = self[value] = self._kind.process_bind_param(value, _SQLITE)
        return found


def _binder(kind: Any) -> _Bound | None:
    """How a column writes a value; None where it writes it as it is."""
    own = isinstance(kind, TypeDecorator) and type(kind).__dict__.get("process_bind_param") is not None
    return _Bound(kind) if own else None
