"""Text files: which encoding, which separator, and their rows one after another."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
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
_WEB = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<div")
_OTHER = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
          b"SQLite format", b"{\\rtf", b"<?xml", b"MZ", b"\x7fELF", b"BZh", b"\xfd7zXZ")  # fmt: skip

Opener = Callable[[], IO[bytes]]


class _Counted(io.RawIOBase):
    """Bytes that are counted as they are read."""

    def __init__(self, inner: IO[bytes], meter: Meter) -> None:
        self._inner, self._meter = inner, meter
        meter.done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._inner.read(len(buffer))
        buffer[: len(found)] = found
        self._meter.done += len(found)
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def encoding_of(file: str, opener: Opener) -> str:
    """The name of the file's encoding. BadFile where it is empty, or no text.

    A mark at the beginning decides; else many NUL bytes mean UTF-16; else strict UTF-8; else the usual one of
    Windows in the west.
    """
    with opener() as stream:
        head = stream.read(_PEEK)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            if not head or not stream.read(1):
                raise BadFile("import_empty", file=file)
        refuse_other_kinds(file, head)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if head.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        if len(head) > 1 and head.count(0) * 3 > len(head):
            return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
        return "utf-8" if _is_utf8(head, stream) else "cp1252"


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


def lines(file: str, opener: Opener, encoding: str, meter: Meter) -> Iterator[str]:
    """The lines with their ends as they are. BadFile for NUL, letters that can't be read, endless lines."""
    counted = io.BufferedReader(_Counted(opener(), meter), _BLOCK)
    with io.TextIOWrapper(counted, encoding=encoding, newline="", errors="strict") as stream:
        number = 0
        try:
            while line := stream.readline(LONGEST_LINE):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise BadFile("import_cell", file=file, line=number, most=LONGEST_LINE)
                if "\0" in line:
                    raise BadFile("import_nul", file=file, line=number)
                yield line
        except UnicodeError:
            raise BadFile("import_letters", file=file, line=number + 1) from None


def rows(file: str, opener: Opener, encoding: str, separator: str, meter: Meter) -> Iterator[Row]:
    """The rows that hold something, with the number of their last line. A first line `sep=;` is passed over.

    BadFile import_quote where a quotation mark is never closed, import_rows where there are too many.
    """
    taken = [0, 0]  # letters so far, and those up to the row before
    counted = _letters(lines(file, opener, encoding, meter), taken)
    reader = csv.reader(counted, delimiter=separator, strict=True)
    count = -HEAD_ROWS
    try:
        for cells in reader:
            if not cells or (reader.line_num == 1 and said_separator(",".join(cells))):
                continue
            count += 1
            if count > MOST_ROWS and reader.line_num > MOST_ROWS:
                raise BadFile("import_rows", file=file, most=MOST_ROWS)
            if taken[0] - taken[1] > LONGEST_CELL or len(cells) > MOST_COLUMNS:
                check_cells(file, reader.line_num, cells)  # type: ignore[arg-type]
            taken[1] = taken[0]
            yield reader.line_num, cells  # type: ignore[misc]
    except csv.Error as error:
        endless = "field limit" in str(error)
        raise BadFile(
            "import_cell" if endless else "import_quote",
            file=file,
            line=reader.line_num,
            most=csv.field_size_limit(),
        ) from None


def _letters(found: Iterator[str], taken: list[int]) -> Iterator[str]:
    """The lines, with their letters counted: only a row of many letters can hold a cell that is too long."""
    for line in found:
        taken[0] += len(line)
        yield line


def said_separator(line: str) -> str:
    """What a first line `sep=;` says, empty where it is none. A comma is what is left out there."""
    text = line.strip().strip('"')
    if text[:4].lower() != "sep=" or len(text) > 5:
        return ""
    return text[4:5] or ","


def head_rows(file: str, opener: Opener, encoding: str, separator: str) -> list[list[str]]:
    """The first rows, read gently: for finding out which separator makes a table of them."""
    taken: list[str] = []
    for line in lines(file, opener, encoding, Meter(1)):
        taken.append(line)
        if len(taken) >= HEAD_ROWS * 4 or sum(map(len, taken[-3:])) > LONGEST_LINE:
            break
    found: list[list[str]] = []
    try:
        for cells in csv.reader(taken, delimiter=separator):
            if cells:
                found.append(cells)
            if len(found) >= HEAD_ROWS:
                break
    except csv.Error:
        pass
    return found


def first_line(file: str, opener: Opener, encoding: str) -> str:
    """The first line, for what it may say about the separator."""
    return next(lines(file, opener, encoding, Meter(1)), "")
