"""Boxes of the dialogs tell what was toggled, however that happened: by a key or by a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from focusplan.domain.weeks import Week
from tests.services.conftest import MONDAY
from tests.ui.driving import click, dialog, find, settle

HOW = ("space", "reader")


def toggle(root, name, how) -> None:
    box = find(root, name)
    if how == "space":
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    else:
        actions = QAccessible.queryAccessibleInterface(box).actionInterface()
        actions.doAction(QAccessibleActionInterface.toggleAction())
    settle()


def done(workspace, number) -> bool:
    return next(job.done for job in workspace.week.view().items if job.number == number)


@pytest.mark.parametrize("how", HOW)
def test_a_job_that_is_done_after_all_is_kept_at_once(workspace, show, how):
    workspace.travel(Week.of(MONDAY).days[4])
    window = show(workspace)
    click(window, "close_week_open")
    asked = dialog("close_week")
    name = find(asked, "close_screen_left").first.objectName()
    number = int(name.removeprefix("close_left_"))
    assert not done(workspace, number)
    toggle(asked, name, how)
    assert done(workspace, number)
    toggle(asked, name, how)
    assert not done(workspace, number)
    asked.reject()
    settle()


@pytest.mark.parametrize("how", HOW)
def test_the_wall_version_is_shown_at_once(window, how):
    click(window, "week_print")
    sheet = dialog("print_week")
    whole = sheet._scroll.widget().grab().toImage()
    toggle(sheet, "print_wall", how)
    assert sheet._scroll.widget().grab().toImage() != whole
    toggle(sheet, "print_wall", how)
    assert sheet._scroll.widget().grab().toImage() == whole
    click(sheet, "print_close")
