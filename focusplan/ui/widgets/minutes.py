"""How long something took, by one click or typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.space import scaled
from focusplan.ui.widgets.textfield import TextField

STEPS = (5, 10, 15, 20, 30)
MOST = 1440


class MinutesRow(QWidget):
    """`took 5 10 15 20 30 …`; `chosen` carries the minutes. `about` is the job's title, for readers."""

    chosen = Signal(int)

    def __init__(
        self, name: str, about: str, taken: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Minutes it took: {job}").format(job=about))
        flow = FlowLayout(self, gap=5)
        word = PlainLabel(_("took"), size="small", tone="soft")
        word.setWordWrap(False)
        flow.addWidget(word)
        self._buttons = {minutes: self._button(minutes, about) for minutes in STEPS}
        for button in self._buttons.values():
            flow.addWidget(button)
        self.other = TextField(parent=self)
        self.other.setObjectName(f"{name}_other")
        self.other.setAccessibleName(_("Other minutes: {job}").format(job=about))
        self.other.setPlaceholderText(_("min"))
        self.other.setMaxLength(6)
        self.other.setFixedWidth(scaled(72))
        self.other.returnPressed.connect(self._typed)
        self.other.put_in.connect(self._typed)
        self.other.typed.connect(lambda: looks(self.other, wrong=False))
        flow.addWidget(self.other)
        self.set_taken(taken)

    def set_taken(self, taken: int | None) -> None:
        """Mark what is recorded; a figure that has no button stands in the field."""
        for minutes, button in self._buttons.items():
            blocked = button.blockSignals(True)
            button.setAutoExclusive(False)  # or none of them could be taken off
            button.setChecked(minutes == taken)
            button.blockSignals(blocked)
        for button in self._buttons.values():
            button.setAutoExclusive(True)  # heard as one choice of several
        self.other.setText("" if taken is None or taken in self._buttons else i18n.number(taken))

    def _button(self, minutes: int, about: str) -> Button:
        spoken = _("{time}: {job}").format(time=i18n.minutes(minutes), job=about)
        name = f"{self.objectName()}_{minutes}"
        button = Button(i18n.number(minutes), name, "pill", spoken=spoken, parent=self)
        button.setCheckable(True)
        button.toggled.connect(self._teller(minutes))
        return button

    def _teller(self, minutes: int) -> Callable[[bool], None]:
        def tell(on: bool) -> None:
            if on:
                self.set_taken(minutes)
                self.chosen.emit(minutes)

        return tell

    def _typed(self) -> None:
        """A figure that can't be read is marked and stays to be put right."""
        try:
            minutes = i18n.parse_whole(self.other.text())
        except i18n.NumberWrong:
            minutes = -1
        wrong = not 0 <= minutes <= MOST
        looks(self.other, wrong=wrong)
        if not wrong:
            self.set_taken(minutes)
            self.chosen.emit(minutes)
