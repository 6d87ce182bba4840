"""The owner's first week, in the real window: three screens, one network, jobs ticked, a sheet printed and typed
back, the week closed. Then the plan is opened again and the disk is asked what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from focusplan.domain.plan import Moment
from focusplan.domain.weeks import Week
from focusplan.ui import style
from focusplan.ui.main_window import MainWindow
from focusplan.workspace import Workspace
from tests.ui.conftest import said  # noqa: F401  (a fixture)
from tests.ui.driving import click, dialog, find, has, settle, words, write

MONDAY = date(2025, 11, 24)
"""A day that has passed: the file of a real plan takes none that lies ahead of the computer's clock."""


class Clock:
    """A real plan's clock can't be set, so the test stands in for the computer's own."""

    def __init__(self) -> None:
        self.day, self.hour = MONDAY, 8

    def moment(self, _workspace: Workspace) -> Moment:
        return Moment(datetime.combine(self.day, time(self.hour), UTC), self.day, 0)

    def go(self, days: int) -> None:
        self.day += timedelta(days=days)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(Workspace, "moment", lambda workspace: made.moment(workspace))
    return made


@pytest.fixture
def start(qapp: QApplication, said: list[str], clock: Clock):  # noqa: F811
    """Starts the program on a folder, as the command does; each window is closed before the next one."""
    style.apply(qapp, "light", 100)
    shown: list[MainWindow] = []

    def open_it(home: Path, first_start: Callable[[], None] | None = None) -> MainWindow:
        while shown:
            shown.pop().close()
            settle()
        window = MainWindow(home, None, None)
        window.show()
        if first_start is not None:
            QTimer.singleShot(0, first_start)
        window.open_plan()
        settle()
        shown.append(window)
        return window

    yield open_it
    for window in shown:
        window.close()
        window.deleteLater()
    settle()


def three_screens() -> None:
    """Two words and Enter; what is suggested is taken."""
    asked = dialog("first_run")
    write(asked, "business_name", "Ana & Söhne <Bakery>")
    write(asked, "business_typed", "bakery")
    for _screen in range(3):
        click(asked, "first_go_on")


def test_from_the_first_start_to_the_closed_week(start, clock, tmp_path, monkeypatch, said):  # noqa: F811
    home = tmp_path / "plan"
    window = start(home, three_screens)
    assert window.windowTitle() == "Ana & Söhne <Bakery> – FocusPlan"
    page = window.stack.currentWidget()
    view = page.view
    ahead = next(job for job in view.items if job.is_next)
    assert ahead.title in words(page) and not said

    file = tmp_path / "week.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(file), ""))
    click(window, "week_print")
    click(dialog("print_week"), "print_pdf")
    assert file.read_bytes().startswith(b"%PDF-")

    if has(window, "show_week"):
        click(window, "show_week")
    click(window, f"tick_{ahead.number}")
    click(window, f"minutes_{ahead.number}_15")
    others = [job.number for job in view.items if job.number != ahead.number and job.kind != "close"]
    clock.go(4)
    window._look()
    settle()
    write(window, "paper_line", f"W{view.week.number}: {others[0]}=20 / 0:50 / e2", enter=True)
    assert f"2 {view.result_many}" in find(window, "paper_said").text()

    click(window, "close_week_open")
    asked = dialog("close_week")
    while not has(asked, "close_decide_keep"):
        click(asked, "close_next")
    click(asked, "close_next")
    click(asked, "close_next")
    click(dialog("print_week"), "print_close")
    window.close()
    settle()

    again = Workspace(home)
    kept = {job.number: job for job in again.week.view(Week.of(MONDAY)).items}
    assert (kept[ahead.number].done, kept[ahead.number].taken) == (True, 15)
    assert (kept[others[0]].done, kept[others[0]].taken) == (True, 20)
    assert again.week.view(Week.of(MONDAY)).minutes_done >= 50
    assert again.review.due() is None
    assert again.networks.view().active.network == "google_business"
    assert again.safekeeping.backups()
    again.close()


def test_what_was_left_open_is_there_at_the_next_start(start, clock, tmp_path):
    home = tmp_path / "plan"
    window = start(home, three_screens)
    number = next(job.number for job in window.stack.currentWidget().view.items if job.is_next)
    click(window, f"later_{number}") if has(window, f"later_{number}") else None
    write(window, "idea_add", "Bread at five in the morning", enter=True)
    clock.go(1)
    window = start(home)
    view = window.stack.currentWidget().view
    assert number in [job.number for job in view.items]
    assert [idea.text for idea in window._opened.workspace.week.ideas()] == ["Bread at five in the morning"]


def test_a_second_window_on_the_same_plan_steps_aside(start, tmp_path, said, monkeypatch):  # noqa: F811
    raised: list[MainWindow] = []
    monkeypatch.setattr(MainWindow, "raise_", lambda window: raised.append(window))
    home = tmp_path / "plan"
    first = start(home, three_screens)
    second = MainWindow(home, None, None)
    second.open_plan()
    assert second.exit_code == 7 and len(said) == 1
    second.deleteLater()
    first._look()
    assert raised == [first] and first.isVisible()
    click(first, "result_plus")
    assert first.stack.currentWidget().view.results == 1


def test_a_kill_in_the_middle_of_the_first_start_loses_no_answer(start, tmp_path):
    """The window is simply gone after the first screen; the next start goes on with the second."""
    home = tmp_path / "plan"

    def one_screen() -> None:
        asked = dialog("first_run")
        write(asked, "business_name", "Bakery")
        write(asked, "business_typed", "bakery")
        click(asked, "first_go_on")
        asked.done(0)

    start(home, one_screen)
    seen: list[str] = []

    def look() -> None:
        asked = dialog("first_run")
        seen.append(words(asked))
        asked.done(0)

    start(home, look)
    assert not (home / "plan.db").exists()
    assert has_time_questions(seen[0])


def has_time_questions(text: str) -> bool:
    """The second screen asks for minutes and hours."""
    return "min" in text and "2 of 3" in text or "time" in text.lower()


def test_the_practice_day_cannot_be_set_where_there_is_no_plan(tmp_path, said, qapp):  # noqa: F811
    window = MainWindow(tmp_path / "empty", None, MONDAY)
    window.open_plan()
    assert window.exit_code == 3 and len(said) == 1
    window.deleteLater()


def test_the_jobs_are_found_unaided(start, tmp_path):
    """The first job says what to do in fewer than eighty words."""
    window = start(tmp_path / "plan", three_screens)
    ahead = next(job for job in window.stack.currentWidget().view.items if job.is_next)
    text = " ".join([ahead.title, ahead.why, *ahead.how, ahead.done_when])
    assert ahead.how and ahead.why and ahead.done_when and len(text.split()) < 80
    find(window, f"tick_{ahead.number}") if not has(window, "nothing_now") else find(window, "first_job_title")
