"""What goes out a month, and the four ways held against one another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.fourways import FOUR, LEARNING, TALKING, Measured, four_ways
from focusplan.domain.spending import Cost, in_force, monthly, spent
from focusplan.domain.weeks import Week, span

WEEK = Week.parse("2026-W40")
OWN = Measured(520, 65, Decimal(30), Decimal(10), Decimal(30), Decimal(450), 12, Fraction(3))


def test_an_amount_holds_until_another_begins():
    costs = [Cost("ads", WEEK, Decimal(26)), Cost("ads", WEEK + 2, Decimal(0)), Cost("tools", WEEK + 1, Decimal(52))]
    assert in_force(costs, "ads", WEEK - 1) is None
    assert in_force(costs, "ads", WEEK + 1) == 26
    assert in_force(costs, "ads", WEEK + 5) == 0
    assert spent(costs, ("ads", "tools"), span(WEEK, WEEK + 3)) == Decimal("48.00")


def test_what_one_network_costs_is_added_to_what_all_share():
    costs = [
        Cost("ads", WEEK, Decimal(26)), Cost("ads", WEEK, Decimal(52), "x"), Cost("ads", WEEK + 1, Decimal(0), "x"),
        Cost("tools", WEEK, Decimal(13), "facebook"), Cost("email", WEEK, Decimal(9)),
    ]  # fmt: skip
    assert (in_force(costs, "ads", WEEK), in_force(costs, "ads", WEEK, "x")) == (26, 52)
    assert in_force(costs, "tools", WEEK) is None
    assert [monthly(costs, ("ads", "tools"), WEEK + n) for n in (-1, 0, 1)] == [None, 91, 39]
    assert spent(costs, ("ads", "tools"), [WEEK, WEEK + 1]) == Decimal("30.00")
    assert spent(costs, ("ads", "tools"), [WEEK, WEEK + 1], "x") == Decimal("12.00")
    assert spent(costs, ("ads", "tools"), [WEEK], "linkedin") is None


def test_what_nobody_said_is_unknown_and_not_nothing():
    assert spent([], ("ads", "tools"), [WEEK]) is None
    assert monthly([], ("ads",), WEEK) is None
    assert spent([Cost("email", WEEK, Decimal(9))], ("ads", "tools"), [WEEK]) is None
    assert spent([Cost("ads", WEEK, Decimal(0))], ("ads",), [WEEK]) == Decimal("0.00")


def test_the_four_ways_of_one_owner():
    ways = four_ways(OWN)
    assert tuple(ways) == FOUR
    own, paid = ways["do"], ways["hand_over"]
    assert (own.minutes, own.money, own.cost) == (520, 40, Decimal("300.00"))
    assert (own.more, own.results, own.freed) == (None, None, None)
    assert (paid.minutes, paid.money, paid.cost) == (TALKING, 490, Decimal("520.00"))
    # 300 a month bring 4 results: 75 each; 220 more are paid back by 3 more results, or once it frees the
    # 15 hours that 450 are worth and the hour of talking.
    assert (paid.more, paid.results, paid.freed) == (220, 3, 960)
    assert ways["learn"].freed == LEARNING
    assert ways["learn"].more == Decimal(LEARNING) / 60 * 30
    assert (ways["minimal"].minutes, ways["minimal"].more, ways["minimal"].results) == (65, Decimal("-257.50"), 3)
    assert ways["minimal"].freed is None


def test_what_is_not_known_is_not_reckoned():
    assert four_ways(replace(OWN, hour_value=None))["minimal"].cost is None
    assert four_ways(replace(OWN, hour_value=None))["minimal"].more is None
    assert "hand_over" not in four_ways(replace(OWN, quote=None))
    for few in (None, 4):
        paid = four_ways(replace(OWN, results=few))["hand_over"]
        assert (paid.more, paid.results, paid.freed) == (220, None, 960)
    free = replace(OWN, hour_value=Decimal(0), ads=Decimal(0), tools=Decimal(0))
    assert four_ways(free)["hand_over"].results is None
    assert four_ways(free)["hand_over"].freed is None


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 2000), st.integers(5, 200))
def test_a_dearer_offer_has_to_bring_more_and_dearer_hours_less(minutes, quote, dearer, results):
    def paid(quote, value):
        own = replace(OWN, minutes=minutes, quote=Decimal(quote), hour_value=Decimal(value), results=results)
        return four_ways(own)["hand_over"]

    def asked(way):
        return way.results if way.more > 0 else -way.results

    assert asked(paid(quote, 30)) <= asked(paid(quote + dearer, 30))
    assert paid(quote, 31).more <= paid(quote, 30).more or minutes < TALKING


@pytest.mark.parametrize("minutes", [0, 30, 60, 61])
def test_no_way_takes_less_than_nothing(minutes):
    ways = four_ways(replace(OWN, minutes=minutes))
    assert ways["hand_over"].minutes == min(minutes, TALKING)
    assert ways["minimal"].minutes == min(minutes, 65)
