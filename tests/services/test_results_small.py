"""Results of a plan that has hardly begun, and what is said of figures that are known in part."""

from __future__ import annotations

from datetime import date, datetime

from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
GBP = "google_business"


def test_a_month_in_which_nothing_was_done_gets_no_sentence(workspace):
    workspace.week.record(GBP, WEEK, {"audience": 40})
    found = workspace.review.results()
    assert found["weeks"], "the followers are there"
    assert found["months"] == []
    view = workspace.results.view()
    assert view.months == ()
    assert view.costs.note == "Nothing it brought is counted yet, so there is no cost of one."
    assert view.empty.startswith("There is nothing to hold"), (
        "followers alone are nothing to hold against time"
    )


def test_a_longer_time_is_offered_only_where_there_is_one(workspace):
    workspace.week.log_time(GBP, 30)
    assert workspace.results.view().empty == ""
    workspace.travel((WEEK + 20).monday)
    later = (WEEK + 18, WEEK + 20)
    assert workspace.results.view("own", *later).empty.startswith("Nothing was noted in these weeks")


def test_a_plan_of_three_silent_weeks_is_not_sent_to_a_longer_time(workspace):
    workspace.travel((WEEK + 2).monday)
    assert workspace.results.view().empty.startswith("There is nothing to hold")


def test_a_nought_is_a_figure_and_makes_a_month(workspace):
    workspace.week.record(GBP, WEEK, {"enquiries": 0})
    (month,) = workspace.review.results()["months"]
    assert "brought 0" in month["text"]
    assert workspace.results.view().costs.note.startswith("A range holds")


def test_customers_known_in_some_weeks_only_are_said_to_be_so(workspace):
    for number in range(3):
        week = WEEK + number
        workspace.travel(week.monday)
        at = datetime.combine(week.monday, datetime.min.time()).astimezone()
        workspace.week.log_time(GBP, 30, at)
        workspace.week.record(GBP, week, {"enquiries": 2})
    workspace.week.record(GBP, WEEK, {"customers": 1})
    assert workspace.results.view().costs.note == (
        "The customers of 2 weeks are not known, so one may have cost less."
    )
    workspace.week.record(GBP, WEEK + 1, {"customers": 0})
    workspace.week.record(GBP, WEEK + 2, {"customers": 1})
    assert workspace.results.view().costs.note.startswith("A range holds")
