"""Database files that nobody writes to: looked through, counted, and written out as text."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from focusplan.domain.errors import BadFile
from focusplan.domain.pace import Tell, quiet

OFTEN = 200_000
"""Steps of the database between two words to whoever waits: some hundredths of a second."""
HALFWAY = 20
"""Such words after which a look through a file counts as half done."""
_AT_ONCE = 2_000
"""Rows that are written as JSON at once."""


def look_through(path: Path, tell: Tell = quiet) -> dict[str, int]:
    """Rows by table of a database file that nobody writes to, after looking at every page and every link
    between rows. BadFile `copy_damaged` when anything is wrong. Leaves the file as it is."""
    try:
        with contextlib.closing(_open_still(path)) as database, _heard(database, tell):
            said = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = database.execute("PRAGMA foreign_key_check").fetchone()
            if said != "ok" or orphan is not None:
                raise BadFile("copy_damaged", file=path.name)
            return {name: _count(database, name) for name in _table_names(database)}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise BadFile("copy_damaged", file=path.name) from error


def readable(path: Path, tell: Tell) -> bytes:
    """Every table as JSON, in case nothing that reads databases is at hand one day."""
    with contextlib.closing(_open_still(path)) as database:
        names = _table_names(database)
        whole, done = sum(_count(database, name) for name in names), 0
        sections = []
        for name in names:
            rows = database.execute(f'SELECT * FROM "{name}"')
            columns = [column[0] for column in rows.description]
            written = []
            while some := rows.fetchmany(_AT_ONCE):
                read = [dict(zip(columns, row, strict=True)) for row in some]
                written.append(json.dumps(read, ensure_ascii=False)[1:-1])
                done += len(some)
                tell(done, whole)
            sections.append(f'"{name}": [{", ".join(written)}]')
    return f'{{"schema": {schema_number(path)}, "tables": {{{", ".join(sections)}}}}}'.encode()


@contextmanager
def _heard(database: sqlite3.Connection, tell: Tell) -> Iterator[None]:
    """While one long statement runs its hearer is told from time to time: how far it is, nobody knows, so it
    comes closer to the end by ever smaller steps. What the hearer raises ends the statement."""
    rounds = 0
    raised: list[BaseException] = []

    def go_on() -> int:
        nonlocal rounds
        rounds += 1
        try:
            tell(rounds, rounds + HALFWAY)
        except BaseException as error:
            raised.append(error)
        return len(raised)

    database.set_progress_handler(go_on, OFTEN)
    try:
        yield
    except sqlite3.Error:
        if not raised:
            raise
    finally:
        database.set_progress_handler(None, OFTEN)
    if raised:
        raise raised[0]


def _open_still(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, without making anything beside it."""
    quoted = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    database = sqlite3.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True)
    database.execute("PRAGMA trusted_schema=OFF")
    database.execute("PRAGMA cell_size_check=ON")
    return database


def _table_names(database: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [str(row[0]) for row in database.execute(query) if re.fullmatch(r"[a-z_]+", str(row[0]))]


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def schema_number(path: Path) -> int:
    """The number of its schema, as its head says."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:64], "big")
