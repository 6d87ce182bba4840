"""Workbooks of the old kind (xls), which LinkedIn still writes, by way of xlrd.

xlrd reads a damaged file until it stumbles, in a dozen ways; all of them mean the same to the owner.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from focusplan.domain.errors import BadFile
from focusplan.imports.sources import MOST_ROWS, Cell, Meter, Row, check_cells

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How every such file begins."""
MOST_XLS = 20_000_000
"""Bytes; the format ends at 65,536 rows."""
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read_book(file: str, content: bytes) -> Any:
    """The workbook, its sheets read as they are asked for. BadFile import_macros, import_locked,
    import_broken, import_large."""
    import xlrd  # type: ignore[import-untyped]

    if len(content) > MOST_XLS:
        raise BadFile("import_large", file=file, most=MOST_XLS // 1_000_000)
    if _MACROS in content:
        raise BadFile("import_macros", file=file)
    try:
        return xlrd.open_workbook(
            file_contents=content, logfile=io.StringIO(), on_demand=True, ragged_rows=True, use_mmap=False
        )
    except Exception as error:
        locked = "encrypted" in str(error).lower() or "password" in str(error).lower()
        raise BadFile("import_locked" if locked else "import_broken", file=file) from None


def sheets(book: Any) -> list[str]:
    """The names of the sheets, in order."""
    return [str(name) for name in book.sheet_names()]


def rows(file: str, book: Any, sheet: str, meter: Meter) -> Iterator[Row]:
    """The rows of a sheet that hold something, with their numbers."""
    try:
        found = book.sheet_by_name(sheet)
        meter.total, meter.done = max(1, found.nrows), 0
        if found.nrows > MOST_ROWS:
            raise BadFile("import_rows", file=file, most=MOST_ROWS)
        for number in range(found.nrows):
            meter.done = number
            cells = [_value(cell, book) for cell in found.row(number)]
            if any(cell != "" for cell in cells):
                check_cells(file, number + 1, cells)
                yield number + 1, cells
    except BadFile:
        raise
    except Exception:
        raise BadFile("import_broken", file=file) from None


def _value(cell: Any, book: Any) -> Cell:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        made: datetime = xlrd.xldate_as_datetime(cell.value, book.datemode)
        return made.replace(microsecond=0)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        value = float(cell.value)
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return ""
