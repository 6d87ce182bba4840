"""What stands in a week: items with numbers that never change."""

from __future__ import annotations

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
