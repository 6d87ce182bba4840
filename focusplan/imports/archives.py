"""Archives: their files by name, after a look at what a hostile one would hold."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from focusplan.domain.errors import BadFile
from focusplan.imports.sources import MOST_BYTES

MOST_ENTRIES = 50
MOST_UNPACKED = 200_000_000
"""Bytes of all files of an archive together."""
MOST_RATIO = 100
"""Times that a file of more than a megabyte may be larger than it is packed."""
_SMALL = 1_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
          LookupError, struct.error)  # fmt: skip
"""What reading a damaged archive may raise."""


def check(file: str, archive: zipfile.ZipFile, entries: int = MOST_ENTRIES) -> list[zipfile.ZipInfo]:
    """The files in it, without folders. BadFile for names that lead elsewhere, links, twins, locks, bombs."""
    found = archive.infolist()
    if len(found) > entries:
        raise BadFile("import_zip_many", file=file, most=entries)
    seen: set[str] = set()
    total = 0
    for entry in found:
        _check_name(file, entry, seen)
        if entry.flag_bits & 0x1:
            raise BadFile("import_locked", file=file)
        total += entry.file_size
        bomb = entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
        if bomb or total > MOST_UNPACKED or entry.file_size > MOST_BYTES * 2:
            raise BadFile("import_zip_large", file=file)
    return [entry for entry in found if not entry.is_dir()]


def _check_name(file: str, entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    kind = stat.S_IFMT(entry.external_attr >> 16)
    odd = name.startswith("/") or ".." in parts or ":" in name[:3] or "\0" in entry.orig_filename
    if odd or kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadFile("import_zip_names", file=file)
    folded = name.casefold()
    if folded in seen:
        raise BadFile("import_zip_names", file=file)
    seen.add(folded)


@contextmanager
def opened(file: str, stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """The archive in these bytes. BadFile import_broken where a part is missing or wrong."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield archive
    except BadFile:
        raise
    except BROKEN:
        raise BadFile("import_broken", file=file) from None
