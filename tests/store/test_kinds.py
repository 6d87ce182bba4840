"""Every column refuses what it is not made for, also from a client that has CHECKs switched off."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import create_engine

from focusplan.store import columns, gate, schema
from focusplan.store.tables import TABLES

RIGHT: dict[type, tuple[Any, ...]] = {
    columns.Flag: (0, 1),
    columns.WeekNumber: (0, columns.MOST_WEEKS),
    columns.Day: ("2026-06-01", "2028-02-29"),
    columns.Instant: ("2026-06-01T12:00:00.000000+00:00",),
    columns.Money: ("0", "12.50"),
    columns.Hours: ("{}",),
}
WRONG: dict[type, tuple[Any, ...]] = {
    columns.Whole: ("many", 1.5, b"1"),
    columns.Flag: (2, -1, "yes", 0.5, b"1"),
    columns.Typed: (b"text",),
    columns.WeekNumber: (-1, columns.MOST_WEEKS + 1, "2026-W01", 1.5),
    columns.Day: ("2026-02-32", "2026-6-1", "9999", "", 20260601, b"2026-06-01", "2026-06-01 12:00"),
    columns.Instant: ("2026-06-01T12:00:00", "2026-06-01", "2026-13-01T12:00:00+00:00", 0, b"x"),
    columns.Money: ("-1", "1e9", "free", b"1", ""),
    columns.Hours: ("[]", "", b"{}"),
}
"""What SQLite does not turn into the right kind by itself, as it does with the text '1' in a whole number."""

JUDGED = [table for table in TABLES.values() if table.name not in gate.UNJUDGED]
COLUMNS = [(str(table.name), column) for table in JUDGED for column in table.columns]


def right(kind: Any) -> Any:
    if isinstance(kind, columns.Whole):
        return kind.least
    if isinstance(kind, columns.Typed):
        return kind.words[0] if kind.words else "text"
    return RIGHT[type(kind)][0]


def wrong(column: Any) -> list[Any]:
    kind = column.type
    found = list(WRONG[type(kind)])
    if isinstance(kind, columns.Whole):
        found += [kind.least - 1, kind.most + 1]
    if isinstance(kind, columns.Typed) and kind.words:
        found += ["", kind.words[0].upper(), f"{kind.words[0]} "]
    if isinstance(kind, columns.Typed) and not kind.words and kind.least:
        found.append("")
    return found if column.nullable else [*found, None]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The schema without its other rules, with one row of right values in every table."""
    path = tmp_path_factory.mktemp("kinds") / "plan.db"
    with create_engine(f"sqlite:///{path}").begin() as connection:
        for number in range(schema.NEWEST):
            schema.take_step(connection, number)
    with closing(sqlite3.connect(path, isolation_level=None)) as client:
        client.execute("PRAGMA ignore_check_constraints=ON")
        found = client.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
        for (name,) in found:
            if not name.endswith("_kinds"):
                client.execute(f"DROP TRIGGER {name}")
        for table in JUDGED:
            put(client, str(table.name), {})
        yield client


def put(client: sqlite3.Connection, name: str, changed: dict[str, Any]) -> None:
    table = next(one for one in JUDGED if one.name == name)
    row = {column.name: right(column.type) for column in table.columns} | changed
    quoted = ",".join(f'"{column}"' for column in row)
    client.execute(f'INSERT INTO "{name}"({quoted}) VALUES ({",".join("?" * len(row))})', tuple(row.values()))


def change(client: sqlite3.Connection, name: str, changed: dict[str, Any]) -> None:
    for column, value in changed.items():
        client.execute(f'UPDATE "{name}" SET "{column}"=?', (value,))


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: str(getattr(one, "name", one)))
def test_another_kind_of_value_is_refused(bare: sqlite3.Connection, table: str, column: Any) -> None:
    for value in wrong(column):
        for attempt in (put, change):
            with pytest.raises(sqlite3.IntegrityError) as refused:
                attempt(bare, table, {column.name: value})
            assert str(refused.value) in (f"{table}: {column.name}", "datatype mismatch"), (attempt, value)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: str(getattr(one, "name", one)))
def test_the_right_kind_is_taken(bare: sqlite3.Connection, table: str, column: Any) -> None:
    values = RIGHT.get(type(column.type), (right(column.type),))
    for value in (*values, *([None] if column.nullable else [])):
        change(bare, table, {column.name: value})
    change(bare, table, {column.name: right(column.type)})
