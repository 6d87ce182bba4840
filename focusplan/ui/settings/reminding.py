"""How FocusPlan makes itself heard here: notices, the place beside the clock, the start at log-in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from focusplan import settings
from focusplan.i18n import _
from focusplan.ui.help.hints import show_all_again
from focusplan.ui.parts import button, heard, row
from focusplan.ui.reminders.login import start_at_login, starts_at_login
from focusplan.ui.reminders.tray import available
from focusplan.ui.widgets.explain import explained
from focusplan.ui.widgets.space import room
from focusplan.ui.widgets.ticked import Words, tick_line


class RemindingCard(QFrame):
    """Each box is kept at once. `refused` carries why one could not be."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_reminding_card")
        self.setProperty("kind", "card")
        chosen = settings.load()
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=8)
        said = _("Only in your hours, never on a day off, and only while something is left.")
        column.addLayout(explained(_("Reminders"), "settings_reminding", said))
        notices = _("Also as a notice of this &computer")
        tray = _("Closing the window keeps it &beside the clock")
        self.notices = self._box(column, "settings_notices", notices, chosen.notices)
        self.tray = self._box(column, "settings_tray", tray, chosen.tray, available() or chosen.tray)
        self.login = self._box(
            column, "settings_login", _("Start when I lo&g in, out of the way"), starts_at_login()
        )
        self.notices.toggled.connect(lambda on: self._keep(notices=on))
        self.tray.toggled.connect(lambda on: self._keep(tray=on))
        self.login.toggled.connect(self._log_in)
        again = button("settings_hints", _("Show the first sentences aga&in"), show_all_again, "link")
        again.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # cut rather than wide
        column.addLayout(row(again, 1))

    def _box(self, column: QVBoxLayout, name: str, text: str, on: bool, there: bool = True) -> QCheckBox:
        """The words stand beside the box, so that they can break; both are hidden where it is of no use."""
        box = QCheckBox(self)
        box.setObjectName(name)
        box.setAccessibleName(heard(text))
        box.setChecked(on)
        words = Words(text, box, f"{name}_text")
        for part in (box, words):
            part.setVisible(there)
        column.addLayout(tick_line(box, words))
        return box

    def _keep(self, **choices: bool) -> None:
        try:
            settings.save(replace(settings.load(), **choices))  # type: ignore[arg-type]
        except OSError:
            self.refused.emit(
                _("This choice can't be kept for the next start: its folder can't be written to.")
            )

    def _log_in(self, on: bool) -> None:
        try:
            start_at_login(on)
        except OSError:
            self.refused.emit(_("Where this computer keeps what starts at log-in can't be written to."))
            self.login.blockSignals(True)
            self.login.setChecked(starts_at_login())
            self.login.blockSignals(False)
