"""The plan's file: opened with care, changed one whole unit of work at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from focusplan.domain.errors import CannotStore, DamagedPlan, Refused
from focusplan.domain.plan import Moment, Plan
from focusplan.paths import make_private_folder, sync_folder
from focusplan.store import schema
from focusplan.store.copies import make_copy, sweep
from focusplan.store.engine import ASKS, make_engine
from focusplan.store.failures import of_system, translated
from focusplan.store.header import (
    MARKER_FILE,
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

__all__ = ["Store", "Work"]

_NEW_FILE = ".plan.db.new"
_LOCK_WAIT = 2.0


class Store:
    """The plan in one data folder. Nothing is opened or made before the first unit of work."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / PLAN_FILE
        self.schema_changed = False
        """Whether tables or rules of the file were found changed by someone else when it was opened."""
        self.tables_changed = False
        """Whether it was the tables: these can't be put back as the rules can."""
        self._lock = Lock(folder)
        self._engine: Engine | None = None
        self._known = Known()
        self._busy = False

    def exists(self) -> bool:
        """Whether a plan's file lies here; it may still be damaged."""
        return self.path.exists()

    def hold(self, kind: str, wait: float = _LOCK_WAIT) -> None:
        """Be the one that may change this plan until `close`: a window or a command. InUse if another is."""
        fresh = not self._lock.held
        self._lock.hold(kind, wait)
        if fresh:
            _sweep(self.folder)

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
        with self.unit(self.opened(), moment, asks=True) as work:
            yield work

    @contextmanager
    def create(self, moment: Moment, plan: Plan) -> Iterator[Work]:
        """A new file with its first unit of work; the file appears only when all of that is on the disk.

        Refused when a plan is here; DamagedPlan when one was: that is restored, never silently begun anew.
        """
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
        """The engine on a file that was looked at: header, pages, links between rows, schema number."""
        if self._engine is None:
            found = check_header(self.folder, schema.NEWEST)
            engine = make_engine(self.path)
            try:
                with translated():
                    _check(engine)
                    for number in range(found, schema.NEWEST):
                        self._step(engine, number)
                    self._look_at_schema(engine)
            except BaseException:
                engine.dispose()
                raise
            self._engine = engine
        return self._engine

    def _step(self, engine: Engine, number: int) -> None:
        self.hold("command")
        make_copy(engine, self.folder, "step", datetime.now(UTC))
        with engine.begin() as connection:
            schema.take_step(connection, number)

    def let_go(self) -> None:
        """Close the file; it is opened, and looked at, again by the next unit of work."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
            self._known = Known()

    def _look_at_schema(self, engine: Engine) -> None:
        with engine.connect().execution_options(**{ASKS: True}) as connection:
            found, right = schema.fingerprint(connection), schema.expected()
        self.schema_changed, self.tables_changed = found != right, found[0] != right[0]
        self._known.strange = self.schema_changed

    @contextmanager
    def unit(self, engine: Engine, moment: Moment, asks: bool) -> Iterator[Work]:
        """A unit of work on any database of this schema; one at a time."""
        if self._busy:
            raise RuntimeError("a unit of work was begun inside another")
        self._busy = True
        try:
            with contextlib.ExitStack() as stack:
                with translated():
                    connection = stack.enter_context(engine.connect().execution_options(**{ASKS: asks}))
                    connection.begin()
                    known = self._known_of(engine, connection)
                work = Work(connection, moment, asks, known)
                yield work
                if work.ended is not None:
                    raise work.ended
                self._commit(engine, connection, work)
                known.written(work.written)
        finally:
            self._busy = False

    def _known_of(self, engine: Engine, connection: Connection) -> Known:
        """What is known of the plan itself; of any other database nothing is."""
        if engine is not self._engine:
            return Known()
        self._known.look(connection)
        return self._known

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
        try:
            with engine.connect().execution_options(**{ASKS: True}) as connection:
                found = connection.execute(text("SELECT action FROM clock")).scalar_one_or_none()
        except DBAPIError:
            return False
        return bool(found == action)


def _check(engine: Engine) -> None:
    with engine.connect().execution_options(**{ASKS: True}) as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if said != "ok" or orphan is not None:
        raise DamagedPlan("plan_damaged")


def make_empty(path: Path) -> None:
    """An empty file for its owner alone, whatever the umask says; the journal takes its rights from it."""
    try:
        make_private_folder(path.parent)
        remove_database(path)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        os.chmod(path, 0o600)
    except OSError as error:
        raise of_system(error) from error


def remove_database(path: Path) -> None:
    """Take away a database that is nobody's, with what lies beside it."""
    for name in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(OSError):
            name.unlink()


def _sweep(folder: Path) -> None:
    """Take away what a killed program left behind; only who holds the lock may do so."""
    for path in folder.glob(".plan.*"):
        if path.name.startswith((f".{MARKER_FILE}.", f".{PLAN_FILE}.")):
            remove_database(path)
    sweep(folder)
