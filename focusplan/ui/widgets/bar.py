"""A bar that fills: so much of a target."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from focusplan.ui.palette import colour
from focusplan.ui.widgets.space import scaled


class Bar(QWidget):
    """Only a picture: `spoken` and the words beside it say the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def set(self, value: int, target: int, spoken: str) -> None:
        """Fill `value` of `target`; with no target the bar stays empty."""
        self._share = min(1.0, max(0.0, value / target)) if target > 0 else 0.0
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), scaled(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        outline = QPainterPath()
        outline.addRoundedRect(track, track.height() / 2.5, track.height() / 2.5)
        painter.setClipPath(outline)
        filled = QRectF(track.left(), track.top(), track.width() * self._share, track.height())
        painter.fillRect(filled, colour("accent"))
        painter.setClipping(False)
        painter.setPen(QPen(colour("track"), 1.25))
        painter.drawPath(outline)
        painter.end()
