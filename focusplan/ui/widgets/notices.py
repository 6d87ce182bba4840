"""What the program says beside the work: a banner that stays, a word that passes, a page without content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room, scaled

SHOWN_FOR = 10_000
"""Milliseconds a passing word stays; it waits while it is pointed at or has the focus."""


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Banner(QFrame):
    """One or two sentences above a page, with buttons at its right. `tone`: sun, accent, sky, clay."""

    def __init__(self, name: str, text: str, tone: str = "sun", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        looks(self, kind="banner", tone=tone)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        room(row, 14, 10, gap=12)
        self.label = PlainLabel(text, name=f"{name}_text")
        row.addWidget(self.label, 1)
        self._buttons = FlowLayout(gap=8)
        row.addLayout(self._buttons)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right."""
        self._buttons.addWidget(button)


class EmptyState(Card):
    """A page or card without content yet: what it will show, and the one thing to do now."""

    def __init__(self, name: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        room(self.content, 34, 30, gap=14)
        self.setAccessibleName(title)
        self.content.addWidget(PlainLabel(title, size="title", name=f"{name}_title"))
        if text:
            self.content.addWidget(PlainLabel(text, size="lead", tone="soft", name=f"{name}_text"))


class Toast(QFrame):
    """A word that passes at the foot of its window, with *Undo* where there is something to undo."""

    undone = Signal()

    def __init__(self, parent: QWidget, name: str = "toast") -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName(name)
        looks(self, kind="toast")
        self._row = row = QHBoxLayout(self)
        room(row, 16, 10, gap=14)
        self.label = PlainLabel(name=f"{name}_text")
        row.addWidget(self.label, 1)
        self.undo = Button(_("Undo"), f"{name}_undo", parent=self)
        self.undo.clicked.connect(self._undo)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._pass)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, can_undo: bool = False, spoken_undo: str = "") -> None:
        """Say it on screen and to readers; `spoken_undo` names what undoing would take back."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.undo.set_text(_("Undo"), spoken=spoken_undo)
        self.undo.setVisible(can_undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _pass(self) -> None:
        if self.underMouse() or self.undo.hasFocus():
            self._timer.start()
            return
        self.hide()

    def _undo(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()

    def _place(self) -> None:
        """In the middle of the foot, at most two thirds of the window wide."""
        host = self._host
        self.setMaximumWidth(max(scaled(240), host.width() * 2 // 3))
        self.adjustSize()
        width = min(self.sizeHint().width(), self.maximumWidth())
        height = max(self.sizeHint().height(), self._row.heightForWidth(width))
        left = (host.width() - width) // 2
        self.setGeometry(left, host.height() - height - scaled(20), width, height)


class DayHeader(QWidget):
    """A day of the week: its name strong, beside it what its time is; `today` says so by colour too."""

    def __init__(
        self, name: str, title: str, note: str = "", today: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(f"{title}, {note}" if note else title)
        column = QVBoxLayout(self)
        room(column, 0, 8, 0, 2, gap=4)
        row = QHBoxLayout()
        room(row, gap=8)
        heading = PlainLabel(title, strong=True, name=f"{name}_title")
        heading.setWordWrap(False)
        row.addWidget(heading, 0, Qt.AlignmentFlag.AlignBaseline)
        tone = "accent" if today else "soft"
        beside = PlainLabel(note, size="small", tone=tone, strong=True, name=f"{name}_note")
        row.addWidget(beside, 1, Qt.AlignmentFlag.AlignBaseline)
        column.addLayout(row)
