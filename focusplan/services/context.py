"""What every service is given, once, by the workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from focusplan.domain.errors import FocusPlanError
from focusplan.domain.plan import Moment
from focusplan.playbooks import Catalogue
from focusplan.services.care.deeds import WATCHED, keep
from focusplan.services.changes import Topic
from focusplan.store.store import Store, Work

FIRST_START = "first-start.json"
"""The file beside the plan with the answers of a first start that is not finished."""


@dataclass
class Context:
    """`announce` is called after a commit, never inside a unit of work. `catalogue` is what the workspace
    read last: ours, the owner's own, and what the plan holds besides."""

    store: Store
    catalogue: Catalogue
    moment: Callable[[], Moment]
    announce: Callable[[Topic], None]
    keeps_plans: bool = True
    """Whether a week that is planned by being looked at is stored at once, or once something is done."""

    def begin(self, deed: str = "") -> AbstractContextManager[Work]:
        """A unit of work that changes something: leaving it commits, an error rolls it back whole. One with
        a `deed` (a code of `deedwords`) can be undone by the owner."""
        opened = self._naming(self.store.begin(self.moment()))
        return self._kept(opened, deed) if deed else opened

    def read(self) -> AbstractContextManager[Work]:
        """A unit of work that only asks."""
        return self._naming(self.store.read(self.moment()))

    @contextmanager
    def _kept(self, opened: AbstractContextManager[Work], deed: str) -> Iterator[Work]:
        with opened as work:
            work.watch(WATCHED)
            yield work
            keep(work, deed)

    @contextmanager
    def _naming(self, opened: AbstractContextManager[Work]) -> Iterator[Work]:
        try:
            with opened as work:
                yield work
        except FocusPlanError as error:
            self.name_network(error)
            raise

    def name_network(self, error: FocusPlanError) -> None:
        """What a refusal calls a network, since only the catalogue knows the owner's own ones."""
        network = error.values.get("network")
        if isinstance(network, str):
            error.values["network_name"] = self.catalogue.name(network)
