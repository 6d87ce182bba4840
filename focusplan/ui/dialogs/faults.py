"""What is wrong in playbooks of the owner's own, folder by folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.networkanswers import FaultyPlaybook
from focusplan.ui.page import Sheet
from focusplan.ui.parts import button, label
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.space import room, scaled

MOST = 30
"""Faults shown of one playbook; the rest is usually the same again."""


class FaultsDialog(QDialog):
    """`again` reads the folders once more."""

    def __init__(
        self, faulty: Iterable[FaultyPlaybook], folder: str, again: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("faults")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Playbooks that are left out for now")
        self.setWindowTitle(title)
        self._folder, self._again = folder, again
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addWidget(label(title, "heading", "faults_title"))
        told = _("Everything else works as before. Mend this in the files, then look again.")
        outer.addWidget(label(told, "soft", "faults_told"))
        sheet = Sheet("faults_sheet", self)
        sheet.setAccessibleName(title)
        sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.fill(lambda column: _list(column, tuple(faulty)))
        outer.addWidget(sheet, 1)
        close = button("faults_close", _("Close"), self.reject)
        close.setDefault(True)
        opens = button("faults_folder", _("&Open the folder"), self._open, "quiet")
        look = button("faults_again", _("&Look again"), self._look, "quiet")
        outer.addWidget(Foot((close,), (opens, look)))
        size = parent.window().size()
        self.resize(min(scaled(640), size.width() - 40), max(scaled(280), size.height() * 3 // 5))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _look(self) -> None:
        self.done(self.DialogCode.Accepted)
        self._again()


def _list(column: QVBoxLayout, faulty: tuple[FaultyPlaybook, ...]) -> None:
    room(column, 0, 0, 8, 0, gap=8)
    for one in faulty:
        column.addWidget(label(one.id, "strong", f"faults_{one.id}"))
        for number, text in enumerate(one.faults[:MOST], start=1):
            column.addWidget(label(text, "body", f"faults_{one.id}_{number}"))
        column.addWidget(label(one.folder, "small", f"faults_{one.id}_folder"))
    column.addStretch(1)
