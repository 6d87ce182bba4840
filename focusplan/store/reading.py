"""Facts straight from the rows of the file: one prepared statement for each kind of question, and each value
made by the shape of its kind. A page asks a hundred times, so nothing is built anew for each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from focusplan.domain.goals import Ticks
from focusplan.domain.weeks import Week
from focusplan.store.shapes import SHAPES
from focusplan.store.values import Turn

Made = Callable[[Iterable[Sequence[Any]]], tuple[Any, ...]]
_SAME = 4096
"""Different values of a column that are made once: weeks and days come again and again."""

TICKS = """
    SELECT network, week,
      sum(kind = 'post' AND done AND NOT void AND part = parts) AS posts,
      sum(kind = 'answer' AND done AND NOT void) AS answers_done,
      sum(kind = 'answer' AND NOT dropped) AS answers,
      sum(kind = 'upkeep' AND done AND NOT void) AS upkeep_done,
      sum(kind = 'upkeep' AND NOT dropped) AS upkeep
    FROM item WHERE network IS NOT NULL GROUP BY network, week
    """


@cache
def statement(kind: type[Any], names: tuple[str, ...], unknown: tuple[str, ...], one: bool) -> str:
    """Facts whose columns `names` equal the values in that order, or are empty where they are among
    `unknown`, in the order of their keys; the first alone with `one`."""
    where = [f'"{name}" IS NULL' if name in unknown else f'"{name}"=?' for name in names]
    return _select(kind, " AND ".join(where)) + (" LIMIT 1" if one else "")


@cache
def chosen(kind: type[Any], where: str) -> str:
    """Facts of a kind in the order of their keys; `where` has its values as ?."""
    return _select(kind, where)


def _select(kind: type[Any], where: str) -> str:
    shape = SHAPES[kind]
    columns, order = (", ".join(f'"{name}"' for name in names) for names in (shape.fields, shape.keys))
    return f'SELECT {columns} FROM "{shape.table}"{" WHERE " if where else ""}{where} ORDER BY {order}'


def values(kind: type[Any], where: Mapping[str, Any]) -> tuple[Any, ...]:
    """The values of a question as the file has them; what is unknown is asked for without a value."""
    return tuple(kept(kind, name, value) for name, value in where.items() if value is not None)


def kept(kind: type[Any], name: str, value: Any) -> Any:
    """A value as a column keeps it."""
    turn = SHAPES[kind].to_file[name]
    return value if turn is None else turn(value)


@cache
def making(kind: type[Any]) -> Made:
    """What makes facts of rows that hold their fields in order. ValueError, TypeError, AttributeError or
    ArithmeticError for a value that is none of its column's kind."""
    shape = SHAPES[kind]
    found = ((place, shape.from_file[name]) for place, name in enumerate(shape.fields))
    turns = [(place, _careful(turn)) for place, turn in found if turn is not None]

    def make(rows: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for place, turn in turns if columns else ():
            columns[place] = map(turn, columns[place])
        return tuple(map(kind, *columns)) if columns else ()

    return make


def _careful(turn: Turn) -> Turn:
    """The same for a column that may be empty; a value that comes again is made once."""
    same = lru_cache(_SAME)(turn)
    return lambda value: None if value is None else same(value)


def ticks(rows: Iterable[Sequence[Any]]) -> tuple[Mapping[tuple[str, Week], Ticks]]:
    """What the rows of TICKS say, by network and week: the one answer of that question."""
    found = {(str(network), Week(week)): Ticks(*counts) for network, week, *counts in rows}
    return (MappingProxyType(found),)
