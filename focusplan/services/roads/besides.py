"""The road of the newsletter, which runs beside the networks: it has no goals that open anything, so its done
jobs are kept as notes, and its parts open as their turn comes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.plan import Note
from focusplan.domain.playbook import STAGES, YARDSTICK, Playbook
from focusplan.domain.road import is_done, on_road, opened_now
from focusplan.domain.snapshot import Snapshot
from focusplan.playbooks import Catalogue
from focusplan.services.facts import snapshot
from focusplan.store.store import Work

_DONE = "beside."
"""Beginning of the key of a done job's note; its text is the day."""


def with_road(work: Work, catalogue: Catalogue, facts: Snapshot) -> Snapshot:
    """The facts with the newsletter's road as it has been walked; unchanged where it is not beside."""
    run = facts.current(YARDSTICK)
    if run is None or run.state != "beside" or facts.steps_of(run) or YARDSTICK not in catalogue:
        return facts
    steps = _steps(work, catalogue.get(YARDSTICK), run)
    return replace(
        facts, steps=(*facts.steps, *steps), openings=(*facts.openings, *_openings(steps, run, facts))
    )


def walked(work: Work, catalogue: Catalogue) -> Snapshot:
    """The facts of the plan with the newsletter's road."""
    return with_road(work, catalogue, snapshot(work))


def mark(work: Work, step: StepState, day: date | None) -> None:
    """Keep that this job is done for `day`, or not done."""
    work.put(Note(f"{_DONE}{step.step}", day.isoformat() if day else ""))


def next_step(facts: Snapshot) -> str:
    """The id of the next job of the newsletter's road, required ones first; empty when none is open. `facts`
    as `with_road` gives them."""
    run = facts.current(YARDSTICK)
    if run is None or run.state != "beside":
        return ""
    openings = facts.openings_of(run)
    undone = [step for step in on_road(facts.steps_of(run)) if step.stage in openings and not is_done(step)]
    return min(undone, key=lambda step: not step.required).step if undone else ""


def _steps(work: Work, playbook: Playbook, run: Adoption) -> tuple[StepState, ...]:
    kept = {note.key: note.text for note in work.all(Note) if note.key.startswith(_DONE)}
    found = []
    for place, step in enumerate(one for one in playbook.steps if one.stage in STAGES):
        text = kept.get(f"{_DONE}{step.id}", "")
        day = date.fromisoformat(text) if text else None
        state = StepState(run.id, step.id, step.stage, place, step.required, step.minutes)
        found.append(replace(state, done_on=day, made_on=day))
    return tuple(found)


def _openings(steps: tuple[StepState, ...], run: Adoption, facts: Snapshot) -> tuple[Opening, ...]:
    first = Opening(run.id, STAGES[0], run.started_on or facts.plan.first_day)
    return (first, *opened_now(steps, {first.stage: first}, run.id))
