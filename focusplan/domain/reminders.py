"""When the owner is reminded: in their own hours only, once in each, and only while something is left to do.

Nothing is due in protected time, on a public holiday, in a paused week, once the day's jobs are done, or when
the rest of the allowed time is too short for the shortest of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from focusplan.domain.boundaries import Span


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder: the allowed time it belongs to, in minutes since midnight, and what is left for today."""

    start: int
    end: int
    jobs: int
    minutes: int


def due(
    minute: int, spans: Iterable[Span], left: Sequence[int], *, silent: bool = False,
    told: Collection[int] = (),
) -> Due | None:
    """What to remind of at this minute of the day, or None. `left`: minutes of each open job of today;
    `silent`: a holiday or a paused week; `told`: beginnings of the spans that were reminded of already."""
    if silent or not left:
        return None
    for start, end in spans:
        if start <= minute < end and start not in told and end - minute >= min(left):
            return Due(start, end, len(left), sum(left))
    return None


def next_look(minute: int, spans: Iterable[Span]) -> int | None:
    """The minute of the day at which something may become due next: now inside allowed time, else the next
    beginning of one; None when there is none left today."""
    for start, end in spans:
        if minute < end:
            return max(minute, start)
    return None
