"""Undo and redo in the window: said in words, by key on every page, and not while a field has its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import click, find, has, settle, write

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window, modifiers=CTRL):
    window.activateWindow()
    settle()
    QTest.keyClick(window, Qt.Key.Key_Z, modifiers)
    settle()


def test_what_will_be_undone_stands_on_the_button(window, workspace):
    assert not has(window, "undo") and not has(window, "redo")
    job = next(one for one in workspace.week.view().items if one.is_next)
    click(window, f"tick_{job.number}")
    assert find(window, "undo").accessibleName() == f"Undo: tick of {job.title}"
    click(window, "undo")
    assert not find(window, f"tick_{job.number}").isChecked()
    assert not has(window, "undo")
    assert find(window, "undo_toast").label.text() == f"Undone: tick of {job.title}."
    click(window, "redo")
    assert find(window, f"tick_{job.number}").isChecked()


def test_the_keys_undo_on_another_page_too(window, workspace):
    workspace.week.add_idea("Bread at dawn")
    click(window, "place_networks")
    press(window)
    assert workspace.week.ideas() == ()
    press(window, CTRL | SHIFT)
    assert [idea.text for idea in workspace.week.ideas()] == ["Bread at dawn"]
    press(window)
    press(window)
    assert find(window, "undo_toast").label.text() == "There is nothing to undo."


def test_a_field_that_is_written_in_undoes_its_own_letters(window, workspace):
    workspace.week.add_result()
    settle()
    window.activateWindow()
    write(window, "paper_line", "2 5")
    QTest.keyClick(find(window, "paper_line"), Qt.Key.Key_Z, CTRL)
    settle()
    assert find(window, "paper_line").text() != "2 5"
    assert workspace.week.view().results == 1


def test_the_buttons_speak_the_language_of_the_plan(window, workspace):
    workspace.week.add_idea("Pain")
    workspace.business.change({"language": "fr"})
    settle()
    assert find(window, "undo").accessibleName() == workspace_words(workspace)


def workspace_words(workspace):
    from focusplan.i18n import _

    return _("Undo: {what}").format(what=workspace.undoing.view().undo)


def test_a_field_whose_text_is_untouched_leaves_the_keys_to_the_window(window, workspace):
    workspace.week.add_result()
    settle()
    window.activateWindow()
    field = find(window, "paper_line")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    settle()
    assert not workspace.week.view().results
    QTest.keyClick(find(window, "paper_line"), Qt.Key.Key_Z, CTRL | SHIFT)
    settle()
    assert workspace.week.view().results == 1
