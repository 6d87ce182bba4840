"""A copy of a plan that is opened with FocusPlan: from a command line, a folder, or on macOS from the Dock.

Where a window is open already the file's name is left for it in the data folder, beside the wish to come to
the front.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from focusplan import paths

LEFT = "focusplan.open"
"""Holds the file's name for the window that is open."""


def leave(folder: Path | None, file: Path) -> None:
    """Leave the file's name for the window that holds this folder; where that can't be, nothing happens."""
    with suppress(OSError):
        paths.atomic_write(paths.data_home(folder) / LEFT, os.fsencode(file.absolute()))


def left(folder: Path | None) -> Path | None:
    """The file that was left for this folder's window; asking takes the note away."""
    note = paths.data_home(folder) / LEFT
    try:
        name = note.read_bytes()
        note.unlink()
    except OSError:
        return None
    file = Path(os.fsdecode(name))
    return file if file.is_file() else None


class FileAsked(QObject):
    """Hears the system's wish that a file be opened, as macOS says it to a program that runs."""

    def __init__(self, parent: QObject, offer: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self._offer = offer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; everything else goes on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._offer(Path(event.file()))
            return True
        return False
