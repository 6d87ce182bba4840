"""The jobs of a way within a week: what comes every week, and so many of the others as a week brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from focusplan.domain.weekclaims import PlanInput, PlanNote
from focusplan.domain.weeksteps import StepRoad


@dataclass(frozen=True, slots=True)
class WayRoads:
    """`left`: how many of `once` this week still takes."""

    weekly: list[StepRoad]
    once: list[StepRoad]
    left: int

    @property
    def all(self) -> list[StepRoad]:
        """Every job of the way that is open this week."""
        return [*self.weekly, *self.once]

    @property
    def expected(self) -> list[StepRoad]:
        """Those whose time is to be reckoned with."""
        return [*self.weekly, *self.once[: max(0, self.left)]]


def roads(given: PlanInput) -> WayRoads:
    """The way's open jobs as the week's items leave them; none where the plan is to start."""
    if given.way is None:
        return WayRoads([], [], 0)
    weekly = [StepRoad.of(need, given) for need in given.way.weekly]
    once = [StepRoad.of(need, given) for need in given.way.once]
    once.sort(key=lambda road: not road.settled)
    return WayRoads(weekly, once, given.way.left)


def place(ways: WayRoads, one_part: Callable[[StepRoad], bool]) -> list[PlanNote]:
    """Place what this week brings, each job with all its parts that fit: what stands in the week already,
    then the others in order, passing over what is too long for the time there is."""
    anything = False
    for road in ways.weekly:
        anything = _all_of(road, one_part) or anything
    left = ways.left
    for road in ways.once:
        if left <= 0 and not road.settled:
            break
        placed = _all_of(road, one_part)
        left -= placed
        anything = anything or placed
    return [PlanNote("no_way_job")] if ways.expected and not anything else []


def _all_of(road: StepRoad, one_part: Callable[[StepRoad], bool]) -> bool:
    """Place every part of it there is room for; whether this week has something of it."""
    here = road.settled
    while one_part(road):
        here = True
    return here
