"""Short ways to the parts that pages and dialogs are made of: each gets its name and what a reader hears."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusplan.ui.labels import plain

GAP = 16
"""Between cards; half of it between the parts of a card."""


def label(text: str, role: str = "body", name: str = "") -> QLabel:
    """Text as it is, never markup. `role`: title, heading, strong, body, soft or small."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setObjectName(name)
    return made


def button(
    name: str, text: str, do: Callable[[], object], kind: str = "normal", spoken: str = ""
) -> QPushButton:
    """`kind`: primary, normal, quiet, link. `text` may hold a mnemonic; `spoken` where the ear needs more."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setAccessibleName(spoken or text.replace("&", ""))
    made.clicked.connect(lambda: do())
    return made


def named(name: str, pattern: str, value: str) -> tuple[str, str]:
    """A button's text with a name of the data in it, as shown and as heard."""
    return plain(pattern.format(name=value)), pattern.format(name=value)


def combo(name: str, spoken: str, items: Iterable[tuple[str, str]], current: str) -> QComboBox:
    """Answers as key and text; the key is the item's data."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    for key, text in items:
        made.addItem(text, key)
    found = made.findData(current)
    made.setCurrentIndex(found)
    return made


def line(name: str, spoken: str, text: str = "", hint: str = "", most: int = 4000) -> QLineEdit:
    """One line to type."""
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setPlaceholderText(hint)
    made.setMaxLength(most)
    return made


def row(*parts: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """Parts beside one another; a number is a stretch."""
    made = QHBoxLayout()
    _put(made, parts, gap)
    return made


def column(*parts: QWidget | int, gap: int = 8) -> QVBoxLayout:
    """Parts below one another; a number is a stretch."""
    made = QVBoxLayout()
    _put(made, parts, gap)
    return made


def _put(layout: QBoxLayout, parts: Iterable[QWidget | int], gap: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
