"""One of several things to choose, each with its reasons on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from focusplan.i18n import told
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import room


class PickCard(QFrame):
    """A radio button with a chip, a sentence and rows of label and value; a click anywhere chooses it."""

    picked = Signal()

    def __init__(self, name: str, title: str, chip: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_card")
        self.setProperty("kind", "card")
        self.radio = QRadioButton(title.replace("&", "&&"), self)
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(title)
        self.radio.setProperty("strong", True)
        self.radio.setAutoExclusive(False)
        self.chip = Chip(chip, tone, parent=self)
        self.chip.setVisible(bool(chip))
        top = FlowLayout(gap=8, rows=4)  # a long name keeps its row, and the chip goes below
        top.addWidget(self.radio)
        top.addWidget(self.chip)
        self._column = QVBoxLayout(self)
        room(self._column, 16, 14, gap=8)
        self._column.addLayout(top)
        self.radio.toggled.connect(self._toggle)

    def say(self, text: str, rows: Sequence[tuple[str, str]] = ()) -> None:
        """The sentence and the rows; a reader hears them as the description of the button."""
        reason = self._label(text, "soft")
        self._column.addWidget(reason)
        if rows:
            grid = QGridLayout()
            room(grid, gap=5)
            grid.setColumnStretch(1, 1)
            for number, (what, value) in enumerate(rows):
                grid.addWidget(self._label(what, ""), number, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._label(value, "soft"), number, 1)
            self._column.addLayout(grid)
        self._column.addStretch(1)
        spoken = [text, *(told(what, value) for what, value in rows)]
        self.radio.setAccessibleDescription(" ".join(filter(None, spoken)))

    def set_picked(self, on: bool) -> None:
        """Show whether this one is chosen, without telling."""
        blocked = self.radio.blockSignals(True)
        self.radio.setChecked(on)
        self.radio.blockSignals(blocked)
        self._mark()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.radio.isEnabled():
            self.radio.setChecked(True)
        super().mousePressEvent(event)

    def _toggle(self, on: bool) -> None:
        self._mark()
        if on:
            self.picked.emit()

    def _mark(self) -> None:
        looks(self, kind="chosen" if self.radio.isChecked() else "card")

    def _label(self, text: str, tone: str) -> PlainLabel:
        return PlainLabel(text, tone=tone, parent=self)
