"""Reads files one after another: what each is, how it is to be read, and its figures. Stores nothing.

It goes forward a piece at a time, so that whoever waits can be told and can stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import FileFigures
from focusplan.imports import formats, settling
from focusplan.imports.formats import Match
from focusplan.imports.opening import Opening, Way
from focusplan.imports.periods import Period, period_above, period_in
from focusplan.imports.questions import Asking
from focusplan.imports.sources import HEAD_ROWS, Block, Cell, LeftOut, Table
from focusplan.imports.taking import Taker
from focusplan.imports.whose import Wish, named, whose

_PERSONAL = ("account", "page", "place", "author", "text")
_SEVEN = timedelta(days=7)


@dataclass
class FileRead:
    """What one table holds. `rows` are empty while a question of it is open; `first` and `last` are the days
    it reaches over, None while they are not known."""

    file: str
    number: int
    format: str
    network: str
    kind: str
    grain: str
    first: date | None = None
    last: date | None = None
    rows: list[FileFigures] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    open: bool = False


def read_files(
    paths: Sequence[Path], wish: Wish, asking: Asking
) -> Generator[float, None, tuple[list[FileRead], list[LeftOut]]]:
    """Read them all; gives how far it is, from 0 to 1. BadFile for the first that can't be taken."""
    opening = Opening(_way)
    found: list[FileRead] = []
    unknown: list[LeftOut] = []
    known: set[int] = set()
    for number, group in groupby(opening.tables(paths), key=lambda table: table.number):
        tables = list(group)
        company = _company(tables)
        for table in tables:
            beside = yield from _read(table, wish, asking, len(paths), company)
            if isinstance(beside, FileRead):
                found.append(beside)
                known.add(number)
            else:
                unknown.append(beside)
    for number, path in enumerate(paths, start=1):
        if number not in known:
            raise BadFile("import_unknown", file=path.name)
    unknown += [left for _number, left in opening.left_out]
    return found, unknown


def _company(tables: Sequence[Table]) -> frozenset[str] | None:
    """The networks that the tables of one archive or workbook are surely of; None for a table by itself."""
    if len(tables) < 2:
        return None
    heads = (formats.matches(_head(table))[:1] for table in tables)
    sure = (match.format for (match,) in filter(None, heads) if not match.format.single)
    return frozenset(one.network for one in sure if one.network)


def _head(table: Table) -> list[list[Cell]]:
    return [cells for _line, cells in islice(table.open(), HEAD_ROWS)]


def _way(ways: Sequence[Way], head: Callable[[Way], list[list[str]]]) -> Way:
    """The encoding and the sign that make a known table of the first rows, else those of the widest one."""

    def worth(way: Way) -> tuple[int, int]:
        rows = head(way)
        found = formats.matches(rows) or formats.upright(rows)
        return (found[0].score if found else 0), max((len(row) for row in rows), default=0)

    return ways[0] if len(ways) == 1 else max(ways, key=worth)


def _read(
    table: Table, wish: Wish, asking: Asking, files: int, company: frozenset[str] | None
) -> Generator[float, None, FileRead | LeftOut]:
    """What a table holds. One that can't be taken is left out where it came with others, else refused."""
    rows = _head(table)
    found = formats.matches(rows)
    if not found:
        lying = formats.upright(rows)
        if not lying:
            return LeftOut("unknown_table", {"file": table.name})
        table, found = _turned(table, rows, lying[0].format), []
        rows = [cells for _line, cells in table.open()]
        found = formats.upright([[cell] for cell in rows[0]])[:1]
    match, network = whose(table, found, rows, wish, asking, company)
    match, kind = named(table, match, rows)
    made = FileRead(table.name, table.number, match.format.id, network, kind, match.format.grain)
    made.left_out = _always_left(match)
    if not match.figures and not match.format.counts:
        return LeftOut("unknown_table", {"file": table.name})
    looking, taker = settling.Looking(match), None
    for block in settling.blocks(settling.below(table, match)):
        looking.see(block)
        if looking.seen.rows == len(block.rows):
            taker = _at_once(table, match, looking.seen, asking, wish, kind) if network else None
        taker = _take_on(taker, block, network)
        yield _share(table, files, 0.0)
    seen = looking.seen
    if not seen.rows or _daily(match, seen):
        if company is not None:
            return LeftOut("daily" if seen.rows else "no_rows", {"file": table.name})
        if seen.rows:
            raise BadFile("import_daily", file=table.name)
        raise BadFile("import_no_rows", file=table.name)
    manner = settling.manner(table, match, seen, asking, wish.today)
    period = _period(table, match, rows, wish, asking)
    if manner is None or not network or (match.format.grain == "period" and period is None):
        made.open = True
        return made
    if taker is None or taker.manner != manner:
        taker = Taker(table, match, manner, wish.today, kind, wish.networks)
        for block in settling.blocks(settling.below(table, match)):
            taker.take(block, network, period)
            yield _share(table, files, 0.5)
    made.rows = list(taker.taken.rows.values())
    made.left_out += taker.taken.reasons
    if match.format.grain == "day":
        _widen(made, wish.today)
    _reach_over(made, period)
    return made


