"""A desktop of our own for one journey after another: a screen nobody looks at, a session bus, and the bus that
screen readers speak on. Everything is ended again by the process that began it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
"""Seconds until something that ought to be there is given up."""
PROGRAM = "FOCUSPLAN_PROGRAM"
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))

Found = TypeVar("Found")


def lacking() -> list[str]:
    """What this machine has not got of what a desktop without a screen needs."""
    missing = [tool for tool in ("Xvfb", "dbus-daemon") if shutil.which(tool) is None]
    return missing if any(one.exists() for one in LAUNCHERS) else [*missing, "at-spi-bus-launcher"]


def until(fact: Callable[[], Found | None], what: str, patience: float = PATIENCE) -> Found:
    """The first true answer of `fact`. AssertionError that says `what` when there is none in time."""
    end = time.monotonic() + patience
    while True:
        found = fact()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"not in {patience:.0f} seconds: {what}")
        time.sleep(0.02)


class Desktop:
    """A screen and two buses; `environment` is what a program needs to find them."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="focusplan-desktop-"))
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        self._started: list[subprocess.Popen[bytes]] = []
        left_out = (
            "DBUS_SESSION_BUS_ADDRESS",
            "AT_SPI_BUS_ADDRESS",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "LANGUAGE",
        )
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in left_out},
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "GSETTINGS_BACKEND": "memory",
            "GTK_USE_PORTAL": "0",
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
        }
        try:
            self._screen()
            self._buses()
        except BaseException:
            self.close()
            raise

    def _screen(self) -> None:
        number = self._told(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
        self.environment["DISPLAY"] = f":{number}"

    def _buses(self) -> None:
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        )
        launcher = next(str(one) for one in LAUNCHERS if one.exists())
        self.start([launcher, "--launch-immediately"])

    def _told(self, command: list[str]) -> str:
        """The line a program says once it is ready."""
        process = self.start(command)
        assert process.stdout is not None
        line = process.stdout.readline().decode().strip()
        assert line, f"{command[0]} did not start"
        return line

    def start(self, command: list[str], **more: str) -> subprocess.Popen[bytes]:
        """A program on this desktop; it is ended with it at the latest."""
        with (self.home / f"{Path(command[0]).name}.log").open("ab") as log:
            process = subprocess.Popen(
                command, env=self.environment | more, cwd=self.home, stdout=subprocess.PIPE, stderr=log
            )
        self._started.append(process)
        return process

    def focusplan(self, *words: str, **more: str) -> subprocess.Popen[bytes]:
        """The program itself, as the owner starts it: this source, or the packed copy that FOCUSPLAN_PROGRAM
        names, whose environment then holds nothing of this checkout."""
        if packed := os.environ.get(PROGRAM):
            return self.start([*shlex.split(packed), *words], PYTHONPATH="", **more)
        return self.start([sys.executable, "-P", "-m", "focusplan", *words], **more)

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End one program that was started here."""
        if process not in self._started:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
        self._started.remove(process)

    def close(self) -> None:
        """End everything, the last first."""
        for process in reversed(list(self._started)):
            self.end(process)
        shutil.rmtree(self.home, ignore_errors=True)
