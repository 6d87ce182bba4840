"""The one connection to the file, set up the same way every time."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

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

ASKS = "focusplan_asks"
"""Execution option of a connection that may only read."""


def make_engine(path: Path) -> Engine:
    """One pooled connection; every transaction begins IMMEDIATE, one that only asks begins plain."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT,
        connect_args={"timeout": WAIT},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()


def _begin(connection: Connection) -> None:
    asks = bool(connection.get_execution_options().get(ASKS))
    connection.exec_driver_sql(f"PRAGMA query_only={int(asks)}")
    connection.exec_driver_sql("BEGIN" if asks else "BEGIN IMMEDIATE")
