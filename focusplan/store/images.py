"""Rows in the plain values of the file: how one stands, and the statements that make it stand so again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, TextClause, text

from focusplan.domain.deeds import Row
from focusplan.store.tables import TABLES


def table_named(name: str) -> Table:
    """The table of this name. KeyError when there is none."""
    return next(table for table in TABLES.values() if table.name == name)


def _named(table: Table, names: Mapping[str, Any], glue: str) -> str:
    """Columns with their values, for the names that are columns of the table."""
    return glue.join(f'"{column.name}"=:{column.name}' for column in table.columns if column.name in names)


def find(table: Table, key: Row) -> TextClause:
    """The row with this key."""
    return text(f'SELECT * FROM "{table.name}" WHERE {_named(table, key, " AND ")}').bindparams(**key)


def keyed(table: Table, row: Row) -> dict[str, int | str | None]:
    """The row's key."""
    return {column.name: row[column.name] for column in table.primary_key.columns}


def added(table: Table, row: Row) -> TextClause:
    """Store the row as a new one."""
    names = [column.name for column in table.columns]
    columns, values = ", ".join(f'"{one}"' for one in names), ", ".join(f":{one}" for one in names)
    return text(f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})').bindparams(**_of(table, row))


def changed(table: Table, row: Row) -> TextClause:
    """Store the row in the place of the one with its key."""
    key = keyed(table, row)
    rest = {name: value for name, value in row.items() if name not in key}
    where = _named(table, key, " AND ")
    return text(f'UPDATE "{table.name}" SET {_named(table, rest, ", ")} WHERE {where}').bindparams(
        **_of(table, row)
    )


def removed(table: Table, key: Row) -> TextClause:
    """Take the row with this key away."""
    return text(f'DELETE FROM "{table.name}" WHERE {_named(table, key, " AND ")}').bindparams(**key)


def _of(table: Table, row: Row) -> dict[str, int | str | None]:
    return {column.name: row.get(column.name) for column in table.columns}
