"""The one connection to a file, set up the same way every time. What only asks needs nothing else; what
writes gives the same connection to the database library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRAGMAS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "foreign_keys": "ON",
    "recursive_triggers": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "secure_delete": "ON",
    "mmap_size": "0",
    "temp_store": "MEMORY",
}
"""A rolled-back journal and full syncs: no other setting kept every confirmed save through a power cut."""

WAIT = 5.0
"""Seconds another program may hold the file before we say so."""


class Driver:
    """Calling it gives the connection, opened when there is none or the one there was has been closed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: sqlite3.Connection | None = None

    def __call__(self) -> sqlite3.Connection:
        if self._open is None or _is_closed(self._open):
            self._open = _connect(self.path)
        return self._open

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """A transaction in which the database refuses every change."""
        connection = self()
        connection.execute("PRAGMA query_only=1").fetchall()
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            with suppress(sqlite3.Error):
                connection.rollback()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    return connection


def _is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.total_changes  # noqa: B018 - a closed connection refuses to say it
    except sqlite3.ProgrammingError:
        return True
    return False
