"""The states of a network and the moves between them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from focusplan.domain.adoption import (
    STATES,
    may_move,
    take_back_until,
    taken_back_lately,
    typed_since,
)
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import target_at
from focusplan.domain.sentences import is_sentence
from tests.domain.plans import START, kept, run, targets

DAY = START.monday
LEGAL = {
    "none": {"later", "parked", "active"},
    "later": {"none", "parked", "active"},
    "parked": {"active", "retired"},
    "active": {"mastered", "retired"},
    "mastered": {"retired"},
    "retired": {"active"},
    "beside": set(),
}
LEGAL_BESIDE = {"none": {"later", "beside"}, "later": {"none", "beside"}, "retired": {"beside"}, "beside": {"retired"}}


@pytest.mark.parametrize("old", STATES)
@pytest.mark.parametrize("new", STATES)
def test_no_other_moves_exist(old, new):
    assert may_move("instagram", old, new) is (new in LEGAL[old])
    assert may_move("newsletter", old, new) is (new in LEGAL_BESIDE.get(old, ()))


def test_a_start_may_be_taken_back_for_seven_days():
    assert take_back_until(run()) == DAY + timedelta(days=7)
    assert take_back_until(run(state="mastered")) is None
    assert take_back_until(run(started_on=None)) is None


def test_take_backs_are_counted_over_thirteen_weeks():
    days = (DAY, DAY - timedelta(days=90), DAY - timedelta(days=91))
    assert taken_back_lately(days, DAY) == 2


@pytest.mark.parametrize(
    ("row", "typed"),
    [
        (Evidence("instagram", START, posts=1, made_on=DAY), True),
        (Evidence("instagram", START, reach=0, made_on=DAY), True),
        (Evidence("x", START, posts=1, made_on=DAY), False),
        (Evidence("instagram", START, posts=1, made_on=DAY - timedelta(days=1)), False),
        (Evidence("instagram", START, posts=1), False),
        (Evidence("instagram", START, late=True, posts=1, made_on=DAY), False),
        (Evidence("instagram", START, outside=True, posts=1, made_on=DAY), False),
        (Evidence("instagram", START, void=True, posts=1, made_on=DAY), False),
        (Evidence("instagram", START, audience=140, made_on=DAY), False),
        (Evidence("instagram", START, audience=140, made_on=DAY + timedelta(days=1)), True),
        (Evidence("instagram", START, audience=140, enquiries=1, made_on=DAY), True),
        (Evidence("instagram", START, made_on=DAY + timedelta(days=1)), False),
    ],
)
def test_figures_typed_since_the_start(row, typed):
    assert typed_since(run(), [row], DAY) is typed
    assert not typed_since(run(started_on=None), [row], DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("because", False), ("too late", True), ("a b c d", False), ("  so   much  ", False), (" so  many now ", True)],
)
def test_a_sentence(text, expected):
    assert is_sentence(text) is expected


def test_the_target_in_force_is_the_one_made_last():
    rows = targets()
    assert target_at(rows, 1, START) == 2
    assert target_at(rows, 1, START - 1) is None
    assert target_at(rows, 3, START + 4) is None
    assert target_at(rows, 3, START + 5) == 3
    assert kept(START).made_on == START.sunday
