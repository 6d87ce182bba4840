"""The week plan: a pure function from what is needed and when the owner has time to the jobs of a week.

Everything is served in the order of product.md: closing the week, answering, upkeep, the newsletter, what is
kept as it is, the first post, one step, further posts, further steps. A job that stands keeps its day while
that day can hold it, so planning again moves nothing without need.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from focusplan.domain import weekclaims as claims
from focusplan.domain import weekways
from focusplan.domain.weekclaims import GONE, Claim, PlanInput, PlanNote, never_moves
from focusplan.domain.weekdays import Days
from focusplan.domain.weekitems import Item, adds_a_post, step_of
from focusplan.domain.weeksteps import StepRoad

_ORDER = {"own": 0, "answer": 1, "upkeep": 2, "newsletter": 3, "parked": 4, "post": 5, "step": 6, "close": 7}
"""Within a day, new items are numbered like this."""
_CARE = (claims.own_claims, claims.close_claims, claims.answer_claims, claims.upkeep_claims,
         claims.newsletter_claims, claims.parked_claims)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanResult:
    """The week's items by number, put off and let go ones among them, and what is to be said about them."""

    items: tuple[Item, ...]
    notes: tuple[PlanNote, ...] = ()


@dataclass(slots=True)
class Planner:
    """One run of the plan. `kept` are items as they will be, `fresh` the new ones without numbers."""

    given: PlanInput
    days: Days
    loose: dict[str, Item]
    kept: list[Item] = field(default_factory=list)
    fresh: list[Item] = field(default_factory=list)
    notes: list[PlanNote] = field(default_factory=list)

    def settle(self, claim: Claim) -> Item | None:
        """Give a claim its place: where it stands, else on the best day. None when there is no room; an
        item that stood somewhere is put off then."""
        known = self.loose.pop(claim.key, None)
        minutes = claim.minutes
        day = self.days.place(claim, known.day if known else None)
        if known is not None:
            item = replace(known, day=day, minutes=minutes, part=claim.part, parts=claim.parts, by_hand=False,
                           carried=max(known.carried, claim.carried), dropped=False,
                           note="" if known.note == GONE else known.note)  # fmt: skip
            self.kept.append(item)
            return item if day else None
        if day is None:
            return None
        item = Item(0, self.given.week, 0, claim.key, claim.kind, claim.network, day, minutes, claim.part,
                    claim.parts, carried=claim.carried, title=claim.title)  # fmt: skip
        self.fresh.append(item)
        return item


def plan_week(given: PlanInput) -> PlanResult:
    """The plan of a week; the same input always gives the same plan."""
    fixed, loose = _sorted_out(given)
    planner = Planner(given, Days.of(given, fixed), {item.key: item for item in loose}, list(fixed))
    roads = [] if given.minimal else [StepRoad.of(need, given) for need in given.steps]
    ways = weekways.roads(given)
    fixed_keys = {item.key for item in fixed}
    care = [
        claim
        for asking in _CARE
        for claim in asking(given)
        if claim.key not in fixed_keys
    ]
    posts = claims.post_claims(given)
    planner.days.choose(_demand(given, care, posts, [*roads, *ways.expected]))
    for claim in care:
        if planner.settle(claim) is None and planner.days.rooms:
            planner.notes.append(_left_out(claim))
    _place_posts(planner, posts[:1], fixed_keys)
    _place_first_step(planner, roads)
    unplaced = weekways.place(ways, lambda road: _one_part(planner, road))
    planner.notes += unplaced if planner.days.rooms else []
    _place_posts(planner, posts[1:], fixed_keys)
    _place_further_steps(planner, roads)
    return _result(planner, roads, ways.all)


def _sorted_out(given: PlanInput) -> tuple[list[Item], list[Item]]:
    """Items that are never moved (done, let go, placed by hand on a day that is allowed) and all others."""
    fixed = [item for item in given.items if never_moves(item, given.boundaries)]
    loose = [item for item in given.items if not never_moves(item, given.boundaries)]
    return fixed, loose


def _demand(
    given: PlanInput, care: Iterable[Claim], posts: Iterable[Iterable[Claim]], roads: Iterable[StepRoad]
) -> int:
    """Minutes asked for altogether, as far as the budget goes."""
    claimed = [*care, *(claim for group in posts for claim in group)]
    asked = sum(given.cost(claim.kind, claim.key, claim.minutes) for claim in claimed)
    return min(given.limit, asked + sum(road.rest for road in roads))


def _place_posts(planner: Planner, posts: Iterable[tuple[Claim, ...]], fixed: set[str]) -> None:
    """Posts whole or not at all: a first part without its second helps nobody."""
    for group in posts:
        open_parts = [claim for claim in group if claim.key not in fixed]
        known = any(claim.key in planner.loose for claim in open_parts)
        if known or planner.days.hold_all(open_parts):
            for claim in open_parts:
                planner.settle(claim)


