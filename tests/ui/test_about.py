"""The program itself in the window: its card, what is new, moving house, licences, and copies opened with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPlainTextEdit

from focusplan import i18n, paths
from focusplan.ui.about import facts, openwith
from focusplan.ui.help.guide import chapters
from focusplan.ui.main_window import MainWindow
from focusplan.workspace import Workspace
from tests.ui.driving import click, dialog, find, settle, words
from tests.ui.reach import clashes, markup, unnamed, unreached

LANGUAGES = i18n.LANGUAGES


def text(kind: str, language: str) -> str:
    return (paths.resources() / kind / f"{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_of_moving_is_told_in_four_sentences(language: str) -> None:
    found = chapters(text("moving", language))
    assert len(found) == 4
    for chapter in found:
        assert len(chapter.paragraphs) == 1, chapter.title
        assert len(re.findall(r"[.](?=\s|$)", chapter.paragraphs[0])) == 4, chapter.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_new_begins_with_this_version(language: str) -> None:
    found = chapters(text("news", language))
    assert found[0].title == paths.VERSION
    assert [len(one.paragraphs) for one in found] == [len(one.paragraphs) for one in chapters(text("news", "en"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_moving_names_the_buttons_as_they_are_called(language: str) -> None:
    i18n.use(language)
    try:
        said = " ".join(text("moving", language).split())
        for name in ("&Save a copy to take along…", "Put a copy &back…", "Take your data along", "Another file…",
                     "I have a FocusPlan &file…", "Settings"):  # fmt: skip
            assert i18n._(name).replace("&", "").rstrip("…") in said, name
    finally:
        i18n.use("en")


@pytest.mark.parametrize("name", ["moving", "news", "about"])
def test_each_window_opens_from_settings_and_is_fit_for_everyone(name: str, window: MainWindow) -> None:
    window.go("settings")
    settle()
    click(window, f"settings_{name}")
    shown = dialog({"about": "about_program"}.get(name, name))
    assert len(words(shown)) > 200
    for look in (unnamed, unreached, clashes, markup):
        assert not look(shown), look.__name__
    shown.reject()
    settle()


def test_a_copy_is_saved_to_take_along(
    window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(tmp_path / "bakery"), ""))
    window.go("settings")
    settle()
    click(window, "settings_moving")
    shown = dialog("moving")
    click(shown, "moving_save")
    assert "bakery.focusplan" in find(shown, "moving_saved").text()
    seen = workspace.safekeeping.look(tmp_path / "bakery.focusplan")
    assert seen.business == "Corner Bakery" and seen.rows > 10
    shown.reject()
    settle()


def test_a_copy_opened_with_the_program_is_shown_before_anything_changes(
    window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.focusplan"
    workspace.safekeeping.back_up(copy)
    workspace.business.change({"name": "After the copy"})
    window.offer(copy)
    settle()
    asked = dialog("restore")
    assert "Corner Bakery" in find(asked, "restore_preview").text()
    assert workspace.business.business().name == "After the copy"
    click(asked, "restore_yes")
    assert workspace.business.business().name == "Corner Bakery"


def test_a_file_is_left_for_the_window_that_is_open(window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy å.focusplan"
    workspace.safekeeping.back_up(copy)
    openwith.leave(workspace.home, copy)
    assert openwith.left(workspace.home) == copy
    assert openwith.left(workspace.home) is None
    openwith.leave(workspace.home, tmp_path / "gone.focusplan")
    assert openwith.left(workspace.home) is None


def test_a_file_the_system_asks_for_is_offered(qapp: QApplication, tmp_path: Path) -> None:
    asked: list[Path] = []
    hears = openwith.FileAsked(qapp, asked.append)
    qapp.installEventFilter(hears)
    try:
        QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "copy.focusplan")))
    finally:
        qapp.removeEventFilter(hears)
    assert asked == [tmp_path / "copy.focusplan"]


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Resources as they are in a bundle, with this first line of the licence's file."""

    def make(first: str) -> None:
        folder = tmp_path / "resources"
        (folder / "licences").mkdir(parents=True)
        (folder / "built.json").write_text(json.dumps({"version": "0.1.0", "date": "2026-11-22"}))
        (folder / "LICENCE-STATUS").write_text(first)
        (folder / "licences" / "inter.txt").write_text("As it stands.")
        part = {"name": "Inter", "version": "4", "licence": "OFL-1.1", "text": "inter.txt"}
        (folder / "licences" / "parts.json").write_text(json.dumps([part]))
        monkeypatch.setattr(paths, "resources", lambda: folder)

    return make


def test_a_bundle_tells_its_day_and_its_parts(packed: Callable[[str], None]) -> None:
    packed("Licence: MIT\n\nDo as you like.")
    assert str(facts.built_on()) == "2026-11-22"
    assert facts.licence() == "MIT"
    assert facts.parts() == (facts.Part("Inter", "4", "OFL-1.1", "As it stands."),)


def test_no_licence_is_said_where_none_was_chosen(packed: Callable[[str], None]) -> None:
    assert facts.licence() == ""
    packed("Licence: none chosen yet\n")
    assert facts.licence() == ""


def test_a_part_shows_its_licence(window: MainWindow) -> None:
    assert facts.built_on() is None
    window.go("settings")
    settle()
    click(window, "settings_about")
    shown = dialog("about_program")
    box, read = find(shown, "about_program_part", QComboBox), find(shown, "about_program_text", QPlainTextEdit)
    first = read.toPlainText()
    box.setCurrentIndex(box.count() - 1)
    assert read.toPlainText() and read.toPlainText() != first
    shown.reject()
    settle()
