"""A title that can be pressed and goes on in the next line where its line ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room


class TitleButton(QPushButton):
    """Checked while what belongs to it is shown. Enter presses it as Space does."""

    def __init__(self, text: str, name: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCheckable(True)
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
        self.toggled.connect(lambda on: looks(self._words, strong=on))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inner.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner.minimumSize()
