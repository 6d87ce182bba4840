"""A dialog of several screens is as tall as the largest of them needs, and never taller than its window."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from focusplan.ui.widgets.space import scaled

BESIDE = 20
"""Pixels of the window that stay to be seen, in width and in height."""
SLACK = 28
"""At 100 %: room for the line that says what is not right yet, without anything moving."""


def fit(dialog: QDialog, most: tuple[int, int]) -> None:
    """Give it the width of `most` (pixels at 100 %) and the height its screens need, at most that of `most`.
    One that is shown only ever grows, since a window that shrinks under the hand is missed by it."""
    parent = dialog.parentWidget()
    there = parent.window().size() if parent is not None else dialog.maximumSize()
    width = min(scaled(most[0]), there.width() - BESIDE)
    highest = min(scaled(most[1]), there.height() - BESIDE)
    now = dialog.size() if dialog.isVisible() else QSize(width, 0)
    dialog.ensurePolished()
    needed = _needed(dialog, now.width()) + scaled(SLACK)
    dialog.resize(now.width(), max(now.height(), min(highest, needed)))


def grow(dialog: QDialog, most: tuple[int, int]) -> None:
    """Fit it now and once what was just put into it is shown, since until then it takes no room."""
    fit(dialog, most)
    if dialog.isVisible():
        QTimer.singleShot(0, dialog, lambda: fit(dialog, most))


def _needed(dialog: QDialog, width: int) -> int:
    layout = dialog.layout()
    if layout is None:
        return dialog.sizeHint().height()
    for part in dialog.findChildren(QWidget):
        part.updateGeometry()  # what was reckoned before new parts came is of no use
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
