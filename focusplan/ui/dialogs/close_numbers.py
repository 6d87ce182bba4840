"""The figures of one network when a week is closed: a row of fields for each week that is closed with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.closinganswers import Asked, Figure, NumberRow
from focusplan.i18n import _, heading, week_range
from focusplan.ui.dialogs.close_screens import Screen
from focusplan.ui.dialogs.number_fields import Fields, Keep
from focusplan.ui.parts import button, label, row, short
from focusplan.ui.reading import TallArea
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import room

UNKNOWN = "elsewhere"
"""What the screen of what came from elsewhere is called."""


class NumbersScreen(Screen):
    """Enter goes to the next figure that is unknown, and from the last one to the next question. What the
    network itself calls the figure in hand stands below."""

    def __init__(self, asked: Asked, keep: Keep, from_file: Callable[[], object]) -> None:
        super().__init__(asked.network or UNKNOWN, asked.question, asked.hint)
        self.fields = Fields("close", keep, self)
        several = len({row.week for row in asked.rows}) > 1
        body = QWidget()
        inner = QVBoxLayout(body)
        room(inner, 0, 4, 8, 4, gap=6)
        for one in asked.rows:
            said = _above(one, several, not asked.network)
            if said:
                inner.addWidget(label(said, "strong"))
            flow = FlowLayout(gap=10)
            for figure in one.figures:
                flow.addWidget(self._cell(one, figure))
            inner.addLayout(flow)
        keys = _("Enter: the next empty number. Ctrl+Enter: the next question.")
        inner.addWidget(label(keys, "small", f"close_{self.key}_keys"))
        inner.addStretch(1)
        self._area = TallArea(f"close_{self.key}_area", body)
        self.column.addWidget(self._area, 1)
        self.meant = label("", "soft", f"close_{self.key}_meant")
        file = button(f"close_{self.key}_file", _("From a &file…"), from_file, "quiet")
        file.setAutoDefault(False)
        below = row(self.meant, file, gap=12)
        below.setStretch(0, 1)
        self.column.addLayout(below)
        self.fields.hint.connect(self._mean)
        self.first = self.fields.first() or self

    def _cell(self, row: NumberRow, figure: Figure) -> QWidget:
        cell = self.fields.cell(row, figure)
        host = QWidget()
        inner = QVBoxLayout(host)
        room(inner, gap=2)
        asked = short(figure.label, "small")
        asked.setBuddy(cell.field)
        cell.said.setMinimumHeight(cell.said.fontMetrics().lineSpacing())
        for part in (asked, cell.field, cell.said):
            inner.addWidget(part)
        return host

    def _mean(self, text: str) -> None:
        self.meant.setText(text)
        cell = self.fields.now
        if cell is not None:
            self._area.ensureWidgetVisible(cell.field)

    def begin(self) -> None:
        """The figure in hand is said at once."""
        super().begin()
        self.fields.begin()

    def leave(self) -> bool:
        """Everything that stands here is kept already, but for the last one."""
        return self.fields.leave_all()

    def unknown(self) -> bool:
        """Only the figure in hand is unknown."""
        self.fields.unknown()
        return False


def _above(row: NumberRow, several: bool, named: bool) -> str:
    """What stands above a row where there are several."""
    days = heading(week_range(row.week.monday)) if several else ""
    return " · ".join(filter(None, (row.name if named else "", days)))
