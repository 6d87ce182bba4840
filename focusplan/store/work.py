"""A unit of work: what one action of the owner reads and writes, kept whole or not at all."""

from __future__ import annotations

import dataclasses
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, CursorResult, Table, and_, delete, func, insert, select, text, update
from sqlalchemy.sql import ColumnElement, Executable

from focusplan.domain.deeds import Change, Row
from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, InUse, Refused
from focusplan.domain.goals import Ticks
from focusplan.domain.ledger import Entry, chained
from focusplan.domain.plan import ClockMark, Moment, Note
from focusplan.domain.readings import FileFigures
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.store import bulk, gate, images, reading
from focusplan.store.failures import translated
from focusplan.store.known import Known
from focusplan.store.shapes import SHAPES
from focusplan.store.tables import TABLES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
D = TypeVar("D")

_AT_ONCE = 5_000
"""Facts that are written with one statement."""

PATIENCE_HOURS = 26
"""Hours. So far the clock may be behind the latest action before today is asked about."""


class Work:
    """Reads and writes facts within one transaction. Use it only inside the `with` that gave it."""

    def __init__(self, connection: Connection, moment: Moment, asks: bool, known: Known) -> None:
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
        self._connection = connection
        self._asks = asks
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
        table, row = TABLES[type(fact)], _row(fact)
        self._change(table, _keys(table, row), insert(table).values(row))
        return fact

    def put(self, fact: T) -> T:
        """Store a fact in the place of the one with its key, or as a new one."""
        table = TABLES[type(fact)]
        row = _row(fact)
        keys = _keys(table, row)
        if keys.get("id") == 0:
            return self.add(fact)
        rest = {name: value for name, value in row.items() if name not in keys}
        statement = update(table).where(*_equal(table, keys)).values(rest or keys)
        changed = self._change(table, keys, statement)
        return fact if changed.rowcount else self.add(fact)

    def put_all(self, facts: Iterable[T], kind: type[T]) -> None:
        """Store many facts of one kind, each in the place of the one with its key; no deed undoes them."""
        several = iter(facts)
        statement, values = bulk.replacing_many(TABLES[kind])
        while rows := values(list(islice(several, _AT_ONCE))):
            self._write_many(TABLES[kind], statement, rows)

    def file_figures(self, network: str, first: date, last: date) -> Iterator[FileFigures]:
        """The rows of imported files of a network that lie between these days, or reach into them."""
        reaching = reading.chosen(FileFigures, '"network"=? AND "first"<=? AND "last">=?')
        return iter(self._facts(FileFigures, reaching, (network, last.isoformat(), first.isoformat())))

    def remove_all(self, facts: Iterable[T], kind: type[T]) -> None:
        """Take many facts of one kind away by their keys; no deed brings them back."""
        several = iter(facts)
        statement, values = bulk.removing_many(TABLES[kind])
        while rows := values(list(islice(several, _AT_ONCE))):
            self._write_many(TABLES[kind], statement, rows)

    def remove(self, fact: Any) -> None:
        """Take a fact away by its key; nothing happens when it is not there."""
        table = TABLES[type(fact)]
        keys = _keys(table, _row(fact))
        self._change(table, keys, delete(table).where(*_equal(table, keys)))

    def watch(self, kinds: Iterable[type[Any]]) -> None:
        """From now on remember in `changes` how facts of these kinds stood before and after."""
        self._watched = frozenset(str(TABLES[kind].name) for kind in kinds)
        self.last_job = int(self._run(select(func.max(TABLES[Item].c.id))).scalar_one() or 0)

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
        found = self._run(images.find(images.table_named(table), key)).mappings().first()
        return dict(found) if found is not None else None

    def lay(self, table: str, key: Row, how: str, row: Row | None) -> None:
        """Make a row stand so: `add` or `put` it, or `remove` the one with the key. The rules of the schema
        are asked as always (Refused schema_rule)."""
        there = images.table_named(table)
        if row is None:
            self._write(there, images.removed(there, key))
        else:
            self._write(there, images.added(there, row) if how == "add" else images.changed(there, row))

    def append(self, kind: str, data: Mapping[str, Any]) -> Entry:
        """Add a decision to the ledger, chained to the one before."""
        newest = self._run(select(func.max(TABLES[Entry].c.id))).scalar_one()
        before = self.all(Entry, id=newest) if newest is not None else []
        return self.add(chained(before, self.moment.at, self.moment.day, kind, data))

    def ticks(self) -> dict[tuple[str, Week], Ticks]:
        """What was ticked, by network and week."""
        return dict(self._answer("item", reading.TICKS, (), reading.ticks))

    def count(self) -> int:
        """How many rows the plan holds in all."""
        counts = (self._run(select(func.count()).select_from(table)) for table in TABLES.values())
        return sum(int(found.scalar_one()) for found in counts)

    def look_through(self) -> None:
        """Look at every page and every link between rows. DamagedPlan when something is not whole."""
        with translated():
            said = self._connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            orphan = self._connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if said != "ok" or orphan is not None:
            raise DamagedPlan("plan_damaged")

    def lift_rules(self) -> None:
        """Take the rules of the schema away within this transaction, for a repair."""
        with translated():
            self._move_mark()
            gate.lift_rules(self._connection)

    def lay_rules(self) -> None:
        """Lay the rules of the schema anew."""
        with translated():
            gate.lay_rules(self._connection)

    def _with_id(self, fact: T) -> T:
        if getattr(fact, "id", None) != 0:
            return fact
        table = TABLES[type(fact)]
        last = self._run(select(func.max(table.c.id))).scalar_one()
        return dataclasses.replace(fact, id=(last or 0) + 1)

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
                found = make(self._done(lambda: self._driver().execute(statement, values).fetchall()))
            except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
                raise DamagedPlan("plan_damaged") from error
            if not fresh:
                self._known.keep(table, question, found, len(found))
        return found

    def _driver(self) -> sqlite3.Connection:
        driver = self._connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    def _change(self, table: Table, keys: Mapping[str, Any], statement: Executable) -> CursorResult[Any]:
        """Write, and remember the row as it was and became where its table is watched."""
        if table.name not in self._watched:
            return self._write(table, statement)
        look = select(text("*")).select_from(table).where(*_equal(table, keys))
        before = self._run(look).mappings().first()
        result = self._write(table, statement)
        after = self._run(look).mappings().first()
        there = after or before
        if there is not None:
            key = images.keyed(table, dict(there))
            old, new = (None if one is None else dict(one) for one in (before, after))
            self.changes.append(Change(str(table.name), key, old, new))
        return result

    def _write(self, table: Table, statement: Executable) -> CursorResult[Any]:
        self._before_writing(table)
        return self._run(statement)

    def _write_many(self, table: Table, statement: str, rows: list[tuple[Any, ...]]) -> None:
        """The same statement for many rows, already in the values of the file."""
        self._before_writing(table)
        self._done(lambda: self._connection.exec_driver_sql(statement, rows))

    def _before_writing(self, table: Table) -> None:
        if self._asks:
            raise RuntimeError("a unit of work that only asks was told to write")
        if not self.action:
            self._move_mark()
        self.written.add(str(table.name))

    def _move_mark(self) -> None:
        """Before the first change: the clock's mark stands at the latest moment, under this unit's name."""
        self.action = uuid.uuid4().hex
        table = TABLES[ClockMark]
        mark = self.one(ClockMark)
        self.written.add(str(table.name))
        if mark is None:
            row = {"id": 1, "at": self.moment.at, "day": self.moment.day, "action": self.action}
            self._run(insert(table).values(row))
            return
        at, day = max(mark.at, self.moment.at), max(mark.day, self.moment.day)
        self._run(update(table).values(at=at, day=day, action=self.action))

    def _run(self, statement: Executable) -> CursorResult[Any]:
        return self._done(lambda: self._connection.execute(statement))

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


def _keys(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in table.primary_key.columns}


def _row(fact: Any) -> dict[str, Any]:
    row = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
    if "id" in TABLES[type(fact)].c and "id" not in row:
        row["id"] = 1
    return row


def _equal(table: Table, where: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [and_(table.c[name] == value) for name, value in where.items()]
