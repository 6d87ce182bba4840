"""Figures in rows and columns, as labels that can be read one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from focusplan.i18n import _, told
from focusplan.resultanswers import Chart
from focusplan.ui.parts import column, label
from focusplan.ui.widgets.barchart import bar_value
from focusplan.ui.widgets.card import Line
from focusplan.ui.widgets.space import percent, room, scaled

FEW, LARGE = 3, 130
"""Columns that always fit, and the text size in per cent from which more of them don't."""


def table(
    name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[int] = ()
) -> QWidget:
    """Heads, then rows; the first column and those in `texts` stand at the left, figures at the right."""
    if len(heads) > FEW and percent() > LARGE:
        return _stacked(name, heads, rows)
    made = QWidget()
    made.setObjectName(name)
    grid = QGridLayout(made)
    room(grid, gap=6)
    grid.setHorizontalSpacing(scaled(14))
    left = {0, *texts} if heads else set(range(9))
    line = 0
    for place, head in enumerate(heads):
        grid.addWidget(_cell(head, "small", place in left, f"{name}_head_{place}"), 0, place)
        line = 2
    if heads:
        grid.addWidget(Line(), 1, 0, 1, len(heads))
    for number, cells in enumerate(rows):
        for place, text in enumerate(cells):
            role = "strong" if place == 0 and not heads else "body"
            grid.addWidget(_cell(text, role, place in left, f"{name}_{number}_{place}"), line + number, place)
    columns = max((len(row) for row in rows), default=0)
    for place in range(columns):
        grid.setColumnStretch(place, 3 if place in left and place else 2 if place in left else 1)
    return made


def _stacked(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QWidget:
    """The same where large letters leave no room for columns: each row a heading and its figures."""
    made = QWidget()
    made.setObjectName(name)
    parts = column(gap=6)
    for number, cells in enumerate(rows):
        parts.addWidget(label(cells[0], "strong", f"{name}_{number}_0"))
        pairs = [told(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if cell]
        parts.addWidget(label("\n".join(pairs), "body", f"{name}_{number}_1"))
    made.setLayout(parts)
    return made


def _cell(text: str, role: str, left: bool, name: str) -> QWidget:
    made = label(text, role, name)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    made.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return made


def chart_title(chart: Chart) -> str:
    """A chart's title, with what its axis counts where the title does not say it."""
    return f"{chart.title} ({chart.axis})" if chart.id == "minutes" else chart.title


def figures(charts: Sequence[Chart]) -> QWidget:
    """The figures of bars that belong together: dates, then a column for each chart."""
    heads = [_("When"), *(chart_title(chart) for chart in charts)]
    rows = []
    for place, bar in enumerate(charts[0].bars):
        cells = [bar_value(chart.bars[place]) for chart in charts]
        rows.append([bar.when, *cells])
    return table("review_figures", heads, rows)
