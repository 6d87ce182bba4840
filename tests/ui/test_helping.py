"""Another day by key or hand, someone else, a part, less time: what the owner does beside ticking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from focusplan.ui.week.daykeys import DayStrip, left_on, next_day
from tests.services.conftest import MONDAY
from tests.ui.driving import click, dialog, find, settle, write

WED, FRI = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def job(workspace, number):
    return next(one for one in workspace.week.view().items if one.number == number)


def ahead(workspace):
    return next(one for one in workspace.week.view().items if one.is_next)


def page(window):
    return window.stack.currentWidget()


def choose(window, menu_name, action_name):
    """Open a menu by its button and choose in it."""
    menu = window.findChild(QMenu, menu_name)
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if one.objectName() == action_name)
    action.trigger()
    settle()


# ---------------------------------------------------------------- another day


def test_alt_and_arrows_lead_to_the_owners_next_day_and_back(window, workspace):
    window.activateWindow()
    one = ahead(workspace)
    box = find(window, f"tick_{one.number}")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down, ALT)
    settle()
    assert job(workspace, one.number).day == WED
    assert window.focusWidget().objectName() == f"tick_{one.number}"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up, ALT)
    settle()
    assert job(workspace, one.number).day == MONDAY
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up, ALT)
    settle()
    assert find(window, "toast").label.text() == "No earlier day is open."


def test_a_day_that_is_full_says_so_in_passing(window, workspace, said):
    window.activateWindow()
    one = ahead(workspace)
    while left_on(next(day for day in workspace.week.view().days if day.day == WED)) >= one.minutes:
        workspace.week.came_up("Baskets", 10, WED)
    settle()
    find(window, f"tick_{one.number}").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, ALT)
    settle()
    assert job(workspace, one.number).day == MONDAY
    assert "Wednesday" in find(window, "toast").label.text() and not said


@pytest.mark.parametrize(("weekday", "moved"), [(2, WED), (4, FRI), (1, MONDAY)])
def test_a_job_is_dropped_on_a_day_or_the_day_is_the_owners(window, workspace, said, weekday, moved):
    one = ahead(workspace)
    strip = DayStrip(page(window).view, one, page(window).doing.move, page(window))
    target = strip.targets[weekday]
    assert target.free == (moved != MONDAY)
    data = QMimeData()
    data.setData("application/x-focusplan-job", str(one.number).encode())
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)
    settle()
    strip.deleteLater()
    settle()
    assert job(workspace, one.number).day == moved
    assert bool(said) == (moved == MONDAY)
    assert strip is not None


def test_what_waits_under_later_comes_from_either_end(window, workspace):
    one = ahead(workspace)
    workspace.week.put_off(None, one.number)
    view = workspace.week.view()
    later = job(workspace, one.number)
    assert (next_day(view, later, 1), next_day(view, later, -1)) == (MONDAY, FRI)


# ---------------------------------------------------------------- who, a part, less time


def test_a_job_is_handed_to_someone_new_and_taken_back(window, workspace):
    one = ahead(workspace)
    choose(window, f"who_{one.number}_menu", f"who_{one.number}_menu_other")
    shown = dialog("people")
    write(shown, "people_name", "Anna & Co")
    click(shown, "people_yes")
    settle()
    assert job(workspace, one.number).person == "Anna & Co"
    choose(window, f"who_{one.number}_menu", f"who_{one.number}_menu_0")
    assert job(workspace, one.number).person == ""


def test_a_name_is_taken_off_the_list(window, workspace):
    workspace.people.add("Anna")
    one = ahead(workspace)
    choose(window, f"who_{one.number}_menu", f"who_{one.number}_menu_other")
    shown = dialog("people")
    click(shown, "people_off_0")
    assert workspace.people.names() == ()
    shown.reject()


def test_a_part_is_noted(window, workspace):
    one = ahead(workspace)
    click(window, f"part_{one.number}")
    shown = dialog("part")
    click(shown, "part_yes")
    settle()
    assert workspace.week.view().minutes_done == max(5, one.minutes // 2)


def test_a_week_with_less_time_is_said_and_undone(window, workspace):
    usual = workspace.week.view().planned
    choose(window, "less_time_menu", "less_50")
    assert workspace.week.view().planned < usual
    assert find(window, "toast").label.text() == "This week has 50% of its time."
    click(window, "toast_undo")
    assert workspace.week.view().planned == usual


def test_pausing_is_offered_where_time_is_short(window, workspace):
    choose(window, "less_time_menu", "less_pause")
    shown = dialog("pause")
    assert shown.first.currentData() == str(workspace.week.view().week)
    shown.reject()


def test_one_more_result_by_key(window, workspace):
    window.activateWindow()
    settle()
    for _each in range(2):
        QTest.keyClick(page(window), Qt.Key.Key_R, CTRL)
        settle()
    assert workspace.week.view().results == 2
    click(window, "toast_undo")
    assert workspace.week.view().results == 1


def test_the_sheet_of_one_person_is_seen_before_it_is_printed(window, workspace):
    one = ahead(workspace)
    workspace.people.hand_over(None, one.number, "Anna")
    settle()
    click(window, "week_print")
    shown = dialog("print_week")
    whose = find(shown, "print_person")
    whose.setCurrentIndex(whose.findData("Anna"))
    settle()
    shown.reject()


def test_what_came_up_may_be_for_a_network(window, workspace):
    click(window, "came_up_open")
    shown = dialog("came_up")
    write(shown, "came_up_title", "A story at the market")
    box = find(shown, "came_up_network")
    box.setCurrentIndex(box.findData("google_business"))
    find(shown, "came_up_done").setChecked(True)
    click(shown, "came_up_yes")
    settle()
    made = next(one for one in workspace.week.view().items if one.title == "A story at the market")
    assert made.network == "google_business" and made.done
