"""Whether a plan that comes from outside is one that the rules make: each thing in it that only a rule can
make has its entry in the record of decisions, and nothing lies beyond the day the plan stands at.

It sees what was altered by hand in a file. Figures and ticks are facts, which a person may type as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from focusplan.domain.adoption import Adoption
from focusplan.domain.ledger import KINDS, ROOT, Entry
from focusplan.domain.playbook import STAGES, YARDSTICK
from focusplan.domain.road import all_done_on, first_goal_week, is_done
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item, ticked

PARTS = ("record", "practice", "states", "steps", "goals", "weeks", "numbers", "jobs")
"""What may not fit, in the order it is looked at."""

_NETWORKS_ONLY = ("active", "mastered", "parked")
_BEYOND_A_NIGHT = 1
"""Days a date may lie from that of its entry: the clock may have gone a few hours back over midnight."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Everything of a plan that is looked at here."""

    facts: Snapshot
    items: Sequence[Item]
    entries: Sequence[Entry]

    def told(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds."""
        return [entry for entry in self.entries if entry.kind in kinds]


def unsound(candidate: Candidate) -> tuple[str, ...]:
    """The PARTS that don't fit; empty when all do."""
    looks: Mapping[str, Callable[[Candidate], bool]] = {
        "record": _record, "practice": _practice, "states": _states, "steps": _steps, "goals": _goals,
        "weeks": _weeks, "numbers": _numbers, "jobs": _jobs,
    }  # fmt: skip
    return tuple(part for part in PARTS if not _fits(looks[part], candidate))


def _fits(look: Callable[[Candidate], bool], candidate: Candidate) -> bool:
    """Values of an entry may be anything once someone else wrote them."""
    try:
        return look(candidate)
    except (TypeError, ValueError, KeyError, AttributeError):
        return False


def _record(candidate: Candidate) -> bool:
    """Numbered without a gap since the plan was made, of known kinds, none dated later than the plan."""
    entries = sorted(candidate.entries, key=lambda entry: entry.id)
    whole = bool(entries) and [entry.id for entry in entries] == list(range(1, len(entries) + 1))
    known = all(entry.kind in KINDS and isinstance(entry.values(), dict) for entry in entries)
    first = whole and entries[0].kind == "plan" and entries[0].prev == ROOT
    latest = candidate.facts.mark.day
    wrong_clock = bool(candidate.facts.confirmations)
    return first and known and (wrong_clock or all(entry.day <= latest for entry in entries))


def _practice(candidate: Candidate) -> bool:
    """What a plan was made as, it stays."""
    made = candidate.told("plan")
    return len(made) == 1 and made[0].values().get("practice") is candidate.facts.plan.practice


def _states(candidate: Candidate) -> bool:
    return all(_state(candidate, run) for run in candidate.facts.adoptions)


def _state(candidate: Candidate, run: Adoption) -> bool:
    """The newsletter runs beside and nothing else does; what was started or closed has its entry and its day,
    and what runs well has walked its whole road."""
    if run.state in (_NETWORKS_ONLY if run.network == YARDSTICK else ("beside",)):
        return False
    if run.state == "mastered" and all_done_on(candidate.facts.steps_of(run)) is None:
        return False
    if run.state in ("active", "mastered") and not _dated(candidate, run, "start", run.started_on):
        return False
    return run.state != "retired" or _dated(candidate, run, "retired", run.retired_on)


def _dated(candidate: Candidate, run: Adoption, kind: str, day: Any) -> bool:
    """Whether the newest such entry about this run is of that day. A confirmed clock moves days; a repair
    puts runs back, and a start taken back to what was closed has no day."""
    days = [entry.day for entry in candidate.told(kind) if _about(entry, run)]
    if candidate.facts.confirmations or candidate.told("repair"):
        return True
    if kind == "retired" and day is None:
        return run.taken_back_on is not None
    return bool(days) and day is not None and abs((days[-1] - day).days) <= _BEYOND_A_NIGHT


def _about(entry: Entry, run: Adoption) -> bool:
    values = entry.values()
    return values.get("adoption") == run.id and values.get("opened", True) is True


def _steps(candidate: Candidate) -> bool:
    """Parts opened in their order; only jobs of an opened part are done, none later than today, and those
    closed with a sentence have their entry."""
    facts = candidate.facts
    closed = {(v.get("adoption"), v.get("step")) for v in (e.values() for e in candidate.told("closed_step"))}
    for run in facts.adoptions:
        openings = facts.openings_of(run)
        days = [openings[stage].day for stage in STAGES if stage in openings]
        if list(openings) and (days != sorted(days) or set(openings) != set(STAGES[: len(openings)])):
            return False
        for step in facts.steps_of(run):
            if not is_done(step):
                continue
            if step.stage in STAGES and step.stage not in openings:
                return False
            if step.done_on is None or step.done_on > facts.mark.day:
                return False
            if step.instead and (run.id, step.step) not in closed:
                return False
    return True


def _goals(candidate: Candidate) -> bool:
    """Goals count from the week their part opened in, targets lie within bounds, and each change of one that
    was not there from the start has its entry."""
    facts = candidate.facts
    made = [entry.values() for entry in candidate.told("goal")]
    changes = {(v.get("network"), v.get("goal"), v.get("new"), v.get("from")) for v in made}
    for run in facts.adoptions:
        for goal in facts.goals_of(run):
            first = first_goal_week(goal.goal, facts.openings_of(run))
            if goal.kind != "upkeep" and goal.from_week not in (None, first):
                return False
            rows = sorted((row for row in facts.targets if row.goal == goal.id), key=lambda row: row.id)
            if not all(goal.least <= row.value <= goal.most for row in rows):
                return False
            asked = rows if goal.kind == "outcome" else rows[1:]
            told = [(run.network, goal.goal, row.value, row.from_week.monday.isoformat()) for row in asked]
            if not facts.confirmations and not set(told) <= changes:
                return False
    return True


def _weeks(candidate: Candidate) -> bool:
    """Each paused and each closed week has its entry."""
    facts = candidate.facts
    paused = {
        (week, kind) for entry in candidate.told("pause") for week, kind in entry.values()["weeks"].items()
    }
    closed = {entry.values().get("week") for entry in candidate.told("review")}
    pauses = all(
        (str(week), "planned" if pause.planned else "unplanned") in paused
        for week, pause in facts.pauses.items()
    )
    return pauses and all(
        review.void or (str(week) in closed and _reached(facts, week.monday))
        for week, review in facts.reviews.items()
    )


def _numbers(candidate: Candidate) -> bool:
    """Figures of weeks that have begun, no more answered than received."""
    rows = [row for row in candidate.facts.evidence if not row.void]
    return all(
        _reached(candidate.facts, row.week.monday)
        and (row.received is None or row.answered_in_time is None or row.answered_in_time <= row.received)
        for row in rows
    )


def _jobs(candidate: Candidate) -> bool:
    """What is ticked was ticked for a day that has come."""
    facts = candidate.facts
    return all(item.done_on is not None and _reached(facts, item.done_on) for item in _done(candidate.items))


def _done(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if ticked(item)]


def _reached(facts: Snapshot, day: Any) -> bool:
    """Whether the plan has stood at this day."""
    return bool(day <= facts.mark.day)
