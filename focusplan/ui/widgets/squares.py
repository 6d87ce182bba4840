"""The weeks of a goal as small squares, and the legend that explains them once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from focusplan.i18n import _
from focusplan.ui.palette import colour
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.icons import paint_icon
from focusplan.ui.widgets.labels import PlainLabel, plain_tip
from focusplan.ui.widgets.space import scaled

SIDE, GAP = 18, 5


@dataclass(frozen=True, slots=True)
class Square:
    """`result`: met, missed, paused, left_out, running or future; `text`: the week's date and words."""

    result: str
    text: str


class WeekSquares(QWidget):
    """Squares in rows, oldest first. `spoken` sums them up; each square tells its week when pointed at.
    `pressed`: somebody wants to know more; a button beside them leads there without the mouse."""

    pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._squares: tuple[Square, ...] = ()
        self._least = 0

    def set(self, squares: Sequence[Square], spoken: str, least: int = 0) -> None:
        """Show these weeks: all of them, or, with `least`, the newest that fit one row and never fewer than
        so many. A reader hears all of them."""
        self._squares, self._least = tuple(squares), least
        self.setAccessibleName(spoken)
        self.setAccessibleDescription("; ".join(square.text for square in squares if square.text))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        step = scaled(SIDE + GAP)
        rows = -(-len(self._shown(width)) // self._per_row(width))
        return max(1, rows) * step - scaled(GAP) + 2

    def sizeHint(self) -> QSize:
        width = max(1, len(self._squares)) * scaled(SIDE + GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(SIDE + GAP) * 4, scaled(SIDE) + 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.at(event.pos())
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(found.text), self)
            return True
        return super().event(event)

    def at(self, place: QPoint) -> Square | None:
        """The square at a place of this widget."""
        for number, square in enumerate(self._shown(self.width())):
            if self._rect(number).contains(place.toPointF()):
                return square
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.at(event.position().toPoint()) is not None:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, square in enumerate(self._shown(self.width())):
            draw_square(painter, self._rect(number), square.result)
        painter.end()

    def _shown(self, width: int) -> tuple[Square, ...]:
        return self._squares[-max(self._least, self._per_row(width)) :] if self._least else self._squares

    def _per_row(self, width: int) -> int:
        return max(1, (width + scaled(GAP)) // scaled(SIDE + GAP))

    def _rect(self, number: int) -> QRectF:
        row, column = divmod(number, self._per_row(self.width()))
        step = scaled(SIDE + GAP)
        return QRectF(column * step + 1, row * step + 1, scaled(SIDE), scaled(SIDE))


class OneSquare(QWidget):
    """One square beside words that say what it means."""

    def __init__(self, result: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = result
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(14) + 2, scaled(14) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_square(painter, QRectF(1, 1, scaled(14), scaled(14)), self._result)
        painter.end()


class Legend(QWidget):
    """What the squares mean, said once a page."""

    def __init__(self, name: str = "legend", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._flow = FlowLayout(self, gap=12)
        for result, text in self._words():
            pair = QWidget(self)
            inner = FlowLayout(pair, gap=5)
            inner.addWidget(OneSquare(result, pair))
            inner.addWidget(_legend_text(text, pair))
            self._flow.addWidget(pair)
        self.setAccessibleName(", ".join(text for _result, text in self._words()))

    @staticmethod
    def _words() -> tuple[tuple[str, str], ...]:
        return (
            ("met", _("kept")),
            ("missed", _("not kept")),
            ("paused", _("pause or holiday")),
            ("running", _("now")),
        )


def _legend_text(text: str, parent: QWidget) -> PlainLabel:
    made = PlainLabel(text, size="small", tone="soft", parent=parent)
    made.setWordWrap(False)
    return made


def draw_square(painter: QPainter, rect: QRectF, result: str) -> None:
    """One week: filled with a tick, an empty outline, striped, or a thick outline for the one that runs."""
    round_by = rect.width() / 4.5
    path = QPainterPath()
    path.addRoundedRect(rect, round_by, round_by)
    if result == "met":
        painter.fillPath(path, colour("accent"))
        side = rect.width() * 0.86
        where = QRectF(0, 0, side, side)
        where.moveCenter(rect.center())
        paint_icon(painter, "check_bold", where, colour("accent_ink"))
        return
    if result in ("paused", "left_out"):
        _stripe(painter, rect, path)
    pen = QPen(colour("accent" if result == "running" else "track"), 1.25)
    if result == "running":
        pen.setWidthF(max(2.25, rect.width() / 8))
    if result == "future":
        pen.setStyle(Qt.PenStyle.DotLine)
        pen.setColor(colour("track", 0.4))
    inset = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), round_by, round_by)


def _stripe(painter: QPainter, rect: QRectF, path: QPainterPath) -> None:
    painter.save()
    painter.setClipPath(path)
    painter.setPen(QPen(colour("track"), max(1.0, rect.width() / 14)))
    step = rect.width() / 3.5
    offset = -rect.width()
    while offset < rect.width():
        start = rect.topLeft() + QPointF(offset, 0)
        painter.drawLine(start, start + QPointF(rect.width(), rect.height()))
        offset += step
    painter.restore()
