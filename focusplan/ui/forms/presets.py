"""Hours that suit most small businesses, sized to the budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from focusplan.domain.boundaries import Span

OPENS, CLOSES = 9 * 60, 18 * 60
_QUARTER = 15
_MOST = 4 * 60
_FEW, _MANY, _ONE = (0, 2, 4), (0, 1, 2, 3, 4), (2,)


def before_opening(budget: int, spread: str) -> dict[int, tuple[Span, ...]]:
    """The last stretch of the early morning."""
    return _on(spread, budget, lambda room: (OPENS - room, OPENS))


def after_closing(budget: int, spread: str) -> dict[int, tuple[Span, ...]]:
    """The first stretch of the evening."""
    return _on(spread, budget, lambda room: (CLOSES, CLOSES + room))


def one_morning(budget: int, spread: str) -> dict[int, tuple[Span, ...]]:
    """One weekday that is kept for it."""
    room = _rounded(budget)
    return dict.fromkeys(_ONE, ((OPENS, OPENS + room),))


def _on(spread: str, budget: int, span: Callable[[int], Span]) -> dict[int, tuple[Span, ...]]:
    days = _MANY if spread == "most_days" else _FEW
    room = _rounded(-(-budget // len(days)))
    return {day: (span(room),) for day in days}


def _rounded(minutes: int) -> int:
    """A little more than needed, in quarters of an hour; at least half an hour, at most four hours."""
    wanted = -(-minutes * 5 // (4 * _QUARTER)) * _QUARTER
    return min(_MOST, max(30, wanted))


def room(hours: Mapping[int, tuple[Span, ...]]) -> int:
    """Allowed minutes in the week."""
    return sum(end - start for spans in hours.values() for start, end in spans)
