"""The navigation at the left: the places, the present one marked, and what is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.icons import icon_of


class Rail(QFrame):
    """Places by id; `chosen` carries the id of the one a person went to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("kind", "rail")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 20, 12, 16)
        self._column.setSpacing(4)
        self._brand = QLabel("FocusPlan")
        self._brand.setObjectName("rail_brand")
        self._brand.setProperty("kind", "brand")
        self._column.addWidget(self._brand)
        self._column.addSpacing(12)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._column.addStretch(1)
        self._foot = QLabel()
        self._foot.setObjectName("rail_foot")
        self._foot.setProperty("kind", "soft")
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setWordWrap(True)
        self._column.addWidget(self._foot)
        self._practice = QLabel()
        self._practice.setObjectName("rail_practice")
        self._practice.setProperty("kind", "soft")
        self._practice.setWordWrap(True)
        self._column.insertWidget(self._column.count() - 1, self._practice)
        self._practice.hide()

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """The places as id and title, in order; called again after a change of language."""
        for place, title in places:
            button = self._buttons.get(place) or self._add(place)
            button.setText(title)
            button.setAccessibleName(title)
        self.setAccessibleName(_("Places"))

    def _add(self, place: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"place_{place}")
        button.setProperty("kind", "place")
        button.setCheckable(True)
        button.setIcon(icon_of(place))
        button.toggled.connect(lambda on, name=place: self.chosen.emit(name) if on else None)
        self._group.addButton(button)
        self._buttons[place] = button
        self._column.insertWidget(2 + len(self._buttons) - 1, button)
        return button

    def mark(self, place: str) -> None:
        """Show this place as the present one, without going there."""
        button = self._buttons[place]
        button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(False)

    def set_foot(self, saved: str, practice: str) -> None:
        """What stands at the foot; `practice` is shown while the plan is one for practice."""
        self._foot.setText(saved)
        self._practice.setText(practice)
        self._practice.setVisible(bool(practice))

    def refresh_icons(self) -> None:
        """Draw the icons anew after a change of colours."""
        for place, button in self._buttons.items():
            button.setIcon(icon_of(place))
