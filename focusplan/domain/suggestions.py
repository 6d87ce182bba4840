"""What the numbers suggest: each by one rule, with the figures it comes from. At most three are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from focusplan.domain.statistics import ENOUGH, apart, rate

ORDER = (
    "easier_target", "easier_upkeep", "close", "email", "hand_over", "change", "keep", "try",
)  # fmt: skip
"""What weighs most comes first."""
SHOWN = 3
MISSES, OF_WEEKS = 4, 8
LOOK = 8
"""Ended active weeks that keeping and changing go by."""
LONG_LOOK = 13
"""Weeks that closing and the newsletter go by; also how long something put away stays away."""
MEASURED = 4
"""Ended weeks of measured hours before they are held against a quote."""
FEW = 1
"""So many results at most in LOOK weeks of kept posts, and one thing may be changed."""
QUARTER = 13
FIRST_ASKED, FIRST_ASKED_SLOW = 13, 26
ONCE = ("easier_target",)


@dataclass(frozen=True, slots=True)
class Missed:
    """A goal and how many of its last counted weeks were not met; `eased`: an easier one was made already,
    `easiest`: there is none, `fits`: the newest two weeks were kept."""

    goal: str
    misses: int
    weeks: int
    eased: bool = False
    easiest: bool = False
    fits: bool = False

    @property
    def offers(self) -> bool:
        """Whether an easier goal is worth a word."""
        return self.misses >= MISSES and not (self.eased or self.easiest or self.fits)


@dataclass(frozen=True, slots=True)
class Spell:
    """Some ended active weeks of a network: how many, how many of them have their results known, the results
    of those and the minutes of those."""

    weeks: int = 0
    known: int = 0
    results: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """One network as the rules see it. `lately` are the last LOOK weeks since it publishes, `long` the last
    LONG_LOOK; `rhythm`: every habit and response goal holds; `upkeep`: kept weeks and the weeks asked, where
    it lapsed; `trying`: something is tried or was in the last quarter."""

    network: str
    state: str
    lately: Spell = field(default_factory=Spell)
    long: Spell = field(default_factory=Spell)
    rhythm: bool = False
    missed: tuple[Missed, ...] = ()
    upkeep: tuple[int, int] | None = None
    trying: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """All networks, the newsletter's long spell, and a month: the hours' worth (None without a value of the
    hour), the measured ended weeks behind it, and the quote with the talks it still takes."""

    networks: tuple[Look, ...]
    newsletter: Spell | None = None
    month: Decimal | None = None
    measured: int = 0
    quote: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`kind` is one of ORDER; `figures` are whole numbers, money in hundredths."""

    kind: str
    network: str = ""
    goal: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What it is put away under."""
        return ":".join(part for part in (self.kind, self.network, self.goal) if part)


@dataclass(frozen=True, slots=True)
class PutAway:
    """A suggestion the owner put away, with the reason and the figures it had."""

    id: str
    on: date
    reason: str
    figures: Mapping[str, int] = field(default_factory=dict)


def suggestions(picture: Picture) -> tuple[Suggestion, ...]:
    """All that hold, those that weigh most first. A network that may be closed is not also to be changed."""
    found: list[Suggestion] = []
    for look in picture.networks:
        found += _of_network(look)
        found += _email(look, picture.newsletter)
    found += _hand_over(picture)
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.kind), one.network, one.goal)))


def shown(
    found: Iterable[Suggestion], away: Mapping[str, PutAway], today: date
) -> tuple[Suggestion, ...]:
    """At most SHOWN, without those that were put away and have no cause to come back."""
    kept = [one for one in found if one.id not in away or comes_back(one, away[one.id], today)]
    return tuple(kept[:SHOWN])


def comes_back(one: Suggestion, away: PutAway, today: date) -> bool:
    """After a quarter, or once a figure differs by half of what it was and by two at least; what is offered
    once never does."""
    if one.kind in ONCE:
        return False
    if today >= away.on + timedelta(weeks=QUARTER):
        return True
    return any(_differs(value, away.figures.get(name)) for name, value in one.figures.items())


def _differs(now: int, then: int | None) -> bool:
    return then is None or abs(now - then) >= max(2, -(-then // 2))


def _of_network(look: Look) -> list[Suggestion]:
    found = [
        Suggestion("easier_target", look.network, one.goal, {"misses": one.misses, "weeks": one.weeks})
        for one in look.missed
        if look.state == "active" and one.offers
    ]
    if look.upkeep is not None:
        kept, weeks = look.upkeep
        found.append(Suggestion("easier_upkeep", look.network, "", {"kept": kept, "weeks": weeks}))
    return found + _of_results(look)


def _of_results(look: Look) -> list[Suggestion]:
    """Close, change, keep, try: the first that its rule allows, and trying beside keeping."""
    long, lately, name = look.long, look.lately, look.network
    if look.state not in ("active", "mastered", "parked"):
        return []
    if long.known >= LONG_LOOK and long.results == 0 and long.minutes:
        return [Suggestion("close", name, "", {"weeks": long.known, "minutes": long.minutes})]
    if look.state == "parked" or lately.known < LOOK:
        return []
    figures = {"weeks": lately.known, "results": lately.results, "minutes": lately.minutes}
    found: list[Suggestion] = []
    if look.rhythm and lately.results <= FEW:
        found.append(Suggestion("change", name, "", figures))
    elif look.rhythm and lately.results >= ENOUGH:
        found.append(Suggestion("keep", name, "", figures))
    if look.state == "active" and not look.trying:
        found.append(Suggestion("try", name, "", figures))
    return found


def _email(look: Look, newsletter: Spell | None) -> list[Suggestion]:
    """The newsletter brings more in an hour, so surely that the ranges don't touch."""
    if look.state != "active" or newsletter is None or not newsletter.minutes or not look.long.minutes:
        return []
    if look.long.known < LOOK:
        return []
    here = rate(look.long.results, look.long.minutes / 60)
    there = rate(newsletter.results, newsletter.minutes / 60)
    if not apart(here, there) or there.low < here.low:
        return []
    figures = {
        "results": look.long.results,
        "minutes": look.long.minutes,
        "email_results": newsletter.results,
        "email_minutes": newsletter.minutes,
    }
    return [Suggestion("email", look.network, "", figures)]


def _hand_over(picture: Picture) -> list[Suggestion]:
    if picture.month is None or picture.quote is None or picture.measured < MEASURED:
        return []
    if picture.month <= picture.quote:
        return []
    figures = {"month": int(picture.month * 100), "quote": int(picture.quote * 100)}
    return [Suggestion("hand_over", "", "", figures)]


def question_due(active_weeks: int, slow: bool, answered: int) -> int:
    """Which asking is due for a network that is being learnt: 1 after 13 (slow: 26) active weeks, then one
    more each quarter; 0 when none is. `answered` is the last one that was answered."""
    first = FIRST_ASKED_SLOW if slow else FIRST_ASKED
    if active_weeks < first:
        return 0
    number = 1 + (active_weeks - first) // QUARTER
    return number if number > answered else 0
