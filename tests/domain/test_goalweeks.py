"""Weeks judged against goals: tables of cases, then properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.goals import Ticks
from focusplan.domain.goalweeks import (
    WeekFacts,
    active_weeks,
    answered_in_time,
    counted_weeks,
    held_at,
    judged,
    met,
    posts_of,
)
from focusplan.domain.weeks import Week

FIRST = Week(3000)


def row(n: int, **given_) -> WeekFacts:
    return WeekFacts(FIRST + n, **{"target": 2, **given_})


def results(kind: str, rows: list[WeekFacts], k: int | None = 6, n: int = 8) -> list[str]:
    return [week.result for week in judged(kind, k, n, rows)]


@pytest.mark.parametrize(
    ("typed", "ticked", "figure"), [(None, 0, None), (None, 3, 3), (0, 3, 0), (1, 0, 1), (5, 2, 5)]
)
def test_a_figure_is_the_typed_one_else_what_was_ticked_and_never_zero_where_unknown(typed, ticked, figure):
    assert posts_of(row(0, posts=typed, ticks=Ticks(posts=ticked))) == figure


@pytest.mark.parametrize(
    ("received", "answered", "ticks", "in_time"),
    [
        (0, None, Ticks(), True),
        (0, None, Ticks(answers=2), True),
        (1, 1, Ticks(), True),
        (1, 0, Ticks(), False),
        (2, 2, Ticks(), True),
        (2, 1, Ticks(), False),
        (3, 2, Ticks(), True),
        (3, 1, Ticks(), False),
        (10, 9, Ticks(), True),
        (20, 19, Ticks(), True),
        (20, 18, Ticks(), True),
        (20, 17, Ticks(), False),
        (30, 27, Ticks(), True),
        (30, 26, Ticks(), False),
        (4, None, Ticks(answers=2, answers_done=2), False),
        (None, 4, Ticks(answers=2, answers_done=2), False),
        (None, None, Ticks(answers=2, answers_done=2), True),
        (None, None, Ticks(answers=2, answers_done=1), False),
        (None, None, Ticks(), False),
    ],
)
def test_a_response_week(received, answered, ticks, in_time):
    assert answered_in_time(row(0, received=received, answered=answered, ticks=ticks)) is in_time


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("habit", {"posts": 2}, True),
        ("habit", {"posts": 1}, False),
        ("habit", {}, False),
        ("habit", {"posts": 9, "target": None}, False),
        ("habit", {"ticks": Ticks(upkeep=1, upkeep_done=1)}, False),
        ("upkeep", {"ticks": Ticks(upkeep=2, upkeep_done=2)}, True),
        ("upkeep", {"ticks": Ticks(upkeep=2, upkeep_done=1)}, False),
        ("upkeep", {"posts": 2}, True),
        ("upkeep", {"ticks": Ticks(posts=2)}, True),
        ("response", {"received": 0}, True),
    ],
)
def test_a_week_is_met(kind, values, expected):
    assert met(kind, row(0, **values)) is expected


def test_k_met_weeks_suffice_before_n_have_passed():
    weeks = judged("habit", 6, 8, [row(n, posts=2) for n in range(6)])
    assert [week.held for week in weeks] == [False] * 5 + [True]
    assert weeks[-1].kept == 6


def test_only_the_last_n_counted_weeks_matter():
    rows = [row(n, posts=2 if n < 6 else 0) for n in range(9)]
    assert [week.held for week in judged("habit", 6, 8, rows)] == [False] * 5 + [True] * 3 + [False]


def test_a_paused_week_neither_meets_nor_misses():
    rows = [row(n, posts=2) for n in range(5)] + [row(5, posts=2, paused=True), row(6, posts=2)]
    weeks = judged("habit", 6, 8, rows)
    assert weeks[5].result == "paused"
    assert not weeks[5].held
    assert weeks[6].held
    assert (active_weeks(weeks), counted_weeks(weeks)) == (6, 6)


@pytest.mark.parametrize("excuse", ["holiday", "pause", "crisis"])
@pytest.mark.parametrize("kind", ["habit", "upkeep"])
def test_excused_weeks_count_when_met_and_are_left_out_otherwise(kind, excuse):
    rows = [row(0, posts=2, excuse=excuse), row(1, posts=0, excuse=excuse), row(2, posts=0)]
    assert results(kind, rows) == ["met", "left_out", "missed"]


def test_a_response_or_an_outcome_leaves_no_week_out():
    assert results("response", [row(0, excuse="holiday")]) == ["missed"]
    assert results("outcome", [row(0, excuse="crisis", target=None)]) == ["counting"]


def test_at_most_two_weeks_in_thirteen_are_left_out_after_a_pause_or_in_a_crisis():
    rows = [row(n, excuse="crisis" if n in (0, 6, 12, 13, 18, 19) else "") for n in range(20)]
    out = [n for n, result in enumerate(results("habit", rows)) if result == "left_out"]
    assert out == [0, 6, 13, 19]


def test_holidays_are_left_out_without_a_limit():
    rows = [row(n, excuse="holiday") for n in range(6)]
    assert results("habit", rows) == ["left_out"] * 6


def test_an_outcome_sums_what_is_known_over_the_last_active_weeks():
    rows = [row(n, enquiries=1, target=None) for n in range(4)]
    rows += [row(4, enquiries=None, target=6), row(5, enquiries=2, target=6)]
    weeks = judged("outcome", None, 8, rows)
    assert [week.result for week in weeks] == ["counting"] * 4 + ["missed", "met"]
    assert [week.kept for week in weeks] == [1, 2, 3, 4, 4, 6]
    assert held_at(weeks, FIRST + 5)
    assert not held_at(weeks, FIRST + 4)
    assert not held_at(weeks, FIRST - 1)


def test_an_outcome_keeps_its_standing_in_a_paused_week():
    rows = [row(n, enquiries=1, target=4) for n in range(4)] + [row(4, paused=True, target=9, enquiries=7)]
    weeks = judged("outcome", None, 8, rows)
    assert (weeks[-1].result, weeks[-1].held, weeks[-1].kept) == ("paused", True, 4)


def test_an_outcome_holds_only_after_four_active_weeks():
    rows = [row(n, enquiries=9, target=2) for n in range(5)]
    assert [week.held for week in judged("outcome", None, 8, rows)] == [False] * 3 + [True] * 2


def test_an_outcome_forgets_what_lies_before_its_window():
    rows = [row(0, enquiries=9, target=3)] + [row(n, enquiries=0, target=3) for n in range(1, 9)]
    assert [week.held for week in judged("outcome", None, 8, rows)][-2:] == [True, False]


def test_a_response_week_shows_what_was_answered():
    assert judged("response", 6, 8, [row(0, received=3, answered=2)])[0].figure == 2


ROWS = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["", "", "holiday", "pause", "crisis"]), st.sampled_from("mxp")),
    max_size=40,
).map(
    lambda weeks: [
        row(n, posts=2 if what == "m" else 0, paused=what == "p", excuse=excuse)
        for n, (_, excuse, what) in enumerate(weeks)
    ]
)


@given(ROWS)
def test_judging_again_with_a_week_more_changes_no_earlier_week(rows):
    assert judged("habit", 6, 8, rows)[:-1] == judged("habit", 6, 8, rows[:-1])


@given(ROWS)
def test_never_more_than_two_are_left_out_in_thirteen_weeks_for_pauses_and_crises(rows):
    judged_weeks = judged("habit", 6, 8, rows)
    out = [
        week.week.index
        for week, one in zip(judged_weeks, rows, strict=True)
        if week.result == "left_out" and one.excuse != "holiday"
    ]
    assert all(later - earlier >= 13 for earlier, later in zip(out, out[2:], strict=False))


@given(ROWS, st.integers(0, 39))
def test_a_better_week_never_makes_a_goal_hold_less(rows, place):
    """More kept weeks can only help at every later week, once no excuse uses up another's allowance."""
    plain = [WeekFacts(r.week, r.paused, "", r.target, r.posts) for r in rows]
    better = [WeekFacts(r.week, r.paused, "", r.target, 2 if n == place else r.posts) for n, r in enumerate(plain)]
    before = judged("habit", 6, 8, plain)
    after = judged("habit", 6, 8, better)
    assert all(b.held or not a.held for a, b in zip(before, after, strict=True))


