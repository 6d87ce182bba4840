"""Bars on paper, drawn as lines and areas: told apart in black and white, each with its figure above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from focusplan.i18n import _, in_a_row
from focusplan.paper.lettering import Style, advance, block, shortened
from focusplan.paper.marks import BLACK, LineMark, Mark, mm, points
from focusplan.paper.pieces import Piece
from focusplan.resultanswers import Bar, Chart

HEIGHT = mm(30)
"""Of the tallest bar."""
_TITLE = Style(10, bold=True)
_FIGURE, _LABEL = Style(8), Style(8)
_WIDEST = mm(11)
_STRIPES = mm(1.3)
LOOKS = {"minutes": "solid", "results": "striped"}


@dataclass(frozen=True)
class AreaMark:
    """A bar: `look` is solid, striped (its outline and lines across), open (an outline) or dashed."""

    x: float
    y: float
    width: float
    height: float
    look: str

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        rect = QRectF(x + self.x, y + self.y, self.width, self.height)
        if self.look == "solid":
            painter.fillRect(rect, QBrush(BLACK))
            return
        pen = QPen(BLACK, points(0.8))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if self.look == "dashed":
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(rect))
        if self.look == "striped":
            painter.setPen(QPen(BLACK, points(0.6)))
            for line in stripes(rect, _STRIPES):
                painter.drawLine(line)


def stripes(rect: QRectF, gap: float) -> list[QLineF]:
    """Lines that rise across a rectangle, cut at its edges."""
    found: list[QLineF] = []
    offset = gap
    while offset < rect.width() + rect.height():
        down, along = min(rect.height(), offset), min(rect.width(), offset)
        low = QPointF(rect.left() + offset - down, rect.top() + down)
        high = QPointF(rect.left() + along, rect.top() + offset - along)
        found.append(QLineF(low, high))
        offset += gap
    return found


def chart_piece(chart: Chart, width: float) -> Piece:
    """A chart with its title; it is never cut by the end of a page."""
    title = block(f"{chart.title} ({chart.axis})" if chart.id == "minutes" else chart.title, _TITLE, width)
    figure = block("0", _FIGURE, width)
    top = title.height + figure.height + mm(1.5)
    marks: list[Mark] = [title.at(0, 0), LineMark(0, top + HEIGHT, width, top + HEIGHT, points(0.8))]
    most = max((bar.value or 0 for bar in chart.bars), default=0)
    step = width / max(1, len(chart.bars))
    for place, bar in enumerate(chart.bars):
        marks += _bar(chart.id, bar, place * step, step, top, most)
    return Piece(top + HEIGHT + figure.height + mm(1), tuple(marks), before=mm(3))


def _bar(chart: str, bar: Bar, x: float, step: float, top: float, most: int) -> list[Mark]:
    wide = min(_WIDEST, step * 0.66)
    left, floor = x + (step - wide) / 2, top + HEIGHT
    height = HEIGHT * (bar.value or 0) / most if most else 0.0
    marks: list[Mark] = []
    if bar.state == "paused":
        marks.append(AreaMark(left, floor - HEIGHT / 2, wide, HEIGHT / 2, "dashed"))
    elif height:
        look = "open" if bar.state == "running" else LOOKS[chart]
        marks.append(AreaMark(left, floor - height, wide, height, look))
    shown = _("paused") if bar.state == "paused" else bar.shown
    above = floor - (HEIGHT / 2 if bar.state == "paused" else height)
    marks += _centred(shown, _FIGURE, x, step, above, upwards=True)
    marks += _centred(bar.label, _LABEL, x, step, floor + mm(0.6))
    return marks


def _centred(text: str, style: Style, x: float, step: float, y: float, upwards: bool = False) -> list[Mark]:
    """A word in the middle of its place, cut where it is wider than that."""
    word = shortened(text, style, step * 1.1)
    made = block(word, style, step * 1.2)
    left = x + (step - advance(word, style)) / 2
    return [made.at(left, y - made.height - mm(0.4) if upwards else y)]


def legend(charts: Sequence[Chart]) -> str:
    """What the looks mean, as far as they occur."""
    states = {bar.state for chart in charts for bar in chart.bars}
    unknown = any(bar.value is None and bar.state != "paused" for chart in charts for bar in chart.bars)
    said = []
    if "running" in states:
        said.append(_("open bar: still running"))
    if "paused" in states:
        said.append(_("dashed: paused"))
    if unknown:
        said.append(_("–: not known"))
    return in_a_row(*said)
