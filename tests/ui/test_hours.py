"""The hours of a week, the presets that fill them, and what the forms are made from."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.domain.hours import ProfileFault
from focusplan.ui import style
from focusplan.ui.countries import _names as named
from focusplan.ui.countries import countries, currencies, currency_of
from focusplan.ui.forms import draft, presets
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount, whole_money
from focusplan.ui.reading import first_field, give_keys, stops_in
from focusplan.ui.widgets.choice import Choice
from focusplan.ui.widgets.hours import HoursEditor
from focusplan.ui.widgets.timebox import TimeBox
from tests.ui.driving import find, settle

MORNING = (540, 600)


@pytest.fixture
def hours(qapp: QApplication, qtbot) -> HoursEditor:
    style.apply(qapp, "light", 100)
    made = HoursEditor("hours")
    qtbot.addWidget(made)
    made.set_hours({0: (MORNING,), 2: (MORNING, (840, 900))})
    made.show()
    return made


def act(hours: HoursEditor, day: int, text: str) -> None:
    actions = [one for one in hours.days[day].more.menu().actions() if one.text() == text]
    assert len(actions) == 1
    actions[0].trigger()
    settle()


def test_what_is_set_is_what_is_told(hours: HoursEditor) -> None:
    assert hours.hours() == {0: (MORNING,), 2: (MORNING, (840, 900))}


def test_a_day_that_is_not_ticked_reads_yours(hours: HoursEditor) -> None:
    assert hours.days[1].yours.isVisible() and not hours.days[1].more.isVisible()
    find(hours, "hours_monday_on").setChecked(False)
    assert hours.days[0].yours.isVisible() and 0 not in hours.hours()


def test_a_ticked_day_gets_an_hour(hours: HoursEditor, qtbot) -> None:
    with qtbot.waitSignal(hours.changed):
        find(hours, "hours_sunday_on").setChecked(True)
    assert hours.hours()[6] == (MORNING,)


@pytest.mark.parametrize(("text", "days"), [("Thursday", {0, 2, 3}), ("Every day that is ticked", {0, 2}),
                                            ("Monday to Friday", {0, 1, 2, 3, 4})])  # fmt: skip
def test_hours_are_copied_to_other_days(hours: HoursEditor, text: str, days: set[int]) -> None:
    hours.days[0].set_spans(((480, 525),))
    act(hours, 0, text)
    copied = {day for day, spans in hours.hours().items() if spans == ((480, 525),)}
    assert set(hours.hours()) == days
    assert copied == (days if text != "Thursday" else {0, 3})


def test_a_second_time_comes_and_goes(hours: HoursEditor) -> None:
    act(hours, 0, "Add a second time")
    assert hours.hours()[0] == (MORNING, (660, 720))
    act(hours, 0, "Only one time")
    assert hours.hours()[0] == (MORNING,)


def test_no_second_time_fits_after_midnight(hours: HoursEditor) -> None:
    hours.days[0].set_spans(((1380, 1440),))
    act(hours, 0, "Add a second time")
    assert hours.hours()[0] == ((1380, 1440),)


def test_a_time_never_ends_before_it_begins(hours: HoursEditor) -> None:
    begin, end = find(hours, "hours_monday_1_from", TimeBox), find(hours, "hours_monday_1_to", TimeBox)
    begin.setCurrentIndex(begin.findData(720))
    assert hours.hours()[0] == ((720, 780),)
    end.setCurrentIndex(end.findData(300))
    assert hours.hours()[0] == ((240, 300),)


def test_times_that_touch_are_one(hours: HoursEditor) -> None:
    hours.days[2].set_spans((MORNING, (600, 660)))
    assert hours.hours()[2] == ((540, 660),)


def test_a_time_between_the_quarters_is_kept(hours: HoursEditor) -> None:
    hours.days[0].set_spans(((547, 601),))
    settle()
    assert hours.hours()[0] == ((547, 601),)
    box = find(hours, "hours_monday_1_from", TimeBox)
    assert [box.itemData(n) for n in range(box.count())] == sorted(
        box.itemData(n) for n in range(box.count())
    )


def test_tab_goes_row_by_row_also_after_a_change(hours: HoursEditor) -> None:
    find(hours, "hours_tuesday_on").setChecked(True)
    box = find(hours, "hours_tuesday_on")
    seen = []
    for _step in range(4):
        seen.append(box.objectName())
        box = box.nextInFocusChain()
        while box.objectName() in ("", "qt_scrollarea_viewport") or box.isHidden():
            box = box.nextInFocusChain()
    assert seen == ["hours_tuesday_on", "hours_tuesday_1_from", "hours_tuesday_1_to", "hours_tuesday_more"]


def test_at_a_large_text_size_the_bars_make_room(qapp: QApplication, qtbot) -> None:
    style.apply(qapp, "light", 200)
    made = HoursEditor("large")
    qtbot.addWidget(made)
    made.set_hours({0: (MORNING,)})
    made.show()
    assert not made.days[0].bar.isVisible() and made.days[0].more.isVisible()
    assert made.minimumSizeHint().width() < 600
    style.apply(qapp, "light", 100)


# ---- presets ----------------------------------------------------------------------------------------
@given(budget=st.integers(1, 2400), spread=st.sampled_from(("few_days", "most_days")))
def test_presets_hold_the_budget_where_the_day_has_room_for_it(budget: int, spread: str) -> None:
    for preset in (presets.before_opening, presets.after_closing, presets.one_morning):
        hours = preset(budget, spread)
        most = 240 * len(hours)
        assert presets.room(hours) >= min(budget, most)
        assert all(0 <= start < end <= 1440 for spans in hours.values() for start, end in spans)


def test_before_opening_ends_where_after_closing_begins_the_day() -> None:
    assert presets.before_opening(120, "few_days") == {0: ((480, 540),), 2: ((480, 540),), 4: ((480, 540),)}
    assert presets.after_closing(120, "most_days")[4] == ((1080, 1110),)
    assert presets.one_morning(120, "few_days") == {2: ((540, 690),)}


# ---- draft, amounts, countries ----------------------------------------------------------------------
def test_a_month_is_a_twelfth_of_a_year() -> None:
    assert (draft.month_minutes(120), draft.month_cost(120, Decimal(30))) == (520, Decimal(260))


def test_answers_make_a_profile_and_come_back() -> None:
    answers = {**draft.presets(), "name": "Corner Bakery", "kind": "restaurant", "hour_value": "30.00",
               "already.facebook": "15", "already.x": ""}  # fmt: skip
    profile = draft.profile_of(answers)
    assert [one.network for one in profile.already] == ["facebook"]
    again = draft.answers_of(profile.business, profile.boundaries)
    assert {key: again[key] for key in again if again[key]}.items() <= answers.items()
    assert draft.hours_of(answers) == dict(profile.boundaries.hours)


def test_answers_that_are_missing_name_their_key() -> None:
    with pytest.raises(ProfileFault) as fault:
        draft.profile_of(draft.presets())
    assert fault.value.key == "name"


@pytest.mark.parametrize(
    ("country", "typed", "value"),
    [("GB", "30", "30"), ("SE", "1 250,50", "1250.50"), ("US", "1,250.50", "1250.50")],
)
def test_amounts_are_read_as_the_place_writes_them(country: str, typed: str, value: str) -> None:
    i18n.use("en", country)
    assert read_amount(typed) == Decimal(value)
    assert read_amount(shown_amount(stored_amount(Decimal(value)))) == Decimal(value)


def test_amounts_that_cannot_be_read_say_so() -> None:
    assert read_amount("thirty") is None and amount_problem("thirty")
    assert read_amount(" ") is None and not amount_problem(" ") and shown_amount("") == ""
    assert whole_money(Decimal(260), "GBP") == "£260"


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_every_country_has_a_name_in_letters_the_font_has(language: str) -> None:
    names = dict(countries(language))
    assert len(names) > 200 and {"GB", "ES", "FR", "SE", "MX", "BE", "CH", "JP"} <= set(names)
    assert all(name.isprintable() and name for name in names.values())
    assert set(names) == set(named(language)), "every country has a line in the table, and no other"
    letters = {letter for name in names.values() for letter in name if letter.isalpha()}
    assert all(unicodedata.name(letter).startswith("LATIN") for letter in letters)


@pytest.mark.parametrize(
    ("language", "germany", "japan"),
    [("en", "Germany", "Japan"), ("es", "Alemania", "Japón"), ("fr", "Allemagne", "Japon"), ("sv", "Tyskland", "Japan")],
)
def test_countries_are_named_in_the_language_of_the_run(language: str, germany: str, japan: str) -> None:
    names = dict(countries(language))
    assert (names["DE"], names["JP"]) == (germany, japan)


def test_countries_know_what_they_pay_with() -> None:
    assert [currency_of(code) for code in ("GB", "SE", "FR", "MX", "ZZ")] == ["GBP", "SEK", "EUR", "MXN", ""]
    assert {"GBP", "EUR", "SEK", "USD"} <= set(currencies())


# ---- reading order and keys -------------------------------------------------------------------------
def test_tab_follows_the_layout_and_typing_begins_at_the_first_field(qtbot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column, line = QVBoxLayout(root), QHBoxLayout()
    last, second, first = QPushButton("c"), QPushButton("b"), QPushButton("a")
    second.setDefault(True)
    line.addWidget(first)
    line.addWidget(second)
    column.addLayout(line)
    column.addWidget(last)
    assert list(stops_in(root)) == [first, second, last]
    assert first_field(root) is second


def test_no_two_things_share_an_alt_key(qtbot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    texts = ("&Back", "&Backup", "&Bb && Co", "A &word")
    things = [QPushButton(text) for text in texts[:3]] + [QLabel(texts[3])]
    for thing in things:
        column.addWidget(thing)
    things[3].setBuddy(things[0])
    give_keys(root)
    keys = [thing.text().replace("&&", "").partition("&")[2][:1].lower() for thing in things]
    assert keys[0] == "b" and len({key for key in keys if key}) == len([key for key in keys if key])
    assert things[2].text().replace("&&", "\0").replace("&", "").replace("\0", "&") == "Bb & Co"


def test_a_choice_tells_what_a_person_chooses_and_nothing_else(qtbot) -> None:
    made = Choice("size", "Size", {"s": "Small", "l": "Large"})
    qtbot.addWidget(made)
    told: list[str] = []
    made.changed.connect(told.append)
    assert made.value() == ""
    made.set_value("s")
    made.set_value("unknown")
    assert (made.value(), told) == ("s", [])
    find(made, "size_l").setChecked(True)
    assert (made.value(), told) == ("l", ["l"])
