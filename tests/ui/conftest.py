"""A real window, painted on no screen, over a real plan in a real file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from focusplan.ui import style
from focusplan.ui.changes import Changes
from focusplan.ui.main_window import MainWindow
from focusplan.ui.opening import Opened
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.ui.driving import settle

WEDNESDAY = date(2026, 11, 25)
YEAR = 24
"""Weeks of the lived-in plan; its last one is neither paused nor missed."""

Show = Callable[[Workspace], MainWindow]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said; none of them waits."""
    texts: list[str] = []

    def tell(box: QMessageBox) -> int:
        texts.append(f"{box.text()}\n{box.informativeText()}".strip())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", tell)
    return texts


@pytest.fixture
def show(qapp: QApplication, said: list[str]) -> Iterator[Show]:
    """Shows a plan in a window of its own; windows close, and their plans with them."""
    style.apply(qapp, "light", 100)
    made: list[MainWindow] = []

    def open_it(workspace: Workspace) -> MainWindow:
        window = MainWindow(workspace.home, None, None)
        window.attach(Opened(workspace, Changes(workspace)))
        window.show()
        settle()
        made.append(window)
        return window

    yield open_it
    for window in made:
        window.close()
        window.deleteLater()
    style.apply(qapp, "light", 100)
    settle()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The bakery's practice plan on its first Monday; the window that shows it closes it."""
    made = Workspace(tmp_path / "plan", today=MONDAY)
    made.start.new(make_profile(), practice=True)
    return made


@pytest.fixture
def window(workspace: Workspace, show: Show) -> MainWindow:
    """The bakery's first week."""
    return show(workspace)


@pytest.fixture(scope="session")
def year_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a year of a practice plan, made once."""
    from focusplan import demo

    home = tmp_path_factory.mktemp("year") / "plan"
    demo.make(home, WEDNESDAY, weeks=YEAR, language="en").close()
    return home


@pytest.fixture
def year(year_made: Path, tmp_path: Path) -> Callable[..., Workspace]:
    """A copy of that plan, on a day and in a language."""

    def copy(day: date = WEDNESDAY, language: str | None = None) -> Workspace:
        home = tmp_path / f"year-{day}-{language}"
        shutil.copytree(year_made, home)
        return Workspace(home, today=day, language=language)

    return copy
