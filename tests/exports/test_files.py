"""Files where the owner wants them: whole or not at all, and nothing else away."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from focusplan.domain.errors import CannotStore, WrongUse
from focusplan.exports import files
from focusplan.exports.files import LIST, read_whole, write_file, write_folder

NEW = {"a.csv": b"one", "b.csv": b"two"}


def mine(head: bytes) -> bool:
    return head.startswith(b"mine")


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_of_ours_is_replaced_any_other_stays(tmp_path):
    file = tmp_path / "x.json"
    write_file(file, b"mine 1", ".json", mine)
    write_file(file, b"mine 2", ".json", mine)
    assert file.read_bytes() == b"mine 2"
    file.write_bytes(b"theirs")
    assert pytest.raises(WrongUse, write_file, file, b"mine 3", ".json", mine).value.code == "export_there"
    assert file.read_bytes() == b"theirs"
    file.write_bytes(b"")
    write_file(file, b"mine 4", ".JSON".lower(), mine)
    assert kept(tmp_path) == {"x.json": b"mine 4"}


@pytest.mark.parametrize("name", ["x.pdf", "x.json.txt", "x.ics"])
def test_a_name_that_says_something_else_is_refused(tmp_path, name):
    refused = pytest.raises(WrongUse, write_file, tmp_path / name, b"mine", ".json", mine)
    assert refused.value.code == "export_ending" and not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["plain", "x.JSON", "x.json"])
def test_other_names_are_taken(tmp_path, name):
    write_file(tmp_path / name, b"mine", ".json", mine)
    assert (tmp_path / name).read_bytes() == b"mine"


def test_where_nothing_can_be_written(tmp_path):
    for file in (tmp_path / "no" / "x.json", tmp_path):
        refused = pytest.raises(CannotStore, write_file, file, b"mine", ".json", mine)
        assert refused.value.code == "file_not_written"
    blocked = tmp_path / "a"
    blocked.write_bytes(b"x")
    assert pytest.raises(CannotStore, write_folder, blocked / "b", NEW, {}).value.code == "file_not_written"
    assert pytest.raises(WrongUse, write_folder, blocked, NEW, {}).value.code == "export_no_folder"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_device_is_written_to():
    write_file(Path(os.devnull), b"mine", ".json", mine)


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "atomic_write", full)
    assert pytest.raises(CannotStore, write_file, tmp_path / "x", b"", ".json", mine).value.code == "file_disk_full"
    assert pytest.raises(CannotStore, write_folder, tmp_path / "y", NEW, {}).value.code == "file_disk_full"
    assert pytest.raises(CannotStore, write_folder, tmp_path, NEW, {}).value.code == "file_disk_full"
    assert kept(tmp_path) == {}


def test_a_folder_appears_with_everything_and_its_list(tmp_path):
    folder = tmp_path / "tables"
    write_folder(folder, NEW, {"columns": {"a.csv": ["x"]}})
    assert set(kept(folder)) == {"a.csv", "b.csv", LIST}
    listed = json.loads((folder / LIST).read_bytes())
    assert set(listed["files"]) == set(NEW) and listed["columns"] == {"a.csv": ["x"]}
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_our_own_tables_are_replaced_and_others_stay(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"mine")
    write_folder(tmp_path, NEW, {})
    write_folder(tmp_path, {"a.csv": b"three", "b.csv": b"four"}, {})
    assert (tmp_path / "a.csv").read_bytes() == b"three"
    assert set(kept(tmp_path)) == {"a.csv", "b.csv", LIST, "letter.txt"}


@pytest.mark.parametrize("change", ["edited", "foreign", "list", "folder"])
def test_a_file_we_did_not_write_so_stays(tmp_path, change):
    if change == "foreign":
        (tmp_path / "b.csv").write_bytes(b"theirs")
    elif change == "folder":
        (tmp_path / "b.csv").mkdir()
        (tmp_path / "b.csv" / "x").write_bytes(b"")
    else:
        write_folder(tmp_path, NEW, {})
        if change == "edited":
            (tmp_path / "b.csv").write_bytes(b"with my notes")
        else:
            (tmp_path / LIST).write_bytes(b"[]")
    before = {path.name: path.is_file() and path.read_bytes() for path in tmp_path.iterdir()}
    refused = pytest.raises(WrongUse, write_folder, tmp_path, {"a.csv": b"3", "b.csv": b"4"}, {})
    assert refused.value.code == "export_there"
    assert {path.name: path.is_file() and path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("fails", range(1, 8))
def test_when_one_name_can_not_be_taken_all_are_given_back(tmp_path, monkeypatch, fails):
    write_folder(tmp_path, NEW, {})
    before = kept(tmp_path)
    real, calls = os.replace, []

    def replace(old, new):
        if Path(old).parent != Path(new).parent:
            calls.append(new)
            if len(calls) == fails:
                raise OSError(errno.EACCES, "held by another program")
        real(old, new)

    monkeypatch.setattr(files.os, "replace", replace)
    if fails > 6:
        write_folder(tmp_path, {"a.csv": b"3", "b.csv": b"4"}, {})
        assert (tmp_path / "b.csv").read_bytes() == b"4"
        return
    pytest.raises(CannotStore, write_folder, tmp_path, {"a.csv": b"3", "b.csv": b"4"}, {})
    assert kept(tmp_path) == before


def test_a_new_folder_that_fails_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "rename", lambda *_both: (_ for _ in ()).throw(OSError(errno.EIO, "x")))
    pytest.raises(CannotStore, write_folder, tmp_path / "new", NEW, {})
    assert kept(tmp_path) == {}


def test_a_large_file_is_not_read_whole(tmp_path):
    (tmp_path / "x").write_bytes(b"12345")
    assert read_whole(tmp_path / "x", 5) == b"12345" and read_whole(tmp_path / "x", 4) is None
