"""Putting a copy of the plan back: which one, what is in it, and that it can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from focusplan.answers import ArrivalView, BackupView
from focusplan.domain.errors import Refused
from focusplan.i18n import _, day_with_year, number, time_of_day
from focusplan.services.safekeeping import LARGE
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.parts import combo, label
from focusplan.ui.progress import patiently
from focusplan.workspace import Workspace


class RestoreDialog(Ask):
    """Copies of the program's own folder, newest first, or a file from elsewhere."""

    def __init__(self, workspace: Workspace, copies: tuple[BackupView, ...], parent: QWidget | None) -> None:
        super().__init__(
            parent,
            "restore",
            _("Put a copy back"),
            _("The plan becomes as it was then. What is here now is copied first, so this can be undone."),
            _("Put this copy back"),
        )
        self._workspace = workspace
        self._copies = copies
        items = [(copy.file, when(copy)) for copy in copies]
        self.copy = combo("restore_copy", _("Copy"), items, items[0][0] if items else "")
        self._asked = self.add(_("Which &copy?"), self.copy)
        self.preview = label("", "soft", "restore_preview")
        self.content.addWidget(self.preview)
        self.beside("restore_file", _("Another file…"), self._choose)
        self.copy.currentIndexChanged.connect(self._show)
        self.deed = self._restore
        self._show()

    def _choose(self) -> None:
        title = _("A copy of a plan")
        kinds = ";;".join((_("Plans") + " (*.focusplan *.db *.json)", _("All files") + " (*)"))
        file, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.take(Path(file))

    def take(self, file: Path) -> None:
        """Offer this file as the copy to put back."""
        found = self.copy.findData(str(file))
        if found < 0:
            self.copy.addItem(file.name, str(file))
            found = self.copy.count() - 1
        self.copy.setCurrentIndex(found)

    def _show(self) -> None:
        chosen = str(self.copy.currentData() or "")
        known = next((copy for copy in self._copies if copy.file == chosen), None)
        self.yes.setEnabled(bool(chosen))
        for part in (self._asked, self.copy):
            part.setVisible(self.copy.count() > 0)
        if known is not None:
            self.preview.setText(content(known))
            self.show_problem("")
        elif chosen:
            self._look_into(Path(chosen))
        else:
            self.preview.setText(_("No copy yet."))

    def _look_into(self, file: Path) -> None:
        """Say what is in a file from elsewhere, or why it can't be put back; nothing changes yet."""
        found: list[ArrivalView] = []
        known = self._workspace.arrivals.knows(file)
        safe, text = self._workspace.safekeeping, _("The copy is being looked through…")

        def look() -> None:
            if known:
                found.append(self._workspace.arrivals.look(file))
                return
            seen = patiently(self, text, large(file), lambda heard: safe.look(file, heard))
            found.extend([seen] if seen is not None else [])

        self.yes.setEnabled(self.attempt(look) and bool(found))
        self.preview.setText("\n".join(inside(one) for one in found))

    def _restore(self) -> None:
        """A copy is put back; a plan's document is brought in, which an empty folder alone takes."""
        chosen = Path(str(self.copy.currentData()))
        if self._workspace.arrivals.knows(chosen):
            self._workspace.arrivals.bring_in(chosen)
            return
        safe, text = self._workspace.safekeeping, _("The copy is being put back…")
        at_once = safe.large or large(chosen)
        if patiently(self, text, at_once, lambda heard: safe.restore(chosen, heard)) is None:
            raise Refused("stopped")


def large(file: Path) -> bool:
    """Whether looking through this file takes more than a moment."""
    try:
        return file.stat().st_size > LARGE
    except OSError:
        return False


def inside(found: ArrivalView) -> str:
    """What was seen in a file that was looked through."""
    text = _("{business}, from {first} to {last}: {rows} entries.").format(
        business=found.business,
        first=day_with_year(found.first.monday),
        last=day_with_year(found.last.sunday),
        rows=number(found.rows),
    )
    return " ".join((text, _("It is a practice plan."))) if found.practice else text


def when(copy: BackupView) -> str:
    """The day and time a copy was made, where the owner is."""
    local = copy.made_at.astimezone()
    return _("{day}, {time}").format(
        day=day_with_year(local.date()), time=time_of_day(local.hour * 60 + local.minute)
    )


def content(copy: BackupView) -> str:
    """What is known of a copy without opening it."""
    text = (
        _("{rows} entries, opened and counted.") if copy.verified else _("{rows} entries, not looked at yet.")
    )
    return text.format(rows=number(copy.rows))
