"""Trying things: one change for four weeks, and two versions held against each other. No early winner."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from focusplan.domain.statistics import LEVEL, fisher, needed, split_chance
from focusplan.domain.weeks import Week

MEASURES = ("enquiries", "customers", "received")
"""What a trial can be measured by: events that can be counted a week."""
TRIAL_WEEKS = 4
LOOK_BACK = 12
"""Weeks before a trial among which the four known ones are looked for."""
LONGEST = 26
"""Weeks a comparison may take; one that needs longer is no answer for a small business."""
DECISIONS = ("keep", "drop")


@dataclass(frozen=True, slots=True)
class Trial:
    """`change` is what is tried on a network and `measure` what it is judged by, both said before `first`,
    the first of its weeks. `decided` is keep, drop or empty."""

    id: int
    network: str
    change: str
    measure: str
    first: Week
    made_on: date
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Events before and during, each over so many weeks whose figures are known. `verdict`: running, unknown
    (no figures on one side), more, fewer or cannot_tell; `last` is the trial's last week."""

    last: Week
    before: int
    before_weeks: int
    during: int
    during_weeks: int
    verdict: str


def trial_weeks(trial: Trial, paused: Collection[Week]) -> tuple[Week, ...]:
    """Its four weeks; paused ones are not counted."""
    found: list[Week] = []
    week = trial.first
    while len(found) < TRIAL_WEEKS:
        if week not in paused:
            found.append(week)
        week = week + 1
    return tuple(found)


def outcome(
    trial: Trial, figures: Mapping[Week, int | None], paused: Collection[Week], present: Week
) -> Outcome:
    """How it stands; what came of it is judged only once its last week has ended. `figures` are the measure's
    by week, None where unknown."""
    weeks = trial_weeks(trial, paused)
    earlier = [trial.first - off for off in range(1, LOOK_BACK + 1)]
    before = [value for week in earlier if (value := figures.get(week)) is not None][:TRIAL_WEEKS]
    during = [value for week in weeks if (value := figures.get(week)) is not None]
    verdict = "running"
    if present > weeks[-1]:
        verdict = _verdict(before, during)
    return Outcome(weeks[-1], sum(before), len(before), sum(during), len(during), verdict)


def _verdict(before: list[int], during: list[int]) -> str:
    if not before or not during:
        return "unknown"
    share = len(during) / (len(during) + len(before))
    if split_chance(sum(during), sum(before), share) >= LEVEL:
        return "cannot_tell"
    return "more" if sum(during) / len(during) > sum(before) / len(before) else "fewer"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of something, `first` and `other`. `of_thousand` act on what is shown now, `hoped` would
    have to, both per thousand; `need` of each were planned for. `ended`: the owner stopped it."""

    id: int
    network: str
    first: str
    other: str
    counts: str
    of_thousand: int
    hoped: int
    need: int
    made_on: date
    first_seen: int = 0
    first_hits: int = 0
    other_seen: int = 0
    other_hits: int = 0
    ended: bool = False

    @property
    def complete(self) -> bool:
        """Whether as many of each were counted as planned."""
        return min(self.first_seen, self.other_seen) >= self.need


def plan_for(of_thousand: int, hoped: int) -> int | None:
    """How many of each it takes to tell these shares (per thousand) apart; None when they are the same."""
    return needed(of_thousand / 1000, hoped / 1000)


def weeks_for(need: int, a_week: int | None) -> int | None:
    """In how many weeks both versions were seen often enough, at so many a week; None when not known."""
    return math.ceil(2 * need / a_week) if a_week else None


def judged(comparison: Comparison) -> tuple[str, float | None]:
    """What can be said, and how likely so large a difference is by chance: `waiting` until as many were
    counted as planned, `cannot_tell` also when it was stopped before; else `first` or `other`."""
    one = comparison
    if not one.complete:
        return ("cannot_tell" if one.ended else "waiting"), None
    chance = fisher(one.first_hits, one.first_seen, one.other_hits, one.other_seen)
    if chance >= LEVEL:
        return "cannot_tell", chance
    ahead = one.first_hits * one.other_seen > one.other_hits * one.first_seen
    return ("first" if ahead else "other"), chance
