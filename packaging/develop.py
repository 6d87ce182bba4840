#!/usr/bin/env python3
"""The two commands of the README; they set up everything they need by themselves.

    python3 packaging/develop.py run [ARGUMENTS...]           open FocusPlan, or run one of its commands
    python3 packaging/develop.py test [--long] [PYTEST ARGS]  run every test

Standard library only: on a fresh machine nothing else is there yet.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent

USAGE = "Use: python3 packaging/develop.py run [ARGUMENTS...]  or  python3 packaging/develop.py test [--long]"
NO_SCREEN = (
    "There is no screen here, so FocusPlan can't open its window. To print a week without one: "
    "python3 packaging/develop.py run checklist --pdf week.pdf"
)
VALUE_OPTIONS = ("--data", "--language", "--today")
ANSWERED_WITHOUT_WINDOW = ("--help", "-h", "--version")
ALL_CORES = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
PAINTING_COMMANDS = ("checklist", "review", "self-test")
"""The commands that draw pages and therefore need Qt's libraries, though no screen."""


def main(arguments: Sequence[str]) -> int:
    """Run one of the two commands and give its exit code: 2 wrong use, 1 the set-up could not be done."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        return _say(f"FocusPlan needs Python 3.11 or newer; this is {found}.", 2)
    if not arguments or arguments[0] not in ("run", "test"):
        return _say(USAGE, 2)
    from environment import SetUpFailed

    try:
        return _run(arguments[1:]) if arguments[0] == "run" else _test(arguments[1:])
    except SetUpFailed as reason:
        return _say(str(reason), 1)
    except KeyboardInterrupt:
        return _say("Stopped. The next call takes up from here.", 130)


def _run(arguments: Sequence[str]) -> int:
    """The program itself, in the folder the person stands in, so that file names mean what they typed."""
    from environment import ready_python
    from system_needs import PAINTING, WINDOW, ensure_system

    command = named_command(arguments)
    if command is None and not has_screen(os.environ, sys.platform):
        return _say(NO_SCREEN, 2)
    paints = command in PAINTING_COMMANDS
    ensure_system(WINDOW if command is None else PAINTING if paints else ())
    python = ready_python(ROOT, "requirements.txt")
    return _hand_over([str(python), "-P", "-m", "focusplan", *arguments], child_environment(os.environ))


def _test(arguments: Sequence[str]) -> int:
    """All tests without a screen. With paths or options of pytest's own, coverage is left out."""
    from environment import ready_python
    from system_needs import TESTS, ensure_system

    rest = [argument for argument in arguments if argument != "--long"]
    ensure_system(TESTS)
    python = ready_python(ROOT, "requirements-test.txt")
    environment = child_environment(os.environ)
    environment |= {"QT_QPA_PLATFORM": "offscreen", "FOCUSPLAN_LONG": "1" if "--long" in arguments else "0"}
    measure = [] if rest else [*ALL_CORES, "--cov", "--cov-report=term", "--durations=10"]
    os.chdir(ROOT)
    return _hand_over([str(python), "-m", "pytest", *measure, *rest], environment)


def named_command(arguments: Sequence[str]) -> str | None:
    """The program's command among its arguments; None when its window is meant."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ANSWERED_WITHOUT_WINDOW or not argument.startswith("-"):
            return argument
        if argument in VALUE_OPTIONS:
            next(rest, None)
    return None


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown. Only Linux lets one ask beforehand; elsewhere there always is one."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for the program: this checkout's code and nothing of the person's own Python."""
    child = {name: value for name, value in environment.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
    return child | {"PYTHONPATH": str(ROOT), "PYTHONNOUSERSITE": "1"}


def _hand_over(command: list[str], environment: dict[str, str]) -> int:
    """Become the command where the system can, so that signals reach it; else run it and give its code."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