@given(ROWS, st.sets(st.integers(0, 39), max_size=10))
def test_pausing_weeks_that_would_have_been_kept_never_shortens_the_way(rows, places):
    """Whoever pauses instead of keeping a week is never sooner there, whatever the other weeks bring."""
    plain = [WeekFacts(r.week, r.paused, "", r.target, r.posts) for r in rows]
    keeping = [WeekFacts(r.week, False, "", 2, 2) if n in places else r for n, r in enumerate(plain)]
    pausing = [WeekFacts(r.week, True, "", 2, 2) if n in places else r for n, r in enumerate(plain)]

    def first(weeks: list[WeekFacts]) -> int:
        held = [n for n, week in enumerate(judged("habit", 6, 8, weeks)) if week.held]
        return held[0] if held else len(weeks)

    assert first(pausing) >= first(keeping)


@given(ROWS, st.data())
def test_declaring_a_crisis_never_makes_a_kept_week_less_and_never_more_than_left_out(rows, data):
    place = data.draw(st.integers(0, max(0, len(rows) - 1)))
    plain = [WeekFacts(r.week, r.paused, "", r.target, r.posts) for r in rows]
    if not plain:
        return
    one = plain[place]
    crisis = [*plain[:place], WeekFacts(one.week, one.paused, "crisis", 2, one.posts), *plain[place + 1 :]]
    before, after = judged("habit", 6, 8, plain), judged("habit", 6, 8, crisis)
    for n, (was, now) in enumerate(zip(before, after, strict=True)):
        expected = "left_out" if n == place and was.result == "missed" else was.result
        assert now.result == expected
