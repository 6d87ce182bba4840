"""About FocusPlan, what is new, and moving house: each in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from focusplan import i18n, paths
from focusplan.i18n import _, day_with_year
from focusplan.ui.about import facts
from focusplan.ui.help.dialogs import Reading
from focusplan.ui.help.guide import chapters
from focusplan.ui.parts import combo, heard, label
from focusplan.ui.widgets.space import room, scaled


def document(kind: str) -> Path:
    """The text `moving` or `news` in the language of now, else in English."""
    folder = paths.resources() / kind
    found = folder / f"{i18n.language()}.md"
    return found if found.is_file() else folder / "en.md"


def _chapters(kind: str, name: str) -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    column = QVBoxLayout(body)
    room(column, 0, 0, 10, 0, gap=10)
    for number, chapter in enumerate(chapters(document(kind).read_text(encoding="utf-8"))):
        column.addSpacing(scaled(6))
        column.addWidget(label(chapter.title, "heading", f"{name}_{number}_title"))
        for place, paragraph in enumerate(chapter.paragraphs):
            column.addWidget(label(paragraph, "body", f"{name}_{number}_{place}"))
    return body, column


class MovingDialog(Reading):
    """How a plan moves; `save` makes a copy as the file it is given and answers whether it did."""

    def __init__(self, parent: QWidget | None, day: str, save: Callable[[Path], bool]) -> None:
        body, column = _chapters("moving", "moving")
        self.saved = label("", "strong", "moving_saved")
        self.saved.hide()
        column.addWidget(self.saved)
        column.addStretch(1)
        super().__init__(parent, "moving", _("Moving house"), body)
        self._day, self._save = day, save
        self.beside("moving_save", _("&Save a copy to take along…"), self._take)

    def _take(self) -> None:
        first = str(Path.home() / f"FocusPlan {self._day}.focusplan")
        kinds = _("FocusPlan copies") + " (*.focusplan)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), first, kinds)
        if not chosen:
            return
        file = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".focusplan")
        if self._save(file):
            self.saved.setText(_("It is saved: {file}").format(file=file))
            self.saved.show()
            self.area.ensureWidgetVisible(self.saved)


class NewsDialog(Reading):
    """What each version brought, the newest first."""

    def __init__(self, parent: QWidget | None) -> None:
        body, column = _chapters("news", "news")
        column.addStretch(1)
        super().__init__(parent, "news", _("What is new"), body)


class AboutDialog(Reading):
    """Version and date, how to update, and the licences."""

    def __init__(self, parent: QWidget | None) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        room(column, 0, 0, 10, 0, gap=10)
        column.addWidget(label(version(), "strong", "about_program_version"))
        column.addWidget(label(_update(), "body", "about_program_update"))
        column.addWidget(label(_("Licence"), "heading"))
        column.addWidget(label(_licence(), "body", "about_program_licence"))
        column.addWidget(label(_("Made with the work of others"), "heading"))
        self._parts = facts.parts()
        self.part = self._choice()
        self.text = QPlainTextEdit()
        self.text.setObjectName("about_program_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Licence text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(scaled(220))
        asked = label(_("Which part?"), "body")
        asked.setBuddy(self.part)
        column.addWidget(asked)
        column.addWidget(self.part)
        column.addWidget(self.text, 1)
        self.part.currentIndexChanged.connect(self._show)
        self._show()
        super().__init__(parent, "about_program", _("About FocusPlan"), body)

    def _choice(self) -> QComboBox:
        names = [(str(n), " ".join(filter(None, (p.name, p.version)))) for n, p in enumerate(self._parts)]
        return combo("about_program_part", heard(_("Which part?")), names, "0")

    def _show(self) -> None:
        if self._parts:
            part = self._parts[max(0, self.part.currentIndex())]
            self.text.setPlainText("\n\n".join(filter(None, (part.licence, part.text))))


def version() -> str:
    """The version, and the day it was built from where that is known."""
    day = facts.built_on()
    if day is None:
        return _("Version {version}, run from its source").format(version=paths.VERSION)
    return _("Version {version} of {day}").format(version=paths.VERSION, day=day_with_year(day))


def _update() -> str:
    return _(
        "FocusPlan never looks for a newer version by itself. Get it where you got this one and install it"
        " over this one: your plan stays, and a copy of it is made before anything changes."
    )


def _licence() -> str:
    chosen = facts.licence()
    if chosen:
        return _("FocusPlan itself stands under this licence: {licence}").format(licence=chosen)
    return _("No licence has been chosen for FocusPlan itself yet; all rights are reserved.")
