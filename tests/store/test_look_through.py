"""Looking a copy through finds what only its pages tell."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile, DamagedPlan
from focusplan.store.copies import look_through
from focusplan.store.store import Store
from tests.store.plans import MONDAY, new_plan, noon, on, start


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


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO idea VALUES (9,'an idea','2026-02-30')",
        "INSERT INTO time_entry VALUES (9,'x',5,'0000-06-01T12:00:00+00:00','2026-06-01',0,'','typed',0)",
        "UPDATE business SET kind='spaceport'",
        "UPDATE business SET hour_value='1.2.3'",
        """UPDATE boundaries SET hours='{"0":""" + "[" * 100_000 + "}'",
        """UPDATE boundaries SET hours='{"7":[[540,720]]}'""",
        """UPDATE boundaries SET hours='{"0":[[720,540]]}'""",
        """UPDATE boundaries SET hours='{"0":[[540,1441]]}'""",
    ],
)
def test_a_value_that_only_looks_right_to_the_file_is_damage(tmp_path: Path, statement: str) -> None:
    """SQLite takes them, the rules of the file too; nothing could be made of them."""
    store = new_plan(tmp_path / "plan")
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as client:
        client.execute(statement)
    with pytest.raises(DamagedPlan), Store(store.path.parent).read(noon(MONDAY)) as work:
        work.look_through()
