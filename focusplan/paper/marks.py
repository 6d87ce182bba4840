"""What stands on a printed page: marks in a fixed unit, drawn the same on a screen, a printer and in a PDF.

Everything is measured in twentieths of a point, so that letters, boxes and lines keep their proportions on
any device and Qt never rounds a letter to a screen's pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTextLayout

UNITS_PER_POINT = 20
UNITS_PER_INCH = 72 * UNITS_PER_POINT
SIZES_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of the papers that are offered."""

BLACK = QColor(0, 0, 0)
WHITE = QColor(255, 255, 255)


def points(value: float) -> float:
    """Points in units."""
    return value * UNITS_PER_POINT


def mm(value: float) -> float:
    """Millimetres in units."""
    return value * UNITS_PER_INCH / 25.4


class Mark(Protocol):
    """Anything that can be drawn on a page."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the page's corner at (x, y) units."""


@dataclass(frozen=True)
class TextMark:
    """Laid-out text; `x`, `y` is the corner of its first line."""

    layout: QTextLayout
    x: float
    y: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(BLACK)
        self.layout.draw(painter, QPointF(x + self.x, y + self.y))


@dataclass(frozen=True)
class LineMark:
    """A straight line; `dashed` is the one to fold at."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    dashed: bool = False

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        pen = QPen(BLACK, self.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dashed:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(QLineF(x + self.x1, y + self.y1, x + self.x2, y + self.y2))


@dataclass(frozen=True)
class BoxMark:
    """A box to tick or to write in; `ticked` shows that it was done before printing."""

    x: float
    y: float
    width: float
    height: float
    pen: float
    radius: float = 0.0
    ticked: bool = False

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        inset = self.pen / 2
        rect = QRectF(x + self.x, y + self.y, self.width, self.height).adjusted(inset, inset, -inset, -inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(BLACK, self.pen))
        painter.drawRoundedRect(rect, self.radius, self.radius)
        if self.ticked:
            draw_tick(painter, rect, BLACK, self.pen * 1.6)


@dataclass(frozen=True)
class SquareMark:
    """A goal's week, told apart by shape alone: met, missed, running; anything else is striped."""

    x: float
    y: float
    size: float
    kind: str

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        rect = QRectF(x + self.x, y + self.y, self.size, self.size)
        thin = points(0.8)
        if self.kind == "met":
            painter.fillRect(rect, QBrush(BLACK))
            draw_tick(painter, rect, WHITE, points(1.1))
            return
        pen = points(1.8) if self.kind == "running" else thin
        outline = rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(BLACK, pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
        )
        painter.drawRect(outline)
        if self.kind not in ("missed", "running"):
            painter.setPen(QPen(BLACK, thin))
            for part in (1 / 3, 2 / 3, 1.0):
                reach = self.size * part
                painter.drawLine(QLineF(rect.left(), rect.top() + reach, rect.left() + reach, rect.top()))
            reach = self.size / 2
            painter.drawLine(QLineF(rect.left() + reach, rect.bottom(), rect.right(), rect.top() + reach))


def draw_tick(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    """A tick that fills `rect` but for its rim."""
    path = QPainterPath(QPointF(rect.left() + rect.width() * 0.22, rect.top() + rect.height() * 0.53))
    path.lineTo(rect.left() + rect.width() * 0.42, rect.top() + rect.height() * 0.73)
    path.lineTo(rect.left() + rect.width() * 0.78, rect.top() + rect.height() * 0.28)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)


@dataclass(frozen=True)
class Shifted:
    """Marks that were made around (0, 0), moved to their place."""

    marks: tuple[Mark, ...]
    x: float
    y: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        for mark in self.marks:
            mark.draw(painter, x + self.x, y + self.y)
