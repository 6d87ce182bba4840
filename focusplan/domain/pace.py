"""How far work is that takes longer than a moment: whoever waits is told, and may end it by raising."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[int, int], None]
"""Hears how much of the whole is done, and may end the work by raising. A window may go on living meanwhile;
where it is called inside a unit of work, what it raises takes everything back."""


def quiet(_done: int, _whole: int) -> None:
    """Nobody waits."""


def stretch(tell: Tell, first: int, last: int) -> Tell:
    """What one part of the work tells, when it takes the whole from `first` to `last` per cent."""

    def told(done: int, whole: int) -> None:
        tell(first * 100 + (last - first) * 100 * min(done, whole) // max(1, whole), 10_000)

    return told
