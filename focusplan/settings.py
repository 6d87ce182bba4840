"""This computer's choices: language, appearance, window. What belongs to the plan is in the plan's file.

Kept as JSON. Whatever a damaged file or a newer version holds, the program starts: each choice that can't be
used falls back to its default by itself, and a file that can't be read at all is kept beside as `.damaged`.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from focusplan import paths

SPOKEN = ("", "en", "es", "fr", "sv")
"""The languages that can be chosen; "" follows the system."""

APPEARANCES = ("system", "light", "dark", "contrast")
TEXT_SIZES = range(90, 201)
PAPERS = ("", "A4", "Letter")
"""The paper last printed on; "" follows the place."""

_LONGEST_TEXT = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_size` is in percent of the system's; `data_folder` "" means the usual one.

    `window` is Qt's own description of size and place, as hexadecimal digits; "" means not known yet.
    `notices`: reminders also come through the computer's own notices; `tray`: closing the window leaves the
    program beside the clock. `seen`: the first-time sentences that were put away; `told`: the reminders of
    the last day that were given. Both lists: `seen` with blanks, `told` with semicolons.
    `warned`: the check sum of what was last said about where the plan lies, so that it is said once.
    """

    language: str = ""
    appearance: str = "system"
    text_size: int = 100
    data_folder: str = ""
    window: str = ""
    paper: str = ""
    notices: bool = True
    tray: bool = False
    seen: str = ""
    told: str = ""
    warned: str = ""


def load(file: Path | None = None) -> Settings:
    """The choices kept in `file`. Never raises: what can't be used is its default."""
    file = file or paths.settings_file()
    try:
        content = file.read_bytes()
    except OSError:
        return Settings()
    try:
        kept = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        with contextlib.suppress(OSError):
            os.replace(file, file.with_name(file.name + ".damaged"))
        return Settings()
    return from_mapping(kept)


def save(settings: Settings, file: Path | None = None) -> None:
    """Keep the choices. Raises OSError when the folder can't be written; the old file then stays."""
    file = file or paths.settings_file()
    paths.make_private_folder(file.parent)
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n"
    paths.atomic_write(file, text.encode("utf-8"))


def from_mapping(kept: Mapping[str, Any]) -> Settings:
    """Choices out of anything: unknown keys are passed over, unusable values are their defaults."""
    usable = {name: value for name, value in kept.items() if _usable(name, value)}
    return replace(Settings(), **usable)


def _usable(name: str, value: object) -> bool:
    try:
        return name in _CHECKS and _CHECKS[name](value)
    except TypeError:
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and value.isprintable()


def _is_hex(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and not value.strip("0123456789abcdef")


_CHECKS: dict[str, Callable[[object], bool]] = {
    "language": lambda value: value in SPOKEN,
    "appearance": lambda value: value in APPEARANCES,
    "text_size": lambda value: type(value) is int and value in TEXT_SIZES,
    "data_folder": _is_text,
    "window": _is_hex,
    "paper": lambda value: value in PAPERS,
    "notices": lambda value: type(value) is bool,
    "tray": lambda value: type(value) is bool,
    "seen": _is_text,
    "told": _is_text,
    "warned": _is_hex,
}
