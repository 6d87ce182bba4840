"""The list of ideas and the details of a post, as a person uses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import click, dialog, find, has, settle, write


def texts(workspace):
    return [idea.text for idea in workspace.ideas.view().waiting]


def opened(window, workspace):
    for text in ("Bread", "Cake"):
        workspace.ideas.add(text)
    settle()
    click(window, "ideas_all")
    return dialog("ideas")


def test_ideas_are_added_ordered_and_taken_off_with_keys_alone(window, workspace):
    shown = opened(window, workspace)
    write(shown, "ideas_new", "Tea", enter=True)
    assert texts(workspace) == ["Bread", "Cake", "Tea"]
    listing = find(shown, "ideas_list")
    listing.setFocus()
    listing.setCurrentRow(2)
    QTest.keyClick(listing, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert texts(workspace) == ["Bread", "Tea", "Cake"] and listing.currentRow() == 1
    QTest.keyClick(listing, Qt.Key.Key_Delete)
    settle()
    assert texts(workspace) == ["Bread", "Cake"]
    QTest.keyClick(listing, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert texts(workspace) == ["Bread", "Tea", "Cake"]
    shown.reject()


def test_words_are_changed_in_place_and_empty_ones_are_refused(window, workspace):
    shown = opened(window, workspace)
    listing = find(shown, "ideas_list")
    listing.item(1).setText("A cake with <b>plums</b>")
    settle()
    assert texts(workspace) == ["Bread", "A cake with <b>plums</b>"]
    listing.item(0).setText("   ")
    settle()
    assert texts(workspace)[0] == "Bread" and find(shown, "ideas_problem").text()
    assert listing.item(0).text() == "Bread"
    assert not find(shown, "ideas_up").isEnabled() and find(shown, "ideas_down").isEnabled()
    shown.reject()


def test_a_post_has_two_ticks_a_kind_and_where_else_it_went(year, show):
    workspace = year()
    window = show(workspace)
    if has(window, "show_week"):
        click(window, "show_week")
    post = next(job for job in workspace.week.view().items if job.kind == "post" and not job.done)
    if has(window, f"open_{post.number}"):
        click(window, f"open_{post.number}")
    click(window, f"gain_{post.number}")
    click(window, f"own_{post.number}")
    click(window, f"share_{post.number}")
    made = next(job for job in workspace.week.view().items if job.number == post.number)
    assert made.checks == ("gain", "own") and made.shared
    click(window, f"tick_{post.number}")
    made = next(job for job in workspace.week.view().items if job.number == post.number)
    network = made.also[0][0]
    click(window, f"also_{post.number}_{network}")
    made = next(job for job in workspace.week.view().items if job.number == post.number)
    assert made.also[0][2]
