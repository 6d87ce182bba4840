"""The navigation at the left: the places, the present one marked, and what is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from focusplan.i18n import _
from focusplan.ui.palette import colour
from focusplan.ui.widgets.icons import give_icon
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import room, scaled

WIDTH = 212
"""In pixels; large letters widen it only as far as its own words need, so that the page keeps its room."""


class Mark(QWidget):
    """The program's ring, in the colour that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(22), scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        thick = scaled(6)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), thick))
        painter.setBrush(colour("accent_soft"))
        half = thick / 2
        painter.drawEllipse(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()


class Rail(QFrame):
    """Places by id; `chosen` carries the id of the one a person went to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("kind", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._outer = outer = QVBoxLayout(self)
        room(outer, 12, 20, 12, 18, gap=6)
        brand = QLabel("FocusPlan")
        brand.setTextFormat(Qt.TextFormat.PlainText)
        brand.setObjectName("rail_brand")
        brand.setProperty("kind", "brand")
        head = QHBoxLayout()
        room(head, 10, 0, 0, 18, gap=10)
        head.addWidget(Mark())
        head.addWidget(brand)
        head.addStretch(1)
        outer.addLayout(head)
        self._places = QVBoxLayout()
        room(self._places, gap=2)
        outer.addLayout(self._places)
        outer.addStretch(1)
        self._practice = PlainLabel(size="small", tone="soft", name="rail_practice")
        self._saved = PlainLabel(size="small", tone="soft", name="rail_foot")
        foot = QVBoxLayout()
        room(foot, 10, 0, gap=3)
        foot.addWidget(self._practice)
        foot.addWidget(self._saved)
        outer.addLayout(foot)

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """The places as id and title, in order; called again after a change of language."""
        for number, (place, title) in enumerate(places, start=1):
            button = self._buttons.get(place) or self._add(place)
            button.setText(title)
            button.setAccessibleName(title)
            button.setAccessibleDescription(_("Ctrl and {number}").format(number=number))
        self.setAccessibleName(_("Places"))

    def mark(self, place: str) -> None:
        """Show this place as the present one, without going there."""
        button = self._buttons[place]
        blocked = button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(blocked)

    def set_foot(self, saved: str, practice: str) -> None:
        """What stands at the foot; `practice` is shown while the plan is one for practice."""
        self._saved.setText(saved)
        self._practice.setText(practice)
        self._practice.setVisible(bool(practice))

    def add_above_foot(self, widget: QWidget) -> None:
        """Put something above what is said at the foot."""
        place = self._outer.count() - 1
        self._outer.insertWidget(place, widget)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest place, and no narrower than the picture of the house."""
        hint = super().sizeHint()
        return QSize(max(self.minimumSizeHint().width(), WIDTH), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew after a change of colours or of the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for place, button in self._buttons.items():
                give_icon(button, place)

    def _add(self, place: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"place_{place}")
        button.setProperty("kind", "place")
        button.setCheckable(True)
        button.setAutoExclusive(True)  # heard as one choice of several, not as a box to tick
        give_icon(button, place)
        button.toggled.connect(lambda on, name=place: self.chosen.emit(name) if on else None)
        self._group.addButton(button)
        self._buttons[place] = button
        self._places.addWidget(button)
        return button
