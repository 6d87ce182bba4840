"""Where shipped data and the owner's data lie; the only room that knows appdirs.

The owner's folder is part of the file format: it must be the same in every version of the program, or a
plan would seem to have vanished after an update.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import appdirs

VERSION = "0.2.0"
"""The program's version; pyproject.toml takes it from here."""

APP_NAME = "FocusPlan"
"""Name of the data folder on every system. Never to change."""

AT_LOGIN = "--at-login"
"""What the entry for the start at log-in calls the program with: the window then stays out of the way."""

_KNOWN_RESOURCES = ("playbooks", "i18n")


def resources() -> Path:
    """Folder of the shipped data: beside this file when installed, one floor up in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "resources", here.parent / "resources"):
        if any((folder / known).is_dir() for known in _KNOWN_RESOURCES):
            return folder
    raise FileNotFoundError(f"FocusPlan's shipped data were not found beside {here}")


def data_home(override: Path | None = None) -> Path:
    """The folder that holds plan.db. Local application data, never roaming; not made here."""
    if override is not None:
        return override.expanduser().absolute()
    return Path(appdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def own_playbooks(data: Path) -> Path:
    """The folder for playbooks of the owner's own; not made here."""
    return data / "playbooks"


def practice_home(data: Path) -> Path:
    """The folder of the practice plan that belongs to the plan in `data`."""
    return data / "practice"


def settings_file() -> Path:
    """This computer's choices. Stays where it is when the plan is kept in another folder."""
    return Path(appdirs.user_config_dir(APP_NAME, appauthor=False, roaming=False)) / "settings.json"


def log_file(data: Path | None = None) -> Path:
    """Where the last-resort handler writes; holds no personal data."""
    return data_home(data) / "focusplan.log"


def make_private_folder(folder: Path) -> None:
    """Make `folder` and what is above it; the folder itself is for its owner alone (0700). Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def atomic_write(path: Path, content: bytes) -> None:
    """Put `content` at `path` whole or not at all, readable by its owner alone. Raises OSError.

    The old file stays in place until the new one is on the disk. A link at `path` is followed, so that a
    file kept elsewhere is replaced there.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, content: bytes) -> None:
    """os.write may take only a part of what it is given."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
