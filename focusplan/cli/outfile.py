"""Writes a made file where the owner wants it, and nothing else away."""

from __future__ import annotations

import stat
from pathlib import Path

from focusplan.domain.errors import CannotStore, WrongUse
from focusplan.paths import atomic_write

_OF_DATABASES = ("-journal", "-wal", "-shm")
"""Files that a database takes for its own beside it, and removes."""


def write_pdf(file: Path, content: bytes) -> None:
    """Put the PDF at `file`, whole or not at all. An earlier PDF is replaced. WrongUse for any other file,
    which is left as it is, and for a name that a database would take for its own; CannotStore when the
    folder can't be written."""
    if file.name.endswith(_OF_DATABASES):
        raise WrongUse("export_ending", file=file.name, ending=".pdf")
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
