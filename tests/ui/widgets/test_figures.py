"""Figures a person types or clicks: the stepper and the minutes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.ui.widgets.minutes import MinutesRow
from focusplan.ui.widgets.stepper import Stepper


@pytest.fixture
def stepper(qtbot):
    made = Stepper("orders", "Orders from Instagram", least=0, most=5000)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def told(stepper):
    heard: list[object] = []
    stepper.changed.connect(heard.append)
    return heard


def test_unknown_is_not_zero(stepper, told):
    assert stepper.value() is None
    assert stepper.field.text() == ""
    assert not stepper.less.isEnabled()
    stepper.more.click()
    assert (stepper.value(), told) == (0, [0])
    stepper.more.click()
    stepper.less.click()
    assert told == [0, 1, 0]
    assert not stepper.less.isEnabled()


def test_setting_tells_nobody(stepper, told):
    stepper.set_value(7)
    stepper.set_value(None)
    assert told == []


@pytest.mark.parametrize("typed", ["12a", "-1", "5001", "1_0", "nan", "١٢"])
def test_what_cannot_be_read_is_marked_and_unknown(stepper, told, typed):
    stepper.set_value(4)
    stepper.field.clear()
    stepper.field.insert(typed)
    assert stepper.value() is None
    assert not stepper.readable()
    assert told[-1] is None
    QTest.keyClick(stepper.field, Qt.Key.Key_Escape)
    stepper.field.clear()
    stepper.set_value(3)
    assert stepper.readable()


def test_enter_goes_on_only_from_what_can_be_read(stepper, qtbot):
    entered: list[bool] = []
    stepper.entered.connect(lambda: entered.append(True))
    QTest.keyClicks(stepper.field, "9x")
    QTest.keyClick(stepper.field, Qt.Key.Key_Return)
    assert entered == []
    QTest.keyClick(stepper.field, Qt.Key.Key_Backspace)
    QTest.keyClick(stepper.field, Qt.Key.Key_Return)
    assert (entered, stepper.value()) == ([True], 9)
    QTest.keyClick(stepper.field, Qt.Key.Key_Backspace)
    QTest.keyClick(stepper.field, Qt.Key.Key_Return)
    assert (entered, stepper.value()) == ([True, True], None)


def test_keys_step_and_stop_at_the_ends(stepper, told):
    stepper.set_value(4995)
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    QTest.keyClick(stepper.field, Qt.Key.Key_PageUp)
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    assert told == [4996, 5000]
    assert not stepper.more.isEnabled()
    QTest.keyClick(stepper.field, Qt.Key.Key_PageDown)
    QTest.keyClick(stepper.field, Qt.Key.Key_Down)
    assert stepper.value() == 4989


def test_figures_are_written_and_read_as_the_place_does(stepper):
    i18n.use("fr", "FR")
    stepper.set_value(4321)
    assert stepper.field.text() == i18n.number(4321)
    QTest.keyClick(stepper.field, Qt.Key.Key_Backspace)
    assert stepper.value() == 432 or not stepper.readable()
    stepper.set_value(1234)
    text = stepper.field.text()
    stepper.field.clear()
    stepper.field.insert(text)
    assert stepper.value() == 1234


def test_every_control_of_the_stepper_has_names(stepper):
    controls = [control for control in stepper.findChildren(QWidget) if control.focusPolicy()]
    assert len(controls) == 3
    assert all(control.accessibleName() and control.objectName() for control in controls)
    assert len({control.accessibleName() for control in controls}) == 3


@pytest.fixture
def row(qtbot):
    made = MinutesRow("took_3", "Write four captions", taken=10)
    qtbot.addWidget(made)
    return made


def test_minutes_by_one_click(row, qtbot):
    buttons = {button.accessibleName(): button for button in row._buttons.values()}
    with qtbot.waitSignal(row.chosen) as heard:
        buttons["20 min: Write four captions"].click()
    assert heard.args == [20]
    assert [n for n, button in row._buttons.items() if button.isChecked()] == [20]


def test_the_same_minutes_again_stay_chosen(row):
    heard: list[int] = []
    row.chosen.connect(heard.append)
    row._buttons[10].click()
    assert heard == []
    assert row._buttons[10].isChecked()


def test_minutes_are_heard_as_one_choice_of_several_that_can_be_taken_off(row):
    heard: list[int] = []
    row.chosen.connect(heard.append)
    interfaces = [QAccessible.queryAccessibleInterface(button) for button in row._buttons.values()]
    assert {one.role() for one in interfaces} == {QAccessible.Role.RadioButton}
    row.set_taken(None)
    assert not any(button.isChecked() for button in row._buttons.values())
    row._buttons[5].click()
    row._buttons[30].click()
    assert heard == [5, 30]
    assert [n for n, button in row._buttons.items() if button.isChecked()] == [30]


def test_minutes_that_are_typed(row):
    heard: list[int] = []
    row.chosen.connect(heard.append)
    QTest.keyClicks(row.other, "ten")
    QTest.keyClick(row.other, Qt.Key.Key_Return)
    assert (heard, row.other.property("wrong")) == ([], True)
    row.other.clear()
    QTest.keyClicks(row.other, "1441")
    QTest.keyClick(row.other, Qt.Key.Key_Return)
    assert heard == []
    row.other.clear()
    QTest.keyClicks(row.other, "17")
    assert row.other.property("wrong") is False
    QTest.keyClick(row.other, Qt.Key.Key_Return)
    assert (heard, row.other.text()) == ([17], "17")
    assert not any(button.isChecked() for button in row._buttons.values())
    row.set_taken(15)
    assert row.other.text() == "" and row._buttons[15].isChecked()
