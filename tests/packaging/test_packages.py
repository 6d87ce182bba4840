"""What packages are made of, as far as it can be seen without building one."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import leftout
import licences
import linux_packages
import manpage
import pictures
import pytest
import staging

from focusplan.cli.table import COMMANDS
from focusplan.paths import VERSION
from focusplan.store.header import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"


def entries(name: str) -> list[str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return re.split(r"\n(?=\S)", text.strip())


def pins(name: str) -> dict[str, str]:
    return dict(re.match(r"([a-z0-9._-]+)==([^\s;]+)", entry).groups() for entry in entries(name))


def test_the_builder_is_locked_with_hashes_and_agrees_with_the_program():
    name = "requirements-bundle.txt"
    assert "pyinstaller" in pins(name)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries(name))
    shared = pins(name).keys() & pins("requirements.txt").keys()
    assert all(pins(name)[one] == pins("requirements.txt")[one] for one in shared)


@pytest.mark.parametrize("name", [
    "PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt6Network.dll", "PySide6/QtNetwork.abi3.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "PySide6/plugins/tls/qopensslbackend.dll", "libgtk-3.so.0",
    "PySide6/Qt/translations/qtbase_de.qm", "PySide6/Qt/translations/qt_es.qm", "libstdc++.so.6", "libX11.so.6",
])  # fmt: skip
def test_what_is_not_needed_stays_out(name):
    assert not leftout.wanted(name)


@pytest.mark.parametrize("name", [
    "PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/Qt/plugins/platforms/libqxcb.so", "libsqlite3.so.0",
    "PySide6/Qt/plugins/platforms/libqwayland.so", "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/translations/qtbase_sv.qm", "focusplan/store/step_1.sql", "libxcb-cursor.so.0",
    "focusplan/resources/icons/networks.svg", "focusplan/resources/playbooks/tiktok/playbook.toml",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "focusplan/resources/fonts/Inter-Bold.ttf",
])  # fmt: skip
def test_what_is_needed_comes_along(name):
    assert leftout.wanted(name) and not leftout.FORBIDDEN.search(name)


@pytest.mark.parametrize("name", [
    "_internal/PySide6/Qt/lib/libQt6Network.so.6", "_internal/_ssl.pyd", "_internal/qsqlite.dll",
    "_internal/PySide6/Qt/lib/libQt6Sql.so.6", "_internal/python3.11/lib-dynload/_ssl.cpython-311-x.so",
])  # fmt: skip
def test_a_network_library_in_a_bundle_is_a_fault(name):
    assert leftout.FORBIDDEN.search(name)


def test_resources_are_those_of_git_with_the_day(tmp_path):
    stray = ROOT / "resources" / "stray-file-of-a-test.txt"
    stray.write_text("left about")
    try:
        staging.resources(ROOT, tmp_path / "resources", date(2026, 11, 22))
    finally:
        stray.unlink()
    told = json.loads((tmp_path / "resources" / "built.json").read_text())
    assert told == {"version": VERSION, "date": "2026-11-22"}
    names = {
        path.relative_to(tmp_path / "resources").as_posix() for path in (tmp_path / "resources").rglob("*")
    }
    assert {"LICENCE-STATUS", "moving/sv.md", "news/en.md", "old/plan_1.db.gz", "icons/logo.svg"} <= names
    assert not [name for name in names if name.endswith(".po")]
    if (ROOT / ".git").exists():
        assert stray.name not in names


def test_the_licence_stands_in_one_place():
    name, sentence = staging.licence(ROOT)
    assert name and sentence.endswith(".")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license-files"] == ["resources/LICENCE-STATUS"] and "license" not in project


def test_each_part_of_others_has_a_licence_and_its_text(tmp_path):
    done = subprocess.run(
        [sys.executable, "-I", str(ROOT / "packaging" / "licences.py"), str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    parts = json.loads((tmp_path / "parts.json").read_text(encoding="utf-8"))
    names = {part["name"].lower().replace("_", "-") for part in parts}
    assert names >= {"python", "inter", *pins("requirements.txt")} - {"xlrd", "jeepney", "python-dateutil"}
    for part in parts:
        assert part["licence"] and (tmp_path / part["text"]).stat().st_size > 20, part
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "shiboken6.txt").read_text(encoding="utf-8")
    assert licences.BUILD_ONLY.isdisjoint(pins("requirements.txt"))


def test_the_pictures_are_what_the_systems_read(qapp):
    logo = ROOT / "resources" / "icons" / "logo.svg"
    small = pictures.painting(logo, 16)
    assert small.startswith(b"\x89PNG") and small == pictures.painting(logo, 16)
    icon = pictures.ico({16: small, 256: small})
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 2)
    for number in range(2):
        length, offset = struct.unpack("<II", icon[6 + 16 * number + 8 : 6 + 16 * number + 16])
        assert icon[offset : offset + length] == small
    apple = pictures.icns({"icp4": small})
    assert apple[:4] == b"icns" and struct.unpack(">I", apple[4:8])[0] == len(apple)


def test_the_man_page_names_every_command():
    page = manpage.page("2026-11-22")
    for command in COMMANDS:
        assert f"\\fB{command.name.replace('-', chr(92) + '-')}" in page
    assert VERSION in page and "…" not in page


def test_a_copy_is_known_by_its_bytes():
    tree = ET.parse(LINUX / "focusplan-mime.xml")
    values = [
        match.get("value")
        for match in tree.iter("{http://www.freedesktop.org/standards/shared-mime-info}match")
    ]
    assert values == ["SQLite format 3\\0", APPLICATION_ID.to_bytes(4, "big").decode()]
    kind = next(tree.iter("{http://www.freedesktop.org/standards/shared-mime-info}mime-type")).get("type")
    assert f"MimeType={kind};" in (LINUX / "focusplan.desktop").read_text(encoding="utf-8")


def test_the_menu_entry_is_that_of_the_window():
    from focusplan.ui.speech import DESKTOP_ID

    text = (LINUX / "focusplan.desktop").read_text(encoding="utf-8")
    assert (LINUX / f"{DESKTOP_ID}.desktop").is_file() and f"StartupWMClass={DESKTOP_ID}" in text
    for language in ("es", "fr", "sv"):
        assert f"\nComment[{language}]=" in text and f"\nGenericName[{language}]=" in text


@pytest.mark.parametrize("script", ["linux/install.sh", "linux/try_packages.sh", "macos/build.sh", "windows/try_installer.sh"])
def test_the_scripts_can_be_read_by_the_shell(script):
    subprocess.run(["sh", "-n", str(ROOT / "packaging" / script)], check=True)


def test_the_menu_entry_and_the_shops_description_hold_to_their_rules(needs, shared):
    needs("desktop-file-validate")
    needs("appstreamcli")
    entry = shared / "applications" / "focusplan.desktop"
    subprocess.run(["desktop-file-validate", str(entry)], check=True)
    told = shared / "metainfo" / "app.focusplan.focusplan.metainfo.xml"
    subprocess.run(["appstreamcli", "validate", "--no-net", "--no-color", str(told)], check=True)
    assert "@" not in told.read_text(encoding="utf-8")


@pytest.fixture
def shared(tmp_path, monkeypatch, qapp):
    """What a package lays under `share`, made without a bundle."""
    monkeypatch.setattr(linux_packages, "BUILD", tmp_path)
    monkeypatch.setattr(linux_packages, "interpreter", lambda _folder: Path(sys.executable))
    pictures.main(tmp_path / "bundle-work" / "stage")
    linux_packages.share(tmp_path / "package-work" / "share", 1795331712)
    return tmp_path / "package-work" / "share"


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="a system without Debian's packages")
def test_a_deb_around_a_stand_in(shared, tmp_path):
    """Where everything lies, whom it is from, and that nothing runs when it is installed or removed."""
    bundle = tmp_path / "bundle"
    (bundle / "_internal/focusplan/resources/licences").mkdir(parents=True)
    (bundle / "focusplan").write_text("a program")
    (bundle / "focusplan-console").symlink_to("focusplan")
    made = linux_packages.debian(bundle, shared, tmp_path, 1795331712)
    again = linux_packages.debian(bundle, shared, tmp_path / "bundle-work", 1795331712)
    assert made.read_bytes() == again.read_bytes()
    out = tmp_path / "out"
    subprocess.run(["dpkg-deb", "-R", str(made), str(out)], check=True)
    assert {path.name for path in (out / "DEBIAN").iterdir()} == {"control", "md5sums"}
    control = (out / "DEBIAN" / "control").read_text(encoding="utf-8")
    assert f"Version: {VERSION}\n" in control and "Maintainer: {} <{}>".format(*staging.publisher(ROOT)) in control
    for name in ("bin/focusplan", "share/applications/focusplan.desktop", "share/mime/packages/focusplan.xml",
                 "share/icons/hicolor/256x256/apps/focusplan.png", "share/icons/hicolor/scalable/apps/focusplan.svg",
                 "share/man/man1/focusplan.1.gz", "share/doc/focusplan/moving.sv.md"):  # fmt: skip
        assert os.path.lexists(out / "usr" / name), name


def test_who_publishes_stands_in_one_place(tmp_path):
    name, address = staging.publisher(ROOT)
    undecided = staging.unnamed(ROOT)
    assert ("packaging/PUBLISHER" in undecided) is address.endswith(".invalid")
    assert ("LICENCE-STATUS" in undecided) is staging.licence(ROOT)[0].startswith("none")
    own = ROOT / "packaging"
    for file in [*own.glob("*.py"), *own.glob("linux/*"), *own.glob("windows/*"), *own.glob("macos/*")]:
        assert address not in file.read_text(encoding="utf-8"), file.name
    (tmp_path / "packaging").mkdir()
    (tmp_path / "resources").mkdir()
    (tmp_path / "packaging" / "PUBLISHER").write_text("Name: Ana\nMail: ana@example.org\n\nMore.\n")
    (tmp_path / "resources" / "LICENCE-STATUS").write_text("Licence: MIT\n\nDo as you like.\n")
    assert staging.publisher(tmp_path) == ("Ana", "ana@example.org") and staging.unnamed(tmp_path) == ""


def test_the_changelog_and_the_copyright_of_the_deb(tmp_path):
    told = linux_packages._changelog(1795331712)
    assert told.startswith(f"focusplan ({VERSION}) ") and max(map(len, told.splitlines())) <= 80
    (tmp_path / "_internal/focusplan/resources/licences").mkdir(parents=True)
    assert "2026 the owner of FocusPlan" in linux_packages._copyright(tmp_path, 1795331712)


def test_libraries_that_came_along_have_their_licences(tmp_path):
    """ICU came with Qt; a link into a wheel is nobody else's, though this system may have such a library."""
    inside = tmp_path / "_internal"
    listed = inside / "focusplan" / "resources" / "licences"
    listed.mkdir(parents=True)
    (listed / "parts.json").write_text("[]")
    qt = inside / "PySide6" / "Qt" / "lib"
    qt.mkdir(parents=True)
    (qt / "libicudata.so.73").write_bytes(b"")
    (inside / "libicudata.so.73").symlink_to("PySide6/Qt/lib/libicudata.so.73")
    (qt / "libz.so.1").write_bytes(b"")
    (inside / "libz.so.1").symlink_to("PySide6/Qt/lib/libz.so.1")
    licences.of_system(tmp_path)
    parts = json.loads((listed / "parts.json").read_text(encoding="utf-8"))
    assert [(part["name"], part["version"]) for part in parts] == [("ICU", "73")]
    assert "COPYRIGHT AND PERMISSION NOTICE" in (listed / "icu.txt").read_text(encoding="utf-8")
