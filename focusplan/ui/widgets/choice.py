"""One of a few answers, all of them in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from focusplan.i18n import told
from focusplan.ui.widgets.flow import FlowLayout


class Choice(QWidget):
    """Answers by key, in a row. Tab reaches the chosen one, the arrows change it."""

    changed = Signal(str)

    def __init__(
        self, name: str, spoken: str, answers: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        flow = FlowLayout(self, gap=6)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        for key, text in answers.items():
            button = QRadioButton(text.replace("&", "&&"), self)
            button.setObjectName(f"{name}_{key}")
            button.setAccessibleName(told(spoken, text))
            button.setProperty("kind", "pill")
            button.toggled.connect(self._teller(key))
            self._group.addButton(button)
            self._buttons[key] = button
            flow.addWidget(button)

    def value(self) -> str:
        """The key of the chosen answer; empty before one was chosen."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Show this answer without telling."""
        button = self._buttons.get(key)
        if button is not None:
            blocked = self.blockSignals(True)
            button.setChecked(True)
            self.blockSignals(blocked)

    def _teller(self, key: str) -> Callable[[bool], None]:
        def tell(on: bool) -> None:
            if on:
                self.changed.emit(key)

        return tell
