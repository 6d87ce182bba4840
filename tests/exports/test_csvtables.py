"""Tables for spreadsheets: nothing typed becomes a formula, numbers stay numbers, everything comes back."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.exports.csvtables import Table, as_typed, content, defused

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
nasty = st.text(st.sampled_from("=+-@'\t\r\n;,\"a1＝ "), max_size=12)


def rows(made: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5", "@here", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0", "a\n=1+1"])
def test_no_cell_begins_a_formula(text):
    made = rows(content(Table("x", ("a",), ("A",), ((text,),)), "."))
    for line in made[1][0].replace("\r", "\n").split("\n"):
        assert not line.startswith(("=", "+", "-", "@", "\t", "＝"))


@given(texts | nasty)
def test_what_was_typed_can_be_told_again(text):
    assert as_typed(defused(text)) == text


@given(nasty)
def test_whatever_is_typed_no_line_of_it_is_a_formula(text):
    for line in defused(text).replace("\r", "\n").split("\n"):
        assert not line.startswith(("=", "+", "-", "@", "\t", "＝"))


@pytest.mark.parametrize("text", ["Bread", "'t Hoekje", "3 - 2", "a=b", "", "10 %"])
def test_other_text_stays_as_it_is(text):
    assert defused(text) == text


@given(st.lists(st.lists(texts | nasty, min_size=2, max_size=2), max_size=5), st.sampled_from(".,"))
def test_every_cell_comes_back(typed, decimal):
    table = Table("x", ("a", "b"), ("A", "B"), tuple(typed))
    made = rows(content(table, decimal), ";" if decimal == "," else ",")
    assert made[0] == ["A", "B"]
    assert [[as_typed(cell) for cell in row] for row in made[1:]] == typed


def test_figures_days_and_what_is_unknown():
    row = (1200, Decimal("1234.5"), None, date(2026, 11, 23), 0)
    table = Table("x", tuple("abcde"), tuple("ABCDE"), (row,))
    assert rows(content(table, "."))[1] == ["1200", "1234.50", "", "2026-11-23", "0"]
    assert rows(content(table, ","), ";")[1] == ["1200", "1234,50", "", "2026-11-23", "0"]


def test_excel_is_told_the_letters_and_the_lines():
    made = content(Table("x", ("a",), ("Å",), (("é",),)), ".")
    assert made == b"\xef\xbb\xbf\xc3\x85\r\n\xc3\xa9\r\n"
    assert content(Table("x", ("a",), ("A",), (("a\0b",),)), ".").endswith(b"ab\r\n")