def _at_once(
    table: Table, match: Match, seen: settling.Seen, asking: Asking, wish: Wish, kind: str
) -> Taker | None:
    """Whoever takes posts while the rest of the table is still being looked at, in the manner that its first
    rows settle; if the rest settles another one, all is read again."""
    if match.format.grain != "post":
        return None
    try:
        manner = settling.manner(table, match, seen, asking.aside(), wish.today)
        return Taker(table, match, manner, wish.today, kind, wish.networks) if manner is not None else None
    except BadFile:
        return None


def _take_on(taker: Taker | None, block: Block, network: str) -> Taker | None:
    try:
        if taker is not None:
            taker.take(block, network, None)
        return taker
    except BadFile:
        return None


def _share(table: Table, files: int, before: float) -> float:
    return min(1.0, (table.number - 1 + before + table.meter.share / 2) / max(1, files))


def _turned(table: Table, rows: Sequence[Sequence[Cell]], form: formats.Format) -> Table:
    """Names and values that stand below one another, as a table with one row. What is named twice belongs to
    two halves of one issue, and is added up."""
    names: list[Cell] = []
    values: list[Cell] = []
    lines = [cells for _line, cells in table.open()]
    for cells in lines:
        value = next((cell for cell in cells[1:] if cell != ""), "")
        if cells and value != "" and formats.name(cells[0]) in form.parts:
            names.append(cells[0])
            values.append(value)
    return replace(table, open=lambda: iter([(1, names), (2, values)]))


def _always_left(match: Match) -> list[LeftOut]:
    """What is in such a file and never taken."""
    found = []
    if "reach" in match.columns and match.format.grain in ("post", "day"):
        found.append(LeftOut("people"))
    if "reactions" in match.columns:
        found.append(LeftOut("likes"))
    if any(part in match.columns for part in _PERSONAL):
        found.append(LeftOut("personal"))
    if match.format.california:
        found.append(LeftOut("california"))
    if "money" in match.columns:
        found.append(LeftOut("money"))
    if match.unknown:
        found.append(LeftOut("columns", {"names": match.unknown}))
    return found


def _daily(match: Match, seen: settling.Seen) -> bool:
    """Whether it is the report broken down by days, in which each post stands once a day."""
    if not match.format.counts or seen.rows < 3:
        return False
    repeated = "item" in match.columns and 0 < len(seen.ids) * 2 < seen.rows
    return repeated or seen.scoped * 2 > seen.rows


def _period(
    table: Table, match: Match, rows: Sequence[Sequence[Cell]], wish: Wish, asking: Asking
) -> Period | None:
    """The days the file says it covers; of a file of totals they are asked where they stand nowhere."""
    last = table.file.rsplit("/", 1)[-1]
    found = period_above(rows[: match.row]) or period_in(last) or period_in(table.file)
    if found is None and match.format.grain == "period":
        said = asking.ask(table.number, "period", (), file=table.name, most=wish.today)
        return period_in(said) if said else None
    return found


def _widen(made: FileRead, today: date) -> None:
    """Rows that stand a week or a month apart are of weeks or months, not of days."""
    days = sorted(row.first for row in made.rows)
    if len(days) < 3:
        return
    gaps = {later - earlier for earlier, later in zip(days, days[1:], strict=False)}
    weeks = gaps == {_SEVEN}
    months = all(day.day == 1 for day in days) and all(28 <= gap.days <= 31 for gap in gaps)
    if not weeks and not months:
        return
    rows: list[FileFigures] = []
    for row in made.rows:
        last = row.first + timedelta(days=6) if weeks else _month_end(row.first)
        if last <= today:
            rows.append(replace(row, last=last))
        else:
            made.left_out.append(LeftOut("running", {"count": 1}))
    made.rows = rows
    made.left_out = [left for left in made.left_out if left.code != "people" or months]


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _reach_over(made: FileRead, period: Period | None) -> None:
    """The days the file covers: what it says, where all its rows lie in that, else from its first row to its
    last."""
    if not made.rows:
        return
    first, last = min(row.first for row in made.rows), max(row.last for row in made.rows)
    a_day = timedelta(days=1)
    if period is not None and period[0] - a_day <= first and last <= period[1] + a_day:
        first, last = period
    made.first, made.last = first, last
