"""The history of a goal: each week with what was asked and what it brought, and each change of the goal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from focusplan.i18n import _, heading, week_range
from focusplan.networkanswers import GoalHistory, HistoryWeek
from focusplan.ui.page import Sheet
from focusplan.ui.parts import button, column, label, row, short
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.space import room, scaled
from focusplan.ui.widgets.squares import OneSquare

WIDTH, HEIGHT = 620, 480


class GoalHistoryDialog(QDialog):
    """Newest week first; the changes stand above the weeks."""

    def __init__(self, history: GoalHistory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("goal_history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = heading(history.text)
        self.setWindowTitle(title)
        self.setAccessibleDescription(history.line)
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addLayout(
            column(
                label(title, "heading", "history_title"), label(history.line, "soft", "history_line"), gap=2
            )
        )
        self.sheet = Sheet("history_sheet", self)
        self.sheet.setAccessibleName(title)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self.sheet, 1)
        close = button("history_close", _("Close"), self.reject)
        close.setDefault(True)
        outer.addLayout(row(1, close))
        self.sheet.fill(lambda made: _build(made, history))
        there = parent.window().size()
        body = self.sheet.widget()
        wide = min(scaled(WIDTH), there.width() - 40)
        wanted = body.heightForWidth(wide - scaled(60)) if body is not None else scaled(HEIGHT)
        self.resize(wide, min(wanted + scaled(170), scaled(HEIGHT), there.height() - 40))
        reading_order(self)
        give_keys(self)


def _build(made: QVBoxLayout, history: GoalHistory) -> None:
    room(made, 0, 0, 8, 0, gap=10)
    if history.changes:
        lines = column(label(_("Changes of this goal"), "strong", "history_changes"), gap=3)
        for number, text in enumerate(history.changes, start=1):
            lines.addWidget(label(text, "body", f"history_change_{number}"))
        made.addLayout(lines)
    else:
        made.addWidget(label(_("This goal was never changed."), "soft", "history_unchanged"))
    if history.weeks:
        made.addLayout(_table(history.weeks))
    made.addStretch(1)


def _table(weeks: tuple[HistoryWeek, ...]) -> QGridLayout:
    grid = QGridLayout()
    room(grid, gap=6)
    grid.setHorizontalSpacing(scaled(16))
    for place, text in enumerate((_("Week"), _("Goal"), _("What it brought"), _("How it counts"))):
        grid.addWidget(short(text, "small", f"history_head_{place}"), 0, place)
    for number, one in enumerate(weeks, start=1):
        name = f"history_week_{number}"
        cells = (week_range(one.week.monday), one.asked, one.brought)
        for place, text in enumerate(cells):
            grid.addWidget(label(text, "body", f"{name}_{place}"), number, place)
        grid.addLayout(_counts(one, name), number, len(cells))
    for place, share in enumerate((4, 1, 3, 4)):
        grid.setColumnStretch(place, share)
    return grid


def _counts(one: HistoryWeek, name: str) -> QHBoxLayout:
    made = row(OneSquare(one.result), label(one.counts, "body", f"{name}_counts"))
    made.setStretch(1, 1)
    return made
