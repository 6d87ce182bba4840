"""Mastery: the first ended week at whose end all required steps were done and every goal held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from focusplan.domain.adoption import Adoption
from focusplan.domain.goalfacts import goal_rows, goal_weeks
from focusplan.domain.goals import Goal, Ticks
from focusplan.domain.goalweeks import GoalWeek, WeekFacts, held_at, judged
from focusplan.domain.playbook import GOAL_KINDS
from focusplan.domain.road import all_done_on, required
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week, span

JUDGED = ("posts", "answers", "enquiries")
"""The goals a mastery rests on; upkeep follows it."""


def road_goals(facts: Snapshot, run: Adoption) -> tuple[Goal, ...]:
    """The goals of a run that earn mastery."""
    return tuple(goal for goal in facts.goals_of(run) if goal.kind != "upkeep")


def earned(facts: Snapshot, run: Adoption) -> Week | None:
    """The ended week that earns this active run its mastery, or None while nothing does."""
    done = all_done_on(facts.steps_of(run))
    goals = road_goals(facts, run)
    if run.state != "active" or run.started_on is None or done is None:
        return None
    if {goal.goal for goal in goals} < set(JUDGED) or any(goal.from_week is None for goal in goals):
        return None
    series = [goal_weeks(facts, run, goal) for goal in goals]
    first = max(Week.of(done), Week.of(run.started_on))
    return _first_held(series, first, facts.week - 1)


def _first_held(series: Sequence[Sequence[GoalWeek]], first: Week, last: Week) -> Week | None:
    for week in span(first, last):
        if all(held_at(weeks, week) for weeks in series):
            return week
    return None


def record_of(facts: Snapshot, run: Adoption, week: Week) -> dict[str, Any]:
    """What a mastery in `week` was judged on, as plain JSON values; `recompute` judges it again."""
    steps = [
        {"id": step.step, "done_on": step.done_on.isoformat() if step.done_on else None,
         "instead": step.instead}
        for step in required(facts.steps_of(run))
    ]  # fmt: skip
    goals = [
        {"goal": goal.goal, "k": goal.k, "n": goal.n, "least": goal.least, "most": goal.most,
         "weeks": [_plain(row) for row in goal_rows(facts, run, goal, week)]}
        for goal in road_goals(facts, run)
    ]  # fmt: skip
    return {
        "network": run.network, "adoption": run.id, "week": str(week), "steps": steps, "goals": goals,
        "pauses": [str(paused) for paused in sorted(facts.pauses) if paused <= week],
    }  # fmt: skip


def _plain(row: WeekFacts) -> dict[str, Any]:
    """A week without what is unknown or empty, so that the record stays short."""
    values = asdict(row)
    values["week"] = str(row.week)
    return {key: value for key, value in values.items() if _says(value)}


def _says(value: object) -> bool:
    """Whether a value says anything; zero does."""
    return value is not None and value is not False and value != ""


def _row(values: Mapping[str, Any]) -> WeekFacts:
    known = {key: value for key, value in values.items() if key not in ("week", "ticks")}
    return WeekFacts(week=Week.parse(values["week"]), ticks=Ticks(**values["ticks"]), **known)


def recompute(data: Mapping[str, Any]) -> bool:
    """Whether exactly these data earn the mastery they record; anything malformed does not."""
    try:
        week = Week.parse(data["week"])
        days = [date.fromisoformat(step["done_on"]) for step in data["steps"]]
        held = [_held(goal, week) for goal in data["goals"]]
        names = {goal["goal"] for goal in data["goals"]}
        return bool(days) and max(days) <= week.sunday and names >= set(JUDGED) and all(held)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def judged_weeks(data: Mapping[str, Any]) -> dict[str, tuple[GoalWeek, ...]]:
    """The weeks each goal of a recorded mastery was judged on; empty where the record is malformed."""
    try:
        return {
            goal["goal"]: judged(GOAL_KINDS[goal["goal"]], goal["k"], goal["n"], map(_row, goal["weeks"]))
            for goal in data["goals"]
        }
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}


def _held(goal: Mapping[str, Any], week: Week) -> bool:
    rows = [_row(values) for values in goal["weeks"]]
    if [row.week for row in rows] != list(span(rows[0].week, week) if rows else ()):
        return False
    return held_at(judged(GOAL_KINDS[goal["goal"]], goal["k"], goal["n"], rows), week)
