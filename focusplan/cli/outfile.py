"""Writes a made file where the owner wants it, and nothing else away."""

from __future__ import annotations

import stat
from pathlib import Path

from focusplan.domain.errors import CannotStore, WrongUse
from focusplan.paths import atomic_write


def write_pdf(file: Path, content: bytes) -> None:
    """Put the PDF at `file`, whole or not at all. An earlier PDF is replaced; any other file is left as it is
    (WrongUse). CannotStore when the folder can't be written."""
    try:
        if not file.exists():
            atomic_write(file, content)
        elif not stat.S_ISREG(file.stat().st_mode):
            _write_through(file, content)
        elif _is_pdf(file):
            atomic_write(file, content)
        else:
            raise WrongUse("file_other", file=file.name)
    except (OSError, ValueError):
        raise CannotStore("file_not_written", file=str(file)) from None


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as old:
        start = old.read(5)
    return start in (b"", b"%PDF-")


def _write_through(file: Path, content: bytes) -> None:
    """A device or a pipe is written to, never replaced."""
    with file.open("wb") as device:
        device.write(content)
