"""The line that comes back from paper: what it says, and where it stumbles."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.errors import WrongUse
from focusplan.domain.paperline import ENGLISH, OWN_LETTERS, PaperLine, letters, parse, printed_letter
from focusplan.domain.weeks import Week

PRESENT = Week.of(date(2026, 11, 25))
EN = letters("en")


def read(line: str, language: str = "en") -> PaperLine:
    return parse(line, PRESENT, letters(language))


def test_the_whole_line():
    assert read("W48: 2 5=25 / 1:45 / p2 m3 a3 e3 c1 s120") == PaperLine(
        PRESENT, (2, 5), {5: 25}, 105,
        {"posts": 2, "received": 3, "answered_in_time": 3, "enquiries": 3, "customers": 1}, "120",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2 5", PaperLine(PRESENT, (2, 5))),
        ("  2,5 ; 7 ", PaperLine(PRESENT, (2, 5, 7))),
        ("1-3 5 = 10", PaperLine(PRESENT, (1, 2, 3, 5), {5: 10})),
        ("1–3 2", PaperLine(PRESENT, (1, 2, 3))),
        ("5=25 5=25", PaperLine(PRESENT, (5,), {5: 25})),
        ("/ 1:45", PaperLine(PRESENT, altogether=105)),
        ("1:45", PaperLine(PRESENT, altogether=105)),
        ("1h45", PaperLine(PRESENT, altogether=105)),
        ("1 h 45", PaperLine(PRESENT, altogether=105)),
        ("2h", PaperLine(PRESENT, altogether=120)),
        ("105 min", PaperLine(PRESENT, altogether=105)),
        ("2 / 0:00", PaperLine(PRESENT, (2,), altogether=0)),
        ("2 / 45", PaperLine(PRESENT, (2,), altogether=45)),
        ("2 / 45 / e1", PaperLine(PRESENT, (2,), altogether=45, counts={"enquiries": 1})),
        ("p2", PaperLine(PRESENT, counts={"posts": 2})),
        ("m 3, A=2", PaperLine(PRESENT, counts={"received": 3, "answered_in_time": 2})),
        ("// e0", PaperLine(PRESENT, counts={"enquiries": 0})),
        ("S120,50", PaperLine(PRESENT, sales="120,50")),
        ("s1.234,50 e1", PaperLine(PRESENT, counts={"enquiries": 1}, sales="1.234,50")),
        ("w47 3", PaperLine(PRESENT - 1, (3,))),
        ("W49: 3", PaperLine(PRESENT - 51, (3,))),
        ("2026-W46: 3", PaperLine(PRESENT - 2, (3,))),
        ("2024-W48: 3", PaperLine(Week.parse("2024-W48"), (3,))),
        ("2027-W01 3", PaperLine(Week.parse("2027-W01"), (3,))),
    ],
)
def test_parts_may_be_missing_and_written_freely(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize(
    ("line", "code", "piece", "place"),
    [
        ("2 x 3", "line_stumble", "x", 3),
        ("2 5=25=3", "line_stumble", "=3", 7),
        ("W48: 2 / 1:75", "line_stumble", "1:75", 10),
        ("p2 p3", "line_twice", "p3", 4),
        ("s1 s2", "line_twice", "s2", 4),
        ("5=10 5=20", "line_twice", "5=20", 6),
        ("1:00 2:00", "line_twice", "2:00", 6),
        ("1:00 / 30 / 2:00", "line_twice", "2:00", 13),
        ("3-1", "line_range", "3-1", 1),
        ("0", "line_stumble", "0", 1),
        ("1000", "line_stumble", "1000", 1),
        ("1-1000", "line_stumble", "1-1000", 1),
        ("5=1441", "line_minutes", "5=1441", 1),
        ("/ 200:00", "line_minutes", "200:00", 3),
        ("/ 10081", "line_minutes", "10081", 3),
        ("p1.5", "line_stumble", "p1.5", 1),
        ("p1000000001", "line_stumble", "p1000000001", 1),
        ("-3", "line_stumble", "-3", 1),
        ("2.5", "line_stumble", "2.5", 1),
        ("½", "line_stumble", "½", 1),
        ("s1 005", "line_stumble", "005", 4),
        ("s1\u202f050,50", "line_stumble", "050", 4),
        ("२", "line_stumble", "२", 1),
        ("/ 1_000", "line_stumble", "1_000", 3),
    ],
)
def test_it_says_where_it_stumbled(line, code, piece, place):
    with pytest.raises(WrongUse) as caught:
        read(line)
    assert (caught.value.code, caught.value.values["piece"], caught.value.values["place"]) == (code, piece, place)


@pytest.mark.parametrize("line", ["", "   ", "/ /", "W48:"])
def test_a_line_without_anything_is_no_line(line):
    with pytest.raises(WrongUse) as caught:
        read(line)
    assert caught.value.code == "line_empty"


@pytest.mark.parametrize("line", ["W0: 1", "W54: 1", "w99 1", "2025-W53: 1", "0000-W01: 1"])
def test_a_week_that_no_year_has(line):
    with pytest.raises(WrongUse) as caught:
        read(line)
    assert caught.value.code == "line_week"


def test_no_language_gives_a_letter_another_meaning():
    for language, own in OWN_LETTERS.items():
        assert not set(own) & set(ENGLISH)
        known = letters(language)
        assert {known[letter] for letter in ENGLISH} == set(ENGLISH.values())
        for figure in ENGLISH.values():
            assert known[printed_letter(figure, language)] == figure


def test_the_sheets_letters_are_the_languages_own():
    assert read("i2 b3 r1 k4 f10", "sv").counts == read("p2 a3 e1 c4 s10").counts
    assert read("r1 v10", "es") == read("e1 s10", "fr")
    assert printed_letter("sales", "en") == "s"
    with pytest.raises(KeyError):
        printed_letter("likes", "en")
    with pytest.raises(WrongUse):
        read("r1", "en")


@given(
    st.lists(st.integers(1, 30), unique=True, min_size=1, max_size=8),
    st.dictionaries(st.sampled_from("pmaec"), st.integers(0, 5000)),
    st.none() | st.integers(0, 5999),
    st.dictionaries(st.integers(1, 30), st.integers(0, 600), max_size=3),
)
def test_what_is_written_is_read_back(numbers, tallies, minutes, taken):
    taken = {number: value for number, value in taken.items() if number in numbers}
    jobs = " ".join(f"{n}={taken[n]}" if n in taken else str(n) for n in numbers)
    time = "" if minutes is None else f"{minutes // 60}:{minutes % 60:02}"
    line = f"W48: {jobs} / {time} / " + " ".join(f"{letter}{value}" for letter, value in tallies.items())
    found = read(line)
    assert (list(found.done), found.taken, found.altogether) == (numbers, taken, minutes)
    assert found.counts == {ENGLISH[letter]: value for letter, value in tallies.items()}


@given(st.text(max_size=40))
def test_no_line_ever_does_anything_but_answer_or_stumble(line):
    try:
        read(line)
    except WrongUse as error:
        assert error.code.startswith("line_")
