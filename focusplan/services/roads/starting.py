"""Starting a network inside a unit of work: judged, recorded and copied from its playbook in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from focusplan.domain.adoption import Adoption, Opening, Pinned, StepState, may_move
from focusplan.domain.errors import Refused
from focusplan.domain.forecast import judge
from focusplan.domain.gate import Verdict
from focusplan.domain.goals import Goal, Target
from focusplan.domain.playbook import NETWORKS, STAGES, YARDSTICK, Playbook, Step
from focusplan.domain.snapshot import Snapshot
from focusplan.playbooks import Catalogue, to_json
from focusplan.services.facts import pinned, playbook_of, snapshot
from focusplan.services.roads.loads import candidate, loads
from focusplan.services.roads.mastery import record_mastery, unearned
from focusplan.store.store import Work


def start_network(work: Work, catalogue: Catalogue, facts: Snapshot, network: str) -> Verdict:
    """Judge, and start the network when the gate is open; either way the ledger has the answer.

    A closed verdict is answered, not raised, so that the caller can commit before it raises GateClosed.
    Refused (nothing written): gate_active, gate_mastered, gate_beside.
    """
    refuse_running(facts, network)
    if record_mastery(work, catalogue, facts) is not None:
        facts = snapshot(work)
    verdict = judge(
        facts, candidate(catalogue, network), loads(catalogue, facts, work), unearned(work, facts)
    )
    if not verdict.open:
        now = facts.current(network)
        work.append("start", _entry(verdict, now.id if now else None, now.state if now else "none"))
        return verdict
    run = _run_to_start(work, facts, network)
    if network == YARDSTICK:
        _run_beside(work, facts, run, verdict)
    else:
        _walk_first(work, facts, catalogue, run, verdict)
    return verdict


def refuse_running(facts: Snapshot, network: str) -> None:
    """Refused for a network that needs no gate, since it is learnt, runs well or runs beside."""
    now = facts.current(network)
    if now is not None and now.state in ("active", "mastered", "beside"):
        raise Refused(f"gate_{now.state}", network=network)


def _run_to_start(work: Work, facts: Snapshot, network: str) -> Adoption:
    """The run that starts: the present one, or a new one for a network that was closed or never was in the
    plan."""
    now = facts.current(network)
    if now is None or now.state == "retired":
        before = "none" if now is None else "retired"
        return work.add(Adoption(0, network, "none", before=before))
    if not may_move(network, now.state, "beside" if network == YARDSTICK else "active"):
        raise Refused("move_not_allowed", network=network, state=now.state, wanted="active")
    return replace(now, before=now.state)


def _run_beside(work: Work, facts: Snapshot, run: Adoption, verdict: Verdict) -> None:
    work.append("start", _entry(verdict, run.id, run.before, "beside"))
    work.put(replace(run, state="beside", started_on=facts.moment.day))


def _walk_first(
    work: Work, facts: Snapshot, catalogue: Catalogue, run: Adoption, verdict: Verdict
) -> None:
    """Copy the road, unless this run was started and taken back before (what was done stays done); then
    record the start and move the state, last of all."""
    if not facts.steps_of(run):
        playbook = _road_to_walk(work, catalogue, run.network)
        run = replace(run, version=playbook.version)
        _copy_road(work, facts, playbook, run)
    playbook = playbook_of(work, catalogue, run)
    work.append("start", _entry(verdict, run.id, run.before, "active", playbook.version))
    work.put(replace(run, state="active", started_on=facts.moment.day, again_stage=None))


def _road_to_walk(work: Work, catalogue: Catalogue, network: str) -> Playbook:
    """The catalogue's road. One of the owner's own that was begun before stays as it was in that version."""
    playbook = catalogue.get(network)
    if network in NETWORKS:
        return playbook
    return pinned(work, network, playbook.version) or playbook


def _copy_road(work: Work, facts: Snapshot, playbook: Playbook, run: Adoption) -> None:
    """The playbook's text, its steps and goals with their first targets, and the first stage's opening."""
    if work.one(Pinned, network=playbook.id, version=playbook.version) is None:
        work.add(Pinned(playbook.id, playbook.version, to_json(playbook)))
    for position, step in enumerate(playbook.steps):
        work.add(StepState(run.id, step.id, step.stage, position, _counts(step), step.minutes))
    for spec in playbook.goals:
        goal = work.add(Goal(0, run.id, spec.id, spec.kind, spec.k, spec.n, spec.least, spec.most))
        if spec.default is not None:
            work.add(Target(0, goal.id, facts.week, spec.default, facts.moment.day))
    work.add(Opening(run.id, STAGES[0], facts.moment.day))


def _counts(step: Step) -> bool:
    """Required for mastery: only steps of the six parts can be."""
    return step.required and step.stage in STAGES


def _entry(
    verdict: Verdict, adoption: int | None, before: str, state: str = "", version: int | None = None
) -> Mapping[str, Any]:
    """The ledger's account of a start: opened or refused, and why."""
    return {
        "network": verdict.network,
        "adoption": adoption,
        "opened": verdict.open,
        "before": before,
        "state": state or before,
        "version": version,
        "conditions": [
            {"id": one.id, "met": one.met, "why": one.why, "figure": one.figure, "target": one.target}
            for one in verdict.conditions
        ],
        "ways_forward": list(verdict.ways),
    }
