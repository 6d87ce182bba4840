"""The start beside other Qt programs, measured from outside and in one way for all: by what stands on a screen.

Each is started on a screen of its own (Xvfb keeps it as a file, so looking at it costs nothing), without a
window manager, with a home that was started in once before. `drawn`: from the start of the process until a
window with more than a bare ground is there; `still`: until nothing changes any more; `memory`: what it and
its children then hold, what they share with others counted by share.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from operator import ne
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = "focusplan"
OTHERS = ("retext", "featherpad", "novelwriter", "keepassxc", "qalculate-qt")
"""Qt programs for the desktop as Debian packs them; the first two are written in Python and in C++."""
WIDE, HIGH = 1280, 800
EVERY = 13
"""One pixel of so many is looked at."""
COLOURS = 8
"""A ground alone has one or two; letters have more."""
CARET = 6
"""Looked at pixels that may change at once without anything being new: a caret that blinks."""
PATIENCE, STILL, LOOK = 40.0, 4.0, 0.004
"""Seconds: until a window has to be there, without a change until all is drawn, between two looks."""


def beside(home: Path, rounds: int) -> None:
    """Print the table; `home` holds a plan. What is not installed is passed over with a word."""
    if shutil.which("Xvfb") is None:
        print("\nBeside other programs: Xvfb is not installed, so nothing was measured")
        return
    programs = [name for name in OTHERS if shutil.which(name)]
    for name in OTHERS:
        if name not in programs:
            print(f"{name} is not installed and is left out")
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in (OURS, *programs)}
    with tempfile.TemporaryDirectory(prefix="focusplan-beside-") as folder:
        for number in range(rounds + 1):
            for name in runs:
                found = _once(name, Path(folder), home)
                if number:
                    runs[name].append(found)
    print(f"\nBeside other programs, from outside, {rounds} rounds: medians")
    print(f"{'':16}{'drawn':>10}{'still':>10}{'memory':>12}")
    for name, took in runs.items():
        drawn, still, memory = (statistics.median(column) for column in zip(*took, strict=True))
        print(f"{name:16}{drawn:8.2f} s{still:8.2f} s{memory:9.0f} MB")


def _once(name: str, folder: Path, home: Path) -> tuple[float, float, float]:
    own = folder / name
    (own / "run").mkdir(parents=True, exist_ok=True, mode=0o700)
    command = [sys.executable, "-m", "focusplan"] if name == OURS else [name]
    with _screen(folder) as (display, screen):
        surroundings = {
            "PATH": os.environ["PATH"], "HOME": str(own), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(own / "run"), "PYTHONPATH": str(ROOT) if name == OURS else "",
            "XDG_DATA_HOME": str(home if name == OURS else own / "data"),
            "PYTHONPYCACHEPREFIX": str(own / "compiled"), "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }  # fmt: skip
        begun = time.monotonic()
        process = subprocess.Popen(
            command, env=surroundings, cwd=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            drawn, still = _watched(screen, begun)
            return drawn, still, _memory(process.pid)
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()


@contextlib.contextmanager
def _screen(folder: Path) -> Iterator[tuple[str, memoryview]]:
    """A screen of our own: its name, and its pixels as they are now."""
    place = Path(tempfile.mkdtemp(dir=folder))
    read, write = os.pipe()
    words = ["-displayfd", str(write), "-fbdir", str(place), "-screen", "0", f"{WIDE}x{HIGH}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", *words], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        with (place / "Xvfb_screen0").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as kept:
            header = struct.unpack(">25I", kept[:100])
            begin = header[0] + 12 * header[19]
            whole = memoryview(kept)
            with whole[begin : begin + WIDE * HIGH * 4] as part, part.cast("I") as pixels:
                yield display, pixels
            whole.release()
    finally:
        server.terminate()
        server.wait()


def _watched(pixels: memoryview, begun: float) -> tuple[float, float]:
    """Seconds until something is drawn, and until the last change."""
    drawn = changed = 0.0
    before: Sequence[int] = pixels[::EVERY].tolist()
    ground = before[0]
    while time.monotonic() - begun < PATIENCE + changed:
        now = pixels[::EVERY].tolist()
        at = time.monotonic() - begun
        if now != before and sum(map(ne, now, before)) > CARET:
            before, changed = now, at
            if not drawn and len(set(now)) >= COLOURS and sum(one != ground for one in now) > len(now) // 20:
                drawn = at
        if drawn and at - changed > STILL:
            return drawn, changed
        time.sleep(LOOK)
    raise TimeoutError("no window was drawn")


def _memory(pid: int) -> float:
    """Megabytes of a process and its children, shared ones by share."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024 + sum(_memory(int(child)) for child in children)
    return 0.0
