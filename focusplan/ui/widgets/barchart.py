"""Bars drawn as vectors: told apart by pattern and outline as well as by colour, each with its figure."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from focusplan.i18n import _, told
from focusplan.resultanswers import Bar, Chart
from focusplan.ui.palette import colour
from focusplan.ui.widgets.labels import plain_tip
from focusplan.ui.widgets.space import scaled

HEIGHT = 118
"""Of the tallest bar, at 100 %."""
WIDEST, SHARE = 44, 0.62
LOOKS = {"minutes": ("accent", Qt.BrushStyle.SolidPattern), "results": ("sun", Qt.BrushStyle.BDiagPattern)}


class BarChart(QWidget):
    """One row of bars. Readers hear the title and the sentence; pointing at a bar tells its dates."""

    def __init__(self, name: str, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chart = chart
        self.setAccessibleName(told(chart.title, chart.spoken))
        self.setAccessibleDescription("; ".join(bar_told(bar) for bar in chart.bars))

    def sizeHint(self) -> QSize:
        return QSize(scaled(460), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(220), self._height())

    def _height(self) -> int:
        return scaled(HEIGHT) + 2 * self.fontMetrics().height() + scaled(10)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self.width() / max(1, len(self.chart.bars))
            place = int(event.pos().x() // step)
            if 0 <= place < len(self.chart.bars):
                QToolTip.showText(event.globalPos(), plain_tip(bar_told(self.chart.bars[place])), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        top, floor = float(line + scaled(2)), float(line + scaled(2) + scaled(HEIGHT))
        most = max((bar.value or 0 for bar in self.chart.bars), default=0)
        step = self.width() / max(1, len(self.chart.bars))
        painter.setPen(QPen(colour("track"), 1))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        every, said = self._every(step), self._said(step)
        for place, bar in enumerate(self.chart.bars):
            wide = min(scaled(WIDEST), step * SHARE)
            height = (floor - top) * (bar.value or 0) / most if most else 0.0
            rect = QRectF(place * step + (step - wide) / 2, floor - height, wide, height)
            self._bar(painter, bar, rect, floor, bar.shown if place in said else "")
            if place % every == 0:
                wide = self.fontMetrics().horizontalAdvance(bar.label)
                left = min(place * step + (step - wide) / 2, self.width() - wide)
                self._word(painter, bar.label, max(0.0, left), wide, floor + scaled(3), "soft")
        painter.end()

    def _every(self, step: float) -> int:
        """So many bars share a label where labels are wider than bars."""
        widest = max((self.fontMetrics().horizontalAdvance(bar.label) for bar in self.chart.bars), default=0)
        return max(1, -(-(widest + scaled(4)) // max(1, int(step))))

    def _said(self, step: float) -> set[int]:
        """The bars whose figure stands above them: as many as do not touch; the table has the rest."""
        metrics, end, said = self.fontMetrics(), float("-inf"), set()
        for place, bar in enumerate(self.chart.bars):
            half = metrics.horizontalAdvance(bar.shown) / 2
            centre = (place + 0.5) * step
            if centre - half >= end:
                said.add(place)
                end = centre + half + scaled(3)
        return said

    def _bar(self, painter: QPainter, bar: Bar, rect: QRectF, floor: float, figure: str) -> None:
        tone, pattern = LOOKS.get(self.chart.id, LOOKS["minutes"])
        ink = colour(tone)
        line = self.fontMetrics().height()
        if bar.state == "paused":
            rect = QRectF(rect.left(), floor - scaled(HEIGHT) / 2, rect.width(), scaled(HEIGHT) / 2)
            pen = QPen(colour("track"), 1.2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        elif rect.height() > 0:
            self._filled(painter, rect, ink, pattern, bar.state == "running")
        shown = _("paused") if bar.state == "paused" else figure
        centre = rect.center().x()
        wide = max(rect.width() / SHARE, float(self.fontMetrics().horizontalAdvance(shown)))
        self._word(painter, shown, centre - wide / 2, wide, rect.top() - line - scaled(1), "ink")

    def _filled(
        self, painter: QPainter, rect: QRectF, ink: QColor, pattern: Qt.BrushStyle, running: bool
    ) -> None:
        """A whole week is full, a running one an outline, so that both are told apart without colours."""
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if running else QBrush(ink, pattern))
        inner = rect.adjusted(0.8, min(0.8, rect.height() / 2), -0.8, 0)
        painter.drawRect(inner)

    def _word(self, painter: QPainter, text: str, x: float, wide: float, y: float, tone: str) -> None:
        painter.setPen(colour(tone))
        room = QRectF(x, y, wide, self.fontMetrics().height())
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip, text)


def bar_told(bar: Bar) -> str:
    """A bar in words: its week and its figure."""
    return told(bar.when, bar_value(bar))


def bar_value(bar: Bar) -> str:
    """The figure of a bar in words."""
    if bar.state == "paused":
        return _("paused")
    return bar.shown if bar.value is not None else _("not known")
