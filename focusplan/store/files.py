"""Files of databases: made for their owner alone, taken away whole."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from focusplan.paths import make_private_folder
from focusplan.store.copies import sweep
from focusplan.store.failures import of_system
from focusplan.store.header import MARKER_FILE, PLAN_FILE


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


def sweep_folder(folder: Path) -> None:
    """Take away what a killed program left behind; only who holds the lock may do so."""
    for path in folder.glob(".plan.*"):
        if path.name.startswith((f".{MARKER_FILE}.", f".{PLAN_FILE}.")):
            remove_database(path)
    sweep(folder)
