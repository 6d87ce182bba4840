"""What Windows and macOS are told, as far as it can be seen without them."""

import plistlib
import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import staging
import windows_installer

from focusplan.paths import VERSION

ROOT = Path(__file__).resolve().parents[2]


def test_the_installer_never_names_the_plans_folder_to_delete():
    text = (ROOT / "packaging" / "windows" / "focusplan.nsi").read_text(encoding="utf-8")
    deletes = [line for line in text.splitlines() if re.match(r"\s*(RMDir|Delete)\b", line)]
    assert deletes and not [line for line in deletes if "LOCALAPPDATA" in line]
    assert not [line for line in deletes if "/r" in line and "_internal" not in line]


def test_the_windows_installer_compiles(needs, tmp_path):
    """With everything it is told: languages, icon, version, and the manifest that Windows reads."""
    needs("makensis")
    payload, drawn = windows_installer.stand_in(tmp_path)
    assert windows_installer.compile_script(payload, drawn, tmp_path / "made.exe") == 0
    made = (tmp_path / "made.exe").read_bytes()
    assert b'"asInvoker"' in made and b">PerMonitorV2,PerMonitor<" in made
    told = {name: value.encode("utf-16-le") for name, value in (("version", VERSION), ("name", "FocusPlan"))}
    assert all(value in made for value in told.values())
    assert (drawn / "focusplan.ico").read_bytes()[22:] in made


def test_a_word_that_one_language_lacks_stops_the_installer(needs, tmp_path, monkeypatch):
    needs("makensis")
    payload, drawn = windows_installer.stand_in(tmp_path)
    for name in ("packaging/windows/focusplan.nsi", "packaging/PUBLISHER", "focusplan/paths.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    monkeypatch.setattr(windows_installer, "ROOT", tmp_path)
    assert windows_installer.compile_script(payload, drawn, tmp_path / "made.exe") == 0
    script = tmp_path / "packaging/windows/focusplan.nsi"
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("LangString KEPT ${LANG_SWEDISH}", ";"), encoding="utf-8")
    assert windows_installer.compile_script(payload, drawn, tmp_path / "made.exe") != 0


def test_windows_is_told_what_the_program_is(tmp_path):
    staging.windows_version(tmp_path / "version.txt", "0.1.0", date(2026, 11, 22), "Ana")
    text = (tmp_path / "version.txt").read_text(encoding="utf-8")
    assert "(0, 1, 0, 0)" in text and "FileDescription" in text and "Ana, 2026" in text
    compile(text, "version.txt", "eval")


def test_what_the_mac_is_told_can_be_read():
    """Rights of the signed program, and the settings of the bundle as far as they need no Mac."""
    rights = plistlib.loads((ROOT / "packaging/macos/entitlements.plist").read_bytes())
    assert rights and all(value is True for value in rights.values())
    spec = (ROOT / "packaging/focusplan.spec").read_text(encoding="utf-8")
    compile(spec, "focusplan.spec", "exec")
    for name in ("CFBundleDocumentTypes", "UTExportedTypeDeclarations", "CFBundleLocalizations", "LSMinimumSystemVersion"):
        assert f'"{name}"' in spec


def test_the_manifest_of_the_programs_is_that_of_today():
    tree = ET.parse(ROOT / "packaging/windows/focusplan.manifest")
    said = {one.tag.rpartition("}")[2]: one.text for one in tree.iter()}
    assert said["dpiAwareness"] == "PerMonitorV2" and said["longPathAware"] == "true"
    level = next(one for one in tree.iter() if one.tag.endswith("requestedExecutionLevel"))
    assert level.attrib["level"] == "asInvoker"
