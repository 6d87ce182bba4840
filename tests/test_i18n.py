"""Dates, figures and money as each place writes them, and figures read back as people type them."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from focusplan import i18n, places

HOMES = [("en", "GB"), ("en", "US"), ("es", "ES"), ("es", "MX"), ("fr", "FR"), ("fr", "CA"), ("sv", "SE")]
ALL_PLACES = [
    *HOMES, ("en", "AU"), ("en", "CA"), ("en", "IE"), ("en", "SE"), ("en", "FR"), ("en", "DE"), ("es", "AR"),
    ("es", "CO"), ("es", "CL"), ("es", "PE"), ("es", "CR"), ("es", "UY"), ("es", "VE"), ("fr", "BE"), ("fr", "CH"), ("sv", "FI"),
]  # fmt: skip


def spaces_alike(text: str) -> str:
    """Unicode's tables change their mind about which space it is; a reader sees none of it."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "country", "long", "medium", "short", "year"),
    [
        ("en", "GB", "Monday 23 November", "Monday 23", "Mon 23 Nov", "23 November 2026"),
        ("en", "US", "Monday, November 23", "Monday 23", "Mon, Nov 23", "November 23, 2026"),
        ("es", "ES", "lunes 23 de noviembre", "lunes 23", "lun 23 nov", "23 de noviembre de 2026"),
        ("fr", "FR", "lundi 23 novembre", "lundi 23", "lun. 23 nov.", "23 novembre 2026"),
        ("sv", "SE", "måndag 23 november", "måndag 23", "mån 23 nov.", "23 november 2026"),
    ],
)
def test_days(language, country, long, medium, short, year):
    i18n.use(language, country)
    day = date(2026, 11, 23)
    found = (i18n.day_long(day), i18n.day_medium(day), i18n.day_short(day), i18n.day_with_year(day))
    assert found == (long, medium, short, year)


@pytest.mark.parametrize(
    ("language", "country", "inside", "months", "years"),
    [
        ("en", "GB", "23–29 November", "30 November – 6 December", "28 December 2026 – 3 January 2027"),
        ("en", "US", "November 23–29", "November 30 – December 6", "December 28, 2026 – January 3, 2027"),
        ("es", "ES", "23–29 de noviembre", "30 de noviembre – 6 de diciembre",
         "28 de diciembre de 2026 – 3 de enero de 2027"),
        ("fr", "FR", "23–29 novembre", "30 novembre – 6 décembre", "28 décembre 2026 – 3 janvier 2027"),
        ("sv", "SE", "23–29 november", "30 november – 6 december", "28 december 2026 – 3 januari 2027"),
    ],
)  # fmt: skip
def test_weeks(language, country, inside, months, years):
    i18n.use(language, country)
    mondays = date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 28)
    assert tuple(map(i18n.week_range, mondays)) == (inside, months, years)


def test_french_counts_the_first_of_a_month():
    i18n.use("fr")
    assert i18n.day_long(date(2026, 12, 1)) == "mardi 1er décembre"
    assert i18n.day_medium(date(2026, 12, 1)) == "mardi 1er"
    assert i18n.week_range(date(2027, 2, 1)) == "1er–7 février"
    i18n.use("sv")
    assert i18n.day_long(date(2026, 12, 1)) == "tisdag 1 december"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_names_of_days_and_months_are_those_of_unicode(language):
    """All twelve and all seven, so that no two are swapped."""
    i18n.use(language)
    known = Locale.parse(language)
    assert [i18n.day_name(n) for n in range(7)] == [known.days["format"]["wide"][n] for n in range(7)]
    assert [i18n.month_name(n) for n in range(1, 13)] == [known.months["format"]["wide"][n] for n in range(1, 13)]
    short = [format_date(date(2024, 1, 1 + n), "EEE", language) for n in range(7)]
    assert [i18n.day_name_short(n) for n in range(7)] == short
    months = [format_date(date(2024, n, 1), "MMM", language) for n in range(1, 13)]
    assert [i18n.month_name_short(n).rstrip(".")[:3] for n in range(1, 13)] == [m.rstrip(".")[:3] for m in months]


