"""Choices of this computer: language, appearance, text size, and where the data lies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from focusplan import i18n, settings
from focusplan.i18n import _, percent
from focusplan.ui import style
from focusplan.ui.parts import button, combo, label, row
from focusplan.ui.widgets.form import Form
from focusplan.ui.widgets.space import room

SIZES = (90, 100, 110, 125, 150, 175, 200)


class ComputerCard(QFrame):
    """Each choice shows at once and is kept at once. `spoken` carries another language."""

    spoken = Signal(str)
    refused = Signal(str)

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_computer_card")
        self.setProperty("kind", "card")
        chosen = settings.load()
        names = list(i18n.NATIVE_NAMES.items())
        looks = [
            ("system", _("As the computer")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
        ]
        sizes = [(str(size), percent(size)) for size in sorted({*SIZES, chosen.text_size})]
        self.language = combo("settings_language", _("Language"), names, i18n.language())
        self.look = combo("settings_appearance", _("Appearance"), looks, chosen.appearance)
        self.text_size = combo("settings_text_size", _("Text size"), sizes, str(chosen.text_size))
        self.folder = self._folder(home)
        open_it = button(
            "settings_open_folder", _("&Open"), lambda: self._open(home), "normal", _("Open the data folder")
        )
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=10)
        column.addWidget(label(_("This computer"), "heading"))
        form = Form()
        form.ask(_("&Language"), self.language)
        form.ask(_("A&ppearance"), self.look)
        form.ask(_("Text si&ze"), self.text_size)
        form.ask(_("Your data lies in"), self.folder, row(self.folder, open_it))
        column.addLayout(form)
        column.addWidget(label(_("No account, no network, nothing leaves this computer."), "soft"))
        self.language.activated.connect(self._speak)
        self.look.activated.connect(self._show)
        self.text_size.activated.connect(self._show)

    def _folder(self, home: Path) -> QLineEdit:
        """The folder's name to read and to copy."""
        field = QLineEdit(str(home))
        field.setObjectName("settings_folder")
        field.setAccessibleName(_("Data folder"))
        field.setReadOnly(True)
        field.setCursorPosition(0)
        return field

    def _open(self, home: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(home)))

    def _speak(self) -> None:
        language = str(self.language.currentData())
        self._keep(language=language)
        self.spoken.emit(language)

    def _show(self) -> None:
        look, size = str(self.look.currentData()), int(str(self.text_size.currentData()))
        self._keep(appearance=look, text_size=size)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, look, size)

    def _keep(self, **choices: object) -> None:
        try:
            settings.save(replace(settings.load(), **choices))  # type: ignore[arg-type]
        except OSError:
            self.refused.emit(
                _("This choice can't be kept for the next start: its folder can't be written to.")
            )
