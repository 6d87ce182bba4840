"""Settings: what is typed is kept when the owner says so, choices of the computer at once, copies and repair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QProgressDialog

from focusplan import i18n, settings
from focusplan.answers import Finding
from focusplan.services import safekeeping
from focusplan.ui import palette
from focusplan.ui.main_window import MainWindow
from focusplan.ui.pages.settings import SettingsPage
from focusplan.workspace import Workspace
from tests.ui.driving import click, dialog, find, settle, words, write
from tests.ui.reach import clashes, markup, unnamed, unreached


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    return opened(window)


def opened(window: MainWindow) -> SettingsPage:
    window.go("settings")
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def choose(page: SettingsPage, name: str, key: str) -> None:
    """Choose an answer of a list as a person does."""
    box = find(page, name, QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    settle()


def test_the_business_is_kept_when_the_owner_says_so(page: SettingsPage, workspace: Workspace) -> None:
    keep = find(page, "settings_business_keep")
    assert not keep.isEnabled()
    write(page, "business_name", "Corner Bakery & Sons")
    write(page, "business_quote", "450")
    assert workspace.business.business().name == "Corner Bakery"
    click(page, "settings_business_keep")
    business = workspace.business.business()
    assert business.name == "Corner Bakery & Sons" and str(business.outsourcing_quote) == "450.00"
    assert not find(page, "settings_business_keep").isEnabled()


def test_what_was_typed_can_be_put_back(page: SettingsPage) -> None:
    write(page, "business_name", "Another")
    click(page, "settings_business_back")
    assert find(page, "business_name").text() == "Corner Bakery"


def test_painting_anew_loses_nothing_that_is_typed(page: SettingsPage, workspace: Workspace) -> None:
    write(page, "business_name", "Not kept yet")
    workspace.business.change({"aim": "hiring"})
    settle()
    assert find(page, "business_name").text() == "Not kept yet"
    assert find(page, "settings_business_keep").isEnabled()


def test_hours_and_budget_are_kept(page: SettingsPage, workspace: Workspace) -> None:
    write(page, "time_budget_field", "150")
    find(page, "time_hours_tuesday_on").setChecked(True)
    settle()
    click(page, "settings_time_keep")
    limits = workspace.business.boundaries()
    assert limits.budget == 150 and limits.hours[1] == ((540, 600),)
    assert limits.hours[0] == ((540, 720),)


def test_a_week_without_any_time_is_refused_in_words(page: SettingsPage, workspace: Workspace) -> None:
    for day in ("monday", "wednesday", "friday"):
        find(page, f"time_hours_{day}_on").setChecked(False)
    click(page, "settings_time_keep")
    assert "at least one day" in find(page, "settings_time_problem").text()
    assert workspace.business.boundaries().weekdays == (0, 2, 4)


@pytest.mark.parametrize("typed", ["abc", "1.2.3", "-5", "12,345.678"])
def test_an_amount_that_cannot_be_read_is_not_taken(
    page: SettingsPage, workspace: Workspace, typed: str
) -> None:
    write(page, "time_hour_value", typed)
    write(page, "time_budget_field", "90")
    click(page, "settings_time_keep")
    assert find(page, "settings_time_problem").text()
    assert workspace.business.boundaries().budget == 120


def test_the_language_shows_at_once_and_is_kept(page: SettingsPage, workspace: Workspace) -> None:
    choose(page, "settings_language", "sv")
    assert i18n.language() == "sv"
    assert workspace.business.business().language == "sv"
    assert settings.load().language == "sv"
    assert find(page, "settings_language").currentData() == "sv"


def test_appearance_and_text_size_show_at_once_and_are_kept(page: SettingsPage, qapp: QApplication) -> None:
    choose(page, "settings_appearance", "dark")
    assert palette.shown() is palette.DARK
    before = qapp.font().pointSizeF()
    choose(page, "settings_text_size", "150")
    assert qapp.font().pointSizeF() > before
    assert (settings.load().appearance, settings.load().text_size) == ("dark", 150)


def test_a_choice_that_cannot_be_kept_is_said(
    page: SettingsPage, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_choices: settings.Settings) -> None:
        raise OSError

    monkeypatch.setattr(settings, "save", full)
    choose(page, "settings_appearance", "dark")
    assert said and "can't be kept" in said[0]
    assert palette.shown() is palette.DARK


def test_the_data_folder_is_shown(page: SettingsPage, workspace: Workspace) -> None:
    assert find(page, "settings_folder").text() == str(workspace.home)


def test_a_copy_is_made_and_put_back_and_that_is_undone(
    page: SettingsPage, workspace: Workspace, said: list[str]
) -> None:
    click(page, "settings_back_up")
    assert len(workspace.safekeeping.backups()) == 1
    write(page, "business_name", "After the copy")
    click(page, "settings_business_keep")
    click(page, "settings_restore")
    asked = dialog("restore")
    assert "entries" in find(asked, "restore_preview").text()
    click(asked, "restore_yes")
    assert workspace.business.business().name == "Corner Bakery"
    assert find(page, "business_name").text() == "Corner Bakery"
    assert said and "back in place" in said[0]
    click(page, "settings_restore")
    click(dialog("restore"), "restore_yes")
    assert workspace.business.business().name == "After the copy"


def test_people_are_named_corrected_and_taken_off(page: SettingsPage, workspace: Workspace) -> None:
    write(page, "settings_person_new", "Ana")
    click(page, "settings_person_add")
    write(page, "settings_person_new", "Bo", enter=True)
    assert workspace.people.names() == ("Ana", "Bo")
    write(page, "settings_person_0", "Anna", enter=True)
    assert workspace.people.names() == ("Anna", "Bo")
    write(page, "settings_person_0", "", enter=True)
    assert find(page, "settings_person_0").text() == "Anna"
    click(page, "settings_person_1_off")
    assert workspace.people.names() == ("Anna",)


def test_a_long_copy_says_so_and_can_be_stopped(
    page: SettingsPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safekeeping, "LARGE", 0)
    seen: list[str] = []

    def stop() -> None:
        made = QApplication.activeModalWidget()
        assert isinstance(made, QProgressDialog)
        seen.append(find(made, "progress_text").text())
        click(made, "progress_stop")

    copies = workspace.safekeeping.backups()
    QTimer.singleShot(0, stop)
    click(page, "settings_back_up")
    assert seen == ["A copy is being made…"]
    assert workspace.safekeeping.backups() == copies
    click(page, "settings_back_up")
    assert len(workspace.safekeeping.backups()) == len(copies) + 1


def test_a_file_that_is_no_copy_is_refused_and_nothing_changes(
    page: SettingsPage, workspace: Workspace, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Sir or Madam")
    click(page, "settings_restore")
    asked = dialog("restore")
    asked.take(letter)
    assert asked.isVisible() and find(asked, "restore_problem").text()
    assert not find(asked, "restore_yes").isEnabled()
    asked.reject()
    settle()
    assert workspace.business.business().name == "Corner Bakery"


def test_all_is_right_is_said(page: SettingsPage) -> None:
    click(page, "settings_check")
    assert "All is right." in words(page)


def test_a_clock_that_seems_wrong_is_asked_about(
    workspace: Workspace, show: Callable[..., MainWindow]
) -> None:
    from datetime import timedelta

    workspace.travel(workspace.today + timedelta(days=30))
    workspace.business.change({"aim": "loyalty"})
    workspace.travel(workspace.today - timedelta(days=30))
    page = opened(show(workspace))
    click(page, "settings_clock")
    assert not workspace.clock_wrong()
    page.refresh()
    settle()
    assert "Is today really" not in words(page)


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_every_control_is_named_reached_and_has_its_own_key(
    workspace: Workspace, show: Callable[..., MainWindow], language: str
) -> None:
    workspace.business.change({"language": language})
    page = opened(show(workspace))
    assert unnamed(page) == [] and clashes(page) == [] and markup(page) == []
    assert unreached(page) == []


@pytest.mark.parametrize("percent", [90, 200])
def test_nothing_is_cut_at_the_smallest_window(page: SettingsPage, window: MainWindow, percent: int) -> None:
    settings.save(replace(settings.load(), text_size=percent))
    window.resize(1024, 700)
    choose(page, "settings_text_size", str(percent))
    page.refresh()
    settle()
    assert page.sheet.widget().minimumSizeHint().width() <= page.sheet.viewport().width()


def test_what_is_not_right_is_told_with_its_repair(
    page: SettingsPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(Finding("two_active", "Two networks are being learnt.", "The later start goes back."),), ()]
    mended: list[bool] = []

    def check(repair: bool, _tell: object) -> tuple[Finding, ...]:
        mended.append(repair)
        return found[1] if any(mended) else found[0]

    monkeypatch.setattr(workspace.safekeeping, "check", check)
    click(page, "settings_check")
    assert "The later start goes back." in words(page)
    click(page, "settings_repair")
    assert True in mended and "All is right." in words(page)


def test_a_country_brings_its_currency(page: SettingsPage, workspace: Workspace) -> None:
    choose(page, "business_country", "SE")
    assert find(page, "business_currency").currentData() == "SEK"
    click(page, "settings_business_keep")
    assert (workspace.business.business().country, workspace.business.business().currency) == ("SE", "SEK")