@pytest.mark.parametrize(("language", "country"), ALL_PLACES)
def test_figures_and_money_follow_unicode_for_the_place(language, country):
    i18n.use(language, country)
    locale = f"{language}_{country}"
    for value in ("1234567.5", "12345", "0", "0.25"):
        digits = len(value.partition(".")[2])
        expected = format_decimal(Decimal(value), locale=locale)
        assert spaces_alike(i18n.number(Decimal(value), digits)) == spaces_alike(expected)
    home = {"GB": "GBP", "US": "USD", "MX": "MXN", "CA": "CAD", "SE": "SEK"}.get(country, "EUR")
    expected = format_currency(Decimal("12345.60"), home, locale=locale)
    found = spaces_alike(i18n.money("12345.6", home))
    assert found.replace("EUR ", "EUR") == spaces_alike(expected).replace("EUR ", "EUR") or country in ("AU", *FOREIGN)


FOREIGN = ("AR", "CO", "CL", "PE", "CR", "UY", "VE", "MX")
"""Where Unicode writes the euro as "EUR" and we as "€"; only the side is compared there, below."""


@pytest.mark.parametrize("country", FOREIGN)
def test_in_latin_america_the_sign_stands_before(country):
    i18n.use("es", country)
    assert i18n.money("5", "EUR").startswith("€")


@pytest.mark.parametrize(
    ("language", "country", "currency", "expected"),
    [
        ("en", "GB", "GBP", "£1,234.50"), ("en", "US", "USD", "$1,234.50"), ("en", "GB", "USD", "US$1,234.50"),
        ("en", "GB", "SEK", "SEK 1,234.50"), ("es", "ES", "EUR", "1.234,50 €"), ("fr", "FR", "EUR", "1 234,50 €"),
        ("sv", "SE", "SEK", "1 234,50 kr"), ("sv", "SE", "NOK", "1 234,50 NOK"), ("fr", "CA", "CAD", "1 234,50 $"),
        ("en", "CH", "CHF", "CHF 1’234.50"), ("fr", "CH", "CHF", "1 234,50 CHF"), ("en", "GB", "JPY", "¥1,234"),
    ],
)  # fmt: skip
def test_money(language, country, currency, expected):
    i18n.use(language, country)
    assert spaces_alike(i18n.money("1234.50", currency)) == expected


def test_money_below_nothing_says_so():
    assert i18n.money("-3", "GBP") == "−£3.00"
    i18n.use("sv")
    assert spaces_alike(i18n.money("-3", "SEK")) == "−3,00 kr"
    assert spaces_alike(i18n.money("-0.001", "SEK")) == "0,00 kr"


def test_french_thousands_are_parted_by_a_narrow_space_that_never_breaks():
    i18n.use("fr")
    assert i18n.number(12345) == "12\u202f345"
    assert i18n.money("1", "EUR") == "1,00\u00a0€"


@pytest.mark.parametrize(("language", "country"), HOMES)
def test_percent_follows_unicode(language, country):
    i18n.use(language, country)
    locale = language if country == "MX" else f"{language}_{country}"
    assert spaces_alike(i18n.percent(25)) == spaces_alike(format_percent(0.25, locale=locale))


@pytest.mark.parametrize(
    ("language", "country", "nine", "afternoon", "end"),
    [
        ("en", "GB", "09:00", "17:30", "24:00"), ("en", "US", "9:00 am", "5:30 pm", "12:00 am"),
        ("es", "ES", "9:00", "17:30", "24:00"), ("fr", "FR", "09:00", "17:30", "24:00"),
        ("sv", "SE", "09:00", "17:30", "24:00"), ("en", "DK", "09.00", "17.30", "24.00"),
        ("es", "MX", "9:00 a. m.", "5:30 p. m.", "12:00 a. m."), ("fr", "CA", "09:00", "17:30", "24:00"),
    ],
)  # fmt: skip
def test_times_of_day(language, country, nine, afternoon, end):
    i18n.use(language, country)
    found = [spaces_alike(i18n.time_of_day(n)) for n in (540, 1050, 1440)]
    assert found == [nine, afternoon, end]


@pytest.mark.parametrize(("language", "country"), [place for place in ALL_PLACES if place != ("fr", "CA")])
def test_the_clock_of_a_place_is_unicodes(language, country):
    from datetime import time

    i18n.use(language, country)
    known = format_time(time(9, 5), "short", locale=f"{language}_{country}")
    found = i18n.time_of_day(545)
    assert found.split()[0].split("\u202f")[0] == spaces_alike(known).split()[0]
    assert ("m" in found.lower()) == ("m" in known.lower())


