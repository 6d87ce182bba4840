"""A title that can be pressed and goes on in the next line where its line ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room


class TitleButton(QPushButton):
    """Shows what belongs to it and hides it again; `turned` tells which, and a reader hears what pressing it
    would do. Enter presses it as Space does."""

    turned = Signal(bool)
    pulled = Signal()
    """It was pressed and pulled away, which is no click."""

    def __init__(self, text: str, name: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.opened = False
        self._pressed: QPoint | None = None
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        looks(self, kind="title")
        self._inner = QHBoxLayout(self)
        room(self._inner, 6, 3, gap=0)
        self._words = PlainLabel(text, tone=tone, name=f"{name}_text")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inner.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.turn)
        self._say()

    def set_opened(self, on: bool) -> None:
        """Look as if what belongs to it were shown, without telling."""
        self.opened = on
        looks(self._words, strong=on)
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Beyond a small way the button lets go, so that the job can be carried off."""
        super().mouseMoveEvent(event)
        start = self._pressed if event.buttons() & Qt.MouseButton.LeftButton else None
        far = QApplication.startDragDistance()
        if start is not None and (event.position().toPoint() - start).manhattanLength() >= far:
            self._pressed = None
            self.setDown(False)
            self.pulled.emit()

    def turn(self) -> None:
        """Show it, or hide it again."""
        self.set_opened(not self.opened)
        self.turned.emit(self.opened)

    def _say(self) -> None:
        shows, hides = _("Shows why, how and when it is done"), _("Hides why, how and when it is done")
        self.setAccessibleDescription(hides if self.opened else shows)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inner.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner.minimumSize()
