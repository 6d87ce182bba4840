"""The schema's numbered steps: append-only, each in its own transaction together with its number.

A step, once released, is never edited; a change of the tables is a new step, and records.py follows it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from focusplan.store.header import APPLICATION_ID

if TYPE_CHECKING:
    from sqlalchemy import Connection


def _first(connection: Connection) -> None:
    """Every table of the first schema."""
    _carry_out("step_1.sql", connection)


def _second(connection: Connection) -> None:
    """The table of figures from the platforms' own files."""
    _carry_out("step_2.sql", connection)


def _carry_out(name: str, connection: Connection) -> None:
    written = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for statement in written.split("\n\n")[1:]:
        connection.exec_driver_sql(statement)


STEPS: tuple[Callable[[Connection], None], ...] = (_first, _second)
"""Step n leads from schema n to n + 1, counted from 0."""

NEWEST = len(STEPS)


def version(connection: Connection) -> int:
    """The schema number of the open file; 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def take_step(connection: Connection, number: int) -> None:
    """Lead schema `number` to the next one. Call inside a transaction: all of it counts or nothing."""
    from focusplan.store.gate import lay_rules

    STEPS[number](connection)
    if number + 1 == NEWEST:
        lay_rules(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")


def fingerprint(connection: Connection) -> tuple[str, str]:
    """Two hashes over what stands in the file: its tables, and its indexes, views and triggers."""
    rows = connection.exec_driver_sql(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    ).all()
    return _hash(row for row in rows if row[0] == "table"), _hash(row for row in rows if row[0] != "table")


def _hash(rows: Iterable[Any]) -> str:
    text = "\n".join("|".join(str(part) for part in row) for row in rows)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def expected() -> tuple[str, str]:
    """The fingerprint of a file that was made by these steps and not changed since."""
    from sqlalchemy import create_engine

    with create_engine("sqlite://").begin() as connection:
        for number in range(NEWEST):
            take_step(connection, number)
        return fingerprint(connection)
