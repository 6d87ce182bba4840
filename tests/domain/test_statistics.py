"""Small counts, checked against another library."""

from __future__ import annotations

import math
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from focusplan.domain.statistics import (
    ENOUGH,
    Range,
    apart,
    each,
    fisher,
    gamma_quantile,
    gamma_share,
    middle,
    needed,
    percentile,
    poisson_range,
    rate,
    split_chance,
    usual,
)


@given(st.floats(0.5, 5000), st.floats(0, 8000))
def test_the_gamma_function_is_the_known_one(shape, at):
    assert gamma_share(shape, at) == pytest.approx(special.gammainc(shape, at), rel=1e-8, abs=1e-12)


@given(st.integers(1, 3000), st.floats(0.001, 0.999))
def test_its_inverse_too(shape, share):
    assert gamma_quantile(shape, share) == pytest.approx(special.gammaincinv(shape, share), rel=1e-8)


@given(st.integers(0, 3000))
def test_the_range_of_a_count_is_garwoods(count):
    low, high = poisson_range(count)
    assert low == pytest.approx(stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0, rel=1e-8)
    assert high == pytest.approx(stats.chi2.ppf(0.975, 2 * count + 2) / 2, rel=1e-8)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (2, 0.2422, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.390), (100, 81.36, 121.6)],
)
def test_printed_tables_say_the_same(count, low, high):
    assert poisson_range(count) == pytest.approx((low, high), rel=1e-3)


def test_a_higher_confidence_is_a_wider_range():
    assert poisson_range(7, 0.99)[0] < poisson_range(7)[0] < poisson_range(7)[1] < poisson_range(7, 0.99)[1]


def test_under_five_events_there_is_no_single_number():
    assert ENOUGH == 5
    assert each(362, 4).single is None
    assert rate(4, 6).single is None
    found = each(362, 6)
    assert found.single == pytest.approx(60.33, abs=0.01)
    assert (round(found.low), round(found.high or 0)) == (28, 164)
    assert each(100, 0) == Range(pytest.approx(100 / 3.689, rel=1e-3), None, None)


@given(st.integers(0, 200), st.floats(0.1, 5000))
def test_a_rate_is_the_other_side_of_what_each_took(count, amount):
    per, took = rate(count, amount), each(amount, count)
    assert per.high == pytest.approx(1 / took.low)
    assert (took.high is None) == (per.low == 0)
    if took.high is not None:
        assert per.low == pytest.approx(1 / took.high)


def test_two_ranges_apart():
    assert apart(Range(1, 2, None), Range(3, 4, None))
    assert apart(Range(3, 4, None), Range(1, 2, None))
    assert not apart(Range(1, 3, None), Range(3, 4, None))
    assert not apart(Range(1, None, None), Range(0, 5, None))


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_fishers_test_is_the_known_one(hits, more, other_hits, other_more):
    expected = stats.fisher_exact([[hits, more], [other_hits, other_more]])[1]
    assert fisher(hits, hits + more, other_hits, other_hits + other_more) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("table", [(14, 310, 19, 295), (400, 20000, 520, 21000), (0, 5, 0, 7), (5, 5, 0, 5)])
def test_fishers_test_on_large_and_odd_tables(table):
    hits, of, other, other_of = table
    expected = stats.fisher_exact([[hits, of - hits], [other, other_of - other]])[1]
    assert fisher(*table) == pytest.approx(expected, rel=1e-5)


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.05, 0.95))
def test_the_split_of_events_is_the_binomial_test(count, other, share):
    if count + other:
        expected = stats.binomtest(count, count + other, share).pvalue
        assert split_chance(count, other, share) == pytest.approx(expected, rel=1e-5)
    else:
        assert split_chance(0, 0, share) == 1


@pytest.mark.parametrize(("count", "other", "share", "chance"), [(0, 5, 0, 1), (5, 0, 1, 1), (1, 5, 0, 0), (1, 2, 1, 0)])
def test_a_split_that_can_go_one_way_only(count, other, share, chance):
    assert split_chance(count, other, share) == chance


@pytest.mark.parametrize(
    ("share", "other", "each_of"),
    [(0.01, 0.012, 42694), (0.01, 0.02, 2319), (0.02, 0.03, 3826), (0.02, 0.04, 1141), (0.05, 0.075, 1471), (0.05, 0.10, 435)],
)
def test_what_a_comparison_needs(share, other, each_of):
    assert needed(share, other) == pytest.approx(each_of, abs=2)
    assert needed(other, share) == needed(share, other)


def test_the_same_share_can_never_be_told_apart():
    assert needed(0.1, 0.1) is None


@given(st.floats(0.01, 0.4), st.floats(0.02, 0.5))
def test_needed_follows_the_normal_approximation(share, by):
    other = min(share + by, 0.99)
    z = stats.norm.ppf([0.975, 0.8])
    mean = (share + other) / 2
    root = z[0] * math.sqrt(2 * mean * (1 - mean)) + z[1] * math.sqrt(share * (1 - share) + other * (1 - other))
    assert needed(share, other) == pytest.approx(root**2 / (share - other) ** 2, abs=1.001)


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_the_middle_and_the_percentile(values):
    assert middle(values) == median(values)
    assert percentile(values, 0.5) == pytest.approx(median(values))
    assert percentile(values, 0) == min(values)
    assert percentile(values, 1) == max(values)


def test_of_nothing_there_is_no_middle():
    assert middle([]) is None
    assert percentile([], 0.8) is None
    assert percentile([1, 2, 3, 4, 5, 6], 0.8) == pytest.approx(5)


@given(st.lists(st.integers(1, 2000), max_size=30))
def test_a_usual_week_is_known_from_four_weeks_on(minutes):
    found = usual(minutes)
    if len(minutes) < 4:
        assert found is None
        return
    assert found is not None and found.weeks == len(minutes)
    assert abs(found.middle - median(minutes)) <= 0.5
    assert found.middle <= found.most <= max(minutes)
    assert sum(took <= found.most + 0.5 for took in minutes) >= 0.8 * len(minutes) - 1
