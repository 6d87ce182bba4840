"""This week, on a real file: planned once, ticked, unticked, the same for everyone who asks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.plan import Moment
from focusplan.domain.weeks import Week
from focusplan.playbooks import load_catalogue
from focusplan.services.context import Context
from focusplan.services.start import StartService
from focusplan.services.week import WeekService
from focusplan.store.store import Store
from focusplan.workspace import Workspace
from tests.services.conftest import make_profile

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days


def numbers(view, kind=None):
    return [job.number for job in view.items if kind in (None, job.kind)]


def steps(workspace, done=None):
    run = workspace.networks.view().active
    return [step.id for step in run.steps if done is None or step.done == done]


def walk_to(workspace, stage):
    """Do every required step up to a stage."""
    while workspace.networks.view().active.stage != stage:
        run = workspace.networks.view().active
        for step in run.steps:
            if step.stage == run.stage and step.required and not step.done:
                workspace.networks.step_done(step.id)


def test_the_first_week_holds_steps_and_its_closing(workspace):
    view = workspace.week.view()
    assert view.week == WEEK
    assert {job.kind for job in view.items} == {"step", "close"}
    assert view.planned == sum(job.minutes for job in view.items) <= view.budget - view.reserve
    assert view.items[-1].day == FRI
    assert [job.number for job in view.items if job.is_next] == [1]
    assert view.protected == (TUE, THU, SAT, SUN)
    assert view.active.network == "google_business"
    assert not view.paused
    assert view.present
    assert view.review_due is None


def test_numbers_are_kept_on_the_disk(workspace, tmp_path):
    before = workspace.week.view()
    workspace.close()
    again = Workspace(tmp_path / "plan", today=WED)
    try:
        after = again.week.view()
        assert [(job.number, job.id) for job in after.items] == [(job.number, job.id) for job in before.items]
        assert all(job.day >= WED for job in after.items)
    finally:
        again.close()


def test_looking_writes_nothing_once_the_week_is_planned(workspace):
    workspace.week.view()
    file = workspace.home / "plan.db"
    kept = file.read_bytes()
    told = []
    workspace.on_change(told.append)
    workspace.week.view()
    assert file.read_bytes() == kept
    assert told == []


def test_another_focusplan_only_looks(workspace, tmp_path):
    workspace.week.view()
    beside = Workspace(tmp_path / "plan", today=WED + timedelta(days=7))
    try:
        view = beside.week.view()
        assert view.items
        assert beside.week.view(view.week + 1).items
    finally:
        beside.close()
    workspace.travel(WED + timedelta(days=7))
    assert [job.id for job in workspace.week.view().items] == [job.id for job in view.items]


def test_a_tick_does_the_step_and_an_untick_opens_it_again(workspace):
    job = next(job for job in workspace.week.view().items if job.kind == "step")
    workspace.week.tick(None, job.number, minutes=12)
    view = workspace.week.view()
    ticked = next(one for one in view.items if one.number == job.number)
    assert (ticked.done, ticked.taken, ticked.day) == (True, 12, job.day)
    assert view.minutes_done == 12
    assert job.id in steps(workspace, done=True)
    workspace.week.untick(WEEK, [job.number])
    assert job.id in steps(workspace, done=False)
    assert workspace.week.view().minutes_done == 0


def test_a_tick_without_minutes_counts_the_estimate(workspace):
    job = workspace.week.view().items[0]
    workspace.week.tick(WEEK, job.number)
    assert workspace.week.view().minutes_done == job.minutes
    workspace.week.set_minutes(WEEK, job.number, 20)
    assert workspace.week.view().minutes_done == 20
    workspace.week.set_minutes(WEEK, job.number, None)
    assert workspace.week.view().minutes_done == job.minutes
    workspace.week.tick(WEEK, job.number, done=False)
    with pytest.raises(Refused, match="job_not_done"):
        workspace.week.set_minutes(WEEK, job.number, 5)


def test_a_step_in_parts_is_done_with_its_last_one(workspace):
    workspace.business.change({"longest_sitting": "10"})
    view = workspace.week.view()
    parts = [job for job in view.items if ", part " in job.title]
    assert parts
    first = [job for job in view.items if job.id == parts[0].id]
    for place, job in enumerate(first, start=1):
        workspace.week.tick(WEEK, job.number)
        done = parts[0].id in steps(workspace, done=True)
        whole = f"part {place} of {place}" in job.title
        assert done == (whole or job.title.endswith(f"part {len(first)} of {len(first)}") and place == len(first))


def test_parts_go_on_in_the_next_week(workspace):
    workspace.business.change({"longest_sitting": "10", "budget_minutes": "45"})
    jobs = [job for job in workspace.week.view().items if "part 1 of 2" in job.title]
    cut_step = jobs[0].id
    second = next(job for job in workspace.week.view().items if job.id == cut_step and "part 2" in job.title)
    workspace.week.tick(WEEK, jobs[0].number)
    assert cut_step in steps(workspace, done=False)
    workspace.travel(MON + timedelta(days=7))
    again = [job for job in workspace.week.view().items if job.id == cut_step]
    assert [job.title for job in again] == [second.title]
    assert again[0].carried == 1
    workspace.week.tick(None, again[0].number)
    assert cut_step in steps(workspace, done=True)
    workspace.week.untick(None, [again[0].number])
    assert cut_step in steps(workspace, done=False)


def test_unknown_numbers_change_nothing(workspace):
    workspace.week.view()
    with pytest.raises(Refused, match="no_such_job") as caught:
        workspace.week.tick_many(WEEK, [1, 2, 99])
    assert caught.value.values == {"number": 99, "week": WEEK}
    assert not any(job.done for job in workspace.week.view().items)


def test_no_ticks_in_a_week_to_come_or_a_closed_one(workspace):
    workspace.week.view()
    with pytest.raises(Refused, match="week_future"):
        workspace.week.tick(WEEK + 1, 1)
    workspace.travel(SUN + timedelta(days=14))
    workspace.week.tick(WEEK, 1)
    workspace.travel(SUN + timedelta(days=15))
    for verb in (lambda: workspace.week.tick(WEEK, 2), lambda: workspace.week.untick(WEEK, [1])):
        with pytest.raises(Refused, match="week_closed"):
            verb()
    view = workspace.week.view(WEEK)
    assert view.closed
    assert not any(job.can_tick for job in view.items)


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_minutes_have_a_range(workspace, minutes):
    with pytest.raises(WrongUse, match="minutes_range"):
        workspace.week.tick(WEEK, 1, minutes=minutes)


def test_a_step_ticked_for_a_past_week_is_done_by_its_end(workspace):
    job = next(job for job in workspace.week.view().items if job.kind == "step")
    workspace.travel(SUN + timedelta(days=3))
    workspace.week.tick(WEEK, job.number)
    step = next(step for step in workspace.networks.view().active.steps if step.id == job.id)
    assert step.done_on == SUN


def test_a_past_week_nobody_looked_at_is_planned_as_of_its_monday(workspace):
    workspace.travel(MON + timedelta(days=9))
    view = workspace.week.view(WEEK)
    assert view.items
    assert min(job.day for job in view.items) == MON
    assert not any(job.can_move for job in view.items)


def test_before_the_plan_and_far_ahead(workspace):
    assert workspace.week.view(WEEK - 1).items == ()
    assert workspace.week.view(WEEK + 8).items
    with pytest.raises(Refused, match="week_too_far"):
        workspace.week.view(WEEK + 9)


def test_what_was_left_undone_comes_first_and_the_third_time_there_is_an_offer(workspace):
    left = next(job for job in workspace.week.view().items if job.kind == "step")
    for week in (1, 2):
        workspace.travel(MON + timedelta(days=7 * week))
        again = next(job for job in workspace.week.view().items if job.id == left.id)
        assert (again.carried, again.day, again.offer) == (week, workspace.today, week == 2)


def test_a_coming_week_does_not_plan_the_same_steps_again(workspace):
    now = {job.id for job in workspace.week.view().items if job.kind == "step"}
    coming = {job.id for job in workspace.week.view(WEEK + 1).items if job.kind == "step"}
    assert not now & coming


def test_posts_and_answers_come_with_their_parts_of_the_road(workspace):
    walk_to(workspace, "listen")
    kinds = {job.kind for job in workspace.week.view().items}
    assert "answer" in kinds
    assert "post" not in kinds
    walk_to(workspace, "converse")
    workspace.travel(MON + timedelta(days=7))
    assert {"post", "answer", "step", "close"} <= {job.kind for job in workspace.week.view().items}


def test_a_post_takes_the_next_idea_with_it(workspace):
    walk_to(workspace, "converse")
    workspace.week.add_idea("  Why the gate   takes ten days ")
    workspace.week.add_idea("Rust or paint")
    post = next(job for job in workspace.week.view().items if job.kind == "post")
    assert post.note == "Why the gate takes ten days"
    workspace.week.tick(WEEK, post.number)
    assert [idea.text for idea in workspace.week.ideas()] == ["Rust or paint"]
    ticked = next(job for job in workspace.week.view().items if job.number == post.number)
    assert ticked.note == "Why the gate takes ten days"
    assert workspace.week.sheet().ideas == ("Rust or paint",)
    workspace.week.untick(WEEK, [post.number])
    assert len(workspace.week.ideas()) == 2
    workspace.week.remove_idea(workspace.week.ideas()[1].id)
    assert len(workspace.week.ideas()) == 1
    for wrong in ("  ", "x" * 4001):
        with pytest.raises(WrongUse, match="title_"):
            workspace.week.add_idea(wrong)


def test_a_paused_week_has_no_items_until_the_owner_comes_back(workspace):
    before = workspace.week.view()
    workspace.week.tick(WEEK, 1)
    workspace.networks.pause(WEEK, WEEK, "Ill")
    view = workspace.week.view()
    assert (view.paused, view.items, view.planned) == (True, (), 0)
    assert view.minutes_done == before.items[0].minutes
    assert view.first is None
    with pytest.raises(Refused, match="week_paused"):
        workspace.week.move(WEEK, 2, FRI)
    workspace.networks.resume()
    assert workspace.week.view().items
    assert not workspace.week.view().paused


def test_the_week_after_a_pause_is_planned_at_half_size(workspace):
    workspace.networks.pause(WEEK + 1, WEEK + 1)
    workspace.travel(MON + timedelta(days=14))
    view = workspace.week.view()
    assert 0 < view.planned <= 54
    assert any("half size" in note for note in view.notes)


def test_the_first_job_is_named_when_today_holds_none(workspace):
    workspace.travel(TUE)
    first = workspace.week.view().first
    assert (first.day, first.starts) == (WED, 540)
    workspace.travel(SAT)
    first = workspace.week.view().first
    assert first.day == MON + timedelta(days=7)
    assert not first.job.is_next
    workspace.travel(MON + timedelta(days=7))
    assert workspace.week.view().first is None


def test_ten_minutes_now(workspace):
    job = workspace.week.ten_minutes()
    assert job.minutes <= 10
    assert job.kind == "step"


def test_an_own_when_then_sentence(workspace):
    assert "Friday" in workspace.week.sheet().when_then
    workspace.week.write_when_then("When the till is closed, I sit down")
    assert workspace.week.sheet().when_then == "When the till is closed, I sit down"
    workspace.week.write_when_then("")
    assert "Friday" in workspace.week.sheet().when_then


def test_the_sheet_shows_what_the_week_shows(workspace):
    sheet, view = workspace.week.sheet(), workspace.week.view()
    assert sheet.week == view
    assert sheet.paper_line.startswith("W48: 1 2 / ")
    assert workspace.week.understand(sheet.paper_line.replace("0:45", "0:20")).done == (1, 2)
    assert len(sheet.boxes) == 5
    assert [goal.id for goal in sheet.goals] == ["posts", "answers", "enquiries"]


def test_a_network_that_is_closed_asks_for_its_wind_down(workspace):
    workspace.week.view()
    workspace.networks.retire("google_business", "It brings us nothing", "Photos work best")
    jobs = workspace.week.view().items
    assert {job.id for job in jobs if job.kind == "step"} == {
        f"google_business-wind_{what}" for what in ("tell", "secure", "quiet")
    }
    for job in jobs:
        workspace.week.tick(WEEK, job.number)
    assert workspace.networks.view().wind_down is None or all(
        step.done for step in workspace.networks.view().wind_down.steps if step.stage == "wind_down"
    )


def real_plan(tmp_path, hour):
    """A real plan made today at this hour of the local day, with time every morning."""
    today = date.today()
    now = Moment(datetime(today.year, today.month, today.day, hour, tzinfo=UTC), today, 0)
    context = Context(Store(tmp_path / "real"), load_catalogue(), lambda: now, lambda _topic: None)
    limits = Boundaries(120, 30, "few_days", dict.fromkeys(range(7), ((540, 720),)))
    StartService(context, tmp_path / "real").new(make_profile(boundaries=limits))
    return context, today


@pytest.mark.parametrize(("hour", "today_too"), [(8, True), (20, False)])
def test_on_the_first_evening_nothing_is_asked_for_that_day(tmp_path, hour, today_too):
    context, today = real_plan(tmp_path, hour)
    try:
        view = WeekService(context).view()
        days = {job.day for job in view.items}
        assert (today in days) <= today_too
        assert bool(days) == (today_too or today.weekday() < 6)
        assert today_too or view.first is None or view.first.day > today
    finally:
        context.store.close()
