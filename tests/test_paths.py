"""The owner's folder never moves, and a file is written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from focusplan import paths


@pytest.mark.parametrize(
    ("system", "variable", "value", "expected"),
    [
        ("linux", "XDG_DATA_HOME", "/somewhere/share", "/somewhere/share/FocusPlan"),
        ("linux", "XDG_DATA_HOME", None, "/home/anna/.local/share/FocusPlan"),
        ("darwin", "XDG_DATA_HOME", None, "/home/anna/Library/Application Support/FocusPlan"),
    ],
)
def test_the_data_folder_is_the_same_in_every_version(monkeypatch, system, variable, value, expected):
    """A changed path would make every owner's plan seem to have vanished after an update."""
    monkeypatch.setattr(paths.appdirs, "system", system)
    monkeypatch.setenv("HOME", "/home/anna")
    if value is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, value)
    assert paths.data_home() == Path(expected)


def test_on_windows_the_data_are_local_never_roaming(monkeypatch):
    asked = []

    def folder(name: str) -> str:
        asked.append(name)
        return "C:/Users/anna/AppData/Local"

    monkeypatch.setattr(paths.appdirs, "system", "win32")
    monkeypatch.setattr(paths.appdirs, "_get_win_folder", folder, raising=False)
    assert paths.data_home().name == "FocusPlan"
    assert paths.data_home().parent.as_posix().endswith("AppData/Local")
    assert set(asked) == {"CSIDL_LOCAL_APPDATA"}


def test_another_folder_can_be_named_from_anywhere(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert paths.data_home(Path("mine")) == tmp_path / "mine"
    assert paths.practice_home(tmp_path) == tmp_path / "practice"
    assert paths.log_file(tmp_path).parent == tmp_path


def test_settings_stay_with_the_computer_when_the_plan_is_elsewhere(tmp_path):
    assert tmp_path not in paths.settings_file().parents
    assert paths.settings_file().name == "settings.json"


def test_shipped_data_are_found_in_a_checkout():
    assert (paths.resources() / "i18n").is_dir()


def test_shipped_data_beside_the_package_come_first(monkeypatch, tmp_path):
    (tmp_path / "focusplan" / "resources" / "i18n").mkdir(parents=True)
    (tmp_path / "resources" / "i18n").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "focusplan" / "paths.py"))
    assert paths.resources() == tmp_path / "focusplan" / "resources"


def test_missing_shipped_data_are_said(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "focusplan" / "paths.py"))
    with pytest.raises(FileNotFoundError):
        paths.resources()


def test_a_written_file_is_whole_and_private(tmp_path):
    target = tmp_path / "plan.json"
    target.write_bytes(b"old")
    paths.atomic_write(target, b"new " * 100_000)
    assert target.read_bytes() == b"new " * 100_000
    assert [item.name for item in tmp_path.iterdir()] == ["plan.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_partial_writes_are_finished(monkeypatch, tmp_path):
    """The system may take one byte at a time, as it does on some network folders."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:1])))
    paths.atomic_write(tmp_path / "f", b"every byte")
    assert (tmp_path / "f").read_bytes() == b"every byte"


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_refused_write_leaves_the_old_file_and_nothing_else(monkeypatch, tmp_path, call):
    target = tmp_path / "f"
    target.write_bytes(b"old")

    def full(*args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space"):
        paths.atomic_write(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["f"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_linked_file_is_replaced_where_it_lies(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "f"
    real.write_bytes(b"old")
    (tmp_path / "link").symlink_to(real)
    paths.atomic_write(tmp_path / "link", b"new")
    assert real.read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own rights")
def test_a_new_folder_is_private(tmp_path):
    paths.make_private_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    paths.make_private_folder(tmp_path / "a" / "b")
