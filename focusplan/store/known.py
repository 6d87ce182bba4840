"""What was read of the plan and still stands so: kept between units of work, as SQLite keeps its pages.

It is as true as those: before each unit the file's own counter is asked whether anyone else has changed it,
and what a unit of our own writes is forgotten table by table. Facts can't be changed, so they can be shared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterable
from typing import Any

MOST_ROWS = 20_000
"""Rows of one answer that are kept; imported files can have many more."""
MOST_ANSWERS = 400


class Known:
    """Answers by table and question."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[Hashable, Any]] = {}
        self._count = 0
        self._seen: tuple[Any, int] = (None, -1)
        self.strange = False
        """Whether the rules of the file are not ours, or someone else was at it since it was opened."""

    def look(self, driver: sqlite3.Connection) -> None:
        """Begin a unit on this connection: forget everything if anyone else has changed the file."""
        version = int(driver.execute("PRAGMA data_version").fetchone()[0])
        if self._seen[0] is not driver or self._seen[1] != version:
            self.strange = self.strange or self._seen[0] is driver
            self.forget()
            self._seen = (driver, version)

    def get(self, table: str, question: Hashable) -> Any:
        """The answer that is known, or None."""
        return self._answers.get(table, {}).get(question)

    def keep(self, table: str, question: Hashable, answer: Any, rows: int) -> None:
        """Remember an answer read from one table, unless it is too long to be kept."""
        if rows > MOST_ROWS:
            return
        if self._count >= MOST_ANSWERS:
            self.forget()
        self._answers.setdefault(table, {})[question] = answer
        self._count += 1

    def written(self, tables: Iterable[str]) -> None:
        """These tables were written and committed. Ours are rules that only refuse; where they may be
        others, any table may have been written along, so nothing is kept."""
        if self.strange:
            self.forget()
        for table in tables:
            self._count -= len(self._answers.pop(table, ()))

    def forget(self) -> None:
        """Know nothing."""
        self._answers.clear()
        self._count = 0
