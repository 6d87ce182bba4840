"""Looks at the bytes of a plan before any database library touches it, and keeps the marker beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from focusplan.domain.errors import CannotStore, DamagedPlan, NewerPlan, NoPlan
from focusplan.paths import atomic_write
from focusplan.store.failures import of_system

PLAN_FILE = "plan.db"
JOURNAL_FILE = "plan.db-journal"
SIDE_FILES = (JOURNAL_FILE, "plan.db-wal", "plan.db-shm")
"""What a database may leave beside itself; deadly beside another database of the same name."""
MARKER_FILE = "plan.marker"
APPLICATION_ID = 0x46504C4E
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Marker:
    """That a plan existed here: the day it was made, about how many rows it held, and of which kind it was
    (None where the marker can't be read)."""

    since: str
    rows: int
    practice: bool | None = None


def check_header(folder: Path, newest: int) -> int:
    """The schema number of the plan in this folder, from its bytes alone.

    NoPlan when there never was one, DamagedPlan when it is gone, empty, cut or no plan at all, NewerPlan when
    its schema is newer than `newest`, CannotStore when it can't be read.
    """
    path = folder / PLAN_FILE
    try:
        head, size = _head(path)
    except FileNotFoundError:
        if read_marker(folder) is not None:
            raise DamagedPlan("plan_gone") from None
        raise NoPlan("no_plan") from None
    except OSError as error:
        raise of_system(error) from error
    return check_head(head, size, newest, (folder / JOURNAL_FILE).exists())


def check_head(head: bytes, size: int, newest: int, unfinished: bool = False) -> int:
    """The schema number in the first hundred bytes of a file of this size; errors as `check_header`.

    Beside a journal (`unfinished`) the size may be any: the database itself takes back what was half written.
    """
    if size == 0:
        raise DamagedPlan("plan_empty")
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise DamagedPlan("not_a_plan")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DamagedPlan("not_a_plan")
    version = int.from_bytes(head[60:64], "big")
    if version > newest:
        raise NewerPlan("newer_plan", version=version, newest=newest)
    if version < 1:
        raise DamagedPlan("not_a_plan")
    if not unfinished and _is_cut(head, size):
        raise DamagedPlan("plan_cut")
    return version


def _is_cut(head: bytes, size: int) -> bool:
    page = int.from_bytes(head[16:18], "big")
    page = 65_536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    return page < 512 or size < page * pages or size % page != 0


def _head(path: Path) -> tuple[bytes, int]:
    if path.exists() and not path.is_file():
        raise CannotStore("cannot_open")
    with path.open("rb") as file:
        head = file.read(_HEADER)
        size = file.seek(0, 2)
    return head, size


def read_marker(folder: Path) -> Marker | None:
    """The marker, or None when there is none. One that can't be read still says that a plan existed."""
    path = folder / MARKER_FILE
    try:
        text = b"" if path.exists() and not path.is_file() else path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return Marker("", 0)
    try:
        said = json.loads(text)
        return Marker(str(said["since"]), int(said["rows"]), bool(said["practice"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Marker("", 0)


def write_marker(folder: Path, marker: Marker) -> None:
    """Put the marker beside the plan. CannotStore when the folder takes nothing."""
    text = json.dumps({"since": marker.since, "rows": marker.rows, "practice": bool(marker.practice)})
    try:
        atomic_write(folder / MARKER_FILE, text.encode())
    except OSError as error:
        raise of_system(error) from error
