"""What the first week does not need is loaded once it can be read: in pieces, so that the window answers
between them. Whoever is quicker than that waits for the rest of it, which everybody would have waited for."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from focusplan.ui import quickly
from focusplan.ui.opening import look_through
from focusplan.ui.places import PLACES

if TYPE_CHECKING:
    from focusplan.ui.main_window import MainWindow
    from focusplan.ui.opening import Opened

PIECES = (
    "pydantic_core.core_schema",
    "pydantic._internal._generate_schema",
    "asyncio",
    "sqlalchemy",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.orm",
    "sqlmodel",
    "focusplan.store.records",
    "focusplan.store.writing",
    "focusplan.store.engine",
    "focusplan.services.safekeeping",
)
"""The database library from its parts to the whole, and then our own that need it. A piece that is not there
is passed over: the one that needs it says so."""


class Afterwards(QObject):
    """Loads the pieces one by one, looks the plan through, then makes the other pages. Goes with the
    plan that is shown."""

    def __init__(self, window: MainWindow, opened: Opened) -> None:
        super().__init__(opened.changes)
        self._window, self._workspace = window, opened.workspace
        self._left = list(PIECES)
        self._go_on()

    def _go_on(self) -> None:
        while self._left and self._left[0] in sys.modules:
            del self._left[0]
        if self._left:
            QTimer.singleShot(0, self, self._load)
            return
        quickly.settle()
        self._workspace.keep_plans(at_once=True)
        look_through(self._window, self._workspace)
        self._places = list(PLACES)
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """One page at a time is made before anybody goes there."""
        if not self._places:
            self.deleteLater()
            return
        self._window.prepare(self._places.pop(0))
        QTimer.singleShot(0, self, self._prepare)

    def _load(self) -> None:
        name = self._left.pop(0)
        gc.disable()
        with suppress(ImportError):
            import_module(name)
        gc.enable()
        self._go_on()
