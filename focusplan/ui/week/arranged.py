"""Where the parts of this week stand: jobs at the left, the rest beside them; what is calm stands alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.week.days import DAYS
from focusplan.ui.week.quiet import WIDTH
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.space import room, scaled

SHARES = (65, 35)
CALM = "calm "
"""What the names of parts that stand alone begin with."""

Part = Callable[[str], QWidget]
"""The part of this name."""


def lay_out(column: QVBoxLayout, part: Part, names: tuple[str, ...]) -> None:
    """Put those of these parts that there are where they belong."""
    room(column, 0, 0, 8, 0, gap=14)
    for name in ("due", "paused", "now", CALM + "still"):
        if name in names:
            column.addWidget(part(name))
    if "time" in names:
        _whole(column, part, names)
    elif "lower" in names:
        card = Card("week_lower")
        card.setMaximumWidth(scaled(WIDTH))
        card.setAccessibleName(_("What came up and what came back"))
        column.addWidget(card)
        _jobs(card, part, names)
    column.addStretch(1)


def _whole(column: QVBoxLayout, part: Part, names: tuple[str, ...]) -> None:
    columns = Columns(shares=SHARES)
    column.addWidget(columns)
    if "empty" in names:
        columns.left.addWidget(part("empty"))
    card = Card("week_jobs")
    card.setAccessibleName(_("Jobs of the week"))
    columns.left.addWidget(card)
    _jobs(card, part, names)
    for name in ("time", "way", "network", "ideas", "still"):
        if name in names:
            columns.right.addWidget(part(name))
    columns.ended()


def _jobs(card: Card, part: Part, names: tuple[str, ...]) -> None:
    """Days stand close; what lies below them has the gap of a card."""
    days = QVBoxLayout()
    room(days, gap=0)
    for name in names:
        if name.startswith(DAYS):
            days.addWidget(part(name))
    if days.count():
        card.add(days)
    for name in ("notes", "past", "lower", "paper", "bring"):
        if name in names:
            card.add(part(name))
