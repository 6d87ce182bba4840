"""The bridge from commits to pages: a queued signal, so that no list rebuilds itself inside its own click."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from focusplan.services.changes import Topic
from focusplan.workspace import Workspace


class Changes(QObject):
    """`changed` carries a Topic and arrives after the slot that caused it has ended."""

    changed = Signal(object)
    _touched = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._touched.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        workspace.on_change(self._touched.emit)

    def _tell(self, topic: Topic) -> None:
        self.changed.emit(topic)
