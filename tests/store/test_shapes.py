"""What reading knows of the tables, held against the tables as they are declared."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.types import TypeDecorator

from focusplan.domain.weeks import Week
from focusplan.store.columns import Day, Flag, Hours, Instant, Money, WeekNumber
from focusplan.store.shapes import BY_TABLE, SHAPES
from focusplan.store.tables import TABLES

TYPED: dict[type[TypeDecorator[Any]], Any] = {
    Day: date(2026, 11, 22),
    Flag: True,
    Hours: {0: ((540, 720),), 2: ((540, 720), (780, 900))},
    Instant: datetime(2026, 11, 22, 9, 30, 0, 5, UTC),
    Money: Decimal("30.50"),
    WeekNumber: Week(2900),
}


def test_every_fact_has_its_shape_in_the_same_order() -> None:
    assert list(SHAPES) == list(TABLES)
    assert [shape.table for shape in SHAPES.values()] == [table.name for table in TABLES.values()]
    assert set(BY_TABLE) == {table.name for table in TABLES.values()}


@pytest.mark.parametrize("fact", TABLES, ids=lambda fact: str(TABLES[fact].name))
def test_a_shape_is_that_of_its_table(fact: type[Any]) -> None:
    shape, table = SHAPES[fact], TABLES[fact]
    assert shape.keys == tuple(column.name for column in table.primary_key.columns)
    assert set(shape.columns) == {column.name for column in table.columns}
    for column in table.columns:
        to_file, from_file = shape.to_file[column.name], shape.from_file[column.name]
        kind = type(column.type)
        assert (to_file is not None) == (kind in TYPED), column.name
        assert (from_file is not None) == (kind in TYPED), column.name
        if to_file is not None and from_file is not None:
            value = TYPED[kind]
            kept = column.type.process_bind_param(value, None)  # type: ignore[attr-defined]
            assert to_file(value) == kept
            assert from_file(kept) == column.type.process_result_value(kept, None) == value  # type: ignore[attr-defined]
