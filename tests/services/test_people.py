"""Handing jobs to people, their own sheets, and a week with less time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weeks import Week
from focusplan.i18n import duration
from focusplan.services.weeks.peoplesheet import sheet_for
from tests.services.conftest import MONDAY


def jobs(workspace, week=None, **wanted):
    return [job for job in workspace.week.view(week).items if all(getattr(job, k) == v for k, v in wanted.items())]


def test_a_job_is_handed_over_and_taken_back(workspace):
    job = jobs(workspace, kind="step")[0]
    assert workspace.people.hand_over(None, job.number, "  Anna  Berg ") is False
    assert workspace.people.names() == ("Anna Berg",)
    assert [one.number for one in jobs(workspace, person="Anna Berg")] == [job.number]
    workspace.people.hand_over(None, job.number, "")
    assert jobs(workspace, person="Anna Berg") == []
    workspace.undoing.undo()
    assert len(jobs(workspace, person="Anna Berg")) == 1
    assert workspace.undoing.view().undo == f"who does {job.title}"


def test_what_comes_every_week_stays_with_them(workspace):
    close = jobs(workspace, kind="close")[0]
    present = Week.of(MONDAY)
    jobs(workspace, present + 1)
    assert workspace.people.hand_over(None, close.number, "Anna") is True
    assert jobs(workspace, present + 1, kind="close")[0].person == "Anna"
    assert jobs(workspace, present + 2, kind="close")[0].person == "Anna"
    workspace.undoing.undo()
    assert jobs(workspace, present + 1, kind="close")[0].person == ""
    assert jobs(workspace, present + 3, kind="close")[0].person == ""


def test_a_name_that_is_taken_off_gets_no_new_jobs(workspace):
    close = jobs(workspace, kind="close")[0]
    workspace.people.hand_over(None, close.number, "Anna")
    workspace.people.add("Bo")
    workspace.people.remove("Anna")
    assert workspace.people.names() == ("Bo",)
    assert jobs(workspace, kind="close")[0].person == "Anna"
    assert jobs(workspace, Week.of(MONDAY) + 1, kind="close")[0].person == ""


def test_what_is_handed_over_leaves_the_owner_the_time(workspace):
    view = workspace.week.view()
    job = max(view.items, key=lambda one: one.minutes)
    workspace.people.hand_over(None, job.number, "Anna")
    after = workspace.week.view()
    mine = sum(one.minutes for one in after.items if not one.person and one.day is not None)
    assert after.planned == mine
    assert [one.number for one in after.items if one.person == "Anna"] == [job.number]
    sheet = workspace.week.sheet()
    assert [one.number for one in sheet_for(sheet, "Anna").week.items] == [job.number]


def test_a_day_that_is_full_still_takes_a_job_of_somebody_else(workspace):
    present = Week.of(MONDAY)
    day = present.days[4]
    used = sum(one.minutes for one in workspace.week.view().items if one.day == day)
    workspace.week.came_up("Baking for the fair", 180 - used, day=day)
    job = next(one for one in workspace.week.view().items if one.kind == "step" and one.day != day)
    with pytest.raises(Refused) as refused:
        workspace.week.move(None, job.number, day)
    assert refused.value.code == "day_full"
    workspace.people.hand_over(None, job.number, "Anna")
    workspace.week.move(None, job.number, day)
    assert next(one for one in workspace.week.view().items if one.number == job.number).day == day


def test_somebody_is_called_differently_in_what_is_still_to_come(workspace):
    close = jobs(workspace, kind="close")[0]
    workspace.people.hand_over(None, close.number, "Ana")
    workspace.people.add("Bo")
    assert workspace.people.rename("Ana", " Anna ") == "Anna"
    assert workspace.people.names() == ("Anna", "Bo")
    assert jobs(workspace, kind="close")[0].person == "Anna"
    assert jobs(workspace, Week.of(MONDAY) + 2, kind="close")[0].person == "Anna"
    workspace.people.rename("Bo", "Anna")
    assert workspace.people.names() == ("Anna",)
    workspace.undoing.undo()
    workspace.undoing.undo()
    assert workspace.people.names() == ("Ana", "Bo")
    assert jobs(workspace, kind="close")[0].person == "Ana"


@pytest.mark.parametrize(("name", "code"), [(" ", "title_empty"), ("x" * 61, "person_long")])
def test_a_name_is_a_name(workspace, name, code):
    with pytest.raises(WrongUse) as wrong:
        workspace.people.add(name)
    assert wrong.value.code == code


def test_what_is_over_or_done_is_not_handed_over(workspace):
    job = jobs(workspace, kind="step")[0]
    workspace.week.tick(None, job.number)
    with pytest.raises(Refused) as refused:
        workspace.people.hand_over(None, job.number, "Anna")
    assert refused.value.code == "job_done"
    workspace.travel(MONDAY + timedelta(days=7))
    with pytest.raises(Refused) as refused:
        workspace.people.hand_over(Week.of(MONDAY), job.number, "Anna")
    assert refused.value.code == "week_over"


def test_a_sheet_for_one_person(workspace):
    job = jobs(workspace, kind="step")[0]
    workspace.people.hand_over(None, job.number, "Anna")
    sheet = workspace.week.sheet(None, "anna")
    assert [one.number for one in sheet.week.items] == [job.number]
    assert sheet.week.business == "Corner Bakery · Anna" and not sheet.people
    mine = workspace.week.sheet(None, "")
    assert job.number not in [one.number for one in mine.week.items] and mine.week.items
    with pytest.raises(Refused) as refused:
        workspace.week.sheet(None, "Zoe")
    assert refused.value.code == "no_such_person"


# ---------------------------------------------------------------- less time


@pytest.mark.parametrize(("share", "most"), [(25, 27), (50, 54), (75, 81)])
def test_a_week_with_less_time_is_planned_smaller(workspace, share, most):
    whole = workspace.week.view().planned
    workspace.week.smaller(None, share)
    view = workspace.week.view()
    assert view.planned <= most < whole
    assert any(duration(most) in note for note in view.notes)
    workspace.week.smaller(None, 100)
    assert workspace.week.view().planned == whole
    workspace.undoing.undo()
    assert workspace.week.view().planned <= most


def test_the_coming_week_keeps_its_time(workspace):
    workspace.week.smaller(None, 50)
    said = [note for note in workspace.week.view().notes if "less time" in note]
    assert said and said[0] not in workspace.week.view(Week.of(MONDAY) + 1).notes


def test_what_is_done_stays_in_a_smaller_week(workspace):
    job = workspace.week.view().items[0]
    workspace.week.tick(None, job.number)
    workspace.week.smaller(None, 25)
    assert next(one for one in workspace.week.view().items if one.number == job.number).done


def test_only_shares_there_are_and_weeks_to_come(workspace):
    with pytest.raises(WrongUse):
        workspace.week.smaller(None, 60)
    workspace.travel(MONDAY + timedelta(days=7))
    with pytest.raises(Refused) as refused:
        workspace.week.smaller(Week.of(MONDAY), 50)
    assert refused.value.code == "week_over"
    with pytest.raises(Refused) as refused:
        workspace.week.smaller(Week.of(MONDAY) + 12, 50)
    assert refused.value.code == "week_too_far"


def test_what_came_up_may_belong_to_a_network(workspace):
    made = workspace.week.came_up("A story for the market", 10, done=True, network="google_business")
    assert made.network == "google_business" and made.done


def test_what_somebody_else_did_is_kept_and_is_none_of_the_owners_time(workspace):
    """The post counts and its minutes stay with it; week, results and balance know the owner's hours alone."""
    present = Week.of(MONDAY)
    mine, theirs = [job for job in jobs(workspace) if job.kind in ("step", "answer")][:2]
    workspace.people.hand_over(None, theirs.number, "Anna")
    workspace.week.tick(None, mine.number, minutes=20)
    workspace.week.tick(None, theirs.number, minutes=45)
    done = next(job for job in jobs(workspace) if job.number == theirs.number)
    assert (done.done, done.taken, done.person) == (True, 45, "Anna")
    assert workspace.week.view().minutes_done == 20
    found = workspace.review.results(present, present)
    assert found["balance"]["minutes"] == 20
    assert sum(row["minutes"] for row in found["weeks"]) == 20


def test_a_line_from_paper_and_the_clock_leave_somebody_elses_minutes_out(workspace):
    mine, theirs = [job for job in jobs(workspace) if job.kind in ("step", "answer")][:2]
    workspace.people.hand_over(None, theirs.number, "Anna")
    answer = workspace.week.paper(f"{mine.number}=20 {theirs.number}=45 60 min")
    assert (answer.minutes, answer.extra) == (60, 40)
    assert workspace.week.view().minutes_done == 60
