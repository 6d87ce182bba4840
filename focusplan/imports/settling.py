"""How a whole table writes its days and its figures: looked at once from top to bottom, before anything is
taken.

What the table itself leaves open is asked; nothing is guessed from one cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from focusplan.domain.errors import BadFile
from focusplan.imports import dates, numbers
from focusplan.imports.formats import Format, Match, name
from focusplan.imports.questions import Asking
from focusplan.imports.sources import Block, Cell, Row, Table

_TOTALS = frozenset(
    "total totals totalt totaal gesamt insgesamt totale totales totaux summa summe gesamtsumme gesamtergebnis"
    " sum suma somme".split()
)
_GRAND = ("grand total", "total ", "totalt ", "summa ", "gesamt", "suma ", "somme ")
_BEAT = 2_000
"""Rows after which whoever waits is told."""
_MOST_KEPT = 200_000
_YEARS = 3


@dataclass
class Seen:
    """What stood in a table: days and figures as they were written, each once, with the line it first stood
    in. `without_year` are days that name no year, in the order of the rows."""

    days: dict[str, int] = field(default_factory=dict)
    figures: dict[str, tuple[int, str]] = field(default_factory=dict)
    without_year: list[tuple[int, int]] = field(default_factory=list)
    rows: int = 0
    ids: set[str] = field(default_factory=set)
    scoped: int = 0
    """Rows whose `Date` is a day, where a whole life is meant."""


@dataclass(frozen=True)
class Manner:
    """How a table is to be read. `anchor`: the latest day, for days without a year."""

    order: str = "mdy"
    convention: str = "point"
    anchor: date | None = None


def is_total(cell: Cell) -> bool:
    """Whether a row that begins so adds up the others."""
    found = name(cell) if isinstance(cell, str) and len(cell) < 30 else ""
    return found in _TOTALS or (found.startswith(_GRAND) and not any(sign.isdigit() for sign in found))


def below(table: Table, match: Match) -> Iterator[Row]:
    """The rows below the header. Where a file holds several tables one below the other, a row that has
    neither a day nor a figure ends the first."""
    ends = match.format.single
    day = match.columns["day"][0] if ends else 0
    for count, (line, cells) in enumerate(table.open()):
        if count <= match.row:
            continue
        if ends and _ends(cells, day):
            return
        yield line, cells


def _ends(cells: list[Cell], day: int) -> bool:
    if _is_day(cells[day] if day < len(cells) else ""):
        return False
    rest = [str(cell) for place, cell in enumerate(cells) if place != day and cell != ""]
    return len(rest) != 1 or not rest[0][:1].isdigit()


def _is_day(cell: Cell) -> bool:
    try:
        dates.read(cell)
    except dates.NoYear:
        return True
    except dates.NoDay:
        return isinstance(cell, str) and dates.numbers_of(cell) is not None
    return True


def blocks(rows: Iterator[Row]) -> Iterator[Block]:
    """The rows, some at a time."""
    while some := list(islice(rows, _BEAT)):
        yield Block(some)


class Looking:
    """Gathers what stands in a table, block by block and column by column: a figure that stands in a thousand
    rows is looked at once."""

    def __init__(self, match: Match) -> None:
        self.seen = Seen()
        self._columns = [(part, place) for part, places in match.figures.items() for place in places]
        self._day = match.columns.get("day", (-1,))[0]
        told = "views" in match.columns and match.format.california  # such a file is never by days
        self._item = -1 if told else match.columns.get("item", (-1,))[0]
        self._scope = match.columns.get("scope", (-1,))[0] if match.format.counts else -1

    def see(self, block: Block) -> None:
        """Look at some more rows."""
        seen = self.seen
        seen.rows += len(block.rows)
        for part, place in self._columns:
            _see_figures(seen, block, part, place)
        if self._day > -1:
            _see_days(seen, block, self._day)
        if self._item > -1:
            seen.ids.update(map(str, block.column(self._item)))
        if self._scope > -1:
            cells = block.column(self._scope)
            days = {cell for cell in set(cells) if cell != "" and _is_day(cell)}
            seen.scoped += sum(cell in days for cell in cells) if days else 0


def _see_figures(seen: Seen, block: Block, part: str, place: int) -> None:
    """Keep the texts of a column that are no plain figures, each with the line it first stands in."""
    cells = block.column(place)
    texts = {cell for cell in set(cells) if type(cell) is str and cell and not cell.isdigit()}
    fresh = {cell for cell in texts if cell not in seen.figures}
    if fresh and len(seen.figures) < _MOST_KEPT:
        lines = dict(zip(reversed(cells), reversed(block.lines), strict=True))
        ordered = (cell for cell in dict.fromkeys(cells) if type(cell) is str and cell in fresh)
        seen.figures.update((cell, (lines[cell], part)) for cell in ordered)


def _see_days(seen: Seen, block: Block, place: int) -> None:
    """Keep the days of a column that leave something open."""
    cells = block.column(place)
    heads = {cell[:10] for cell in cells if type(cell) is str and cell}
    if all(head in seen.days for head in heads):
        return
    undated: dict[Cell, tuple[int, int]] = {}
    lines = dict(zip(reversed(cells), reversed(block.lines), strict=True))
    for cell in dict.fromkeys(cells):
        if type(cell) is not str or not cell or cell[:10] in seen.days:
            continue
        if dates.numbers_of(cell) is not None:
            seen.days[cell.strip().split(" ", 1)[0].split("T", 1)[0].rstrip(",")] = lines[cell]
        elif not cell[:4].isdigit():
            try:
                dates.read(cell)
            except dates.NoYear as short:
                undated[cell] = (short.month, short.day)
            except dates.NoDay:
                pass
    if undated:
        seen.without_year += [undated[cell] for cell in cells if cell in undated]


def manner(table: Table, match: Match, seen: Seen, asking: Asking, today: date) -> Manner | None:
    """How this table is to be read; None while a question of it is open. BadFile where it contradicts
    itself."""
    order = _order(table, match.format, seen, asking)
    convention = _convention(table, match, seen, asking)
    anchor: date | None = None
    if seen.without_year:
        anchor = _anchor(table, seen, asking, today)
        if anchor is None:
            return None
    if order is None or convention is None:
        return None
    return Manner(order, convention, anchor)


def _order(table: Table, form: Format, seen: Seen, asking: Asking) -> str | None:
    left = frozenset(dates.ORDERS)
    unlike = ""
    for text, line in seen.days.items():
        try:
            orders = dates.orders_of(text)
        except dates.NoDay:
            raise BadFile("import_day", file=table.name, line=line, value=text) from None
        left &= orders
        if not left:
            raise BadFile("import_days_mixed", file=table.name, line=line, value=text)
        if not unlike and len(orders) == 2 and dates.read(text, "mdy") != dates.read(text, "dmy"):
            unlike = text
    settled = next(iter(left)) if len(left) == 1 else ""
    if not settled and unlike and form.grain == "day":
        settled = _by_following(seen)
    if settled:
        asking.learn(table, "date", settled)
        return settled
    if not unlike:
        return "mdy"
    if known := asking.learnt(table, "date"):
        return known
    readings = tuple(dates.read(unlike, order).isoformat() for order in dates.ORDERS)
    return asking.ask(table.number, "date", dates.ORDERS, file=table.name, sample=unlike, readings=readings)


def _by_following(seen: Seen) -> str:
    """The one order in which the days follow one another without a gap; empty where both or neither do."""
    found = []
    for order in dates.ORDERS:
        days = sorted(dates.read(text, order) for text in seen.days)
        if len(days) > 1 and (days[-1] - days[0]).days == len(days) - 1:
            found.append(order)
    return found[0] if len(found) == 1 else ""


def _convention(table: Table, match: Match, seen: Seen, asking: Asking) -> str | None:
    left = frozenset(numbers.CONVENTIONS)
    wavering: list[tuple[str, str]] = []
    lone: set[tuple[str, str]] = set()
    for text, (line, part) in seen.figures.items():
        sign = numbers.lone_sign(text)
        if sign:
            if (sign, part) not in lone:
                lone.add((sign, part))
                wavering.append((text, part))
            continue
        shown = text.partition("(")[0]
        if numbers.unknown(shown):
            continue
        try:
            left &= numbers.fits(shown)
        except numbers.NoNumber:
            continue
        if not left:
            raise BadFile("import_numbers_mixed", file=table.name, line=line, value=text.strip()[:40])
        if numbers.wavers(shown):
            wavering.append((shown.strip(), part))
    if len(left) == 1 or not wavering:
        return min(left, key=("point", "comma").index)
    usual = _usual(table, match)
    if usual and all(_sensible(text, part, usual, match.format) for text, part in wavering):
        return usual
    sample = wavering[0][0]
    readings = tuple(f"{float(numbers.read(sample, one)):g}" for one in numbers.CONVENTIONS)
    return asking.ask(
        table.number, "numbers", numbers.CONVENTIONS, file=table.name, sample=sample, readings=readings
    )


def _usual(table: Table, match: Match) -> str:
    """What the language of the header writes; an English header over cells parted by semicolons comes from a
    computer that writes otherwise, so that it says nothing."""
    if match.language != "en":
        return "comma"
    return "" if table.separator == ";" else "point"


def _sensible(text: str, part: str, convention: str, form: Format) -> bool:
    """Counts are whole, and money has two decimals at most."""
    value = numbers.read(text, convention)
    if part in form.hours:
        return True
    return isinstance(value, int) or (part == "sales" and round(value, 2) == value)


def _anchor(table: Table, seen: Seen, asking: Asking, today: date) -> date | None:
    """The latest day of the table, in the year the owner names."""
    month, day = _latest(seen.without_year)
    before = range(today.year, today.year - 12, -1)
    years = [year for year in before if _there(year, month, day, today)][:_YEARS]
    choices = tuple(str(year) for year in years)
    readings = tuple(date(year, month, day).isoformat() for year in years)
    sample = f"{month:02d}-{day:02d}"
    said = asking.ask(table.number, "year", choices, file=table.name, sample=sample, readings=readings)
    return date(int(said), month, day) if said else None


def _there(year: int, month: int, day: int, today: date) -> bool:
    try:
        return date(year, month, day) <= today
    except ValueError:
        return False


def _latest(days: list[tuple[int, int]]) -> tuple[int, int]:
    """The last of these days without years, whichever end of the table it stands at: the steps from row to
    row lead forward or back."""
    forward = 0
    for before, after in zip(days, days[1:], strict=False):
        gap = (date(2024, *after) - date(2024, *before)).days % 366
        forward += (0 < gap < 183) - (gap > 183)
    return days[-1] if forward >= 0 else days[0]
