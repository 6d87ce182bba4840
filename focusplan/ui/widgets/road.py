"""The road from network to network: what runs well, what is learnt now, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from focusplan.i18n import percent
from focusplan.ui.palette import colour
from focusplan.ui.widgets.icons import paint_icon
from focusplan.ui.widgets.labels import PlainLabel, plain_tip
from focusplan.ui.widgets.ring import draw_ring, fitted
from focusplan.ui.widgets.space import room, scaled

SIDE = 68
LEAST_STOP = 150


@dataclass(frozen=True, slots=True)
class Stop:
    """A network on the road. `state`: mastered, active (`progress` in per cent), next (locked) or open."""

    id: str
    name: str
    line: str
    state: str
    progress: int = 0


class StopButton(QPushButton):
    """The circle of a stop; its name and line are what a reader hears."""

    def __init__(self, name: str, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setProperty("kind", "stop")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{stop.name}, {stop.line}")
        self.setToolTip(plain_tip(stop.name))
        self._stop = stop

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE), scaled(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = scaled(6)
        inner = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        draw = {"mastered": self._mastered, "active": self._active, "open": self._open}
        draw.get(self._stop.state, self._locked)(painter, inner)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), gap * 2, gap * 2)
        painter.end()

    def _mastered(self, painter: QPainter, inner: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(inner)
        self._icon(painter, inner, "check", "accent_ink", 0.62)

    def _active(self, painter: QPainter, inner: QRectF) -> None:
        thick = scaled(7)
        half = thick / 2
        ring = inner.adjusted(half - 2, half - 2, 2 - half, 2 - half)
        draw_ring(painter, ring, min(100, max(0, self._stop.progress)) / 100, thick)
        text = percent(self._stop.progress)
        painter.setPen(colour("ink"))
        painter.setFont(fitted(self.font(), text, ring.width() * 0.66, scaled(14), QFont.Weight.Bold))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)

    def _open(self, painter: QPainter, inner: QRectF) -> None:
        painter.setPen(QPen(colour("accent"), scaled(2)))
        painter.setBrush(colour("accent_soft"))
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
        self._icon(painter, inner, "plus", "accent", 0.5)

    def _locked(self, painter: QPainter, inner: QRectF) -> None:
        painter.setPen(QPen(colour("sun"), 1.5))
        painter.setBrush(colour("sun_soft"))
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), scaled(12), scaled(12))
        self._icon(painter, inner, "lock", "sun", 0.5)

    def _icon(self, painter: QPainter, inner: QRectF, name: str, ink: str, share: float) -> None:
        side = inner.width() * share
        where = QRectF(0, 0, side, side)
        where.moveCenter(inner.center())
        paint_icon(painter, name, where, colour(ink))


class Road(QWidget):
    """Stops in order, joined by lines; as many in a row as fit. `chosen` carries a stop's id."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        room(self._grid, gap=12)
        self._stops: tuple[Stop, ...] = ()
        self._places: list[tuple[QWidget, StopButton]] = []
        self._columns = 0

    def set(self, stops: Sequence[Stop], spoken: str) -> None:
        """Show this road; `spoken` sums it up."""
        for place, _button in self._places:
            place.hide()
            place.deleteLater()
        self._stops = tuple(stops)
        self._places = [self._place(stop) for stop in self._stops]
        self.setAccessibleName(spoken)
        self._columns = 0
        self._arrange()

    def _place(self, stop: Stop) -> tuple[QWidget, StopButton]:
        place = QWidget(self)
        column = QVBoxLayout(place)
        room(column, gap=3)
        button = StopButton(f"{self.objectName()}_{stop.id}", stop, place)
        button.clicked.connect(self._teller(stop.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        tone = {"active": "accent", "next": "sun", "open": "accent"}.get(stop.state, "soft")
        for text, label in (
            (stop.name, PlainLabel(stop.name, strong=True)),
            (stop.line, PlainLabel(stop.line, size="small", tone=tone, strong=tone != "soft")),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setVisible(bool(text))
            column.addWidget(label)
        column.addStretch(1)
        place.show()
        return place, button

    def _teller(self, stop: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(LEAST_STOP), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Put the stops into the grid, and let Qt reckon the height anew if their rows have changed."""
        columns = max(1, min(len(self._places), self.width() // scaled(LEAST_STOP)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, _button in self._places:
            self._grid.removeWidget(place)
        for number, (place, _button) in enumerate(self._places):
            self._grid.addWidget(place, *divmod(number, columns), Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._places) - 1):
            self._join(painter, number)
        painter.end()

    def _join(self, painter: QPainter, number: int) -> None:
        """The line from a stop to the next: firm where the way is gone, dotted where it is ahead."""
        first, second = (self._centre(button) for _place, button in self._places[number : number + 2])
        if abs(first.y() - second.y()) > 2:
            return
        apart = scaled(SIDE) * 0.5 + scaled(22)
        if second.x() - first.x() <= 2 * apart + scaled(6):
            return
        gone = self._stops[number + 1].state in ("mastered", "active")
        pen = QPen(colour("accent" if gone else "track"), scaled(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not gone:
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawLine(first + QPointF(apart, 0), second - QPointF(apart, 0))

    def _centre(self, button: StopButton) -> QPointF:
        return QPointF(button.mapTo(self, button.rect().center()))
