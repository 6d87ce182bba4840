"""Parts of longer jobs, sittings, and what counts of a week's items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.business import SITTINGS
from focusplan.domain.weekitems import (
    SMALLEST_PART,
    Item,
    adds_a_post,
    cut,
    minutes_taken,
    planned_minutes,
    shares,
    step_of,
)  # fmt: skip
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
ITEM = Item(1, WEEK, 1, "s1", "step", "instagram", WEEK.monday, 20)


@pytest.mark.parametrize(
    ("minutes", "sitting", "parts"),
    [(45, 30, (25, 20)), (30, 30, (30,)), (25, 20, (15, 10)), (15, 10, (10, 10)), (60, 15, (15,) * 4), (5, 10, (5,))],
)
def test_a_longer_step_is_cut_into_about_equal_parts(minutes, sitting, parts):
    assert cut(minutes, sitting) == parts


@given(st.integers(1, 240), st.sampled_from(SITTINGS))
def test_no_part_is_longer_than_the_sitting_or_tiny_and_all_of_it_is_there(minutes, sitting):
    parts = cut(minutes, sitting)
    assert max(parts) <= sitting
    assert len(parts) == 1 or min(parts) >= SMALLEST_PART
    assert sum(parts) >= minutes


@given(st.integers(1, 240), st.integers(1, 7))
def test_sittings_add_up_exactly(minutes, count):
    sizes = shares(minutes, count)
    assert sum(sizes) == minutes
    assert min(sizes) > 0
    assert len(sizes) == min(count, minutes)


@given(st.integers(1, 240), st.sampled_from(SITTINGS))
def test_no_sitting_is_longer_than_the_longest(minutes, sitting):
    assert max(shares(minutes, -(-minutes // sitting))) <= sitting


def test_what_counts():
    done = replace(ITEM, done=True, taken=35)
    estimate = replace(ITEM, number=2, done=True)
    void = replace(done, number=3, void=True)
    let_go = replace(ITEM, number=4, dropped=True)
    later = replace(ITEM, number=5, day=None)
    own = replace(ITEM, number=6, kind="own")
    handed = replace(done, number=7, person="Anna")
    items = [done, estimate, void, let_go, later, own, handed]
    assert planned_minutes(items) == 60
    assert minutes_taken(items) == 55


def test_a_post_in_several_sittings_counts_with_its_last_part():
    post = replace(ITEM, kind="post", key="instagram-post-1", parts=2)
    assert not adds_a_post(post)
    assert adds_a_post(replace(post, part=2))
    assert not adds_a_post(ITEM)


def test_the_steps_id():
    assert step_of("instagram-subject#2") == step_of("instagram-subject") == "instagram-subject"
