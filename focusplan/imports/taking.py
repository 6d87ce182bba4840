"""From the rows of a table to figures, each under the key by which it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import Figure, FileFigures
from focusplan.domain.weeks import Week
from focusplan.imports import dates, numbers
from focusplan.imports.figures import Figures, compact, weight
from focusplan.imports.formats import Match, plain
from focusplan.imports.periods import Period
from focusplan.imports.settling import TOTALS, Manner
from focusplan.imports.sources import Cell, LeftOut, Row, Table

_BEAT = 2_000
_STORIES = ("story", "stories", "stori", "historia", "história", "händelse", "berättelse", "storie")
_ID_IN_LINK = ("/video/", "/pin/", "activity:", "share:", "ugcPost:")


@dataclass
class Taken:
    """What was read, by what makes a row known within its table, and what was left out with how often."""

    rows: dict[object, FileFigures] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def leave(self, code: str) -> None:
        """Count a row that is left out for this reason."""
        self.left_out[code] = self.left_out.get(code, 0) + 1

    @property
    def reasons(self) -> list[LeftOut]:
        """Why rows were left out, with how many."""
        return [LeftOut(code, {"count": count}) for code, count in self.left_out.items()]


class Taker:
    """Reads the rows of one table in the manner that was settled."""

    def __init__(
        self, table: Table, match: Match, manner: Manner, today: date, kind: str, networks: Mapping[str, str]
    ) -> None:
        self.table, self.match, self.format = table, match, match.format
        self.manner, self.today, self.kind = manner, today, kind
        self.networks = networks
        """Ids by what a template may call a network."""
        self.taken = Taken()
        self._days: dict[str, date | None] = {}
        self._noons: dict[str, tuple[date | None, int]] = {}
        self._stories: dict[Cell, bool] = {}
        self._figures = Figures(table, match, manner.convention)

    def take(self, rows: Iterator[Row], network: str, period: Period | None) -> Iterator[None]:
        """Go through the rows, pausing every now and then. BadFile for a cell that is none of its kind."""
        self._refuse_twins()
        one = {"post": self._post, "day": self._day_row, "week": self._week_row, "period": self._period_row}
        take = one[self.format.grain]
        for count, (line, cells) in enumerate(rows, start=1):
            if not count % _BEAT:
                yield
            self._figures.line = line
            take(cells, network, period)

    def _refuse_twins(self) -> None:
        for part, places in self.match.figures.items():
            if len(places) > 1 and part not in self.format.add and not self.format.upright:
                raise BadFile("import_column_twice", file=self.table.name, column=part)

    # ---------------------------------------------------------------- one row

    def _post(self, cells: list[Cell], network: str, period: Period | None) -> None:
        item = self._item(cells)
        if item is None:
            return
        day = self._day(cells)
        if day is None:
            self.taken.leave("no_day")
            return
        if day > self.today:
            self.taken.leave("future")
            return
        figures = self._figures.of(cells)
        if self.format.counts and self._counts_as_post(cells):
            figures[self.format.counts] = 1
        self._keep(item, self._row(network, item, day, day, figures))

    def _day_row(self, cells: list[Cell], network: str, period: Period | None) -> None:
        if plain(self._cell(cells, "day")) in TOTALS:
            self.taken.leave("total")
            return
        day = self._day(cells)
        if day is None:
            if self._figures.any(cells):
                raise self._figures.bad("import_day", value=str(self._cell(cells, "day"))[:40])
            self.taken.leave("no_day")
            return
        if day > self.today:
            self.taken.leave("future")
            return
        figures = self._figures.of(cells)
        row = self._row(network, "", day, day, figures)
        if self.taken.rows.get(day, row) != row:
            raise self._figures.bad("import_day_twice", value=day)
        if figures:
            self.taken.rows[day] = row
        else:
            self.taken.leave("empty")

    def _week_row(self, cells: list[Cell], network: str, period: Period | None) -> None:
        day = self._week_day(cells)
        if day is None:
            self.taken.leave("no_day")
            return
        if day > self.today:
            self.taken.leave("future")
            return
        named = self._cell(cells, "network")
        if named != "":
            network = self.networks.get(plain(named), "")
            if not network:
                raise self._figures.bad("import_network_unknown", value=str(named)[:40])
        week = Week.of(day)
        figures = self._figures.of(cells)
        key = (network, week)
        if key in self.taken.rows:
            raise self._figures.bad("import_week_twice", value=week)
        if figures:
            self.taken.rows[key] = self._row(network, "", week.monday, week.sunday, figures)
        else:
            self.taken.leave("empty")

    def _period_row(self, cells: list[Cell], network: str, period: Period | None) -> None:
        assert period is not None
        if self._figures.explained(cells):
            self.taken.leave("description")
            return
        figures = self._figures.of(cells)
        for part in self.format.silent_zero:
            if figures.get(part) == 0:
                del figures[part]
        for name, parts in self.format.sums.items():
            known = [figures[part] for part in parts if part in figures]
            if known:
                figures[name] = sum(known)
        where = [n for part in ("item", "place") for n in self.match.columns.get(part, ())]
        place = "|".join(plain(self._at(cells, n)) for n in where)
        item = hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()[:12]
        self._keep(item, self._row(network, item, *period, figures))

    # ---------------------------------------------------------------- what a row is of

    def _item(self, cells: list[Cell]) -> str | None:
        """The platform's own id; of an issue without one a mark made of its title and day."""
        if "item" not in self.match.columns:
            text = "|".join(plain(self._at(cells, n)) for n in self.match.columns.get("text", ()))
            return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
        cell = self._cell(cells, "item")
        text = cell.strip() if type(cell) is str else str(cell)
        if not text:
            self.taken.leave("no_id")
            return None
        if text.isdigit():
            return text
        if text.casefold() in TOTALS:
            self.taken.leave("total")
            return None
        if len(text) > 40 and " " in text:
            self.taken.leave("description")
            return None
        for mark in _ID_IN_LINK:
            if mark in text:
                return text.split(mark, 1)[1].split("?")[0].strip("/)")[:80]
        return text[:200]

    def _counts_as_post(self, cells: list[Cell]) -> bool:
        """A story goes after a day and an answer speaks to one person: both are no posts of a week."""
        kind = self._cell(cells, "type")
        if kind not in self._stories:
            self._stories[kind] = any(word in str(kind).casefold() for word in _STORIES)
        if self._stories[kind]:
            self.taken.leave("stories")
            return False
        if self.format.replies and str(self._cell(cells, "text")).lstrip().startswith("@"):
            self.taken.leave("replies")
            return False
        return True

    def _day(self, cells: list[Cell]) -> date | None:
        cell = self._cell(cells, "day")
        if type(cell) is not str:
            return None if cell == "" else dates.read(cell)
        if self.format.california and len(cell) == 16 and cell[13] == ":":
            return self._there(cell)
        found = self._days.get(cell)
        if found is None:
            found = self._days[cell] = self._read_day(cell)
        return found

    def _there(self, cell: str) -> date | None:
        """The day here of a time in California, such as `09/28/2026 18:12`."""
        head = cell[:10]
        if head not in self._noons:
            day = self._read_day(head)
            self._noons[head] = (day, dates.ahead_of_california(day) if day else 0)
        day, ahead = self._noons[head]
        clock = cell[11:13] + cell[14:16]
        if day is None or not clock.isdigit():
            return self._read_day(cell)
        over = (int(clock[:2]) * 60 + int(clock[2:]) + ahead) // 1440
        return day if not over else date.fromordinal(day.toordinal() + over)

    def _read_day(self, cell: str) -> date | None:
        if numbers.unknown(cell):
            return None
        try:
            return dates.read(cell, self.manner.order)
        except dates.NoYear as short:
            if self.manner.anchor is None:
                raise self._figures.bad("import_day", value=cell[:40]) from None
            return dates.without_year(short.month, short.day, self.manner.anchor)
        except dates.NoDay:
            if self._description_below() or len(cell) > 40:
                return None
            raise self._figures.bad("import_day", value=cell[:40]) from None

    def _description_below(self) -> bool:
        return not self.taken.rows and self.format.grain != "week"

    def _week_day(self, cells: list[Cell]) -> date | None:
        week = self._cell(cells, "week")
        if type(week) is str and week.strip():
            try:
                return Week.parse(week.strip()).monday
            except ValueError:
                raise self._figures.bad("import_day", value=week[:40]) from None
        return self._day(cells)

    # ---------------------------------------------------------------- keeping

    def _row(
        self, network: str, item: str, first: date, last: date, figures: dict[str, Figure]
    ) -> FileFigures:
        return FileFigures(network, self.kind, item, first, last, compact(figures), self.today)

    def _keep(self, key: str, row: FileFigures) -> None:
        """Keep a row; of two with one key that which brought more, as Meta writes some posts twice."""
        if row.figures == "{}":
            self.taken.leave("empty")
            return
        before = self.taken.rows.get(key)
        if before is not None:
            self.taken.leave("twice")
            if weight(before.figures) > weight(row.figures):
                return
        self.taken.rows[key] = row

    # ---------------------------------------------------------------- cells

    def _cell(self, cells: list[Cell], part: str) -> Cell:
        places = self.match.columns.get(part, ())
        return self._at(cells, places[0]) if places else ""

    @staticmethod
    def _at(cells: list[Cell], place: int) -> Cell:
        return cells[place] if place < len(cells) else ""
