"""A plan that comes as facts instead of as a file: tried in memory first, made in the folder only then."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert

from focusplan.domain.errors import BadFile, DamagedPlan, FocusPlanError, Refused
from focusplan.domain.plan import ClockMark, Moment, Plan
from focusplan.store import schema
from focusplan.store.engine import make_engine
from focusplan.store.failures import translated
from focusplan.store.gate import lay_rules, lift_rules
from focusplan.store.header import Marker, read_marker
from focusplan.store.store import Store, Work, make_empty, remove_database
from focusplan.store.tables import TABLES

SECTIONS: dict[str, type[Any]] = {str(table.name): fact for fact, table in TABLES.items()}
"""The fact that each table keeps, by the table's name, in the order of writing."""

_COMING = ".plan.db.import"

Facts = Mapping[str, Sequence[Any]]


def facts_of(work: Work) -> dict[str, list[Any]]:
    """Every fact of a plan by its table's name, in the order of their keys."""
    return {name: work.all(kind) for name, kind in SECTIONS.items()}


@dataclass(frozen=True)
class Arrival:
    """Facts that the tables and their rules took, and a database in memory that holds them."""

    store: Store
    engine: Engine
    facts: Facts
    plan: Plan

    @contextmanager
    def read(self, moment: Moment) -> Iterator[Work]:
        """Ask what came."""
        with self.store.unit(self.engine, moment, asks=True) as work:
            yield work

    def accept(self, moment: Moment) -> int:
        """Make it the plan of the folder; answers its rows. Refused or DamagedPlan as `refuse_taken`."""
        self.store.hold("command")
        refuse_taken(self.store)
        coming = self.store.folder / _COMING
        make_empty(coming)
        engine = make_engine(coming)
        try:
            _fill(engine, self.facts)
            with self.store.unit(engine, moment, asks=True) as work:
                rows = work.count()
            engine.dispose()
            self.store.publish(coming, Marker(self.plan.made_on.isoformat(), rows, self.plan.practice))
        finally:
            engine.dispose()
            remove_database(coming)
        return rows


def refuse_taken(store: Store) -> None:
    """Refused plan_exists in a folder that has a plan; DamagedPlan plan_gone where one was: that is restored,
    never silently begun anew."""
    if store.exists():
        raise Refused("plan_exists")
    if read_marker(store.folder) is not None:
        raise DamagedPlan("plan_gone")


@contextmanager
def arrival(store: Store, file: str, facts: Facts) -> Iterator[Arrival]:
    """Try these facts; nothing is on the disk yet. BadFile export_rules names what a table refused."""
    engine = make_engine(Path(":memory:"))
    try:
        try:
            _fill(engine, facts)
        except FocusPlanError as error:
            key = str(error.values.get("table", ""))
            raise BadFile("export_rules", file=file, key=key) from error
        yield Arrival(store, engine, facts, facts["plan"][0])
    finally:
        engine.dispose()


def _fill(engine: Engine, facts: Facts) -> None:
    """Tables first, then the rows, then the rules: these judge changes, and what came is judged whole."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(translated())
        connection = stack.enter_context(engine.begin())
        for number in range(schema.NEWEST):
            schema.take_step(connection, number)
        lift_rules(connection)
        for name, rows in facts.items():
            _insert(connection, name, rows)
        try:
            with translated():
                lay_rules(connection)
        except Refused as error:
            raise Refused("schema_rule", table="adoption") from error


def _insert(connection: Connection, name: str, rows: Sequence[Any]) -> None:
    if not rows:
        return
    try:
        with translated():
            connection.execute(insert(TABLES[SECTIONS[name]]), [_row(name, fact) for fact in rows])
    except FocusPlanError as error:
        error.values["table"] = name
        raise


def _row(name: str, fact: Any) -> dict[str, Any]:
    table = TABLES[SECTIONS[name]]
    row = {column.name: getattr(fact, column.name, None) for column in table.columns}
    if isinstance(fact, ClockMark):
        row["action"] = ""
    if not hasattr(fact, "id") and "id" in row:
        row["id"] = 1
    return row
