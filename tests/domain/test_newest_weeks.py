"""The newest weeks of a goal, judged from a later beginning, are those of the whole; nothing else is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain import goalfacts
from focusplan.domain.evidence import Evidence
from focusplan.domain.gate import UPKEEP_GRACE, upkeep_ok, upkeep_weeks
from focusplan.domain.goalfacts import clean_start, counted, goal_weeks, newest_weeks
from focusplan.domain.goals import Target
from focusplan.domain.goalweeks import counted_weeks
from focusplan.domain.pauses import Crisis, Holiday, Pause
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from tests.domain.plans import MORNINGS, START, goals, openings, plan, run, steps, targets

MOST = 70
PLACES = st.integers(0, MOST)


@st.composite
def pictures(draw: st.DrawFn) -> Snapshot:
    """A run of up to seventy weeks with pauses, holidays and crises close together."""
    weeks = draw(st.integers(0, MOST))
    at = {n: START + n for n in range(MOST + 1)}
    pauses = {
        at[n]: Pause(at[n], early, at[n].monday + timedelta(days=-3 if early else 6))
        for n, early in draw(st.dictionaries(PLACES, st.booleans(), max_size=30)).items()
    }
    crises = tuple(
        Crisis(number, at[n].monday, at[n].monday + timedelta(days=days), at[n].monday)
        for number, (n, days) in enumerate(
            draw(st.lists(st.tuples(PLACES, st.integers(0, 40)), max_size=5)), 1
        )
    )
    posts = draw(st.lists(st.sampled_from((None, 0, 2, 2)), min_size=weeks, max_size=weeks))
    answers = draw(st.lists(st.sampled_from((None, 0, 3)), min_size=weeks, max_size=weeks))
    first = START + draw(st.integers(0, 3))
    return plan(
        START + weeks,
        adoptions=(run(state="mastered"),),
        steps=steps(),
        openings=openings(),
        goals=tuple(replace(goal, from_week=first) for goal in goals()),
        targets=(*targets(draw(st.sampled_from((None, 2)))), Target(9, 1, START + 20, 1, START.monday)),
        pauses=pauses,
        holidays=tuple(Holiday(at[n].days[2]) for n in draw(st.sets(PLACES, max_size=12))),
        crises=crises,
        evidence=tuple(
            Evidence(
                "instagram", at[n], posts=posts[n], received=3, answered_in_time=answers[n], enquiries=n % 3
            )
            for n in range(weeks)
        ),
    )


@given(pictures(), st.integers(-2, MOST))
def test_weeks_since_a_week_are_those_of_the_whole(facts: Snapshot, since: int) -> None:
    for goal in facts.goals:
        whole = goal_weeks(facts, facts.adoptions[0], goal)
        week = START + since
        assert goal_weeks(facts, facts.adoptions[0], goal, since=week) == tuple(
            w for w in whole if w.week >= week
        )


@given(pictures(), st.integers(1, 12))
def test_the_newest_weeks_are_enough_that_count_or_all(facts: Snapshot, count: int) -> None:
    for goal in facts.goals:
        whole = goal_weeks(facts, facts.adoptions[0], goal)
        newest = newest_weeks(facts, facts.adoptions[0], goal, count)
        assert newest == (whole[-len(newest) :] if newest else ())
        assert newest == whole or counted_weeks(newest) >= count


@given(pictures())
def test_whether_upkeep_is_held_needs_no_more(facts: Snapshot) -> None:
    upkeep = facts.goals[3]
    weeks = upkeep_weeks(facts, facts.adoptions[0])
    assert upkeep_ok(weeks) == upkeep_ok(goal_weeks(facts, facts.adoptions[0], upkeep))


@pytest.mark.parametrize("goal", range(4))
def test_a_long_run_is_not_walked_from_its_beginning(goal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = plan(
        START + 520,
        adoptions=(run(state="mastered"),),
        goals=tuple(replace(one, from_week=START) for one in goals()),
        targets=targets(),
        boundaries=replace(MORNINGS),
        holidays=tuple(Holiday(date(year, 12, 25)) for year in range(2026, 2036)),
    )
    looked: list[Week] = []
    monkeypatch.setattr(goalfacts, "_row", _heard(looked))
    newest_weeks(facts, facts.adoptions[0], facts.goals[goal], UPKEEP_GRACE)
    assert 0 < len(looked) <= 30


def _heard(looked: list[Week]):
    real = goalfacts._row

    def heard(facts, network, week, judging, typed):
        looked.append(week)
        return real(facts, network, week, judging, typed)

    return heard


def test_the_same_is_worked_out_once_and_never_for_another_picture() -> None:
    facts = plan(START + 9, adoptions=(run(),), goals=goals(), targets=targets())
    first = goal_weeks(facts, facts.adoptions[0], facts.goals[0])
    assert goal_weeks(facts, facts.adoptions[0], facts.goals[0]) is first
    assert counted(facts) is counted(facts)
    row = Evidence("instagram", START + 2, posts=5)
    other = replace(facts, evidence=(row,))
    assert counted(other) == {("instagram", START + 2): row}
    assert goal_weeks(other, facts.adoptions[0], facts.goals[0]) != first


def test_a_goal_that_does_not_count_yet_has_no_weeks() -> None:
    facts = plan(START + 9, adoptions=(run(),), goals=goals(first=None), targets=targets())
    assert newest_weeks(facts, facts.adoptions[0], facts.goals[0], 4) == ()
    assert clean_start(facts, facts.goals[0], START + 3) is None
    assert goal_weeks(facts, facts.adoptions[0], facts.goals[0], since=START) == ()
