"""A box to tick with words beside it that may break into lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room


class Words(PlainLabel):
    """Pressing them ticks the box they belong to."""

    def __init__(self, text: str, box: QCheckBox, name: str = "") -> None:
        super().__init__(text, name=name)
        self._box = box
        self.setBuddy(box)

        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As a box with words of its own has it."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            inside = self.rect().contains(event.position().toPoint())
            if event.button() == Qt.MouseButton.LeftButton and inside:
                self._box.click()
        return False


def tick_line(box: QCheckBox, words: Words) -> QHBoxLayout:
    """The box at the first line of its words."""
    made = QHBoxLayout()
    looks(box, kind="bare")
    room(made, gap=8)
    made.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    return made
