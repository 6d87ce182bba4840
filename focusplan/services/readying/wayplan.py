"""Which way a plan goes, and the way's jobs that ask for time in a week, inside a unit of work.

A job of a way is a step item without a network: its ticks alone say that it is done, so there is nothing to
keep beside them. It is done for good in whatever week it was ticked; one that recurs, for its week.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from focusplan.domain import road
from focusplan.domain.boundaries import SMALLEST_BUDGET
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestion import GOOD_FIT
from focusplan.domain.ways import WAYS, Way, WayJob, is_way_job, open_jobs
from focusplan.domain.weekclaims import StepNeed, WayNeed
from focusplan.domain.weekitems import Item, step_of, ticked
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.store.store import Work
from focusplan.ways import load_ways

CHOSEN = "readiness.way"
"""Key of the way the owner chose."""


@dataclass(frozen=True, slots=True)
class WayNow:
    """The way the plan goes: `chosen` by the owner, or the minimal one because of the `budget`, because no
    network that fits has the `time`, or because there is `nothing_learnt`."""

    way: str
    why: str

    @property
    def starts(self) -> bool:
        """Whether a network is learnt as its road says."""
        return self.way == "start"

    def plans(self, stage: str) -> bool:
        """Whether the road's steps of this part are planned."""
        return self.starts or self.way == "prepare_first" and stage in ("prepare", "set_up")


def chosen_way(work: Work) -> str:
    """The way the owner chose; `start` where none was."""
    note = work.one(Note, key=CHOSEN)
    return note.text if note is not None and note.text in WAYS else "start"


def way_now(work: Work, catalogue: Catalogue, facts: Snapshot) -> WayNow:
    """The chosen way, or the minimal one where a start has no room or nothing to learn."""
    chosen = chosen_way(work)
    if chosen != "start":
        return WayNow(chosen, "chosen")
    if facts.boundaries.budget < SMALLEST_BUDGET:
        return WayNow("minimal", "budget")
    winding = any(road.winding_down(run) and _open(facts, run.id) for run in facts.in_state("retired"))
    if facts.active is not None or facts.in_state("mastered") or winding:
        return WayNow("start", "chosen")
    needed = least_start(catalogue, facts)
    small = needed is not None and needed > facts.boundaries.plannable - _kept_up(catalogue, facts)
    return WayNow("minimal", "time" if small else "nothing_learnt")


def least_start(catalogue: Catalogue, facts: Snapshot) -> int | None:
    """The fewest minutes a week that a network which fits this kind of business asks to begin."""
    kind = facts.business.kind
    fitting = [
        playbook.start_minutes for playbook in catalogue
        if playbook.written and playbook.id != YARDSTICK and playbook.fit.get(kind, 0) >= GOOD_FIT
    ]  # fmt: skip
    return min(fitting, default=None)


def _open(facts: Snapshot, run: int) -> bool:
    return any(s.adoption == run and s.stage == "wind_down" and not road.is_done(s) for s in facts.steps)


def _kept_up(catalogue: Catalogue, facts: Snapshot) -> int:
    beside = catalogue.get(YARDSTICK).upkeep_minutes if facts.in_state("beside") else 0
    return beside + sum(run.parked_minutes for run in facts.in_state("parked"))


def way_need(
    work: Work, facts: Snapshot, week: Week, now: WayNow, before: Collection[str], carried: Mapping[str, int]
) -> WayNeed | None:
    """What the way asks of a week. `before`: jobs that are planned to their end before a coming week, taken
    as done by then; `carried`: weeks each job was left undone."""
    if now.starts:
        return None
    way = load_ways().get(now.way)
    ticks = _ticks(work)
    done = done_jobs(ticks) | set(before)
    asked = open_jobs(way, done, alone=facts.active is None)
    here = {key: [item for item in items if item.week == week] for key, items in ticks.items()}
    return WayNeed(
        way=now.way,
        why=now.why,
        left=way.a_week - _done_here(way, ticks, week),
        once=tuple(_need(job, ticks.get(job.id, []), carried.get(job.id, 0)) for job in asked.once),
        weekly=tuple(
            _need(job, here.get(job.id, []), 0) for job in asked.weekly if not _is_done(here.get(job.id, []))
        ),
        through=asked.through,
    )


def done_jobs(ticks: Mapping[str, list[Item]]) -> set[str]:
    """The jobs whose ticks make them done for good."""
    return {key for key, items in ticks.items() if _is_done(items)}


def way_ticks(work: Work) -> Mapping[str, list[Item]]:
    """The ticked items of the ways' jobs, by job."""
    return _ticks(work)


def _done_here(way: Way, ticks: Mapping[str, list[Item]], week: Week) -> int:
    """Jobs done for good with a tick in this week."""
    once = {job.id for job in way.jobs if not job.recurs}
    return sum(
        1 for key, items in ticks.items()
        if key in once and _is_done(items) and max(item.week for item in items) == week
    )  # fmt: skip


def _need(job: WayJob, parts: list[Item], carried: int) -> StepNeed:
    minutes = sum(item.minutes for item in parts)
    return StepNeed(job.id, None, job.minutes, False, len(parts), minutes, carried)


def _ticks(work: Work) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in work.all(Item, kind="step", done=True):
        if is_way_job(item.key) and ticked(item):
            found.setdefault(step_of(item.key), []).append(item)
    return found


def _is_done(items: list[Item]) -> bool:
    """Whether as many parts are ticked as the newest says there are."""
    if not items:
        return False
    newest = max(items, key=lambda item: (item.week.index, item.part))
    return len(items) >= newest.parts
