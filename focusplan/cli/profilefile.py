"""Reads a profile file. BadFile names the file and the key, and the line where the file itself is broken."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from focusplan.domain.errors import BadFile
from focusplan.domain.hours import ProfileFault
from focusplan.domain.playbook import NETWORKS
from focusplan.domain.profile import Profile, read_profile

LARGEST = 1_000_000
"""Bytes; a profile is a page of text."""


def profile_from(path: Path, networks: Collection[str] = NETWORKS) -> Profile:
    """The profile in the file `path`. `networks`: the ids there are."""
    try:
        content = _content(path)
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise BadFile("profile_syntax", file=path.name, line=_line(content, line)) from None
    except RecursionError:
        raise BadFile("profile_syntax", file=path.name, line=1) from None
    try:
        return read_profile(data, tuple(networks))
    except ProfileFault as fault:
        raise BadFile(f"profile_{fault.code}", file=path.name, key=fault.key, **fault.values) from None


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError:
        raise BadFile("file_unreadable", file=path.name) from None
    if len(raw) > LARGEST:
        raise BadFile("file_too_large", file=path.name, most=LARGEST)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile("file_not_utf8", file=path.name, line=raw[: error.start].count(b"\n") + 1) from None
    if "\0" in text:
        raise BadFile("file_nul", file=path.name, line=text[: text.index("\0")].count("\n") + 1)
    return text.replace("\r\n", "\n")


def _line(content: str, found: re.Match[str] | None) -> int:
    """The line the reader names; at the end of the document it names none."""
    return int(found[1]) if found else content.count("\n") + 1
