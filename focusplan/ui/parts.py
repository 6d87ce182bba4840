"""Short ways to the parts that pages and dialogs are made of: each gets its name and what a reader hears."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.labels import PlainLabel, plain_tip
from focusplan.ui.widgets.picker import Picker
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.ui.widgets.stepper import Stepper
from focusplan.ui.widgets.textfield import TextField

GAP = 16
"""Between cards; half of it between the parts of a card."""

LONGEST_ITEM = 26
"""Letters of an answer that are always shown; longer ones are cut while the list is closed."""

ROLES: dict[str, tuple[str, str, bool]] = {
    "title": ("title", "", False),
    "heading": ("heading", "", False),
    "lead": ("lead", "soft", False),
    "strong": ("", "", True),
    "soft": ("", "soft", False),
    "small": ("small", "soft", False),
    "problem": ("", "sun", True),
}
"""Size, tone and weight of a text by what it is for."""


def label(text: str, role: str = "body", name: str = "") -> PlainLabel:
    """Text as it is, never markup. `role` is one of ROLES; body where it is none."""
    size, tone, strong = ROLES.get(role, ("", "", False))
    return PlainLabel(text, size=size, tone=tone, strong=strong, name=name)


def short(text: str, role: str = "body", name: str = "") -> PlainLabel:
    """A text of ours that stays on one line."""
    made = label(text, role, name)
    made.setWordWrap(False)
    return made


def button(name: str, text: str, do: Callable[[], object], kind: str = "normal", spoken: str = "") -> Button:
    """`kind`: primary, normal, quiet, link. `text` may hold a mnemonic; `spoken` where the ear needs more."""
    made = Button(text, name, kind, spoken=spoken or heard(text), mnemonic=True)
    made.clicked.connect(lambda: do())
    return made


def heard(text: str) -> str:
    """A text with a mnemonic as it is read aloud."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def combo(name: str, spoken: str, items: Iterable[tuple[str, str]], current: str) -> Picker:
    """Answers as key and text; the key is the item's data."""
    made = Picker()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    longest = 0
    for key, text in items:
        made.addItem(text, key)
        longest = max(longest, len(text))
    made.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(min(longest, LONGEST_ITEM))
    made.setMinimumWidth(scaled(100))
    made.currentTextChanged.connect(lambda text: made.setToolTip(plain_tip(text)))
    made.setCurrentIndex(made.findData(current))
    made.setToolTip(plain_tip(made.currentText()))
    return made


def line(name: str, spoken: str, text: str = "", hint: str = "", most: int = 4000) -> TextField:
    """One line to type."""
    made = TextField(text)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setPlaceholderText(hint)
    made.setMaxLength(most)
    return made


def count(name: str, spoken: str, least: int, most: int, value: int, step: int = 1) -> Stepper:
    """A whole number to type or to step through."""
    made = Stepper(name, spoken, least, most, step)
    made.set_value(value)
    return made


def facts(rows: Iterable[tuple[str, str]], name: str, breaks: bool = False) -> QGridLayout:
    """Label and value, row by row. With `breaks` they stand below one another in large letters."""
    grid = QGridLayout()
    room(grid, gap=6)
    grid.setHorizontalSpacing(scaled(16))
    large = breaks and percent() > LARGE
    grid.setColumnStretch(0 if large else 1, 1)
    for number, (what, value) in enumerate(rows):
        said = (label if large else short)(what, "body", f"{name}_{number}_what")
        place = (2 * number + 1, 0) if large else (number, 1)
        grid.addWidget(said, 2 * number if large else number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, "soft", f"{name}_{number}"), *place)
    return grid


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


def hosted(layout: QLayout) -> QWidget:
    """A layout as a part of its own."""
    host = QWidget()
    host.setLayout(layout)
    return host


def _put(layout: QBoxLayout, parts: Iterable[QWidget | int], gap: int) -> None:
    room(layout, gap=gap)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
