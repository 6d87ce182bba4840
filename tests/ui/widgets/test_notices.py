"""Cards, folds, flows and what the program says beside the work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from focusplan.ui.widgets import notices
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.card import Card, Line
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.notices import Banner, DayHeader, EmptyState, Toast


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    return made


def test_a_card_ends_with_its_content(window):
    column = QVBoxLayout(window)
    card = Card("card", "Time this week", "21 of 120")
    card.add(PlainLabel("a few words " * 60))
    card.add(Line())
    column.addWidget(card)
    column.addStretch(1)
    window.show()
    assert card.accessibleName() == "Time this week"
    assert card.height() == card.heightForWidth(card.width()) < 260


def test_a_flow_breaks_its_rows_and_leaves_nothing_out(window):
    host = QWidget(window)
    flow = FlowLayout(host, gap=8)
    parts = [QPushButton(f"button {n}") for n in range(9)]
    for part in parts:
        flow.addWidget(part)
    host.resize(300, flow.heightForWidth(300))
    window.show()
    flow.activate()
    assert len({part.y() for part in parts}) >= 3
    assert max(part.geometry().right() for part in parts) < 300
    assert max(part.geometry().bottom() for part in parts) < host.height()
    assert not any(one.geometry().intersects(two.geometry()) for one in parts for two in parts if one is not two)
    assert flow.heightForWidth(2000) < flow.heightForWidth(300)
    parts[3].hide()
    assert flow.count() == 9 and flow.takeAt(3).widget() is parts[3]
    assert flow.takeAt(99) is None and flow.itemAt(-1) is None


def test_a_fold_shows_and_hides(window, qtbot):
    fold = Fold("done", "✓ 2 jobs done · 21 min", window)
    fold.add(QLabel("one"))
    window.show()
    assert fold.body.isHidden()
    with qtbot.waitSignal(fold.folded) as heard:
        fold.button.click()
    assert heard.args == [False]
    assert fold.body.isVisible()
    assert fold.button.accessibleName() == "✓ 2 jobs done · 21 min: hide"
    fold.button.click()
    assert fold.body.isHidden() and fold.button.text() == "show"


def test_a_toast_says_it_aloud_and_offers_undo(window, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(notices.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    toast = Toast(window)
    window.show()
    assert toast.isHidden()
    toast.tell("Write four captions: done", True, "Undo: write four captions")
    assert said == ["Write four captions: done"]
    assert toast.isVisible() and toast.undo.isVisible()
    assert toast.undo.accessibleName() == "Undo: write four captions"
    assert window.rect().contains(toast.geometry())
    window.resize(500, 400)
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.undone):
        toast.undo.click()
    assert toast.isHidden()
    toast.tell("x" * 3000)
    assert not toast.undo.isVisible()
    assert toast.width() <= window.width()


def test_a_toast_passes_but_not_under_the_hand(window, qtbot):
    toast = Toast(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    toast.tell("Done", True)
    toast.undo.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    toast.undo.clearFocus()
    toast._timer.timeout.emit()
    assert toast.isHidden()


def test_announcing_reaches_the_accessibility_layer(window):
    assert QAccessible.queryAccessibleInterface(window) is not None
    notices.announce(window, "said")


def test_banner_day_and_empty_state_have_names(window):
    column = QVBoxLayout(window)
    banner = Banner("review_due", "A week is waiting to be closed.")
    banner.add_button(Button("Close the week", "close_week"))
    day = DayHeader("day_2", "Wednesday 25", "today · 45 min", today=True)
    plain = DayHeader("day_5", "Saturday 28")
    empty = EmptyState("empty", "Nothing tonight.", "Your first job is on Wednesday.")
    for part in (banner, day, plain, empty):
        column.addWidget(part)
    window.show()
    assert banner.accessibleName() == "A week is waiting to be closed."
    assert day.accessibleName() == "Wednesday 25, today · 45 min"
    assert plain.accessibleName() == "Saturday 28"
    assert empty.accessibleName() == "Nothing tonight."
    button = banner.findChild(Button)
    assert button.mapTo(banner, QPoint()).x() > banner.width() // 2


def test_parts_go_with_their_window(qtbot):
    window = QWidget()
    toast = Toast(window)
    window.show()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    with pytest.raises(RuntimeError):
        toast.isVisible()
