"""A reminder speaks of what is left today, in the owner's hours, and is silent otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from focusplan.domain.errors import NoPlan
from focusplan.domain.plan import Moment
from focusplan.domain.weeks import Week
from tests.services.conftest import MONDAY

WEEK = Week.of(MONDAY)


@pytest.fixture
def at(workspace):
    """Puts the clock of the plan at a minute of a day."""

    def put(hour: int, minute: int = 0, day: date = MONDAY) -> None:
        moment = Moment(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC), day, 0)
        workspace._context.moment = lambda: moment

    return put


def today(workspace):
    return [job for job in workspace.week.view().items if job.day == MONDAY and not job.done]


def test_the_beginning_of_the_hours_brings_what_is_left(workspace, at):
    at(9)
    jobs = today(workspace)
    found = workspace.reminding.now()
    assert found is not None and found.page == "week" and found.key == f"{MONDAY} 540"
    assert "12:00" in found.title and jobs[0].title in found.text
    assert f"{len(jobs)} job" in found.text


@pytest.mark.parametrize(("hour", "minute"), [(8, 59), (12, 0), (15, 0), (23, 59)])
def test_protected_time_is_silent(workspace, at, hour, minute):
    at(hour, minute)
    assert workspace.reminding.now() is None


def test_what_was_told_is_not_told_again(workspace, at):
    at(10)
    found = workspace.reminding.now()
    assert workspace.reminding.now({found.key}) is None
    assert workspace.reminding.now({"2026-11-16 540"}) == found


def test_a_finished_day_is_silent(workspace, at):
    at(9)
    for job in today(workspace):
        workspace.week.tick(None, job.number)
    assert workspace.reminding.now() is None


def test_a_paused_week_is_silent(workspace, at):
    at(9)
    workspace.networks.pause(WEEK, WEEK, "ill")
    assert workspace.reminding.now() is None


def test_a_public_holiday_is_silent_and_the_friday_before_is_not(workspace, at):
    before, christmas = date(2026, 12, 18), date(2026, 12, 25)
    at(9, day=before)
    assert workspace.reminding.now() is not None
    at(9, day=christmas)
    assert workspace.reminding.now() is None


def test_a_folder_without_a_plan_is_silent(tmp_path):
    from focusplan.workspace import Workspace

    empty = Workspace(tmp_path / "empty")
    with pytest.raises(NoPlan):
        empty.reminding.now()
    empty.close()
