"""The timed sitting: it counts on whatever happens, stops by itself, and its minutes go where they belong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.session import Session, outside_minutes, part_of, read, written
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SESSION = Session(Week.of(MONDAY), 2, 20, NINE, NINE)


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


@pytest.fixture
def clock(workspace):
    """A stopwatch that is put forward by hand."""
    passed = {"minutes": 0.0}
    workspace.session.now = lambda: after(passed["minutes"])

    def forward(minutes: float) -> None:
        passed["minutes"] += minutes

    return forward


# ---------------------------------------------------------------- counting


@pytest.mark.parametrize(
    ("minutes", "state", "counted"),
    [(0, "running", 0), (14.9, "running", 894), (15, "ending", 900), (20, "over", 1200), (39, "over", 2340),
     (40, "stopped", 2400), (600, "stopped", 2400), (-5, "running", 0)],
)  # fmt: skip
def test_it_warns_before_the_end_and_stops_at_twice_the_estimate(minutes, state, counted):
    assert SESSION.state(after(minutes)) == state
    assert SESSION.counted(after(minutes)) == counted


def test_a_short_job_has_no_warning():
    assert Session(SESSION.week, 2, 5, NINE, NINE).state(after(1)) == "running"


def test_told_to_go_on_it_counts_beyond_twice_the_estimate():
    longer = SESSION.going_on(after(50))
    assert longer.state(after(60)) == "over" and longer.counted(after(60)) == 50 * 60
    assert longer.minutes(after(61)) == 51


def test_paused_it_stands_still():
    still = SESSION.paused(after(7))
    assert still.state(after(90)) == "paused" and still.minutes(after(90)) == 7
    assert still.going_on(after(90)).counted(after(93)) == 10 * 60


@pytest.mark.parametrize("session", [SESSION, SESSION.paused(after(3)), SESSION.going_on(after(50))])
def test_it_comes_back_as_it_was_written(session):
    assert read(written(session)) == session


@pytest.mark.parametrize("text", ["", "{}", "[1,2]", "[1,2,3,4,5,6,7]"])
def test_what_is_no_session_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("first", "last", "outside"), [(540, 570, 0), (530, 550, 10), (710, 730, 10), (800, 820, 20), (-10, 5, 15)]
)
def test_minutes_outside_the_hours(first, last, outside):
    assert outside_minutes(((540, 720),), first, last) == outside


@pytest.mark.parametrize(
    ("planned", "spent", "used"), [(30, 12, 10), (30, 45, 25), (30, 1, 5), (10, 10, 5), (5, 5, 4), (1, 3, 1)]
)
def test_a_part_leaves_something_to_do(planned, spent, used):
    assert part_of(planned, spent) == used


# ---------------------------------------------------------------- on a job


def job(workspace, number):
    return next(one for one in workspace.week.view().items if one.number == number)


def a_step(workspace):
    return next(one for one in workspace.week.view().items if one.kind == "step" and one.minutes >= 15)


def test_done_ticks_the_job_with_its_minutes(workspace, clock):
    number = a_step(workspace).number
    workspace.session.start(number)
    clock(12.4)
    assert workspace.session.finish() == 12
    assert (job(workspace, number).done, job(workspace, number).taken) == (True, 12)
    assert workspace.session.view() is None
    workspace.undoing.undo()
    assert not job(workspace, number).done and workspace.session.view() is None


def test_it_counts_on_through_a_restart(workspace, clock):
    number = a_step(workspace).number
    workspace.session.start(number)
    workspace.close()
    again = Workspace(workspace.home, today=MONDAY)
    again.session.now = lambda: after(8)
    view = again.session.view()
    assert view.job.number == number and view.session.minutes(again.session.now()) == 8
    again.close()


def test_one_at_a_time(workspace, clock):
    number = a_step(workspace).number
    workspace.session.start(number)
    with pytest.raises(Refused) as refused:
        workspace.session.start(number)
    assert refused.value.code == "session_runs"
    workspace.week.tick(None, number)
    assert workspace.session.view() is None
    other = next(one for one in workspace.week.view().items if not one.done)
    workspace.session.start(other.number)
    assert workspace.session.view().job.number == other.number


def test_given_up_it_notes_nothing(workspace, clock):
    workspace.session.start(a_step(workspace).number)
    workspace.session.pause()
    workspace.session.go_on()
    workspace.session.give_up()
    assert workspace.week.view().minutes_done == 0
    with pytest.raises(Refused) as refused:
        workspace.session.finish()
    assert refused.value.code == "session_none"


def test_a_part_of_a_step_is_ticked_and_the_rest_is_planned(workspace, clock):
    ahead = a_step(workspace)
    workspace.session.start(ahead.number)
    clock(10)
    workspace.session.finish(done=False)
    parts = [one for one in workspace.week.view().items if one.id == ahead.id]
    assert [one.done for one in parts] == [True, False]
    assert workspace.week.view().minutes_done == 10
    step = next(one for one in workspace.networks.run("google_business").steps if one.id == ahead.id)
    assert not step.done
    workspace.week.tick(None, parts[1].number)
    step = next(one for one in workspace.networks.run("google_business").steps if one.id == ahead.id)
    assert step.done


def test_a_part_of_another_job_leaves_it_open_with_what_is_left(workspace):
    made = workspace.week.came_up("Gift baskets", 40)
    workspace.week.part_done(None, made.number, 15)
    assert (job(workspace, made.number).minutes, job(workspace, made.number).done) == (25, False)
    assert workspace.week.view().minutes_done == 15
    workspace.undoing.undo()
    assert job(workspace, made.number).minutes == 40 and workspace.week.view().minutes_done == 0


def test_what_lay_outside_the_hours_is_noted_as_such(tmp_path):
    """On a real plan: Monday's hours end at noon, and the clock runs from ten to to ten past."""
    made = Workspace(tmp_path / "real")
    made.start.new(make_profile())
    day = made.today
    monday = day - timedelta(days=day.weekday())
    number = made.week.came_up("Photos", 20).number
    made.session.now = lambda: _at(monday, 11, 50)
    made.session.start(number)
    made.session.now = lambda: _at(monday, 12, 10)
    made.session.finish()
    with made._context.read() as work:
        entry = work.one(TimeEntry)
    assert (entry.minutes, entry.outside, entry.source) == (10, True, "session")
    assert job(made, number).taken == 10
    assert made.week.view().minutes_done == 20
    made.close()


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute).astimezone()
