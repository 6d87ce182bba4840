"""Moving house as its page says it, step by step and from outside: to a new computer, between two, and out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from focusplan.workspace import Workspace
from tests.accessible.desktop import until
from tests.accessible.reader import Program
from tests.services.conftest import make_profile


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The plan of the old computer, with something in it that another plan would not have."""
    home = tmp_path / "first"
    plan = Workspace(home)
    plan.start.new(make_profile())
    plan.week.add_idea("A photo of the new oven")
    plan.close()
    return home


def named(program: Program, file: Path) -> None:
    """Name a file in the system's window, by the keyboard."""
    program.write("fileNameEdit", str(file))
    program.to("fileNameEdit")
    program.key("Return")
    program.gone("fileNameEdit")


def saved(program: Program, stick: Path) -> Path:
    """Settings, Moving house, Save a copy to take along."""
    program.press("place_settings")
    program.press("settings_moving")
    program.press("moving_save")
    named(program, stick / "bakery")
    program.go_on_when("moving_saved", "bakery.focusplan")
    return stick / "bakery.focusplan"


def ideas(home: Path) -> list[str]:
    plan = Workspace(home)
    try:
        return [idea.text for idea in plan.week.ideas()]
    finally:
        plan.close()


def test_to_a_new_computer(start, first, tmp_path):
    stick = tmp_path / "memory stick å"
    stick.mkdir()
    program = start(first)
    copy = saved(program, stick)
    program.end()
    program = start(tmp_path / "second")
    program.press("first_backup")
    program.press("restore_file")
    named(program, copy)
    program.go_on_when("restore_preview", "Corner Bakery")
    program.press("restore_yes")
    program.find("week_print")
    program.go_on_when("main_window", "Corner Bakery")
    program.end()
    assert ideas(tmp_path / "second") == ideas(first) == ["A photo of the new oven"]


def test_carried_to_a_second_computer_and_back(start, first, tmp_path):
    """What was there before is kept as a copy, which takes the step back."""
    second = tmp_path / "second"
    shutil.copytree(first, second)
    plan = Workspace(second)
    plan.week.add_idea("Written on the second")
    plan.safekeeping.back_up(tmp_path / "carried.focusplan")
    plan.close()
    program = start(first)
    program.press("place_settings")
    program.press("settings_restore")
    program.press("restore_file")
    named(program, tmp_path / "carried.focusplan")
    program.go_on_when("restore_preview", "Corner Bakery")
    assert "Written on the second" not in ideas(first)
    program.press("restore_yes")
    program.press("message_ok")
    program.gone("restore")
    program.end()
    assert sorted(ideas(first)) == sorted(ideas(second))
    plan = Workspace(first)
    newest = plan.safekeeping.backups()[0]
    assert newest.verified
    plan.safekeeping.restore(Path(newest.file))
    plan.close()
    assert ideas(first) == ["A photo of the new oven"]


def test_out_of_focusplan(start, first, tmp_path):
    """Everything as one file that can be read, from Settings."""
    file = tmp_path / "everything.json"
    program = start(first)
    program.press("place_settings")
    program.press("settings_take_json")
    named(program, file)
    until(file.is_file, "the file")
    program.go_on_when("settings_taken", "everything.json")
    program.end()
    assert "A photo of the new oven" in json.dumps(json.loads(file.read_text(encoding="utf-8")))
