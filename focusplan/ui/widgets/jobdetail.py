"""What stands under a job's title: why, how, and when it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from focusplan.answers import Job
from focusplan.i18n import _
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import room


class JobDetail(QWidget):
    """Why in soft letters, how in numbered lines, *done when* with strong first words."""

    def __init__(self, name: str, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_detail")
        column = QVBoxLayout(self)
        room(column, gap=4)
        self.note = _small(job.note)
        self.why = _small(job.why)
        self.how = _numbered(job.how)
        self.when = _done_when(job.done_when)
        for part in (self.note, self.why, self.how, self.when):
            column.addWidget(part)
        self._has = {self.why: bool(job.why), self.how: bool(job.how), self.when: bool(job.done_when)}
        self.note.setVisible(bool(job.note))

    def set_open(self, on: bool, is_next: bool) -> None:
        """Show everything, or for the next job all but how, or for another one nothing but a note."""
        shown = {self.why: on or is_next, self.how: on, self.when: on or is_next}
        for part, wanted in shown.items():
            part.setVisible(wanted and self._has[part])
        any_shown = not self.note.isHidden() or any(not part.isHidden() for part in shown)
        self.setVisible(any_shown)


def _small(text: str) -> PlainLabel:
    return PlainLabel(text, size="small", tone="soft")


def _numbered(lines: tuple[str, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    room(grid, gap=3)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines, start=1):
        figure = PlainLabel(f"{number}.", size="small", tone="soft")
        figure.setWordWrap(False)
        grid.addWidget(figure, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_small(line), number, 1)
    return holder


def _done_when(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    room(row, gap=5)
    head = PlainLabel(_("Done when"), size="small", strong=True)
    head.setWordWrap(False)
    row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_small(text), 1, Qt.AlignmentFlag.AlignTop)
    return holder
