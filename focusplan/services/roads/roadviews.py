"""A road in words: its parts, its jobs, how far it is walked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focusplan.domain.adoption import Adoption, StepState, take_back_until
from focusplan.domain.forecast import can_take_back
from focusplan.domain.gate import parts_of
from focusplan.domain.playbook import EXTRA_STAGES, STAGES, Playbook
from focusplan.domain.road import can_do, is_done, stage_now, winding_down
from focusplan.domain.snapshot import Snapshot
from focusplan.i18n import _, duration, language, ngettext
from focusplan.networkanswers import RunView, StageView, StepView
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultlooks import answered
from focusplan.services.roads.goalviews import default_goals, goal_views
from focusplan.store.store import Work


def stage_title(stage: str) -> str:
    """The name of a part of the road, or of what comes beside it."""
    titles = (
        _("Prepare"), _("Set up"), _("Listen"), _("Publish"), _("Converse"), _("Measure"), _("Go further"),
        _("Close down"),
    )  # fmt: skip
    return dict(zip((*STAGES, *EXTRA_STAGES), titles, strict=True))[stage]


def steps_count(facts: Snapshot, run: Adoption) -> tuple[int, int]:
    """Jobs of the road done and in all; optional ones count, deepening and closing ones do not."""
    steps = [step for step in facts.steps_of(run) if step.stage in STAGES]
    return sum(is_done(step) for step in steps), len(steps)


def step_view(playbook: Playbook, step: StepState, *, able: bool) -> StepView:
    """One step of a run in words; `able` says whether it can be ticked now."""
    words = playbook.words_of(step.step, language())
    done = is_done(step)
    return StepView(
        step.step, step.stage, words.title, words.why, words.how, words.done_when, step.minutes,
        step.required, done, step.done_on if done else None, step.instead, able,
    )  # fmt: skip


def run_view(facts: Snapshot, catalogue: Catalogue, playbook: Playbook, run: Adoption) -> RunView:
    """A network that is or was in the plan with its road and goals. `playbook` is the one it began with."""
    steps, openings = facts.steps_of(run), facts.openings_of(run)
    extra = {"mastered": "deepen", "retired": "wind_down" if winding_down(run) else ""}.get(run.state)
    shown = [step for step in steps if step.stage in STAGES or step.stage == extra]
    stage = stage_now(steps, openings, run)
    return RunView(
        network=run.network,
        name=catalogue.name(playbook.id),
        state=run.state,
        version=playbook.version,
        started_on=run.started_on,
        progress=progress(facts, run),
        stages=_stages(steps, openings, stage),
        stage=stage,
        steps=tuple(step_view(playbook, step, able=can_do(run, step, openings)) for step in shown),
        goals=goal_views(facts, catalogue, run) or default_goals(facts, catalogue, playbook),
        can_take_back=can_take_back(facts, run),
        take_back_until=take_back_until(run),
        then_line=_then(steps, openings),
    )


def unoffered(work: Work, view: RunView) -> RunView:
    """The same without the easier goals that were offered and answered; a change that waits stays named."""
    offered = [goal.id for goal in view.goals if goal.note and goal.next_target is None]
    done = [goal for goal in offered if answered(work, f"easier_target:{view.network}:{goal}")]
    goals = (replace(goal, note="") if goal.id in done else goal for goal in view.goals)
    return replace(view, goals=tuple(goals)) if done else view


def plain_run_view(facts: Snapshot, catalogue: Catalogue, playbook: Playbook, state: str) -> RunView:
    """A road as the playbook has it, for a network that was never started."""
    steps = tuple(
        StepState(0, step.id, step.stage, place, step.required, step.minutes)
        for place, step in enumerate(playbook.steps)
        if step.stage in STAGES
    )
    return RunView(
        network=playbook.id, name=catalogue.name(playbook.id), state=state, version=playbook.version,
        started_on=None, progress=0, stages=_stages(steps, (), ""), stage=STAGES[0],
        steps=tuple(step_view(playbook, step, able=False) for step in steps),
        goals=default_goals(facts, catalogue, playbook),
    )  # fmt: skip


def progress(facts: Snapshot, run: Adoption) -> int:
    """Per cent of the way to running well: the jobs of the road and each goal weigh the same."""
    if run.state == "mastered":
        return 100
    shares = [1.0 if part.met else _share(part.figure, part.target) for part in parts_of(facts, run)]
    return int(100 * sum(shares) / len(shares))


def _share(figure: int | None, target: int | None) -> float:
    return min(1.0, (figure or 0) / target) if target else 0.0


def _stages(steps: Iterable[StepState], openings: Iterable[str], now: str) -> tuple[StageView, ...]:
    opened = set(openings)
    return tuple(
        _stage([step for step in steps if step.stage == stage], stage, number, stage in opened, stage == now)
        for number, stage in enumerate(STAGES, start=1)
    )


def _stage(steps: list[StepState], stage: str, number: int, opened: bool, now: bool) -> StageView:
    needed = [step for step in steps if step.required and not is_done(step)]
    state = "current" if now else "closed" if not opened else "open" if needed else "done"
    done, left = sum(is_done(step) for step in steps), sum(step.minutes for step in needed)
    return StageView(stage, number, stage_title(stage), state, done, len(steps), left)


def _then(steps: Iterable[StepState], openings: Iterable[str]) -> str:
    """What the next part holds, empty once the last one has opened."""
    opened = set(openings)
    for stage in STAGES:
        if stage not in opened:
            mine = [step for step in steps if step.stage == stage]
            text = ngettext(
                "Then: {part}, {count} job, about {time}.",
                "Then: {part}, {count} jobs, about {time}.",
                len(mine),
            )
            time = duration(sum(step.minutes for step in mine))
            return text.format(part=stage_title(stage), count=len(mine), time=time)
    return ""
