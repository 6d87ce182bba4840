#!/usr/bin/env python3
"""Collects the licences of everything that comes along in a package.

    python packaging/licences.py FOLDER

runs in the environment the bundle is built from, and writes FOLDER/<name>.txt for each part and
FOLDER/parts.json, the list that About FocusPlan shows: name, version, licence, text.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

BUILD_ONLY = frozenset(
    "altgraph macholib packaging pefile pip pyinstaller-hooks-contrib pywin32-ctypes setuptools".split()
)
"""Packages that are in the environment and not in the bundle."""
_KNOWN = {
    "pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "appdirs": "MIT", "six": "MIT",
    "pyinstaller": "GPL-2.0-or-later with the PyInstaller bootloader exception",
}  # fmt: skip
"""Where a package's own data name several licences, the one it is used under."""
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)


def main(folder: Path) -> None:
    """Write everything; AssertionError where a part says nothing of its licence."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [_python(folder)]
    for part in sorted(metadata.distributions(), key=lambda part: _name(part)):
        if _name(part) not in BUILD_ONLY:
            parts.append(_package(part, folder))
    parts.append(_font(folder))
    _listed(folder, parts)


def _name(part: metadata.Distribution) -> str:
    return re.sub(r"[-_.]+", "-", part.metadata["Name"]).lower()


def _package(part: metadata.Distribution, folder: Path) -> dict[str, str]:
    name = _name(part)
    licence = _KNOWN.get(name) or _said(part)
    assert licence, f"{name} says nothing of its licence"
    own = [file for file in part.files or () if ".dist-info" in str(file) and _TEXTS.search(str(file))]
    places = sorted(Path(str(file.locate())) for file in own)
    found = [place.read_text(encoding="utf-8", errors="replace").strip() for place in places]
    if name in ("pyside6-essentials", "shiboken6"):
        texts = Path(__file__).resolve().parent / "texts"
        found = [
            _QT,
            *((texts / f"{one}.txt").read_text(encoding="utf-8").strip() for one in ("LGPL-3", "GPL-3")),
        ]
    body = "\n\n".join(found) or "\n".join(_lines(part, licence))
    return _written(folder, name, part.metadata["Name"], part.version, licence, body)


def _lines(part: metadata.Distribution, licence: str) -> list[str]:
    """What stands for a licence's text where a package brings none: what it says of itself."""
    author = _field(part, "Author") or _field(part, "Author-email") or "its authors"
    return [f"{part.metadata['Name']} {part.version}", f"Copyright: {author}", f"Licence: {licence}"]


def _field(part: metadata.Distribution, name: str) -> str:
    return (part.metadata[name] or "").strip() if name in part.metadata else ""


def _said(part: metadata.Distribution) -> str:
    short = _field(part, "License-Expression")
    if not short:
        kinds = part.metadata.get_all("Classifier") or []
        named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
        short = ", ".join(named) or _field(part, "License").partition("\n")[0]
    return short


def _python(folder: Path) -> dict[str, str]:
    """Python's own licence: where this system keeps it, else what Python says of itself."""
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE",
    ]
    texts = [place.read_text(encoding="utf-8") for place in places if place.is_file()]
    body = texts[0] if texts else sys.copyright
    return _written(folder, "python", "Python", platform.python_version(), "PSF-2.0", body)


def _font(folder: Path) -> dict[str, str]:
    fonts = Path(__file__).resolve().parent.parent / "resources" / "fonts"
    return _written(folder, "inter", "Inter", "", "OFL-1.1", (fonts / "OFL.txt").read_text(encoding="utf-8"))


def of_system(bundle: Path) -> None:
    """Add the licence of ICU, which comes along with Qt on Linux, and those of the system's own libraries, as
    Debian keeps them. Where there is no dpkg (other Linuxes, Windows, macOS) all others come from wheels."""
    inside = bundle / "_internal"
    folder = inside / "focusplan" / "resources" / "licences"
    parts = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    if icu := sorted(path.name for path in inside.rglob("libicudata.so.*")):
        text = (Path(__file__).resolve().parent / "texts" / "ICU.txt").read_text(encoding="utf-8")
        parts.append(_written(folder, "icu", "ICU", icu[0].rpartition(".")[2], "Unicode-DFS-2016", text))
    for name, version in sorted(_debian_packages(inside)):
        copyright_file = Path("/usr/share/doc") / name / "copyright"
        if copyright_file.is_file():
            text = copyright_file.read_text(encoding="utf-8", errors="replace")
            parts.append(_written(folder, f"debian-{name}", name, version, "see its text", text))
    _listed(folder, parts)


def _debian_packages(folder: Path) -> set[tuple[str, str]]:
    """Name and version of the packages whose libraries lie in `folder`, by the files' names; links lead to
    what the wheels brought, even where this system has a library of that name."""
    names = sorted(path.name for path in folder.iterdir() if ".so" in path.name and not path.is_symlink())
    if not names or shutil.which("dpkg-query") is None:
        return set()
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in names)]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    owners = {line.partition(":")[0] for line in told.splitlines() if re.search(r": /(usr/)?lib/", line)}
    found = set()
    for owner in owners:
        asked = ["dpkg-query", "--show", "--showformat=${Version}\n", owner]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.partition("\n")[0]
        found.add((owner, version))
    return found


def _listed(folder: Path, parts: list[dict[str, str]]) -> None:
    text = json.dumps(parts, indent=1, ensure_ascii=False) + "\n"
    (folder / "parts.json").write_text(text, encoding="utf-8")


def _written(folder: Path, file: str, name: str, version: str, licence: str, body: str) -> dict[str, str]:
    (folder / f"{file}.txt").write_text(body.strip() + "\n", encoding="utf-8")
    return {"name": name, "version": version, "licence": licence, "text": f"{file}.txt"}


_QT = """\
Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their libraries
lie as separate files beside the program and can be replaced by other builds of the same version. Their
source is published by the Qt Project; whoever passes FocusPlan on says where, and passes that licence on.
Inside Qt are parts of others under licences that allow this; Qt's documentation names them and their licences
under "Licenses Used in Qt"."""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
