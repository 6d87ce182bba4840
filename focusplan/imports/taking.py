"""From the rows of a table to figures, each under the key by which it is known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import Figure, FileFigures
from focusplan.domain.weeks import Week
from focusplan.imports import dates
from focusplan.imports.figures import Figures, compact, weight
from focusplan.imports.formats import Match, name, plain
from focusplan.imports.periods import Period
from focusplan.imports.rowdays import RowDays
from focusplan.imports.settling import Manner, is_total
from focusplan.imports.sources import Block, Cell, LeftOut, Table

_STORIES = ("story", "stories", "stori", "historia", "história", "händelse", "berättelse", "storie")
_PLAIN_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,79}")
_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{2}")
"""What a spreadsheet makes of a long id: several posts then share one."""
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
        self._days = RowDays(manner, match.format.california)
        self._stories: dict[Cell, bool] = {}
        self._figures = Figures(table, match, manner.convention)
        self._refuse_twins()

    def take(self, block: Block, network: str, period: Period | None) -> None:
        """Take some more rows. BadFile for a cell that is none of its kind."""
        one = {"post": self._post, "day": self._day_row, "week": self._week_row, "period": self._period_row}
        take = one[self.format.grain]
        if not self._take_together(block, network):
            for line, cells in zip(block.lines, block.rows, strict=True):
                self._figures.line = line
                take(cells, network, period)

    def _take_together(self, block: Block, network: str) -> bool:
        """Take posts column by column where all of them are plain ones, which is many times faster; False,
        with nothing taken, where one has to be looked at by itself."""
        if self.format.grain != "post" or "item" not in self.match.columns:
            return False
        items = block.column(self.match.columns["item"][0])
        days = self._days.all(block.column(self.match.columns["day"][0]))
        if not all(type(item) is str and _plain_id(item) for item in items):
            return False
        if days is None or max(days) > self.today:
            return False
        counted = self._counted(block)
        texts = self._figures.texts(block, counted)
        keys = [str(item) for item in items]
        if texts is None or "{}" in texts or not self.taken.rows.keys().isdisjoint(keys):
            return False
        if len(set(keys)) < len(keys):
            return False
        same = (repeat(network), repeat(self.kind))
        rows = map(FileFigures, *same, keys, days, days, texts, repeat(self.today))
        self.taken.rows.update(zip(keys, rows, strict=True))
        if left := len(counted) - sum(counted):
            code = "replies" if self.format.replies else "stories"
            self.taken.left_out[code] = self.taken.left_out.get(code, 0) + left
        return True

    def _counted(self, block: Block) -> list[bool]:
        """Which rows of a block are posts."""
        if self.format.replies:
            texts = block.column(self.match.columns["text"][0]) if "text" in self.match.columns else ()
            return [not str(cell).lstrip().startswith("@") for cell in texts] or [True] * len(block.rows)
        if "type" not in self.match.columns:
            return [True] * len(block.rows)
        kinds = block.column(self.match.columns["type"][0])
        stories = {kind for kind in set(kinds) if self._is_story(kind)}
        return [kind not in stories for kind in kinds]

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
        if is_total(self._cell(cells, "day")):
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
        for whole, parts in self.format.sums.items():
            known = [figures[part] for part in parts if part in figures]
            if known:
                figures[whole] = sum(known)
        where = [n for part in ("item", "place") for n in self.match.columns.get(part, ())]
        place = "|".join(plain(self._at(cells, n)) for n in where)
        item = hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()[:12]
        self._keep(item, self._row(network, item, *period, figures))

    # ---------------------------------------------------------------- what a row is of

    def _item(self, cells: list[Cell]) -> str | None:
        """The platform's own id; of an issue without one a mark made of its title and day."""
        if "item" not in self.match.columns:
            texts = [plain(self._at(cells, n)) for n in self.match.columns.get("text", ())]
            text = "|".join([*texts, self._day_named(cells)])  # many issues are called "News"
            return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
        cell = self._cell(cells, "item")
        text = cell.strip() if type(cell) is str else str(cell)
        if not text:
            self.taken.leave("no_id")
            return None
        if text.isdigit():
            return text
        if _SHORTENED.fullmatch(text):
            raise self._figures.bad("import_ids", value=text)
        if is_total(text):
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
        if self._is_story(kind):
            self.taken.leave("stories")
            return False
        if self.format.replies and str(self._cell(cells, "text")).lstrip().startswith("@"):
            self.taken.leave("replies")
            return False
        return True

    def _is_story(self, kind: Cell) -> bool:
        if kind not in self._stories:
            self._stories[kind] = any(word in str(kind).casefold() for word in _STORIES)
        return self._stories[kind]

    def _day(self, cells: list[Cell]) -> date | None:
        cell = self._cell(cells, "day")
        try:
            return self._days.of(cell)
        except dates.NoDay:
            text = str(cell)
            again = name(text) in self.format.parts  # the names of the columns once more
            if again or not self._figures.any(cells):
                return None
            raise self._figures.bad("import_day", value=text[:40]) from None

    def _day_named(self, cells: list[Cell]) -> str:
        """The day of a row as it is known again; empty where there is none."""
        try:
            return str(self._days.of(self._cell(cells, "day")) or "")
        except dates.NoDay:
            return ""

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


def _plain_id(text: str) -> bool:
    """Whether a text is an id just as it stands, and no total."""
    return text.isdigit() or (_PLAIN_ID.fullmatch(text) is not None and not is_total(text))
