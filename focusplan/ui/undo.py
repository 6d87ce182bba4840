"""Undo and redo on every page: at the foot of the rail in words, and by the usual keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.labels import looks, plain_tip
from focusplan.ui.widgets.notices import Toast
from focusplan.ui.widgets.space import percent, room, scaled

if TYPE_CHECKING:
    from focusplan.domain.pace import Tell
    from focusplan.workspace import Workspace

AROUND = 46
"""Of a button's width: its margins and its drawing, in pixels at 100 %."""
KEYS = {"undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z", "Ctrl+Y")}


class UndoBar(QWidget):
    """Two buttons that say what they would do. `host`: where the word that something was undone passes."""

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("undo_bar")
        self._workspace: Workspace | None = None
        self._toast = Toast(host, "undo_toast")
        self.undo = Button(_("Undo"), "undo", "quiet", icon="undo")
        self.redo = Button(_("Do again"), "redo", "quiet", icon="redo")
        column = QVBoxLayout(self)
        room(column, gap=0)
        for button, turn in ((self.undo, self._undo), (self.redo, self._redo)):
            looks(button, size="small")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(turn)
            column.addWidget(button)
        window = host.window()
        for name, turn in (("undo", self._undo), ("redo", self._redo)):
            for keys in KEYS[name]:
                QShortcut(QKeySequence(keys), window).activated.connect(turn)
        self.refresh()

    def attach(self, workspace: Workspace | None) -> None:
        """Undo in this plan from now on."""
        self._workspace = workspace
        self._toast.hide()
        self.refresh()

    def refresh(self) -> None:
        """Say what would be undone and done again now, in the language of now."""
        from focusplan.answers import UndoView

        view = UndoView()
        if self._workspace is not None and self._workspace.has_plan:
            view = self._workspace.undoing.view()
        self._say(self.undo, _("Undo"), _("Undo: {what}"), view.undo)
        self._say(self.redo, _("Do again"), _("Do again: {what}"), view.redo)

    def _say(self, button: Button, plain: str, full: str, what: str) -> None:
        spoken = full.format(what=what) if what else plain
        button.set_text(plain if percent() > LARGE else _in_lines(spoken, button), spoken)
        button.setToolTip(plain_tip(spoken))
        button.setEnabled(bool(what))
        button.setVisible(bool(what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail is as wide as its places ask for; what would be undone takes two lines where it has to."""
        super().resizeEvent(event)
        self.refresh()

    def _undo(self) -> None:
        self._turn(lambda workspace, tell: workspace.undoing.undo(tell), _("Undone: {what}."))

    def _redo(self) -> None:
        self._turn(lambda workspace, tell: workspace.undoing.redo(tell), _("Done again: {what}."))

    def _turn(self, verb: Callable[[Workspace, Tell], str], said: str) -> None:
        from focusplan.domain.errors import FocusPlanError
        from focusplan.ui.progress import when_long
        from focusplan.words import sentence

        workspace = self._workspace
        if workspace is None:
            return
        try:
            what = when_long(self.window(), _("This takes a moment…"), lambda tell: verb(workspace, tell))
            text = said.format(what=what) if what is not None else _("Stopped. Everything is as it was.")
        except FocusPlanError as error:
            text = sentence(error)
        self._toast.tell(text)
        self.refresh()


def _in_lines(text: str, button: Button) -> str:
    """The text in two lines where it is too long for one; what is too long for two is cut, and its tip says
    the whole."""
    metrics = button.fontMetrics()
    room_there = button.width() - scaled(AROUND)
    if room_there <= 0 or metrics.horizontalAdvance(text) <= room_there:
        return text
    first, _space, rest = text.partition(" ")
    while (word := rest.partition(" ")[0]) and metrics.horizontalAdvance(f"{first} {word}") <= room_there:
        first, rest = f"{first} {word}", rest[len(word) :].lstrip()
    return f"{first}\n{metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room_there)}" if rest else first
