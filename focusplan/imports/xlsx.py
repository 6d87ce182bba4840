"""Workbooks of today's kind (xlsx), read row by row with the standard library.

A reader of our own, because the limits have to hold while a file is read and not after: a sheet that claims a
million columns costs nothing here. Formulas count by the value they had when the file was saved; nothing in a
workbook is ever carried out. A document type in its XML is refused, so that no entity can be defined.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from focusplan.domain.errors import BadFile
from focusplan.imports import archives
from focusplan.imports.sources import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, Meter, Row

_BLOCK = 1 << 16
_MOST_TEXTS = 1_000_000
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_ENTRIES = 2_000
_DEEPEST = 40
_WIDEST = 20_000
"""Elements within one; a row has as many as columns."""
_MOST_PART = 20_000_000
"""Bytes of a part that is kept whole, such as the styles."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass
class Book:
    """What a workbook's sheets share."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """Name and path of each sheet that is shown."""
    texts: list[str] = field(default_factory=list)
    dated: list[bool] = field(default_factory=list)
    """For each cell style whether its numbers are days."""
    first_day: date = date(1899, 12, 30)


def is_workbook(names: list[str]) -> bool:
    """Whether an archive with these names is a workbook."""
    return "xl/workbook.xml" in names


def read_book(file: str, stream: IO[bytes]) -> Book:
    """The workbook without its rows. BadFile import_macros, import_broken, and what `archives.check` says."""
    with archives.opened(file, stream) as archive:
        archives.check(file, archive, _ENTRIES)
        names = archive.namelist()
        if any("vbaproject" in name.lower() or name.lower().startswith("xl/macrosheets") for name in names):
            raise BadFile("import_macros", file=file)
        book = Book()
        paths = _paths(file, archive)
        for element in _elements(file, archive, "xl/workbook.xml"):
            tag = _tag(element)
            if tag == "workbookPr" and element.get("date1904") in ("1", "true"):
                book.first_day = date(1904, 1, 1)
            elif tag == "sheet" and element.get("state", "visible") == "visible":
                path = paths.get(element.get(_REL, ""))
                if path in names:
                    book.sheets.append((element.get("name", ""), path or ""))
        if "xl/sharedStrings.xml" in names:
            book.texts = list(_texts(file, archive))
        if "xl/styles.xml" in names:
            book.dated = _dated(file, archive)
        return book


def rows(file: str, stream: IO[bytes], book: Book, path: str, meter: Meter) -> Iterator[Row]:
    """The rows of a sheet that hold something, with their numbers. BadFile for what no platform writes."""
    with archives.opened(file, stream) as archive:
        meter.total, meter.done = max(1, archive.getinfo(path).file_size), 0
        count = number = 0
        for row in _elements(file, archive, path, meter, whole="row"):
            number = _whole(row.get("r"), number + 1)
            cells = _cells(file, row, book, number)
            if not any(cell != "" for cell in cells):
                continue
            count += 1
            if count > MOST_ROWS + 1 and number > MOST_ROWS + 1:
                raise BadFile("import_rows", file=file, most=MOST_ROWS)
            yield number, cells


def _cells(file: str, row: Element, book: Book, number: int) -> list[Cell]:
    cells: list[Cell] = []
    for element in row:
        if _tag(element) != "c":
            continue
        place = _column(element.get("r"), len(cells))
        if place >= MOST_COLUMNS:
            raise BadFile("import_columns", file=file, line=number, most=MOST_COLUMNS)
        while len(cells) < place:
            cells.append("")
        value = _value(file, element, book, number)
        if type(value) is str and len(value) > LONGEST_CELL:
            raise BadFile("import_cell", file=file, line=number, most=LONGEST_CELL)
        if place < len(cells):
            raise BadFile("import_broken", file=file)
        cells.append(value)
    return cells


def _value(file: str, element: Element, book: Book, number: int) -> Cell:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in element.iter() if _tag(part) == "t")
    text = next((part.text or "" for part in element if _tag(part) == "v"), "").strip()
    if kind in ("e", "b") or not text:
        return ""
    if kind == "s":
        place = _whole(text, -1)
        if not 0 <= place < len(book.texts):
            raise BadFile("import_broken", file=file)
        return book.texts[place]
    if kind != "n":
        return text
    style = _whole(element.get("s"), 0)
    return _number(text, book, style < len(book.dated) and book.dated[style])


def _number(text: str, book: Book, dated: bool) -> Cell:
    """A number, or the day it stands for."""
    try:
        value = float(text)
    except ValueError:
        return text
    if dated and 0 < value < 200_000:
        days = datetime.combine(book.first_day, datetime.min.time()) + timedelta(days=value)
        return days.replace(microsecond=0)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _elements(
    file: str, archive: zipfile.ZipFile, path: str, meter: Meter | None = None, whole: str = ""
) -> Iterator[Element]:
    """The elements of a part as they end; with `whole`, those of this name alone with all they hold. What was
    given out is let go, so that a large sheet takes no more room than a small one."""
    parser: Any = XMLPullParser(("start", "end"))
    depth: list[Element] = []
    if not whole and archive.getinfo(path).file_size > _MOST_PART:
        raise BadFile("import_zip_large", file=file)
    try:
        with archive.open(path) as stream:
            while block := stream.read(_BLOCK):
                if b"<!DOCTYPE" in block or b"<!ENTITY" in block or (b"\0" in block):
                    raise BadFile("import_broken", file=file)
                if meter is not None:
                    meter.done += len(block)
                parser.feed(block)
                yield from _ended(file, parser, depth, whole)
            parser.close()
            yield from _ended(file, parser, depth, whole)
    except ParseError:
        raise BadFile("import_broken", file=file) from None


def _ended(file: str, parser: Any, depth: list[Element], whole: str) -> Iterator[Element]:
    """What ended in the last block. `depth` holds the elements that are still open, outermost first."""
    for event, element in parser.read_events():
        assert isinstance(element, Element)
        if event == "start":
            depth.append(element)
            if len(depth) > _DEEPEST or len(depth[-2] if len(depth) > 1 else ()) > _WIDEST:
                raise BadFile("import_broken", file=file)
            continue
        depth.pop()
        if not whole or _tag(element) == whole:
            yield element
        if whole and not any(_tag(one) == whole for one in depth):
            element.clear()
            if depth:
                depth[-1].clear()


def _texts(file: str, archive: zipfile.ZipFile) -> Iterator[str]:
    """The texts that cells name by number; the readings of Japanese words in them are left out."""
    found = _elements(file, archive, "xl/sharedStrings.xml", whole="si")
    for count, element in enumerate(found, start=1):
        if count > _MOST_TEXTS:
            raise BadFile("import_zip_large", file=file)
        said = [part.text or "" for part in element if _tag(part) == "t"]
        said += [part.text or "" for run in element if _tag(run) == "r" for part in run if _tag(part) == "t"]
        yield "".join(said)


def _paths(file: str, archive: zipfile.ZipFile) -> dict[str, str]:
    found = {}
    for element in _elements(file, archive, "xl/_rels/workbook.xml.rels"):
        if _tag(element) == "Relationship":
            target = element.get("Target", "").lstrip("/")
            found[element.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    return found


def _dated(file: str, archive: zipfile.ZipFile) -> list[bool]:
    """For each cell style whether it shows a day."""
    own: dict[int, bool] = {}
    styles: list[bool] = []
    for element in _elements(file, archive, "xl/styles.xml"):
        if _tag(element) == "numFmt":
            own[_whole(element.get("numFmtId"), -1)] = _shows_day(element.get("formatCode", ""))
        elif _tag(element) == "cellXfs":
            ids = [_whole(style.get("numFmtId"), 0) for style in element if _tag(style) == "xf"]
            styles = [own.get(number, number in _DATE_FORMATS) for number in ids]
    return styles


def _shows_day(code: str) -> bool:
    return any(letter in "dmyhs" for letter in _QUOTED.sub("", code.lower().split(";")[0]))


def _column(name: str | None, following: int) -> int:
    """`AB7` is 27, counted from 0; a cell without a name follows the one before."""
    letters = re.match(r"[A-Za-z]{1,3}", name or "")
    if letters is None:
        return following
    place = 0
    for letter in letters[0].upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
