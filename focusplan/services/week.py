"""This week: what stands in it, ticking it off on screen or from paper, moving jobs, minutes and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from focusplan.answers import Job, PaperAnswer, SheetView, WeekView
from focusplan.domain.errors import CannotStore, InUse, Refused, WrongUse
from focusplan.domain.evidence import Evidence
from focusplan.domain.plan import Idea, Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks import paperback, parting, placing, recording, ticking
from focusplan.services.weeks.jobwords import WHEN_THEN, default_when_then
from focusplan.services.weeks.peoplesheet import sheet_for
from focusplan.services.weeks.planning import Planned, planned, save
from focusplan.services.weeks.tallies import keep_tally
from focusplan.services.weeks.weekviews import counted_network, sheet_view, week_view
from focusplan.store.store import Work

T = TypeVar("T")
Ask = Callable[[Work, Catalogue, Snapshot, Planned], T]

_TICKED = Topic.WEEK | Topic.NETWORKS | Topic.NUMBERS
SHORT_JOB = 10
"""Minutes of a job one may just as well do now."""


def small_job(view: WeekView) -> Job | None:
    """A job of a week that takes ten minutes at most, steps first; None where none waits."""
    short = [job for job in view.items if not job.done and job.minutes <= SHORT_JOB]
    able = [job for job in short if job.kind not in ("close", "parked")]
    return min(able, key=lambda job: (job.kind != "step", job.day or date.max, job.number), default=None)


class WeekService:
    """Questions and verbs of the page This week. A week left out means the running one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # -------------------------------------------------------------- questions

    def view(self, week: Week | None = None) -> WeekView:
        """The week, planned and stored when it was not; beside another FocusPlan only shown.

        Refused week_too_far for more than eight weeks ahead.
        """
        return self._asked(week, week_view)

    def sheet(self, week: Week | None = None, person: str | None = None) -> SheetView:
        """Everything the printed week shows; its numbers are stored so that they can come back. With a
        person their jobs alone, the owner's for an empty name. Refused no_such_person."""
        whole = self._asked(week, sheet_view)
        return whole if person is None else sheet_for(whole, person)

    def understand(self, line: str) -> PaperAnswer:
        """What a line from paper says; nothing is kept."""
        with self._context.read() as work:
            return paperback.understand(work, self._context.catalogue, snapshot(work), line)

    def ten_minutes(self) -> Job | None:
        """A job of this week that takes ten minutes at most, the next one first."""
        return small_job(self.view())

    def ideas(self) -> tuple[Idea, ...]:
        """The ideas no post has taken yet, in the order they came."""
        with self._context.read() as work:
            return tuple(idea for idea in work.all(Idea) if idea.used_on is None)

    def _asked(self, week: Week | None, answer: Ask[T]) -> T:
        """Plan the week and answer; what is new is stored if it can be."""
        catalogue = self._context.catalogue
        with self._context.read() as work:
            facts = snapshot(work)
            plan = planned(work, catalogue, facts, week or facts.week)
            if not (plan.unsaved and self._context.keeps_plans):
                return answer(work, catalogue, facts, plan)
            unsaved = answer(work, catalogue, facts, plan)
        try:
            with self._context.begin() as work:
                facts = snapshot(work)
                plan = planned(work, catalogue, facts, week or facts.week)
                save(work, plan)
                facts = snapshot(work)
                return answer(work, catalogue, facts, replace(plan, unsaved=()))
        except (InUse, CannotStore, Refused):
            return unsaved

    # -------------------------------------------------------------- ticking

    def tick(
        self, week: Week | None, number: int, done: bool = True, minutes: int | None = None
    ) -> None:
        """Tick a job or take its tick back. Refused no_such_job, week_future, week_closed."""
        if done:
            self.tick_many(week, [number], {} if minutes is None else {number: minutes})
        else:
            self.untick(week, [number])

    def tick_many(
        self, week: Week | None, numbers: Iterable[int], minutes: Mapping[int, int] | None = None
    ) -> None:
        """Tick several jobs at once, all or none; `minutes` by number for those that are known."""
        wanted, taken = list(numbers), dict(minutes or {})
        self._do("tick", lambda work: ticking.tick(work, self._catalogue, self._week(week), wanted, taken))

    def untick(self, week: Week | None, numbers: Iterable[int]) -> None:
        """Take ticks back, all or none."""
        wanted = list(numbers)
        self._do("untick", lambda work: ticking.untick(work, self._catalogue, self._week(week), wanted))

    def part_done(self, week: Week | None, number: int, minutes: int) -> None:
        """A part of a job is done: its minutes are noted, the rest is still to come. Refused as `tick`."""
        at = self._week(week)
        self._do("part", lambda work: parting.part(work, self._catalogue, at, number, minutes))

    def set_minutes(self, week: Week | None, number: int, minutes: int | None) -> None:
        """Say what a done job took; None means the estimate."""
        week = self._week(week)
        self._do("minutes", lambda work: placing.set_minutes(work, self._catalogue, week, number, minutes))

    def paper(self, line: str) -> PaperAnswer:
        """Keep a line from paper, whole or not at all."""
        return self._do("paper", lambda work: paperback.keep(work, self._catalogue, snapshot(work), line))

    # -------------------------------------------------------------- placing

    def move(self, week: Week | None, number: int, day: date) -> None:
        """Place a job on another day. Refused with the reason on a protected, past or full day."""
        self._do("move", lambda work: placing.move(work, self._catalogue, self._week(week), number, day))

    def put_off(self, week: Week | None, number: int) -> None:
        """Take a job from its day; it waits under Later."""
        self._do("put_off", lambda work: placing.put_off(work, self._catalogue, self._week(week), number))

    def drop(self, week: Week | None, number: int) -> None:
        """Let a post or an optional step go for this week."""
        self._do("drop", lambda work: placing.drop(work, self._catalogue, self._week(week), number))

    def shorten(self, week: Week | None, number: int, minutes: int) -> None:
        """Plan a job with fewer minutes."""
        week = self._week(week)
        self._do("shorten", lambda work: placing.shorten(work, self._catalogue, week, number, minutes))

    def split(self, week: Week | None, number: int) -> None:
        """Cut a step in two parts."""
        self._do("split", lambda work: placing.split(work, self._catalogue, self._week(week), number))

    def smaller(self, week: Week | None, share: int) -> None:
        """Plan a week that is not over with 25, 50 or 75 per cent of the usual minutes; 100 as usual. What
        is done or placed by hand stays. WrongUse not_choice; Refused week_over, week_too_far, week_paused."""
        at = self._week(week)
        self._do("smaller", lambda work: placing.smaller(work, self._catalogue, at, share))

    def came_up(
        self, title: str, minutes: int, day: date | None = None, done: bool = False, network: str = ""
    ) -> Job:
        """Add something that came up, outside the plan's budget but never on a protected day unless done;
        for a network where one is named."""
        week, number = self._do(
            "came_up", lambda work: placing.came_up(work, self._catalogue, title, minutes, day, done, network)
        )
        return next(job for job in self.view(week).items if job.number == number)

    # -------------------------------------------------------------- figures, minutes, texts

    def add_result(self, by: int = 1) -> int:
        """Count a result of this week for the network being learnt, else for the first that is looked
        after; a negative `by` takes one back. Answers the week's count. Refused no_network."""

        def count(work: Work) -> int:
            facts = snapshot(work)
            network = counted_network(facts)
            if network is None:
                raise Refused("no_network")
            row = work.one(Evidence, network=network, week=facts.week, late=False)
            known = row.enquiries or 0 if row and not row.void else 0
            total = max(0, known + by)
            recording.record(work, facts, network, facts.week, {"enquiries": total})
            keep_tally(work, network, facts.week, {"enquiries": total})
            return total

        return self._do("result", count)

    def record(self, network: str, week: Week | None, figures: Mapping[str, int | None]) -> Evidence:
        """Type figures of a week; answers the row they are kept in. `evidence.late` or `outside` ones do not
        count. WrongUse no_such_network, figure_unknown, figure_range, answered_more; Refused week_future."""
        recording.refuse_unknown(self._context.catalogue, network)
        typed = dict(figures)
        return self._do(
            "record", lambda work: recording.record(work, snapshot(work), network, self._week(week), typed)
        )

    def log_time(
        self, network: str, minutes: int, at: datetime | None = None, note: str = ""
    ) -> TimeEntry:
        """Minutes on a network, by default just now. WrongUse no_such_network; `recording.log_time`."""
        recording.refuse_unknown(self._context.catalogue, network)
        return self._do(
            "time", lambda work: recording.log_time(work, snapshot(work), network, minutes, at, note)
        )

    def add_idea(self, text: str) -> Idea:
        """Put a line on the list of ideas. WrongUse title_empty, title_long."""
        line = " ".join(text.split())
        if not line:
            raise WrongUse("title_empty")
        if len(line) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        return self._do("idea_add", lambda work: work.add(Idea(0, line)))

    def remove_idea(self, idea: int) -> None:
        """Take a line off the list of ideas."""

        def remove(work: Work) -> None:
            found = work.one(Idea, id=idea)
            if found is not None:
                work.remove(found)

        self._do("idea_remove", remove)

    def when_then(self) -> tuple[str, str]:
        """The owner's own when-then sentence, empty where there is none, and the usual one."""
        with self._context.read() as work:
            facts = snapshot(work)
            own = work.one(Note, key=WHEN_THEN)
            return own.text if own else "", default_when_then(facts, facts.week)

    def write_when_then(self, text: str) -> None:
        """The owner's own when-then sentence; an empty one brings the usual one back. WrongUse title_long."""
        if len(text) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        self._do("sentence", lambda work: work.put(Note(WHEN_THEN, " ".join(text.split()))))

    # -------------------------------------------------------------- one unit of work

    @property
    def _catalogue(self) -> Catalogue:
        return self._context.catalogue

    def _week(self, week: Week | None) -> Week:
        return week or Week.of(self._context.moment().day)

    def _do(self, deed: str, verb: Callable[[Work], T]) -> T:
        with self._context.begin(deed) as work:
            result = verb(work)
        self._context.announce(_TICKED)
        return result
