"""Closing the week on a real file, and what the weeks brought."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.ledger import Entry
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
GBP = "google_business"


def test_the_running_week_is_closed_from_its_last_allowed_day_on(workspace):
    assert workspace.review.due() is None
    with pytest.raises(Refused, match="nothing_to_close") as caught:
        workspace.review.close(None, "keep")
    assert caught.value.values["day"] == FRI
    with pytest.raises(Refused, match="week_running"):
        workspace.review.close(WEEK, "keep")
    workspace.travel(FRI)
    assert workspace.review.due() == WEEK
    assert workspace.review.close(None, "change", "Answer in the morning") == WEEK
    assert workspace.review.due() is None
    with pytest.raises(Refused, match="week_reviewed"):
        workspace.review.close(WEEK, "keep")
    with pytest.raises(Refused, match="nothing_to_close"):
        workspace.review.close(None, "keep")


def test_closing_ticks_its_own_job(workspace):
    workspace.week.view()
    workspace.travel(MON + timedelta(days=7))
    workspace.review.close(WEEK, "keep")
    close = next(job for job in workspace.week.view(WEEK).items if job.kind == "close")
    assert close.done
    workspace.week.view()
    workspace.travel(SUN + timedelta(days=60))
    workspace.review.close(WEEK + 1, "keep")
    assert not any(job.done for job in workspace.week.view(WEEK + 1).items)


def test_what_cannot_be_closed(workspace):
    for week, code in ((WEEK + 1, "week_future"), (WEEK - 1, "week_before_plan")):
        with pytest.raises(Refused, match=code):
            workspace.review.close(week, "keep")
    workspace.networks.pause(WEEK, WEEK, "Ill")
    workspace.travel(SUN)
    with pytest.raises(Refused, match="week_paused"):
        workspace.review.close(WEEK, "keep")
    with pytest.raises(WrongUse, match="decide_unknown"):
        workspace.review.close(None, "wait")
    with pytest.raises(WrongUse, match="title_long"):
        workspace.review.close(None, "keep", "x" * 4001)


def test_missed_weeks_merge_into_one(workspace):
    workspace.travel(MON + timedelta(days=21))
    view = workspace.review.view()
    assert view.week == WEEK + 2
    assert view.merged == (WEEK + 1, WEEK)
    assert workspace.review.close(None, "keep") == WEEK + 2
    assert workspace.review.due() is None


def test_answers_are_kept_until_the_week_is_closed(workspace):
    workspace.travel(FRI)
    workspace.review.save_draft("decide", "stop")
    workspace.review.save_draft("decide", "change")
    assert workspace.review.view().draft == {"decide": "change"}
    workspace.review.close(None, "change")
    workspace.travel(MON + timedelta(days=11))
    assert workspace.review.view().draft == {}
    with pytest.raises(WrongUse, match="title_long"):
        workspace.review.save_draft("text", "x" * 4001)


def asked(workspace) -> dict:
    """The figures that are asked of the network being learnt."""
    return {one.figure: one for one in workspace.review.view().numbers[0].rows[0].figures}


def test_it_asks_what_the_goals_need_and_says_what_it_knows(workspace):
    workspace.travel(FRI)
    assert list(asked(workspace)) == ["enquiries", "customers", "sales"]
    workspace.week.add_result(2)
    number = asked(workspace)["enquiries"]
    assert (number.known, number.source) == (2, "tallied") and number.hint and number.said
    assert "Google" in workspace.review.view().numbers[0].question
    left = workspace.review.view().jobs
    assert left
    assert not any(job.kind == "close" for job in left)
    workspace.week.tick(WEEK, left[0].number)
    assert left[0].number not in [job.number for job in workspace.review.view().jobs]


def test_posts_are_filled_in_from_the_ticks(workspace):
    run = workspace.networks.view().active
    while run.stage != "publish":
        for step in run.steps:
            if step.stage == run.stage and step.required and not step.done:
                workspace.networks.step_done(step.id)
        run = workspace.networks.view().active
    workspace.travel(FRI)
    figures = asked(workspace)
    assert list(figures) == ["posts", "received", "answered_in_time", "enquiries", "customers", "sales", "reach"]
    assert figures["posts"].known is None and figures["posts"].hint
    post = next(job for job in workspace.week.view().items if job.kind == "post")
    workspace.week.tick(WEEK, post.number)
    posts = asked(workspace)["posts"]
    assert (posts.known, posts.source) == (1, "ticked")
    workspace.week.record(GBP, WEEK, {"posts": 3})
    assert (asked(workspace)["posts"].known, asked(workspace)["posts"].source) == (3, "typed")


def test_a_closing_stands_in_the_record_with_its_week_alone(workspace):
    workspace.travel(FRI)
    workspace.review.close(None, "stop", "Something personal")
    with workspace._context.read() as work:
        entry = work.all(Entry, kind="review")[-1]
    assert entry.values() == {"week": str(WEEK), "decide": "stop"}


def test_time_against_results(workspace):
    first = workspace.week.view().items[0]
    workspace.week.tick(WEEK, first.number, minutes=40)
    workspace.week.log_time("tiktok", 20)
    workspace.week.record(GBP, WEEK, {"enquiries": 2, "sales": 5050, "audience": 10, "reach": 200})
    found = workspace.review.results()
    assert (found["from"], found["to"]) == (str(WEEK), str(WEEK))
    assert [(row["network"], row["minutes"]) for row in found["weeks"]] == [(GBP, 40), ("tiktok", 20)]
    assert found["weeks"][0]["sales"] == "50.50"
    assert found["totals"]["minutes"] == 60
    assert (found["totals"]["enquiries"], found["totals"]["customers"]) == (2, None)
    assert found["costs"]["hours"] == "30.00"
    assert found["costs"]["per_result"] is None
    assert found["costs"]["per_result_range"] == ["4.15", "123.86"]
    assert found["totals"]["reach"] is None
    assert found["networks"][0]["reach_usual_week"] == 200
    assert found["costs"]["per_customer"] is None
    assert [goal["id"] for goal in found["goals"]] == ["posts", "answers", "enquiries"]
    assert found["suggestions"] == []


def test_results_of_chosen_weeks(workspace):
    workspace.week.record(GBP, WEEK, {"enquiries": 2})
    assert workspace.review.results(WEEK - 3, WEEK - 1)["weeks"] == []
    assert workspace.review.results(WEEK, WEEK + 1)["totals"]["enquiries"] == 2
    with pytest.raises(WrongUse, match="weeks_order"):
        workspace.review.results(WEEK, WEEK - 1)
