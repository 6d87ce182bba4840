"""What does not fit its place on a page or in a dialog: words that are cut, and anything that goes sideways."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from focusplan.ui.widgets.labels import ElidedLabel

SLACK = 2
"""Pixels that letters may reach beyond their own width."""
READABLE = 14
"""Letters of what stands in a field that are to be seen at once."""


def misfits(root: QWidget) -> list[str]:
    """Everything that is cut without a way to read it, by name, and areas that scroll sideways."""
    found = []
    for thing in root.findChildren(QWidget):
        if not thing.isVisibleTo(root) or thing.width() < 2:
            continue
        if isinstance(thing, QScrollArea) and thing.horizontalScrollBar().maximum() > 0:
            found.append(f"{thing.objectName()} scrolls sideways by {thing.horizontalScrollBar().maximum()}")
        cut = _cut(thing)
        if cut:
            found.append(f"{type(thing).__name__} {thing.objectName()} {cut}: {_text(thing)!r}")
    return [*found, *_outside(root)]


def _cut(thing: QWidget) -> str:
    if isinstance(thing, QLabel) and not isinstance(thing, ElidedLabel):
        return _cut_label(thing)
    if isinstance(thing, QPushButton):
        return _cut_button(thing)
    if isinstance(thing, QCheckBox | QRadioButton) and thing.text():
        return "is cut" if thing.width() + SLACK < thing.sizeHint().width() else ""
    if isinstance(thing, QLineEdit):
        first = (thing.text() or thing.placeholderText())[:READABLE]
        return "is too narrow" if thing.width() < thing.fontMetrics().horizontalAdvance(first) else ""
    if isinstance(thing, QComboBox):
        wanted = thing.fontMetrics().horizontalAdvance(thing.currentText()) + thing.height() // 2
        return "is cut" if thing.width() < wanted and not thing.toolTip() else ""
    return ""


def _cut_label(thing: QLabel) -> str:
    if not thing.text() or thing.pixmap().width():
        return ""
    if not thing.wordWrap():
        return "is cut" if thing.width() + SLACK < thing.sizeHint().width() else ""
    if thing.width() + SLACK < thing.minimumSizeHint().width():
        return "has a word that is cut"
    return "is cut below" if thing.height() + SLACK < thing.heightForWidth(thing.width()) else ""


def _cut_button(thing: QPushButton) -> str:
    if not thing.text() or thing.toolTip():
        return ""
    option = QStyleOptionButton()
    thing.initStyleOption(option)
    inner = thing.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, thing)
    wanted = thing.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, thing.text())
    room = inner.width() - (thing.iconSize().width() + 4 if not thing.icon().isNull() else 0)
    if wanted.width() > room + SLACK:
        return "is cut"
    return "is cut below" if wanted.height() > thing.height() else ""


def _outside(root: QWidget) -> list[str]:
    """Buttons that reach beyond the window sideways."""
    found = []
    for thing in root.findChildren(QAbstractButton):
        if thing.isVisibleTo(root):
            left = thing.mapTo(root, QPoint(0, 0)).x()
            if left < -SLACK or left + thing.width() > root.width() + SLACK:
                found.append(f"{thing.objectName()} stands outside")
    return found


def _text(thing: QWidget) -> str:
    return thing.currentText() if isinstance(thing, QComboBox) else str(thing.text())  # type: ignore[attr-defined]
