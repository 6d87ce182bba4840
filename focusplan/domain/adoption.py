"""A network as this business uses it: its state, its steps and when its parts opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from focusplan.domain.evidence import FIGURES, Evidence
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.weeks import Week

STATES = ("none", "later", "parked", "active", "mastered", "retired", "beside")

MOVES = frozenset({
    ("none", "later"), ("later", "none"), ("none", "parked"), ("later", "parked"),
    ("none", "active"), ("later", "active"), ("parked", "active"), ("retired", "active"),
    ("active", "mastered"), ("active", "retired"), ("mastered", "retired"), ("parked", "retired"),
})  # fmt: skip
"""Every move but the take-back, which leads from active to the state before the start."""

YARDSTICK_MOVES = frozenset({
    ("none", "later"), ("later", "none"), ("none", "beside"), ("later", "beside"), ("retired", "beside"),
    ("beside", "retired"),
})  # fmt: skip

TAKE_BACK_DAYS = 7
TAKE_BACKS = 2
"""So many take-backs at most within TAKE_BACK_WEEKS weeks."""
TAKE_BACK_WEEKS = 13
WIND_DOWN_DAYS = 7
PARKED_MINUTES = 15
"""Minutes of a parked network where the owner names none."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """One run of a network; the newest of a network gives its state, older ones stay `retired`.

    `before` is the state a take-back returns to. `mastered_week` is the ended week that earned mastery,
    `mastered_on` the day it was recorded. `retired_on` stays None for a run that was taken back to
    `retired`. `version` is the playbook version the run began with. `id` 0 means not stored yet.
    `again_stage` is the stage taken again by the owner's wish (None: the first open one is walked).
    """

    id: int
    network: str
    state: str
    before: str = "none"
    started_on: date | None = None
    version: int | None = None
    mastered_week: Week | None = None
    mastered_on: date | None = None
    retired_on: date | None = None
    retired_from: str | None = None
    taken_back_on: date | None = None
    parked_minutes: int = 0
    note: str = ""
    reason: str = ""
    learnt: str = ""
    again_stage: str | None = None


@dataclass(frozen=True, slots=True)
class StepState:
    """A step of a run, copied from the playbook at the start. `done_on` is the local day it counts for
    (at most the end of the week it was ticked for), `made_on` the day it was ticked. `instead` is the
    sentence that closed a required step which can't be done here. `void`: from a wrong clock."""

    adoption: int
    step: str
    stage: str
    position: int
    required: bool
    minutes: int
    done_on: date | None = None
    made_on: date | None = None
    instead: str = ""
    void: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """A stage of a run and the day it opened; kept for good."""

    adoption: int
    stage: str
    day: date


@dataclass(frozen=True, slots=True)
class Pinned:
    """A playbook as it was when a run began: `body` is its JSON."""

    network: str
    version: int
    body: str


def may_move(network: str, old: str, new: str) -> bool:
    """Whether this move exists (the take-back aside); the newsletter has moves of its own."""
    return (old, new) in (YARDSTICK_MOVES if network == YARDSTICK else MOVES)


def take_back_until(run: Adoption) -> date | None:
    """The last day on which the start of this active run may be taken back; None for any other run."""
    if run.state != "active" or run.started_on is None:
        return None
    return run.started_on + timedelta(days=TAKE_BACK_DAYS)


def taken_back_lately(days: Iterable[date], today: date) -> int:
    """How many of these take-backs, over all networks, lie within the last TAKE_BACK_WEEKS weeks."""
    since = today - timedelta(weeks=TAKE_BACK_WEEKS)
    return sum(day > since for day in days)


def typed_since(run: Adoption, evidence: Iterable[Evidence], asked: date) -> bool:
    """Whether a week's figures were typed for this run since it began. The audience that the first start
    asked for (a row with nothing else, made on the day `asked`) does not count."""
    for row in evidence:
        if row.network != run.network or row.late or row.outside or row.void:
            continue
        if run.started_on is None or row.made_on is None or row.made_on < run.started_on:
            continue
        figures = {name for name in FIGURES if getattr(row, name) is not None}
        if figures - {"audience"} or (figures and row.made_on != asked):
            return True
    return False
