"""What stands in a week: items with numbers that never change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from focusplan.domain.weeks import Week

ITEM_KINDS = ("close", "answer", "upkeep", "post", "step", "parked", "newsletter", "own")


@dataclass(frozen=True, slots=True)
class Item:
    """One job of a week. `key` is the step's id for a step, else a name stable within the week such as
    `instagram-post-2`. `day` None: the owner put it off ("later"), it belongs to no day of the week.
    `taken` is minutes, None when ticked without saying (the estimate counts then). `carried` counts the
    weeks it was left undone before. `by_hand`: placed by the owner. `title` only for `own` items.
    `dropped`: the owner let it go; its number stays taken. `void`: the tick is from a wrong clock."""

    id: int
    week: Week
    number: int
    key: str
    kind: str
    network: str | None
    day: date | None
    minutes: int
    part: int = 1
    parts: int = 1
    done: bool = False
    done_on: date | None = None
    done_at: datetime | None = None
    taken: int | None = None
    by_hand: bool = False
    person: str = ""
    carried: int = 0
    title: str = ""
    note: str = ""
    dropped: bool = False
    void: bool = False


SHARED = "shared"
"""Note of a post that is someone else's, with a sentence of one's own."""
SMALLEST_PART = 10
"""Minutes of a part of a longer step, at least."""
LEFT_OFTEN = 2
"""Left undone so many weeks, the next time splitting, shortening or dropping is offered."""


def step_of(key: str) -> str:
    """The step's id of a step item's key: `id#2` is the second item of that step in a week."""
    return key.partition("#")[0]


def cut(minutes: int, sitting: int) -> tuple[int, ...]:
    """The parts of a job none of which is longer than the longest sitting: about equal, in fives, none under
    SMALLEST_PART, so that the parts may come to a little more than the job."""
    if minutes <= sitting:
        return (minutes,)
    count = -(-minutes // sitting)
    base, more = divmod(-(-minutes // 5), count)
    return tuple(max(SMALLEST_PART, 5 * (base + (place < more))) for place in range(count))


def shares(minutes: int, count: int) -> tuple[int, ...]:
    """So many sittings of about equal length, in fives where that is possible, that add up to the minutes."""
    count = max(1, min(count, minutes))
    step = 5 if minutes >= 5 * count else 1
    base, more = divmod(minutes // step, count)
    sizes = [step * (base + (place < more)) for place in range(count)]
    sizes[-1] += minutes - sum(sizes)
    return tuple(sizes)


def stands(item: Item) -> bool:
    """Whether the item has a place in its week: on a day, and not let go."""
    return item.day is not None and not item.dropped


def planned_minutes(items: Iterable[Item]) -> int:
    """The owner's minutes of a week's plan. What came up (`own`) stands outside the budget and is not among
    them, nor is what somebody else does."""
    return sum(own_minutes(item) for item in items if stands(item) and item.kind != "own")


def own_minutes(item: Item) -> int:
    """What a job asks of the owner's time: nothing where it is somebody else's."""
    return 0 if item.person else item.minutes


def ticked(item: Item) -> bool:
    """Whether the tick counts."""
    return item.done and not item.void


def minutes_taken(items: Iterable[Item]) -> int:
    """The owner's minutes of the ticked items: what was said, else the estimate. Work that was handed to
    somebody keeps its goals and its own minutes; it is none of the owner's time."""
    return sum(
        item.minutes if item.taken is None else item.taken
        for item in items
        if ticked(item) and not item.person
    )


def adds_a_post(item: Item) -> bool:
    """Whether its tick adds a post: a post in several sittings counts with its last part."""
    return item.kind == "post" and item.part == item.parts
