"""Looks for what the rules never make: two networks at once, a mastery its record does not bear out, goals or
jobs that are not those of the road a network began with, a start or a record that someone else wrote.

Such a thing can only come from outside: a changed schema, lifted triggers, another program. Each fault knows
how it is mended, inside a unit of work that has the rules of the schema lifted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from focusplan.domain.adoption import Adoption, Pinned, StepState
from focusplan.domain.goals import Goal
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.playbook import STAGES, Playbook
from focusplan.domain.snapshot import Snapshot
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of
from focusplan.services.roads.mastery import unearned
from focusplan.store.store import Work

Repair = Callable[[Work], None]


@dataclass(frozen=True)
class Fault:
    """`id` names the kind (record, two_active, mastery, start, goals, jobs), `network` whom it concerns.
    `illegal`: the gate stays shut until it is mended."""

    id: str
    network: str
    illegal: bool
    repair: Repair


def faults(work: Work, catalogue: Catalogue, facts: Snapshot) -> tuple[Fault, ...]:
    """Everything that is not as the rules make it, in the order in which it is mended."""
    entries = work.all(Entry)
    found = [*_record(entries), *_mastered(work, facts), *_active(facts)]
    for run in facts.adoptions:
        if run.state in ("active", "mastered"):
            found.extend(_run(work, catalogue, facts, run, entries))
    return tuple(found)


def complete_since(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The record from its newest `break` entry on: what lies before can't be vouched for."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    starts = [place for place, entry in enumerate(ordered) if entry.kind == "break"]
    return tuple(ordered[starts[-1] :] if starts else ordered)


def _record(entries: list[Entry]) -> list[Fault]:
    broken = first_break(complete_since(entries))
    if broken is None:
        return []

    def mend(work: Work) -> None:
        work.append("break", {"entry": broken.id})

    return [Fault("record", "", False, mend)]


def _mastered(work: Work, facts: Snapshot) -> list[Fault]:
    return [
        Fault("mastery", network, True, _unmaster(run))
        for network in unearned(work, facts)
        if (run := facts.current(network)) is not None
    ]


def _unmaster(run: Adoption) -> Repair:
    def mend(work: Work) -> None:
        """Back to active, or to parked if another is active."""
        state = "parked" if work.one(Adoption, state="active") else "active"
        _note(work, "mastery", run, state)
        now = work.one(Adoption, id=run.id) or run
        work.put(replace(now, state=state, mastered_week=None, mastered_on=None))
        for goal in work.all(Goal, adoption=run.id, goal="upkeep"):
            work.put(replace(goal, from_week=None))

    return mend


def _active(facts: Snapshot) -> list[Fault]:
    """Of several active ones all but the earliest start."""
    runs = [run for run in facts.adoptions if run.state == "active"]
    ordered = sorted(runs, key=lambda run: (run.started_on is None, run.started_on, run.id))
    return [Fault("two_active", run.network, True, _unstart(run)) for run in ordered[1:]]


def _unstart(run: Adoption) -> Repair:
    def mend(work: Work) -> None:
        """Back to the state before the start."""
        state = run.before if run.before != "active" else "later"
        _note(work, "two_active", run, state)
        now = work.one(Adoption, id=run.id) or run
        work.put(replace(now, state=state))

    return mend


def _run(
    work: Work, catalogue: Catalogue, facts: Snapshot, run: Adoption, entries: list[Entry]
) -> list[Fault]:
    pinned = work.one(Pinned, network=run.network, version=run.version)
    if pinned is None or not any(_starts(entry, run) for entry in entries):
        noted = any(_notes_start(entry, run) for entry in entries)
        return [] if noted else [Fault("start", run.network, False, _note_start(run))]
    playbook = playbook_of(work, catalogue, run)
    found: list[Fault] = []
    if not _same_goals(playbook, facts.goals_of(run)):
        found.append(Fault("goals", run.network, False, _goals_again(run, playbook)))
    if not _same_steps(playbook, facts, run):
        found.append(Fault("jobs", run.network, False, _jobs_again(run, playbook)))
    return found


def _starts(entry: Entry, run: Adoption) -> bool:
    if entry.kind != "start":
        return False
    values = entry.values()
    return (
        values.get("adoption") == run.id and values.get("opened") is True and bool(values.get("conditions"))
    )


def _notes_start(entry: Entry, run: Adoption) -> bool:
    if entry.kind != "repair":
        return False
    values = entry.values()
    return (values.get("fault"), values.get("adoption")) == ("start", run.id)


def _note_start(run: Adoption) -> Repair:
    """What was never recorded can't be put right; the record says from now on that it was seen."""

    def mend(work: Work) -> None:
        _note(work, "start", run, run.state)

    return mend


def _note(work: Work, fault: str, run: Adoption, state: str) -> None:
    work.append("repair", {"fault": fault, "network": run.network, "adoption": run.id, "state": state})


def _same_goals(playbook: Playbook, goals: Iterable[Goal]) -> bool:
    written = {(spec.id, spec.kind, spec.k, spec.n, spec.least, spec.most) for spec in playbook.goals}
    return written == {(one.goal, one.kind, one.k, one.n, one.least, one.most) for one in goals}


def _goals_again(run: Adoption, playbook: Playbook) -> Repair:
    def mend(work: Work) -> None:
        """As the playbook has them; when they count from, and their targets, stay."""
        for goal in work.all(Goal, adoption=run.id):
            spec = playbook.goal(goal.goal)
            if spec is not None:
                work.put(replace(goal, kind=spec.kind, k=spec.k, n=spec.n, least=spec.least, most=spec.most))
        _note(work, "goals", run, run.state)

    return mend


def _same_steps(playbook: Playbook, facts: Snapshot, run: Adoption) -> bool:
    written = {step.id: (step.stage, step.required and step.stage in STAGES) for step in playbook.steps}
    return written == {step.step: (step.stage, step.required) for step in facts.steps_of(run)}


def _jobs_again(run: Adoption, playbook: Playbook) -> Repair:
    def mend(work: Work) -> None:
        """As the playbook has them; what is done stays done."""
        stored = {step.step: step for step in work.all(StepState, adoption=run.id)}
        for position, step in enumerate(playbook.steps):
            required = step.required and step.stage in STAGES
            known = stored.pop(step.id, None)
            if known is None:
                work.add(StepState(run.id, step.id, step.stage, position, required, step.minutes))
            else:
                work.put(replace(known, stage=step.stage, position=position, required=required))
        for foreign in stored.values():
            work.remove(foreign)
        _note(work, "jobs", run, run.state)

    return mend
