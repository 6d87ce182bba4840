"""What is answered about readiness and the five ways: frozen, complete, in the language of the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class WayChoice:
    """One of the five ways. `sentence`: what it means for the weeks."""

    id: str
    name: str
    sentence: str
    advised: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class AskedJob:
    """The open job that a question's answers do: a step of the road, or in the running week the job with this
    number."""

    id: str
    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """The answers and the advice. `values`: what was typed, by `say.1`, `say.1.valuable`, `hearers`, …,
    amounts in the profile's form. `shown`: each question with its answer in words, empty where there is none.
    `at`: the question to go on with, or `advice`. `turns`: what would change the advice. `now`: why the plan
    is the minimal one though nothing was chosen; else empty."""

    values: Mapping[str, str]
    shown: tuple[tuple[str, str, str], ...]
    at: str
    open: tuple[str, ...]
    advised: str
    reasons: tuple[str, ...]
    turns: tuple[str, ...]
    ways: tuple[WayChoice, ...]
    chosen: str
    now: str
    missing: tuple[str, ...]
    can_start: bool
    currency: str
    jobs: Mapping[str, AskedJob] = field(default_factory=dict)
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadinessCard:
    """What This week and Settings show: the way in a title and a sentence, empty where one simply starts.
    `still_due`: a quarter has passed. `can_start`: nothing is missing any more."""

    way: str
    title: str
    text: str
    can_start: bool
    still_due: bool


@dataclass(frozen=True, slots=True)
class ReasonWeek:
    """A week of the printed page and its jobs in words, with their minutes."""

    week: Week
    jobs: tuple[tuple[str, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReasonsSheet:
    """Everything the printed page of reasons shows."""

    business: str
    today: date
    practice: bool
    way: str
    sentence: str
    advised: str
    reasons: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    turns: tuple[str, ...]
    weeks: tuple[ReasonWeek, ...]
