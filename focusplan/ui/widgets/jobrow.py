"""A job of the week: its box, its title, its minutes and, when opened, why and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Job
from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.jobdetail import JobDetail
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.minutes import MinutesRow
from focusplan.ui.widgets.space import room

Action = tuple[str, str]
"""What can be done with a job: an id of the page's own, and its words."""


class JobRow(QFrame):
    """Signals carry the job's number. `actions` are shown as links when the row is open; with `start` the
    next job gets the page's one primary button, whose action is `start`.

    `ticked` is sent when a person sets the box or a screen reader toggles it, never when the program does.
    """

    ticked = Signal(int, bool)
    took = Signal(int, int)
    asked = Signal(int, str)
    opened = Signal(int, bool)

    def __init__(
        self,
        job: Job,
        actions: Sequence[Action] = (),
        start: str = "",
        beside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.job = job
        self._name = f"job_{job.number}"
        self.setObjectName(self._name)
        self.setAccessibleName(job.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        looks(self, kind="now" if job.is_next else "row")
        column = QVBoxLayout(self)
        room(column, *((14, 12) if job.is_next else (6, 6)), gap=6)
        column.addLayout(self._top(start, beside or i18n.minutes(job.minutes)))
        self.detail = JobDetail(self._name, job, self)
        self.minutes = MinutesRow(f"{self._name}_took", job.title, job.taken, self)
        self.minutes.chosen.connect(lambda minutes: self.took.emit(self.job.number, minutes))
        self.links = self._links(actions)
        indent = QVBoxLayout()
        room(indent, 34, 0, 0, 0, gap=6)
        for part in (self.detail, self.minutes, self.links):
            indent.addWidget(part)
        column.addLayout(indent)
        self.set_open(False)

    def set_done(self, done: bool) -> None:
        """Show the tick without telling."""
        blocked = self.box.blockSignals(True)
        self.box.setChecked(done)
        self.box.blockSignals(blocked)
        self._show_minutes()

    def set_open(self, on: bool) -> None:
        """Show or hide what belongs to the job. The next job always shows why and its links."""
        self._open = on
        self.detail.set_open(on, self.job.is_next)
        self.links.setVisible((on or self.job.is_next) and self.links.layout().count() > 0)
        self._show_minutes()
        word = _("Close") if on else _("Why and how")
        self.more.set_text("", spoken=_("{what}: {job}").format(what=word, job=self.job.title))
        self.more.set_icon("chevron_up" if on else "chevron_down")
        self.more.setToolTip(word)

    def is_open(self) -> bool:
        """Whether why and how are shown."""
        return self._open

    def ask_minutes(self) -> None:
        """Show the minutes to click, such as right after the tick."""
        self.minutes.setVisible(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the controls opens and closes the row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._toggle()
        super().mousePressEvent(event)

    def _top(self, start: str, beside: str) -> QHBoxLayout:
        job = self.job
        row = QHBoxLayout()
        room(row, gap=8)
        self.box = QCheckBox(self)
        self.box.setObjectName(f"{self._name}_done")
        self.box.setAccessibleName(", ".join(filter(None, (job.title, i18n.minutes(job.minutes), job.chip))))
        self.box.setChecked(job.done)
        self.box.setEnabled(job.can_tick)
        self.box.toggled.connect(self._tick)
        self.title = PlainLabel(job.title, strong=job.is_next, tone="soft" if job.done else "")
        middle = FlowLayout(gap=8)
        middle.addWidget(self.title)
        for word, tone in ((job.chip, "sky"), (job.person, "neutral")):
            if word:
                middle.addWidget(Chip(word, tone))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        if start and job.is_next:
            self.start = Button(start, f"{self._name}_start", "primary", spoken=f"{start}: {job.title}")
            self.start.clicked.connect(self._teller("start"))
            row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        else:
            time = PlainLabel(beside, tone="soft")
            time.setWordWrap(False)
            row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        self.more = Button("", f"{self._name}_more", "icon", spoken=job.title, parent=self)
        self.more.clicked.connect(self._toggle)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _links(self, actions: Sequence[Action]) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=10)
        for action, words in actions:
            link = Button(words, f"{self._name}_{action}", "link", spoken=f"{words}: {self.job.title}")
            link.clicked.connect(self._teller(action))
            flow.addWidget(link)
        return holder

    def _teller(self, action: str) -> Callable[[], None]:
        return lambda: self.asked.emit(self.job.number, action)

    def _tick(self, done: bool) -> None:
        self._show_minutes()
        self.ticked.emit(self.job.number, done)

    def _show_minutes(self) -> None:
        self.minutes.setVisible(self._open and self.box.isChecked())

    def _toggle(self) -> None:
        self.set_open(not self._open)
        self.opened.emit(self.job.number, self._open)
