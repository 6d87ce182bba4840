"""The fields of networks' weeks: each figure is kept as soon as its field is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from focusplan.closinganswers import Figure, NumberRow
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.weeks import Week
from focusplan.i18n import _, pgettext, week_range
from focusplan.ui.widgets.figurefield import FigureField
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.words import sentence

Keep = Callable[[NumberRow, Mapping[str, int | None]], object]
"""Keeps figures of a row; FocusPlanError where a rule says no."""


class Cell:
    """One figure: its field, and below it where the figure comes from."""

    def __init__(self, prefix: str, row: NumberRow, figure: Figure) -> None:
        name = f"{prefix}_{row.network or 'unknown'}_{row.week}_{figure.figure}"
        spoken = f"{row.name}, {week_range(row.week.monday)}: {figure.spoken}"
        self.row, self.figure = row, figure
        self.kept = figure.known
        self.field = FigureField(f"{name}_field", spoken, figure.figure == "sales")
        self.field.setAccessibleDescription(", ".join(filter(None, (figure.said, figure.hint))))
        self.field.set_value(figure.known)
        self.said = PlainLabel(figure.said, size="tiny", tone="soft", name=f"{name}_source")
        self.said.setWordWrap(False)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def changed(self) -> bool:
        """Whether something else stands there than what is kept."""
        return not self.field.readable() or self.field.value() != self.kept

    def is_kept(self) -> None:
        """What stands there is kept now, as typed."""
        self.kept = self.field.value()
        typed = pgettext("where a figure comes from", "typed")
        self.said.setText("" if self.kept is None else typed)


class Fields(QObject):
    """All fields of some rows in the order they are typed. `problem` says why a figure was not taken, empty
    when all is well; `hint` what the figure means that has the focus; `ended`: Enter left the last one;
    `passed`: the rest of the row is passed over."""

    problem = Signal(str)
    hint = Signal(str)
    ended = Signal()
    passed = Signal()

    def __init__(self, prefix: str, keep: Keep, parent: QWidget) -> None:
        super().__init__(parent)
        self._prefix, self._keep = prefix, keep
        self.cells: list[Cell] = []
        self.now: Cell | None = None
        """The cell that has the focus or had it last."""

    def cell(self, row: NumberRow, figure: Figure) -> Cell:
        """One more field."""
        made = Cell(self._prefix, row, figure)
        made.field.entering.connect(lambda: self._came(made))
        made.field.entered.connect(lambda: self.go_on(made))
        made.field.passed.connect(lambda: self._pass(made))
        made.field.left.connect(lambda: self.leave(made))
        self.cells.append(made)
        return made

    def first(self, week: Week | None = None) -> QWidget | None:
        """Where typing begins: the first figure (of this week) that is unknown, else the first."""
        cells = [one for one in self.cells if week in (None, one.row.week)] or self.cells
        found = next((one for one in cells if one.kept is None), next(iter(cells), None))
        return found.field if found is not None else None

    def begin(self, week: Week | None = None) -> None:
        """Say what the first figure means, before a key is pressed."""
        field = self.first(week)
        for cell in self.cells:
            if cell.field is field:
                self._came(cell)

    def renew(self, rows: Iterable[NumberRow]) -> None:
        """Show what is known by now, but for what was typed and could not be kept."""
        known = {(one.network, one.week, figure.figure): figure for one in rows for figure in one.figures}
        for cell in self.cells:
            figure = known.get((cell.row.network, cell.row.week, cell.figure.figure))
            if figure is not None and not cell.changed:
                cell.kept = figure.known
                cell.field.set_value(figure.known)
                cell.said.setText(figure.said)

    def leave(self, cell: Cell) -> bool:
        """Keep what stands in the field where it differs from what is kept. Messages received may wait for
        how many were answered, as the two are taken together."""
        if not cell.field.readable():
            self.problem.emit(_("Please type a whole number, or leave it empty."))
            return False
        same = [one for one in self.cells if one.row is cell.row and one.changed and one.field.readable()]
        if not same:
            return True
        try:
            self._keep(cell.row, {one.figure.figure: one.field.value() for one in same})
        except FocusPlanError as error:
            if error.code == "answered_more" and cell.figure.figure == "received":
                return True
            self.problem.emit(sentence(error))
            return False
        for one in same:
            one.is_kept()
        self.problem.emit("")
        return True

    def leave_all(self) -> bool:
        """Whether everything that stands there could be kept; else the focus goes where it could not."""
        for cell in self.cells:
            if cell.changed and not (self.leave(cell) and not cell.changed):
                self.leave(self._partner(cell))
                cell.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def go_on(self, cell: Cell) -> None:
        """On to the next figure that is unknown; after the last one it is over."""
        if self.leave(cell):
            place = self.cells.index(cell) + 1
            after = next((one for one in self.cells[place:] if one.kept is None and not one.changed), None)
            if after is None:
                self.ended.emit()
            else:
                after.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _pass(self, cell: Cell) -> None:
        if self.leave(cell):
            self.passed.emit()

    def unknown(self) -> None:
        """The figure in hand is not known: it stays empty, never zero."""
        if self.now is not None:
            self.now.field.set_value(None)
            self.go_on(self.now)

    def _partner(self, cell: Cell) -> Cell:
        """The answered ones beside the received ones, which say why the two can't be kept."""
        same = [one for one in self.cells if one.row is cell.row and one.figure.figure == "answered_in_time"]
        return same[0] if same else cell

    def _came(self, cell: Cell) -> None:
        self.now = cell
        self.hint.emit(cell.figure.hint)
