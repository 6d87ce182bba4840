"""What closing a week and typing its figures in ask: frozen, complete, in the language of the run.

Counts are whole numbers, sales are hundredths of the currency, None is unknown. Texts that people typed are
kept as typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from focusplan.answers import Job
from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a network's week. `label` stands above its field, `spoken` says it without its
    surroundings; `hint`: where the network itself shows it. `source`: typed, tallied, ticked or file, empty
    while it is unknown; `said` is that in words."""

    figure: str
    label: str
    spoken: str
    hint: str
    known: int | None
    source: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A network's week. `network` is empty for what came from nobody knows where. `optional`: it may be
    passed over without a thought, as it counts for no goal."""

    network: str
    name: str
    week: Week
    figures: tuple[Figure, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NumberWeek:
    """The rows of one week. `late`: it is closed; what is typed now is kept and shown, and does not count,
    which `note` says."""

    week: Week
    title: str
    late: bool
    note: str
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class NumbersView:
    """The weeks that can be filled in, newest first; `more`: there are older ones, which are closed."""

    weeks: tuple[NumberWeek, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Left:
    """Jobs of one week that are not ticked."""

    week: Week
    title: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The figures asked of one network, a row a week; `question` and `hint` stand above them."""

    network: str
    question: str
    hint: str
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Closing a week. `merged`: earlier ended weeks it covers too. `phone`: minutes typed so far.
    `when_then`: the owner's sentence as it stands, and whether it is asked for. `notes` say what can no
    longer count."""

    week: Week
    title: str
    left: tuple[Left, ...]
    numbers: tuple[Asked, ...]
    draft: dict[str, str]
    merged: tuple[Week, ...]
    phone: int | None = None
    when_then: str = ""
    asks_when_then: bool = False
    notes: tuple[str, ...] = ()
    last: str = ""
    """What was decided the last time, in words; empty where nothing was."""

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job that is left, of all weeks."""
        return tuple(job for left in self.left for job in left.jobs)

    @property
    def asks_left(self) -> bool:
        """Whether any of them can still be ticked, so that it is asked about."""
        return any(job.can_tick for job in self.jobs)

    @property
    def screens(self) -> int:
        """How many questions closing this week takes."""
        return self.asks_left + len(self.numbers) + self.asks_when_then + 4


@dataclass(frozen=True, slots=True)
class Easier:
    """An easier goal that is offered once. `id` names the suggestion; `rule` says when it is made."""

    id: str
    network: str
    goal: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClosedView:
    """A week that was closed: `balance` is one calm sentence, `still` says until when more can be added,
    empty where that day has passed."""

    week: Week
    text: str
    balance: str
    still: str
    easier: tuple[Easier, ...] = ()
