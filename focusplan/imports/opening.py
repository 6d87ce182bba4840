"""From paths to tables: what each file is, by its first bytes and never by its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO

from focusplan.domain.errors import BadFile
from focusplan.imports import archives, texts, xls, xlsx
from focusplan.imports.sources import MOST_BYTES, LeftOut, Meter, Row, Table, size_of

_ZIP = b"PK"
_LOCKED_XLSX = "EncryptedPackage".encode("utf-16-le")
_TABLES = (".csv", ".tsv", ".txt", ".xls", ".xlsx", "")
_SHEETS = 60

Way = tuple[str, str]
"""An encoding and a separator."""
Choose = Callable[[Sequence[Way], Callable[[Way], list[list[str]]]], Way]
"""Which of them makes a table: given the ways to read a file, and its head rows by way."""


class Opening:
    """Opens files one after another; `left_out` gathers what lies in them and is no table."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self.left_out: list[tuple[int, LeftOut]] = []

    def tables(self, paths: Sequence[Path]) -> Iterator[Table]:
        """Every table of these files. BadFile for the first one that can't be read."""
        for number, path in enumerate(paths, start=1):
            size = size_of(path)
            yield from self._tables(path.name, number, partial(_open, path), size, inner=False)

    def _tables(
        self, file: str, number: int, opener: texts.Opener, size: int, inner: bool
    ) -> Iterator[Table]:
        with opener() as stream:
            head = stream.read(8)
        if head.startswith(_ZIP):
            yield from self._packed(file, number, opener, inner)
        elif head == xls.MARK:
            yield from self._old_book(file, number, opener)
        else:
            yield self._text(file, number, opener, size)

    def _text(self, file: str, number: int, opener: texts.Opener, size: int) -> Table:
        encodings = texts.encodings_of(file, opener)
        said = texts.said_separator(texts.first_line(file, opener, encodings[0]))
        ways = [(one, sign) for one in encodings for sign in ((said,) if said else texts.SEPARATORS)]
        encoding, separator = self._choose(ways, lambda way: texts.head_rows(file, opener, *way))
        meter = Meter(size)
        reading = partial(texts.rows, file, opener, encoding, separator, meter)
        return Table(file, number, "", reading, separator, meter)

    def _packed(self, file: str, number: int, opener: texts.Opener, inner: bool) -> Iterator[Table]:
        with opener() as stream, archives.opened(file, stream) as archive:
            book = xlsx.is_workbook(archive.namelist())
            entries = [] if book else archives.check(file, archive)
        if book:
            yield from self._book(file, number, opener)
            return
        if inner:
            raise BadFile("import_zip_nested", file=file)
        for entry in sorted(entries, key=lambda one: one.filename):
            name = entry.filename.replace("\\", "/")
            last = name.rsplit("/", 1)[-1]
            if last.startswith(".") or name.startswith("__MACOSX/"):
                continue
            kept = f"{file}/{last}"
            if Path(last).suffix.lower() == ".zip":
                raise BadFile("import_zip_nested", file=file)
            if Path(last).suffix.lower() not in _TABLES or not entry.file_size:
                self.left_out.append((number, LeftOut("no_table", {"file": kept})))
                continue
            reading = partial(_member, file, opener, entry)
            yield from self._tables(kept, number, reading, entry.file_size, inner=True)

    def _book(self, file: str, number: int, opener: texts.Opener) -> Iterator[Table]:
        with opener() as stream:
            book = xlsx.read_book(file, stream)
        for name, path in book.sheets[:_SHEETS]:
            meter = Meter(1)
            yield Table(file, number, name, partial(_sheet_rows, file, opener, book, path, meter), "", meter)

    def _old_book(self, file: str, number: int, opener: texts.Opener) -> Iterator[Table]:
        with opener() as stream:
            content = stream.read(MOST_BYTES + 1)
        if _LOCKED_XLSX in content:
            raise BadFile("import_locked", file=file)
        book = xls.read_book(file, content)
        for name in xls.sheets(book)[:_SHEETS]:
            meter = Meter(1)
            yield Table(file, number, name, partial(xls.rows, file, book, name, meter), "", meter)


def _sheet_rows(file: str, opener: texts.Opener, book: xlsx.Book, path: str, meter: Meter) -> Iterator[Row]:
    with opener() as stream:
        yield from xlsx.rows(file, stream, book, path, meter)


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError:
        raise BadFile("file_unreadable", file=path.name) from None


def _member(file: str, opener: texts.Opener, entry: zipfile.ZipInfo) -> IO[bytes]:
    """One file of an archive, held in memory: it was measured before, and is read twice."""
    with opener() as stream, archives.opened(file, stream) as archive, archive.open(entry) as packed:
        content = packed.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadFile("import_large", file=file, most=MOST_BYTES // 1_000_000)
    return io.BytesIO(content)
