"""What is known of this copy of the program: its version and date, its licence, and the parts of others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from focusplan import paths

_PARTS = (
    "PySide6_Essentials", "shiboken6", "SQLAlchemy", "sqlmodel", "pydantic", "pydantic_core", "appdirs",
    "holidays", "python-dateutil", "six", "xlrd", "jeepney", "typing_extensions",
)  # fmt: skip
"""Packages that are named where the program was not packed into a bundle, as far as they are there."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something made by others: its version may be empty, its licence is a short name, its text is whole."""

    name: str
    version: str
    licence: str
    text: str


def built_on() -> date | None:
    """The day this copy was built from; None where it runs from its source."""
    try:
        told = json.loads((paths.resources() / "built.json").read_text(encoding="utf-8"))
        return date.fromisoformat(str(told["date"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def licence() -> str:
    """The short name of the program's own licence; empty while none has been chosen."""
    try:
        text = (paths.resources() / "LICENCE-STATUS").read_text(encoding="utf-8")
    except OSError:
        return ""
    named = text.partition("\n")[0].partition(":")[2].strip()
    return "" if named.startswith("none") else named


def parts() -> tuple[Part, ...]:
    """The parts of others, by name: those collected when the bundle was built, else those installed here."""
    folder = paths.resources() / "licences"
    try:
        listed = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
        return tuple(_collected(folder, one) for one in listed)
    except (OSError, ValueError, KeyError, TypeError):
        return tuple(part for name in _PARTS if (part := _installed(name)) is not None)


def _collected(folder: Path, one: dict[str, str]) -> Part:
    text = (folder / Path(one["text"]).name).read_text(encoding="utf-8")
    return Part(one["name"], one["version"], one["licence"], text)


def _installed(name: str) -> Part | None:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    told = found.metadata
    licence = next((told[key] for key in ("License-Expression", "License") if key in told), "")
    return Part(name, found.version, licence.partition("\n")[0], _text(found))


def _text(found: metadata.Distribution) -> str:
    """The licence files a package brings along, one after the other."""
    files = [file for file in found.files or () if ".dist-info" in str(file) and "licen" in file.name.lower()]
    read = [Path(str(file.locate())) for file in files]
    return "\n\n".join(one.read_text(encoding="utf-8", errors="replace") for one in read if one.is_file())
