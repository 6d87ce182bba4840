"""A unit of work: what one action of the owner reads and writes, kept whole or not at all."""

from __future__ import annotations

import dataclasses
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast

from focusplan.domain.deeds import Change, Row
from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, InUse, Refused
from focusplan.domain.goals import Ticks
from focusplan.domain.ledger import Entry, chained
from focusplan.domain.plan import ClockMark, Moment, Note
from focusplan.domain.readings import FileFigures
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.store import reading
from focusplan.store.failures import translated
from focusplan.store.known import Known
from focusplan.store.shapes import BY_TABLE, SHAPES, Shape

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from focusplan.store.writing import Pen

T = TypeVar("T", bound="DataclassInstance")
D = TypeVar("D")

_AT_ONCE = 5_000
"""Facts that are written with one statement."""

PATIENCE_HOURS = 26
"""Hours. So far the clock may be behind the latest action before today is asked about."""


class Work:
    """Reads and writes facts within one transaction. Use it only inside the `with` that gave it. What reads
    needs the driver alone; a unit that only asks has no `pen`."""

    def __init__(
        self, driver: sqlite3.Connection, moment: Moment, known: Known, pen: Pen | None = None
    ) -> None:
        self.moment = moment
        self.action = ""
        """Names this unit in the clock's row once it has written; empty before."""
        self.ended: FocusPlanError | None = None
        """Why nothing can be kept any more: the database itself may have taken everything back."""
        self.changes: list[Change] = []
        """What was changed in the tables that are watched, in order."""
        self.last_job = 0
        """The id of the newest job when watching began."""
        self._watched: frozenset[str] = frozenset()
        self._driver = driver
        self._pen = pen
        self._known = known
        self.written: set[str] = set()
        """The tables this unit has written to: what was known of them holds no longer."""

    def all(self, kind: type[T], /, **where: Any) -> list[T]:
        """The facts whose fields equal `where`, in the order of their keys."""
        return list(self._read(kind, where))

    def one(self, kind: type[T], /, **where: Any) -> T | None:
        """The first of the facts whose fields equal `where`, or None."""
        found = self._read(kind, where, one=True)
        return found[0] if found else None

    def between(self, kind: type[T], field: str, first: Any, last: Any) -> list[T]:
        """The facts whose field lies between these two, both included, in the order of their keys."""
        ends = tuple(reading.kept(kind, field, end) for end in (first, last))
        return list(self._facts(kind, reading.chosen(kind, f'"{field}" BETWEEN ? AND ?'), ends))

    def notes(self, prefix: str) -> list[Note]:
        """The notes whose keys begin so, in the order of their keys."""
        begun = reading.chosen(Note, '"key">=? AND "key"<?')
        return list(self._facts(Note, begun, (prefix, prefix + "\U0010ffff")))

    def add(self, fact: T) -> T:
        """Store a new fact; one with the id 0 gets the next id. Returns it as stored."""
        fact = self._with_id(fact)
        kind, row = type(fact), _row(fact)
        self._change(SHAPES[kind], _keys(fact, row), lambda pen: pen.add(kind, row))
        return fact

    def put(self, fact: T) -> T:
        """Store a fact in the place of the one with its key, or as a new one."""
        kind, row = type(fact), _row(fact)
        keys = _keys(fact, row)
        if keys.get("id") == 0:
            return self.add(fact)
        rest = {name: value for name, value in row.items() if name not in keys} or keys
        changed = self._change(SHAPES[kind], keys, lambda pen: pen.change(kind, keys, rest))
        return fact if changed else self.add(fact)

    def put_all(self, facts: Iterable[T], kind: type[T]) -> None:
        """Store many facts of one kind, each in the place of the one with its key; no deed undoes them."""
        self._write_many(kind, facts, lambda pen, some: pen.replace_many(kind, some))

    def file_figures(self, network: str, first: date, last: date) -> Iterator[FileFigures]:
        """The rows of imported files of a network that lie between these days, or reach into them."""
        reaching = reading.chosen(FileFigures, '"network"=? AND "first"<=? AND "last">=?')
        return iter(self._facts(FileFigures, reaching, (network, last.isoformat(), first.isoformat())))

    def remove_all(self, facts: Iterable[T], kind: type[T]) -> None:
        """Take many facts of one kind away by their keys; no deed brings them back."""
        self._write_many(kind, facts, lambda pen, some: pen.remove_many(kind, some))

    def remove(self, fact: Any) -> None:
        """Take a fact away by its key; nothing happens when it is not there."""
        kind, keys = type(fact), _keys(fact, _row(fact))
        self._change(SHAPES[kind], keys, lambda pen: pen.remove(kind, keys))

    def watch(self, kinds: Iterable[type[Any]]) -> None:
        """From now on remember in `changes` how facts of these kinds stood before and after."""
        self._watched = frozenset(SHAPES[kind].table for kind in kinds)
        self.last_job = self._last(Item)

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """What is stored in here is not remembered."""
        watched, self._watched = self._watched, frozenset()
        try:
            yield
        finally:
            self._watched = watched

    def image(self, table: str, key: Row) -> Row | None:
        """A row in the plain values of the file."""
        shape = BY_TABLE[table]
        return self._image(shape, {name: value for name, value in key.items() if name in shape.columns})

    def lay(self, table: str, key: Row, how: str, row: Row | None) -> None:
        """Make a row stand so: `add` or `put` it, or `remove` the one with the key. The rules of the schema
        are asked as always (Refused schema_rule)."""
        self._write(BY_TABLE[table], lambda pen: pen.lay(table, key, how, row))

    def append(self, kind: str, data: Mapping[str, Any]) -> Entry:
        """Add a decision to the ledger, chained to the one before."""
        before = self.all(Entry, id=self._last(Entry))
        return self.add(chained(before, self.moment.at, self.moment.day, kind, data))

    def ticks(self) -> Mapping[tuple[str, Week], Ticks]:
        """What was ticked, by network and week."""
        return cast(Mapping[Any, Ticks], self._answer("item", reading.TICKS, (), reading.ticks)[0])

    def count(self) -> int:
        """How many rows the plan holds in all."""
        counts = (self._rows(f'SELECT count(*) FROM "{table}"') for table in BY_TABLE)
        return sum(int(found[0][0]) for found in counts)

    def look_through(self) -> None:
        """Look at every page, link and value but imported ones. DamagedPlan when one is not whole."""
        whole = self._rows("PRAGMA integrity_check(1)")[0][0]
        if whole != "ok" or self._rows("PRAGMA foreign_key_check"):
            raise DamagedPlan("plan_damaged")
        for kind in SHAPES.keys() - {FileFigures}:
            self.all(kind)

    def lift_rules(self) -> None:
        """Take the rules of the schema away within this transaction, for a repair."""
        with translated():
            self._move_mark()
            self._writer().lift_rules()

    def lay_rules(self) -> None:
        """Lay the rules of the schema anew."""
        with translated():
            self._writer().lay_rules()

    def _with_id(self, fact: T) -> T:
        if getattr(fact, "id", None) != 0:
            return fact
        return dataclasses.replace(fact, id=self._last(type(fact)) + 1)

    def _last(self, kind: type[Any]) -> int:
        """The highest id of a kind; 0 where there is none."""
        return int(self._rows(f'SELECT max(id) FROM "{SHAPES[kind].table}"')[0][0] or 0)

    def _read(self, kind: type[T], where: Mapping[str, Any], one: bool = False) -> tuple[T, ...]:
        names = tuple(where)
        unknown = tuple(name for name in names if where[name] is None)
        asked = reading.statement(kind, names, unknown, one)
        return self._facts(kind, asked, reading.values(kind, where))

    def _facts(self, kind: type[T], statement: str, values: tuple[Any, ...]) -> tuple[T, ...]:
        return self._answer(SHAPES[kind].table, statement, values, reading.making(kind))

    def _answer(
        self, table: str, statement: str, values: tuple[Any, ...], make: reading.Made
    ) -> tuple[Any, ...]:
        """The rows of a question made into facts, all of them: a value that is none of its kind means a
        damaged file. What is known already is not read again."""
        if self.ended is not None:
            raise self.ended
        question = (statement, values)
        fresh = table in self.written
        found: tuple[Any, ...] | None = None if fresh else self._known.get(table, question)
        if found is None:
            try:
                found = make(self._rows(statement, values))
            except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
                raise DamagedPlan("plan_damaged") from error
            if not fresh:
                self._known.keep(table, question, found, len(found))
        return found

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        return self._done(lambda: self._driver.execute(statement, values).fetchall())

    def _image(self, shape: Shape, keys: Row) -> Row | None:
        """The row with these keys, all in the plain values of the file."""
        where = " AND ".join(f'"{name}"=?' for name in keys)
        columns = ", ".join(f'"{name}"' for name in shape.columns)
        rows = self._rows(f'SELECT {columns} FROM "{shape.table}" WHERE {where}', tuple(keys.values()))
        return dict(zip(shape.columns, rows[0], strict=True)) if rows else None

    def _change(self, shape: Shape, keys: Mapping[str, Any], write: Callable[[Pen], int]) -> int:
        """Write, and remember the row as it was and became where its table is watched."""
        if shape.table not in self._watched:
            return self._write(shape, write)
        kept = {name: _kept(shape, name, value) for name, value in keys.items()}
        before = self._image(shape, kept)
        changed = self._write(shape, write)
        after = self._image(shape, kept)
        there = after or before
        if there is not None:
            key = {name: there[name] for name in shape.keys}
            self.changes.append(Change(shape.table, key, before, after))
        return changed

    def _write(self, shape: Shape, write: Callable[[Pen], D]) -> D:
        pen = self._writer()
        if not self.action:
            self._move_mark()
        self.written.add(shape.table)
        return self._done(lambda: write(pen))

    def _write_many(self, kind: type[T], facts: Iterable[T], write: Callable[..., None]) -> None:
        several = iter(facts)
        while some := list(islice(several, _AT_ONCE)):
            self._write(SHAPES[kind], partial(write, some=some))

    def _writer(self) -> Pen:
        if self._pen is None:
            raise RuntimeError("a unit of work that only asks was told to write")
        return self._pen

    def _move_mark(self) -> None:
        """Before the first change: the clock's mark stands at the latest moment, under this unit's name."""
        pen = self._writer()
        self.action = uuid.uuid4().hex
        mark = self.one(ClockMark)
        self.written.add(SHAPES[ClockMark].table)
        if mark is None:
            row = {"id": 1, "at": self.moment.at, "day": self.moment.day, "action": self.action}
            self._done(lambda: pen.add(ClockMark, row))
            return
        at, day = max(mark.at, self.moment.at), max(mark.day, self.moment.day)
        self._done(lambda: pen.change_all(ClockMark, {"at": at, "day": day, "action": self.action}))

    def _done(self, deed: Callable[[], D]) -> D:
        if self.ended is not None:
            raise self.ended
        try:
            with translated():
                return deed()
        except (CannotStore, DamagedPlan, InUse) as error:
            self.ended = error
            raise
        except Refused as error:
            if self._clock_is_behind():
                raise Refused("clock_behind", **error.values) from error
            raise

    def _clock_is_behind(self) -> bool:
        mark = self.one(ClockMark)
        return mark is not None and (mark.at - self.moment.at).total_seconds() > PATIENCE_HOURS * 3600


def _keys(fact: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in SHAPES[type(fact)].keys}


def _row(fact: Any) -> dict[str, Any]:
    row = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
    if "id" in SHAPES[type(fact)].keys and "id" not in row:
        row["id"] = 1
    return row


def _kept(shape: Shape, name: str, value: Any) -> Any:
    turn = shape.to_file[name]
    return value if turn is None or value is None else turn(value)
