"""A ring that fills: so much of a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from focusplan.ui.palette import colour
from focusplan.ui.widgets.space import scaled

SIDE = 92


class Ring(QWidget):
    """`middle` stands large in the ring, `below` small under it; `spoken` says the same to a reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        self._middle = self._below = ""

    def set(self, value: int, total: int, middle: str, below: str, spoken: str) -> None:
        """Show `value` of `total`; more than the whole fills the ring and no more."""
        self._share = min(1.0, max(0.0, value / total)) if total > 0 else 0.0
        self._middle, self._below = middle, below
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE), scaled(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = scaled(8)
        inner = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        draw_ring(painter, inner, self._share, thick)
        self._write(painter, inner)
        painter.end()

    def _write(self, painter: QPainter, inner: QRectF) -> None:
        large = fitted(self.font(), self._middle, inner.width() * 0.72, scaled(20), QFont.Weight.Bold)
        small = fitted(self.font(), self._below, inner.width() * 0.66, scaled(11), QFont.Weight.Normal)
        middle = inner.center().y() - (scaled(6) if self._below else 0)
        painter.setFont(large)
        painter.setPen(colour("ink"))
        high = scaled(24)
        where = QRectF(inner.left(), middle - high / 2, inner.width(), high)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._middle)
        painter.setFont(small)
        painter.setPen(colour("soft"))
        painter.drawText(where.translated(0, scaled(18)), Qt.AlignmentFlag.AlignCenter, self._below)


def draw_ring(painter: QPainter, inner: QRectF, share: float, thick: float) -> None:
    """The track all round and, over it, the share from the top clockwise."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("track"), max(1.5, thick / 4)))
    painter.drawEllipse(inner)
    if share > 0:
        painter.setPen(QPen(colour("accent"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(inner, 90 * 16, -round(share * 360 * 16))


def fitted(font: QFont, text: str, width: float, pixels: int, weight: QFont.Weight) -> QFont:
    """A font of at most `pixels` in which the text is at most `width` wide."""
    found = QFont(font)
    found.setWeight(weight)
    found.setPixelSize(pixels)
    wide = QFontMetricsF(found).horizontalAdvance(text)
    if wide > width > 0:
        found.setPixelSize(max(7, int(pixels * width / wide)))
    return found
