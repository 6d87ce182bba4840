"""What packages are made of, as far as it can be seen without building one."""

import json
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
import windows_installer

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


@pytest.mark.parametrize("script", ["linux/install.sh", "linux/try_packages.sh", "macos/build.sh"])
def test_the_scripts_can_be_read_by_the_shell(script):
    subprocess.run(["sh", "-n", str(ROOT / "packaging" / script)], check=True)


def test_the_installer_never_names_the_plans_folder_to_delete():
    text = (ROOT / "packaging" / "windows" / "focusplan.nsi").read_text(encoding="utf-8")
    deletes = [line for line in text.splitlines() if re.match(r"\s*(RMDir|Delete)\b", line)]
    assert deletes and not [line for line in deletes if "LOCALAPPDATA" in line]
    assert not [line for line in deletes if "/r" in line and "_internal" not in line]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here")
def test_the_windows_installer_compiles(capfd):
    assert windows_installer.main(["--stand-in"]) == 0
    assert "stand-in.exe" in capfd.readouterr().out


def test_the_changelog_and_the_copyright_of_the_deb(tmp_path):
    told = linux_packages._changelog(1795331712)
    assert told.startswith(f"focusplan ({VERSION}) ") and max(map(len, told.splitlines())) <= 80
    (tmp_path / "_internal/focusplan/resources/licences").mkdir(parents=True)
    assert "2026 the owner of FocusPlan" in linux_packages._copyright(tmp_path, 1795331712)


def test_windows_is_told_what_the_program_is(tmp_path):
    staging.windows_version(tmp_path / "version.txt", "0.1.0", date(2026, 11, 22))
    text = (tmp_path / "version.txt").read_text(encoding="utf-8")
    assert "(0, 1, 0, 0)" in text and "FileDescription" in text
    compile(text, "version.txt", "eval")
