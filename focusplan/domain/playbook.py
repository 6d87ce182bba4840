"""A playbook: the catalogue's road for one network, as data. Read and checked by `focusplan.playbooks`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

STAGES = ("prepare", "set_up", "listen", "publish", "converse", "measure")
"""The six parts of every road, in the order they are walked."""

EXTRA_STAGES = ("deepen", "wind_down")
"""Further steps of a mastered network, and the three steps after closing an active one."""

NETWORKS = (
    "google_business", "facebook", "instagram", "linkedin", "x", "tiktok", "youtube", "pinterest",
    "whatsapp", "threads", "bluesky", "nextdoor", "mastodon", "newsletter",
)  # fmt: skip
"""The networks whose playbooks are shipped; an owner may add others."""
OWN_NAME_LENGTH = 40
_OWN_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NOT_OWN = (
    "shared", "playbooks", "way", "close", "own", "parked", "answer", "upkeep", "post", "step", "routine",
)  # fmt: skip
"""Names that mean something else where ids of networks stand."""

YARDSTICK = "newsletter"
"""The channel the networks are measured against; its states are none, later, beside and retired only."""

COVERS = (
    "two_step", "second_person", "recovery", "notifications", "away", "first_screen", "stranger",
)  # fmt: skip
"""Safe access and calm: what some step of every road has to bring about. The first and the third must be
required steps."""

GOAL_KINDS = {"posts": "habit", "answers": "response", "enquiries": "outcome", "upkeep": "upkeep"}
"""Kind of each goal id. `upkeep` is a habit of mastered networks only."""


def taken(name: str) -> bool:
    """Whether FocusPlan itself uses this name, so that no playbook of an owner's own can have it."""
    return name in NETWORKS or name in _NOT_OWN


def may_be_own(name: str) -> bool:
    """Whether a playbook of an owner's own can have this id."""
    return len(name) <= OWN_NAME_LENGTH and _OWN_NAME.fullmatch(name) is not None and not taken(name)


@dataclass(frozen=True, slots=True)
class Words:
    """What a person reads about one step or routine job, in one language. `how` holds two to five lines."""

    title: str
    why: str = ""
    how: tuple[str, ...] = ()
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One manageable task of a road. `minutes` 5 to 60; `stage` one of STAGES or EXTRA_STAGES; `covers` one
    of COVERS or empty."""

    id: str
    stage: str
    minutes: int
    required: bool
    covers: str = ""


@dataclass(frozen=True, slots=True)
class GoalSpec:
    """What a network must hold, with the bounds an owner may move `target` in.

    A habit, response or upkeep goal is held when k of the last n active weeks met the target; for an
    outcome k is None and the sum over the last n active weeks counts. `default` is None for an outcome
    (the owner sets it after the baseline). `hours`: answer within, for responses; None elsewhere.
    Targets: habit = posts a week; response = hours to answer within (lower is harder);
    outcome = results over n weeks; upkeep = posts a week.
    """

    id: str
    kind: str
    k: int | None
    n: int
    default: int | None
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Routine:
    """Recurring work of an active network: minutes of one post, of all answering in a week, and how often.

    `answer_sittings`: on how many days the answering is spread when the hours allow it.
    `post_every_weeks`: 1 for weekly rhythms, 2 for fortnightly ones.
    `watch_minutes`: looking for one's own name, every second week, taken from the answering time.
    """

    post_minutes: int
    answer_minutes: int
    answer_sittings: int = 2
    post_every_weeks: int = 1
    watch_minutes: int = 5


@dataclass(frozen=True, slots=True)
class Limit:
    """What a field or picture of the platform may hold. `kind` is `characters` (`most`) or `pixels`
    (`width` x `height`, the size to prepare). `seen`: `official` (the platform's own words), `secondary`
    (lists by others) or `unchecked`; the owner may overwrite every one."""

    id: str
    kind: str
    checked_on: date
    seen: str
    most: int = 0
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Playbook:
    """The road of one network. `written` is False where only id, name and fit exist yet. `countries`: where
    it is offered, by two letters, everywhere when empty. `builds_on`: the network whose account it needs."""

    id: str
    name: str
    version: int = 0
    checked_on: date | None = None
    written: bool = False
    slow: bool = False
    start_minutes: int = 0
    upkeep_minutes: int = 0
    weeks: int = 0
    steps: tuple[Step, ...] = ()
    goals: tuple[GoalSpec, ...] = ()
    routine: Routine | None = None
    fit: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    countries: tuple[str, ...] = ()
    builds_on: str = ""

    def steps_of(self, stage: str) -> tuple[Step, ...]:
        """The steps of one stage, in the order they are walked."""
        return tuple(step for step in self.steps if step.stage == stage)

    def goal(self, goal_id: str) -> GoalSpec | None:
        """The goal with this id, or None."""
        return next((goal for goal in self.goals if goal.id == goal_id), None)

    def words_of(self, key: str, language: str) -> Words:
        """Words of a step id or of `routine.post`, `routine.answer`, `routine.watch`, `routine.upkeep`,
        `routine.invite`; English where a language is missing, a bare title where all are."""
        for lang in (language, "en"):
            found = self.words.get(lang, {}).get(key)
            if found is not None:
                return found
        return Words(title=key)

    def text(self, key: str, language: str) -> str:
        """A single sentence such as `suits`, `asks`, `needs`, `fit.restaurant`, `numbers.reach` or
        `criticism.hide`; empty where there is none."""
        for lang in (language, "en"):
            found = self.texts.get(lang, {}).get(key)
            if found is not None:
                return found
        return ""
