"""Copies of the plan: made in one step, looked through, described by a manifest, thinned out with age.

A set is three files with one name: the database, everything in it as readable JSON, and a manifest with the
check sum and row counts. The database takes its name last, so a set is there whole or not at all; one whose
bytes are not those of its manifest counts as not verified.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from focusplan.domain.errors import CannotStore, InUse
from focusplan.domain.pace import Tell, quiet, stretch
from focusplan.paths import VERSION, atomic_write, make_private_folder, sync_folder
from focusplan.store.failures import of_system, translated
from focusplan.store.rotation import near_empty, stays
from focusplan.store.still import look_through, readable, schema_number

if TYPE_CHECKING:
    from sqlalchemy import Engine

FOLDER = "backups"
REASONS = ("daily", "asked", "step", "restore")
"""Made by itself, asked for, before a new schema, before a restore."""

PATIENCE = 10.0
"""Seconds a copy waits for another program that is writing."""

_NAME = re.compile(r"focusplan-(\d{8}-\d{6})(?:-\d+)?-(daily|asked|step|restore)\.db")
_LEFT = re.compile(r"\.focusplan-[\d-]+(daily|asked|step|restore)\.(db\.new.*|(json|manifest)\.\w+\.tmp)")
_PARTS = (".db", ".json", ".manifest")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. `verified`: its bytes are those that were looked through when it was made."""

    path: Path
    made_at: datetime
    rows: int
    verified: bool
    reason: str


def copies(folder: Path) -> tuple[Copy, ...]:
    """The automatic copies beside a plan, newest first. Files with other names are nobody's business here."""
    try:
        paths = list((folder / FOLDER).iterdir())
    except OSError:
        return ()
    found = [copy for path in paths if (copy := _described(path)) is not None]
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.path.name), reverse=True))


def make_copy(engine: Engine, folder: Path, reason: str, at: datetime, tell: Tell = quiet) -> Copy:
    """A new set in the folder of copies, verified; older ones are thinned out only then. What `tell` raises
    ends it before the copy has its name.

    CannotStore, InUse or BadFile (`copy_damaged`) when there is none in the end; nothing else changed then.
    """
    home = folder / FOLDER
    try:
        make_private_folder(home)
    except OSError as error:
        raise of_system(error) from error
    path = _free_name(home, reason, at)
    try:
        copy = _write_set(engine, path, reason, at, tell)
    except BaseException:
        _forget(path)
        _remove(_unnamed(path))
        raise
    _thin_out(folder, copy, at)
    return copy


def copy_to(engine: Engine, target: Path, at: datetime, tell: Tell = quiet) -> Copy:
    """One verified file at a place of the owner's choice, whole or not at all."""
    new = _unnamed(target)
    try:
        _copy_database(engine, new)
        counts = look_through(new, tell)
        try:
            os.replace(new, target)
            sync_folder(target.parent)
        except OSError as error:
            raise of_system(error) from error
    finally:
        _remove(new)
    return Copy(target, at, sum(counts.values()), True, "asked")


def check_sum(path: Path) -> str:
    """SHA-256 of a file. CannotStore when it can't be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise of_system(error) from error


def manifest_of(path: Path) -> dict[str, Any] | None:
    """What was noted when this copy was made; None for a file without a manifest."""
    try:
        said = json.loads(path.with_suffix(".manifest").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _write_set(engine: Engine, path: Path, reason: str, at: datetime, tell: Tell) -> Copy:
    new = _unnamed(path)
    _copy_database(engine, new)
    counts = look_through(new, stretch(tell, 5, 20))
    manifest = {
        "program": VERSION,
        "schema": schema_number(new),
        "made_at": at.astimezone(UTC).isoformat(),
        "reason": reason,
        "sha256": check_sum(new),
        "rows": counts,
    }
    try:
        atomic_write(path.with_suffix(".json"), readable(new, stretch(tell, 20, 100)))
        atomic_write(path.with_suffix(".manifest"), json.dumps(manifest, indent=1).encode())
        os.replace(new, path)
        sync_folder(path.parent)
    except OSError as error:
        raise of_system(error) from error
    return Copy(path, at, sum(counts.values()), True, reason)


def _copy_database(engine: Engine, path: Path) -> None:
    """The whole database in one step: a copy in several steps may never end while another program writes."""
    until = time.monotonic() + PATIENCE

    def hurry(status: int, remaining: int, total: int) -> None:
        if time.monotonic() > until:
            raise InUse("in_use")

    try:
        _remove(path)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise of_system(error) from error
    try:
        os.chmod(path, 0o600)
        with translated(), contextlib.closing(sqlite3.connect(path)) as target:
            source = engine.raw_connection()
            try:
                driver = source.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                driver.backup(target, pages=-1, progress=hurry)
            finally:
                source.close()
        os.fsync(handle)
    except OSError as error:
        raise of_system(error) from error
    finally:
        os.close(handle)


def _described(path: Path) -> Copy | None:
    """What is known of a file in the folder of copies; None when it is none of ours."""
    name = _NAME.fullmatch(path.name)
    if name is None:
        return None
    try:
        stamp = datetime.fromisoformat(name[1].replace("-", "T")).replace(tzinfo=UTC)
    except ValueError:
        return None
    said = manifest_of(path)
    if said is None:
        return Copy(path, stamp, 0, False, name[2])
    try:
        verified = said["sha256"] == check_sum(path)
        return Copy(path, stamp, sum(said["rows"].values()), verified, name[2])
    except (KeyError, TypeError, AttributeError, CannotStore):
        return Copy(path, stamp, 0, False, name[2])


def _unnamed(path: Path) -> Path:
    """Where a copy stands until it was looked through."""
    return path.with_name(f".{path.name}.new")


def sweep(folder: Path) -> None:
    """Take away what an interrupted copy left beside a plan: a database without its name, descriptions of
    none, files half written. Only names that are ours alone."""
    with contextlib.suppress(OSError):
        for path in list((folder / FOLDER).iterdir()):
            orphan = path.suffix in _PARTS[1:] and _NAME.fullmatch(f"{path.stem}.db")
            if _LEFT.fullmatch(path.name) or (orphan and not path.with_suffix(".db").exists()):
                _remove(path)


def _free_name(home: Path, reason: str, at: datetime) -> Path:
    stamp = at.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
    path, number = home / f"focusplan-{stamp}-{reason}.db", 1
    while path.exists():
        number += 1
        path = home / f"focusplan-{stamp}-{number}-{reason}.db"
    return path


def _thin_out(folder: Path, newest: Copy, now: datetime) -> None:
    """Delete what the rotation lets go; nothing while the newest copy is suspiciously small. Copies that are
    not verified count for nothing and stay for a person to look at."""
    good = [copy for copy in copies(folder) if copy.verified]
    if near_empty(newest.rows, (copy.rows for copy in good)):
        return
    kept = stays((copy.made_at for copy in good), now)
    for copy in good:
        if copy.made_at not in kept and copy.path != newest.path:
            _forget(copy.path)


def _forget(path: Path) -> None:
    """Remove a set; the database last, so that what is left of an interrupted removal is no orphan."""
    for suffix in reversed(_PARTS):
        _remove(path.with_suffix(suffix))


def _remove(path: Path) -> None:
    for name in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(OSError):
            name.unlink()
