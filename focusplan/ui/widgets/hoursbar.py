"""A day from midnight to midnight as a bar, the allowed hours filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_DAY = 1440


class HoursBar(QWidget):
    """Only a picture: the times beside it say the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_spans(self, spans: tuple[tuple[int, int], ...]) -> None:
        """The filled times in minutes since midnight."""
        self._spans = spans
        self.update()

    def sizeHint(self) -> QSize:
        high = max(8, self.fontMetrics().height() // 2)
        return QSize(high * 16, high)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.height() * 2, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing where there is too little room for a day to be read from it."""
        if self.width() < 8 * self.height():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_by = track.height() / 2
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(track, round_by, round_by)
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        for start, end in self._spans:
            left = track.left() + track.width() * start / _DAY
            wide = max(2.0, track.width() * (end - start) / _DAY)
            painter.drawRoundedRect(
                QRectF(left, track.top(), wide, track.height()), round_by / 2, round_by / 2
            )
        painter.end()
