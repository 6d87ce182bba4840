"""Copies of a store and the way back: a copy becomes the plan only after it was looked through."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from focusplan.domain.errors import BadFile, DamagedPlan, Refused
from focusplan.domain.pace import Tell, quiet
from focusplan.domain.plan import Moment, Plan
from focusplan.paths import make_private_folder, sync_folder
from focusplan.store import copies, schema
from focusplan.store.copies import Copy, check_sum, manifest_of
from focusplan.store.engine import make_engine
from focusplan.store.failures import of_system, translated
from focusplan.store.gate import lay_rules
from focusplan.store.header import PLAN_FILE, SIDE_FILES, Marker, check_head, read_marker, write_marker
from focusplan.store.rotation import near_empty
from focusplan.store.still import look_through
from focusplan.store.store import Store, Work, make_empty, remove_database

ASIDE = "damaged"
ASIDE_MOST = 5
"""Damaged plans kept at most, so that a disk is never filled with them."""
_COMING = ".plan.db.restore"


@dataclass(frozen=True)
class Candidate:
    """A copy that was looked through, in the data folder already but not the plan yet."""

    store: Store
    path: Path
    engine: Engine
    plan: Plan

    @contextmanager
    def read(self, moment: Moment) -> Iterator[Work]:
        """Ask the copy."""
        with self.store.unit(self.engine, moment, asks=True) as work:
            yield work

    def accept(self, moment: Moment, data: dict[str, Any]) -> int:
        """Make it the plan, with the restore in its own record; answers its rows. The old plan or the new
        one is there at every moment, never a mixture."""
        with self.store.unit(self.engine, moment, asks=False) as work:
            work.append("restore", data)
            rows = work.count()
        self.engine.dispose()
        self.store.publish(self.path, Marker(self.plan.made_on.isoformat(), rows, self.plan.practice))
        return rows


class Keeping:
    """What keeps the plan of one store safe."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def copies(self) -> tuple[Copy, ...]:
        """The automatic copies, newest first."""
        return copies.copies(self._store.folder)

    @property
    def size(self) -> int:
        """Bytes of the plan's file; 0 where there is none."""
        try:
            return self._store.path.stat().st_size
        except OSError:
            return 0

    def make_copy(self, reason: str, at: datetime, tell: Tell = quiet) -> Copy:
        """A new automatic copy, verified. The marker learns how full the plan is."""
        copy = copies.make_copy(self._store.opened(), self._store.folder, reason, at, tell)
        marker = read_marker(self._store.folder)
        if marker is not None and marker.rows < copy.rows:
            write_marker(self._store.folder, Marker(marker.since, copy.rows, marker.practice))
        return copy

    def small(self, found: Sequence[Copy]) -> bool:
        """Whether the newest of these copies holds suspiciously little beside the others."""
        return bool(found) and near_empty(found[0].rows, (copy.rows for copy in found))

    def copy_to(self, target: Path, at: datetime, tell: Tell = quiet) -> Copy:
        """A verified copy at a place of the owner's choice. Refused `file_exists` over anything that is no
        copy of a plan, the plan itself and its automatic copies, and under names the database uses itself."""
        where, folder = target.parent.resolve(), self._store.folder.resolve()
        taken = target.exists() and (where == folder / copies.FOLDER or not _is_plan(target))
        if taken or where == folder and target.name.lower().startswith(PLAN_FILE):
            raise Refused("file_exists", file=str(target))
        return copies.copy_to(self._store.opened(), target, at, tell)

    def practice_before(self) -> bool | None:
        """Whether the plan that is or was here is a practice plan, by its marker; None where none says so."""
        marker = read_marker(self._store.folder)
        return marker.practice if marker else None

    @contextmanager
    def candidate(self, source: Path, moment: Moment, tell: Tell = quiet) -> Iterator[Candidate]:
        """Bring a copy into the data folder and look it through; it is taken away again unless accepted.

        BadFile (no_such_file, copy_damaged, copy_changed), NewerPlan; `source` itself is only read.
        """
        self._store.hold("command")
        coming = self._store.folder / _COMING
        make_empty(coming)
        engine = make_engine(coming)
        try:
            _bring(source, coming)
            _prove(source, coming, tell)
            with translated():
                _renew(engine, source)
            yield Candidate(self._store, coming, engine, _plan_in(engine, self._store, source, moment))
        finally:
            engine.dispose()
            remove_database(coming)

    def set_aside(self, at: datetime) -> Path | None:
        """Keep a plan that can't be opened, bytes and all, before another takes its place; the oldest of
        more than ASIDE_MOST goes. None when there is none."""
        if not self._store.exists():
            return None
        home = self._store.folder / ASIDE
        target = home / f"plan-{at:%Y%m%d-%H%M%S}.db"
        try:
            make_private_folder(home)
            for name in (self._store.path.name, *SIDE_FILES):
                beside = self._store.folder / name
                if beside.exists():
                    kept = target.with_name(target.name + name.removeprefix(self._store.path.name))
                    shutil.copyfile(beside, kept)
                    os.chmod(kept, 0o600)
            sync_folder(home)
        except OSError as error:
            raise of_system(error) from error
        for old in sorted(home.glob("plan-????????-??????.db"))[:-ASIDE_MOST]:
            for part in home.glob(f"{old.name}*"):
                with contextlib.suppress(OSError):
                    part.unlink()
        return target


def _is_plan(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            check_head(file.read(100), path.stat().st_size, 2**31)
    except (OSError, DamagedPlan):
        return False
    return True


def _bring(source: Path, coming: Path) -> None:
    if source.exists() and not source.is_file():
        raise BadFile("no_such_file", file=str(source))
    try:
        with source.open("rb") as old, coming.open("r+b") as new:
            shutil.copyfileobj(old, new)
            new.flush()
            os.fsync(new.fileno())
    except FileNotFoundError as error:
        raise BadFile("no_such_file", file=str(source)) from error
    except OSError as error:
        raise of_system(error) from error


def _prove(source: Path, coming: Path, tell: Tell) -> None:
    """The bytes are those of a whole plan, and those that the manifest describes where there is one."""
    try:
        with coming.open("rb") as file:
            check_head(file.read(100), coming.stat().st_size, schema.NEWEST)
    except DamagedPlan as error:
        raise BadFile("copy_damaged", file=source.name) from error
    said = manifest_of(source)
    if said is not None and said.get("sha256") != check_sum(coming):
        raise BadFile("copy_damaged", file=source.name)
    look_through(coming, tell)


def _renew(engine: Engine, source: Path) -> None:
    """Lead the copy to the present schema and lay its rules anew; foreign tables are refused."""
    with engine.begin() as connection:
        for number in range(schema.version(connection), schema.NEWEST):
            schema.take_step(connection, number)
        lay_rules(connection)
        if schema.fingerprint(connection) != schema.expected():
            raise BadFile("copy_changed", file=source.name)


def _plan_in(engine: Engine, store: Store, source: Path, moment: Moment) -> Plan:
    with store.unit(engine, moment, asks=True) as work:
        plan = work.one(Plan)
    if plan is None:
        raise BadFile("copy_damaged", file=source.name)
    return plan
