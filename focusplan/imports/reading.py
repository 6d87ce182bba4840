"""Reads files one after another: what each is, how it is to be read, and its figures. Stores nothing.

It goes forward a piece at a time, so that whoever waits can be told and can stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path, PurePath

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import FileFigures
from focusplan.imports import formats, settling
from focusplan.imports.formats import Match, plain
from focusplan.imports.opening import Opening, Way
from focusplan.imports.periods import Period, period_above, period_in
from focusplan.imports.questions import Asking
from focusplan.imports.sources import HEAD_ROWS, Cell, LeftOut, Table
from focusplan.imports.taking import Taker

_PINTEREST = ("pinterest link", "claimed accounts", "curated content", "analytics overview")
_META = ("facebook", "instagram")
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


@dataclass(frozen=True)
class Wish:
    """What is known beside the files: the network that was named, every network's id by what people call it,
    and today."""

    network: str
    networks: Mapping[str, str]
    today: date


def read_files(
    paths: Sequence[Path], wish: Wish, asking: Asking
) -> Generator[float, None, tuple[list[FileRead], list[LeftOut]]]:
    """Read them all; gives how far it is, from 0 to 1. BadFile for the first that can't be taken."""
    opening = Opening(_way)
    found: list[FileRead] = []
    unknown: list[LeftOut] = []
    known: set[int] = set()
    for table in opening.tables(paths):
        beside = yield from _read(table, wish, asking, len(paths))
        if isinstance(beside, FileRead):
            found.append(beside)
            known.add(table.number)
        else:
            unknown.append(beside)
    for number, path in enumerate(paths, start=1):
        if number not in known:
            raise BadFile("import_unknown", file=path.name)
    unknown += [left for _number, left in opening.left_out]
    return found, unknown


def _way(ways: Sequence[Way], head: Callable[[Way], list[list[str]]]) -> Way:
    """The encoding and the sign that make a known table of the first rows, else those of the widest one."""

    def worth(way: Way) -> tuple[int, int]:
        rows = head(way)
        found = formats.matches(rows) or formats.upright(rows)
        return (found[0].score if found else 0), max((len(row) for row in rows), default=0)

    return ways[0] if len(ways) == 1 else max(ways, key=worth)


def _read(table: Table, wish: Wish, asking: Asking, files: int) -> Generator[float, None, FileRead | LeftOut]:
    rows: list[list[Cell]] = []
    for _line, cells in table.open():
        rows.append(cells)
        if len(rows) >= HEAD_ROWS:
            break
    found = formats.matches(rows)
    if not found:
        lying = formats.upright(rows)
        if not lying:
            return LeftOut("unknown_table", {"file": table.name})
        table, found = _turned(table, rows, lying[0].format), []
        rows = [cells for _line, cells in table.open()]
        found = formats.upright([[cell] for cell in rows[0]])[:1]
    match, network = _whose(table, found, rows, wish, asking)
    match, kind = _named(table, match, rows)
    made = FileRead(table.name, table.number, match.format.id, network, kind, match.format.grain)
    made.left_out = _always_left(match)
    if not match.figures and not match.format.counts:
        return LeftOut("unknown_table", {"file": table.name})
    seen = settling.Seen()
    for beat in settling.look(settling.below(table, match), match):
        seen = beat or seen
        yield _share(table, files, 0.0)
    _refuse_daily(table, match, seen)
    if not seen.rows:
        raise BadFile("import_no_rows", file=table.name)
    manner = settling.manner(table, match, seen, asking, wish.today)
    period = _period(table, match, rows, wish, asking)
    if manner is None or not network or (match.format.grain == "period" and period is None):
        made.open = True
        return made
    taker = Taker(table, match, manner, wish.today, kind, wish.networks)
    for _beat in taker.take(settling.below(table, match), network, period):
        yield _share(table, files, 0.5)
    made.rows = list(taker.taken.rows.values())
    made.left_out += taker.taken.reasons
    if match.format.grain == "day":
        _widen(made, wish.today)
    _reach_over(made, period)
    return made


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
        if cells and value != "" and plain(cells[0]) in form.parts:
            names.append(cells[0])
            values.append(value)
    return replace(table, open=lambda: iter([(1, names), (2, values)]))


def _whose(
    table: Table, found: list[Match], rows: Sequence[Sequence[Cell]], wish: Wish, asking: Asking
) -> tuple[Match, str]:
    """The format, and the network it is of; empty while the owner has not said which."""
    best = [match for match in found if match.score == found[0].score]
    networks = tuple(dict.fromkeys(name for match in best for name in match.format.networks))
    if "primary" in best[0].columns:
        networks = _META
    own = _told(table, best[0], rows) if best[0].format.single else ""
    if not networks:
        networks = tuple(dict.fromkeys(wish.networks.values()))
        if "network" in best[0].columns:
            return best[0], wish.network or networks[0]
    if own or len(networks) == 1:
        network = own or networks[0]
        if wish.network and wish.network != network:
            raise BadFile("import_other_network", file=table.name, network=network)
    elif wish.network:
        network = wish.network
        if network not in networks:
            raise BadFile("import_other_network", file=table.name, network=networks[0])
    else:
        network = asking.ask(table.number, "network", networks, file=table.name) or ""
    fitting = [match for match in best if network in match.format.networks] or best
    return fitting[0], network


def _told(table: Table, match: Match, rows: Sequence[Sequence[Cell]]) -> str:
    """The network that a title or the lines around a table name."""
    around = [plain(cell) for row in rows for cell in row if isinstance(cell, str)]
    if any(mark in around for mark in _PINTEREST):
        return "pinterest"
    titles = [*(plain(cell) for row in rows[: match.row + 1] for cell in row), plain(_stem(table))]
    for network in _META:
        if any(network in title for title in titles):
            return network
    return ""


def _named(table: Table, match: Match, rows: Sequence[Sequence[Cell]]) -> tuple[Match, str]:
    """A table with one figure a day, under the name of that figure: its title says it where the header says
    only that it is the first one."""
    form = match.format
    if not form.single:
        return match, form.kind
    columns = dict(match.columns)
    if "primary" in columns:
        titles = [plain(cell) for row in rows[: match.row] for cell in row if cell != ""]
        for title in [*titles, plain(_stem(table))]:
            part = next((one for one, _language, _rank in form.parts.get(title, ()) if one != "day"), "")
            if part:
                columns[part] = columns.pop("primary")
                break
    figure = next((part for part in columns if part not in formats.IGNORED), "none")
    return replace(match, columns=columns), f"{form.kind}.{figure}"


def _stem(table: Table) -> str:
    return PurePath(table.file.rsplit("/", 1)[-1]).stem


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
    return found


def _refuse_daily(table: Table, match: Match, seen: settling.Seen) -> None:
    """BadFile for the same report broken down by days: each post stands in it once a day."""
    if not match.format.counts or seen.rows < 3:
        return
    few = "views" not in match.columns and len(seen.ids) * 2 < seen.rows
    if few or seen.scoped * 2 > seen.rows:
        raise BadFile("import_daily", file=table.name)


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
