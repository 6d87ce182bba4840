"""Starts FocusPlan: a command, or the window when there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from focusplan.cli.invocation import Invocation


AT_LOGIN = "--at-login"
"""What the entry for the start at log-in calls the program with: the window then stays out of the way."""


def main(words: Sequence[str] | None = None) -> int:
    """Run with these words (those of the command line by default); answers the exit code. Without any, the
    window opens without a look at the commands."""
    typed = sys.argv[1:] if words is None else words
    if list(typed) in ([], [AT_LOGIN]) and _has_screen():
        return _open(None, None, None, quiet=bool(typed))
    from focusplan.cli.run import run

    return run(typed, _open_window)


def _open_window(invocation: Invocation) -> int:
    """Open the window. WrongUse no_screen where there is nothing to show it on."""
    if not _has_screen():
        from focusplan.domain.errors import WrongUse

        raise WrongUse("no_screen")
    folder = invocation.home if invocation.has_own_folder else None
    return _open(folder, invocation.language, invocation.today)


def _open(folder: Path | None, language: str | None, today: date | None, quiet: bool = False) -> int:
    from focusplan.ui import quickly

    quickly.hurry()
    from focusplan.ui.app import open_window

    return open_window(folder, language, today, quiet=quiet)


def _has_screen() -> bool:
    """Windows and macOS always have one; elsewhere the session says so, or Qt was told what to use."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
