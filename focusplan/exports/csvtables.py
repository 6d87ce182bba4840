"""Tables as CSV files that spreadsheets open well.

UTF-8 with its mark, since Excel takes a file without one for the computer's old letters. Where the place
writes a comma before the decimals, columns are parted by semicolons, as spreadsheets there expect. Nothing a
person typed can act as a formula: text that would begin one, also at the start of a later line of it, gets an
apostrophe before it (and one more where it had one, so that it can be told apart).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None
"""Text, a whole number, an amount with its decimals, a day; None is unknown and stays empty."""

MARK = b"\xef\xbb\xbf"
_LINE_START = re.compile(r"(^|[\r\n])('*)(?=[=+\-@\t\r＝＋－＠])")
_DEFUSED = re.compile(r"(^|[\r\n])'('*)(?=[=+\-@\t\r＝＋－＠])")


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name, the ids of its columns (the same in every language), their headings, and rows."""

    name: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]


def defused(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return _LINE_START.sub(lambda found: f"{found[1]}'{found[2]}", text)


def as_typed(text: str) -> str:
    """What was typed, from a cell that was defused."""
    return _DEFUSED.sub(lambda found: found[1] + found[2], text)


def content(table: Table, decimal: str) -> bytes:
    """The file. `decimal`: the place's mark before decimals."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    writer.writerow([defused(heading) for heading in table.headings])
    for row in table.rows:
        writer.writerow([_cell(value, decimal) for value in row])
    return MARK + lines.getvalue().encode("utf-8", "replace")


def _cell(value: Cell, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value.replace("\0", ""))
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", decimal)
    return str(value)
