"""What may be taken back: a row that somebody else has changed since stays as it is."""

import pytest

from focusplan.domain.deeds import Change, Deed, read, wanted, written

NOTE = {"key": "a"}
ROW = {"key": "a", "text": "one"}


def test_a_deed_is_read_as_it_was_written():
    deed = Deed(3, "note", (Change("note", NOTE, None, ROW),), 7)
    assert read(3, written(deed)) == deed


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"changes": 3}', '{"changes": [[1]], "code": "x", "jobs": 1}'])
def test_a_text_that_is_no_deed_is_none(text):
    assert read(1, text) is None


def test_a_row_that_is_gone_can_not_be_changed_back():
    assert wanted(Change("note", NOTE, ROW, {**ROW, "text": "two"}), None, "2026-11-23") is None


def test_a_row_that_is_there_again_is_not_added_twice():
    assert wanted(Change("note", NOTE, None, ROW), ROW, "2026-11-23") is None


def test_what_was_changed_since_stays():
    change = Change("note", NOTE, ROW, {**ROW, "text": "two"})
    assert wanted(change, {**ROW, "text": "three"}, "2026-11-23") is None
    assert wanted(change, ROW, "2026-11-23") == ("put", {**ROW, "text": "two"})
