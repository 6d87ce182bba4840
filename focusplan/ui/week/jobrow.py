"""A job of the week as a row that opens, and the next job, which is open already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Job
from focusplan.i18n import _, told
from focusplan.ui.parts import button, column, label, row, short
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.week.details import actions, offer, placing, reasons, shown, start, took
from focusplan.ui.week.posts import add_post
from focusplan.ui.week.title import TitleButton
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.columns import Beside
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room, scaled

SMALL_ROW = 330
"""Width below which a title and its button stand one below the other, in pixels at 100 %."""
SMALL_LINE = 240
"""The same for a row that is not open, with its chips."""
INDENT = 34
"""Where the words under a title begin, in pixels at 100 %."""


def tick_box(job: Job, deeds: Deeds) -> QCheckBox:
    """The box of a job; it tells what was toggled, however that happened."""
    box = QCheckBox()
    looks(box, kind="bare")
    box.setObjectName(f"tick_{job.number}")
    box.setAccessibleName(shown(job.title))
    said = [i18n.minutes(job.taken if job.done and job.taken is not None else job.minutes), job.chip]
    box.setAccessibleDescription(", ".join(filter(None, said)))
    box.setChecked(job.done)
    box.setEnabled(job.can_tick)
    box.toggled.connect(lambda on: deeds.tick(job, on))
    return box


class Row(QFrame):
    """A job's row: pulled away with the mouse it is dragged to another day."""

    def __init__(self, job: Job, days: Iterable[date], deeds: Deeds) -> None:
        super().__init__()
        self.setObjectName(f"job_{job.number}")
        self.job, self._days, self._deeds = job, tuple(days), deeds
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Beyond a small way it is no click any more."""
        far = QApplication.startDragDistance()
        way = event.position().toPoint() - self._pressed if self._pressed is not None else QPoint()
        pulled = self._pressed is not None and way.manhattanLength() >= far
        if pulled and event.buttons() & Qt.MouseButton.LeftButton and self.job.can_move:
            self._pressed = None
            self._deeds.drag(self, self.job)


class JobRow(Row):
    """Opens on a click or Enter. `fresh`: it was ticked just now, so how long it took is asked at once."""

    def __init__(
        self, job: Job, days: Iterable[date], deeds: Deeds, opened: bool = False, fresh: bool = False
    ) -> None:
        super().__init__(job, days, deeds)
        self.box = tick_box(job, deeds)
        self.title = TitleButton(shown(job.title), f"open_{job.number}", "soft" if job.done else "")
        self.title.set_opened(opened)
        self.title.turned.connect(self._turn)
        self.title.pulled.connect(self._carry)
        self._column = QVBoxLayout(self)
        room(self._column, 4, 4, gap=4)
        self._column.addLayout(self._line())
        self._details: QWidget | None = None
        if opened:
            self._show()
        elif fresh and job.done and job.can_tick:
            self._column.addLayout(_indented(took(job, deeds)))
            if job.also:
                self._column.addWidget(_under(_also(job, deeds)))

    def _line(self) -> QHBoxLayout:
        job = self.job
        said = Beside(SMALL_LINE, gap=6)
        said.add(self.title)
        for text, tone in _chips(job):
            said.add(Chip(text, tone), 0)
        line = row(self.box, said, gap=6)
        line.setStretch(1, 1)
        minutes = job.taken if job.done and job.taken is not None else job.minutes
        line.addWidget(short(i18n.minutes(minutes), "soft", f"job_{job.number}_time"))
        return line

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole line opens, not its words alone."""
        clicked = self._pressed is not None and event.button() == Qt.MouseButton.LeftButton
        if clicked and self.rect().contains(event.position().toPoint()):
            self.title.turn()
        super().mouseReleaseEvent(event)

    def _carry(self) -> None:
        if self.job.can_move:
            self._deeds.drag(self, self.job)

    def _turn(self, on: bool) -> None:
        self._deeds.unfold(self.job, on)
        if on and self._details is None:
            self._show()
        elif self._details is not None:
            self._details.setVisible(on)

    def _show(self) -> None:
        self._details = details(self.job, self._days, self._deeds)
        self._column.addWidget(self._details)


class NextRow(Row):
    """The job to do now: its why and *done when* stand there, and its button is the one that leads on."""

    def __init__(self, job: Job, days: Iterable[date], deeds: Deeds, opened: bool = False) -> None:
        super().__init__(job, days, deeds)
        looks(self, kind="now")
        outer = QVBoxLayout(self)
        room(outer, 12, 12, gap=6)
        outer.addLayout(self._head())
        outer.addWidget(_under(reasons(job, opened)))
        if job.offer:
            outer.addLayout(_indented(offer(job, deeds)))
        outer.addWidget(_under(self._links(opened)))

    def _head(self) -> QHBoxLayout:
        job = self.job
        title = label(shown(job.title), "strong", f"job_{job.number}_title")
        said = Beside(SMALL_ROW, gap=8)
        said.add(title)
        for text, tone in _chips(job):
            said.add(Chip(text, tone), 0)
        said.add(self._deed(), 0)
        line = row(tick_box(job, self._deeds), said, gap=10)
        line.setStretch(1, 1)
        return line

    def _deed(self) -> Button:
        job, deeds = self.job, self._deeds
        if job.kind == "close":
            text = _("Close the week…")
            return button(f"done_{job.number}", text, deeds.close_week, "primary")
        text = _("Done · {minutes}").format(minutes=i18n.minutes(job.minutes))
        spoken = _("Done: {job}").format(job=shown(job.title))
        made = button(f"done_{job.number}", text, lambda: deeds.tick(job, True), "primary", spoken)
        made.setEnabled(job.can_tick)
        return made

    def _links(self, opened: bool) -> QVBoxLayout:
        """*How to* shows the rest; what else can be done stands beside it."""
        job, deeds = self.job, self._deeds
        flow, more = FlowLayout(gap=6), f"open_{job.number}"
        if job.kind != "close":
            flow.addWidget(start(job, deeds, "link"))
        if job.how:
            text = _("Less") if opened else _("How to")
            spoken = told(text, shown(job.title))
            flow.addWidget(button(more, text, lambda: deeds.unfold(job, not opened), "link", spoken))
        if job.can_move:
            placing(flow, job, self._days, deeds)
        lines = column(gap=6)
        add_post(lines, job, deeds)
        if opened and job.can_tick:
            lines.addWidget(took(job, deeds))
        lines.addLayout(flow)
        return lines


def details(job: Job, days: Iterable[date], deeds: Deeds) -> QWidget:
    """Everything about a job, below its title."""
    lines = reasons(job, True)
    if job.offer:
        lines.addWidget(offer(job, deeds))
    lines.addLayout(actions(job, days, deeds))
    return _under(lines, below=6)


def _chips(job: Job) -> Iterable[tuple[str, str]]:
    if job.chip:
        yield job.chip, "sky"
    if job.carried and not job.done:
        yield _("from before"), "sun"
    if job.person:
        yield job.person, "neutral"


def _also(job: Job, deeds: Deeds) -> QVBoxLayout:
    """A post that went out just now may have gone elsewhere too."""
    lines = column()
    add_post(lines, job, deeds)
    return lines


def _under(lines: QVBoxLayout, below: int = 0) -> QWidget:
    host = QWidget()
    host.setLayout(lines)
    lines.setContentsMargins(scaled(INDENT), 0, 0, scaled(below))
    return host


def _indented(part: QWidget) -> QHBoxLayout:
    lines = row(part)
    lines.setContentsMargins(scaled(INDENT), 0, 0, 0)
    return lines
