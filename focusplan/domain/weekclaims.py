"""What asks for time in a week, in the order it is served; the planner gives it days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.boundaries import SMALLEST_BUDGET, Boundaries
from focusplan.domain.weekitems import Item, cut, shares, step_of
from focusplan.domain.weeks import Week

CLOSE_MINUTES = 10
"""Closing the week."""
GONE = "gone"
"""Note of an item that nothing asks for any more, such as one of a closed network. It comes back when asked
for again; what the owner let go does not."""


@dataclass(frozen=True, slots=True)
class ActiveNeed:
    """What the network being learnt asks for: posts this week (0 before its part Publish) and minutes of
    answering (0 before there is anything to answer)."""

    network: str
    posts: int = 0
    post_minutes: int = 0
    answer_minutes: int = 0
    answer_sittings: int = 1


@dataclass(frozen=True, slots=True)
class StepNeed:
    """An open step in road order. `parts_done` and `minutes_done`: parts ticked so far, with the minutes
    they were planned with. `carried`: weeks it was left undone."""

    step: str
    network: str | None
    minutes: int
    required: bool
    parts_done: int = 0
    minutes_done: int = 0
    carried: int = 0


@dataclass(frozen=True, slots=True)
class WayNeed:
    """The jobs of a way other than starting. `once`: those open, in order, of which this week takes as many
    as `left` says; `weekly`: those that come every week. `why`: `chosen`, or what makes the plan the minimal
    one: `budget`, `time` or `nothing_learnt`. `through`: no job is left but those that come every week."""

    way: str
    why: str
    left: int
    once: tuple[StepNeed, ...] = ()
    weekly: tuple[StepNeed, ...] = ()
    through: bool = False


@dataclass(frozen=True, slots=True)
class Care:
    """A network that runs well and the minutes its upkeep takes."""

    network: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanInput:
    """Everything a week's plan depends on.

    `items`: the week as stored. `parked`, `newsletter`: minutes. `posts_carried`: for each post left undone
    the week before, the weeks it was left undone. `own_carried`: what came up and was left undone.
    `half`: first week after a pause. `begins_on`: the first day of a plan that begins within the week.
    `held`: days on which no post may stand. `begins_at`: minute of `today` from which its time counts.
    `way`: None where the plan is to start and learn. `share`: per cent of the usual minutes in this week.
    `handed`: the weekly jobs that somebody else does, as `kind.key`.
    """

    week: Week
    today: date
    boundaries: Boundaries
    items: tuple[Item, ...] = ()
    active: ActiveNeed | None = None
    steps: tuple[StepNeed, ...] = ()
    mastered: tuple[Care, ...] = ()
    newsletter: int = 0
    parked: int = 0
    posts_carried: tuple[int, ...] = ()
    own_carried: tuple[Item, ...] = ()
    half: bool = False
    begins_on: date | None = None
    holidays: frozenset[date] = frozenset()
    held: frozenset[date] = frozenset()
    begins_at: int = 0
    way: WayNeed | None = None
    share: int = 100
    handed: frozenset[str] = frozenset()

    def cost(self, kind: str, key: str, minutes: int) -> int:
        """Minutes that a job asks of the owner: none where somebody else does it. It stays in the week, in
        the goals and on their sheet."""
        known = next((item for item in self.items if item.key == key), None)
        helped = bool(known.person) if known is not None else f"{kind}.{step_of(key)}" in self.handed
        return 0 if helped else minutes

    @property
    def allowed(self) -> tuple[date, ...]:
        """The days of the week on which something may be planned."""
        return self.boundaries.open_days(self.week.days, self.holidays)

    @property
    def minimal(self) -> bool:
        """Whether the budget only allows looking after what exists."""
        return self.boundaries.budget < SMALLEST_BUDGET

    @property
    def limit(self) -> int:
        """Minutes that may be planned: budget less reserve, less in a week that is planned smaller."""
        full = self.boundaries.plannable
        all_days = len(self.boundaries.open_days(self.week.days))
        limits = [full, full * self.share // 100]
        if self.half:
            limits.append(full // 2)
        if len(self.allowed) < all_days:
            limits.append(full * len(self.allowed) // all_days)
        if self.begins_on is not None and self.begins_on > self.week.monday and all_days:
            left = sum(1 for day in self.allowed if day >= self.begins_on)
            limits.append(full * left // all_days)
        return min(limits)


def never_moves(item: Item, boundaries: Boundaries) -> bool:
    """Whether planning leaves an item as it is: done, let go by the owner, or placed by hand (put off
    counts) unless that day has become protected since."""
    let_go = item.dropped and item.note != GONE
    return item.done or let_go or item.by_hand and (item.day is None or boundaries.room(item.day) > 0)


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that asks for a place: `place` of `places` sittings that are spread over the week."""

    key: str
    kind: str
    network: str | None
    minutes: int
    part: int = 1
    parts: int = 1
    carried: int = 0
    place: int = 0
    places: int = 1
    title: str = ""


