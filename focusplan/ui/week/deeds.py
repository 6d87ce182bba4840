"""What can be done with a job: the page hands these to its rows, which know nothing of services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from focusplan.answers import Job


@dataclass(frozen=True, slots=True)
class Deeds:
    """One call for each thing a person can do with a job. `took` also ticks a job that is not done yet;
    `unfold` remembers that a job's details are shown; `close_week` begins closing the week shown; `answer`
    opens the question that a job asks; `start` starts the clock on a job. Of a
    post: `share` makes it someone else's, `check` sets one of the two ticks before it, `also` notes a network
    it was also used on. `names` are the people who help; `hand_over` gives a job to one of them, `someone`
    asks for a new name; `part` asks what a part took; `drag` begins to drag a job to another day."""

    tick: Callable[[Job, bool], object]
    took: Callable[[Job, int], object]
    move: Callable[[Job, date], object]
    put_off: Callable[[Job], object]
    drop: Callable[[Job], object]
    shorten: Callable[[Job, int], object]
    split: Callable[[Job], object]
    unfold: Callable[[Job, bool], object]
    close_week: Callable[[], object]
    answer: Callable[[Job], object]
    start: Callable[[Job], object]
    share: Callable[[Job, bool], object]
    check: Callable[[Job, str, bool], object]
    also: Callable[[Job, str], object]
    names: Callable[[], tuple[str, ...]]
    hand_over: Callable[[Job, str], object]
    someone: Callable[[Job], object]
    part: Callable[[Job], object]
    drag: Callable[[QWidget, Job], object]