def test_noon_and_midnight_on_a_clock_of_twelve():
    i18n.use("en", "US")
    assert [i18n.time_of_day(n) for n in (0, 719, 720, 780)] == ["12:00 am", "11:59 am", "12:00 pm", "1:00 pm"]


def test_durations():
    assert [i18n.duration(n) for n in (0, 25, 60, 65, 105, 120)] == ["0 min", "25 min", "1 h", "1 h 05", "1 h 45", "2 h"]
    assert i18n.duration_long(61) == "1 hour and 1 minute"
    assert i18n.duration_long(0) == "0 minutes"
    assert i18n.duration_long(120) == "2 hours"
    i18n.use("sv")
    assert i18n.duration_long(105) == "1 timme och 45 minuter"
    i18n.use("fr")
    assert i18n.duration_long(0) == "0 minute"


def test_rows_of_words():
    assert [i18n.join(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    i18n.use("es")
    assert i18n.join(["Facebook", "Instagram"]) == "Facebook e Instagram"
    assert i18n.join(["padres", "hijos"]) == "padres e hijos"
    assert i18n.join(["agua", "hielo"]) == "agua y hielo"
    assert i18n.join(["Instagram", "Facebook"]) == "Instagram y Facebook"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "“{a} <b>”"), ("es", "«{a} <b>»"), ("fr", "«\u202f{a} <b>\u202f»"), ("sv", "”{a} <b>”")],
)
def test_typed_text_is_quoted_as_it_is(language, expected):
    i18n.use(language)
    assert i18n.quote("{a} <b>") == expected


def test_paper_and_first_weekday():
    assert {country: i18n.paper_size(country) for country in ("US", "ca", "MX", "PH", "CL", "CO", "VE", "GB", "SE")} == {
        "US": "Letter", "ca": "Letter", "MX": "Letter", "PH": "Letter", "CL": "Letter", "CO": "Letter",
        "VE": "Letter", "GB": "A4", "SE": "A4",
    }  # fmt: skip
    assert [i18n.first_weekday(country) for country in ("GB", "US", "EG", "SE", "ZZ")] == [0, 6, 5, 0, 0]
    i18n.use("en", "US")
    assert (i18n.paper_size(), i18n.first_weekday(), i18n.country()) == ("Letter", 6, "US")


@pytest.mark.parametrize(
    ("asked", "language", "country"),
    [("sv", "sv", "SE"), ("es_MX", "es", "ES"), ("fr-CA", "fr", "FR"), ("de", "en", "GB"), ("", "en", "GB"),
     ("EN", "en", "GB")],
)  # fmt: skip
def test_a_language_the_program_does_not_speak_means_english(asked, language, country):
    i18n.use(asked)
    assert (i18n.language(), i18n.country()) == (language, country)


@pytest.mark.parametrize(
    ("variables", "language", "country"),
    [
        ({}, "en", None), ({"LANG": "sv_SE.UTF-8"}, "sv", "SE"), ({"LANG": "C.UTF-8"}, "en", None),
        ({"LANG": "de_DE.UTF-8"}, "en", "DE"), ({"LC_ALL": "fr_FR@euro", "LANG": "sv_SE"}, "fr", "FR"),
        ({"LC_MESSAGES": "es", "LANG": "sv_SE"}, "es", None), ({"LC_ALL": "", "LANG": "es_419.UTF-8"}, "es", None),
        ({"LANG": "POSIX"}, "en", None), ({"LANG": "zh_Hant_TW"}, "en", "TW"), ({"LANG": "nonsense!"}, "en", None),
    ],
)  # fmt: skip
def test_the_language_of_the_computer(monkeypatch, variables, language, country):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (i18n.system_language(), i18n.system_country()) == (language, country)


def test_the_language_is_asked_of_macos_where_the_environment_is_silent(monkeypatch):
    import subprocess

    answer = subprocess.CompletedProcess([], 0, stdout="sv_SE\n")
    monkeypatch.setattr(places.sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: answer)
    assert i18n.system_language() == "sv"


def test_no_text_is_no_text():
    """gettext would give the catalogue's own header for it."""
    i18n.use("sv")
    assert i18n._("") == ""
    assert i18n.N_("Monday") == "Monday"
    assert i18n.heading(i18n.day_name(0)) == "Måndag"
    assert i18n.heading("") == ""


