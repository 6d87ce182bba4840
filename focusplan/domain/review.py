"""Closing a week: one review covers all earlier ended weeks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.pauses import Pause
from focusplan.domain.weeks import Week, first_monday

DECISIONS = ("keep", "change", "stop")


@dataclass(frozen=True, slots=True)
class Review:
    """The one decision of a closed week. `void`: from a wrong clock."""

    week: Week
    decide: str
    text: str
    made_on: date
    void: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """What decides which week is to be closed. `begins`: the day the plan began; `reopened`: paused weeks the
    owner came back in."""

    today: date
    begins: date
    boundaries: Boundaries
    pauses: Mapping[Week, Pause]
    reviews: Mapping[Week, Review]
    reopened: Collection[Week] = ()
    holidays: Collection[date] = ()

    @property
    def present(self) -> Week:
        """The running week."""
        return Week.of(self.today)

    def silent(self, week: Week) -> bool:
        """Whether the week is paused and was not taken up again."""
        return week in self.pauses and week not in self.reopened

    def reviewed(self, week: Week) -> bool:
        """Whether this very week was closed."""
        return week in self.reviews and not self.reviews[week].void

    def covered(self, week: Week) -> bool:
        """Whether a review of this week or of a later one covers it."""
        return any(later >= week and not review.void for later, review in self.reviews.items())

    def closes_on(self, week: Week) -> date:
        """The day from which a week can be closed: its last allowed one on which something is planned."""
        days = self.boundaries.open_days(week.days, self.holidays)
        return days[-1] if days else week.sunday

    def running(self) -> Week | None:
        """The running week from its last allowed day on, while it is not closed."""
        week = self.present
        ready = self.closes_on(week) <= self.today
        return week if ready and not self.silent(week) and not self.covered(week) else None

    def ended(self) -> Week | None:
        """The newest ended week that was not paused, if no review covers it; None when all is closed."""
        week = self.present - 1
        while week >= self.first and self.silent(week):
            week = week - 1
        return week if week >= self.first and not self.covered(week) else None

    def next(self) -> Week | None:
        """The week `close` would close now."""
        return self.running() or self.ended()

    def due(self) -> Week | None:
        """The week to be closed, as the owner is reminded. The first, partial week asks for nothing once it
        is over, nor when its last allowed day had come as the plan began."""
        week = self.next()
        if week is None or week >= Week.of(first_monday(self.begins)):
            return week
        return week if week == self.present and self.closes_on(week) > self.begins else None

    @property
    def first(self) -> Week:
        """The week the plan began in."""
        return Week.of(self.begins)

    def merged(self, week: Week) -> tuple[Week, ...]:
        """The earlier ended weeks a review of this one covers too, newest first."""
        earlier: list[Week] = []
        before = week - 1
        while before >= self.first and not self.covered(before):
            if not self.silent(before):
                earlier.append(before)
            before = before - 1
        return tuple(earlier)
