"""Profile files: what is taken, and which key is named when it is not."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.business import Business
from focusplan.domain.hours import ProfileFault, hours_text, read_hours
from focusplan.domain.profile import read_profile, read_typed

GOOD: dict[str, Any] = {
    "name": "Corner Bakery", "kind": "restaurant", "customers": "local", "audience": "consumers",
    "aim": "enquiries", "language": "en", "country": "GB", "currency": "GBP", "budget_minutes": 120,
    "speaker": "owner", "hours": {"monday": "09:00-12:00", "wednesday": "09:00-12:00,14:00-17:00"},
}  # fmt: skip


def changed(**values: Any) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    for key, value in values.items():
        if value is None:
            del data[key]
        else:
            data[key] = value
    return data


def test_a_good_profile_is_taken_with_defaults() -> None:
    profile = read_profile(GOOD)
    assert profile.boundaries.hours == {0: ((540, 720),), 2: ((540, 720), (840, 1020))}
    assert profile.boundaries.longest_sitting == 30
    assert profile.boundaries.spread == "few_days"
    assert profile.business.hour_value is None
    assert profile.first_network is None


def test_everything_optional_is_taken() -> None:
    profile = read_profile(changed(
        hour_value="30.00", outsourcing_quote="450", first_network="instagram", result_word="<b>order</b>",
        readiness={"say": ["a", "b"], "hearers": "c", "worthwhile": "d", "way": "learn"},
        already=[{"network": "facebook", "minutes": 15, "audience": 140}, {"network": "newsletter"}],
    ))  # fmt: skip
    assert profile.business.hour_value == Decimal("30.00")
    assert profile.readiness == {"say.1": "a", "say.2": "b", "hearers": "c", "worthwhile": "d", "way": "learn"}
    assert [one.network for one in profile.already] == ["facebook", "newsletter"]
    assert profile.already[1].minutes is None


@pytest.mark.parametrize(
    ("values", "key", "code"),
    [
        ({"name": None}, "name", "key_missing"),
        ({"hours": None}, "hours", "key_missing"),
        ({"speaker": None}, "speaker", "key_missing"),
        ({"colour": "red"}, "colour", "key_unknown"),
        ({"kind": "bakery"}, "kind", "not_in_list"),
        ({"language": "de"}, "language", "not_in_list"),
        ({"budget_minutes": 0}, "budget_minutes", "out_of_range"),
        ({"budget_minutes": 2401}, "budget_minutes", "out_of_range"),
        ({"budget_minutes": True}, "budget_minutes", "not_whole"),
        ({"budget_minutes": "120"}, "budget_minutes", "not_whole"),
        ({"budget_minutes": 1.5}, "budget_minutes", "not_whole"),
        ({"longest_sitting": 25}, "longest_sitting", "not_in_list"),
        ({"spread": "daily"}, "spread", "not_in_list"),
        ({"name": ""}, "name", "empty"),
        ({"name": "x" * 201}, "name", "too_long"),
        ({"name": "a\0b"}, "name", "nul"),
        ({"name": 5}, "name", "not_text"),
        ({"name": "\ud800"}, "name", "not_utf8"),
        ({"country": "England"}, "country", "country_form"),
        ({"currency": "£"}, "currency", "currency_form"),
        ({"hour_value": "-3"}, "hour_value", "money_form"),
        ({"hour_value": "nan"}, "hour_value", "money_form"),
        ({"hour_value": "1e9"}, "hour_value", "money_form"),
        ({"hour_value": 30.5}, "hour_value", "money_form"),
        ({"hour_value": "٣"}, "hour_value", "money_form"),
        ({"first_network": "newsletter"}, "first_network", "not_in_list"),
        ({"first_network": "myspace"}, "first_network", "not_in_list"),
        ({"hours": {}}, "hours", "hours_none"),
        ({"hours": "all day"}, "hours", "not_table"),
        ({"hours": {"mon": "09:00-12:00"}}, "hours.mon", "key_unknown"),
        ({"hours": {"monday": "9-12"}}, "hours.monday", "hours_form"),
        ({"hours": {"monday": 9}}, "hours.monday", "hours_form"),
        ({"hours": {"monday": "22:00-02:00"}}, "hours.monday", "hours_order"),
        ({"hours": {"monday": "09:00-24:01"}}, "hours.monday", "hours_form"),
        ({"hours": {"monday": "09:00-10:00-11:00"}}, "hours.monday", "hours_form"),
        ({"hours": {"monday": "09:00-11:00,10:00-12:00"}}, "hours.monday", "hours_overlap"),
        ({"readiness": "x"}, "readiness", "not_table"),
        ({"readiness": {"why": "x"}}, "readiness.why", "key_unknown"),
        ({"readiness": {"say": "x"}}, "readiness.say", "not_list"),
        ({"readiness": {"hearers": "x" * 4001}}, "readiness.hearers", "too_long"),
        ({"already": [{"network": "orkut"}]}, "already.network", "not_in_list"),
        ({"already": [{"minutes": 5}]}, "already.network", "key_missing"),
        ({"already": [{"network": "x", "minutes": -1}]}, "already.minutes", "out_of_range"),
        ({"already": [{"network": "x", "minutes": "5"}]}, "already.minutes", "not_whole"),
        ({"already": [{"network": "x", "fans": 5}]}, "already.fans", "key_unknown"),
        ({"already": [{"network": "x"}, {"network": "x"}]}, "already.network", "twice"),
        ({"already": "x"}, "already", "not_tables"),
    ],
)
def test_each_fault_names_its_key(values: dict[str, Any], key: str, code: str) -> None:
    with pytest.raises(ProfileFault) as caught:
        read_profile(changed(**values))
    assert (caught.value.key, caught.value.code) == (key, code)


def test_typed_values_are_read_by_the_same_rules() -> None:
    assert read_typed("budget_minutes", " 90 ") == 90
    assert read_typed("hours.friday", "08:00-09:00,09:00-24:00") == ((480, 1440),)
    assert read_typed("hours.friday", "") == ()
    assert read_typed("hour_value", "") is None
    assert read_typed("hour_value", "12.5") == Decimal("12.5")
    assert read_typed("name", "A & <B>") == "A & <B>"
    assert read_typed("language", "sv") == "sv"
    for key, typed in [("budget_minutes", "1_0"), ("budget_minutes", "x"), ("first_network", "x"), ("hours", "")]:
        with pytest.raises(ProfileFault):
            read_typed(key, typed)


@given(st.lists(st.integers(0, 1440), min_size=2, max_size=8, unique=True).map(sorted))
def test_hours_written_are_hours_read(ends: list[int]) -> None:
    spans = tuple((ends[n], ends[n + 1]) for n in range(0, len(ends) - 1, 2))
    assert read_hours("hours.monday", hours_text(spans)) == spans


def test_there_is_no_business_of_a_kind_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="spaceport"):
        Business("x", "spaceport", "local", "consumers", "enquiries", "en", "GB", "GBP", "owner")
