"""The small clock in the window: begun by button or key, there on every page, ended with the job."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import click, find, has, settle

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def forward(workspace):
    passed = {"minutes": 0.0}
    workspace.session.now = lambda: NINE + timedelta(minutes=passed["minutes"])

    def turn(window, minutes):
        passed["minutes"] += minutes
        window.session._tell()

    return turn


def ahead(workspace):
    return next(one for one in workspace.week.view().items if one.is_next)


def press(window, key=Qt.Key.Key_T):
    window.activateWindow()
    settle()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_job_is_timed_on_every_page_and_done_with_its_minutes(window, workspace, forward):
    job = ahead(workspace)
    assert not has(window, "session_bar")
    click(window, f"start_{job.number}")
    click(window, "place_networks")
    forward(window, 7)
    assert find(window, "session_clock").text() == f"7:00 of {job.minutes} min"
    click(window, "session_done")
    done = next(one for one in workspace.week.view().items if one.number == job.number)
    assert (done.done, done.taken) == (True, 7) and not has(window, "session_bar")
    assert find(window, "session_toast").label.text() == f"{job.title}: done in 7 min."


def test_the_key_starts_pauses_and_goes_on(window, workspace, forward):
    job = ahead(workspace)
    press(window)
    assert workspace.session.view().job.number == job.number
    forward(window, 3)
    press(window)
    forward(window, 30)
    assert find(window, "session_said").text() == "Paused"
    press(window)
    forward(window, 1)
    assert find(window, "session_clock").text().startswith("4:00")


def test_the_end_is_said_calmly_and_counting_stops_by_itself(window, workspace, forward):
    job = ahead(workspace)
    click(window, f"start_{job.number}")
    said = find(window, "session_bar").findChild(object, "session_said")
    forward(window, job.minutes - 4)
    assert said.text() == "Five minutes or less to the end."
    forward(window, 4)
    assert said.text() == "The time is up. Finish calmly, or stop here."
    forward(window, 200)
    assert said.text() == f"Stopped counting at {2 * job.minutes} min."
    click(window, "session_pause")
    forward(window, 10)
    assert workspace.session.view().session.minutes(workspace.session.now()) == 2 * job.minutes + 10


def test_a_part_is_noted_and_the_rest_waits(window, workspace, forward):
    job = ahead(workspace)
    click(window, f"start_{job.number}")
    forward(window, 5)
    click(window, "session_part")
    assert workspace.week.view().minutes_done == 5 and not has(window, "session_bar")


def test_put_away_it_notes_nothing(window, workspace, forward):
    click(window, f"start_{ahead(workspace).number}")
    forward(window, 5)
    click(window, "session_off")
    assert workspace.week.view().minutes_done == 0 and not has(window, "session_bar")


def test_a_clock_that_ran_when_the_program_ended_runs_on(workspace, show, forward):
    workspace.session.start(ahead(workspace).number)
    window = show(workspace)
    forward(window, 6)
    assert find(window, "session_clock").text().startswith("6:00")
