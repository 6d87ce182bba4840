"""Files dropped on the window lead to the dialog that brings them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.workspace import Workspace


class FileDrop(QObject):
    """Takes files that are dropped on a window, whatever page it shows."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what is dragged over where it holds files of this computer; open the dialog at the drop."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop and QApplication.activeModalWidget() is None:
                files = files_in(event.mimeData())
                QTimer.singleShot(0, self, lambda: _bring_in(self._workspace, files, self._window))
            return True
        return super().eventFilter(watched, event)


def accept_files(window: QWidget, workspace: Workspace) -> None:
    """Let files be dropped on this window for this plan, whichever was shown before."""
    for before in window.findChildren(FileDrop):
        window.removeEventFilter(before)
        before.deleteLater()
    FileDrop(window, workspace)


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def bring_in_button(workspace: Workspace, parent: QWidget) -> Button:
    """The way there for a page."""
    made = Button(_("Bring in numbers from a &file…"), "bring_in_open", "link", mnemonic=True)
    made.clicked.connect(lambda: _bring_in(workspace, (), parent))
    return made


def _bring_in(workspace: Workspace, files: Sequence[Path], parent: QWidget) -> None:
    from focusplan.ui.imports.bring_in import BringIn

    BringIn(workspace, files, parent).open()
