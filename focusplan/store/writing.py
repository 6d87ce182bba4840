"""The statements that write, made of the tables as `records` declares them. Loaded by the first unit of work
that changes something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, Table, and_, delete, insert, update
from sqlalchemy.sql import ColumnElement

from focusplan.domain.deeds import Row
from focusplan.store import bulk, gate, images
from focusplan.store.tables import TABLES


class Pen:
    """Writes rows of facts through one connection. `kind` is that of the fact, a row has a value for each
    column, keys those of the primary key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: type[Any], row: Mapping[str, Any]) -> int:
        """A new row."""
        return self._write(insert(TABLES[kind]).values(**row))

    def change(self, kind: type[Any], keys: Mapping[str, Any], rest: Mapping[str, Any]) -> int:
        """The rest of the row with these keys; answers how many there are."""
        return self._write(update(TABLES[kind]).where(*_equal(TABLES[kind], keys)).values(**rest))

    def change_all(self, kind: type[Any], values: Mapping[str, Any]) -> int:
        """These columns of every row."""
        return self._write(update(TABLES[kind]).values(**values))

    def remove(self, kind: type[Any], keys: Mapping[str, Any]) -> int:
        """The row with these keys is taken away."""
        return self._write(delete(TABLES[kind]).where(*_equal(TABLES[kind], keys)))

    def replace_many(self, kind: type[Any], facts: Sequence[Any]) -> None:
        """Rows in the places of those with their keys. Each value was written by its column's own hand, which
        cannot write what the column's CHECK refuses; asking that again would take half of the time."""
        self._connection.exec_driver_sql("PRAGMA ignore_check_constraints=1")
        try:
            self._many(*bulk.replacing_many(TABLES[kind]), facts)
        finally:
            self._connection.exec_driver_sql("PRAGMA ignore_check_constraints=0")

    def remove_many(self, kind: type[Any], facts: Sequence[Any]) -> None:
        """The rows of these facts are taken away."""
        self._many(*bulk.removing_many(TABLES[kind]), facts)

    def lay(self, table: str, key: Row, how: str, row: Row | None) -> int:
        """A row in the plain values of the file: to `add`, to `put`, or None to take away."""
        there = images.table_named(table)
        if row is None:
            return self._write(images.removed(there, key))
        return self._write(images.added(there, row) if how == "add" else images.changed(there, row))

    def lift_rules(self) -> None:
        """Take the rules of the schema away."""
        gate.lift_rules(self._connection)

    def lay_rules(self) -> None:
        """Lay the rules of the schema anew."""
        gate.lay_rules(self._connection)

    def _write(self, statement: Executable) -> int:
        return int(self._connection.execute(statement).rowcount)

    def _many(self, statement: str, values: bulk.Values, facts: Sequence[Any]) -> None:
        self._connection.exec_driver_sql(statement, values(facts))


def _equal(table: Table, where: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [and_(table.c[name] == value) for name, value in where.items()]
