"""Everything the rules look at, read in one go: one consistent picture of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Target, Ticks
from focusplan.domain.pauses import Crisis, Holiday, Pause
from focusplan.domain.plan import ClockMark, Confirmation, Moment, Plan
from focusplan.domain.review import Review
from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The facts at one moment. `evidence` has every row, late and void ones too; `ticks` is keyed by network
    and week. `adoptions` holds every run; `current` gives a network's state."""

    moment: Moment
    plan: Plan
    business: Business
    boundaries: Boundaries
    mark: ClockMark
    confirmations: tuple[Confirmation, ...]
    adoptions: tuple[Adoption, ...]
    steps: tuple[StepState, ...]
    openings: tuple[Opening, ...]
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    pauses: Mapping[Week, Pause]
    holidays: tuple[Holiday, ...]
    crises: tuple[Crisis, ...]
    evidence: tuple[Evidence, ...]
    ticks: Mapping[tuple[str, Week], Ticks]
    reviews: Mapping[Week, Review]
    take_backs: tuple[date, ...] = ()
    """The days on which starts were taken back, as the ledger has them."""
    known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What rules have worked out of these facts already; another picture begins with nothing."""

    @property
    def week(self) -> Week:
        """The running week."""
        return Week.of(self.moment.day)

    def current(self, network: str) -> Adoption | None:
        """The newest run of a network, or None when it was never in the plan."""
        runs = [run for run in self.adoptions if run.network == network]
        return max(runs, key=lambda run: run.id) if runs else None

    def in_state(self, state: str) -> tuple[Adoption, ...]:
        """The newest runs that are in this state, in the order they came in."""
        newest = {run.network: run for run in sorted(self.adoptions, key=lambda run: run.id)}
        return tuple(run for run in sorted(newest.values(), key=lambda run: run.id) if run.state == state)

    @property
    def active(self) -> Adoption | None:
        """The network being learnt, or None."""
        runs = self.in_state("active")
        return runs[0] if runs else None

    def steps_of(self, run: Adoption) -> tuple[StepState, ...]:
        return tuple(sorted((s for s in self.steps if s.adoption == run.id), key=lambda s: s.position))

    def goals_of(self, run: Adoption) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals if goal.adoption == run.id)

    def openings_of(self, run: Adoption) -> Mapping[str, Opening]:
        """Opened stages by id."""
        return {opening.stage: opening for opening in self.openings if opening.adoption == run.id}
