"""Looks every half minute whether something is due, and sees to it that it is said once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from focusplan import settings
from focusplan.domain.errors import FocusPlanError

if TYPE_CHECKING:
    from focusplan.answers import ReminderView
    from focusplan.ui.reminders.tray import Tray
    from focusplan.workspace import Workspace

EVERY = 30_000
"""Milliseconds between two looks."""
_DAYS_KEPT = 8
"""Reminders of which it is remembered that they were given: those of a day, and more."""

Tell = Callable[[str, str, Callable[[], object]], object]


class Watch(QObject):
    """`due` carries the reminder the window shows, or None when there is nothing to remind of any more.
    `chosen` carries the place a notice of the system leads to. `tell`: how the system says it."""

    due = Signal(object)
    chosen = Signal(str)

    def __init__(self, parent: QObject, tell: Tell, in_front: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._tell, self._in_front = tell, in_front
        self._workspace: Workspace | None = None
        self._put_aside: set[str] = set()
        self._shown = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def attach(self, workspace: Workspace | None) -> None:
        """Watch this plan from now on; None ends it."""
        self._workspace = workspace
        self._put_aside.clear()
        if workspace is None:
            self._timer.stop()
            self.due.emit(None)
        else:
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Ask whether something is due now. The system says it only while the owner does not look at the
        window, once, and never for a practice plan."""
        found: ReminderView | None = None
        if self._workspace is not None:
            with suppress(FocusPlanError):
                found = self._workspace.reminding.now(self._put_aside)
        self._shown = found is not None
        self.due.emit(found)
        if found is None or self._workspace is None or self._workspace.practice:
            return
        chosen = settings.load()
        told = chosen.told.split(";") if chosen.told else []
        if found.key in told:
            return
        with suppress(OSError):
            settings.save(replace(chosen, told=";".join([*told, found.key][-_DAYS_KEPT:])))
        if chosen.notices and not self._in_front():
            place = found.page
            self._tell(found.title, found.text, lambda: self.chosen.emit(place))

    def changed(self) -> None:
        """The plan has changed: what is shown may be done by now."""
        if self._shown:
            QTimer.singleShot(0, self, self.look)

    def put_aside(self, key: str) -> None:
        """Not now: nothing more is said of this one."""
        self._put_aside.add(key)
        self.look()


def teller(parent: QObject, tray: Tray) -> Tell:
    """How this system says something: on Linux by its notices, elsewhere beside the clock."""
    if not sys.platform.startswith("linux"):
        return tray.tell
    from focusplan.ui.reminders.bus import Bus

    return Bus(parent).tell
