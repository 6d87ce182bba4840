"""Typed words become weeks, days and figures, or a mistake that names the argument."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from focusplan import i18n
from focusplan.cli import typed
from focusplan.domain.errors import WrongUse
from focusplan.domain.weeks import Week


def code_of(call, *arguments):
    with pytest.raises(WrongUse) as caught:
        call(*arguments)
    return caught.value.code


def test_what_is_understood():
    assert typed.week("W", "2026-W48") == Week.parse("2026-W48")
    assert typed.day("D", " 2026-11-23 ") == date(2026, 11, 23)
    assert typed.moment("--at", "2026-11-23T14:30") == datetime(2026, 11, 23, 14, 30)
    assert typed.moment("--at", "2026-11-23 14:30:05+01:00").utcoffset() is not None
    assert typed.whole("N", "1,200") == 1200
    assert typed.numbers("NUMBERS", ["2", "5,7", "9-11", "2"]) == [2, 5, 7, 9, 10, 11]
    assert typed.network("x", ("x", "y")) == "x"
    assert typed.pairs(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    assert typed.figures(["posts=2", "reach=?", "audience=", "sales=120.50"]) == {
        "posts": 2, "reach": None, "audience": None, "sales": 12050,
    }  # fmt: skip
    assert typed.within("N", "5", 1, 5) == 5


def test_money_is_read_as_the_place_writes_it():
    i18n.use("sv", "SE")
    assert typed.hundredths("sales", "1 234,50") == 123450
    assert typed.hundredths("sales", "120.50") == 12050
    assert code_of(typed.hundredths, "sales", "1.234") == "number_unclear"


@pytest.mark.parametrize(
    ("call", "text", "code"),
    [
        (typed.week, "W48", "not_week"),
        (typed.week, "2025-W53", "not_week"),
        (typed.week, "2026-W48x", "not_week"),
        (typed.day, "2026-02-30", "not_day"),
        (typed.day, "20261123", "not_day"),
        (typed.day, "tomorrow", "not_day"),
        (typed.moment, "2026-11-23", "not_moment"),
        (typed.moment, "2026-11-23T25:00", "not_moment"),
        (typed.today, "0001-01-01", "not_day"),
        (typed.today, "1971-12-31", "not_day"),
        (typed.today, "9999-12-31", "not_day"),
        (typed.moment, "noon", "not_moment"),
        (typed.moment, "0001-01-01T00:00", "not_moment"),
        (typed.moment, "9999-12-31T23:59:59-14:00", "not_moment"),
        (typed.moment, "1970-01-01T12:00", "not_moment"),
        (typed.whole, "nan", "not_whole"),
        (typed.whole, "inf", "not_whole"),
        (typed.whole, "1_000", "not_whole"),
        (typed.whole, "-5", "not_whole"),
        (typed.whole, "2.5", "not_whole"),
        (typed.whole, "٣", "not_whole"),
        (typed.whole, "9999999999999", "not_whole"),
        (typed.hundredths, "12.345", "number_unclear"),
        (typed.hundredths, "ten", "not_amount"),
    ],
)
def test_what_is_not(call, text, code):
    assert code_of(call, "ARG", text) == code


@pytest.mark.parametrize("words", [["x"], ["1-"], ["1234"], [","], ["5-3"]])
def test_numbers_of_jobs(words):
    assert code_of(typed.numbers, "NUMBERS", words) == "not_number"


def test_pairs_and_choices():
    assert code_of(typed.pairs, ["a"]) == "not_pair"
    assert code_of(typed.pairs, ["=a"]) == "not_pair"
    assert code_of(typed.pairs, ["a=1", "a=2"]) == "key_twice"
    assert code_of(typed.figures, ["likes=5"]) == "not_choice"
    assert code_of(typed.network, "myspace", ("x",)) == "not_network"
    assert code_of(typed.choice, "S", "x", ("a",)) == "not_choice"
    assert code_of(typed.within, "N", "6", 1, 5) == "number_range"
