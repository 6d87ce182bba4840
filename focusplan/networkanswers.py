"""What services answer about networks: roads, goals, the gate and its ways forward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focusplan.answers import GoalView, WeekSquare
from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class StepView:
    """A job of a road, open or not, done or not."""

    id: str
    stage: str
    title: str
    why: str
    how: tuple[str, ...]
    done_when: str
    minutes: int
    required: bool
    done: bool
    done_on: date | None
    instead: str = ""
    open: bool = True
    """Its stage has opened, so it can be ticked."""


@dataclass(frozen=True, slots=True)
class StageView:
    """A part of the road: done, current, open or closed."""

    id: str
    number: int
    title: str
    state: str
    done: int
    total: int
    minutes_left: int


@dataclass(frozen=True, slots=True)
class PartView:
    """One goal or the steps within `active_done`."""

    id: str
    met: bool
    figure: int | None
    target: int | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition of the gate in plain words. `way`: the id of the way there (see WayView)."""

    id: str
    met: bool
    text: str
    figure: int | None
    target: int | None
    next_action: str
    way: str = ""
    parts: tuple[PartView, ...] = ()


@dataclass(frozen=True, slots=True)
class WayView:
    """A legal way forward: adjust, pause, again, hand_over, retire, later, wait, review, budget, clock,
    record, repair, do_steps. `consequence` is one sentence."""

    id: str
    text: str
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The gate's answer about one network, in words."""

    network: str
    name: str
    open: bool
    conditions: tuple[ConditionView, ...]
    ways: tuple[WayView, ...]
    earliest: Week | None
    summary: str
    """One or two sentences: what opens it, or that it is open."""
    usual: str = ""
    """What a week of this owner usually takes; empty before four weeks were logged. It decides nothing."""
    learnt: tuple[str, ...] = ()
    """What was learnt from networks that were closed, each with its name, newest first."""


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """A network of the catalogue as the lists show it. `line` is one sentence on its state or reason, `asks`
    one on the minutes and weeks it takes. `ruled_out`: the code of what speaks against starting it now."""

    id: str
    name: str
    state: str
    fit: int
    rank: int
    reason: str
    start_minutes: int
    upkeep_minutes: int
    weeks: int
    startable: bool
    written: bool
    fits_time: bool
    needs: str = ""
    note: str = ""
    parked_minutes: int = 0
    line: str = ""
    asks: str = ""
    ruled_out: str = ""


@dataclass(frozen=True, slots=True)
class RunView:
    """A network being learnt, looked after or closed, with its road and goals."""

    network: str
    name: str
    state: str
    version: int
    started_on: date | None
    progress: int
    """Per cent of the way to running well."""
    stages: tuple[StageView, ...]
    stage: str
    steps: tuple[StepView, ...]
    goals: tuple[GoalView, ...]
    can_take_back: bool = False
    take_back_until: date | None = None
    then_line: str = ""
    """What the next part holds: `Then: Converse, five jobs, about 1 h 30.`"""


@dataclass(frozen=True, slots=True)
class LimitView:
    """What a field or picture may hold: `text` names it with its unit, `value` is in force, `ours` is the
    playbook's. `own`: the owner corrected it. `line` says since when, or when it was checked."""

    id: str
    kind: str
    text: str
    value: str
    ours: str
    own: bool
    line: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """What a network is. `numbers` and `comments`: a label and what the network calls it or does about it."""

    network: str
    name: str
    suits: str
    asks: str
    needs: str
    statistics: str
    numbers: tuple[tuple[str, str], ...]
    comments: tuple[tuple[str, str], ...]
    limits: tuple[LimitView, ...]
    road: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class FaultyPlaybook:
    """A folder of the owner's own that is left out of use; `faults` say file and key, what is wrong and what
    to do, one sentence or two each."""

    id: str
    folder: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworksView:
    """The page Networks: running well, learning now, next; kept as they are; later; all others."""

    week: Week
    mastered: tuple[NetworkCard, ...]
    active: RunView | None
    next: NetworkCard | None
    verdict: VerdictView | None
    parked: tuple[NetworkCard, ...]
    later: tuple[NetworkCard, ...]
    others: tuple[NetworkCard, ...]
    paused_weeks: tuple[Week, ...]
    wind_down: RunView | None = None
    """The closed network whose wind-down jobs are still open."""
    faulty: tuple[FaultyPlaybook, ...] = ()
    """Playbooks of the owner's own that can't be used as they are."""


@dataclass(frozen=True, slots=True)
class GoalChange:
    """What a change of a goal would do, shown before it is made."""

    network: str
    goal: str
    old: int | None
    new: int
    starts: date
    easier: bool
    text: str


@dataclass(frozen=True, slots=True)
class HistoryWeek:
    """A week of a goal in words: what was asked, what it brought, how it counts. `result` as in squares."""

    week: Week
    result: str
    asked: str
    brought: str
    counts: str


@dataclass(frozen=True, slots=True)
class GoalHistory:
    """A goal from its first week on, newest week first; `changes` are sentences, oldest first."""

    network: str
    goal: str
    text: str
    line: str
    weeks: tuple[HistoryWeek, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachedGoal:
    """A goal as it was earned: the weeks it was judged on, and each change with its reason."""

    text: str
    weeks: tuple[WeekSquare, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachedView:
    """The page to keep of a network that runs well. `figures`: label and value of what it took and brought;
    `learnt` is the owner's own text, `noted` what they wrote when they closed weeks, newest first; `closed`:
    jobs that could not be done, each with its reason; `stays`: label and value of the load that stays;
    `complete` says since when the record can be vouched for, empty where that is always."""

    network: str
    name: str
    business: str
    practice: bool
    today: date
    title: str
    dates: str
    figures: tuple[tuple[str, str], ...]
    learnt: str
    noted: tuple[str, ...]
    goals: tuple[ReachedGoal, ...]
    closed: tuple[tuple[str, str], ...]
    stays: tuple[tuple[str, str], ...]
    complete: str
