"""A part of a job is done: what it took is noted, and the rest of it is still to come."""

from __future__ import annotations

from dataclasses import replace

from focusplan.domain.errors import Refused
from focusplan.domain.session import part_of
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.ways import is_way_job
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.facts import snapshot
from focusplan.services.weeks import recording, ticking
from focusplan.store.store import Work


def part(work: Work, catalogue: Catalogue, week: Week, number: int, spent: int, outside: int = 0) -> None:
    """Note `spent` minutes, `outside` of them outside the hours. Of a step that part is ticked and the rest
    planned anew; every other job stays where it stands, with the minutes that are left. What somebody else
    spent on a job that was handed to them is no time of the owner's, and is not kept beside the job.

    Refused no_such_job, job_done, week_future, week_closed.
    """
    ticking.check_minutes(spent)
    facts = snapshot(work)
    ticking.refuse_unless_open(facts, week)
    item = ticking.jobs_of(work, catalogue, facts, week, [number])[0]
    if item.done:
        raise Refused("job_done", number=number)
    used = part_of(item.minutes, spent)
    network = _network(facts, item)
    if item.kind == "step" and not is_way_job(item.key):
        work.put(replace(item, minutes=used, by_hand=True, parts=item.parts + 1))
        ticking.tick(work, catalogue, week, [number], {number: spent - outside})
    else:
        work.put(replace(item, minutes=max(1, item.minutes - used), by_hand=True))
        if spent - outside and not item.person:
            recording.log_session(work, facts, network, spent - outside, outside=False)
    if outside and not item.person:
        recording.log_session(work, facts, network, outside, outside=True)


def _network(facts: Snapshot, item: Item) -> str:
    """The network the time belongs to; empty for what belongs to none."""
    if item.network is not None:
        return item.network
    kept = facts.in_state("parked") if item.kind == "parked" else ()
    return kept[0].network if kept else ""