@dataclass(frozen=True, slots=True)
class PlanNote:
    """Something to say about a week's plan; words are made elsewhere."""

    code: str
    values: Mapping[str, int | str] = field(default_factory=dict)


def close_claims(given: PlanInput) -> list[Claim]:
    """Closing the week, wherever there is anything to look back on."""
    anything = (
        given.active or given.mastered or given.parked or given.newsletter or given.steps or given.way
    )
    return [Claim("close", "close", None, CLOSE_MINUTES)] if anything else []


def answer_claims(given: PlanInput) -> list[Claim]:
    """Answering for the network being learnt, on as many days as its road and the owner's days allow."""
    need = given.active
    if need is None or not need.answer_minutes:
        return []
    days = max(1, len(given.boundaries.weekdays))
    wanted = need.answer_sittings
    if given.boundaries.spread == "most_days":
        wanted = max(wanted, need.answer_minutes // 5)
    key = f"{need.network}-answer"
    return _sittings(given, key, "answer", need.network, need.answer_minutes, min(wanted, days))


def upkeep_claims(given: PlanInput) -> list[Claim]:
    """The upkeep of each network that runs well."""
    return [
        claim
        for care in given.mastered
        for claim in _sittings(given, f"{care.network}-upkeep", "upkeep", care.network, care.minutes)
    ]


def newsletter_claims(given: PlanInput) -> list[Claim]:
    """One job for the newsletter beside."""
    return _sittings(given, "newsletter", "newsletter", "newsletter", given.newsletter)


def parked_claims(given: PlanInput) -> list[Claim]:
    """One job for all networks that are kept as they are."""
    return _sittings(given, "parked", "parked", None, given.parked)


def post_claims(given: PlanInput) -> list[tuple[Claim, ...]]:
    """Each wanted post with its parts; one that is done or placed by hand in one piece asks for nothing."""
    need = given.active
    if need is None or given.minimal:
        return []
    carried = sorted(given.posts_carried, reverse=True)
    settled = {item.key for item in given.items if item.parts == 1 and never_moves(item, given.boundaries)}
    posts = []
    for number in range(1, need.posts + 1):
        key = f"{need.network}-post-{number}"
        if key in settled:
            continue
        sizes = cut(need.post_minutes, given.boundaries.longest_sitting)
        weeks = carried[number - 1] if number <= len(carried) else 0
        posts.append(tuple(
            Claim(nth(key, part), "post", need.network, size, part, len(sizes), weeks, number - 1, need.posts)
            for part, size in enumerate(sizes, start=1)
        ))  # fmt: skip
    return posts


def own_claims(given: PlanInput) -> list[Claim]:
    """What came up in an earlier week and was left undone, and what was placed here for that reason."""
    known = {item.key for item in given.items}
    here = [item for item in given.items if item.kind == "own"]
    fresh = [item for item in given.own_carried if item.key not in known]
    return [
        Claim(item.key, "own", item.network, item.minutes, carried=item.carried, title=item.title)
        for item in [*here, *fresh]
    ]


def nth(key: str, part: int) -> str:
    """The key of the nth item of one job in a week."""
    return key if part == 1 else f"{key}#{part}"


def _sittings(
    given: PlanInput, key: str, kind: str, network: str | None, minutes: int, wanted: int = 1
) -> list[Claim]:
    """A recurring job in as many sittings as wanted, more where one would be too long; none for 0 minutes."""
    if minutes <= 0:
        return []
    count = max(wanted, -(-minutes // given.boundaries.longest_sitting))
    sizes = shares(minutes, count)
    whole = wanted > 1
    return [
        Claim(nth(key, place + 1), kind, network, size, 1 if whole else place + 1, 1 if whole else len(sizes),
              place=place, places=len(sizes))
        for place, size in enumerate(sizes)
    ]  # fmt: skip