# ---------------------------------------------------------------- figures as people type them


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "12", "12"), ("en", " 12 ", "12"), ("en", "1,234", "1234"), ("en", "1,234,567", "1234567"),
        ("en", "1 234", "1234"), ("en", "12.5", "12.5"), ("en", "12.50", "12.50"), ("en", "1,234.50", "1234.50"),
        ("en", "0", "0"), ("en", "1000000000", "1000000000"), ("es", "1.234", "1234"), ("es", "12,5", "12.5"),
        ("es", "1.234,50", "1234.50"), ("fr", "1\u202f234,50", "1234.50"), ("fr", "1\u00a0234", "1234"),
        ("sv", "1 234 567,5", "1234567.5"), ("sv", "007", "7"),
    ],
)  # fmt: skip
def test_amounts_are_read_in_the_places_form(language, typed, expected):
    i18n.use(language)
    assert i18n.parse_amount(typed) == Decimal(expected)


@pytest.mark.parametrize(
    ("language", "typed", "candidates"),
    [
        ("en", "1.234", ("1.234", "1234")), ("es", "1,234", ("1.234", "1234")), ("fr", "1.234", ("1.234", "1234")),
        ("sv", "1.234", ("1.234", "1234")), ("es", "12.50", ("12.50", "1250")), ("en", "12,50", ("12.50", "1250")),
        ("sv", "12.5", ("12.5", "125")), ("fr", "1,234", ("1.234", "1234")),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_asked_about(language, typed, candidates):
    i18n.use(language)
    for parse in (i18n.parse_amount, i18n.parse_whole):
        with pytest.raises(i18n.NumberUnclear) as caught:
            parse(typed)
        assert caught.value.candidates == tuple(map(Decimal, candidates))
        assert all(i18n.number(Decimal(value), len(value.partition(".")[2])) in str(caught.value) for value in candidates)


NO_NUMBERS = [
    "", " ", "abc", "nan", "inf", "-inf", "Infinity", "1e3", "1_000", "-1", "+1", "٣", "１２", "²", "1,2,3", "1 2",
    "12 34", "1234 567", "1.2.3", ".5", "5.", ",", "1,234,", "0x10", "1/2", "5 kg", "£5", "5%", "1,23,456",
    "1000000001", "99999999999999999999", "1" * 5000, "1\0", "1\n2", "1,234 567", "0,,5", "1,2345.6", "½",
]  # fmt: skip


@pytest.mark.parametrize("typed", NO_NUMBERS)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_is_no_number_is_refused(language, typed):
    i18n.use(language)
    for parse in (i18n.parse_whole, i18n.parse_amount):
        with pytest.raises(i18n.NumberWrong) as caught:
            parse(typed)
        assert len(str(caught.value)) < 300


def test_a_whole_number_has_no_decimals_and_money_has_two():
    for typed in ("1.5", "2.0"):
        with pytest.raises(i18n.NumberWrong):
            i18n.parse_whole(typed)
    with pytest.raises(i18n.NumberWrong):
        i18n.parse_amount("1.2345")


@given(st.sampled_from(HOMES), st.integers(0, 10**9))
def test_a_figure_as_the_place_writes_it_is_read_back(place, value):
    i18n.use(*place)
    assert i18n.parse_whole(i18n.number(value)) == value
    assert i18n.parse_whole(str(value)) == value


@given(st.sampled_from(HOMES), st.decimals(0, 10**9, places=2))
def test_an_amount_as_the_place_writes_it_is_read_back(place, value):
    i18n.use(*place)
    assert i18n.parse_amount(i18n.number(value, 2)) == value


@given(st.sampled_from(HOMES), st.text(alphabet="0123456789., '’\u202f\u00a0-+e_", max_size=14) | st.text())
def test_any_typing_gives_a_figure_in_range_or_a_sentence(place, typed):
    i18n.use(*place)
    try:
        value = i18n.parse_amount(typed)
    except i18n.NumberWrong as refused:
        assert str(refused)
    else:
        assert 0 <= value <= 10**9
        digits = [char for char in typed if char.isdigit()]
        assert "".join(digits).strip("0") == str(value).replace(".", "").strip("0")
