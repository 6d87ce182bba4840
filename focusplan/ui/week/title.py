"""A title that can be pressed and goes on in the next line where its line ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room


class TitleButton(QPushButton):
    """Shows what belongs to it and hides it again; `turned` tells which, and a reader hears what pressing it
    would do. Enter presses it as Space does."""

    turned = Signal(bool)

    def __init__(self, text: str, name: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.opened = False
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
