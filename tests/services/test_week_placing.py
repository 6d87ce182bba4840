"""Moving, putting off, letting go, shortening, splitting, and what comes up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weeks import Week
from focusplan.services.week import small_job

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days


def job(workspace, number, week=WEEK):
    return next(one for one in workspace.week.view(week).items if one.number == number)


def first(workspace, kind):
    return next(one for one in workspace.week.view().items if one.kind == kind)


def optional(workspace):
    """The first optional step, planned by hand into a roomy week."""
    workspace.business.change({"budget_minutes": "300"})
    run = workspace.networks.view().active
    wanted = {step.id for step in run.steps if not step.required}
    return next(one for one in workspace.week.view().items if one.id in wanted)


def test_a_job_placed_by_hand_stays(workspace):
    number = first(workspace, "close").number
    workspace.week.move(WEEK, number, WED)
    assert job(workspace, number).day == WED
    workspace.travel(TUE)
    assert job(workspace, number).day == WED


@pytest.mark.parametrize(
    ("day", "code"),
    [(TUE, "day_protected"), (MON + timedelta(days=7), "day_other_week"), (MON - timedelta(days=1), "day_other_week")],
)
def test_where_a_job_cannot_stand(workspace, day, code):
    workspace.week.view()
    with pytest.raises(Refused, match=code):
        workspace.week.move(WEEK, 1, day)


def test_not_on_a_past_or_full_day(workspace):
    number = first(workspace, "close").number
    workspace.week.came_up("Fair", 120, FRI)
    workspace.week.came_up("Fair", 170, WED)
    with pytest.raises(Refused, match="day_full") as caught:
        workspace.week.move(WEEK, 1, WED)
    assert caught.value.values["left"] <= 10
    workspace.travel(WED)
    with pytest.raises(Refused, match="day_past"):
        workspace.week.move(WEEK, number, MON)


def test_a_done_job_is_not_moved(workspace):
    workspace.week.tick(WEEK, 1)
    for verb in (workspace.week.put_off, workspace.week.drop, workspace.week.split):
        with pytest.raises(Refused, match="job_done"):
            verb(WEEK, 1)
    with pytest.raises(Refused, match="job_done"):
        workspace.week.move(WEEK, 1, WED)


def test_a_past_week_is_not_planned_anew(workspace):
    workspace.week.view()
    workspace.travel(MON + timedelta(days=7))
    with pytest.raises(Refused, match="week_over"):
        workspace.week.move(WEEK, 1, WED)


def test_put_off_waits_under_later_and_comes_back_by_hand(workspace):
    before = workspace.week.view()
    workspace.week.put_off(WEEK, 1)
    view = workspace.week.view()
    assert [one.number for one in view.put_off] == [1]
    assert len(view.items) == len(before.items)
    assert view.planned == before.planned - before.items[0].minutes
    workspace.week.move(WEEK, 1, WED)
    assert workspace.week.view().put_off == ()


def test_what_was_put_off_comes_back_next_week(workspace):
    left = job(workspace, 1)
    workspace.week.put_off(WEEK, 1)
    workspace.travel(MON + timedelta(days=7))
    again = next(one for one in workspace.week.view().items if one.id == left.id)
    assert (again.day, again.carried) == (workspace.today, 1)


def test_only_optional_jobs_can_be_let_go(workspace):
    for number in (1, first(workspace, "close").number):
        with pytest.raises(Refused, match="job_needed"):
            workspace.week.drop(WEEK, number)
    chosen = optional(workspace)
    assert chosen.can_drop
    workspace.week.drop(WEEK, chosen.number)
    view = workspace.week.view()
    assert chosen.number not in [one.number for one in view.items]
    assert chosen.id not in [one.id for one in view.items]
    workspace.week.move(WEEK, chosen.number, FRI)
    assert job(workspace, chosen.number).day == FRI


def test_a_shortened_step_is_done_with_what_is_left(workspace):
    chosen = next(one for one in workspace.week.view().items if one.kind == "step" and one.minutes > 10)
    workspace.week.shorten(WEEK, chosen.number, 10)
    assert [one.minutes for one in workspace.week.view().items if one.id == chosen.id] == [10]
    workspace.week.tick(WEEK, chosen.number)
    done = {step.id for step in workspace.networks.view().active.steps if step.done}
    assert chosen.id in done
    for wrong in (4, 10):
        with pytest.raises(WrongUse, match="minutes_shorter"):
            workspace.week.shorten(WEEK, first(workspace, "close").number, wrong)


def test_a_split_step_goes_on_in_a_second_part(workspace):
    workspace.networks.take_back("google_business")
    workspace.networks.start("instagram")
    chosen = next(one for one in workspace.week.view().items if one.kind == "step" and one.minutes >= 20)
    workspace.week.split(WEEK, chosen.number)
    parts = [one for one in workspace.week.view().items if one.id == chosen.id]
    assert [one.minutes for one in parts][0] == max(10, chosen.minutes // 10 * 5)
    assert "part 1 of 2" in parts[0].title
    workspace.week.tick(WEEK, chosen.number)
    done = {step.id for step in workspace.networks.view().active.steps if step.done}
    assert chosen.id not in done
    with pytest.raises(Refused, match="job_too_short"):
        workspace.week.split(WEEK, first(workspace, "close").number)


def test_something_that_came_up_takes_nothing_of_the_budget(workspace):
    planned = workspace.week.view().planned
    made = workspace.week.came_up("<b>Fair</b> & stall", 45)
    assert (made.day, made.minutes, made.title, made.kind) == (MON, 45, "<b>Fair</b> & stall", "own")
    assert workspace.week.view().planned == planned
    assert made.number == len(workspace.week.view().items)


def test_something_done_may_stand_on_any_day_that_has_come(workspace):
    workspace.travel(WED)
    made = workspace.week.came_up("Wrote to the paper", 15, TUE, done=True)
    assert (made.done, made.day, made.taken) == (True, TUE, 15)
    assert workspace.week.view().minutes_done == 15
    with pytest.raises(Refused, match="day_future"):
        workspace.week.came_up("Fair", 15, FRI, done=True)


def test_it_is_never_planned_on_a_protected_day(workspace):
    with pytest.raises(Refused, match="day_protected"):
        workspace.week.came_up("Fair", 15, TUE)
    with pytest.raises(Refused, match="week_too_far"):
        workspace.week.came_up("Fair", 15, MON + timedelta(days=70))
    workspace.travel(SAT)
    assert workspace.week.came_up("Fair", 15).day is None
    workspace.travel(MON + timedelta(days=7))
    again = next(one for one in workspace.week.view().items if one.kind == "own")
    assert (again.day, again.title, again.carried) == (workspace.today, "Fair", 1)


@pytest.mark.parametrize(
    ("title", "minutes", "code"),
    [("  ", 10, "title_empty"), ("x" * 4001, 10, "title_long"), ("Fair", 0, "minutes_range"), ("Fair", 481, "minutes_range")],
)
def test_what_came_up_has_a_name_and_a_length(workspace, title, minutes, code):
    with pytest.raises(WrongUse, match=code):
        workspace.week.came_up(title, minutes)


def test_only_small_open_jobs_are_for_ten_minutes(workspace):
    view = workspace.week.view()
    found = workspace.week.ten_minutes()
    assert found is not None and found == small_job(view) and found.minutes <= 10
    for job in view.items:
        if job.minutes <= 10 and job.kind not in ("close", "parked"):
            workspace.week.tick(None, job.number)
    left = workspace.week.view()
    assert any(not job.done for job in left.items) and small_job(left) is None
