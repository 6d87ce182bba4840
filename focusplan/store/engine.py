"""The database library on the one connection of a driver: for what writes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from focusplan.store.driver import WAIT, Driver

ASKS = "focusplan_asks"
"""Execution option of a connection that may only read."""


def make_engine(path: Path, driver: Driver | None = None) -> Engine:
    """One pooled connection, that of `driver` where one is given; every transaction begins IMMEDIATE, one
    that only asks begins plain."""
    engine = create_engine(
        "sqlite://",
        creator=driver or Driver(path),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT,
    )
    event.listen(engine, "begin", _begin)
    return engine


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection behind one of the library's."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def _begin(connection: Connection) -> None:
    asks = bool(connection.get_execution_options().get(ASKS))
    connection.exec_driver_sql(f"PRAGMA query_only={int(asks)}")
    connection.exec_driver_sql("BEGIN" if asks else "BEGIN IMMEDIATE")
