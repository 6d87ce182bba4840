"""What the plan has to say about a week, with the way to change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from focusplan.answers import WeekView
from focusplan.i18n import _
from focusplan.ui.parts import button, column, label, row
from focusplan.ui.widgets.labels import looks


def notes(view: WeekView, go: Callable[[str], object]) -> QVBoxLayout:
    """The notes, one below the other, and the way to one's time."""
    lines = column(gap=4)
    for number, text in enumerate(view.notes, start=1):
        lines.addWidget(label(text, "small", f"week_note_{number}"))
    if view.notes and view.present:
        spoken = _("Change your time in Settings")
        way = button("notes_settings", _("Your time in Settings"), lambda: go("settings"), "link", spoken)
        looks(way, size="small")
        lines.addLayout(row(way, 1))
    return lines
