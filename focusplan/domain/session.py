"""A timed sitting on one job: how long it has been, when it ends, and when counting stops by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from focusplan.domain.boundaries import Span
from focusplan.domain.weeks import Week

WARNING = 5
"""Minutes before the end at which it is said that the end is near."""
TIMES = 2
"""Counting stops at so many times the estimate, unless the owner says to go on."""
_STEP = 5


@dataclass(frozen=True, slots=True)
class Session:
    """`since`: UTC from which it is counting, None while it is paused. `seconds` were counted before that.
    `longer`: go on beyond twice the estimate. `estimate` is in minutes."""

    week: Week
    number: int
    estimate: int
    began: datetime
    since: datetime | None
    seconds: int = 0
    longer: bool = False

    @property
    def limit(self) -> int:
        """Seconds at which counting stops unless told otherwise."""
        return TIMES * max(1, self.estimate) * 60

    def counted(self, now: datetime) -> int:
        """Seconds so far. A clock that was put back takes nothing away."""
        running = 0 if self.since is None else max(0, int((now - self.since).total_seconds()))
        total = self.seconds + running
        return total if self.longer else min(total, max(self.limit, self.seconds))

    def minutes(self, now: datetime) -> int:
        """Whole minutes so far, at least one."""
        return max(1, round(self.counted(now) / 60))

    def left(self, now: datetime) -> int:
        """Seconds to the planned end; less than nothing after it."""
        return self.estimate * 60 - self.counted(now)

    def state(self, now: datetime) -> str:
        """`paused`, `stopped` (counting has ended by itself), `over`, `ending` (five minutes or less) or
        `running`. A job of five minutes or less has no such warning."""
        if self.since is None:
            return "paused"
        if not self.longer and self.counted(now) >= self.limit:
            return "stopped"
        if self.left(now) <= 0:
            return "over"
        short = self.estimate <= WARNING
        return "ending" if not short and self.left(now) <= WARNING * 60 else "running"

    def paused(self, now: datetime) -> Session:
        """The same, standing still."""
        return replace(self, seconds=self.counted(now), since=None)

    def going_on(self, now: datetime) -> Session:
        """The same, counting; what was stopped goes on from where it stopped."""
        stopped = self.state(now) == "stopped" or self.counted(now) >= self.limit
        return replace(self, seconds=self.counted(now), since=now, longer=self.longer or stopped)


def written(session: Session) -> str:
    """The session as text."""
    since = session.since.isoformat() if session.since else None
    told = [session.week.index, session.number, session.estimate, session.began.isoformat(), since,
            session.seconds, session.longer]  # fmt: skip
    return json.dumps(told)


def read(text: str) -> Session | None:
    """The session that was written so; None for a text that is none."""
    try:
        week, number, estimate, began, since, seconds, longer = json.loads(text)
        return Session(
            Week(week), number, estimate, datetime.fromisoformat(began),
            datetime.fromisoformat(since) if since else None, seconds, bool(longer),
        )  # fmt: skip
    except (ValueError, TypeError):
        return None


def outside_minutes(spans: Iterable[Span], first: int, last: int) -> int:
    """Minutes of a piece of work from minute `first` to `last` of a day that lie outside its hours."""
    inside = sum(max(0, min(last, end) - max(first, start)) for start, end in spans)
    return max(0, last - first - inside)


def part_of(planned: int, spent: int) -> int:
    """Minutes of a job that a part of it has used up, in fives, so that something is left to do."""
    least = min(_STEP, planned - 1)
    return max(least, min(round(spent / _STEP) * _STEP, planned - least))
