"""Fill in the numbers: one row for each network and open week, Tab or Enter goes on, unknown stays empty."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from focusplan.closinganswers import NumberRow, NumberWeek
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.ui.dialogs.number_fields import Fields
from focusplan.ui.imports.bring_in import BringIn
from focusplan.ui.parts import button, column, label, short
from focusplan.ui.problem import Problem
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.workspace import Workspace

SIZE = (1000, 660)
COLUMNS = ("posts", "received", "answered_in_time", "enquiries", "customers", "sales", "reach", "audience")


def keep_figures(workspace: Workspace, number_row: NumberRow, figures: Mapping[str, int | None]) -> None:
    """Keep figures of a row; those of no network are what came from nobody knows where."""
    if number_row.network:
        workspace.week.record(number_row.network, number_row.week, figures)
        return
    for figure, value in figures.items():
        workspace.results.set_unsourced(figure, value, number_row.week)


class NumbersDialog(QDialog):
    """Every figure is kept as soon as it is left; there is nothing to confirm."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, week: Week | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbers")
        self.setWindowTitle(_("Fill in the numbers"))
        self._workspace, self._begins = workspace, week
        self._older = self._older_for(week)
        self._area = QScrollArea()
        self._area.setObjectName("numbers_area")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.meant = label("", "soft", "numbers_meant")
        self._problem = Problem("numbers_problem")
        self._more = button("numbers_older", _("An &older week"), self._add_older, "quiet")
        self._done = button("numbers_done", _("&Done"), self.accept, "primary")
        self.fields = Fields("numbers", self._record, self)
        self._build()
        self._fill()

    def _build(self) -> None:
        width, height = (scaled(length) for length in SIZE)
        parent = self.parentWidget()
        there = parent.window().size() if parent is not None else self.maximumSize()
        self.resize(min(width, there.width() - 20), min(height, there.height() - 20))
        outer = QVBoxLayout(self)
        room(outer, 28, 22, 28, 20, gap=10)
        outer.addWidget(label(self.windowTitle(), "title", "numbers_title"))
        text = _("Tab or Enter goes on, Ctrl+Enter to the next row; each figure is kept at once. What you "
                 "don’t know stays empty; that is not zero.")  # fmt: skip
        outer.addWidget(label(text, "soft", "numbers_text"))
        outer.addWidget(self._area, 1)
        outer.addWidget(self.meant)
        outer.addWidget(self._problem)
        file = button("numbers_file", _("From a &file…"), self._from_file, "quiet")
        outer.addWidget(Foot((self._done,), (self._more, file)))

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()
        first = self.fields.first(self._begins)
        (first or self._done).setFocus(Qt.FocusReason.TabFocusReason)
        self.fields.begin(self._begins)

    def _older_for(self, week: Week | None) -> int:
        """How many closed weeks are shown so that this one is among them."""
        shown = self._workspace.review.numbers().weeks
        return max(0, shown[-1].week - week) if week is not None else 0

    def _fill(self) -> None:
        """All rows anew."""
        view = self._workspace.review.numbers(self._older)
        self.fields = Fields("numbers", self._record, self)
        self.fields.problem.connect(self._problem.say)
        self.fields.hint.connect(self._mean)
        self.fields.ended.connect(self._done.setFocus)
        self.fields.passed.connect(self._next_row)
        body = QWidget()
        grid = QGridLayout(body)
        room(grid, 0, 0, 10, 0, gap=6)
        grid.setHorizontalSpacing(scaled(8))
        grid.setColumnStretch(0, 1)
        place = 0
        for week in view.weeks:
            place = (self._stacked if percent() > LARGE else self._week)(grid, place, week)
        grid.setRowStretch(place, 1)
        self._area.setWidget(body)
        self._more.setVisible(view.more)
        reading_order(self)
        give_keys(self)

    def _week(self, grid: QGridLayout, place: int, week: NumberWeek) -> int:
        """The rows of a week below its name; answers the next free place."""
        said = label(week.title, "heading", f"numbers_{week.week}")
        grid.addWidget(said, place, 0, 1, len(COLUMNS) + 1)
        place += 1
        if week.note:
            note = label(week.note, "small", f"numbers_{week.week}_note")
            grid.addWidget(note, place, 0, 1, len(COLUMNS) + 1)
            place += 1
        heads = {figure.figure: figure.label for one in reversed(week.rows) for figure in one.figures}
        for at, name in enumerate(COLUMNS, 1):
            if name in heads:
                head = short(heads[name], "small")
                grid.addWidget(head, place, at, Qt.AlignmentFlag.AlignHCenter)
        for one in week.rows:
            place += 1
            self._row(grid, place, one)
        return place + 1

    def _stacked(self, grid: QGridLayout, place: int, week: NumberWeek) -> int:
        """The same in large letters: each network's figures below its name, each under its own word."""
        grid.addWidget(label(week.title, "heading", f"numbers_{week.week}"), place, 0)
        if week.note:
            place += 1
            grid.addWidget(label(week.note, "small", f"numbers_{week.week}_note"), place, 0)
        for one in week.rows:
            flow = FlowLayout(gap=10)
            for figure in one.figures:
                cell, host = self.fields.cell(one, figure), QWidget()
                cell.said.setMinimumHeight(cell.said.fontMetrics().lineSpacing())
                host.setLayout(column(short(figure.label, "small"), cell.field, cell.said, gap=1))
                flow.addWidget(host)
            place += 2
            grid.addWidget(label(one.name, "strong"), place - 1, 0)
            grid.addLayout(flow, place, 0)
        return place + 1

    def _row(self, grid: QGridLayout, place: int, one: NumberRow) -> None:
        name = label(one.name, "body")
        looks(name, tone="soft" if one.optional else "")
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        for figure in one.figures:
            cell = self.fields.cell(one, figure)
            name.setMinimumHeight(cell.field.sizeHint().height())
            host = QWidget()
            inner = QVBoxLayout(host)
            room(inner, gap=1)
            inner.addWidget(cell.field)
            inner.addWidget(cell.said)
            grid.addWidget(host, place, 1 + COLUMNS.index(figure.figure), Qt.AlignmentFlag.AlignTop)

    def _record(self, number_row: NumberRow, figures: Mapping[str, int | None]) -> None:
        keep_figures(self._workspace, number_row, figures)

    def _next_row(self) -> None:
        """On to the row below."""
        now = self.fields.now
        place = self.fields.cells.index(now) if now is not None else 0
        below = (one for one in self.fields.cells[place:] if now is not None and one.row is not now.row)
        after = next(below, None)
        (after.field if after is not None else self._done).setFocus(Qt.FocusReason.TabFocusReason)

    def _from_file(self) -> None:
        """A platform's own file fills in what it knows."""
        if self.fields.leave_all():
            dialog = BringIn(self._workspace, (), self)
            dialog.finished.connect(self._fill)
            dialog.open()

    def _add_older(self) -> None:
        """One more closed week; what is typed there is kept and does not count."""
        if self.fields.leave_all():
            self._older += 1
            self._fill()
            oldest = self.fields.cells[-1]
            self._area.ensureWidgetVisible(oldest.field)
            first = self.fields.first(oldest.row.week)
            (first or oldest.field).setFocus(Qt.FocusReason.TabFocusReason)

    def _mean(self, text: str) -> None:
        self.meant.setText(text)
        if self.fields.now is not None:
            self._area.ensureWidgetVisible(self.fields.now.field)

    def accept(self) -> None:
        """Go, when everything that stands there could be kept."""
        if self.fields.leave_all():
            super().accept()

    def reject(self) -> None:
        """Escape leaves; what can't be kept is not."""
        self.fields.blockSignals(True)
        self.fields.leave_all()
        super().reject()
