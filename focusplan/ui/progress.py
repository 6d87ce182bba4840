"""Work that takes longer than a moment: it says so, shows how far it is, and can be stopped."""

from __future__ import annotations

from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QPushButton, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.labels import PlainLabel

PATIENCE = 100
"""Milliseconds after which waiting is explained."""


class Stopped(Exception):
    """The owner pressed *Stop*."""


class Progress:
    """A small window while something is being made. Used with `with`; whoever makes it calls `tell`."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        self.dialog = QProgressDialog(parent)
        self.dialog.setObjectName("progress")
        self.dialog.setWindowTitle("FocusPlan")
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(PATIENCE)
        self.dialog.setAutoReset(False)
        words: QLabel = PlainLabel(text, name="progress_text")
        self.dialog.setLabel(words)
        stop = QPushButton(_("Stop"))
        stop.setObjectName("progress_stop")
        self.dialog.setCancelButton(stop)
        self.dialog.setAccessibleName(text)

    def tell(self, done: int, whole: int) -> None:
        """So much of the whole is done. Stopped when the owner wants no more of it."""
        self.dialog.setMaximum(max(1, whole))
        self.dialog.setValue(done)
        if self.dialog.wasCanceled():
            raise Stopped

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dialog.close()
        self.dialog.deleteLater()
