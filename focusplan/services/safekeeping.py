"""Copies of the plan, putting one back, looking whether all is right, and saying that today is right."""

from __future__ import annotations

from pathlib import Path

from focusplan.answers import BackupView, Finding
from focusplan.services.context import Context


class SafekeepingService:
    """What keeps the plan safe."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def backups(self) -> tuple[BackupView, ...]:
        """The copies there are, newest first."""
        return ()

    def back_up(self, target: Path | None = None) -> BackupView:
        """Make a copy now, in the folder of copies or as the file `target`."""
        raise NotImplementedError

    def restore(self, path: Path) -> BackupView:
        """Put a copy back; answers the safety copy of what was there before."""
        raise NotImplementedError

    def daily(self) -> None:
        """Make today's copy unless there is one."""

    def check(self, repair: bool = False) -> tuple[Finding, ...]:
        """What is not right, mended where `repair` is wished and possible."""
        return ()

    def confirm_clock(self) -> None:
        """Today is right although the mark is later."""
        raise NotImplementedError
