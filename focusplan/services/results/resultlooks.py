"""The plan as the rules of the suggestions see it, and what the owner put away."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from focusplan.domain.adoption import Adoption
from focusplan.domain.gate import upkeep_ok, upkeep_weeks
from focusplan.domain.goalfacts import missed_lately, newest_weeks
from focusplan.domain.goals import Goal
from focusplan.domain.goalweeks import GoalWeek
from focusplan.domain.money import MONTHS_A_YEAR, WEEKS_A_YEAR, worth
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestions import (
    LONG_LOOK,
    LOOK,
    OF_WEEKS,
    Look,
    Picture,
    PutAway,
    Spell,
)
from focusplan.domain.weeks import Week, span
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of
from focusplan.services.results.resultrows import WeekRow, sums
from focusplan.store.store import Work

AWAY = "suggestion."
"""How the notes of suggestions that were put away begin."""
QUESTION = "question."
"""How the notes begin that hold which asking of a network's question was answered last."""
LOOKED_AT = ("active", "mastered", "parked")


def picture(facts: Snapshot, rows: Sequence[WeekRow], trying: Sequence[str]) -> Picture:
    """All networks in use; `rows` are those of the whole plan, `trying` the networks on which something is
    tried or was in the last quarter."""
    looks = [_look(facts, run, rows, trying) for state in LOOKED_AT for run in facts.in_state(state)]
    beside = facts.in_state("beside")
    long = _active(facts, Week.of(facts.plan.first_day), LONG_LOOK)
    paper = _spell(rows, YARDSTICK, long) if beside else None
    month, measured = _month(facts, rows, long)
    return Picture(tuple(looks), paper, month, measured, facts.business.outsourcing_quote)


def _look(facts: Snapshot, run: Adoption, rows: Sequence[WeekRow], trying: Sequence[str]) -> Look:
    begin = Week.of(run.started_on or facts.plan.first_day)
    opened = facts.openings_of(run).get("publish")
    publishing = Week.of(opened.day) + 1 if opened else None
    lately = _active(facts, publishing, LOOK) if publishing else ()
    goals = [goal for goal in facts.goals_of(run) if goal.kind in ("habit", "response")]
    weeks = upkeep_weeks(facts, run) if run.state == "mastered" else ()
    lapsed = bool(weeks) and not upkeep_ok(weeks)
    counted = [one for one in weeks if one.result in ("met", "missed")]
    return Look(
        run.network,
        run.state,
        _spell(rows, run.network, lately),
        _spell(rows, run.network, _active(facts, begin, LONG_LOOK)),
        rhythm=all(_held(facts, run, goal) for goal in goals),
        missed=tuple(missed_lately(facts, goal, _newest(facts, run, goal)) for goal in goals),
        upkeep=(weeks[-1].kept, min(len(counted), 4)) if lapsed else None,
        trying=run.network in trying,
    )


def _held(facts: Snapshot, run: Adoption, goal: Goal) -> bool:
    weeks = _newest(facts, run, goal)
    return bool(weeks) and weeks[-1].held


def _newest(facts: Snapshot, run: Adoption, goal: Goal) -> tuple[GoalWeek, ...]:
    return newest_weeks(facts, run, goal, OF_WEEKS)


def _active(facts: Snapshot, first: Week, most: int) -> tuple[Week, ...]:
    """The last ended weeks since `first` that were not paused."""
    weeks = [week for week in span(first, facts.week - 1) if week not in facts.pauses]
    return tuple(weeks[-most:])


def _spell(rows: Sequence[WeekRow], network: str, weeks: Sequence[Week]) -> Spell:
    wanted = set(weeks)
    mine = [row for row in rows if row.network == network and row.week in wanted]
    known = [row for row in mine if row.figures["enquiries"] is not None]
    total = sums(known)
    return Spell(len(weeks), len(known), total.results or 0, total.minutes)


def _month(facts: Snapshot, rows: Sequence[WeekRow], weeks: Sequence[Week]) -> tuple[Decimal | None, int]:
    """What a month of the measured hours on social networks is worth, and the weeks behind it."""
    wanted = set(weeks)
    mine = [row for row in rows if row.week in wanted and row.network != YARDSTICK]
    value = facts.business.hour_value
    if value is None or not mine:
        return None, 0
    first = min(row.week for row in mine)
    count = sum(week >= first for week in weeks)
    whole = worth(sum(row.minutes for row in mine), value)
    return whole * WEEKS_A_YEAR / MONTHS_A_YEAR / count, count


def active_weeks_of(facts: Snapshot, run: Adoption) -> int:
    """Ended whole weeks since a start that were not paused."""
    if run.started_on is None:
        return 0
    started = run.started_on
    first = Week.of(started) if started.weekday() == 0 else Week.of(started) + 1
    return len([week for week in span(first, facts.week - 1) if week not in facts.pauses])


def is_slow(work: Work, catalogue: Catalogue, run: Adoption) -> bool:
    """Whether a road takes its time by nature."""
    return playbook_of(work, catalogue, run).slow


# ------------------------------------------------------------------ put away


def put_away(notes: Sequence[Note]) -> Mapping[str, PutAway]:
    """What was put away, by the suggestion's id; a note that can't be read is passed over."""
    found: dict[str, PutAway] = {}
    for note in notes:
        if note.key.startswith(AWAY):
            key = note.key.removeprefix(AWAY)
            try:
                data = json.loads(note.text)
                figures = {str(name): int(value) for name, value in data["figures"].items()}
                found[key] = PutAway(key, date.fromisoformat(data["on"]), str(data["reason"]), figures)
            except (ValueError, TypeError, KeyError, AttributeError):
                continue
    return found


def answered(work: Work, suggestion: str) -> bool:
    """Whether a suggestion was put away."""
    return work.one(Note, key=f"{AWAY}{suggestion}") is not None


def away_note(away: PutAway) -> Note:
    """How it is kept."""
    data = {"on": away.on.isoformat(), "reason": away.reason, "figures": dict(away.figures)}
    return Note(f"{AWAY}{away.id}", json.dumps(data, ensure_ascii=False, sort_keys=True))
