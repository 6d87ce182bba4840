"""The calendar file, read back by other programs' libraries: nothing typed breaks it, changes are numbered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.exports.icalendar import Event, brought_up, calendar, ours

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
POST = Event("2026-W48-1", date(2026, 11, 23), 540, 25, "Post", "Why; how, and\nwhat\\for", "Instagram")
ANSWER = Event("2026-W48-2", date(2026, 11, 25), 540, 15, "Answer")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def read(content: bytes) -> list[Any]:
    import icalendar

    found = icalendar.Calendar.from_ical(content)
    assert not found.errors
    events = list(found.walk("VEVENT"))
    assert not [error for event in events for error in event.errors]
    return events


def test_one_event_says_what_it_should():
    content = calendar(brought_up((), [POST], NOW), "plan-1", "FocusPlan – Bäckerei")
    event = read(content)[0]
    assert str(event["UID"]) == "2026-W48-1.plan-1@focusplan"
    assert event["DTSTART"].dt == datetime(2026, 11, 23, 9) and event["DTEND"].dt == datetime(2026, 11, 23, 9, 25)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == NOW
    assert (event["SEQUENCE"], str(event["STATUS"]), str(event["TRANSP"])) == (0, "CONFIRMED", "OPAQUE")
    assert str(event["SUMMARY"]) == "Post" and str(event["DESCRIPTION"]) == POST.text
    assert event["CATEGORIES"].cats == ["Instagram"]
    assert b"VALARM" not in content and b"METHOD" not in content
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//FocusPlan//") and ours(content)


def test_another_library_reads_the_same():
    vobject = pytest.importorskip("vobject")
    content = calendar(brought_up((), [POST, ANSWER], NOW), "p", "Name")
    found = vobject.readOne(content.decode())
    assert [event.summary.value for event in found.vevent_list] == ["Post", "Answer"]
    assert found.vevent_list[0].description.value == POST.text
    assert found.vevent_list[0].dtstart.value == datetime(2026, 11, 23, 9)


def test_a_job_until_midnight_ends_on_the_next_day():
    late = replace(POST, start=1415)
    assert read(calendar(brought_up((), [late], NOW), "p", "n"))[0]["DTEND"].dt == datetime(2026, 11, 24, 0, 0)


@given(texts, texts, texts)
def test_no_text_can_add_a_line_or_lose_one(title, text, group):
    event = replace(POST, title=title, text=text, group=group)
    content = calendar(brought_up((), [event], NOW), "p", title)
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode("utf-8") is not None for line in lines)
    whole = content.replace(b"\r\n ", b"").decode().split("\r\n")
    names = [line.partition(":")[0] for line in whole if line]
    assert len(names) == 17 + bool(text) + bool(group)
    assert all(name.replace("-", "").isalpha() and name.isupper() for name in names)
    found = read(content)
    assert len(found) == 1
    if title.isprintable():
        assert str(found[0]["SUMMARY"]) == title


@pytest.mark.parametrize("title", ["x\r\nBEGIN:VALARM", "a\nATTACH:file", "\u2028EXDATE:1", "\x85DTSTART:2", "\x0bUID:3"])
def test_a_title_brings_no_property_in(title):
    event = read(calendar(brought_up((), [replace(POST, title=title)], NOW), "p", title))[0]
    assert set(event) == {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES",
        "STATUS", "TRANSP",
    }  # fmt: skip
    assert not event.subcomponents


def test_nothing_new_is_given_out_as_before():
    first = brought_up((), [POST, ANSWER], NOW)
    assert brought_up(first, [ANSWER, POST], LATER) == first


def test_a_move_a_removal_and_a_return_are_numbered():
    first = brought_up((), [POST, ANSWER], NOW)
    moved = replace(POST, day=date(2026, 11, 27))
    second = {one.event.key: one for one in brought_up(first, [moved], LATER)}
    assert (second[POST.key].sequence, second[POST.key].changed, second[POST.key].gone) == (1, LATER, False)
    assert (second[ANSWER.key].sequence, second[ANSWER.key].gone) == (1, True)
    assert second[ANSWER.key].event == ANSWER
    third = {one.event.key: one for one in brought_up(second.values(), [moved], LATER)}
    assert third == second, "what is gone stays gone without a new number"
    fourth = {one.event.key: one for one in brought_up(third.values(), [moved, ANSWER], LATER)}
    assert (fourth[ANSWER.key].sequence, fourth[ANSWER.key].gone) == (2, False)
    events = {str(event["UID"]): event for event in read(calendar(second.values(), "p", "n"))}
    assert str(events["2026-W48-2.p@focusplan"]["STATUS"]) == "CANCELLED"
    assert str(events["2026-W48-2.p@focusplan"]["TRANSP"]) == "TRANSPARENT"
    assert events["2026-W48-2.p@focusplan"]["DTSTART"].dt == datetime(2026, 11, 25, 9)


changes = st.lists(st.dictionaries(st.integers(1, 4), st.integers(0, 3), max_size=4), max_size=6)


@given(changes)
def test_numbers_only_rise_and_nothing_given_out_is_forgotten(steps):
    given_out: tuple[Any, ...] = ()
    for place, step in enumerate(steps):
        events = [replace(POST, key=f"w-{key}", start=500 + day) for key, day in step.items()]
        before = {one.event.key: one for one in given_out}
        given_out = brought_up(given_out, events, NOW + timedelta(hours=place))
        now = {one.event.key: one for one in given_out}
        assert before.keys() <= now.keys()
        assert {key for key, one in now.items() if not one.gone} == {event.key for event in events}
        for key, one in now.items():
            old = before.get(key)
            same = old is not None and (old.gone, old.event) == (one.gone, one.event)
            assert one.sequence == (0 if old is None else old.sequence + (not same))
