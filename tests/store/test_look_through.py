"""Looking a copy through finds what only its pages tell."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile
from focusplan.store.copies import look_through
from tests.store.plans import MONDAY, new_plan, on, start


def test_an_index_that_does_not_hold_its_rows_is_damage(tmp_path: Path) -> None:
    store = new_plan(tmp_path / "plan")
    with on(store, MONDAY) as work:
        start(work, "instagram")
    store.close()
    assert look_through(store.path)["adoption"] == 1
    with closing(sqlite3.connect(store.path)) as client:
        client.execute("PRAGMA writable_schema=ON")
        client.execute(
            "UPDATE sqlite_master SET sql=replace(sql,'active''','parked''') WHERE name='one_active'"
        )
        client.commit()
    with pytest.raises(BadFile):
        look_through(store.path)
