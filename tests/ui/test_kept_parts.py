"""What a change does not concern stays where it is; what lies below is made once the page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget

from focusplan.domain.errors import Refused
from focusplan.ui.kept import made
from focusplan.ui.page import Sheet
from tests.ui.driving import find, has, settle

CARDS = {
    "networks": ("road", "networks_title"),
    "review": ("review_charts", "review_says", "review_costs", "review_title"),
    "settings": ("settings_business_card", "settings_time_card", "settings_computer_card", "settings_title"),
}


@dataclass(frozen=True)
class Answer:
    """What a service might answer."""

    title: str
    weeks: tuple[int, ...]
    other: str = ""


def test_a_part_is_made_anew_for_what_it_reads_alone():
    part = made(Answer("A", (1,)), lambda answer: QLabel(f"{answer.title} {len(answer.weeks)}"))
    assert part.fits(Answer("A", (1,), "something else"))
    assert not part.fits(Answer("B", (1,)))
    assert not part.fits(Answer("A", (2,)))
    part.widget.deleteLater()


def test_what_is_read_later_counts_as_well():
    kept = []
    part = made(Answer("A", (), "x"), lambda answer: kept.append(answer) or QLabel(answer.title))
    assert part.fits(Answer("A", (), "y"))
    assert kept[0].other == "x"
    assert not part.fits(Answer("A", (), "y"))
    part.widget.deleteLater()


def lay_out(column, part):
    for name in ("first", "second", "third"):
        column.addWidget(part(name))


def labels(**texts):
    def make(text):
        shown = QLabel(text)
        shown.setObjectName(text)
        return shown

    return {name: (text, make) for name, text in texts.items()}


@pytest.fixture
def sheet(qapp):
    window = QWidget()
    column = QVBoxLayout(window)
    made = Sheet("sheet", window)
    column.addWidget(made)
    window.show()
    yield made
    window.close()
    window.deleteLater()
    settle()


def texts(sheet):
    column = sheet.widget().layout()
    return [column.itemAt(place).widget().text() for place in range(column.count())]


def test_one_part_changes_and_its_neighbours_stay(sheet):
    sheet.compose(labels(first="a", second="b", third="c"), lay_out)
    body, first = sheet.widget(), find(sheet, "a")
    sheet.compose(labels(first="a", second="d", third="c"), lay_out)
    assert texts(sheet) == ["a", "d", "c"]
    assert sheet.widget() is body and find(sheet, "a") is first
    assert has(sheet, "d") and not has(sheet, "b")


def test_what_waits_is_made_from_the_top_and_nothing_moves(sheet):
    sheet.compose(labels(first="a", second="b", third="c"), lay_out, later=("second", "third"))
    assert sheet.waiting and not sheet.findChildren(QWidget, "b")
    place = find(sheet, "a").pos()
    settle()
    assert not sheet.waiting
    assert texts(sheet) == ["a", "b", "c"] and has(sheet, "c")
    assert find(sheet, "a").pos() == place


def test_a_part_that_is_not_what_is_stored_is_made_anew(sheet):
    sheet.compose(labels(first="a", second="b", third="c"), lay_out)
    before = find(sheet, "b")
    sheet.again("second")
    sheet.compose(labels(first="a", second="b", third="c"), lay_out)
    assert find(sheet, "b") is not before


class Restyled(QObject):
    """Counts the widgets that get their looks anew."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_what_goes_does_not_get_its_looks_anew(sheet):
    sheet.compose(labels(first="a", second="b", third="c"), lay_out)
    settle()
    counter = Restyled()
    for part in sheet.widget().findChildren(QWidget):
        part.installEventFilter(counter)
    sheet.fill(lambda column: column.addWidget(QLabel("other")))
    assert counter.count == 0


@pytest.mark.parametrize("place", CARDS)
def test_a_page_asked_anew_makes_nothing_while_nothing_changed(year, show, place):
    window = show(year())
    window.go(place)
    settle()
    page = window.stack.currentWidget()
    before = {name: find(page, name) for name in CARDS[place]}
    count = len(page.findChildren(QWidget))
    page.refresh()
    settle()
    assert {name: find(page, name) for name in CARDS[place]} == before
    assert len(page.findChildren(QWidget)) == count