def _place_first_step(planner: Planner, roads: list[StepRoad]) -> None:
    """One step or a part of one, the required ones before the others."""
    for road in _in_turn(roads):
        if road.need.required and (road.stands or _one_part(planner, road)):
            return


def _place_further_steps(planner: Planner, roads: list[StepRoad]) -> None:
    for road in _in_turn(roads):
        while _one_part(planner, road):
            pass


def _in_turn(roads: list[StepRoad]) -> list[StepRoad]:
    """What was left undone first, then required steps, then the others, each in road order."""
    return sorted(roads, key=lambda road: (not road.need.required, not road.need.carried))


def _one_part(planner: Planner, road: StepRoad) -> bool:
    """Place the next part of a step; False when nothing of it is left or there is no room."""
    claim = road.next_claim(planner.days.fitting)
    if claim is None:
        return False
    known = claim.key in planner.loose
    item = planner.settle(claim)
    road.placed(claim, item, known)
    return item is not None


def _left_out(claim: Claim) -> PlanNote:
    return PlanNote("no_room", {"kind": claim.kind, "network": claim.network or "", "minutes": claim.minutes})


def _result(planner: Planner, roads: list[StepRoad], ways: list[StepRoad]) -> PlanResult:
    """Numbers for the new items, parts counted anew, and everything there is to say."""
    given = planner.given
    gone = [replace(item, dropped=True, day=None, note=GONE) for item in planner.loose.values()]
    number = max((item.number for item in given.items), default=0)
    fresh = []
    for item in sorted(planner.fresh, key=lambda one: (one.day or date.max, _ORDER[one.kind])):
        number += 1
        fresh.append(replace(item, number=number))
    parts = {road.need.step: road for road in [*roads, *ways]}
    items = []
    for item in [*planner.kept, *gone, *fresh]:
        road = parts.get(step_of(item.key)) if item.kind == "step" else None
        items.append(road.numbered(item) if road else item)
    ordered = tuple(sorted(items, key=lambda item: item.number))
    return PlanResult(ordered, (*planner.notes, *_notes(planner, roads, ordered)))


def _notes(planner: Planner, roads: list[StepRoad], items: tuple[Item, ...]) -> list[PlanNote]:
    given = planner.given
    notes = []
    if given.way is not None:
        notes.append(PlanNote(f"way_{given.way.way}", {"why": given.way.why}))
        if given.way.through:
            notes.append(PlanNote("way_through", {"way": given.way.way}))
    elif given.minimal:
        notes.append(PlanNote("minimal", {"budget": given.boundaries.budget}))
    if given.share < 100:
        notes.append(PlanNote("smaller", {"minutes": given.limit}))
    if given.half:
        notes.append(PlanNote("half"))
    elif given.limit < given.boundaries.plannable and given.holidays:
        notes.append(PlanNote("holiday"))
    elif given.limit < given.boundaries.plannable:
        notes.append(PlanNote("first_week"))
    if given.held and given.active is not None and given.active.posts:
        notes.append(PlanNote("crisis"))
    room = sum(given.boundaries.room(day) for day in given.week.days)
    if room < given.boundaries.plannable:
        notes.append(PlanNote("hours_small", {"room": room, "plannable": given.boundaries.plannable}))
    notes.extend(_post_notes(planner, items))
    wanted = planner.days.rooms and any(road.need.required for road in roads)
    if wanted and not any(item.kind == "step" for item in items):
        notes.append(PlanNote("no_step"))
    put_off = sum(1 for item in items if item.day is None and not item.dropped and not item.by_hand)
    if put_off:
        notes.append(PlanNote("put_off", {"count": put_off}))
    return notes


def _post_notes(planner: Planner, items: tuple[Item, ...]) -> list[PlanNote]:
    """A goal the time does not hold (days that have passed are no such reason); several posts on one day."""
    given, need = planner.given, planner.given.active
    if need is None or given.minimal:
        return []
    posts = [item for item in items if adds_a_post(item)]
    standing = [item for item in posts if item.day is not None]
    notes = []
    asked = need.posts - sum(1 for item in posts if item.dropped or item.day is None and item.by_hand)
    missing = asked - len(standing)
    too_little = planner.days.left < need.post_minutes or given.today == given.week.monday
    if missing > 0 and too_little and given.limit == given.boundaries.plannable and not given.held:
        values = {"planned": len(standing), "wanted": need.posts, "minutes": missing * need.post_minutes}
        notes.append(PlanNote("fewer_posts", {"network": need.network, **values}))
    if len({item.day for item in standing}) < len(standing):
        notes.append(PlanNote("same_day", {"network": need.network}))
    return notes
