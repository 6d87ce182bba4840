"""The program in a process of its own, on a desktop of its own, met over the accessibility bus."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from focusplan.workspace import Workspace
from tests.accessible.desktop import Desktop, lacking
from tests.accessible.keyboard import Keyboard
from tests.accessible.reader import Program, Reader
from tests.services.conftest import MONDAY, make_profile

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """The test command brings what this needs; only pytest alone, or another system, may go without."""
    if not sys.platform.startswith("linux"):
        pytest.skip("AT-SPI is how Linux speaks to screen readers")
    missing = lacking()
    if missing and "FOCUSPLAN_LONG" not in os.environ:
        pytest.skip(f"no desktop without {', '.join(missing)}; the README's test command installs them")
    assert not missing, f"the test command did not bring {missing}"
    made = Desktop()
    yield made
    made.close()


@pytest.fixture
def start(desktop: Desktop) -> Iterator[Start]:
    """Starts the program on a folder, as the owner does, and ends it when the test ends."""
    processes, readers, keyboard = [], [], Keyboard(desktop.environment["DISPLAY"])

    def begin(home: Path, day: date | None = None, language: str = "en") -> Program:
        words = ["--data", str(home), "--language", language]
        process = desktop.focusplan(*words, *(["--today", day.isoformat()] if day else []))
        processes.append(process)
        readers.append(Reader(desktop))
        return Program(readers[-1], keyboard, lambda: desktop.end(process))

    yield begin
    for process in processes:
        desktop.end(process)
    for reader in readers:
        reader.close()
    keyboard.close()
    shutil.rmtree(desktop.home / "config", ignore_errors=True)


@pytest.fixture(scope="session")
def first_week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bakery's practice plan on its first Monday, made once."""
    home = tmp_path_factory.mktemp("heard") / "plan"
    made = Workspace(home, today=MONDAY)
    made.start.new(make_profile(), practice=True)
    made.close()
    return home


@pytest.fixture
def home(first_week: Path, tmp_path: Path) -> Path:
    """A copy of that plan."""
    return Path(shutil.copytree(first_week, tmp_path / "plan"))
