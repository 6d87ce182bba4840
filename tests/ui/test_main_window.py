"""The window: what it opens, where it leads, what it remembers, and that a thousand texts cost nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from focusplan import settings
from focusplan.domain.errors import InUse
from focusplan.ui import opening, style
from focusplan.ui.main_window import MainWindow
from focusplan.ui.places import PLACES
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY
from tests.ui.driving import click, find, settle, words


def test_the_first_paint_waits_for_no_database():
    code = "import sys, focusplan.ui.app; sys.exit(any(name in sys.modules for name in ('sqlmodel', 'sqlalchemy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_places_are_those_of_the_contract_in_order(window):
    shown = [button.objectName() for button in window.rail.findChildren(object) if button.objectName().startswith("place_")]
    contract = ["week", "networks", "review", "criticism", "voice", "settings"]
    assert shown == [f"place_{place}" for place in contract if place in PLACES]


@pytest.mark.parametrize(("key", "place"), [(Qt.Key(Qt.Key.Key_1 + number), place) for number, place in enumerate(PLACES)])
def test_a_place_is_reached_by_click_and_by_key(window, key, place, qtbot):
    click(window, f"place_{place}")
    assert window.stack.currentWidget().objectName() == f"page_{place}"
    click(window, "place_settings" if place != "settings" else "place_week")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.stack.currentWidget().objectName() == f"page_{place}"
    assert find(window, f"place_{place}").isChecked()


@pytest.mark.parametrize("name", ["Fish & Chips", "[*]", "a\nb", "<b>x</b>", "x" * 200, "مخبز"])
def test_the_title_ends_with_the_programs_name(window, workspace, name):
    workspace.business.change({"name": name})
    settle()
    title = window.windowTitle()
    assert title.endswith("FocusPlan") and "\n" not in title and "[*]" not in title and len(title) < 100


def test_a_change_reaches_the_page_that_is_shown_and_the_others_when_they_are(window, workspace):
    click(window, "place_networks")
    click(window, "place_week")
    workspace.business.change({"budget_minutes": "90"})
    settle()
    assert "of 90 min" in find(window, "time_ring")._below or "90" in words(window.stack.currentWidget())
    assert window._pages["networks"].stale


def test_another_language_shows_at_once(window, workspace, qapp):
    workspace.speak("sv")
    workspace.business.change({"language": "sv"})
    settle()
    from focusplan import i18n

    assert i18n.language() == "sv"
    assert find(window, "place_week").text() == i18n._("This week")
    assert find(window, "week_title").text() == i18n._("This week")


def test_the_window_is_where_it_was(window, show, year):
    window.resize(1024, 720)
    window.close()
    other = MainWindow(None, None, None)
    other.restore_place(settings.load().window)
    assert (other.width(), other.height()) == (1024, 720)
    other.deleteLater()


@pytest.mark.parametrize("kept", ["", "00", "zz" * 40, "ff" * 2000])
def test_a_place_that_makes_no_sense_is_left_alone(qapp, kept):
    window = MainWindow(None, None, None)
    window.restore_place(kept)
    assert window.width() >= 1024
    window.deleteLater()


def test_a_plan_in_use_is_said_and_its_window_asked_for(tmp_path, workspace, said, qapp):
    workspace.hold("window")
    second = MainWindow(workspace.home, None, None)
    second.open_plan()
    assert second.exit_code == InUse.exit_code and len(said) == 1
    assert workspace.asked_to_raise()
    workspace.close()
    second.deleteLater()


def test_a_plan_is_opened_with_all_that_is_due(tmp_path, workspace, said, qapp):
    home = workspace.home
    workspace.close()
    window = MainWindow(home, None, date(2026, 11, 25))
    window.show()
    window.open_plan()
    settle()
    assert not said and window.stack.currentWidget().objectName() == "page_week"
    window.close()
    window.deleteLater()
    settle()
    with_copies = Workspace(home)
    assert with_copies.safekeeping.backups(), "a copy is made at each day's first start"
    with_copies.close()


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["DROP TRIGGER {trigger}"], "rules inside the plan"),
        (["DROP TRIGGER {trigger}", "UPDATE adoption SET state='mastered', mastered_week=2950"], "kept weeks"),
    ],
)
def test_what_was_changed_from_outside_is_said_at_the_next_start(
    tmp_path, workspace, said, qapp, statements, told
):
    """Another program that takes the rules away is found at the start, not only when somebody looks."""
    home = workspace.home
    workspace.close()
    with closing(sqlite3.connect(home / "plan.db", isolation_level=None)) as other:
        find_rule = "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='adoption' AND sql LIKE '%UPDATE%'"
        for (trigger,) in other.execute(find_rule).fetchall():
            for statement in statements[:1]:
                other.execute(statement.format(trigger=f'"{trigger}"'))
        for statement in statements[1:]:
            other.execute(statement)
    window = MainWindow(home, None, MONDAY)
    window.show()
    window.open_plan()
    settle()
    assert len(said) == 1 and told in said[0] and "Settings" in said[0]
    assert window.stack.currentWidget().objectName() == "page_week"
    window.close()
    window.deleteLater()
    settle()


def test_a_damaged_plan_is_said_and_offers_its_copies(tmp_path, workspace, said, qapp, monkeypatch):
    home = workspace.home
    workspace.safekeeping.back_up()
    workspace.close()
    (home / "plan.db").write_bytes(b"not a plan at all" * 500)
    from focusplan.ui.dialogs.restore import RestoreDialog

    offered = []
    monkeypatch.setattr(RestoreDialog, "exec", lambda dialog: offered.append(dialog.copy.count()) or 0)
    window = MainWindow(home, None, None)
    window.open_plan()
    assert window.exit_code == 5 and said and offered and offered[0] >= 1
    window.deleteLater()


def test_the_first_start_can_be_left_and_nothing_is_made(tmp_path, said, qapp, monkeypatch):
    from focusplan.ui.dialogs.first_run import FirstRun

    monkeypatch.setattr(FirstRun, "exec", lambda dialog: 0)
    window = MainWindow(tmp_path / "empty", None, None)
    window.open_plan()
    assert window.exit_code == 0 and not said
    found = Workspace(tmp_path / "empty")
    assert not found.has_plan
    found.close()
    window.deleteLater()


def test_the_example_is_a_practice_plan_beside_the_own_one(tmp_path, said, qapp, monkeypatch):
    from focusplan import demo
    from focusplan.ui.dialogs.first_run import FirstRun

    def wants(dialog):
        dialog.wants_example = True
        return 0

    make = demo.make
    monkeypatch.setattr(FirstRun, "exec", wants)
    monkeypatch.setattr(demo, "make", lambda home, today, **how: make(home, today, **{**how, "weeks": 1}))
    window = MainWindow(tmp_path / "own", None, None)
    window.show()
    window.open_plan()
    settle()
    assert "Practice plan" in find(window, "rail_practice").text()
    assert not (tmp_path / "own" / "plan.db").exists()
    window.close()
    window.deleteLater()


def test_where_the_plan_lies_is_said_once_and_stands_in_settings(tmp_path, workspace, said, qapp):
    home = workspace.home
    workspace.close()
    (home / ".stfolder").mkdir()

    def opened():
        window = MainWindow(home, None, None)
        window.show()
        window.open_plan()
        settle()
        return window

    def closed(window):
        window.close()
        window.deleteLater()

    closed(opened())
    assert len(said) == 1 and "Syncthing" in said[0]
    window = opened()
    window.go("settings")
    settle()
    assert "Syncthing" in find(window, "settings_caution_synced").text()
    closed(window)
    assert len(said) == 1
    (home / "plan-LAPTOP.db").write_bytes(b"")
    closed(opened())
    assert len(said) == 2 and "plan-LAPTOP.db" in said[1]


def test_a_clock_behind_is_asked_about(tmp_path, workspace, qapp, monkeypatch):
    home = workspace.home
    workspace.travel(date(2026, 12, 20))
    workspace.week.add_idea("later")
    workspace.close()
    asked = []
    monkeypatch.setattr(opening, "ask", lambda _window, text, _more, _yes: asked.append(text) or True)
    window = MainWindow(home, None, date(2026, 11, 25))
    window.show()
    window.open_plan()
    settle()
    assert len(asked) == 1 and "25 November 2026" in asked[0]
    window.close()
    window.deleteLater()


def test_a_thousand_texts_take_nothing_from_none(qapp):
    """PySide6 6.12.0 takes a reference from None at each call that answers nothing, and ends the program."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(200_000):
        label.setText("even" if number % 2 else "odd")
    assert abs(sys.getrefcount(None) - before) < 1000


