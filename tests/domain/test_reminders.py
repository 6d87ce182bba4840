"""Reminders keep to the owner's hours, whatever the plan holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.reminders import Due, due, next_look

MORNING, AFTERNOON = (9 * 60, 12 * 60), (14 * 60, 17 * 60)
DAY = (MORNING, AFTERNOON)


@pytest.mark.parametrize(
    ("minute", "left", "silent", "told", "expected"),
    [
        (9 * 60, [15], False, (), Due(540, 720, 1, 15)),
        (9 * 60 - 1, [15], False, (), None),
        (10 * 60, [15, 20], False, (), Due(540, 720, 2, 35)),
        (12 * 60, [15], False, (), None),
        (13 * 60, [15], False, (), None),
        (14 * 60, [15], False, (540,), Due(840, 1020, 1, 15)),
        (9 * 60, [15], False, (540,), None),
        (9 * 60, [], False, (), None),
        (9 * 60, [15], True, (), None),
        (11 * 60 + 45, [15], False, (), Due(540, 720, 1, 15)),
        (11 * 60 + 46, [15], False, (), None),
        (11 * 60 + 46, [30, 10], False, (), Due(540, 720, 2, 40)),
    ],
    ids=["begins", "before", "within", "ended", "between", "second", "told", "done", "silent", "fits", "too late", "one fits"],
)
def test_what_is_due_when(minute, left, silent, told, expected):
    assert due(minute, DAY, left, silent=silent, told=told) == expected


def test_a_protected_day_is_silent_all_day():
    assert not any(due(minute, (), [5]) for minute in range(1440))


spans = st.lists(st.integers(0, 1440), min_size=0, max_size=6, unique=True).map(
    lambda edges: tuple(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)))  # fmt: skip
jobs = st.lists(st.integers(5, 60), max_size=6)


@given(st.integers(0, 1439), spans, jobs, st.booleans())
def test_nothing_is_due_outside_allowed_time_or_without_a_job(minute, hours, left, silent):
    found = due(minute, hours, left, silent=silent)
    if found is not None:
        assert left and not silent and (found.start, found.end) in hours
        assert found.start <= minute < found.end and minute + min(left) <= found.end
        assert (found.jobs, found.minutes) == (len(left), sum(left))


@given(spans, jobs)
def test_a_day_brings_at_most_one_reminder_for_each_of_its_hours(hours, left):
    told: list[int] = []
    for minute in range(1440):
        found = due(minute, hours, left, told=told)
        if found is not None:
            told.append(found.start)
    assert len(told) == len(set(told)) <= len(hours)


@given(st.integers(0, 1439), spans, jobs)
def test_looking_only_when_told_to_misses_nothing(minute, hours, left):
    look = next_look(minute, hours)
    before = range(minute, 1440 if look is None else look)
    assert not any(due(one, hours, left) for one in before)
    assert look is None or minute <= look < 1440
