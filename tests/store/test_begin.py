"""How a unit of work takes hold of the file: one that changes it from its first moment, one that asks never."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusplan.domain.plan import Note
from tests.store.plans import MONDAY, new_plan, noon


def begin_elsewhere(path: Path) -> None:
    """Begin to write as another client would, without waiting."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as client:
        client.execute("BEGIN IMMEDIATE")
        client.execute("ROLLBACK")


def test_what_a_unit_of_work_reads_stays_so_until_it_writes(tmp_path: Path) -> None:
    """Judging and writing are one: nobody comes in between, also while nothing has been written yet."""
    store = new_plan(tmp_path / "plan")
    with store.begin(noon(MONDAY)) as work:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            begin_elsewhere(store.path)
        work.put(Note("a", "1"))
    begin_elsewhere(store.path)
    with store.read(noon(MONDAY)) as work:
        assert work.one(Note, key="a") is not None
        begin_elsewhere(store.path)
    store.close()
