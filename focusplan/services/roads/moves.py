"""The moves of a network beside its start, each inside a unit of work; each answers the state it leads to."""

from __future__ import annotations

from dataclasses import replace

from focusplan.domain.adoption import PARKED_MINUTES, Adoption, may_move, take_back_until
from focusplan.domain.errors import Refused
from focusplan.domain.forecast import can_take_back
from focusplan.domain.playbook import STAGES
from focusplan.domain.snapshot import Snapshot
from focusplan.store.store import Work

MOST_MINUTES = 2400
"""Minutes a week a network that is kept as it is may take: as many as a budget can hold."""


def take_back(work: Work, facts: Snapshot, network: str) -> str:
    """Take back a start of the last seven days; nothing waits for it."""
    run = _active(facts, network)
    until = take_back_until(run)
    if until is None or facts.moment.day > until:
        raise Refused("take_back_late", network=network, day=until)
    if not can_take_back(facts, run):
        often = can_take_back(replace(facts, take_backs=()), run)
        raise Refused("take_back_most" if often else "take_back_typed", network=network)
    work.append("take_back", {"network": network, "adoption": run.id, "state": run.before})
    work.put(replace(run, state=run.before, taken_back_on=facts.moment.day, again_stage=None))
    return run.before


def park(work: Work, facts: Snapshot, network: str, minutes: int | None = None) -> str:
    """Keep a network as it is; parking again changes its minutes a week."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise Refused("park_minutes", least=0, most=MOST_MINUTES)
    run = _present(facts, network)
    if run.state != "parked":
        _check_move(run, "parked")
        kept = PARKED_MINUTES if minutes is None else minutes
    else:
        kept = run.parked_minutes if minutes is None else minutes
    work.put(replace(run, state="parked", parked_minutes=kept))
    return "parked"


def later(
    work: Work, facts: Snapshot, network: str, note: str | None = None, remove: bool = False
) -> str:
    """Put a network on the later list or change its note there (None leaves it, an empty one clears it);
    `remove` takes it off."""
    run = _present(facts, network)
    wanted = "none" if remove else "later"
    if run.state == wanted == "none":
        raise Refused("not_later", network=network)
    if run.state != wanted:
        _check_move(run, wanted)
    work.put(replace(run, state=wanted, note=run.note if note is None else note))
    return wanted


def again(work: Work, facts: Snapshot, network: str, stage: str) -> str:
    """Walk an opened part of the road again."""
    run = _active(facts, network)
    if stage not in STAGES:
        raise Refused("no_such_stage", stage=stage)
    if stage not in facts.openings_of(run):
        raise Refused("stage_not_open", step="", stage=stage, network=network)
    work.append("again", {"network": network, "adoption": run.id, "stage": stage})
    work.put(replace(run, again_stage=stage))
    return run.state


def retire(work: Work, facts: Snapshot, network: str, reason: str, learnt: str) -> str:
    """Close a network, saying why and what was learnt; a few letters are enough, nothing is not."""
    run = _present(facts, network)
    _check_move(run, "retired")
    if not reason.strip():
        raise Refused("retire_reason", network=network)
    if not learnt.strip():
        raise Refused("retire_learnt", network=network)
    why, lesson = reason.strip(), learnt.strip()
    told = {"network": network, "adoption": run.id, "from": run.state}
    work.append("retired", {**told, "reason": why, "learnt": lesson})
    closed = replace(run, state="retired", retired_on=facts.moment.day, retired_from=run.state)
    work.put(replace(closed, reason=why, learnt=lesson, again_stage=None))
    return "retired"


def _present(facts: Snapshot, network: str) -> Adoption:
    """The present run, or a fresh one in state none, not stored yet."""
    return facts.current(network) or Adoption(0, network, "none")


def _active(facts: Snapshot, network: str) -> Adoption:
    run = facts.current(network)
    if run is None or run.state != "active":
        raise Refused("not_active", network=network)
    return run


def _check_move(run: Adoption, wanted: str) -> None:
    if not may_move(run.network, run.state, wanted):
        raise Refused("move_not_allowed", network=run.network, state=run.state, wanted=wanted)
