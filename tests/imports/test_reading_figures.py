"""Figures and days as people write them: never guessed, never read as something else."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.errors import WrongUse
from focusplan.imports import dates, numbers
from focusplan.imports.periods import period_in
from tests.imports.made import put, read, text

HEAD = ("Post ID", "Account username", "Publish time", "Views", "Reach")


def written(value: float, convention: str, digits: int) -> str:
    plain = f"{value:,.{digits}f}"
    return plain if convention == "point" else plain.translate(str.maketrans(",.", ".,"))


@given(st.integers(0, 10**9), st.sampled_from(numbers.CONVENTIONS))
def test_a_count_is_read_back(value, convention):
    assert numbers.read(written(value, convention, 0), convention) == value
    assert numbers.read(f"{value:,}".replace(",", "\u202f"), convention) == value


@given(st.integers(-(10**8), 10**8), st.integers(1, 4), st.sampled_from(numbers.CONVENTIONS))
def test_a_figure_with_decimals_is_read_back(value, digits, convention):
    figure = value / 10**digits
    assert numbers.read(written(figure, convention, digits), convention) == pytest.approx(figure)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(said):
    for convention in numbers.CONVENTIONS:
        try:
            assert abs(numbers.read(said, convention)) <= numbers.LARGEST
        except numbers.NoNumber:
            continue


@pytest.mark.parametrize("said", ["", "-", "1,2,3", "1.2.3", "12,34,567", "1e5", "inf", "٣", "1_0", "--1", "1-", ".5", "5."])
def test_what_is_no_figure(said):
    with pytest.raises(numbers.NoNumber):
        numbers.fits(said)


@pytest.mark.parametrize(("said", "fits"), [
    ("1,250", {"point", "comma"}), ("1.250", {"point", "comma"}), ("1,250,000", {"point"}), ("12.5", {"point"}),
    ("12,5", {"comma"}), ("7", {"point", "comma"}), ("1 250", {"point", "comma"}),
])  # fmt: skip
def test_what_a_figure_settles(said, fits):
    assert numbers.fits(said) == fits


@given(st.dates(date(1995, 1, 1), date(2150, 1, 1)))
def test_days_are_read_back_in_every_form(day):
    assert dates.read(f"{day:%m/%d/%Y} 08:05") == day
    assert dates.read(f"{day:%d/%m/%Y}", "dmy") == day
    assert dates.read(f"{day.day}.{day.month}.{day.year}", "mdy") == day
    assert dates.read(f"{day.isoformat()}T00:00:00") == day
    assert dates.read(f"{day:%b} {day.day}, {day.year}") == day
    assert dates.read(f"{day:%a, %b} {day.day}, {day.year}") == day


@pytest.mark.parametrize(("said", "day"), [
    ("20 de septiembre de 2026", date(2026, 9, 20)), ("20 sept. 2026", date(2026, 9, 20)),
    ("le 1er août 2026 à 10:30", date(2026, 8, 1)), ("14 juil. 2026", date(2026, 7, 14)), ("20 augusti 2026", date(2026, 8, 20)),
    ("mar. 14 juil. 2026", date(2026, 7, 14)), ("3. März 2026", date(2026, 3, 3)), ("20260901", date(2026, 9, 1)),
    ("Jun 09, 2018 09:30 pm", date(2018, 6, 9)), ("30 août 2026 09:30", date(2026, 8, 30)), ("Feb 30, 2026", None),
    ("yesterday", None), ("2026-13-01", None), ("0001-01-01", None),
])  # fmt: skip
def test_days_in_words(said, day):
    if day is None:
        with pytest.raises(dates.NoDay):
            dates.read(said)
    else:
        assert dates.read(said) == day
    assert dates.read(datetime(2026, 9, 1, 8)) == date(2026, 9, 1)


@pytest.mark.parametrize(("said", "period"), [
    ("GMB insights (Performance Report) - 2026-9-1 - 2026-9-30 - a.csv", (date(2026, 9, 1), date(2026, 9, 30))),
    ("account_analytics_content_2026-07-01_2026-09-28.csv", (date(2026, 7, 1), date(2026, 9, 28))),
    ("Pinterest Analytics overview 20260901-20260930 (2).csv", (date(2026, 9, 1), date(2026, 9, 30))),
    ("Sep-01-2026_Sep-30-2026_100000000001.csv", (date(2026, 9, 1), date(2026, 9, 30))),
    ("report 2026-09-30 - 2026-09-01.csv", None), ("1000000000000001_20269999-20269999.csv", None),
])  # fmt: skip
def test_periods_in_names(said, period):
    assert period_in(said) == period


def posts(tmp_path, *rows, separator=",", head=HEAD):
    return put(tmp_path, "p.csv", text([head, *rows], separator))


def test_a_day_that_two_orders_fit_is_asked_with_what_it_means(tmp_path):
    file = posts(tmp_path, ("1", "b", "03/04/2026", 1, 1), ("2", "b", "05/06/2026", 1, 1))
    _tables, asked = read(file)
    one = asked["1.date"]
    assert (one.sample, one.choices, one.readings) == ("03/04/2026", ("mdy", "dmy"), ("2026-03-04", "2026-04-03"))
    (table,), _asked = read(file, answers={"1.date": "dmy"})
    assert [row.first for row in table.rows] == [date(2026, 4, 3), date(2026, 6, 5)]


def test_one_day_above_twelve_settles_all(tmp_path):
    file = posts(tmp_path, ("1", "b", "03/04/2026", 1, 1), ("2", "b", "25/06/2026", 1, 1))
    (table,), asked = read(file)
    assert not asked and table.rows[0].first == date(2026, 4, 3)


@pytest.mark.parametrize(("figure", "separator", "asked"), [
    ("1,234", ",", False), ("1.234", ",", True), ("1.234", ";", True), ("1,234", ";", True), ("1 234", ";", False),
])  # fmt: skip
def test_a_figure_that_two_conventions_fit_is_asked_unless_the_language_says_it(tmp_path, figure, separator, asked):
    file = posts(tmp_path, ("1", "b", "09/28/2026", figure, 1), separator=separator)
    tables, questions = read(file)
    assert ("1.numbers" in questions) is asked
    if asked:
        answer = "comma" if "." in figure else "point"
        tables, questions = read(file, answers={"1.numbers": answer})
        assert not questions
    assert tables[0].rows[0].values["views"] == 1234


def test_another_figure_of_the_table_settles_it(tmp_path):
    file = posts(tmp_path, ("1", "b", "09/28/2026", "1.234", 1), ("2", "b", "09/28/2026", "1.234.567", 1))
    (table,), asked = read(file)
    assert not asked and table.rows[0].values["views"] == 1234


def test_portuguese_says_its_thousands_itself(tmp_path):
    head = ("Identificação do post", "Nome da conta", "Horário de publicação", "Visualizações", "Alcance")
    (table,), asked = read(posts(tmp_path, ("1", "b", "28/09/2026 08:00", "2.300", 1), separator=";", head=head))
    assert not asked and table.rows[0].values["views"] == 2300


@pytest.mark.parametrize(("answers", "code"), [
    ({"1.date": "ymd"}, "import_answer"), ({"1.year": "2026"}, "import_answer_unknown"), ({"x": "1"}, "import_answer_unknown"),
])  # fmt: skip
def test_an_answer_to_nothing_is_refused(tmp_path, answers, code):
    file = posts(tmp_path, ("1", "b", "03/04/2026", 1, 1))
    with pytest.raises(WrongUse) as refused:
        read(file, answers=answers)
    assert refused.value.code == code
