"""The timed sitting on one job: begun, paused, ended. Kept in the plan, it counts on through a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from focusplan.answers import SessionView
from focusplan.domain.errors import Refused
from focusplan.domain.plan import Note
from focusplan.domain.session import Session, outside_minutes, read, written
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks import parting, recording, ticking
from focusplan.services.weeks.jobwords import JobWords
from focusplan.store.store import Work

_KEY = "session"
_TOUCHED = Topic.WEEK | Topic.NETWORKS | Topic.NUMBERS


def _clock() -> datetime:
    return datetime.now(UTC)


class SessionService:
    """At most one at a time. `now` is a stopwatch's: it runs also where a practice plan stands still."""

    def __init__(self, context: Context, now: Callable[[], datetime] = _clock) -> None:
        self._context = context
        self.now = now

    def view(self) -> SessionView | None:
        """The job that is timed, or None. One whose job is gone or done counts as none."""
        with self._context.read() as work:
            session = _present(work)
            if session is None:
                return None
            facts = snapshot(work)
            item = next(iter(_jobs(work, session)), None)
            if item is None or item.done or item.dropped:
                return None
            job = JobWords.of(work, self._context.catalogue, facts, session.week, ()).job(item)
            return SessionView(session, job)

    def start(self, number: int) -> None:
        """Begin on a job of this week. Refused session_runs, job_done, no_such_job, week_paused."""
        now = self.now()

        def begin(work: Work) -> None:
            facts = snapshot(work)
            running = _present(work)
            if running is not None and any(not one.done and not one.dropped for one in _jobs(work, running)):
                raise Refused("session_runs", number=running.number)
            item = ticking.jobs_of(work, self._context.catalogue, facts, facts.week, [number])[0]
            if item.done:
                raise Refused("job_done", number=number)
            _keep(work, Session(facts.week, number, item.minutes, now, now))

        self._do("", begin)

    def pause(self) -> None:
        """Stand still. Refused session_none."""
        self._change(lambda session, now: session.paused(now))

    def go_on(self) -> None:
        """Count again, also beyond twice the estimate. Refused session_none."""
        self._change(lambda session, now: session.going_on(now))

    def give_up(self) -> None:
        """End it; nothing is noted. Refused session_none."""
        self._do("", lambda work: _forget(work, _running(work)))

    def finish(self, done: bool = True, minutes: int | None = None) -> int:
        """End it with the job `done`, or a part of it; answers the minutes, `minutes` where they are given.
        What lay outside the hours is noted as such. Refused session_none, job_done."""
        now, catalogue = self.now(), self._context.catalogue
        spent = 0

        def end(work: Work) -> None:
            nonlocal spent
            session = _running(work)
            facts = snapshot(work)
            spent = session.minutes(now) if minutes is None else minutes
            ticking.check_minutes(spent)
            outside = _outside(facts, now, spent)
            if done:
                marked = ticking.tick(
                    work, catalogue, session.week, [session.number], {session.number: spent - outside}
                )
                if outside and not marked[0].person:
                    recording.log_session(work, facts, marked[0].network or "", outside, outside=True)
            else:
                parting.part(work, catalogue, session.week, session.number, spent, outside)
            _forget(work, session)

        self._do("tick" if done else "part", end)
        return spent

    def _change(self, turn: Callable[[Session, datetime], Session]) -> None:
        now = self.now()
        self._do("", lambda work: _keep(work, turn(_running(work), now)))

    def _do(self, deed: str, verb: Callable[[Work], object]) -> None:
        with self._context.begin(deed) as work:
            verb(work)
        self._context.announce(_TOUCHED)


def _present(work: Work) -> Session | None:
    note = work.one(Note, key=_KEY)
    return read(note.text) if note is not None else None


def _running(work: Work) -> Session:
    session = _present(work)
    if session is None:
        raise Refused("session_none")
    return session


def _jobs(work: Work, session: Session) -> list[Item]:
    return work.all(Item, week=session.week, number=session.number)


def _keep(work: Work, session: Session) -> None:
    with work.unwatched():
        work.put(Note(_KEY, written(session)))


def _forget(work: Work, _session: Session) -> None:
    """The clock is no deed: undoing a tick does not start it again."""
    with work.unwatched():
        work.remove(Note(_KEY, ""))


def _outside(facts: Snapshot, now: datetime, spent: int) -> int:
    """Minutes outside the hours, of work that ends now. A practice plan's day has no hour of its own."""
    if facts.plan.practice:
        return 0
    local = now.astimezone(timezone(timedelta(minutes=facts.moment.offset)))
    last = local.hour * 60 + local.minute
    return min(spent, outside_minutes(facts.boundaries.spans(local.date()), last - spent, last))
