"""Text files: which encoding, which separator, and their rows one after another."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO

from focusplan.domain.errors import BadFile
from focusplan.imports.sources import (
    HEAD_ROWS,
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_COLUMNS,
    MOST_ROWS,
    Meter,
    Row,
    check_cells,
)

SEPARATORS = (",", ";", "\t", "|")
_BLOCK = 1 << 18
_PEEK = 1 << 16
_ROWS = 2_000
"""Rows that are looked at together."""
_WEB = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<div")
_OTHER = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
          b"SQLite format", b"{\\rtf", b"<?xml", b"MZ", b"\x7fELF", b"BZh", b"\xfd7zXZ")  # fmt: skip

_GENTLE = "utf_8_sig"
"""UTF-8 in which some letters can't be read; the names of the columns can."""
_MAC_SPACE = re.compile(rb"[0-9][\xca\xd5][0-9]{3}(?![0-9])")
"""A space or an apostrophe between thousands as an old Mac writes it."""

Opener = Callable[[], IO[bytes]]


class _Counted(io.RawIOBase):
    """Bytes that are counted as they are read, and looked at block by block before they become letters."""

    def __init__(self, file: str, inner: IO[bytes], meter: Meter, wide: bool) -> None:
        self._file, self._inner, self._meter, self._wide = file, inner, meter, wide
        self._lines = self._open = 0
        meter.done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._inner.read(len(buffer))
        if found:
            buffer[: len(found)] = found
            self._meter.done += len(found)
            self._look(found)
        return len(found)

    def _look(self, found: bytes) -> None:
        """BadFile for NUL where letters are no wider than a byte, and for a line without an end."""
        if not self._wide and 0 in found:
            before = found[: found.index(0)]
            line = self._lines + before.count(b"\n") + 1
            raise BadFile("import_nul", file=self._file, line=line)
        end = max(found.rfind(b"\n"), found.rfind(b"\r"))
        self._open = len(found) - end - 1 + (self._open if end < 0 else 0)
        if self._open > LONGEST_LINE:
            raise BadFile("import_cell", file=self._file, line=self._lines + 1, most=LONGEST_LINE)
        self._lines += found.count(b"\n")

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def encodings_of(file: str, opener: Opener) -> tuple[str, ...]:
    """The encodings the file may have, the likeliest first. BadFile where it is empty, or no text.

    A mark at the beginning decides; else many NUL bytes mean UTF-16; else strict UTF-8. What is none of these
    comes from Windows in the west, from an old Mac, or is UTF-8 with a letter that was cut: the names of the
    columns tell them apart.
    """
    with opener() as stream:
        head = stream.read(_PEEK)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            if not head or not stream.read(1):
                raise BadFile("import_empty", file=file)
        refuse_other_kinds(file, head)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return ("utf-16",)
        if len(head) > 1 and head.count(0) * 3 > len(head):
            return ("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be",)
        if _is_utf8(head, stream):
            return ("utf-8-sig",)
        if head.startswith(codecs.BOM_UTF8):
            return (_GENTLE,)
        mac = _MAC_SPACE.search(head) is not None
        return ("mac_roman", "cp1252", _GENTLE) if mac else ("cp1252", "mac_roman", _GENTLE)


def refuse_other_kinds(file: str, head: bytes) -> None:
    """BadFile for a web page, a picture, a document: whatever they are called, they are no table."""
    start = head[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_WEB) or (start.startswith(b"<?xml") and b"<html" in head[:2000].lower()):
        raise BadFile("import_web_page", file=file)
    if head.startswith(_OTHER) or start.startswith((b"{", b"[", b"<?xml")):
        raise BadFile("import_kind", file=file)


def _is_utf8(head: bytes, stream: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        block = head
        while block:
            decoder.decode(block)
            block = stream.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


@contextmanager
def _letters(file: str, opener: Opener, encoding: str, meter: Meter) -> Iterator[Iterable[str]]:
    """The lines with their ends as they are. BadFile for NUL and for endless lines."""
    wide = encoding.startswith("utf-16")
    counted = io.BufferedReader(_Counted(file, opener(), meter, wide), _BLOCK)
    errors = "strict" if wide or encoding == "utf-8-sig" else "replace"
    with io.TextIOWrapper(counted, encoding=encoding, newline="", errors=errors) as stream:
        yield _without_nul(file, stream) if wide else stream


def _without_nul(file: str, stream: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(stream, start=1):
        if "\0" in line:
            raise BadFile("import_nul", file=file, line=number)
        yield line


def rows(file: str, opener: Opener, encoding: str, separator: str, meter: Meter) -> Iterator[Row]:
    """The rows that hold something, with the number of their last line. A first line `sep=;` is passed over.

    BadFile import_quote where a quotation mark is never closed, import_rows where there are too many,
    import_columns, import_cell, import_letters.
    """
    csv.field_size_limit(LONGEST_CELL)
    left = MOST_ROWS + HEAD_ROWS
    with _letters(file, opener, encoding, meter) as lines:
        reader = csv.reader(lines, delimiter=separator, strict=True)
        try:
            while some := [(reader.line_num, cells) for cells in islice(reader, _ROWS)]:
                if some[0][0] == 1 and said_separator(",".join(some[0][1])):
                    del some[0]
                filled = [row for row in some if row[1]]
                left -= len(filled)
                if left < 0 and reader.line_num > MOST_ROWS:
                    raise BadFile("import_rows", file=file, most=MOST_ROWS)
                if max((len(cells) for _line, cells in filled), default=0) > MOST_COLUMNS:
                    for line, cells in filled:
                        check_cells(file, line, cells)  # type: ignore[arg-type]
                yield from filled  # type: ignore[misc]
        except csv.Error as error:
            if "field limit" in str(error):
                raise BadFile("import_cell", file=file, line=reader.line_num, most=LONGEST_CELL) from None
            raise BadFile("import_quote", file=file, line=reader.line_num) from None
        except UnicodeError:
            raise BadFile("import_letters", file=file, line=reader.line_num + 1) from None


def said_separator(line: str) -> str:
    """What a first line `sep=;` says, empty where it is none. A comma is what is left out there."""
    text = line.strip().strip('"')
    if text[:4].lower() != "sep=" or len(text) > 5:
        return ""
    return text[4:5] or ","


def head_rows(file: str, opener: Opener, encoding: str, separator: str) -> list[list[str]]:
    """The first rows, read gently: for finding out which separator makes a table of them."""
    taken: list[str] = []
    letters = 0
    found: list[list[str]] = []
    try:
        with _letters(file, opener, encoding, Meter(1)) as lines:
            for line in lines:
                taken.append(line)
                letters += len(line)
                if len(taken) >= HEAD_ROWS * 4 or letters > LONGEST_LINE:
                    break
        for cells in csv.reader(taken, delimiter=separator):
            if cells:
                found.append(cells)
            if len(found) >= HEAD_ROWS:
                break
    except (csv.Error, UnicodeError):
        pass
    return found


def first_line(file: str, opener: Opener, encoding: str) -> str:
    """The first line, for what it may say about the separator. BadFile import_letters."""
    try:
        with _letters(file, opener, encoding, Meter(1)) as lines:
            return next(iter(lines), "")
    except UnicodeError:
        raise BadFile("import_letters", file=file, line=1) from None
