#!/usr/bin/env python3
"""How quick the program is to the eye, as ratios taken in one run. Needs nothing but the test environment.

    .venv/bin/python tests/benchmarks/run.py [--rounds 7] [--years 1,10] [--only start|living] [--beside]

The start: whole processes, the program and two bare windows in turn, A B C A B C …, after one round that does
not count; each figure is the median, each ratio the median of the ratios pair by pair, so that a computer that
turns slower in between slows both. `wall` is what a person waits, `cpu` what the processor worked. The living
window: medians of a window with each plan; a plan is made first, which takes a while for many years. With
--beside the start alone is measured, on a screen and beside other Qt programs, see `beside.py`. Nothing here
is judged: the goals stand beside the figures.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from beside import beside

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOALS = {"first paint": 1.5, "usable week": 1.3}


def main(words: list[str]) -> int:
    """Measure and print; answers 0 when everything could be measured."""
    asked = argparse.ArgumentParser(description="How quick the program is to the eye.")
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--years", default="1,10")
    asked.add_argument("--only", choices=("start", "living"))
    asked.add_argument("--beside", action="store_true")
    options = asked.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="focusplan-benchmark-") as folder:
        plans = {years: plan(Path(folder), int(years)) for years in options.years.split(",")}
        if options.beside:
            beside(next(iter(plans.values())), options.rounds)
            return 0
        if options.only != "living":
            start(next(iter(plans.values())), options.rounds)
        if options.only != "start":
            living(plans)
    return 0


def surroundings(home: Path | None = None) -> dict[str, str]:
    """No screen is needed, and compiled modules are kept, as in an installed program."""
    found = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    found.setdefault("QT_QPA_PLATFORM", "offscreen")
    found.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / "focusplan-benchmark-compiled"))
    found["PYTHONPATH"] = str(ROOT)
    if home is not None:
        found |= {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "LANG": "C.UTF-8"}
    return found


def plan(folder: Path, years: int) -> Path:
    """A practice plan of so many years up to today, where the program looks for one. The folder above it."""
    home = folder / f"years-{years}"
    words = ["--data", str(home / "FocusPlan"), "--today", date.today().isoformat(), "demo", "--weeks"]
    command = [sys.executable, "-m", "focusplan", *words, str(52 * years)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings(), cwd=ROOT)
    return home


# ---- the start -----------------------------------------------------------------------------------


def start(home: Path, rounds: int) -> None:
    """The table of the start."""
    kinds = {
        "bare": ["bare.py"], "bare and database": ["bare.py", "database"], "program": ["whole.py"],
    }  # fmt: skip
    runs: dict[str, list[dict[str, tuple[float, float]]]] = {kind: [] for kind in kinds}
    for number in range(rounds + 1):
        for kind, (script, *more) in kinds.items():
            found = once(script, more, home)
            if number:
                runs[kind].append(found)
    print(f"\nThe start, {rounds} rounds: medians in seconds, ratios pair by pair")
    print(f"{'':34}{'wall':>8}{'cpu':>8}{'  ratio wall':>13}{'ratio cpu':>11}{'goal':>7}")
    row("first paint, bare window", runs["bare"], "first paint")
    row("first paint, program", runs["program"], "first paint", runs["bare"])
    row("bare window and database library", runs["bare and database"], "usable week")
    row("usable week, program", runs["program"], "usable week", runs["bare and database"])
    row("all loaded, program", runs["program"], "all loaded", runs["bare and database"], "usable week")
    for kind in kinds:
        memory = statistics.median(one["memory"][0] for one in runs[kind])
        print(f"{'memory, ' + kind:34}{memory:8.0f} MB")


def once(script: str, more: list[str], home: Path) -> dict[str, tuple[float, float]]:
    """One whole process: its stamps, and its greatest memory."""
    command = [sys.executable, str(HERE / script), str(time.monotonic()), *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=surroundings(home), cwd=ROOT
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{script} ended with {process.returncode}"
    found = {}
    for line in said.splitlines():
        name, wall, cpu = line.rsplit(" ", 2)
        found[name] = (float(wall), float(cpu))
    return {**found, "memory": (used.ru_maxrss / 1024, 0)}


def row(title: str, runs: list, what: str, against: list | None = None, other_what: str = "") -> None:
    """One line: medians, and where there is something to compare with, the ratios; with another thing where
    that is named, for which there is no goal."""
    wall, cpu = (statistics.median(one[what][part] for one in runs) for part in (0, 1))
    line = f"{title:34}{wall:8.3f}{cpu:8.3f}"
    if against is not None:
        ratios = [
            statistics.median(
                one[what][part] / other[other_what or what][part] for one, other in zip(runs, against, strict=True)
            )
            for part in (0, 1)
        ]
        line += f"{ratios[0]:13.2f}{ratios[1]:11.2f}" + (f"{GOALS[what]:7.1f}" if what in GOALS else "")
    print(line)


# ---- the living window ---------------------------------------------------------------------------


def living(plans: dict[str, Path]) -> None:
    """The table of pages and ticks, one column a plan."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for years, home in plans.items():
        command = [sys.executable, str(HERE / "living.py"), str(home / "FocusPlan"), date.today().isoformat()]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings(home), cwd=ROOT)
        for line in done.stdout.splitlines():
            name, wall, cpu = line.rsplit(" ", 2)
            found.setdefault(name, {})[years] = (float(wall), float(cpu))
    first, last = next(iter(plans)), list(plans)[-1]
    print("\nThe living window, milliseconds waited / worked (goal 50; the ratio of work at most 1.2)")
    print(f"{'':34}" + "".join(f"{years + ' y':>16}" for years in plans) + f"{'ratio':>9}")
    for name, took in found.items():
        columns = "".join(f"{took[years][0]:9.1f}/{took[years][1]:6.1f}" for years in plans)
        print(f"{name:34}{columns}{took[last][1] / took[first][1]:9.2f}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
