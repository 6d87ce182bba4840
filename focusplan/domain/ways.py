"""The five ways to go on, and the jobs that make each of them a small plan of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from focusplan.domain.playbook import Words

WAYS = ("start", "prepare_first", "minimal", "learn", "hand_over")
"""The advice on readiness, and what the owner may choose. `start` is what a plan has that was never asked."""

JOBS = "way-"
"""How the id of every job of a way begins."""


@dataclass(frozen=True, slots=True)
class WayJob:
    """A job of a way. `recurs`: asked every week once all jobs before it are done, never done for good.
    `alone`: asked only where no network is being learnt. `shared`: the name of the shared words it has."""

    id: str
    minutes: int
    recurs: bool = False
    alone: bool = False
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way's plan: its jobs in order, of which each week brings `a_week` new ones."""

    id: str
    a_week: int = 0
    jobs: tuple[WayJob, ...] = ()

    def asked(self, *, alone: bool) -> tuple[WayJob, ...]:
        """The jobs this plan asks for; `alone` where no network is being learnt."""
        return tuple(job for job in self.jobs if alone or not job.alone)


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways with their words, by language and job id."""

    ways: Mapping[str, Way] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)

    def get(self, way: str) -> Way:
        """This way; one without jobs where it has none, as `start`."""
        return self.ways.get(way, Way(way))

    def words_of(self, job: str, language: str) -> Words:
        """What a person reads about a job; English where a language is missing, its id where all are."""
        for lang in (language, "en"):
            found = self.words.get(lang, {}).get(job)
            if found is not None:
                return found
        return Words(job)


@dataclass(frozen=True, slots=True)
class Open:
    """What of a way is open: new jobs in order, those that come every week by now, and whether every job
    that is done for good is done."""

    once: tuple[WayJob, ...]
    weekly: tuple[WayJob, ...]
    through: bool


def is_way_job(key: str) -> bool:
    """Whether a step id or an item's key is that of a way's job."""
    return key.startswith(JOBS)


def open_jobs(way: Way, done: Collection[str], *, alone: bool) -> Open:
    """The way's jobs that are not done for good yet, by the ids that are."""
    once: list[WayJob] = []
    weekly: list[WayJob] = []
    for job in way.asked(alone=alone):
        if job.recurs:
            weekly += [] if once else [job]
        elif job.id not in done:
            once.append(job)
    return Open(tuple(once), tuple(weekly), not once)
