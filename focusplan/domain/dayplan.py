"""At what time of a day each of its jobs can be done: one after another within the allowed hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from focusplan.domain.boundaries import Span

Jobs = Sequence[tuple[int, int]]
"""The number and the minutes of each job, in order."""


def times(jobs: Jobs, spans: Sequence[Span]) -> Mapping[int, int]:
    """The minute of the day each job begins at, by its number. A job that fits into no span is left out.

    Jobs stand in their order, each in the first span with room for it; where not all find room so, the long
    ones choose first.
    """
    found = _in_turn(jobs, spans)
    if len(found) == len(jobs):
        return found
    other = _in_turn(sorted(jobs, key=lambda job: (-job[1], job[0])), spans)
    return other if len(other) > len(found) else found


def _in_turn(jobs: Jobs, spans: Sequence[Span]) -> dict[int, int]:
    free = [[start, end] for start, end in spans]
    found: dict[int, int] = {}
    for number, minutes in jobs:
        for span in free:
            if span[1] - span[0] >= minutes:
                found[number] = span[0]
                span[0] += minutes
                break
    return found
