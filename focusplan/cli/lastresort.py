"""A fault of the program itself: one sentence for the owner, and where it happened for whoever mends it."""

from __future__ import annotations

import contextlib
import os
import platform
import traceback
from datetime import datetime
from pathlib import Path

from focusplan import paths
from focusplan.i18n import _

_LARGEST_LOG = 200_000


def unexpected(error: Exception, home: Path | None) -> str:
    """The sentence for an unexpected error; its place goes to the log, without any name, text or figure."""
    file = paths.log_file(home)
    with contextlib.suppress(OSError):
        _log(file, error)
    return _(
        "Something went wrong inside FocusPlan, and the command was not carried out. The plan is as it was."
    )


def _log(file: Path, error: Exception) -> None:
    """Appended for its owner alone; only where a data folder is, and never without end."""
    if not file.parent.is_dir():
        return
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    system = f"Python {platform.python_version()}, {platform.system()}"
    lines = [
        f"{datetime.now():%Y-%m-%d %H:%M:%S} FocusPlan {paths.VERSION}, {system}",
        type(error).__name__,
        *(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    if file.exists() and file.stat().st_size > _LARGEST_LOG:
        os.replace(file, file.with_name(file.name + ".1"))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")