def test_the_program_opens_its_window_and_leaves_with_its_code(tmp_path, said, qapp, monkeypatch):
    from PySide6.QtWidgets import QApplication

    from focusplan.ui import app, errors

    seen = []
    monkeypatch.setattr(QApplication, "exec", lambda *_all: seen.extend(
        one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()))  # fmt: skip
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(MainWindow, "open_plan", lambda _window: None)
    settings.save(settings.Settings(language="sv", appearance="dark", data_folder=str(tmp_path / "elsewhere")))
    assert app.open_window(None, None, None) == 0
    window = seen[0]
    assert window._wish[0] == tmp_path / "elsewhere"
    assert sys.excepthook is errors._last_resort
    window.close()
    window.deleteLater()
    settle()


def test_what_a_readers_tool_gives_the_focus_to_is_scrolled_into_sight(window, workspace):
    window.go("settings")
    settle()
    window.resize(900, 420)
    settle()
    sheet = window.stack.currentWidget().sheet
    body = sheet.widget()
    first, *_between, last = [one for one in body.findChildren(QLineEdit) if one.isVisibleTo(body)]
    QApplication.instance().focusChanged.emit(None, last)  # the window is come back to
    assert sheet.verticalScrollBar().value() == 0
    QApplication.instance().focusChanged.emit(first, last)
    top = last.mapTo(sheet.viewport(), last.rect().topLeft()).y()
    assert 0 <= top <= sheet.viewport().height() - last.height()


def test_large_letters_in_a_small_window_show_the_work_before_the_words(window, workspace):
    window.resize(1024, 700)
    names = []
    for size in (100, 200):
        style.apply(QApplication.instance(), "light", size)
        settle()
        column = window.stack.currentWidget().sheet.widget().layout()
        names.append([column.itemAt(place).widget().objectName() for place in range(2)])
    style.apply(QApplication.instance(), "light", 100)
    assert names[0][0] == "first_words"
    assert "first_words" not in names[1]
