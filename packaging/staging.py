"""What goes into a package besides the program's code: resources as Git has them, and facts of the build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

LICENCE = "LICENCE-STATUS"
"""The one file, in `resources`, that says under which licence the program itself stands; every package and
About FocusPlan take it from there."""


def resources(root: Path, target: Path, day: date) -> None:
    """The shipped data, with `built.json`. In a checkout of Git only files that Git knows are taken, so that
    nothing that lies about goes along."""
    shutil.rmtree(target, ignore_errors=True)
    known = _known(root)
    for file in sorted((root / "resources").rglob("*")):
        name = file.relative_to(root).as_posix()
        if file.is_file() and file.suffix not in (".po", ".pyc") and (known is None or name in known):
            place = target / file.relative_to(root / "resources")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    told = {"version": version(root), "date": day.isoformat()}
    (target / "built.json").write_text(json.dumps(told) + "\n", encoding="utf-8")


def version(root: Path) -> str:
    """The program's version, read without importing it: nothing is installed yet where this runs."""
    text = (root / "focusplan" / "paths.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "([0-9.]+)"', text, re.MULTILINE)
    assert found is not None, "focusplan/paths.py has no VERSION"
    return found[1]


def _known(root: Path) -> frozenset[str] | None:
    """The files of `resources` that Git keeps; None where this is no checkout of Git."""
    asked = ["git", "-C", str(root), "ls-files", "-z", "resources"]
    try:
        told = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8")
    except (OSError, subprocess.CalledProcessError):
        return None
    return frozenset(told.split("\0")) or None


def licence(root: Path) -> tuple[str, str]:
    """The program's licence as (short name, sentence), from the one place."""
    text = (root / "resources" / LICENCE).read_text(encoding="utf-8")
    found = re.search(r"^Licence: (.+)$", text, re.MULTILINE)
    assert found is not None, f"{LICENCE} has no line that begins with Licence:"
    return found[1], text.partition("\n\n")[2].strip()


def publisher(root: Path) -> tuple[str, str]:
    """Who publishes the packages, as (name, address), from the one place."""
    text = (root / "packaging" / "PUBLISHER").read_text(encoding="utf-8")
    found = re.match(r"Name: (.+)\nMail: (\S+@\S+)\n", text)
    assert found is not None, "packaging/PUBLISHER does not begin with Name: and Mail:"
    return found[1], found[2]


def unnamed(root: Path) -> str:
    """What has to be decided before anything is published, as a line to read; empty when all is."""
    open_ones = [
        *(["packaging/PUBLISHER"] if publisher(root)[1].endswith(".invalid") else []),
        *([f"resources/{LICENCE}"] if licence(root)[0].startswith("none") else []),
    ]
    return f"To be tried, not to be published yet: see {' and '.join(open_ones)}." if open_ones else ""


def windows_version(file: Path, number: str, day: date, name: str) -> None:
    """The data that Windows shows of a program, in the form PyInstaller reads; `name` is the publisher's."""
    numbers = tuple(int(part) for part in number.split(".")) + (0,)
    strings = {
        "CompanyName": name,
        "FileDescription": "FocusPlan",
        "FileVersion": number,
        "InternalName": "focusplan",
        "LegalCopyright": f"{name}, {day.year}",
        "OriginalFilename": "focusplan.exe",
        "ProductName": "FocusPlan",
        "ProductVersion": number,
    }
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    text = (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,\n"
        "                    fileType=1, subtype=0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable('040904B0', [{table}])]),\n"
        "        VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
    file.write_text(text, encoding="utf-8")
