"""The record of decisions, chained by hash."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.ledger import KINDS, ROOT, canonical, chained, digest, first_break

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)


def chain(number):
    entries = []
    for n in range(number):
        at = AT + timedelta(hours=n)
        entry = chained(entries, at, at.date(), KINDS[n % len(KINDS)], {"n": n, "é": "ü"})
        entries.append(replace(entry, id=n + 1))
    return entries


def test_a_chain_begins_at_the_root_and_follows_on():
    entries = chain(3)
    assert entries[0].prev == ROOT
    assert [one.prev for one in entries[1:]] == [one.hash for one in entries[:-1]]
    assert first_break(entries) is None
    assert first_break(()) is None


def test_the_data_read_back_as_they_were():
    entry = chain(2)[1]
    assert entry.values() == {"n": 1, "é": "ü"}
    assert entry.data == '{"n":1,"é":"ü"}'
    assert canonical({"b": 1, "a": None}) == '{"a":null,"b":1}'


@pytest.mark.parametrize(
    "change",
    [
        {"data": '{"n":9}'}, {"kind": "repair"}, {"day": date(2020, 1, 1)}, {"at": AT - timedelta(days=1)},
        {"prev": "1" * 64}, {"hash": "2" * 64},
    ],
)  # fmt: skip
@given(place=st.integers(1, 5))
def test_any_change_is_found_where_it_was_made(change, place):
    entries = chain(6)
    entries[place] = replace(entries[place], **change)
    found = first_break(reversed(entries))
    assert found is not None
    assert found.id == entries[place].id


@given(st.integers(1, 4))
def test_a_missing_entry_is_found(place):
    entries = chain(6)
    del entries[place]
    found = first_break(entries)
    assert found is not None
    assert found.id == place + 2


def test_a_break_entry_starts_the_chain_anew():
    entries = chain(4)
    del entries[1]
    at = AT + timedelta(days=1)
    fresh = replace(chained((), at, at.date(), "break", {}), id=9)
    assert first_break([entries[0], fresh, replace(chained([fresh], at, at.date(), "start", {}), id=10)]) is None
    other = replace(fresh, kind="start", hash=digest(ROOT, at, at.date(), "start", "{}"))
    assert first_break([entries[0], other]) == other
