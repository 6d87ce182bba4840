"""Where a plan lies is looked at: services that copy folders about, drives in a network, second copies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from focusplan.store import around as room
from focusplan.store.around import Around, around

SAFE = Around("", False, ())


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/FocusPlan", "Dropbox"), ("Dropbox (Bageriet)/x", "Dropbox"), ("OneDrive/plan", "OneDrive"),
        ("OneDrive - Corner Bakery AB/plan", "OneDrive"), ("onedrive", "OneDrive"), ("MEGA", "MEGA"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Plan", "iCloud"), ("iCloudDrive/x", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/p", "Google Drive"), ("Nextcloud2/x", "Nextcloud"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"), ("pCloudDrive", "pCloud"),
        ("Mega market", ""), ("My Dropbox notes", ""), ("Box", ""), (".local/share/FocusPlan", ""), ("Synced", ""),
    ],
)  # fmt: skip
def test_a_service_is_known_by_its_folders_name(tmp_path: Path, place: str, service: str) -> None:
    folder = tmp_path / place
    folder.mkdir(parents=True)
    assert around(folder) == Around(service, False, ())


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".tmp.drivedownload", "Google Drive"), (".dropbox", "")],
)
def test_or_by_what_it_lays_into_it(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / mark).mkdir()
    (tmp_path / "mine" / "plan").mkdir(parents=True)
    assert around(tmp_path / "mine" / "plan").service == service


def test_or_by_what_windows_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert around(tmp_path / "plan").service == "OneDrive"
    assert around(tmp_path.parent / "elsewhere").service == ""


def test_a_link_does_not_hide_the_folder(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plan").symlink_to(tmp_path / "Dropbox")
    assert around(tmp_path / "plan").service == "Dropbox"


@pytest.mark.parametrize(
    ("kind", "remote"), [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False), ("overlay", False), ("9p", False)]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows is asked otherwise")
def test_a_drive_of_another_computer_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, remote: bool
) -> None:
    mounts = tmp_path / "mounts"
    shop = tmp_path / "the shop"
    shop.mkdir()
    written = str(shop).replace(" ", "\\040")
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/shop {written} {kind} rw 0 0\nodd\n")
    monkeypatch.setattr(room, "_MOUNTS", mounts)
    assert around(shop / "plan").remote is remote
    assert not around(tmp_path / "beside").remote


def test_of_two_mounted_at_one_place_the_later_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"a {tmp_path} nfs rw 0 0\nb {tmp_path} ext4 rw 0 0\n")
    monkeypatch.setattr(room, "_MOUNTS", mounts)
    assert around(tmp_path) == SAFE


def test_second_plans_are_named_and_nothing_else(tmp_path: Path) -> None:
    ours = ["plan.db", "plan.db-journal", ".plan.db.restore", "settings.json", "weekplan 2.db", "plan.dbx"]
    theirs = [
        "PLAN 3.DB", "plan (1).db", "plan (Ana's conflicted copy 2026-11-22).db", "plan 2.db", "plan-LAPTOP.db",
        "plan.sync-conflict-20261122-101010-ABCDEFG.db",
    ]  # fmt: skip
    for name in (*ours, *theirs):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "plan folder.db").mkdir()
    assert around(tmp_path).seconds == tuple(theirs)


def test_a_folder_that_is_not_there_is_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOUNTS", tmp_path / "none")
    assert around(tmp_path / "no" / "such") == SAFE


def test_a_mark_that_cannot_be_looked_at_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, **_more: object) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    assert around(tmp_path).service == ""
