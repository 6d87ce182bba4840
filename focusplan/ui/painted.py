"""Waiting until something stands on the screen: what takes long begins only then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_LATEST = 2000
"""Milliseconds; a window that begins as a small picture in a bar is not painted at all."""


class AfterPaint(QObject):
    """Does something once, after `widget` has been drawn for the first time from now on."""

    def __init__(self, widget: QWidget, do: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._do: Callable[[], object] | None = do
        widget.installEventFilter(self)
        QTimer.singleShot(AT_LATEST, self, self._now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._now)
        return False

    def _now(self) -> None:
        do, self._do = self._do, None
        if do is not None:
            self._widget.removeEventFilter(self)
            do()
            self.deleteLater()
