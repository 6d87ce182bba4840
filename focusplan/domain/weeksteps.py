"""A step within a week: its parts, how much of it is left, and the numbers of the parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from focusplan.domain.weekclaims import Claim, PlanInput, StepNeed, never_moves, nth
from focusplan.domain.weekitems import SMALLEST_PART, Item, cut, step_of, ticked

SHORTENED = "shortened"
"""Note of an item the owner made shorter: the rest of the job is not planned any more."""


@dataclass(slots=True)
class StepRoad:
    """`rest`: minutes not placed yet. `waiting`: items of this week that have not been placed again yet.
    `later`: the owner put it off or let it go this week, or there is no room, so no further part is planned.
    `stands`: the owner placed a part of it by hand. `keys`: undone parts of this week, in order."""

    need: StepNeed
    sitting: int
    rest: int
    waiting: list[Item]
    used: int
    later: bool = False
    stands: bool = False
    keys: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, need: StepNeed, given: PlanInput) -> StepRoad:
        """The step as the week's items leave it."""
        mine = [item for item in given.items if item.kind == "step" and step_of(item.key) == need.step]
        mine.sort(key=lambda item: (len(item.key), item.key))
        undone = [item for item in mine if not ticked(item)]
        by_hand = [item for item in undone if never_moves(item, given.boundaries)]
        rest = need.minutes - need.minutes_done
        if rest <= 0 and not undone:
            rest = need.minutes  # it was opened again after all its parts had been done
        rest -= sum(item.minutes for item in by_hand)
        return cls(
            need=need,
            sitting=given.boundaries.longest_sitting,
            rest=0 if any(item.note == SHORTENED for item in mine) else max(0, rest),
            waiting=[item for item in undone if item not in by_hand],
            used=len(mine),
            later=any(item.dropped or item.day is None for item in by_hand),
            stands=any(item.day is not None and not item.dropped for item in by_hand),
            keys=[item.key for item in by_hand if not item.dropped],
        )

    def next_claim(self, fitting: Callable[[], int]) -> Claim | None:
        """What to place next: an item that stands, else the next part, made smaller where only a smaller
        one fits. `fitting` gives the longest job there is room for."""
        if self.waiting:
            item = self.waiting[0]
            return self._claim(item.key, min(item.minutes, self.sitting))
        if self.later or self.rest <= 0:
            return None
        size = cut(max(self.rest, min(self.need.minutes, SMALLEST_PART)), self.sitting)[0]
        room = fitting()
        if room < size:
            size = room // 5 * 5 if self.need.minutes > SMALLEST_PART else 0
            if size < SMALLEST_PART:
                return None
        return self._claim(nth(self.need.step, self.used + 1), size)

    @property
    def settled(self) -> bool:
        """Whether this week has it already, or the owner let it go for this week."""
        return bool(self.waiting) or self.stands or self.later

    def placed(self, claim: Claim, item: Item | None, known: bool) -> None:
        """Take note of where the claim went. A known item without room waits for another week."""
        if known:
            self.waiting.pop(0)
        else:
            self.used += 1
        self.keys.append(claim.key)
        self.rest = max(0, self.rest - claim.minutes)
        if item is None:
            self.later = True

    def numbered(self, item: Item) -> Item:
        """The item with its part counted anew: of the parts ticked, those of this week, those to come."""
        if item.key not in self.keys:
            return item
        order = sorted(self.keys, key=lambda key: (len(key), key))
        to_come = len(cut(max(self.rest, SMALLEST_PART), self.sitting)) if self.rest else 0
        parts = self.need.parts_done + len(order) + to_come
        return replace(item, part=self.need.parts_done + order.index(item.key) + 1, parts=parts)

    def _claim(self, key: str, minutes: int) -> Claim:
        return Claim(key, "step", self.need.network, minutes, carried=self.need.carried)
