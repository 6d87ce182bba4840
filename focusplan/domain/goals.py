"""Goals: what a network must hold, target histories, and how weeks are judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a run, copied from the playbook. `goal` is posts, answers, enquiries or upkeep; k is None
    for an outcome. `from_week` is the first week that counts, None until its stage opened."""

    id: int
    adoption: int
    goal: str
    kind: str
    k: int | None
    n: int
    least: int
    most: int
    from_week: Week | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A goal's target from a Monday on; append-only. In a week the row made last (largest id) of those
    with `from_week` not after it is in force."""

    id: int
    goal: int
    from_week: Week
    value: int
    made_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What was ticked for a network in a week (void ticks left out): posts done; answering and upkeep items
    done and in all (dropped ones left out)."""

    posts: int = 0
    answers_done: int = 0
    answers: int = 0
    upkeep_done: int = 0
    upkeep: int = 0


def target_at(targets: Iterable[Target], goal: int, week: Week) -> int | None:
    """The target in force in a week: of the rows that began by then, the one made last; None before any."""
    rows = [row for row in targets if row.goal == goal and row.from_week <= week]
    return max(rows, key=lambda row: row.id).value if rows else None
