"""One design: colours, lengths and letters come from one place, and a page says no more than it has to."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

import focusplan.ui
from focusplan.ui.places import PLACES
from tests.ui.driving import settle

UI = Path(focusplan.ui.__file__).parent
THE_PLACE = {"palette.py", "sheet.py", "style.py", "widgets/space.py"}
"""Where colours, lengths and letters are written."""
LENGTHS = {
    "setContentsMargins", "setSpacing", "addSpacing", "setFixedWidth", "setFixedHeight", "setFixedSize",
    "setMinimumWidth", "setMinimumHeight", "setMaximumWidth", "setMaximumHeight", "setHorizontalSpacing",
    "setVerticalSpacing",
}  # fmt: skip
LETTERS = {"setStyleSheet", "setPointSize", "setPointSizeF", "setPixelSize"}
HAIRLINE = 1
"""A line that divides is one pixel at every size."""
FITS_ITSELF = {("widgets/ring.py", "setPixelSize")}
"""Letters inside a drawing that are as large as their place lets them be."""


def parts() -> Iterator[tuple[str, ast.AST]]:
    for file in sorted(UI.rglob("*.py")):
        name = file.relative_to(UI).as_posix()
        if name not in THE_PLACE:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                yield name, node


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_colours_are_written_in_one_place():
    found = []
    for name, node in parts():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search(r"#[0-9A-Fa-f]{6}\b|\brgba?\(|\bhsla?\(", node.value):
                found.append(f"{name}:{node.lineno} {node.value!r}")
        if called(node) == "QColor":
            found.append(f"{name}:{node.lineno} QColor")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            if node.value.attr == "GlobalColor" and node.attr != "transparent":
                found.append(f"{name}:{node.lineno} {node.attr}")
    assert found == []


def test_letters_are_written_in_one_place():
    assert [
        f"{name}:{node.lineno} {called(node)}"
        for name, node in parts()
        if called(node) in LETTERS and (name, called(node)) not in FITS_ITSELF
    ] == []


def test_lengths_follow_the_text_size():
    """A number of pixels goes through `scaled` or `room`, so that large letters have room."""
    found = [
        f"{name}:{node.lineno} {called(node)}"
        for name, node in parts()
        if called(node) in LENGTHS
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, int) and argument.value > HAIRLINE
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Answer before nine. Close the week.", 2),
        ("15 h 30 in all, in 12 of 13 weeks.", 0),
        ("What do you hope for?", 1),
        ("Networks", 0),
        ("30 min", 0),
        ("It is called “Reviews.” Look there.", 2),
    ],
)
def test_running_text_is_told_from_labels_and_figures(text: str, said: int):
    assert len(running(text)) == said


END = re.compile(r"(?<=[.!?])[\"”»’)]*\s+|\n")


def running(text: str) -> list[str]:
    """The sentences of a text, without those that only put figures into words."""
    said = [one.strip() for one in END.split(text.replace("&", ""))]
    return [one for one in said if re.search(r"[.!?][\"”»’)]*$", one) and not re.search(r"\d", one)]


def shown(root: QWidget) -> list[QLabel]:
    """Texts that can be seen; a question above its field is that field's label, a title that of its card."""
    return [
        one
        for one in root.findChildren(QLabel)
        if one.text() and one.isVisibleTo(root) and one.buddy() is None and one.property("letters") not in TITLES
    ]


def card_of(text: QWidget, root: QWidget) -> str:
    above = text.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QFrame) and above.property("kind") in ("card", "banner", "pick", "chosen", "now"):
            return above.objectName()
        above = above.parentWidget()
    return ""


TITLES = ("title", "heading")
WORDS = 60
"""Most words of running text on a page."""
ASKED = {"settings_business_card", "first_job", "practice", "hint"}
"""Cards that are a form, a job with its numbered lines, or said above a page the first time only."""


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_a_page_says_little_and_has_one_thing_to_do_next(year, show, language):
    window = show(year(language=language))
    long, primary = [], {}
    for place in PLACES:
        window.go(place)
        settle()
        page = window.stack.currentWidget()
        said = [(card_of(one, page), running(one.text())) for one in shown(page)]
        words = sum(len(one.split()) for card, texts in said for one in texts if card not in ASKED)
        if words > WORDS:
            long.append(f"{place}: {words} words")
        for card in {card for card, _texts in said if card} - ASKED:
            count = sum(len(texts) for one, texts in said if one == card)
            if count > 2:
                long.append(f"{place}, {card}: {count} sentences")
        primary[place] = [
            one.objectName()
            for one in page.findChildren(QAbstractButton)
            if one.property("kind") == "primary" and one.isVisibleTo(page)
        ]
    assert long == [], long
    assert len(primary.pop("week")) <= 1, "the next job is the only primary button"
    assert not any(primary.values()), primary
