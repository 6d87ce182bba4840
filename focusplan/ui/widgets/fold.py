"""One line that stands for several parts until they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focusplan.i18n import _, told
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import room


class Fold(QWidget):
    """`✓ 2 jobs done · 21 min   show`. Parts are put in with `add`; `folded` tells of it. `indent`: how far
    it stands in, in pixels at 100 %, where it is one of several rows that do."""

    folded = Signal(bool)

    def __init__(self, name: str, text: str, parent: QWidget | None = None, indent: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        room(column, gap=4)
        row = QHBoxLayout()
        room(row, indent, 4, gap=8)
        self.label = PlainLabel(text, tone="soft", name=f"{name}_text")
        self._text = text
        self.button = Button(_("show"), f"{name}_show", "link", parent=self)
        self.button.clicked.connect(self._turn)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        self.body = QWidget(self)
        self.content = QVBoxLayout(self.body)
        room(self.content, gap=0)
        column.addWidget(self.body)
        self._mark(False)

    def add(self, part: QWidget) -> None:
        """Put a part below those that are folded."""
        self.content.addWidget(part)

    def _turn(self) -> None:
        self.set_shown(self.body.isHidden())

    def set_shown(self, on: bool) -> None:
        """Show or hide the parts."""
        self._mark(on)
        self.folded.emit(not on)

    def _mark(self, on: bool) -> None:
        self.body.setVisible(on)
        word = _("hide") if on else _("show")
        self.button.set_text(word, spoken=told(self._text, word))
