"""Closing a week by the keyboard alone, and the numbers typed in beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from focusplan.domain.weeks import Week
from focusplan.ui.dialogs.numbers import NumbersDialog
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY
from tests.ui.driving import click, dialog, find, has, settle, words, write

FRIDAY = date(2026, 11, 27)
ENTER, TAB, DOWN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space


class Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, asked) -> None:
        self.asked, self.count = asked, 0
        asked.activateWindow()
        settle()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.asked.focusWidget() or self.asked, key, modifier)
        self.count += 1
        settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.asked.focusWidget(), text)
        self.count += len(text)
        settle()


@pytest.fixture
def asked(year, show):
    workspace = year(FRIDAY)
    window = show(workspace)
    click(window, "close_week_open")
    return dialog("close_week")


def shown(workspace: Workspace, network: str) -> dict:
    week = workspace.review.numbers().weeks[0]
    return {one.figure: one.known for row in week.rows if row.network == network for one in row.figures}


def test_a_usual_week_is_closed_with_few_keys_and_no_mouse(asked):
    """What is known is passed over; the rest is a digit and Enter each."""
    workspace, view = asked._workspace, asked._view
    active = view.numbers[0].network
    keys = Keys(asked)
    keys.press(ENTER)
    for digit in ("3", "3", "2", "1"):
        keys.type(digit)
        keys.press(ENTER)
    for _screen in view.numbers:
        keys.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert asked._screen.key == "phone"
    for _screen in range(4 + view.asks_when_then):
        keys.press(ENTER)
    assert asked.closed and workspace.review.due() is None
    keys.press(ENTER)
    assert dialog("print_week")
    found = shown(workspace, active)
    assert (found["received"], found["answered_in_time"], found["enquiries"]) == (3, 3, 2)
    assert found["sales"] is None
    assert keys.count <= 22


def test_enter_alone_leads_through_all_of_it_and_makes_nothing_up(asked):
    workspace, before = asked._workspace, asked._workspace.review.numbers()
    keys = Keys(asked)
    for _key in range(60):
        if asked.closed:
            break
        keys.press(ENTER)
    assert asked.closed and keys.count <= 40
    assert workspace.review.numbers() == before
    asked.reject()


def test_on_every_question_one_can_say_that_one_does_not_know(asked):
    workspace = asked._workspace
    for _screen in range(60):
        if asked.closed:
            break
        assert find(asked, "close_unknown").isEnabled()
        click(asked, "close_unknown")
    assert asked.closed
    assert set(shown(workspace, "google_business").values()) == {None}
    with workspace._context.read() as work:
        from focusplan.domain.review import Review

        assert [one.decide for one in work.all(Review, week=Week.of(FRIDAY))] == ["keep"]
    asked.reject()


def test_each_answer_is_kept_at_once_also_if_the_computer_dies(asked):
    workspace, week = asked._workspace, asked._view.week
    click(asked, "close_next")
    cells = {one.figure.figure: one.field for one in asked._screen.fields.cells}
    write(asked, cells["received"].objectName(), "4", enter=True)
    while asked._screen.key != "worked":
        click(asked, "close_next")
    write(asked, "close_worked_text", "Photos of the oven")
    QTest.qWait(0)
    asked._screen._timer.timeout.emit()
    again = Workspace(workspace.home, today=FRIDAY)
    view = again.review.view(week)
    assert view.draft["worked"] == "Photos of the oven" and view.draft["place"] == "worked"
    assert shown(again, asked._view.numbers[0].network)["received"] == 4
    again.close()
    while asked._screen.key != "decide":
        click(asked, "close_next")
    click(asked, "close_decide_stop")
    assert workspace.review.view(week).draft["decide"] == "stop"
    asked.reject()


def test_what_is_changed_is_asked_once_and_may_stay_unsaid(asked):
    while asked._screen.key != "decide":
        click(asked, "close_next")
    click(asked, "close_decide_change")
    click(asked, "close_next")
    assert not asked.closed and asked.focusWidget() is find(asked, "close_text")
    click(asked, "close_next")
    assert asked.closed
    asked.reject()


def test_a_job_is_let_go_or_taken_up_again(asked):
    job = next(one for one in asked._view.jobs if one.can_drop)
    name = f"close_drop_{job.number}"
    click(asked, name)
    assert job.number not in [one.number for one in asked._workspace.review.view().jobs]
    assert not find(asked, f"close_left_{job.number}").isEnabled()
    click(asked, name)
    assert job.number in [one.number for one in asked._workspace.review.view().jobs]
    asked.reject()


def test_minutes_on_the_phone_may_be_typed_or_left_out(asked):
    while asked._screen.key != "phone":
        click(asked, "close_next")
    write(asked, "close_phone_field", "many")
    click(asked, "close_next")
    assert asked._screen.key == "phone" and has(asked, "close_problem")
    write(asked, "close_phone_field", "90")
    click(asked, "close_next")
    assert asked._workspace.review.view().phone == 90
    click(asked, "close_back")
    click(asked, "close_unknown")
    assert asked._workspace.review.view().phone is None
    asked.reject()


def test_the_sentence_is_asked_once_kept_and_changed_in_settings(asked):
    workspace = asked._workspace
    while asked._screen.key != "when_then":
        click(asked, "close_next")
    write(asked, "close_when_then_text", "When the till is closed, I sit down")
    click(asked, "close_next")
    assert workspace.week.sheet().when_then == "When the till is closed, I sit down"
    assert not workspace.review.view().asks_when_then
    window = asked.parentWidget().window()
    asked.reject()
    click(window, "place_settings")
    field = find(window, "settings_sentence")
    assert field.text() == "When the till is closed, I sit down"
    write(window, "settings_sentence", "When the shop is swept, I sit down", enter=True)
    assert workspace.week.sheet().when_then == "When the shop is swept, I sit down"
    assert has(window, "settings_sentence_said")


def test_passing_the_sentence_over_keeps_the_one_that_was_offered(asked):
    workspace = asked._workspace
    offered = workspace.week.sheet().when_then
    while asked._screen.key != "when_then":
        click(asked, "close_next")
    click(asked, "close_next")
    assert not workspace.review.view().asks_when_then
    assert workspace.week.sheet().when_then == offered
    asked.reject()


def test_the_closed_week_offers_an_easier_goal_that_can_be_put_away(asked):
    workspace = asked._workspace
    while not asked.closed:
        click(asked, "close_next")
    offers = workspace.review.closed(asked._view.week).easier
    assert has(asked, "close_easier_0") == bool(offers)
    if offers:
        click(asked, "close_easier_0_look")
        click(dialog("goal"), "goal_no")
        assert has(asked, "close_easier_0")
        click(asked, "close_easier_0_keep")
        assert not has(asked, "close_easier_0")
        assert offers[0].id not in [one.id for one in workspace.review.closed(asked._view.week).easier]
    asked.reject()
    assert workspace.review.due() is None


# ---------------------------------------------------------------- the numbers at any time


@pytest.fixture
def numbers(year, show) -> NumbersDialog:
    workspace = year(FRIDAY)
    window = show(workspace)
    if has(window, "show_week"):
        click(window, "show_week")
    click(window, "numbers_open")
    return dialog("numbers")


def test_the_grid_is_typed_row_by_row_and_each_figure_is_kept_at_once(numbers):
    keys, workspace = Keys(numbers), numbers._workspace
    active = workspace.networks.view().active.network
    for digit in ("5", "4"):
        keys.type(digit)
        keys.press(ENTER)
    assert shown(workspace, active)["received"] == 5 and shown(workspace, active)["answered_in_time"] == 4
    assert shown(workspace, active)["reach"] is None
    typed = next(one for one in numbers.fields.cells if one.figure.figure == "received")
    assert typed.said.text() == "typed" and words(numbers).count("ticked")
    keys.press(TAB)
    assert numbers.fields.now.figure.figure == "customers"
    row = numbers.fields.now.row
    keys.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert numbers.fields.now.row is not row
    numbers.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    click(numbers, "numbers_done")
    assert not numbers.isVisible()


def test_a_wrong_figure_is_said_and_nothing_is_made_up(numbers):
    keys, workspace = Keys(numbers), numbers._workspace
    active = workspace.networks.view().active.network
    keys.type("some")
    keys.press(ENTER)
    assert "whole number" in find(numbers, "numbers_problem").text()
    assert shown(workspace, active)["received"] is None
    click(numbers, "numbers_done")
    assert numbers.isVisible()
    numbers.reject()


def test_fewer_answered_and_fewer_received_are_taken_together(numbers):
    keys, workspace = Keys(numbers), numbers._workspace
    active = workspace.networks.view().active.network
    for digit in ("5", "5"):
        keys.type(digit)
        keys.press(ENTER)
    cells = {one.figure.figure: one.field for one in numbers.fields.cells if one.row.network == active
             and one.row.week == Week.of(FRIDAY)}  # fmt: skip
    write(numbers, cells["received"].objectName(), "3", enter=True)
    assert not find(numbers, "numbers_area").isHidden() and not has(numbers, "numbers_problem")
    write(numbers, cells["answered_in_time"].objectName(), "2", enter=True)
    found = shown(workspace, active)
    assert (found["received"], found["answered_in_time"]) == (3, 2)
    numbers.reject()


def test_money_is_read_as_the_place_writes_it(numbers):
    workspace = numbers._workspace
    cell = next(one for one in numbers.fields.cells if one.figure.figure == "sales")
    write(numbers, cell.field.objectName(), "12.50", enter=True)
    assert shown(workspace, cell.row.network)["sales"] == 1250
    cell.field.set_value(1250)
    assert cell.field.text() == "12.50"
    numbers.reject()


def test_an_older_week_is_kept_and_does_not_count(numbers):
    weeks = len({one.row.week for one in numbers.fields.cells})
    click(numbers, "numbers_older")
    old = numbers.fields.cells[-1].row.week
    assert len({one.row.week for one in numbers.fields.cells}) == weeks + 1
    assert "don’t count" in find(numbers, f"numbers_{old}_note").text()
    assert numbers.fields.now.row.week == old
    cell = next(one for one in numbers.fields.cells if one.row.week == old and one.figure.figure == "enquiries")
    write(numbers, cell.field.objectName(), "7", enter=True)
    rows = {row.network: row for week in numbers._workspace.review.numbers(1).weeks if week.week == old
            for row in week.rows}  # fmt: skip
    known = {one.figure: one.known for one in rows[cell.row.network].figures}
    assert known["enquiries"] == 7
    numbers.reject()


def test_up_and_down_count_and_what_nobody_knows_stays_empty(numbers):
    cell = next(one for one in numbers.fields.cells if one.kept is None)
    cell.field.setFocus()
    for key in (DOWN, Qt.Key.Key_Up, Qt.Key.Key_Up, DOWN):
        QTest.keyClick(cell.field, key)
    assert cell.field.value() == 1
    cell.field.clear()
    QTest.keyClick(cell.field, ENTER)
    assert cell.kept is None
    numbers.reject()


def test_figures_from_nobody_knows_where_are_kept(workspace, show):
    workspace.travel(MONDAY + timedelta(days=1))
    window = show(workspace)
    shown_now = NumbersDialog(workspace, window)
    shown_now.open()
    cell = next(one for one in shown_now.fields.cells if not one.row.network)
    write(shown_now, cell.field.objectName(), "2", enter=True)
    assert shown(workspace, "")["enquiries"] == 2
    shown_now.reject()
    assert QApplication.activeModalWidget() is None


def test_a_file_fills_in_what_it_knows(asked, tmp_path):
    workspace, active = asked._workspace, asked._view.numbers[0].network
    file = tmp_path / "own.csv"
    file.write_text(f"date,network,customers\n{asked._view.week.monday},{active},6\n", encoding="utf-8")
    click(asked, "close_next")
    click(asked, f"close_{active}_file")
    bring = dialog("bring_in")
    workspace.importing.take(workspace.importing.read_now([file]))
    bring.reject()
    settle()
    cell = next(one for one in asked._screen.fields.cells if one.figure.figure == "customers")
    assert (cell.field.text(), cell.said.text()) == ("6", "from a file")
    asked.reject()


@pytest.mark.parametrize(("back", "said"), [(1, "still open"), (4, "don’t count")])
def test_a_past_week_says_whether_it_counts_and_leads_to_its_numbers(year, show, back, said):
    workspace = year(FRIDAY)
    window = show(workspace)
    for _week in range(back):
        click(window, "week_previous")
    assert said in find(window, "week_over").text()
    click(window, "numbers_open")
    grid = dialog("numbers")
    assert grid.fields.now.row.week == Week.of(FRIDAY) - back
    grid.reject()
