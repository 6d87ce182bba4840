"""Turns what SQLite and the system say into what a person can do something about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, InUse, Refused, WrongUse

_BY_PREFIX: tuple[tuple[str, type[FocusPlanError], str], ...] = (
    ("SQLITE_BUSY", InUse, "in_use"),
    ("SQLITE_LOCKED", InUse, "in_use"),
    ("SQLITE_FULL", CannotStore, "disk_full"),
    ("SQLITE_READONLY_DBMOVED", CannotStore, "plan_moved"),
    ("SQLITE_READONLY", CannotStore, "read_only"),
    ("SQLITE_IOERR", CannotStore, "disk_error"),
    ("SQLITE_CANTOPEN", CannotStore, "cannot_open"),
    ("SQLITE_PERM", CannotStore, "cannot_open"),
    ("SQLITE_AUTH", CannotStore, "cannot_open"),
    ("SQLITE_NOTADB", DamagedPlan, "not_a_plan"),
    ("SQLITE_CORRUPT", DamagedPlan, "plan_damaged"),
    ("SQLITE_FORMAT", DamagedPlan, "plan_damaged"),
)


def meaning(error: BaseException) -> FocusPlanError | None:
    """The error a person can act on, or None when this is a fault of the program."""
    inner = getattr(error, "orig", None) or error
    if isinstance(inner, (UnicodeEncodeError, OverflowError)):
        return WrongUse("value_not_storable")
    if isinstance(inner, UnicodeDecodeError):
        return DamagedPlan("plan_damaged")
    if not isinstance(inner, sqlite3.Error):
        return None
    name = getattr(inner, "sqlite_errorname", "") or ""
    for prefix, kind, code in _BY_PREFIX:
        if name.startswith(prefix):
            return kind(code)
    if name.startswith("SQLITE_CONSTRAINT"):
        return Refused("schema_rule", rule=str(inner))
    if isinstance(inner, sqlite3.OperationalError):
        # Every statement here is tried by tests: what it names is gone, or its text can't be read any more.
        return DamagedPlan("plan_damaged")
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the database, those its library wraps too, leave this block as errors of
    `focusplan.domain.errors`."""
    try:
        yield
    except Exception as error:
        found = meaning(error)
        if found is None:
            raise
        raise found from error


def of_system(error: OSError) -> CannotStore:
    """What a refused file call means."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return CannotStore("disk_full")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return CannotStore("read_only")
    if error.errno in (
        errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG
    ):  # fmt: skip
        return CannotStore("cannot_open")
    return CannotStore("disk_error")
