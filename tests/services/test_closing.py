"""Closing the week in full: jobs let go, sentences kept, the when-then sentence, the balance, an easier goal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.plan import Note
from focusplan.domain.weeks import Week
from focusplan.services.closing.closingwords import balance_text
from focusplan.services.results.resultrows import Balance

WEEK = Week.of(date(2026, 11, 23))
FRI = WEEK.days[4]


def note(workspace, key: str) -> str | None:
    with workspace._context.read() as work:
        found = work.one(Note, key=key)
    return found.text if found else None


def test_what_worked_and_what_was_put_off_is_kept_with_the_week(workspace):
    workspace.travel(FRI)
    for key, text in (("worked", " The photo of the oven "), ("put_off", "Offers"), ("place", "decide")):
        workspace.review.save_draft(key, text, WEEK)
    assert workspace.review.view().draft["worked"] == " The photo of the oven "
    workspace.review.close(WEEK, "keep")
    assert note(workspace, f"worked.{WEEK}") == "The photo of the oven"
    assert note(workspace, f"put_off.{WEEK}") == "Offers"
    assert note(workspace, f"review.{WEEK}.place") is None


def test_a_draft_outlives_the_program(workspace, tmp_path):
    from focusplan.workspace import Workspace

    workspace.travel(FRI)
    workspace.review.save_draft("worked", "Half a sent", WEEK)
    again = Workspace(workspace.home, today=FRI)
    assert again.review.view().draft == {"worked": "Half a sent"}
    again.close()


def test_what_came_up_is_let_go_in_a_week_that_is_over_and_does_not_come_back(workspace):
    workspace.week.view()
    own = workspace.week.came_up("Phone the paper", 10)
    workspace.travel(WEEK.monday + timedelta(days=7))
    assert any(job.title == "Phone the paper" for job in workspace.week.view().items)
    left = workspace.review.view().left[0]
    assert left.week == WEEK and own.number in [job.number for job in left.jobs]
    workspace.review.let_go(WEEK, own.number)
    assert own.number not in [job.number for job in workspace.review.view().jobs]
    assert not any(job.title == "Phone the paper" for job in workspace.week.view().items)
    workspace.review.let_go(WEEK, own.number, gone=False)
    assert any(job.title == "Phone the paper" for job in workspace.week.view().items)


def test_what_is_needed_is_never_let_go(workspace):
    jobs = workspace.week.view().items
    needed = next(job for job in jobs if not job.can_drop and job.kind == "step")
    with pytest.raises(Refused, match="job_needed"):
        workspace.review.let_go(WEEK, needed.number)
    workspace.week.tick(WEEK, needed.number)
    with pytest.raises(Refused, match="job_done"):
        workspace.review.let_go(WEEK, needed.number)
    with pytest.raises(Refused, match="no_such_job"):
        workspace.review.let_go(WEEK, 99)
    workspace.travel(WEEK.monday + timedelta(days=40))
    with pytest.raises(Refused, match="week_closed"):
        workspace.review.let_go(WEEK, needed.number)


def test_missed_weeks_are_asked_for_while_they_are_open(workspace):
    for week in range(3):
        workspace.travel((WEEK + week).monday)
        workspace.week.view()
    workspace.travel((WEEK + 4).monday)
    view = workspace.review.view()
    assert (view.week, view.merged) == (WEEK + 3, (WEEK + 2, WEEK + 1, WEEK))
    asked = [row.week for row in view.numbers[0].rows]
    assert asked == [WEEK + 3, WEEK + 2]
    assert len(view.notes) == 2 and "3" in view.notes[0]
    assert not any(job.kind in ("step", "own") for left in view.left[1:] for job in left.jobs)


def test_the_sentence_is_asked_until_it_was_answered(workspace):
    workspace.travel(FRI)
    view = workspace.review.view()
    assert view.asks_when_then and "Friday" in view.when_then
    workspace.week.write_when_then("When the till is closed, I sit down")
    view = workspace.review.view()
    assert (view.asks_when_then, view.when_then) == (False, "When the till is closed, I sit down")
    workspace.week.write_when_then("")
    assert not workspace.review.view().asks_when_then
    assert workspace.week.when_then()[0] == "" and "Friday" in workspace.week.when_then()[1]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Balance(0, 0, None, 0), "No minutes were noted this week."),
        (Balance(0, 0, None, 65), "1 h 05 of work, all of it in your hours."),
        (Balance(20, 0, None, 65), "1 h 05 of work, 20 min of it outside your hours."),
        (Balance(0, 15, None, 65), "1 h 05 of work, 15 min of it at the weekend."),
        (Balance(20, 15, 90, 65), "1 h 05 of work, 20 min of it outside your hours and 15 min at the weekend. "
                                  "In the apps on the phone besides: 1 h 30."),
    ],
)  # fmt: skip
def test_the_balance_is_one_calm_sentence(workspace, found, said):
    assert balance_text(found) == said


def test_the_closed_week_says_how_the_work_lay_and_until_when_more_counts(workspace):
    workspace.travel(FRI)
    workspace.week.log_time("google_business", 30, datetime(2026, 11, 25, 21, 0).astimezone())
    workspace.review.note_phone(WEEK, 60)
    workspace.review.close(WEEK, "keep")
    closed = workspace.review.closed(WEEK)
    assert closed.balance == (
        "30 min of work, 30 min of it outside your hours. In the apps on the phone besides: 1 h."
    )
    assert "13 December" in closed.still and closed.easier == ()
    workspace.travel(WEEK.sunday + timedelta(days=15))
    assert workspace.review.closed(WEEK).still == ""


def test_what_is_added_after_closing_still_counts_while_the_week_is_open(workspace):
    workspace.travel(FRI)
    workspace.review.close(WEEK, "keep")
    workspace.travel(WEEK.sunday + timedelta(days=14))
    assert not workspace.week.record("google_business", WEEK, {"enquiries": 1}).late
    workspace.travel(WEEK.sunday + timedelta(days=15))
    assert workspace.week.record("google_business", WEEK, {"enquiries": 2}).late


def test_an_easier_goal_is_offered_and_put_away_once(workspace):
    run = workspace.networks.view().active
    while run.stage != "publish":
        for step in run.steps:
            if step.stage == run.stage and step.required and not step.done:
                workspace.networks.step_done(step.id)
        run = workspace.networks.view().active
    for number in range(6):
        week = WEEK + number
        workspace.travel(week.monday)
        workspace.week.view()
        workspace.travel(week.sunday)
        workspace.week.record("google_business", week, {"posts": 0})
        workspace.review.close(week, "keep")
    workspace.travel((WEEK + 6).monday)
    offers = workspace.review.closed(WEEK + 5).easier
    assert offers and {one.network for one in offers} == {"google_business"}
    assert offers[0].text and offers[0].rule
    goals = [goal for goal in workspace.networks.view().active.goals if goal.note]
    assert {goal.id for goal in goals} == {one.goal for one in offers}
    for one in offers:
        workspace.results.put_away(one.id)
    assert workspace.review.closed(WEEK + 5).easier == ()
    assert not [goal.id for goal in workspace.networks.view().active.goals if goal.note]
    assert not [one for one in workspace.results.view().suggestions if one.kind == "easier_target"]
    workspace.travel((WEEK + 9).monday)
    assert workspace.review.closed(WEEK + 5).easier == ()


def test_the_last_decision_is_shown_beside_the_next_one(workspace):
    workspace.travel(FRI)
    assert workspace.review.view().last == ""
    workspace.review.close(WEEK, "change", "Post on Mondays only")
    workspace.travel(FRI + timedelta(days=7))
    assert workspace.review.view().last == "Last time you changed: Post on Mondays only"
    workspace.review.close(WEEK + 1, "keep", "Goes well")
    workspace.travel(FRI + timedelta(days=14))
    assert workspace.review.view().last == ""
