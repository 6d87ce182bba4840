"""Starts FocusPlan: a command, or the window when there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from focusplan import paths

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from focusplan.cli.invocation import Invocation


COPIES = (".focusplan", ".db")
"""How the names of copies end that are opened with the program, as a double click in a folder does."""


def main(words: Sequence[str] | None = None) -> int:
    """Run with these words (those of the command line by default); answers the exit code. Without any, the
    window opens without a look at the commands."""
    typed = sys.argv[1:] if words is None else words
    if list(typed) in ([], [paths.AT_LOGIN]) and _has_screen():
        return _open(None, None, None, quiet=bool(typed))
    if len(typed) == 1 and _is_copy(typed[0]) and _has_screen():
        return _open(None, None, None, file=typed[0])
    from focusplan.cli.run import run

    return run(typed, _open_window)


def _open_window(invocation: Invocation) -> int:
    """Open the window. WrongUse no_screen where there is nothing to show it on."""
    if not _has_screen():
        from focusplan.domain.errors import WrongUse

        raise WrongUse("no_screen")
    folder = invocation.home if invocation.has_own_folder else None
    return _open(folder, invocation.language, invocation.today)


def _is_copy(word: str) -> bool:
    """Whether a word is no command but a copy of a plan that is to be opened with the program."""
    return word.lower().endswith(COPIES) and os.path.isfile(word)


def _open(
    folder: Path | None, language: str | None, today: date | None, quiet: bool = False, file: str = ""
) -> int:
    from pathlib import Path

    from focusplan.ui import quickly

    quickly.hurry()
    from focusplan.ui.app import open_window

    return open_window(folder, language, today, quiet=quiet, file=Path(file) if file else None)


def _has_screen() -> bool:
    """Windows and macOS always have one; elsewhere the session says so, or Qt was told what to use."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
