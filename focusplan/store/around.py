"""Where a plan's file lies, as far as that could harm it: folders that a service copies about, drives of
other computers, and second copies which such services leave beside the file."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_BY_NAME = (
    ("Dropbox", r"Dropbox( \(.+\))?"),
    ("OneDrive", r"OneDrive( - .+|-.+)?"),
    ("iCloud", r"Mobile Documents|com~apple~CloudDocs|iCloud ?Drive"),
    ("Google Drive", r"Google ?Drive(-.+| \(.+\))?"),
    ("Nextcloud", r"Nextcloud\d*"),
    ("ownCloud", r"ownCloud\d*"),
    ("pCloud", r"pCloud ?(Drive|Sync)"),
    ("MEGA", r"MEGA(sync)?( Downloads)?"),
    ("Proton Drive", r"Proton ?Drive(-.+)?"),
    ("Box", r"Box Sync|Box-Box"),
)
"""What the services call their folder; the owner's own names come after a dash or in brackets."""
_BY_MARK = (
    ("Dropbox", ".dropbox.cache"),
    ("Syncthing", ".stfolder"),
    ("Nextcloud", ".owncloudsync.log"),
    ("Google Drive", ".tmp.drivedownload"),
)
"""What the services lay into their folder, whatever it is called."""
_BY_VARIABLE = (("OneDrive", ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")),)
"""Variables of Windows that hold a service's folder."""
_REMOTE = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs davfs fuse.davfs fuse.sshfs fuse.rclone fuse.gvfsd-fuse".split()
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4
"""Windows's number of a drive in the network."""
_SECOND = re.compile(r"plan.+\.db", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """`service`: the name of what copies the folder about, else empty; `remote`: it lies on another computer;
    `seconds`: names of files beside the plan that look like a second one."""

    service: str
    remote: bool
    seconds: tuple[str, ...]


def around(folder: Path) -> Around:
    """What lies around a plan in this folder. Never raises: what can't be asked is not there."""
    real = Path(os.path.realpath(folder))
    return Around(_service(real), _is_remote(real), _seconds(real))


def _service(folder: Path) -> str:
    places = (folder, *folder.parents)
    for name, pattern in _BY_NAME:
        if any(re.fullmatch(pattern, place.name, re.IGNORECASE) for place in places):
            return name
    for name, variables in _BY_VARIABLE:
        homes = [os.path.realpath(home) for one in variables if (home := os.environ.get(one))]
        if any(Path(home) in places for home in homes):
            return name
    for name, mark in _BY_MARK:
        if any(_there(place / mark) for place in places):
            return name
    return ""


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = folder.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return _kind_of(folder, lines) in _REMOTE


def _kind_of(folder: Path, lines: Iterable[str]) -> str:
    """The kind of file system here, by the system's list; of two at one place the later counts."""
    best, kind = -1, ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        place = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), parts[1]))
        if place in (folder, *folder.parents) and len(place.parts) >= best:
            best, kind = len(place.parts), parts[2]
    return kind


def _seconds(folder: Path) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_file()]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if _SECOND.fullmatch(name)))
