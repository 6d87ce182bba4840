"""One line to type into. What a reader's own tools put in counts as typed, though no key was pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

REST = 500
"""Milliseconds without a change until a text that was put in from outside is whole."""
_KEYS = QKeySequence.StandardKey
_BESIDE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class TextField(QLineEdit):
    """`typed` carries the text whenever a person changes it, by keys or by a tool; `left` tells that they are
    through with it; `put_in`, before it, that a tool put it in while the field was not in use.

    What the program itself shows goes through `setText` and `clear` and tells nothing: the tools of the
    system write past these two, since they speak with Qt's own field.
    """

    typed = Signal(str)
    put_in = Signal()
    left = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing, self._open = False, False
        self._shown = text
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._rested)
        self.textChanged.connect(self._changed)
        self.editingFinished.connect(self._leave)
        self.setText(text)

    def setText(self, text: str | None) -> None:
        """Show this text; nobody is told."""
        self._showing = True
        super().setText(text or "")
        self._showing = False
        self._shown = self.text()
        self._settled()

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """While the text is the one that was shown, the keys of undo and redo are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = (event.matches(key) for key in (_KEYS.Undo, _KEYS.Redo))
            if self.text() == self._shown and (undo or (redo and not self.isRedoAvailable())):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends the typing, also where a tool has done it."""
        super().focusOutEvent(event)
        if self._open and event.reason() not in _BESIDE:
            self._leave()

    def _changed(self, text: str) -> None:
        if self._showing:
            return
        self._open = True
        self.typed.emit(text)
        if self._open and not self.hasFocus():
            self._rest.start()

    def _rested(self) -> None:
        if self._open and not self.hasFocus():
            self.put_in.emit()
            self._leave()

    def _leave(self) -> None:
        self._settled()
        self.left.emit()

    def _settled(self) -> None:
        self._open = False
        self._rest.stop()
