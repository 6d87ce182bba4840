"""What is interrupted: each action is prepared in peace, then done under fire."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from focusplan.domain.plan import Note
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.care.audit import faults  # noqa: F401 - loaded before anything is counted
from focusplan.store import schema
from focusplan.store.keeping import Keeping
from focusplan.store.store import Store
from tests.store.plans import MONDAY, grown, keep_week, new_plan, noon, on

NOW = (Week.of(MONDAY) + 3).monday
AT = datetime(2026, 6, 22, 12, tzinfo=UTC)
COPY = "focusplan-20260601-120000-asked.db"
Act = Callable[[], None]


def seed(folder: Path) -> None:
    """A plan with two kept weeks and one copy from before the second."""
    store = grown(folder, weeks=1)
    Keeping(store).make_copy("asked", datetime(2026, 6, 1, 12, tzinfo=UTC))
    with on(store, NOW) as work:
        keep_week(work, "instagram", Week.of(NOW) - 1)
        work.add(Item(0, Week.of(NOW), 1, "post-1", "post", "instagram", NOW, 20))
    store.close()


def _opened(folder: Path) -> Store:
    store = Store(folder)
    store.hold("command")
    store.opened()
    return store


def tick(folder: Path) -> Act:
    """Many small changes in one unit of work."""
    store = _opened(folder)

    def act() -> None:
        with on(store, NOW) as work:
            item = work.one(Item, number=1)
            assert item is not None
            work.put(_done(item))
            keep_week(work, "instagram", Week.of(NOW), posts=1)
            work.put(Note("words", "done"))
            work.append("review", {"week": str(Week.of(NOW))})

    return act


def large(folder: Path) -> Act:
    """More than fits into the memory of the database, so that it writes before the end."""
    store = _opened(folder)
    with store.opened().connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=5")

    def act() -> None:
        with on(store, NOW) as work:
            for number in range(60):
                work.put(Note(f"large.{number}", "x" * 900))

    return act


SAVES = 20


def _confirmed(number: int) -> None:
    """Tell the breaking library that the owner was told so many saves are kept."""
    ctypes.CDLL(None).breaker_mark(ctypes.c_long(number))


def _save(store: Store) -> None:
    for number in range(1, SAVES + 1):
        with on(store, NOW) as work:
            work.put(Note("a", str(number)))
            work.put(Note("filler", "x" * 400 * number))
            work.put(Note("b", str(number)))
        _confirmed(number)


def saves(folder: Path) -> Act:
    """Twenty saves, each confirmed."""
    store = _opened(folder)
    return lambda: _save(store)


def careless(folder: Path, waits: str = "OFF") -> Act:
    """The same by a program that does not wait for the disk."""
    store = _opened(folder)
    with store.opened().connect() as connection:
        connection.connection.driver_connection.execute(f"PRAGMA synchronous={waits}")  # type: ignore[union-attr]
    return lambda: _save(store)


def usual(folder: Path) -> Act:
    """The same with the database's own setting, which does not wait for the journal's end."""
    return careless(folder, "FULL")


def create(folder: Path) -> Act:
    """A new plan."""

    def act() -> None:
        new_plan(folder, practice=False).close()

    return act


def copy(folder: Path) -> Act:
    """A new automatic copy."""
    keeping = Keeping(_opened(folder))

    def act() -> None:
        keeping.make_copy("daily", AT)

    return act


def restore(folder: Path) -> Act:
    """The old copy becomes the plan."""
    store = _opened(folder)
    keeping = Keeping(store)

    def act() -> None:
        with keeping.candidate(folder / "backups" / COPY, noon(NOW)) as candidate:
            candidate.accept(noon(NOW), {"file": COPY})
        _confirmed(1)

    return act


def _second(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE idea ADD COLUMN colour TEXT")
    connection.exec_driver_sql("CREATE TABLE extra (id INTEGER PRIMARY KEY)")
    connection.exec_driver_sql("UPDATE note SET text=text||'!'")


def newer_program() -> None:
    """From here on this process is a later version with one more step."""
    schema.STEPS = (*schema.STEPS, _second)
    schema.NEWEST = len(schema.STEPS)
    schema.expected.cache_clear()


def migrate(folder: Path) -> Act:
    """The first start of a later version."""
    store = Store(folder)
    store.hold("command")
    newer_program()

    def act() -> None:
        store.opened()

    return act


def _done(item: Item) -> Item:
    from dataclasses import replace

    return replace(item, done=True, done_on=NOW, taken=25)


ACTIONS: dict[str, Callable[[Path], Act]] = {
    "tick": tick, "large": large, "create": create, "copy": copy, "restore": restore, "migrate": migrate,
    "saves": saves, "careless": careless, "usual": usual,
}  # fmt: skip
