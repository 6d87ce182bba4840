"""Reads the whole plan into one picture for the rules."""

from __future__ import annotations

from focusplan.domain.adoption import Adoption, Opening, Pinned, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.errors import NoPlan
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Target
from focusplan.domain.ledger import Entry
from focusplan.domain.pauses import Crisis, Holiday, Pause
from focusplan.domain.plan import ClockMark, Confirmation, Plan
from focusplan.domain.playbook import NETWORKS, Playbook
from focusplan.domain.review import Review
from focusplan.domain.snapshot import Snapshot
from focusplan.playbooks import Catalogue, from_json
from focusplan.store.store import Work


def snapshot(work: Work) -> Snapshot:
    """Every fact the rules look at. NoPlan when there is no plan in the file yet."""
    plan, business = work.one(Plan), work.one(Business)
    boundaries, mark = work.one(Boundaries), work.one(ClockMark)
    if plan is None or business is None or boundaries is None or mark is None:
        raise NoPlan("no_plan")
    return Snapshot(
        moment=work.moment,
        plan=plan,
        business=business,
        boundaries=boundaries,
        mark=mark,
        confirmations=tuple(work.all(Confirmation)),
        adoptions=tuple(work.all(Adoption)),
        steps=tuple(work.all(StepState)),
        openings=tuple(work.all(Opening)),
        goals=tuple(work.all(Goal)),
        targets=tuple(work.all(Target)),
        pauses={pause.week: pause for pause in work.all(Pause)},
        holidays=tuple(work.all(Holiday)),
        crises=tuple(work.all(Crisis)),
        evidence=tuple(work.all(Evidence)),
        ticks=work.ticks(),
        reviews={review.week: review for review in work.all(Review)},
        take_backs=tuple(entry.day for entry in work.all(Entry, kind="take_back")),
    )


def playbook_of(work: Work, catalogue: Catalogue, run: Adoption) -> Playbook:
    """The playbook a run began with: the stored copy where the catalogue has moved on, and always of one
    of the owner's own, which may change without a new version."""
    present = catalogue.get(run.network)
    if run.version is None or (run.network in NETWORKS and present.version == run.version):
        return present
    return pinned(work, run.network, run.version) or present


def pinned(work: Work, network: str, version: int) -> Playbook | None:
    """The stored copy of a playbook, if a run ever began with this version."""
    found = work.one(Pinned, network=network, version=version)
    return from_json(found.body) if found else None
