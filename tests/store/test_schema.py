"""The schema that the steps make is that of the records, and a file knows which one it has."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine
from sqlmodel import SQLModel

from focusplan.store import gate, schema
from focusplan.store.tables import TABLES


@pytest.fixture
def stepped() -> Iterator[Connection]:
    with create_engine("sqlite://").begin() as connection:
        for number in range(schema.NEWEST):
            schema.take_step(connection, number)
        yield connection


def shape(connection: Connection) -> dict[str, object]:
    """Columns, keys, links, indexes and CHECKs of every table, whatever the text they were written in."""
    found: dict[str, object] = {}
    names = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='table'").all()
    for name, sql in names:
        found[f"{name} text"] = " ".join(str(sql).split())
        for pragma in ("table_xinfo", "foreign_key_list", "index_list"):
            rows = connection.exec_driver_sql(f"PRAGMA {pragma}({name!r})").all()
            found[f"{name} {pragma}"] = sorted(tuple(row)[1:] for row in rows)
    indexes = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql<>''")
    found.update({str(name): " ".join(str(sql).split()) for name, sql in indexes})
    return found


def test_steps_lead_to_the_tables_of_the_records(stepped: Connection) -> None:
    with create_engine("sqlite://").begin() as other:
        SQLModel.metadata.create_all(other)
        assert shape(stepped) == shape(other)


def test_a_record_has_its_facts_fields_in_order() -> None:
    for fact, table in TABLES.items():
        names = [field.name for field in dataclasses.fields(fact)]
        assert [column.name for column in table.columns if column.name in names] == names


def test_every_table_refuses_other_kinds_of_values(stepped: Connection) -> None:
    triggers = {
        row[0] for row in stepped.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'")
    }
    for table in TABLES.values():
        if table.name in gate.UNJUDGED:
            continue
        assert {f"{table.name}_insert_kinds", f"{table.name}_update_kinds"} <= triggers


def test_the_fingerprint_tells_a_missing_rule(stepped: Connection) -> None:
    assert schema.fingerprint(stepped) == schema.expected()
    stepped.exec_driver_sql("DROP TRIGGER adoption_update_rules")
    assert schema.fingerprint(stepped) != schema.expected()
    gate.lay_rules(stepped)
    assert schema.fingerprint(stepped) == schema.expected()
