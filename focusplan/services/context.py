"""What every service is given, once, by the workspace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from focusplan.domain.plan import Moment
from focusplan.playbooks import Catalogue
from focusplan.services.changes import Topic
from focusplan.store.store import Store, Work


@dataclass(frozen=True)
class Context:
    """`announce` is called after a commit, never inside a unit of work."""

    store: Store
    catalogue: Catalogue
    moment: Callable[[], Moment]
    announce: Callable[[Topic], None]

    def begin(self) -> AbstractContextManager[Work]:
        """A unit of work that changes something: leaving it commits, an error rolls it back whole."""
        return self.store.begin(self.moment())

    def read(self) -> AbstractContextManager[Work]:
        """A unit of work that only asks."""
        return self.store.read(self.moment())
