"""What is read: a table of one file, its cells, and the limits that hold for every file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path

from focusplan.domain.errors import BadFile

MOST_BYTES = 50_000_000
"""Bytes of one file, also of one within an archive."""
MOST_ROWS = 200_000
"""Rows of one table below its header."""
MOST_COLUMNS = 1_000
LONGEST_CELL = 10_000
LONGEST_LINE = 2_000_000
"""Letters of one line; no platform writes longer ones."""
HEAD_ROWS = 40
"""Rows among which the header is looked for."""

Cell = str | int | float | date | datetime
"""A cell as text, or as the number or day a workbook holds it as. Empty is the empty text."""
Row = tuple[int, list[Cell]]
"""A line's number, counted from 1, and its cells."""


class Block:
    """Some rows, looked at column by column: what stands in many of them is dealt with once."""

    def __init__(self, some: Sequence[Row]) -> None:
        self.lines, self.rows = zip(*some, strict=True)
        self._columns: tuple[tuple[Cell, ...], ...] = ()

    def column(self, place: int) -> tuple[Cell, ...]:
        """The cells of a column from top to bottom; empty where a row is too short for it."""
        if not self._columns:
            self._columns = tuple(zip_longest(*self.rows, fillvalue=""))
        return self._columns[place] if place < len(self._columns) else ("",) * len(self.rows)


class Meter:
    """How many bytes of how many were read so far, for whoever waits."""

    def __init__(self, total: int) -> None:
        self.total, self.done = max(1, total), 0

    @property
    def share(self) -> float:
        """0 to 1."""
        return min(1.0, self.done / self.total)


@dataclass(frozen=True)
class Table:
    """One table: a text file or one sheet of a workbook. `open` reads it anew from its first row; `number`
    counts the files as they were given, from 1, and what lies in one archive shares it."""

    file: str
    number: int
    sheet: str
    open: Callable[[], Iterator[Row]]
    separator: str = ""
    """The sign between cells of a text file; empty for a sheet, whose numbers are numbers."""
    meter: Meter = field(default_factory=lambda: Meter(1))

    @property
    def name(self) -> str:
        """The file's name, with the sheet where there is one."""
        return f"{self.file} · {self.sheet}" if self.sheet else self.file


@dataclass(frozen=True)
class LeftOut:
    """Something in the files that is not taken; `code` says why and `values` fill its sentence."""

    code: str
    values: dict[str, object] = field(default_factory=dict)


def size_of(path: Path) -> int:
    """Bytes of a file. BadFile file_unreadable, import_large."""
    try:
        if not path.is_file():
            raise BadFile("file_unreadable", file=path.name)
        size = path.stat().st_size
    except OSError:
        raise BadFile("file_unreadable", file=path.name) from None
    if size > MOST_BYTES:
        raise BadFile("import_large", file=path.name, most=MOST_BYTES // 1_000_000)
    return size


def check_cells(file: str, line: int, cells: list[Cell]) -> None:
    """BadFile where a row is wider, or a cell longer, than any platform writes them."""
    if len(cells) > MOST_COLUMNS:
        raise BadFile("import_columns", file=file, line=line, most=MOST_COLUMNS)
    if any(type(cell) is str and len(cell) > LONGEST_CELL for cell in cells):
        raise BadFile("import_cell", file=file, line=line, most=LONGEST_CELL)
