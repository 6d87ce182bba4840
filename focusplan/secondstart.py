"""A second start of the window leads to the first one: looked at before anything is drawn or opened."""

from __future__ import annotations

import os
from pathlib import Path

from focusplan import paths
from focusplan.store.lock import Lock, ask_to_raise, raised

WAIT = 3.0
"""Seconds a window may need to hear of it; one that takes longer is busy, and the start says so itself."""


def handed_over(home: Path | None, wait: float = WAIT) -> bool:
    """Whether a window that holds this folder has come to the front instead of a new one."""
    folder = paths.data_home(home)
    lock = Lock(folder)
    if not lock.taken():
        return False
    holder = lock.holder()
    if holder is None or holder.kind != "window":
        return False
    _let_it_come(holder.pid)
    return ask_to_raise(folder) and raised(folder, wait)


def _let_it_come(pid: int) -> None:
    """Windows lets another program come to the front only if the one in front agrees."""
    if os.name == "nt":  # pragma: no cover
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)  # type: ignore[attr-defined,unused-ignore]
