"""Opening the window, help and version, and what is said when nobody can be reached."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from focusplan import __main__ as start
from focusplan import settings
from focusplan.cli.answer import Answer, one_line, say, table
from focusplan.cli.lastresort import unexpected

files: list[Path | None] = []


@pytest.fixture
def opened(monkeypatch):
    """What the window would have been opened with."""
    from focusplan.ui import app

    calls = []
    files.clear()

    def open_window(home, language, today, quiet=False, file=None):
        calls.append((home, language, today))
        files.append(file)
        return 0

    monkeypatch.setattr(app, "open_window", open_window)
    return calls


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_without_a_command_the_window_opens(opened, screen, tmp_path, capsys):
    assert start.main([]) == 0
    assert start.main(["--data", str(tmp_path), "--language", "sv"]) == 0
    assert opened == [(None, None, None), (tmp_path, "sv", None)]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["FocusPlan 2026-11-22.focusplan", "focusplan-20261122-073233-daily.db"])
def test_a_copy_is_opened_with_the_program(name, opened, screen, tmp_path):
    (tmp_path / name).write_bytes(b"")
    assert start.main([str(tmp_path / name)]) == 0
    assert files == [tmp_path / name]


def test_a_file_that_is_not_there_and_one_of_another_kind_are_no_copies(opened, screen, tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("Dear Sir")
    assert start.main([str(tmp_path / "gone.focusplan")]) == 2
    assert start.main([str(tmp_path / "letter.txt")]) == 2
    assert not files


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_there_is_no_window(opened, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert start.main([]) == 2
    assert "focusplan checklist --pdf week.pdf" in capsys.readouterr().err
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.main([]) == 0 and len(opened) == 1


def test_help_and_version(capsys):
    assert start.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("FocusPlan ")
    assert start.main(["--help"]) == 0
    assert "take-back" in capsys.readouterr().out
    assert start.main(["later", "--help"]) == 0
    assert "focusplan later NETWORK [--note T] [--remove]" in capsys.readouterr().out


def test_the_folder_chosen_in_settings_is_used(made, tmp_path, capsys):
    settings.save(settings.Settings(data_folder=str(made)))
    assert start.main(["--today", "2026-11-23", "status"]) == 0
    assert "Corner Bakery" in capsys.readouterr().out


def test_a_mistake_is_told_in_the_language_asked_for(capsys):
    assert start.main(["--language", "xx", "status"]) == 2
    assert "xx" in capsys.readouterr().err


class Full(io.StringIO):
    """A disk without room."""

    def write(self, text: str) -> int:
        raise OSError(28, "full")


class Gone(io.StringIO):
    """A reader who left."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_what_can_not_be_said(monkeypatch, capsys):
    assert say(["x"], None) is True
    assert say(["x"], Gone()) is True
    assert say(["x"], Full()) is False
    closed = io.StringIO()
    closed.close()
    assert say(["x"], closed) is True


def test_letters_a_terminal_lacks_get_a_stand_in():
    raw = io.BytesIO()
    terminal = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    assert say(["✓ é"], terminal)
    assert raw.getvalue() == b"? ?\n"


def test_tables_and_lines():
    assert table([("a", "bbb"), ("cc", "d")]) == ["a   bbb", "cc  d"]
    assert table([]) == []
    assert one_line("a\nb\x1bc") == "a b c"
    assert Answer({}).exit_code == 0


def test_the_log_is_private_small_and_knows_no_names(tmp_path):
    def fall() -> None:
        raise KeyError("Corner Bakery")

    for _time in range(2):
        try:
            fall()
        except KeyError as error:
            assert "as it was" in unexpected(error, tmp_path)
    log = tmp_path / "focusplan.log"
    text = log.read_text()
    assert text.count("KeyError") == 2 and "fall" in text
    assert "Bakery" not in text and str(Path(__file__).parent) not in text
    if os.name != "nt":
        assert log.stat().st_mode & 0o777 == 0o600
    log.write_text("x" * 300_000)
    try:
        fall()
    except KeyError as error:
        unexpected(error, tmp_path)
    assert log.stat().st_size < 5_000 and (tmp_path / "focusplan.log.1").exists()


def test_no_log_is_made_where_there_is_no_folder(tmp_path):
    unexpected(ValueError(), tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_mistake_in_the_call_is_told_in_the_language_of_the_plan(made, capsys):
    from focusplan import i18n

    i18n.use("sv")
    assert start.main(["--data", str(made), "--today", "2026-11-23", "fly"]) == 2
    assert i18n.language() == "en"
    assert start.main(["--data", str(made), "--language", "sv", "fly"]) == 2
    assert i18n.language() == "sv"


def test_a_fault_while_telling_a_mistake_is_still_one_sentence(made, monkeypatch, capsys):
    from focusplan.cli import run

    def fall(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(run, "_speak_as_plan", fall)
    assert start.main(["--data", str(made), "fly", "--json"]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err and '"exit": 1' in said.out
