"""Parts that arrange themselves by the text size and the room there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QToolTip, QWidget

from focusplan.resultanswers import Bar, Chart
from focusplan.ui import style
from focusplan.ui.widgets.barchart import BarChart
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.explain import Explain
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.form import Form
from focusplan.ui.widgets.ticked import Words, tick_line


@pytest.fixture
def window(qtbot, qapp):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    yield made
    style.apply(qapp, "light", 100)


def shown(window: QWidget) -> None:
    window.show()
    for _turn in range(3):
        QApplication.processEvents()


def test_a_question_stands_beside_its_field_and_above_it_in_large_letters(window, qapp):
    style.apply(qapp, "light", 100)
    form, field = Form(window), QLineEdit()
    form.ask("&Name", field)
    question = next(one for one in window.findChildren(QLabel) if one.buddy() is field)
    shown(window)
    assert question.geometry().right() < field.geometry().left()
    style.apply(qapp, "light", 200)
    shown(window)
    assert question.geometry().bottom() < field.geometry().top()
    assert field.width() > window.width() * 0.8


def test_the_buttons_of_a_dialog_break_where_they_have_no_room(window):
    left, right = QPushButton("What leads elsewhere"), QPushButton("What goes on")
    foot = Foot((right,), (left,))
    foot.setParent(window)
    for width, beside in ((600, True), (190, False)):
        foot.resize(width, 120)
        shown(window)
        places = [one.mapTo(foot, QPoint(0, 0)) for one in (left, right)]
        assert (places[0].y() == places[1].y()) is beside
        assert foot.minimumHeight() >= (1 if beside else 2) * right.height()
    foot.resize(600, 120)
    shown(window)
    assert right.mapTo(foot, QPoint(right.width(), 0)).x() > 590


def test_words_beside_a_box_tick_it(window):
    box = QCheckBox()
    words = Words("It may break into several lines", box)
    window.setLayout(tick_line(box, words))
    shown(window)
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    QTest.mouseClick(words, Qt.MouseButton.RightButton)
    assert box.isChecked()


def test_what_explains_a_card_is_heard_and_shown_when_pressed(window, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    made = Explain("card", "People who saw it are never added up.")
    made.setParent(window)
    shown(window)
    assert made.accessibleName() == "People who saw it are never added up."
    made.click()
    assert said == [made.toolTip()] and "never added up" in said[0]


def test_figures_above_bars_never_touch(window):
    bars = tuple(Bar(str(week), "", 100 + week, f"{100 + week}", "") for week in range(13))
    chart = BarChart("chart", Chart("minutes", "Time", "", bars, ""), window)
    wide = chart.fontMetrics().horizontalAdvance("100")
    assert chart._said(wide + 10) == set(range(13))
    few = sorted(chart._said(wide / 2))
    assert 0 in few and all(after - before >= 2 for before, after in zip(few, few[1:], strict=False))


def test_a_button_alone_in_a_narrow_row_is_cut_rather_than_wide(window):
    host = QWidget(window)
    flow = FlowLayout(host)
    flow.addWidget(Button("A button with quite a number of words on it, more than fit", "long"))
    assert flow.minimumSize().width() < flow.sizeHint().width()


def test_an_answer_without_room_ends_in_three_dots_not_in_half_a_letter(qtbot):
    from PySide6.QtWidgets import QStyleOptionComboBox

    from focusplan.ui.parts import combo

    made = combo("kind", "Kind", [("a", "Restaurant, café or bakery with a garden")], "a")
    qtbot.addWidget(made)
    made.setFixedWidth(120)
    option = QStyleOptionComboBox()
    made.initStyleOption(option)
    assert made.shown(option).endswith("…")
    assert made.toolTip() and made.currentText() == "Restaurant, café or bakery with a garden"
    made.setFixedWidth(600)
    made.initStyleOption(option)
    assert made.shown(option) == made.currentText()


def test_label_and_value_stand_below_one_another_in_large_letters(qapp):
    from focusplan.ui import style
    from focusplan.ui.parts import facts

    try:
        for size, place in ((100, (0, 1)), (200, (1, 0))):
            style.apply(qapp, "light", size)
            grid = facts([("Everything you keep going", "55 min of 120 min")], "stays", breaks=True)
            assert grid.getItemPosition(1)[:2] == place
    finally:
        style.apply(qapp, "light", 100)
