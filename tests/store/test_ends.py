"""Ends that are not clear, steps to a later schema, lost markers, and what the system's errors mean."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.errors import CannotStore, DamagedPlan, InUse, Refused
from focusplan.domain.plan import Note
from focusplan.store import schema
from focusplan.store.copies import copies
from focusplan.store.failures import meaning, of_system
from focusplan.store.header import MARKER_FILE, read_marker
from focusplan.store.store import Store
from tests.store.plans import BUSINESS, MONDAY, new_plan, noon, on


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_plan(tmp_path / "plan")
    yield made
    made.close()


def unclear() -> sqlite3.OperationalError:
    """What the database says when only the last sync of the folder did not go well."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
    return error


def note(store: Store) -> str:
    with store.read(noon(MONDAY)) as work:
        found = work.one(Note, key="a")
    return found.text if found else ""


@pytest.mark.parametrize("kept", [True, False])
def test_an_unclear_end_is_looked_up(store: Store, monkeypatch: pytest.MonkeyPatch, kept: bool) -> None:
    true = Connection.commit

    def commit(connection: Connection) -> None:
        if kept:
            true(connection)
        else:
            connection.rollback()
        raise unclear()

    monkeypatch.setattr(Connection, "commit", commit)
    if kept:
        with on(store, MONDAY) as work:
            work.put(Note("a", "1"))
    else:
        with pytest.raises(CannotStore) as refused, on(store, MONDAY) as work:
            work.put(Note("a", "1"))
        assert refused.value.code == "disk_error"
    monkeypatch.undo()
    assert note(store) == ("1" if kept else "")


def test_an_end_that_can_not_be_looked_up_is_an_error(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def commit(connection: Connection) -> None:
        connection.rollback()
        store.path.write_bytes(b"")
        raise unclear()

    monkeypatch.setattr(Connection, "commit", commit)
    with pytest.raises(CannotStore), on(store, MONDAY) as work:
        work.put(Note("a", "1"))


def test_nothing_more_is_written_after_the_disk_said_no(store: Store) -> None:
    """The database may have taken everything back by itself: what came later would stand alone."""
    with pytest.raises(CannotStore), on(store, MONDAY) as work:
        work.put(Note("a", "1"))
        work._driver.execute("PRAGMA query_only=1")
        with pytest.raises(CannotStore):
            work.put(Note("b", "1"))
        work._driver.execute("PRAGMA query_only=0")
        with pytest.raises(CannotStore):
            work.put(Note("c", "1"))
    assert note(store) == ""


@pytest.fixture
def later_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def second(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE note SET text=text||'!'")
        connection.exec_driver_sql("CREATE TABLE extra (id INTEGER PRIMARY KEY)")

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, second))
    monkeypatch.setattr(schema, "NEWEST", schema.NEWEST + 1)
    schema.expected.cache_clear()
    yield
    schema.expected.cache_clear()


@pytest.fixture
def noted(store: Store) -> Store:
    """A plan of this version, closed."""
    with on(store, MONDAY) as work:
        work.put(Note("a", "1"))
    store.close()
    return store


def test_a_later_version_leads_the_plan_on_after_a_copy(noted: Store, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("later_version")
    assert note(noted) == "1!"
    assert not noted.schema_changed
    assert [(copy.reason, copy.verified) for copy in copies(noted.folder)] == [("step", True)]
    noted.close()
    assert note(noted) == "1!"
    assert len(copies(noted.folder)) == 1


def test_no_copy_no_step(
    noted: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request.getfixturevalue("later_version")
    before = noted.path.read_bytes()

    def refuse(*_anything: Any) -> None:
        raise CannotStore("disk_full")

    monkeypatch.setattr("focusplan.store.store.make_copy", refuse)
    with pytest.raises(CannotStore):
        note(noted)
    assert noted.path.read_bytes() == before


def test_a_lost_marker_is_written_again(store: Store) -> None:
    for lost in ("", "{"):
        marker = store.folder / MARKER_FILE
        marker.unlink()
        if lost:
            marker.write_text(lost)
        with on(store, MONDAY) as work:
            work.put(Note("a", "1"))
        assert read_marker(store.folder) is not None
    assert read_marker(store.folder / "plan.db") is not None, "what can't be read still says that one existed"


def test_tables_of_another_hand_are_told_from_rules(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as client:
        client.execute("ALTER TABLE idea ADD COLUMN mine TEXT")
    assert note(store) == ""
    assert store.schema_changed
    assert store.tables_changed


def test_a_table_that_is_gone_is_damage(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as client:
        client.execute("DROP TABLE note")
    with pytest.raises(DamagedPlan):
        note(store)


def test_money_and_hours_come_back_as_they_went(store: Store) -> None:
    business = Business(
        **{**_values(BUSINESS), "hour_value": Decimal("30.50"), "outsourcing_quote": Decimal(0)}
    )
    hours = Boundaries(60, 15, "most_days", {6: ((0, 60), (120, 1440)), 0: ((540, 600),)})
    with on(store, MONDAY) as work:
        work.put(business)
        work.put(hours)
    with store.read(noon(MONDAY)) as work:
        assert work.one(Business) == business
        assert work.one(Boundaries) == hours
    with pytest.raises(Refused), on(store, MONDAY) as work:
        work.put(Business(**{**_values(BUSINESS), "hour_value": Decimal("-1")}))


def _values(business: Business) -> dict[str, Any]:
    return {name: getattr(business, name) for name in Business.__slots__}


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("SQLITE_BUSY", InUse, "in_use"),
        ("SQLITE_LOCKED", InUse, "in_use"),
        ("SQLITE_FULL", CannotStore, "disk_full"),
        ("SQLITE_READONLY_DIRECTORY", CannotStore, "read_only"),
        ("SQLITE_READONLY_DBMOVED", CannotStore, "plan_moved"),
        ("SQLITE_IOERR_WRITE", CannotStore, "disk_error"),
        ("SQLITE_CANTOPEN", CannotStore, "cannot_open"),
        ("SQLITE_NOTADB", DamagedPlan, "not_a_plan"),
        ("SQLITE_CORRUPT_INDEX", DamagedPlan, "plan_damaged"),
        ("SQLITE_CONSTRAINT_CHECK", Refused, "schema_rule"),
        ("SQLITE_ERROR", DamagedPlan, "plan_damaged"),
    ],
)
def test_what_the_database_says(name: str, kind: type[Exception], code: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    found = meaning(error)
    assert type(found) is kind
    assert found is not None
    assert found.code == code


def test_a_fault_of_the_program_stays_one() -> None:
    assert meaning(ValueError("x")) is None
    assert meaning(sqlite3.ProgrammingError("x")) is None


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.ENOTDIR, "cannot_open"),
        (errno.EIO, "disk_error"),
    ],
)
def test_what_the_system_says(number: int, code: str) -> None:
    assert of_system(OSError(number, "x")).code == code
