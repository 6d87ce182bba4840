"""What services answer: frozen, complete, in the language of the run. Window, command line and paper show
the same answers, so a figure that appears in two places comes from one place.

Minutes and counts are whole numbers, None where unknown. Texts that people typed are kept as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from focusplan.domain.plan import Idea
from focusplan.domain.session import Session
from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class Job:
    """An item of a week as a person sees it. `offer`: left undone twice, so splitting, shortening or
    dropping is offered. `is_next`: the one to do now (at most one in a plan)."""

    number: int
    id: str
    kind: str
    network: str | None
    network_name: str
    title: str
    day: date | None
    minutes: int
    done: bool
    taken: int | None = None
    person: str = ""
    why: str = ""
    how: tuple[str, ...] = ()
    done_when: str = ""
    note: str = ""
    carried: int = 0
    offer: bool = False
    can_tick: bool = True
    can_drop: bool = False
    can_move: bool = True
    chip: str = ""
    is_next: bool = False
    shared: bool = False
    """Of a post: it is someone else's, with an own sentence."""
    checks: tuple[str, ...] = ()
    """Of a post: which of the two ticks before posting are set, `gain` and `own`."""
    also: tuple[tuple[str, str, bool], ...] = ()
    """Of a ticked post: networks that run well with id, name, and whether it was used there too."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week view. `hours`: such as `09:00–12:00`; empty when protected."""

    day: date
    room: int
    hours: str
    protected: bool
    today: bool
    past: bool
    jobs: tuple[Job, ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """The network being learnt: part `stage_number` of 6, `stage_title` in words."""

    network: str
    name: str
    stage: str
    stage_number: int
    stage_title: str
    steps_done: int
    steps_total: int


@dataclass(frozen=True, slots=True)
class FirstJob:
    """What to say on the first evening or on an empty day: when the next job is."""

    job: Job
    day: date
    starts: int
    """Minutes since midnight at which that day's allowed time begins."""
    goals_from: date | None = None


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week. `present`: it is the running week; `closed`: no figure or tick of it counts any more."""

    week: Week
    today: date
    business: str
    budget: int
    reserve: int
    planned: int
    minutes_done: int
    paused: bool
    present: bool
    closed: bool
    days: tuple[Day, ...]
    put_off: tuple[Job, ...]
    protected: tuple[date, ...]
    yours: str
    """One line: `evenings, Tuesday, Thursday, the weekend`."""
    notes: tuple[str, ...]
    active: Badge | None
    opens_next: str
    """One line on what opens the next network; empty where nothing is learnt yet."""
    next_network: str
    """Id of the network that line speaks of, or empty."""
    result_one: str
    result_many: str
    results: int | None
    paper_line: str
    """An example line to type back, in the language's own letters."""
    review_due: Week | None
    first: FirstJob | None = None
    practice: bool = False
    long_silence: bool = False
    """Whether so many weeks were paused that the program asks how to go on."""

    @property
    def items(self) -> tuple[Job, ...]:
        """Every job of the week, by number."""
        jobs = [job for day in self.days for job in day.jobs] + list(self.put_off)
        return tuple(sorted(jobs, key=lambda job: job.number))


@dataclass(frozen=True, slots=True)
class WeekSquare:
    """A goal's week: met, missed, paused, left_out or running."""

    week: Week
    result: str
    text: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its history, newest week last. `kept` of `needed` good weeks (habits, responses), or
    the sum and the target (outcomes). `line` says that in words."""

    id: str
    kind: str
    text: str
    target: int | None
    least: int
    most: int
    k: int | None
    n: int
    held: bool
    kept: int
    needed: int
    line: str
    weeks: tuple[WeekSquare, ...]
    next_target: int | None = None
    next_from: date | None = None
    suggestion: int | None = None
    """For an outcome whose baseline has ended: half of what was counted, at least 1."""
    can_set: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetView:
    """Everything the printed week shows."""

    week: WeekView
    goals: tuple[GoalView, ...]
    boxes: tuple[str, ...]
    """Labels of the number boxes, in order."""
    ideas: tuple[str, ...]
    when_then: str
    paper_line: str
    letters: str
    """One line that explains the letters of the tallies."""
    people: bool = False


@dataclass(frozen=True, slots=True)
class BackupView:
    """A copy of the plan. `rows` were counted when it was looked through; `verified`: it was sound then."""

    file: str
    made_at: datetime
    rows: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check` found. `repair`: what would mend it, in words; empty where nothing can."""

    id: str
    text: str
    repair: str


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """What a line from paper says. `minutes`: the time altogether, else the jobs' own minutes; None where
    neither is known. `extra`: minutes that become an entry of their own. `tallies` by figure; sales as money
    in hundredths. `text`: the same in one sentence. `stored`: it was only understood, or kept as well."""

    week: Week
    done: tuple[int, ...]
    minutes: int | None
    extra: int
    tallies: dict[str, int]
    network: str | None
    text: str
    stored: bool = False


@dataclass(frozen=True, slots=True)
class HolidayView:
    """A coming public holiday; `works`: the owner works on it."""

    day: date
    name: str
    works: bool


@dataclass(frozen=True, slots=True)
class IdeasView:
    """Ideas that wait, in the order in which posts take them, and those that were used, the latest first."""

    waiting: tuple[Idea, ...]
    used: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class SessionView:
    """The timed sitting that runs, and its job."""

    session: Session
    job: Job


@dataclass(frozen=True, slots=True)
class UndoView:
    """What would be undone and done again next, in words that follow *Undo:*; empty where nothing is."""

    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True)
class ExportView:
    """What was written: the files, how many entries, rows or jobs are in them, how many jobs are taken back
    and how many found no room in the hours (both in a calendar only)."""

    files: tuple[str, ...]
    rows: int
    gone: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A plan's document that may be brought in: whose it is, from which week to which, and how much."""

    file: str
    business: str
    practice: bool
    first: Week
    last: Week
    rows: int


@dataclass(frozen=True, slots=True)
class ReminderView:
    """A reminder that is due. `key` names it, so that it is given once; `page`: the place it leads to."""

    key: str
    title: str
    text: str
    page: str
