"""A page that keeps in sight what matters: the control that gets the focus, and the first job."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.space import percent, scaled

SHORT = 500
"""Height of a window at 100 % below which large letters would push the first job out of sight."""
BELOW = 2
"""The place behind the heading and the first card."""
_AROUND = 24
"""Room around what is scrolled into sight, at 100 %."""


class Following(QScrollArea):
    """Scrolls to what gets the focus, also where a reader's own tools give it, as Tab does. While it is
    `building`, when a window is come back to, and for the mouse it stays where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.building = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.building or old is None or now is None or QApplication.mouseButtons():
            return
        if self.viewport().isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, scaled(_AROUND))

    def begin_at(self, control: QWidget) -> None:
        """Have this in sight as soon as everything has its place."""
        QTimer.singleShot(0, control, lambda: self.ensureWidgetVisible(control, 0, scaled(_AROUND)))


def place_of_words(column: QVBoxLayout, window: QWidget) -> int:
    """Where in a page's column the words above it go: first of all, or, where large letters leave little
    room, below the heading and what comes first."""
    short = percent() > LARGE and window.height() < scaled(SHORT)
    return min(BELOW, max(0, column.count() - 1)) if short else 0
