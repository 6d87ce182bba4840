"""A word on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from focusplan.ui.widgets.labels import looks, plain_tip
from focusplan.ui.widgets.space import scaled

WIDEST, MOST_PIXELS = 220, 280
"""Its letters take no more, the first at 100 %, the second at any size."""


class Chip(QLabel):
    """`tone`: neutral, accent, solid, sun, clay, sky."""

    def __init__(
        self, text: str, tone: str = "neutral", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        looks(self, kind="chip", letters="small", tone=tone)
        self.set(text, tone)

    def set(self, text: str, tone: str = "neutral") -> None:
        """Show another word, or the same in another colour."""
        line = " ".join(text.split())
        room = min(scaled(WIDEST), MOST_PIXELS)
        shown = self.fontMetrics().elidedText(line[:400], Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setAccessibleName(line)
        self.setToolTip(plain_tip(line) if shown != line else "")
        looks(self, tone=tone)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
