"""Which automatic copies stay: a pure function of the moments they were made at.

Copies thin out with age: every one of the last two days, then one a day, a week and a month, each as long as
there are enough distinct ones. Counting distinct days instead of looking back from today makes it right for a
plan that rests for months and for a clock that is years off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
DAILY = 12
WEEKLY = 10
MONTHLY = 9
NEAR_EMPTY = 5
"""A copy with less than one in so many rows of the fullest one replaces nothing."""

_BUCKETS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAILY, lambda at: (at.year, at.month, at.day)),
    (WEEKLY, lambda at: tuple(at.isocalendar()[:2])),
    (MONTHLY, lambda at: (at.year, at.month)),
)


def stays(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """The moments whose copies stay. Copies from the future, made under a wrong clock, are thinned by
    themselves, so that they push out none of the others. Never empty while there is any copy."""
    present: list[datetime] = []
    future: list[datetime] = []
    for at in sorted(set(moments), reverse=True):
        (future if at > now + timedelta(days=1) else present).append(at)
    return _thinned(present) | _thinned(future)


def _thinned(moments: list[datetime]) -> set[datetime]:
    """`moments` come newest first."""
    if not moments:
        return set()
    kept = {at for at in moments if at > moments[0] - ALL_FOR}
    for most, bucket in _BUCKETS:
        newest: dict[tuple[int, ...], datetime] = {}
        for at in moments:
            newest.setdefault(bucket(at), at)
        kept.update(list(newest.values())[:most])
    return kept


def near_empty(rows: int, others: Iterable[int]) -> bool:
    """Whether a copy with so many rows is suspiciously small beside the others."""
    return rows * NEAR_EMPTY < max(others, default=0)
