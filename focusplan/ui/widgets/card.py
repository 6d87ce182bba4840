"""A card: a title and what belongs under it. A column of cards ends in a stretch, so that they end with their
content; Qt can't promise that of a card whose height depends on its width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from focusplan.ui.widgets.explain import Explain
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import room


class Card(QFrame):
    """`note` stands beside the title in soft letters. Parts are put in with `add`."""

    def __init__(self, name: str, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self.content = QVBoxLayout(self)
        room(self.content, 18, 16, gap=8)
        self.head = QHBoxLayout()
        room(self.head, gap=8)
        if title:
            self.setAccessibleName(title)
            self.title = PlainLabel(title, size="heading", name=f"{name}_title")
            self.head.addWidget(self.title, 0 if note else 1, Qt.AlignmentFlag.AlignBaseline)
            if note:
                beside = PlainLabel(note, tone="soft", name=f"{name}_note")
                self.head.addWidget(beside, 1, Qt.AlignmentFlag.AlignBaseline)
            self.content.addLayout(self.head)

    def add(self, part: QWidget | QLayout) -> None:
        """Put a part below what is there."""
        if isinstance(part, QWidget):
            self.content.addWidget(part)
        else:
            self.content.addLayout(part)

    def explain(self, text: str) -> None:
        """Put what it means at the right of the title, for those who ask."""
        self.add_to_head(Explain(self.objectName(), text))

    def add_to_head(self, part: QWidget) -> None:
        """Put a part at the right of the title."""
        self.head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)


class Line(QFrame):
    """A thin line between two parts; it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)
