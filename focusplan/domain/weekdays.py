"""The days of one week's plan: how much room each has, and which day suits a job best."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.weekclaims import Claim, PlanInput
from focusplan.domain.weekitems import Item, own_minutes, stands, step_of
from focusplan.domain.weekrooms import DayRoom, spread

FULL_DAY = 2
"""On few days, a day holds about so many of the longest sittings before another day is used."""


@dataclass(slots=True)
class Days:
    """`left`: minutes of the budget that are not planned yet. `chosen`: the days that are filled first."""

    rooms: dict[date, DayRoom]
    left: int
    given: PlanInput
    chosen: tuple[date, ...] = ()
    last: dict[str, date] = field(default_factory=dict)
    """The day of the latest placed part of a longer job, so that its parts stand in order."""
    whole: DayRoom | None = None
    """Today with its hours that have passed: what stands there already may stay until the day is over."""

    @classmethod
    def of(cls, given: PlanInput, fixed: Iterable[Item]) -> Days:
        """The days from today on, with what never moves standing on them.

        What the owner put off or let go keeps its minutes of the budget: nothing springs up in its place.
        """
        rooms = {
            day: DayRoom.of(day, given.boundaries.spans(day), given.begins_at if day == given.today else 0)
            for day in given.allowed
            if day >= given.today
        }
        days = cls(rooms, given.limit, given)
        if given.begins_at:
            days.whole = DayRoom.of(given.today, given.boundaries.spans(given.today))
        for item in fixed:
            if item.kind != "own":
                days.left -= own_minutes(item)
            if stands(item) and item.day in rooms:
                days._stand(item.day, own_minutes(item), item.network if item.kind == "post" else None)
        return days

    def choose(self, demand: int) -> None:
        """Which days are filled first: few, evenly spread and with the last among them, or most of them."""
        days = tuple(sorted(self.rooms))
        boundaries, active = self.given.boundaries, self.given.active
        if boundaries.spread == "most_days" or not days:
            self.chosen = days
            return
        posts = active.posts if active else 0
        sittings = active.answer_sittings if active and active.answer_minutes else 0
        count = max(1, -(-demand // (FULL_DAY * boundaries.longest_sitting)), posts, sittings)
        while count < len(days) and sum(self.rooms[days[n]].left for n in spread(len(days), count)) < demand:
            count += 1
        standing = {item.day for item in self.given.items if item.day in self.rooms and not item.dropped}
        self.chosen = tuple(sorted(standing | {days[n] for n in spread(len(days), count)}))

    def fitting(self) -> int:
        """The longest job there is room for."""
        return min(self.left, max((room.largest for room in self.rooms.values()), default=0))

    def hold_all(self, claims: Iterable[Claim]) -> bool:
        """Whether all of these have room together."""
        trial = deepcopy(self)
        return all(trial.place(claim, None) is not None for claim in claims)

    def place(self, claim: Claim, standing: date | None) -> date | None:
        """The day a claim gets, its time taken there: the day it stands on if that can hold it, else the
        best one; None without room."""
        cost = self.given.cost(claim.kind, claim.key, claim.minutes)
        if claim.kind != "own" and cost > self.left:
            return None
        held = self.given.held if claim.kind == "post" else ()
        able = [room for room in self.rooms.values() if room.day not in held]
        fitting = [room for room in able if room.largest >= cost]
        mine = next((room for room in able if room.day == standing), None)
        stays = mine if mine is not None and self._keeps(mine, cost) else None
        if stays is None and not fitting:
            return None
        day = (stays or self._best(claim, fitting)).day
        if claim.kind != "own":
            self.left -= cost
        self._stand(day, cost, claim.network if claim.kind == "post" else None)
        if claim.kind in ("post", "step"):
            self.last[step_of(claim.key)] = day
        return day

    def _keeps(self, room: DayRoom, minutes: int) -> bool:
        """Whether what stands on this day may stay there."""
        if self.whole is not None and room.day == self.whole.day:
            return self.whole.largest >= minutes
        return room.largest >= minutes

    def _stand(self, day: date, minutes: int, post_of: str | None) -> None:
        self.rooms[day].take(minutes)
        if self.whole is not None and day == self.whole.day:
            self.whole.take(minutes)
        if post_of is not None:
            self.rooms[day].posts.add(post_of)

    def _best(self, claim: Claim, fitting: list[DayRoom]) -> DayRoom:
        """The best of the days that can hold a claim, the chosen days before the others."""
        rooms = [room for room in fitting if room.day in self.chosen] or fitting
        if claim.kind == "close":
            return max(fitting, key=lambda room: room.day)
        if claim.kind == "post" and claim.part == 1:
            rooms = self._away_from_posts(claim, fitting, rooms)
        if claim.carried and claim.part == 1:
            return min(rooms, key=lambda room: room.day)
        if claim.places > 1 and claim.part == 1:
            return self._in_rhythm(claim, rooms)
        after = self.last.get(step_of(claim.key), date.min)
        in_order = [room for room in rooms if room.day >= after] or rooms
        return min(in_order, key=lambda room: (room.used, room.day))

    def _away_from_posts(self, claim: Claim, fitting: list[DayRoom], rooms: list[DayRoom]) -> list[DayRoom]:
        """The days without a post of the network, where there are any."""
        free = [room for room in rooms if claim.network not in room.posts]
        return free or [room for room in fitting if claim.network not in room.posts] or rooms

    def _in_rhythm(self, claim: Claim, rooms: list[DayRoom]) -> DayRoom:
        """The day nearest to the sitting's place in the week."""
        days = self.chosen or tuple(sorted(self.rooms))
        ideal = days[spread(len(days), claim.places)[min(claim.place, len(days) - 1)]]
        return min(rooms, key=lambda room: (abs((room.day - ideal).days), room.used, room.day))
