"""The plan's document: exact both ways, and every mistake in it is named."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import KINDS as BUSINESSES
from focusplan.domain.business import Business
from focusplan.domain.errors import BadFile, NewerPlan
from focusplan.domain.evidence import Evidence
from focusplan.domain.plan import ClockMark, Confirmation, Note, Plan
from focusplan.domain.weeks import Week
from focusplan.exports import planjson
from focusplan.exports.values import back, plain

KINDS = {
    "plan": Plan, "clock": ClockMark, "confirmation": Confirmation, "business": Business, "boundaries": Boundaries,
    "note": Note, "evidence": Evidence,
}  # fmt: skip

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.dates(date(1970, 1, 5), date(2350, 1, 1))
moments = st.datetimes(datetime(1970, 1, 5), datetime(2350, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
weeks = st.integers(0, 20_000).map(Week)
money = st.none() | st.decimals(0, 10**6, places=2).map(abs)
counts = st.none() | st.integers(0, 10**9)
plans = st.builds(Plan, texts, st.booleans(), days, days)
businesses = st.builds(
    Business, texts, st.sampled_from(BUSINESSES), *[texts] * 8, hour_value=money, outsourcing_quote=money
)  # fmt: skip


@st.composite
def spans(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """Some times of a day, in order; two may touch."""
    ends = sorted(draw(st.sets(st.integers(0, 1440), min_size=2, max_size=6)))
    return tuple(zip(ends, ends[1:], strict=False)) if draw(st.booleans()) else ((ends[0], ends[-1]),)


hours = st.dictionaries(st.integers(0, 6), spans(), max_size=7)
bounds = st.builds(Boundaries, st.integers(0, 2400), st.sampled_from((10, 30)), texts, hours)
evidence = st.builds(
    Evidence, texts, weeks, st.booleans(), *[counts] * 8, st.booleans(), st.none() | days, st.booleans()
)  # fmt: skip
facts = st.fixed_dictionaries({
    "plan": plans.map(lambda one: [one]),
    "clock": st.builds(ClockMark, moments, days).map(lambda one: [one]),
    "confirmation": st.lists(st.builds(Confirmation, st.integers(1, 99), moments, days, days), max_size=3),
    "business": businesses.map(lambda one: [one]),
    "boundaries": bounds.map(lambda one: [one]),
    "note": st.lists(st.builds(Note, texts, texts), max_size=3),
    "evidence": st.lists(evidence, max_size=4),
})  # fmt: skip


@given(facts)
def test_what_is_written_is_read_again(found):
    content = planjson.written({name: found[name] for name in KINDS}, 1)
    assert planjson.marked(content)
    assert planjson.read("x.json", content, KINDS, 1) == found
    assert planjson.written(planjson.read("x.json", content, KINDS, 1), 1) == content


def small() -> dict[str, list[object]]:
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    business = Business("Corner Bakery", "restaurant", "local", "consumers", "enquiries", "en", "GB", "GBP", "owner",
                        hour_value=Decimal("30.00"))  # fmt: skip
    row = Evidence("x", Week.parse("2026-W48"), sales=12345, posts=2)
    return {
        "plan": [Plan("u", True, at.date(), at.date())], "clock": [ClockMark(at, at.date())], "confirmation": [],
        "business": [business], "boundaries": [Boundaries(120, 30, "few_days", {0: ((540, 720), (720, 1440))})],
        "note": [Note("a", "=1\n\"é🙂")], "evidence": [row],
    }  # fmt: skip


def test_the_form_is_the_one_that_is_described():
    data = json.loads(planjson.written(small(), 1))
    assert list(data)[:3] == ["format", "version", "schema"]
    assert (data["format"], data["version"], data["schema"]) == ("focusplan-plan", 1, 1)
    assert data["clock"] == {"at": "2026-11-23T12:00:00+00:00", "day": "2026-11-23"}
    assert data["boundaries"]["hours"] == {"monday": ["09:00-12:00", "12:00-24:00"]}
    assert data["business"]["hour_value"] == "30.00"
    assert data["evidence"][0]["week"] == "2026-W48" and data["evidence"][0]["sales"] == "123.45"
    assert data["evidence"][0]["reach"] is None


def test_what_is_not_known_to_be_written_is_a_fault_of_the_program():
    with pytest.raises(TypeError):
        plain(1.5)


def test_a_business_of_no_kind_there_is_is_refused():
    data = json.loads(planjson.written(small(), 1))
    data["business"]["kind"] = "spaceport"
    with pytest.raises(BadFile) as caught:
        planjson.read("x.json", json.dumps(data).encode(), KINDS, 1)
    assert caught.value.values["key"] == "business"


def test_a_field_that_came_later_may_be_missing():
    data = json.loads(planjson.written(small(), 1))
    del data["evidence"][0]["void"]
    del data["note"]
    found = planjson.read("x", json.dumps(data).encode(), KINDS, 1)
    assert found["evidence"] == small()["evidence"] and found["note"] == []


WRONG = [
    ("version", 1.0, "export_syntax", ""),
    ("version", "1", "export_value", "version"),
    ("version", True, "export_value", "version"),
    ("version", 0, "export_value", "version"),
    ("schema", None, "export_value", "version"),
    ("format", "another", "export_other", ""),
    ("plan", None, "export_key", "plan"),
    ("plan", [], "export_value", "plan"),
    ("note", {"a": 1}, "export_key", "note"),
    ("note", ["x"], "export_value", "note[0]"),
    ("note", [{"key": "a"}], "export_key", "note[0].text"),
    ("note", [{"key": "a", "text": "b", "more": 1}], "export_section", "note[0].more"),
    ("note", [{"key": "a", "text": "\ud800"}], "export_value", "note[0].text"),
    ("note", [{"key": "a", "text": 5}], "export_value", "note[0].text"),
    ("extra", [], "export_section", "extra"),
    ("clock", {"at": "2026-11-23T12:00:00", "day": "2026-11-23"}, "export_value", "clock.at"),
    ("clock", {"at": "2026-11-23T12:00:00+00:00", "day": "20261123"}, "export_value", "clock.day"),
    ("clock", {"at": "2026-11-23T12:00:00+00:00", "day": "2026-02-30"}, "export_value", "clock.day"),
]  # fmt: skip


@pytest.mark.parametrize(("section", "value", "code", "key"), WRONG)
def test_a_mistake_is_named(section, value, code, key):
    data = json.loads(planjson.written(small(), 1))
    data[section] = value
    with pytest.raises(BadFile) as refused:
        planjson.read("x.json", json.dumps(data).encode(), KINDS, 1)
    assert refused.value.code == code
    assert refused.value.values["file"] == "x.json"
    assert refused.value.values.get("key", "") == key


VALUES = [
    (int, True), (int, "1"), (int, 1.0), (bool, 1), (str, None), (Week, "2026-W54"), (Week, "2026w48"),
    (Decimal, "-1"), (Decimal, "1e3"), (Decimal, "NaN"), (Decimal, "١"), (date, "٢٠٢٦-11-23"), (date | None, ""),
    (Boundaries.__dataclass_fields__["hours"].type, []),
]  # fmt: skip


@pytest.mark.parametrize(("hint", "value"), VALUES[:-1])
def test_a_value_of_another_kind_is_refused(hint, value):
    with pytest.raises(ValueError):
        back(hint, value)


@pytest.mark.parametrize("value", [[], {"monday": "09:00-12:00"}, {"someday": []}, {"monday": ["12:00-09:00"]},
                                   {"monday": ["09:00-12:00", "11:00-13:00"]}, {"monday": [""]}, {"monday": [5]}])  # fmt: skip
def test_hours_are_hours(value):
    data = json.loads(planjson.written(small(), 1))
    data["boundaries"]["hours"] = value
    with pytest.raises(BadFile) as refused:
        planjson.read("x", json.dumps(data).encode(), KINDS, 1)
    assert refused.value.values["key"] == "boundaries.hours"


@pytest.mark.parametrize("value", ["12", "12.3", "-1.00", 12, "1e5.00", "9" * 20 + ".00"])
def test_money_has_two_decimals(value):
    data = json.loads(planjson.written(small(), 1))
    data["evidence"][0]["sales"] = value
    with pytest.raises(BadFile) as refused:
        planjson.read("x", json.dumps(data).encode(), KINDS, 1)
    assert refused.value.values["key"] == "evidence[0].sales"


BROKEN = [
    b"", b"{", b"[1,2", b"\xff\xfe{}", b'{"format": "focusplan-plan", "format": "x"}', b'{"a": NaN}', b'{"a": 1e999}',
    b'{"a": Infinity}', b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}", b"null\0",
]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_json_is_said_with_its_line(content):
    with pytest.raises(BadFile) as refused:
        planjson.read("x", content, KINDS, 1)
    assert refused.value.code == "export_syntax" and refused.value.values["line"] >= 1


def test_the_line_is_the_right_one():
    content = planjson.written(small(), 1).replace(b'"key": "a"', b'"key" "a"')
    with pytest.raises(BadFile) as refused:
        planjson.read("x", content, KINDS, 1)
    assert b'"key"' in content.split(b"\n")[refused.value.values["line"] - 1]
    assert pytest.raises(BadFile, planjson.read, "x", b"{\n\n\xff}", KINDS, 1).value.values["line"] == 3


@pytest.mark.parametrize("name", ["version", "schema"])
def test_a_later_version_is_left_alone(name):
    data = {**json.loads(planjson.written(small(), 1)), name: 2, "unheard_of": []}
    with pytest.raises(NewerPlan):
        planjson.read("x", json.dumps(data).encode(), KINDS, 1)


def test_a_mark_of_utf8_is_no_mistake():
    content = b"\xef\xbb\xbf" + planjson.written(small(), 1)
    assert planjson.marked(content) and planjson.read("x", content, KINDS, 1) == small()


def test_every_row_stands_on_a_line_of_its_own():
    found = small()
    found["note"] = [Note(str(n), "x\ny") for n in range(5)]
    lines = planjson.written(found, 1).decode().splitlines()
    assert sum(line.startswith('{"key"') for line in lines) == 5
    assert dataclasses.is_dataclass(found["note"][0])
