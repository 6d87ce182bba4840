"""Looking a copy through finds what only the pages and the kinds of their values tell."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile
from focusplan.store.copies import look_through
from tests.store.plans import new_plan


def test_a_value_that_is_none_of_its_kind_is_damage(tmp_path: Path) -> None:
    store = new_plan(tmp_path / "plan")
    store.close()
    assert look_through(store.path)["business"] == 1
    with closing(sqlite3.connect(store.path)) as client:
        client.execute("PRAGMA ignore_check_constraints=ON")
        for (rule,) in client.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            client.execute(f"DROP TRIGGER {rule}")
        client.execute("UPDATE business SET name=x'00'")
        client.commit()
    with pytest.raises(BadFile):
        look_through(store.path)