def test_a_cost_changes_the_cards_that_show_it_and_no_other(year, show):
    workspace = year()
    window = show(workspace)
    window.go("review")
    settle()
    page = window.stack.currentWidget()
    names = ("review_charts", "review_balance", "review_goals", "review_costs", "review_amounts")
    before = {name: find(page, name) for name in names}
    workspace.results.set_cost("ads", Decimal(31))
    settle()
    changed = {name for name in names if find(page, name) is not before[name]}
    assert changed == {"review_costs", "review_amounts"}
    assert "31" in find(page, "amount_ads").text()


def test_a_list_of_weeks_that_was_left_shows_what_is_chosen(year, show):
    window = show(year())
    window.go("review")
    settle()
    page = window.stack.currentWidget()
    box = find(page, "review_period", QComboBox)
    box.setCurrentIndex(box.findData("own"))
    box.activated.emit(box.currentIndex())
    settle()
    assert find(page, "review_period", QComboBox).currentData() == "13"
    QApplication.activeModalWidget().reject()
    settle()


def test_a_refused_tick_shows_what_is_stored(window, workspace, said, monkeypatch):
    window.go("networks")
    settle()
    page = window.stack.currentWidget()
    box = next(box for box in page.findChildren(QWidget) if box.objectName().startswith("step_"))

    def no(_step):
        raise Refused("stage_closed")

    monkeypatch.setattr(workspace.networks, "step_done", no)
    walk = find(page, "road_jobs")
    page._tick(box.objectName(), True)
    settle()
    assert find(page, "road_jobs") is not walk
    assert len(said) == 1


def test_settings_shows_its_first_screen_before_the_rest(window):
    window.go("settings")
    sheet = window.stack.currentWidget().sheet
    assert sheet.waiting
    assert sheet.findChildren(QWidget, "settings_business_card")
    assert not sheet.findChildren(QWidget, "settings_time_card")
    settle()
    assert has(sheet, "settings_time_card") and has(sheet, "settings_take_csv")


def test_a_tick_changes_the_day_and_the_time_and_no_other_card(year, show):
    workspace = year()
    window = show(workspace)
    page = window.show_week()
    page._show_whole()
    settle()
    job = next(job for job in page.view.items if job.can_tick and not job.done and job.kind != "close")
    day = next(day for day in page.view.days if job in day.jobs)
    others = [one for one in page.view.days if one.jobs and one is not day]
    others = [one for one in others if not any(other.is_next for other in one.jobs)]
    names = ("network_card", "ideas_card", "paper_line", "came_up_open", "time_card", f"job_{job.number}")
    names += tuple(f"job_{one.jobs[0].number}" for one in others if not one.jobs[0].done)
    before = {name: find(page, name) for name in names}
    find(page, f"tick_{job.number}").click()
    settle()
    changed = {name for name in names if find(page, name) is not before[name]}
    assert changed == {"time_card", f"job_{job.number}"}
    assert find(page, f"tick_{job.number}").isChecked()


def test_a_refused_tick_of_the_week_shows_what_is_stored(window, workspace, said, monkeypatch):
    page = window.show_week()
    page._show_whole()
    settle()
    job = next(job for job in page.view.items if job.can_tick and not job.done and job.kind != "close")

    def no(*_words):
        raise Refused("week_closed")

    monkeypatch.setattr(workspace.week, "tick", no)
    find(page, f"tick_{job.number}").click()
    settle()
    assert not find(page, f"tick_{job.number}").isChecked() and len(said) == 1


def test_what_comes_later_takes_no_key_from_what_is_there(window):
    window.go("settings")
    page = window.stack.currentWidget()
    before = {one: one.text() for one in page.findChildren(QLabel) if one.buddy() is not None}
    settle()
    assert before and {one: one.text() for one in before} == before


def test_the_first_screen_is_painted_before_the_rest_is_made(sheet):
    sheet.compose(labels(first="a", second="b", third="c"), lay_out, later=("second", "third"))
    QCoreApplication.sendPostedEvents()
    assert sheet.waiting
    sheet.viewport().repaint()
    QCoreApplication.sendPostedEvents()
    assert has(sheet, "b")
    settle()
    assert not sheet.waiting and has(sheet, "c")
