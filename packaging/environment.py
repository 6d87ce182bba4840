"""The checkout's own Python environment `.venv`, holding exactly the locked packages.

A half-made environment is known by its mark and made anew; a finished one is left alone until the locked
list changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

READY = "focusplan-ready.json"
UNDER_WAY = "focusplan-under-way"
LISTS = ("requirements.txt", "requirements-test.txt")
"""The locked lists; each holds everything of the ones before it, in the same versions."""


class SetUpFailed(Exception):
    """The machine is not ready; the text is one sentence for the person, saying what to do."""


def ready_python(root: Path, wanted: str) -> Path:
    """The environment's interpreter, with the packages of the locked list `wanted`. Raises SetUpFailed."""
    folder = root / ".venv"
    try:
        with _one_at_a_time(root):
            if not _sound(folder):
                _make(folder)
            if not _holds(root, folder, wanted):
                _install(root, folder, wanted)
    except OSError as reason:
        raise SetUpFailed(f"The environment {folder} could not be made: {reason.strerror}.") from reason
    return interpreter(folder)


def interpreter(folder: Path) -> Path:
    """Where an environment keeps its interpreter."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def fingerprint(root: Path, name: str) -> str:
    """What a locked list holds, as a hash; line ends don't count, since Git may change them."""
    lines = (root / "packaging" / name).read_text(encoding="utf-8").splitlines()
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sound(folder: Path) -> bool:
    """Whether the environment was finished, stands where it was made and runs this Python's release."""
    if (folder / UNDER_WAY).exists() or _mark(folder).get("folder", str(folder)) != str(folder):
        return False
    ask = "import pip, sys; print(*sys.version_info[:2], sys.prefix != sys.base_prefix)"
    command = [str(interpreter(folder)), "-I", "-c", ask]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.split() == [*map(str, sys.version_info[:2]), "True"]


def _make(folder: Path) -> None:
    print("Making FocusPlan's own Python environment in .venv ...", file=sys.stderr, flush=True)
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / UNDER_WAY).touch()
    _call(
        [sys.executable, "-m", "venv", str(folder)],
        "The Python environment .venv could not be made; see the lines above.",
    )


def _install(root: Path, folder: Path, wanted: str) -> None:
    print("Installing the locked packages (a minute or two, once) ...", file=sys.stderr, flush=True)
    (folder / READY).unlink(missing_ok=True)
    (folder / UNDER_WAY).touch()
    command = [str(interpreter(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(root / "packaging" / wanted)]
    _call(command, "The packages could not be installed; see the lines above. Is the internet reachable?")
    mark = {"list": wanted, "fingerprint": fingerprint(root, wanted), "folder": str(folder)}
    (folder / READY).write_text(json.dumps(mark), encoding="utf-8")
    (folder / UNDER_WAY).unlink()


def _holds(root: Path, folder: Path, wanted: str) -> bool:
    """Whether the finished environment has the list wanted, or a longer one, as it is locked today."""
    mark = _mark(folder)
    held = mark.get("list")
    if held not in LISTS[LISTS.index(wanted) :]:
        return False
    return mark.get("fingerprint") == fingerprint(root, held)


def _mark(folder: Path) -> dict[str, str]:
    """What the last finished installation left behind; empty when there is none that can be read."""
    try:
        mark = json.loads((folder / READY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return mark if isinstance(mark, dict) else {}


def _call(command: list[str], failure: str) -> None:
    """Run a step of the set-up, its own output shown on standard error only."""
    foreign = ("PYTHONHOME", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in foreign}
    try:
        subprocess.run(command, stdout=sys.stderr, env=environment, check=True)
    except (OSError, subprocess.CalledProcessError) as reason:
        raise SetUpFailed(failure) from reason


@contextlib.contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Two calls at once wait for each other, where the system offers that and the folder can be written."""
    try:
        import fcntl

        handle = (root / ".venv.lock").open("w")
    except (ImportError, PermissionError):
        yield
        return
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
