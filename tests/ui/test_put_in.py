"""What the tools of a person who types with no keys write into a field counts as typed, everywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from focusplan.ui.dialogs.close_week import CloseWeek
from focusplan.ui.dialogs.numbers import NumbersDialog
from focusplan.ui.gallery import dialogs
from focusplan.ui.places import PLACES
from focusplan.ui.widgets.textfield import TextField
from tests.ui.driving import click, find, settle

FRIDAY = date(2026, 11, 27)


def put_in(field: QWidget, text: str) -> None:
    """As a screen reader or a voice does: past every key, with the focus anywhere."""
    interface = QAccessible.queryAccessibleInterface(field)
    interface.setText(QAccessible.Text.Value, text)
    settle()


def fields(root: QWidget) -> list[Any]:
    found = [*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisibleTo(root) and one.isEnabled() and not one.isReadOnly()]


def deaf(root: QWidget) -> list[str]:
    """Fields that would only listen to keys, or change what was put into them."""
    found = []
    for field in fields(root):
        if isinstance(field, QLineEdit):
            ours = isinstance(field, TextField)
            if field.receivers("2textEdited(QString)") or field.receivers("2editingFinished()") > ours:
                found.append(field.objectName())
        text = "7" if isinstance(field, QLineEdit) and field.maxLength() < 20 else "Rye from one field"
        put_in(field, text)
        shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if shown != text:
            found.append(f"{field.objectName()} shows {shown}")
    return found


def test_no_field_of_a_page_listens_to_keys_alone(year, show):
    window = show(year())
    seen = 0
    for place in PLACES:
        window.go(place)
        settle()
        seen += len(fields(window))
        assert deaf(window) == [], place
    assert seen > 10


def test_no_field_of_a_dialog_listens_to_keys_alone(year, show, tmp_path):
    workspace = year()
    window = show(workspace)
    seen = 0
    for name, make in dialogs(workspace, window, tmp_path).items():
        dialog = make()
        dialog.open()
        settle()
        seen += len(fields(dialog))
        assert deaf(dialog) == [], name
        dialog.close()
        settle()
    assert seen > 30


def test_what_the_program_shows_tells_nothing(qtbot):
    field = TextField("before")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.typed.connect(heard.append)
    field.left.connect(lambda: heard.append("left"))
    field.setText("shown")
    field.clear()
    assert heard == []
    put_in(field, "said")
    qtbot.waitUntil(lambda: heard == ["said", "left"])


# ---------------------------------------------------------------- what it does


def test_an_hour_that_was_said_is_counted_at_once(window):
    window.go("settings")
    settle()
    card = find(window, "settings_time_card")
    put_in(find(card, "time_hour_value"), "50")
    assert "£433" in find(card, "time_meaning").text()
    assert find(card, "settings_time_keep").isEnabled()


def test_the_when_then_sentence_is_kept_without_a_key(window, workspace, qtbot):
    window.go("settings")
    settle()
    put_in(find(window, "settings_sentence"), "When the till is closed, I sit down.")
    qtbot.waitUntil(lambda: workspace.week.when_then()[0] == "When the till is closed, I sit down.")


def test_a_line_from_paper_is_understood_as_it_is_said(window, qtbot):
    put_in(find(window, "paper_line"), "1=5")
    qtbot.waitUntil(lambda: "Enter keeps it." in find(window, "paper_said").text())


def test_minutes_that_are_said_are_kept(window, workspace, qtbot):
    job = workspace.week.view().items[0]
    click(window, f"tick_{job.number}")
    other = next(one for one in window.findChildren(TextField) if one.objectName().endswith("_other"))
    put_in(other, "12")
    qtbot.waitUntil(lambda: workspace.week.view().items[0].taken == 12)


@pytest.mark.parametrize("key", ["worked", "put_off"])
def test_a_sentence_of_the_closing_is_kept(year, show, qtbot, key):
    workspace = year(FRIDAY)
    window = show(workspace)
    asked = CloseWeek(workspace, workspace.review.view(), window)
    asked.open()
    settle()
    name = f"close_{key}_text"
    while not (found := [one for one in asked.findChildren(TextField, name) if one.isVisibleTo(asked)]):
        click(asked, "close_unknown")
    put_in(found[0], "The photograph of the oven")
    qtbot.waitUntil(lambda: "The photograph of the oven" in str(workspace.review.view()))
    asked.close()


def test_a_figure_that_is_said_is_kept(year, show, qtbot):
    workspace = year(FRIDAY)
    asked = NumbersDialog(workspace, show(workspace))
    asked.open()
    settle()
    field = next(one for one in asked.findChildren(TextField) if one.objectName().endswith("_reach_field"))
    put_in(field, "341")
    qtbot.waitUntil(lambda: "known=341" in str(workspace.review.numbers()))
    asked.close()
