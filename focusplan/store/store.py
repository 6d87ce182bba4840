"""The plan's file: opened with care, changed one whole unit of work at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from focusplan.domain.errors import CannotStore, DamagedPlan, Refused
from focusplan.domain.plan import Moment, Plan
from focusplan.paths import sync_folder
from focusplan.store import schema
from focusplan.store.copies import make_copy
from focusplan.store.driver import Driver
from focusplan.store.failures import of_system, translated
from focusplan.store.files import make_empty, remove_database, sweep_folder
from focusplan.store.header import (
    PLAN_FILE,
    SIDE_FILES,
    Marker,
    check_header,
    read_marker,
    write_marker,
)
from focusplan.store.known import Known
from focusplan.store.lock import Holder, Lock
from focusplan.store.work import Work

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["Store", "Work", "make_empty", "remove_database"]

_NEW_FILE = ".plan.db.new"
_LOCK_WAIT = 2.0


class Store:
    """The plan in one data folder. Nothing is opened or made before the first unit of work."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / PLAN_FILE
        self._lock = Lock(folder)
        self._driver = Driver(self.path)
        self._looked_at = False
        self._engine: Engine | None = None
        self._changed: tuple[bool, bool] | None = None
        self._known = Known()
        self._busy = False

    @property
    def schema_changed(self) -> bool:
        """Whether tables or rules of the file were changed by someone else. Looked at when this is asked for
        first, and before the first change."""
        return self._compared()[0]

    @property
    def tables_changed(self) -> bool:
        """Whether it was the tables: these can't be put back as the rules can."""
        return self._compared()[1]

    def exists(self) -> bool:
        """Whether a plan's file lies here; it may still be damaged."""
        return self.path.exists()

    def hold(self, kind: str, wait: float = _LOCK_WAIT) -> None:
        """Be the one that may change this plan until `close`: a window or a command. InUse if another is."""
        fresh = not self._lock.held
        self._lock.hold(kind, wait)
        if fresh:
            sweep_folder(self.folder)

    def holder(self) -> Holder | None:
        """Who held this folder last, as the lock file says."""
        return self._lock.holder()

    def close(self) -> None:
        """Let go of the file and of the lock. The store can be used again afterwards."""
        self.let_go()
        self._lock.release()

    @contextmanager
    def begin(self, moment: Moment) -> Iterator[Work]:
        """A unit of work that changes the plan: leaving it commits, an error rolls it back whole."""
        self.hold("command")
        with self.unit(self.opened(), moment, asks=False) as work:
            if read_marker(self.folder) is None:
                self._mark(work)
            yield work

    @contextmanager
    def read(self, moment: Moment) -> Iterator[Work]:
        """A unit of work that only asks; the database refuses every change in it."""
        with self._alone(), contextlib.ExitStack() as stack:
            with translated():
                driver = stack.enter_context(self._looked().asking())
                self._known.look(driver)
            work = Work(driver, moment, self._known)
            yield work
            if work.ended is not None:
                raise work.ended

    @contextmanager
    def create(self, moment: Moment, plan: Plan) -> Iterator[Work]:
        """A new file with its first unit of work; the file appears only when all of that is on the disk.

        Refused when a plan is here; DamagedPlan when one was: that is restored, never silently begun anew.
        """
        from focusplan.store.engine import make_engine

        self.hold("command")
        if self.exists():
            raise Refused("plan_exists")
        if read_marker(self.folder) is not None:
            raise DamagedPlan("plan_gone")
        new = self.folder / _NEW_FILE
        make_empty(new)
        engine = make_engine(new)
        try:
            with translated():
                for number in range(schema.NEWEST):
                    with engine.begin() as connection:
                        schema.take_step(connection, number)
            with self.unit(engine, moment, asks=False) as work:
                work.add(plan)
                yield work
                rows = work.count()
            engine.dispose()
            self.publish(new, Marker(plan.made_on.isoformat(), rows, plan.practice))
        finally:
            engine.dispose()
            remove_database(new)

    @contextmanager
    def mend(self, moment: Moment) -> Iterator[Work]:
        """A unit of work with the rules of the schema lifted until it commits: for repairs alone."""
        self.hold("command")
        with self.unit(self.opened(), moment, asks=False) as work:
            work.lift_rules()
            yield work
            work.lay_rules()
        self._known.forget()
        self._look_at_schema(self.opened())

    def _mark(self, work: Work) -> None:
        """A marker that was lost, or never written because the program was killed, is written again."""
        plan = work.one(Plan)
        if plan is not None:
            write_marker(self.folder, Marker(plan.made_on.isoformat(), work.count(), plan.practice))

    def publish(self, new: Path, marker: Marker) -> None:
        """Make this finished database the plan, whole or not at all. What was open is let go of first, and
        nothing is left beside the new file that belonged to the old one."""
        self.let_go()
        try:
            for name in SIDE_FILES:
                (self.folder / name).unlink(missing_ok=True)
            os.replace(new, self.path)
            sync_folder(self.folder)
        except OSError as error:
            raise of_system(error) from error
        with contextlib.suppress(CannotStore):
            write_marker(self.folder, marker)

    def opened(self) -> Engine:
        """The engine on a file that was looked at, also at its tables and rules."""
        self._looked()
        if self._engine is None:
            from focusplan.store.engine import make_engine

            self._engine = make_engine(self.path, self._driver)
            with translated():
                self._look_at_schema(self._engine)
        return self._engine

    def _looked(self) -> Driver:
        """The driver of a file that was looked at: header, pages, links between rows, schema number."""
        if not self._looked_at:
            found = check_header(self.folder, schema.NEWEST)
            try:
                with translated():
                    _check(self._driver)
                    if found < schema.NEWEST:
                        self._lead(found)
            except BaseException:
                self._driver.close()
                raise
            self._looked_at = True
        return self._driver

    def _lead(self, found: int) -> None:
        """Take the steps from an older schema to the newest, each after a copy."""
        from focusplan.store.engine import make_engine

        self.hold("command")
        engine = make_engine(self.path, self._driver)
        try:
            for number in range(found, schema.NEWEST):
                make_copy(engine, self.folder, "step", datetime.now(UTC))
                with engine.begin() as connection:
                    schema.take_step(connection, number)
        finally:
            engine.dispose()

    def let_go(self) -> None:
        """Close the file; it is opened, and looked at, again by the next unit of work."""
        if self._engine is not None:
            self._engine.dispose()
        self._driver.close()
        self._engine, self._changed, self._looked_at = None, None, False
        self._known = Known()

    def _compared(self) -> tuple[bool, bool]:
        self.opened()
        assert self._changed is not None
        return self._changed

    def _look_at_schema(self, engine: Engine) -> None:
        from focusplan.store.engine import ASKS

        with engine.connect().execution_options(**{ASKS: True}) as connection:
            found, right = schema.fingerprint(connection), schema.expected()
        self._changed = found != right, found[0] != right[0]
        self._known.strange = found != right

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One unit of work at a time."""
        if self._busy:
            raise RuntimeError("a unit of work was begun inside another")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    @contextmanager
    def unit(self, engine: Engine, moment: Moment, asks: bool) -> Iterator[Work]:
        """A unit of work on any database of this schema."""
        from focusplan.store.engine import ASKS, driver_of
        from focusplan.store.writing import Pen

        with self._alone(), contextlib.ExitStack() as stack:
            known = self._known if engine is self._engine else Known()
            with translated():
                connection = stack.enter_context(engine.connect().execution_options(**{ASKS: asks}))
                connection.begin()
                known.look(driver_of(connection))
            work = Work(driver_of(connection), moment, known, None if asks else Pen(connection))
            yield work
            if work.ended is not None:
                raise work.ended
            self._commit(engine, connection, work)
            known.written(work.written)

    def _commit(self, engine: Engine, connection: Connection, work: Work) -> None:
        if not work.action:
            connection.rollback()
            return
        try:
            with translated():
                connection.commit()
        except CannotStore:
            connection.invalidate()
            if not self._was_kept(engine, work.action):
                raise

    def _was_kept(self, engine: Engine, action: str) -> bool:
        """After an unclear end: whether the unit of this name is in the file all the same."""
        from sqlalchemy import text
        from sqlalchemy.exc import DBAPIError

        from focusplan.store.engine import ASKS

        try:
            with engine.connect().execution_options(**{ASKS: True}) as connection:
                found = connection.execute(text("SELECT action FROM clock")).scalar_one_or_none()
        except DBAPIError:
            return False
        return bool(found == action)


def _check(driver: Driver) -> None:
    with driver.asking() as connection:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if said != "ok" or orphan is not None:
        raise DamagedPlan("plan_damaged")
