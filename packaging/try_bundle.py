#!/usr/bin/env python3
"""Tries a finished bundle as a stranger would meet it. Linux; what needs rights or tools that are not
there is left out, and said.

    python3 packaging/try_bundle.py [BUNDLE]      BUNDLE is build/bundle/focusplan

It is moved to a folder with blanks and an å, started from elsewhere, with an empty environment, by an
ordinary person, without a network; every socket it opens is looked at; its start is timed beside that from
source.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SLOWER = 1.2
"""A start may take this many times as long as from source."""
NOBODY = 65534
PLAIN = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}


class Try:
    """The bundle, moved away, and what was found."""

    def __init__(self, bundle: Path, place: Path) -> None:
        self.program = place / "flyttad hit å" / "FocusPlan" / "focusplan"
        shutil.copytree(bundle, self.program.parent, symlinks=True)
        self.home = place / "home å"
        self.home.mkdir()
        self.plan = self.home / ".local" / "share" / "FocusPlan" / "practice"
        self.wrong: list[str] = []

    def run(
        self, before: Sequence[str], *words: str, user: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the program from the root folder, with next to nothing in its environment."""
        command = [*before, str(self.program), *words]
        environment = PLAIN | {"HOME": str(self.home)}
        return subprocess.run(
            command, cwd="/", env=environment, capture_output=True, text=True, timeout=300, user=user
        )

    def say(self, name: str, right: bool, more: str = "") -> None:
        """Tell one finding and keep it."""
        print(f"{'right    ' if right else 'NOT RIGHT'}  {name}  {more}".rstrip(), flush=True)
        if not right:
            self.wrong.append(name)


def main(arguments: list[str]) -> int:
    """Try everything; answers the exit code."""
    bundle = Path(arguments[0]).absolute() if arguments else ROOT / "build" / "bundle" / "focusplan"
    with tempfile.TemporaryDirectory(prefix="focusplan-try-") as folder:
        os.chmod(folder, 0o755)
        tried = Try(bundle, Path(folder))
        for attempt in (_moved, _ordinary, _unconnected, _sockets, _languages, _start):
            attempt(tried)
    return 1 if tried.wrong else 0


def _moved(tried: Try) -> None:
    done = tried.run([], "self-test")
    tried.say(
        "moved, from another folder, empty environment: self-test", done.returncode == 0, done.stderr[-300:]
    )
    before = {path: path.stat().st_mtime_ns for path in tried.program.parent.rglob("*")}
    tried.run([], "demo", "--weeks", "3")
    after = {path: path.stat().st_mtime_ns for path in tried.program.parent.rglob("*")}
    tried.say("nothing is written beside the program", before == after)
    tried.say("the plan lies where this system keeps data", (tried.plan / "plan.db").is_file())


def _ordinary(tried: Try) -> None:
    if os.geteuid() != 0:
        return
    for path in [tried.home, *tried.home.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    done = tried.run([], "--data", str(tried.plan), "status", user=NOBODY)
    tried.say("an ordinary person reads the plan", done.returncode == 0, done.stderr[-300:])
    done = tried.run([], "self-test", user=NOBODY)
    tried.say("an ordinary person: self-test", done.returncode == 0, done.stderr[-300:])


def _unconnected(tried: Try) -> None:
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode != 0:
        print("left out   without a network: no rights to take it away")
        return
    done = tried.run(["unshare", "-n"], "self-test")
    tried.say("without a network: self-test", done.returncode == 0, done.stderr[-300:])


def _sockets(tried: Try) -> None:
    if shutil.which("strace") is None:
        print("left out   sockets: strace is not here")
        return
    for name, words in (("a command", ["self-test"]), ("a window", [])):
        trace = tried.home / "trace"
        ask = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=socket,connect,bind,sendto"]
        limit = ["timeout", "8"] if not words else []
        tried.run([*limit, *ask], *words)
        calls = re.findall(r"^\d+ +((?:socket|connect|bind|sendto)\(.*)$", trace.read_text(), re.MULTILINE)
        far = [call for call in calls if "AF_UNIX" not in call and "AF_NETLINK" not in call]
        tried.say(f"sockets of {name}: none to any network", not far, f"{len(calls)} in all {far[:2] or ''}")


def _languages(tried: Try) -> None:
    for language, word in (("es", "semana"), ("fr", "semaine"), ("sv", "vecka")):
        done = tried.run([], "--language", language, "--help")
        tried.say(f"speaks {language}", word in done.stdout.lower())


def _start(tried: Try) -> None:
    """Both by turns, the middle of seven, so that what else the machine does touches both alike."""
    python = ROOT / ".venv" / "bin" / "python"
    if not python.exists():
        print("left out   the start beside that from source: `python3 packaging/develop.py run` comes first")
        return
    source = [str(python), "-P", "-m", "focusplan"]
    words = ["--data", str(tried.plan), "status"]
    environment = PLAIN | {"HOME": str(tried.home), "PYTHONPATH": str(ROOT)}
    ways: tuple[tuple[str, Callable[[], object]], ...] = (
        (
            "source",
            lambda: subprocess.run([*source, *words], env=environment, capture_output=True, check=True),
        ),
        ("bundle", lambda: tried.run([], *words)),
    )
    times: dict[str, list[float]] = {"source": [], "bundle": []}
    for number in range(8):
        for name, way in ways:
            began = time.monotonic()
            way()
            if number:
                times[name].append(time.monotonic() - began)
    ratio = statistics.median(times["bundle"]) / statistics.median(times["source"])
    tried.say(f"a start takes at most {SLOWER} times as long as from source", ratio <= SLOWER, f"{ratio:.2f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
