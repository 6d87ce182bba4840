"""Jobs of a day within its hours: one after another, none over another, none outside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.dayplan import times


def test_one_after_another():
    assert times([(1, 30), (2, 20)], [(540, 720)]) == {1: 540, 2: 570}


def test_the_next_span_takes_what_the_first_can_not():
    assert times([(1, 40), (2, 30), (3, 20)], [(540, 600), (840, 900)]) == {1: 540, 2: 840, 3: 580}


def test_long_jobs_choose_first_where_not_all_find_room():
    jobs = [(1, 30), (2, 35), (3, 25), (4, 30)]
    assert times(jobs, [(0, 60), (100, 160)]) == {2: 0, 1: 100, 4: 130, 3: 35}


def test_what_fits_nowhere_is_left_out():
    assert times([(1, 30), (2, 90)], [(540, 600)]) == {1: 540}
    assert times([(1, 30)], []) == {}


spans = st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True).map(
    lambda ends: [tuple(pair) for pair in zip(*[iter(sorted(ends)[: len(ends) // 2 * 2])] * 2, strict=True)]
)
jobs = st.lists(st.integers(1, 90), max_size=8).map(lambda sizes: list(enumerate(sizes, start=1)))


@given(jobs, spans)
def test_no_two_jobs_meet_and_none_leaves_the_hours(jobs, spans):
    found = times(jobs, spans)
    minutes = dict(jobs)
    pieces = sorted((start, start + minutes[number]) for number, start in found.items())
    assert all(any(first <= a and b <= last for first, last in spans) for a, b in pieces)
    assert all(one[1] <= other[0] for one, other in zip(pieces, pieces[1:], strict=False))
