"""Dialogs of several screens: no taller than they have to be, and taller once an answer needs the room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from focusplan.ui.dialogs.fitting import fit, grow
from focusplan.ui.reading import TallArea
from focusplan.ui.widgets.labels import PlainLabel

MOST = (600, 500)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def screen(lines: int) -> tuple[QWidget, QVBoxLayout]:
    body, whole = QWidget(), QWidget()
    column, outer = QVBoxLayout(body), QVBoxLayout(whole)
    for number in range(lines):
        column.addWidget(PlainLabel(f"Line {number}"))
    outer.addWidget(TallArea("area", body))
    return whole, column


def dialog_of(window, *lines):
    dialog, stack, columns = QDialog(window), QStackedWidget(), []
    QVBoxLayout(dialog).addWidget(stack)
    for count in lines:
        made, column = screen(count)
        stack.addWidget(made)
        columns.append(column)
    return dialog, columns


def test_it_is_as_tall_as_its_largest_screen_needs(window):
    small, _one = dialog_of(window, 1, 2)
    large, _two = dialog_of(window, 1, 8)
    huge, _three = dialog_of(window, 1, 80)
    for dialog in (small, large, huge):
        fit(dialog, MOST)
    assert small.height() < large.height() < huge.height() == MOST[1]
    assert {small.width(), large.width(), huge.width()} == {MOST[0]}


def test_it_never_leaves_its_window(window):
    window.resize(500, 300)
    dialog, _columns = dialog_of(window, 80)
    fit(dialog, MOST)
    assert dialog.width() < 500 and dialog.height() < 300


def test_it_grows_with_what_comes_into_it_and_never_shrinks(window, qtbot):
    dialog, columns = dialog_of(window, 1, 1)
    fit(dialog, MOST)
    dialog.open()
    before = dialog.height()
    for _number in range(8):
        columns[1].addWidget(PlainLabel("More"))
    grow(dialog, MOST)
    qtbot.waitUntil(lambda: dialog.height() > before)
    grown = dialog.height()
    for label in dialog.findChildren(QLabel):
        label.hide()
    grow(dialog, MOST)
    assert dialog.height() == grown
    dialog.close()
