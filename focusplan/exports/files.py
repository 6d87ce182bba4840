"""Writes files where the owner wants them, whole or not at all, and nothing else away."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from focusplan.domain.errors import CannotStore, FocusPlanError, WrongUse
from focusplan.paths import atomic_write, sync_folder

HEAD = 65_536
"""Bytes of an earlier file that are looked at."""
LIST = "focusplan-tables.json"
"""What is in a folder of tables: columns by their ids, and check sums by which our own files are known."""


def write_file(file: Path, content: bytes, ending: str, ours: Callable[[bytes], bool]) -> None:
    """Put the content at `file`. An earlier one of `ours` is replaced; any other file is left as it is.

    WrongUse export_ending (a name that says something else), export_there; CannotStore file_not_written,
    file_disk_full.
    """
    if file.suffix.lower() not in ("", ending):
        raise WrongUse("export_ending", file=file.name, ending=ending)
    try:
        if not file.exists():
            atomic_write(file, content)
        elif not stat.S_ISREG(file.stat().st_mode):
            _write_through(file, content)
        elif _is_ours(file, ours):
            atomic_write(file, content)
        else:
            raise WrongUse("export_there", file=file.name)
    except (OSError, ValueError) as error:
        raise _not_written(file, error) from None


def write_folder(folder: Path, files: Mapping[str, bytes], about: Mapping[str, object]) -> None:
    """Put these files and a list of them into `folder`, all or none. Files we wrote before, and nobody
    changed since, are replaced. WrongUse export_there, export_no_folder; CannotStore as `write_file`."""
    sums = {name: _sum(content) for name, content in files.items()}
    listed = json.dumps({**about, "files": sums}, ensure_ascii=False, indent=1).encode() + b"\n"
    everything = {**files, LIST: listed}
    try:
        if folder.is_dir():
            _refuse_foreign(folder, everything)
            _into(folder, everything)
        elif folder.exists():
            raise WrongUse("export_no_folder", file=folder.name)
        else:
            _as_new(folder, everything)
    except (OSError, ValueError) as error:
        raise _not_written(folder, error) from None


def read_whole(file: Path, most: int) -> bytes | None:
    """The bytes of a file; None when there are more than `most`. OSError when it can't be read."""
    with file.open("rb") as opened:
        content = opened.read(most + 1)
    return content if len(content) <= most else None


def _is_ours(file: Path, ours: Callable[[bytes], bool]) -> bool:
    with file.open("rb") as old:
        head = old.read(HEAD)
    return not head or ours(head)


def _write_through(file: Path, content: bytes) -> None:
    """A device or a pipe is written to, never replaced."""
    with file.open("wb") as device:
        device.write(content)


def _not_written(file: Path, error: Exception) -> FocusPlanError:
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return CannotStore("file_disk_full" if full else "file_not_written", file=str(file))


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refuse_foreign(folder: Path, files: Mapping[str, bytes]) -> None:
    known: dict[str, str] = {}
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        known = dict(json.loads((folder / LIST).read_bytes())["files"])
    for name in files:
        path = folder / name
        if not path.exists() or (name == LIST and known):
            continue
        if not path.is_file() or _sum(path.read_bytes()) != known.get(name):
            raise WrongUse("export_there", file=str(path))


def _as_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """A folder that appears with everything in it."""
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.absolute().parent))
    try:
        for name, content in files.items():
            atomic_write(new / name, content)
        os.rename(new, folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    sync_folder(folder.absolute().parent)


def _into(folder: Path, files: Mapping[str, bytes]) -> None:
    """Everything stands beside first; then each file takes its name, and gives it back if one can't."""
    waiting = Path(tempfile.mkdtemp(prefix=".focusplan-", dir=folder))
    moved: list[str] = []
    try:
        for name, content in files.items():
            atomic_write(waiting / name, content)
        for name in files:
            _swap(folder, waiting, name, moved)
    except BaseException:
        for name in reversed(moved):
            _swap_back(folder, waiting, name)
        raise
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    sync_folder(folder)


def _swap(folder: Path, waiting: Path, name: str, moved: list[str]) -> None:
    moved.append(name)
    if (folder / name).exists():
        os.replace(folder / name, waiting / f"{name}.old")
    os.replace(waiting / name, folder / name)


def _swap_back(folder: Path, waiting: Path, name: str) -> None:
    old = waiting / f"{name}.old"
    with contextlib.suppress(OSError):
        if old.exists():
            os.replace(old, folder / name)
        elif not (waiting / name).exists():
            (folder / name).unlink(missing_ok=True)
