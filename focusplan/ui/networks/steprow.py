"""One job of the road: a box to tick, and its why, how and *done when* on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from focusplan.domain.readiness import question_of
from focusplan.i18n import _, day_short, minutes
from focusplan.networkanswers import StepView
from focusplan.ui.parts import button, column, label, row, short
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room, scaled

_TIME = 96
"""Width of the minutes in pixels at 100 %; what is longer goes on in the next line."""


class StepRow(QWidget):
    """`ticked` tells what the owner did; the row shows only what it was given."""

    ticked = Signal(str, bool)
    instead = Signal(str)
    answer = Signal(str)

    def __init__(self, step: StepView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"step_{step.id}")
        self.step = step
        self.box = QCheckBox(self)
        self.box.setObjectName(f"step_{step.id}_done")
        self.box.setAccessibleName(step.title)
        self.box.setAccessibleDescription(self._spoken())
        self.box.setChecked(step.done)
        self.box.setEnabled(step.open)
        self.box.toggled.connect(lambda on: self.ticked.emit(step.id, on))
        looks(self.box, kind="bare")
        looks(self, kind="row")
        self.opened = False
        """Whether the details are shown."""
        self.more = Button("", f"step_{step.id}_how", "icon", icon="chevron_down")
        self._name_more()
        self.more.clicked.connect(lambda: self._open(not self.opened))
        title = label(step.title, "body", f"step_{step.id}_title")
        if step.done:
            title.setProperty("tone", "soft")
        time = label(self._said(), "soft", f"step_{step.id}_time")
        time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        time.setMaximumWidth(scaled(_TIME))
        words = column(title, gap=0)
        if not step.required and not step.done:
            words.addWidget(label(_("if you like"), "small", f"step_{step.id}_optional"))
        line = row(self.box, gap=10)
        line.addLayout(words, 1)
        line.addWidget(time)
        line.addWidget(self.more)
        line.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        room(self._column, 0, 3, gap=6)
        self._column.addLayout(line)
        self._details: QWidget | None = None

    def open_details(self) -> None:
        """Show the details, as pressing *How* does."""
        self._open(True)

    def _said(self) -> str:
        step = self.step
        if step.done and step.done_on is not None:
            return day_short(step.done_on)
        return minutes(step.minutes)

    def _spoken(self) -> str:
        """What a reader hears beside the title."""
        said = self._said()
        free = _("if you like")
        return said if self.step.required or self.step.done else f"{said}, {free}"

    def _name_more(self) -> None:
        """What pressing it does, for the ear; for the eye the arrow turns."""
        text = _("Hide why and how: {job}") if self.opened else _("Why and how: {job}")
        self.more.set_text("", text.format(job=self.step.title))
        self.more.setToolTip(_("Why and how"))

    def _open(self, on: bool) -> None:
        self.opened = on
        if self._details is None:
            self._details = self._make_details()
            self._column.addWidget(self._details)
        self._details.setVisible(on)
        self.more.set_icon("chevron_up" if on else "chevron_down")
        self._name_more()

    def _make_details(self) -> QWidget:
        step, host = self.step, QWidget(self)
        lines = column(gap=4)
        if step.why:
            lines.addWidget(label(step.why, "soft", f"step_{step.id}_why"))
        for number, text in enumerate(step.how, start=1):
            lines.addWidget(label(f"{number}. {text}", "body", f"step_{step.id}_how_{number}"))
        if step.done_when:
            first = short(_("Done when"), "strong")
            done = row(first, label(step.done_when, "body", f"step_{step.id}_when"))
            done.setStretch(1, 1)
            done.setAlignment(first, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(done)
        if step.instead:
            text = _("Closed without it: {reason}").format(reason=step.instead)
            lines.addWidget(label(text, "soft", f"step_{step.id}_instead_text"))
        if step.open and not step.done and question_of(step.id):
            spoken = _("Answer here: {job}").format(job=step.title)
            here = button(f"step_{step.id}_answer", _("Answer here…"), self._answer, spoken=spoken)
            lines.addLayout(row(here, 1))
        if step.open and step.required and not step.done:
            asks = button(f"step_{step.id}_instead", _("This can't be done here…"), self._ask, "link")
            lines.addLayout(row(asks, 1))
        host.setLayout(lines)
        lines.setContentsMargins(scaled(34), 0, 0, scaled(6))
        return host

    def _answer(self) -> None:
        self.answer.emit(self.step.id)

    def _ask(self) -> None:
        self.instead.emit(self.step.id)
