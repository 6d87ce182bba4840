"""What the rules need of the playbooks: minutes a week, and whether a road is written."""

from __future__ import annotations

from focusplan.domain.gate import Candidate, Loads
from focusplan.domain.playbook import YARDSTICK, Playbook
from focusplan.domain.snapshot import Snapshot
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of
from focusplan.store.store import Work


def candidate(catalogue: Catalogue, network: str) -> Candidate:
    """The network as the gate is asked about it; the newsletter needs no written road."""
    playbook = catalogue.get(network)
    known = playbook.written or network == YARDSTICK
    return Candidate(network, playbook.start_minutes if known else None)


def loads(catalogue: Catalogue, facts: Snapshot, work: Work | None = None) -> Loads:
    """Minutes a week of every network that is learnt, looked after or beside, from the playbook it began
    with (the catalogue's where there is no unit of work to ask)."""
    upkeep: dict[str, int] = {}
    routine = 0
    for state in ("mastered", "active", "beside"):
        for run in facts.in_state(state):
            playbook = playbook_of(work, catalogue, run) if work else catalogue.get(run.network)
            upkeep[run.network] = playbook.upkeep_minutes
            if state == "active":
                routine = routine_minutes(playbook)
    return Loads(upkeep, routine)


def routine_minutes(playbook: Playbook) -> int:
    """Answering and the posts its goal asks for, in a week."""
    if playbook.routine is None:
        return 0
    posts = playbook.goal("posts")
    count = posts.default or 1 if posts else 1
    return playbook.routine.answer_minutes + count * playbook.routine.post_minutes
