#!/usr/bin/env python3
"""Says whether a plan still holds everything it held before an upgrade.

    same_plan.py BEFORE AFTER      both are plan.db files; exit 1 names the tables that lack a row
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from contextlib import closing

Rows = Counter[tuple[object, ...]]


def main(before: str, after: str) -> int:
    """Compare table by table, in the columns there were before; what was added is told as a number."""
    with closing(_opened(before)) as old, closing(_opened(after)) as new:
        lacking, added, rows = [], 0, 0
        for (table,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [name for _number, name, *_rest in old.execute(f'PRAGMA table_info("{table}")')]
            held, holds = _rows(old, table, columns), _rows(new, table, columns)
            rows += held.total()
            added += (holds - held).total()
            lacking += [f"{table}: {(held - holds).total()}"] if held - holds else []
        versions = [one.execute("PRAGMA user_version").fetchone()[0] for one in (old, new)]
    if lacking:
        print(f"rows that are not there any more: {', '.join(lacking)}", file=sys.stderr)
        return 1
    print(f"schema {versions[0]} to {versions[1]}: all {rows} rows are there as they were, {added} are new")
    return 0


def _opened(file: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def _rows(plan: sqlite3.Connection, table: str, columns: list[str]) -> Rows:
    named = ", ".join(f'"{column}"' for column in columns)
    try:
        return Counter(plan.execute(f'SELECT {named} FROM "{table}"').fetchall())
    except sqlite3.OperationalError:
        return Counter()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
