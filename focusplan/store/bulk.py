"""Many rows at once: one statement in the values of the file, without the detour of one row at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.types import TypeDecorator

_SQLITE = sqlite()


def replacing(table: Table) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
    """The statement that stores rows in the places of those with their keys; what makes a row of a fact."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _name in names)
    kept: list[tuple[str, Callable[[Any], Any] | None]] = []
    for column in table.columns:
        bind = type(column.type).__dict__.get("process_bind_param")
        own = isinstance(column.type, TypeDecorator) and bind is not None
        kept.append((column.name, _binder(column.type) if own else None))

    def values(fact: Any) -> tuple[Any, ...]:
        found = ((getattr(fact, name), bind) for name, bind in kept)
        return tuple(value if bind is None else bind(value) for value, bind in found)

    return f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({places})', values


def _binder(kind: Any) -> Callable[[Any], Any]:
    """How the column writes a value; the same value is written once."""
    known: dict[Any, Any] = {}

    def bind(value: Any) -> Any:
        if value not in known:
            if len(known) > 10_000:
                known.clear()
            known[value] = kind.process_bind_param(value, _SQLITE)
        return known[value]

    return bind
