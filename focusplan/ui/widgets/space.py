"""Lengths that follow the text size. Layouts given room here are fitted again when it changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

PROPERTY = "focusplan_percent"
"""Property of the application that holds the text size in per cent."""

_ROOM = "focusplan_room"


def percent() -> int:
    """The text size that is shown, 100 before any was chosen."""
    application = QCoreApplication.instance()
    found = application.property(PROPERTY) if application is not None else None
    return found if isinstance(found, int) else 100


def scaled(pixels: float) -> int:
    """A length given for 100 %, at the text size that is shown; at least 1 where it is not nothing."""
    return max(1, round(pixels * percent() / 100)) if pixels > 0 else 0


def room(layout: QLayout, *margins: int, gap: int = 8) -> None:
    """Give a layout its margins and the gap between its parts, in pixels at 100 %.

    No margin means 0 all round, one means all four, two mean left and right, then top and bottom; four mean
    left, top, right, bottom.
    """
    four = {0: (0,) * 4, 1: margins * 4, 2: (margins[:2] * 2) if len(margins) == 2 else ()}.get(
        len(margins), margins
    )
    layout.setProperty(_ROOM, [*four, gap])
    _fit(layout)


def refit(widgets: Iterable[QWidget]) -> None:
    """Fit every layout of these widgets that was given room, after the text size has changed."""
    for widget in widgets:
        for layout in (widget.layout(), *widget.findChildren(QLayout)):
            if layout is not None and layout.property(_ROOM) is not None:
                _fit(layout)


def _fit(layout: QLayout) -> None:
    *margins, gap = (scaled(length) for length in layout.property(_ROOM))
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    again = getattr(layout, "fit", None)
    if again is not None:
        again()
