"""One writer for a data folder: a lock of the operating system on a small file, freed even by a kill.

The file says who holds it, for people; only the lock counts, so a file left over or copied stops nobody.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from focusplan.domain.errors import InUse
from focusplan.paths import atomic_write, make_private_folder

LOCK_FILE = "focusplan.lock"
RAISE_FILE = "focusplan.raise"
"""Written by a second start; the window that holds the lock comes to the front and removes it."""

_PAUSE = 0.05
_BYTE = 1 << 30
"""The locked byte on Windows; far behind the text, since there a locked byte can't be read."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a folder: `kind` is window or command."""

    kind: str
    pid: int
    host: str


class Lock:
    """The lock of one data folder. Who holds it already may hold it again; a window stays one."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def hold(self, kind: str, wait: float) -> None:
        """Take the lock, trying for `wait` seconds. InUse names the holder; CannotStore says why not."""
        if self._handle is not None:
            if kind == "window":
                self._sign(self._handle, kind)
            return
        try:
            make_private_folder(self._path.parent)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            from focusplan.store.failures import of_system

            raise of_system(error) from error
        until = time.monotonic() + wait
        while not _try_lock(handle):
            if time.monotonic() >= until:
                os.close(handle)
                holder = self.holder()
                raise InUse("in_use", kind=holder.kind if holder else "", host=holder.host if holder else "")
            time.sleep(_PAUSE)
        self._handle = handle
        self._sign(handle, kind)

    def taken(self) -> bool:
        """Whether somebody holds the lock now; asking leaves nothing behind, also where nobody ever did."""
        try:
            handle = os.open(self._path, os.O_RDWR)
        except OSError:
            return False
        try:
            if not _try_lock(handle):
                return True
            _unlock(handle)
            return False
        finally:
            os.close(handle)

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        if self._handle is not None:
            _unlock(self._handle)
            os.close(self._handle)
            self._handle = None

    def holder(self) -> Holder | None:
        """What the file says; None when it says nothing that can be read."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return Holder(str(said["kind"]), int(said["pid"]), str(said["host"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _sign(self, handle: int, kind: str) -> None:
        import platform

        text = json.dumps({"kind": kind, "pid": os.getpid(), "host": platform.node()}).encode()
        with contextlib.suppress(OSError):
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, text)
            os.ftruncate(handle, len(text))


def ask_to_raise(folder: Path) -> bool:
    """Leave the wish that the window which holds this folder comes to the front; whether it could be left."""
    try:
        atomic_write(folder / RAISE_FILE, str(os.getpid()).encode())
    except OSError:
        return False
    return True


def raised(folder: Path, wait: float) -> bool:
    """Whether the wish was heard within so many seconds; one that was not is taken back."""
    until = time.monotonic() + wait
    while (folder / RAISE_FILE).exists():
        if time.monotonic() >= until:
            return not asked_to_raise(folder)
        time.sleep(_PAUSE)
    return True


def asked_to_raise(folder: Path) -> bool:
    """Whether a second start asked for the window; the wish is taken away by asking."""
    try:
        (folder / RAISE_FILE).unlink()
    except OSError:
        return False
    return True


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
