"""Work that takes longer than a moment: it says so, shows how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton, QWidget

from focusplan.domain.pace import Tell
from focusplan.i18n import _
from focusplan.ui.widgets.labels import PlainLabel

T = TypeVar("T")

_TIMERS = ("QTimer", "QSingleShotTimer")
PATIENCE = 100
"""Milliseconds after which waiting is explained."""


class Stopped(Exception):
    """The owner pressed *Stop*."""


class _Hush(QObject):
    """Holds back the window's own timers while work goes on, since what they start may want the plan in the
    middle of it. None is lost: a timer that was not heard comes again."""

    def __init__(self, dialog: QProgressDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Timer or watched.metaObject().className() not in _TIMERS:
            return False
        above: QObject | None = watched
        while above is not None and above is not self._dialog:
            above = above.parent()
        return above is None


class Progress:
    """A small window while something is being made. Used with `with`; whoever makes it calls `tell`. With
    `at_once` it is there before the first word, since that may take long."""

    def __init__(self, parent: QWidget | None, text: str, at_once: bool = False) -> None:
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
        self._at_once = at_once
        self._hush = _Hush(self.dialog)

    def tell(self, done: int, whole: int) -> None:
        """So much of the whole is done. Stopped when the owner wants no more of it."""
        self.dialog.setMaximum(max(1, whole))
        self.dialog.setValue(done)
        if self.dialog.wasCanceled():
            raise Stopped

    def __enter__(self) -> Progress:
        QApplication.instance().installEventFilter(self._hush)  # type: ignore[union-attr]
        if self._at_once:
            self.dialog.setValue(0)
            self.dialog.show()
            QApplication.processEvents()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        QApplication.instance().removeEventFilter(self._hush)  # type: ignore[union-attr]
        self.dialog.close()
        self.dialog.deleteLater()


def patiently(parent: QWidget | None, text: str, at_once: bool, work: Callable[[Tell], T]) -> T | None:
    """Do this work, which takes a moment or long, and answer what it gave; None where the owner stopped it.
    What else it raises goes on to the caller."""
    with Progress(parent, text, at_once) as progress:
        try:
            return work(progress.tell)
        except Stopped:
            return None


def when_long(parent: QWidget | None, text: str, work: Callable[[Tell], T]) -> T | None:
    """As `patiently`, for work that is hardly ever long: nothing is made before it tells how far it is."""
    with ExitStack() as stack:
        opened: list[Progress] = []

        def tell(done: int, whole: int) -> None:
            if not opened:
                opened.append(stack.enter_context(Progress(parent, text)))
            opened[0].tell(done, whole)

        try:
            return work(tell)
        except Stopped:
            return None
