"""The days in a column, in the manner that was settled for its table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from focusplan.imports import dates, numbers
from focusplan.imports.settling import Manner
from focusplan.imports.sources import Cell

_MINUTE_MARK = 13
"""Where the colon stands in `09/28/2026 18:12`."""


class RowDays:
    """Reads days one after another; each way of writing one is read once. `california`: the hours are those
    of California, and what is evening there may be the next day here."""

    def __init__(self, manner: Manner, california: bool) -> None:
        self._manner, self._california = manner, california
        self._known: dict[Cell, date | None] = {}
        self._ahead: dict[date, int] = {}
        whole_hours = not dates.ahead_of_california(date(2026, 1, 1)) % 60
        self._by_hour = california and whole_hours

    def of(self, cell: Cell) -> date | None:
        """The day; None where the cell says that nobody knows. NoDay for anything else."""
        if self._by_hour and type(cell) is str and len(cell) == 16 and cell[_MINUTE_MARK] == ":":
            hour = cell[:_MINUTE_MARK]
            if hour not in self._known:
                self._read_hours(cell)
            return self._known[hour]
        if cell not in self._known:
            self._known[cell] = self._read(cell)
        return self._known[cell]

    def _read_hours(self, cell: str) -> None:
        """All hours of a day such as that of `09/28/2026 18:12` at once."""
        day, clock = self._written(cell), dates.clock(cell)
        if day is None or clock is None:
            self._known[cell[:_MINUTE_MARK]] = day
            return
        ahead = self._ahead_of(day)
        days = {over: day + timedelta(days=over) for over in range(-1, 3)}
        for hour in range(24):
            self._known[f"{cell[:11]}{hour:02d}"] = days[(hour * 60 + ahead) // 1440]

    def all(self, cells: Sequence[Cell]) -> list[date] | None:
        """The days of a column; None where one of them is none."""
        known, found = self._known, []
        by_hour = self._by_hour and {len(str(cell)) for cell in cells} == {16}
        try:
            for cell in cells:
                key = cell[:_MINUTE_MARK] if by_hour and type(cell) is str else cell
                day = known.get(key) or self.of(cell)
                if day is None:
                    return None
                found.append(day)
        except dates.NoDay:
            return None
        return found

    def _read(self, cell: Cell) -> date | None:
        day = self._written(cell)
        clock = dates.clock(cell) if self._california and type(cell) is str else None
        if day is None or clock is None:
            return day
        return day + timedelta(days=(clock + self._ahead_of(day)) // 1440)

    def _ahead_of(self, day: date) -> int:
        if day not in self._ahead:
            self._ahead[day] = dates.ahead_of_california(day)
        return self._ahead[day]

    def _written(self, cell: Cell) -> date | None:
        """The day just as it stands there."""
        if type(cell) is not str:
            return None if cell == "" else dates.read(cell)
        if numbers.unknown(cell):
            return None
        try:
            return dates.read(cell, self._manner.order)
        except dates.NoYear as short:
            if self._manner.anchor is None:
                raise
            return dates.without_year(short.month, short.day, self._manner.anchor)
