"""Taking the plan along from Settings, and bringing one in at the first start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from focusplan import i18n
from focusplan.ui import style
from focusplan.ui.dialogs.first_run import FirstRun
from focusplan.ui.main_window import MainWindow
from focusplan.ui.pages.settings import SettingsPage
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.ui.driving import click, dialog, find, settle, words


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def choosing(monkeypatch: pytest.MonkeyPatch, place: Path | str) -> None:
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_all: (str(place), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_all: str(place))


@pytest.mark.parametrize(("way", "ending", "start"), [
    ("json", ".json", b'{\n"format": "focusplan-plan"'), ("ics", ".ics", b"BEGIN:VCALENDAR\r\n"),
])  # fmt: skip
def test_a_file_is_saved_and_said(page, monkeypatch, tmp_path, way, ending, start):
    choosing(monkeypatch, tmp_path / "mine")
    click(page, f"settings_take_{way}")
    assert (tmp_path / f"mine{ending}").read_bytes().startswith(start)
    assert str(tmp_path / f"mine{ending}") in find(page, "settings_taken").text().replace("\u200b", "")


def test_tables_get_a_folder_of_their_own(page, monkeypatch, tmp_path):
    for _time in range(2):
        choosing(monkeypatch, tmp_path)
        click(page, "settings_take_csv")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("FocusPlan")] == ["FocusPlan tables"]
    assert len(list((tmp_path / "FocusPlan tables").glob("*.csv"))) == 7
    choosing(monkeypatch, tmp_path / "FocusPlan tables")
    click(page, "settings_take_csv")
    assert not list((tmp_path / "FocusPlan tables").glob("FocusPlan*/"))


def test_jobs_without_room_are_said_and_a_long_path_breaks(page, monkeypatch, tmp_path, workspace):
    workspace.week.view()
    workspace.exports.to_ics(tmp_path / "before.ics")
    workspace.travel(MONDAY + timedelta(weeks=1))
    workspace.business.change({"hours.monday": ""})
    page.refresh()
    settle()
    deep = tmp_path / ("a" * 120) / ("b" * 120)
    deep.mkdir(parents=True)
    choosing(monkeypatch, deep / "mine")
    click(page, "settings_take_ics")
    assert "no room in your hours" in find(page, "settings_taken").text()
    assert page.sheet.widget().width() <= page.sheet.viewport().width()


def test_nothing_is_saved_where_nothing_was_chosen(page, monkeypatch):
    choosing(monkeypatch, "")
    for way in ("json", "csv", "ics"):
        click(page, f"settings_take_{way}")
    assert "It is saved" not in words(page)


def test_a_place_that_refuses_is_said(page, monkeypatch, tmp_path):
    told: list[str] = []
    monkeypatch.setattr("focusplan.ui.page.say", lambda _parent, error: told.append(error.code))
    choosing(monkeypatch, tmp_path / "no" / "x.json")
    click(page, "settings_take_json")
    (tmp_path / "letter.json").write_text("{}")
    choosing(monkeypatch, tmp_path / "letter.json")
    click(page, "settings_take_json")
    assert told == ["file_not_written", "export_there"] and "It is saved" not in words(page)


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_each_way_says_what_it_is_for(page, language):
    i18n.use(language)
    page.retranslate()
    settle()
    ways = ("json", "csv", "ics")
    texts = {find(page, f"settings_take_{way}_explain").accessibleName() for way in ways}
    assert len(texts) == 3 and (language == "en") == any("spread" in t or "calendar of" in t for t in texts)


@pytest.fixture
def first(tmp_path: Path, qapp: QApplication, qtbot) -> Iterator[FirstRun]:
    style.apply(qapp, "light", 100)
    empty = Workspace(tmp_path / "empty")
    made = FirstRun(empty)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    settle()
    yield made
    empty.close()


def taken(tmp_path: Path) -> Path:
    away = Workspace(tmp_path / "away", today=MONDAY)
    away.start.new(make_profile(), practice=True)
    away.exports.to_json(tmp_path / "mine.json")
    away.close()
    return tmp_path / "mine.json"


def test_the_first_start_takes_a_plan_back(first, monkeypatch, tmp_path):
    choosing(monkeypatch, taken(tmp_path))
    click(first, "first_backup")
    restore = dialog("restore")
    click(restore, "restore_file")
    click(restore, "restore_yes")
    assert first.result() == FirstRun.DialogCode.Accepted
    assert first.workspace.business.business().name == "Corner Bakery"


def test_an_altered_plan_is_refused_and_the_dialog_stays(first, monkeypatch, tmp_path):
    file = taken(tmp_path)
    data = json.loads(file.read_bytes())
    data["ledger"][0]["hash"] = "0" * 64
    file.write_text(json.dumps(data))
    choosing(monkeypatch, file)
    click(first, "first_backup")
    restore = dialog("restore")
    click(restore, "restore_file")
    assert "record of decisions was changed" in find(restore, "restore_problem").text()
    assert not find(restore, "restore_yes").isEnabled()
    assert not first.workspace.has_plan
    restore.reject()
