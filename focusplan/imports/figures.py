"""The figures in a row: read as the table writes them, each kind within what it can be."""

from __future__ import annotations

import re

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import Figure
from focusplan.imports import numbers
from focusplan.imports.formats import Match
from focusplan.imports.sources import Cell, Table

_KEPT = 50_000
"""Texts whose figures are remembered, since the same ones come again and again."""


class Figures:
    """Reads the figures of one table. `line` is the row's, for what has to be said of it."""

    def __init__(self, table: Table, match: Match, convention: str) -> None:
        self.line = 0
        self._table, self.format, self._convention = table, match.format, convention
        self._group = numbers.GROUP[convention]
        self._grouped = re.compile(rf"[0-9]{{1,3}}(?:{re.escape(self._group)}[0-9]{{3}}){{1,3}}")
        self._numbers: dict[Cell, Figure | None] = {"": None}
        self._columns = [
            (part, places[0]) for part, places in match.figures.items() if part not in self.format.add
        ]
        self._added = [(part, place) for part in self.format.add for place in match.columns.get(part, ())]

    def of(self, cells: list[Cell]) -> dict[str, Figure]:
        found: dict[str, Figure] = {}
        value: Figure | None
        width, known = len(cells), self._numbers
        for part, place in self._columns:
            if place < width:
                cell = cells[place]
                if type(cell) is str and cell.isdigit() and len(cell) < 12 and cell.isascii():
                    value = int(cell)
                elif cell in known:
                    value = known[cell]
                else:
                    value = self._value(cells, part, place)
                if value is not None:
                    if value < 0 or part == "sales" or type(value) is float:
                        value = self._fitting(part, value, cell)
                    found[part] = value
        for part, place in self._added:
            value = self._value(cells, part, place)
            if value is not None:
                found[part] = found.get(part, 0) + self._fitting(part, value, value)
        return found

    def _value(self, cells: list[Cell], part: str, place: int) -> Figure | None:
        """The figure in a cell; None where it is unknown. BadFile where it is none."""
        cell = cells[place] if place < len(cells) else ""
        if type(cell) is not str:
            if isinstance(cell, int | float) and abs(cell) <= numbers.LARGEST:
                return int(cell) if float(cell).is_integer() else cell
            raise self.bad("import_figure", value=str(cell)[:40], column=part)
        if cell in self._numbers:
            return self._numbers[cell]
        if self._grouped.fullmatch(cell):
            return int(cell.replace(self._group, ""))
        text = cell.partition("(")[0]
        value: Figure | None = None
        if not numbers.unknown(text):
            try:
                value = numbers.read(text, self._convention)
            except numbers.NoNumber:
                raise self.bad("import_figure", value=cell.strip()[:40], column=part) from None
        if len(self._numbers) < 50_000:
            self._numbers[cell] = value
        return value

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
        """Whether a figure stands in the row."""
        return any(self._value(cells, part, place) is not None for part, place in self._columns)

    def explained(self, cells: list[Cell]) -> bool:
        """Whether texts stand where figures are expected, as in a row that explains the columns."""
        found = [cells[place] for _part, place in (*self._columns, *self._added) if place < len(cells)]
        return any(type(cell) is str and len(cell) > 20 for cell in found)

    def bad(self, code: str, **values: object) -> BadFile:
        """What is wrong, with the file and the line."""
        return BadFile(code, file=self._table.name, line=self.line, **values)


def compact(figures: dict[str, Figure]) -> str:
    """As `readings.as_text`, without the detour."""
    return "{" + ",".join([f'"{name}":{figures[name]}' for name in sorted(figures)]) + "}"


def weight(text: str) -> float:
    """All figures of a row together: of two that are the same post the heavier is the later one."""
    return sum(float(part.rpartition(":")[2]) for part in text.strip("{}").split(",") if part)
