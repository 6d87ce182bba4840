"""The figures in a row: read as the table writes them, each kind within what it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import Figure
from focusplan.imports import numbers
from focusplan.imports.formats import Match
from focusplan.imports.sources import Block, Cell, Table

_KEPT = 50_000
"""Cells whose figures are remembered, since the same ones come again and again."""


class _Known(dict[Cell, Figure | None]):
    """Figures by the cells they stand in, None where nobody knows; each is read when first asked for."""

    def __init__(self, read: Callable[[Cell], Figure | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Figure | None:
        value = self._read(cell)
        if len(self) < _KEPT:
            self[cell] = value
        return value


class Figures:
    """Reads the figures of one table. `line` is the row's, for what has to be said of it."""

    def __init__(self, table: Table, match: Match, convention: str) -> None:
        self.line = 0
        self._table, self.format, self._convention = table, match.format, convention
        self._group = numbers.GROUP[convention]
        self._grouped = re.compile(rf"[0-9]{{1,3}}(?:{re.escape(self._group)}[0-9]{{3}}){{1,3}}")
        self._columns = [
            (part, places[0], _Known(partial(self._figure, part)))
            for part, places in match.figures.items()
            if part not in self.format.add
        ]
        self._added = [(part, place) for part in self.format.add for place in match.columns.get(part, ())]

    def of(self, cells: list[Cell]) -> dict[str, Figure]:
        """The known figures of a row. BadFile for a cell that holds none."""
        found: dict[str, Figure] = {}
        width = len(cells)
        for part, place, known in self._columns:
            if place < width:
                value = known[cells[place]]
                if value is not None:
                    found[part] = value
        for part, place in self._added:
            value = self._figure(part, cells[place] if place < width else "")
            if value is not None:
                found[part] = found.get(part, 0) + value
        return found

    def texts(self, block: Block, counted: Sequence[bool]) -> list[str] | None:
        """The figures of every row of a block as they are kept, with a post for each row that is `counted`.
        None where a cell of it has to be looked at by itself."""
        posts: Sequence[Figure | None] = [1 if one else None for one in counted]
        try:
            columns = [(part, _column(known, block.column(place))) for part, place, known in self._columns]
        except BadFile:
            return None
        columns = sorted([*columns, (self.format.counts, posts)], key=lambda one: one[0])
        rows = zip(*(column for _part, column in columns), strict=True)
        if not any(None in column for _part, column in columns):
            form = ",".join(f'"{part}":%s' for part, _column in columns)
            return [f"{{{form}}}" % row for row in rows]
        heads = [f'"{part}":' for part, _column in columns]
        return [_joined(heads, row) for row in rows]

    def _figure(self, part: str, cell: Cell) -> Figure | None:
        value = self._value(cell, part)
        if value is None or (type(value) is int and value >= 0 and part != "sales"):
            return value
        return self._fitting(part, value, cell)

    def _value(self, cell: Cell, part: str) -> Figure | None:
        """The figure in a cell; None where it is unknown. BadFile where it is none."""
        if type(cell) is not str:
            if isinstance(cell, int | float) and abs(cell) <= numbers.LARGEST:
                return int(cell) if float(cell).is_integer() else cell
            raise self.bad("import_figure", value=str(cell)[:40], column=part)
        if cell.isdigit() and len(cell) < 12 and cell.isascii():
            return int(cell)
        if self._grouped.fullmatch(cell):
            return int(cell.replace(self._group, ""))
        text = cell.partition("(")[0]
        if numbers.unknown(text):
            return None
        try:
            return numbers.read(text, self._convention)
        except numbers.NoNumber:
            raise self.bad("import_figure", value=cell.strip()[:40], column=part) from None

    def _fitting(self, part: str, value: Figure, cell: Cell) -> Figure:
        """Counts are whole and not below nothing, but for what a day may take back; money in hundredths."""
        if part == "sales":
            hundredths = value * 100
            if value < 0 or abs(hundredths - round(hundredths)) > 1e-6:
                raise self.bad("import_figure", value=str(cell)[:40], column=part)
            return round(hundredths)
        if part in self.format.hours:
            return round(value, 4)
        if type(value) is float or (value < 0 and not self.format.negative and part != "new_followers"):
            raise self.bad("import_figure", value=str(cell)[:40], column=part)
        return value

    def any(self, cells: list[Cell]) -> bool:
        """Whether a figure stands in the row; words that follow a table are none."""
        found = (cells[place] for _part, place, _known in self._columns if place < len(cells))
        return any(type(cell) is not str or numbers.some(cell.partition("(")[0]) for cell in found)

    def explained(self, cells: list[Cell]) -> bool:
        """Whether texts stand where figures are expected, as in a row that explains the columns."""
        places = [place for _part, place, _known in self._columns] + [place for _part, place in self._added]
        found = [cells[place] for place in places if place < len(cells)]
        return any(type(cell) is str and len(cell) > 20 for cell in found)

    def bad(self, code: str, **values: object) -> BadFile:
        """What is wrong, with the file and the line."""
        return BadFile(code, file=self._table.name, line=self.line, **values)


def _column(known: _Known, cells: Sequence[Cell]) -> Sequence[Figure | None]:
    """The figures of a column. BadFile where a cell holds none."""
    if all(cells) and set(map(type, cells)) == {str}:
        texts = "".join(cells)  # type: ignore[arg-type]
        if texts.isdigit() and texts.isascii() and max(map(len, cells)) < 12:  # type: ignore[arg-type]
            return list(map(int, cells))  # type: ignore[arg-type]
    return list(map(known.__getitem__, cells))


def _joined(heads: Sequence[str], row: Sequence[Figure | None]) -> str:
    found = [f"{head}{value}" for head, value in zip(heads, row, strict=True) if value is not None]
    return "{" + ",".join(found) + "}"


def compact(figures: dict[str, Figure]) -> str:
    """As `readings.as_text`, without the detour."""
    return "{" + ",".join([f'"{name}":{figures[name]}' for name in sorted(figures)]) + "}"


def weight(text: str) -> float:
    """All figures of a row together: of two that are the same post the heavier is the later one."""
    return sum(float(part.rpartition(":")[2]) for part in text.strip("{}").split(",") if part)
