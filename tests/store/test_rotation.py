"""Which copies stay, for any history and any clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from focusplan.store.rotation import near_empty, stays

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
moments = st.lists(
    st.integers(0, 900 * 24).map(lambda hours: START + timedelta(hours=hours)), min_size=1, unique=True
)


def lived(days: int, off: int = 0) -> tuple[set[datetime], datetime]:
    """A copy a day for so many days, thinned out each time; the clock is `off` days wrong."""
    kept: set[datetime] = set()
    now = START
    for day in range(days):
        now = START + timedelta(days=day + off)
        kept = stays(kept | {now}, now)
    return kept, now


@given(moments, st.integers(-800, 800))
def test_the_newest_stays_and_never_none(history: list[datetime], off: int) -> None:
    kept = stays(history, max(history) + timedelta(days=off))
    assert max(history) in kept
    assert kept <= set(history)


@given(moments)
def test_all_of_the_last_two_days_stay(history: list[datetime]) -> None:
    newest = max(history)
    assert {at for at in history if at > newest - timedelta(days=2)} <= stays(history, newest)


@given(moments)
def test_thinning_again_changes_nothing(history: list[datetime]) -> None:
    kept = stays(history, max(history))
    assert stays(kept, max(history)) == kept


def test_days_weeks_and_months_are_covered_after_a_long_life() -> None:
    kept, now = lived(400)
    ages = {(now - at).days for at in kept}
    assert set(range(12)) <= ages
    assert len(kept) <= 12 + 10 + 9
    for week in range(9):
        assert any(7 * week <= age < 7 * week + 14 for age in ages)
    assert len({(at.year, at.month) for at in kept}) == 9


def test_weeks_under_a_clock_two_years_ahead_push_out_no_true_copy() -> None:
    kept, now = lived(100)
    for day in range(40):
        wrong = now + timedelta(days=730 + day)
        kept = stays(kept | {wrong}, wrong)
    for day in range(1, 30):
        kept = stays(kept | {now + timedelta(days=day)}, now + timedelta(days=day))
    true = {at for at in kept if at < now + timedelta(days=100)}
    assert {now + timedelta(days=day) for day in range(18, 30)} <= true


def test_a_plan_that_rests_for_a_year_keeps_its_copies() -> None:
    kept, now = lived(30)
    assert len(stays(kept, now + timedelta(days=365))) == len(kept)


def test_near_empty_is_less_than_a_fifth() -> None:
    assert near_empty(19, [100, 3])
    assert not near_empty(20, [100, 3])
    assert not near_empty(0, [])
