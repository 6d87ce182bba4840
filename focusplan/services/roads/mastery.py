"""Recording an earned mastery inside a unit of work, and finding one that its record does not bear out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from focusplan.domain.adoption import Adoption
from focusplan.domain.clock import behind
from focusplan.domain.ledger import Entry
from focusplan.domain.mastery import earned, recompute, record_of
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.store.store import Work


def record_mastery(work: Work, catalogue: Catalogue, facts: Snapshot) -> str | None:
    """Record that the active network is mastered when an ended week has earned it; answers that network.

    The ledger keeps what it was judged on. Nothing is judged while the clock can't be believed. `facts` are
    stale afterwards when a network is answered.
    """
    run = facts.active
    if run is None or len(facts.in_state("active")) > 1 or behind(facts.mark, facts.moment):
        return None
    week = earned(facts, run)
    if week is None:
        return None
    day = facts.moment.day
    name = catalogue.name(run.network)
    work.append("mastered", {**record_of(facts, run, week), "version": run.version, "name": name})
    work.put(replace(run, state="mastered", mastered_week=week, mastered_on=day, again_stage=None))
    for goal in facts.goals_of(run):
        if goal.kind == "upkeep" and goal.from_week is None:
            work.put(replace(goal, from_week=Week.of(day) + 1))
    return run.network


def unearned(work: Work, facts: Snapshot) -> tuple[str, ...]:
    """Mastered networks for which no entry of the ledger recomputes to the week they were mastered in."""
    runs = facts.in_state("mastered")
    entries = work.all(Entry, kind="mastered") if runs else []
    return tuple(run.network for run in runs if not any(_bears_out(entry, run) for entry in entries))


def _bears_out(entry: Entry, run: Adoption) -> bool:
    return _recomputed(entry) == (run.id, str(run.mastered_week))


@lru_cache(64)
def _recomputed(entry: Entry) -> tuple[Any, Any]:
    """The run and the week for which an entry recomputes; nothing for one that does not. An entry never
    changes, so it is judged once."""
    data = entry.values()
    return (data.get("adoption"), data.get("week")) if recompute(data) else (None, None)
