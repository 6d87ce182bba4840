"""Before the first post: answers kept, the advice, the five ways and their weeks, "still true?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.errors import WrongUse
from focusplan.domain.profile import Already
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

GOOD = {
    f"say.{number}{end}": text
    for number, line in enumerate(("Rye from one field", "Ready at six", "Cake in two days"), start=1)
    for end, text in (("", line), (".valuable", "yes"), (".specific", "yes"))
}


def answer_all(workspace: Workspace, **but: dict[str, str]) -> None:
    given = {
        "say": GOOD,
        "hearers": {"hearers": "Neighbours who walk past at seven"},
        "speaker": {"speaker": "Ann", "minutes": "120"},
        "never": {"never": "Prices of others"},
        "worthwhile": {"worthwhile": "an order", "a_month": "8"},
        "known": {"known": "learn"},
        "pay": {"pay": "no"},
    }
    for question, values in {**given, **but}.items():
        workspace.readiness.answer(question, values)


def ids(workspace: Workspace, kind: str = "step") -> list[str]:
    return [job.id for job in workspace.week.view().items if job.kind == kind]


def test_a_plan_that_was_never_asked_starts(workspace):
    view = workspace.readiness.view()
    assert (view.advised, view.chosen, view.at) == ("start", "start", "say")
    assert view.reasons == ("Nothing has been asked yet, so nothing speaks against starting.",)
    assert [way.id for way in view.ways] == ["start", "prepare_first", "minimal", "learn", "hand_over"]
    assert all(way.name and way.sentence for way in view.ways)
    assert workspace.readiness.card().text == ""


def test_answers_are_kept_and_taken_up_where_they_were_left(workspace):
    workspace.readiness.answer("hearers", {"hearers": "  Neighbours  "})
    workspace.readiness.unknown("speaker")
    workspace.readiness.leave_at("never")
    view = Workspace(workspace.home, today=MONDAY).readiness.view()
    assert view.values["hearers"] == "Neighbours" and view.values["speaker"] == "?"
    assert view.at == "never"
    assert {one: text for one, _title, text in view.shown}["speaker"] == "not known yet"
    assert "speaker" not in view.open and "say" in view.open
    assert view.reasons[0] == "It is not clear yet who speaks."
    assert view.answered_on == MONDAY


def test_things_to_say_become_ideas_and_follow_what_is_said(workspace):
    workspace.readiness.answer("say", GOOD)
    assert [idea.text for idea in workspace.week.ideas()] == ["Rye from one field", "Ready at six", "Cake in two days"]
    workspace.readiness.answer("say", {**GOOD, "say.2": "Ready at seven", "say.3": ""})
    assert [idea.text for idea in workspace.week.ideas()] == ["Rye from one field", "Ready at seven"]
    workspace.readiness.answer("say", GOOD)
    assert len(workspace.week.ideas()) == 3


def test_all_answered_the_advice_has_its_reasons_and_what_would_change_it(workspace):
    answer_all(workspace)
    view = workspace.readiness.view()
    assert (view.advised, view.at, view.open, view.missing) == ("start", "advice", (), ())
    assert view.reasons[0] == "3 things you can say are valuable and specific."
    assert "You know what makes it worthwhile: 8 results a month." in view.reasons
    assert "With less than 45 minutes a week: Keep it minimal" in view.turns


def test_paying_compares_the_quote_with_the_hours(workspace):
    answer_all(workspace, pay={"pay": "yes", "quote": "200.00", "hour_value": "30.00"})
    view = workspace.readiness.view()
    assert view.advised == "hand_over"
    assert view.reasons == ("Your own hours would cost about £260.00 a month, and the quote is £200.00.",)
    assert workspace.business.business().outsourcing_quote == Decimal("200.00")
    assert {one: text for one, _title, text in view.shown}["pay"].endswith("£200.00 a month.")


@pytest.mark.parametrize(
    ("question", "values", "code"),
    [
        ("speaker", {"minutes": "soon"}, "not_whole"),
        ("speaker", {"minutes": "99999"}, "number_range"),
        ("worthwhile", {"a_month": "100001"}, "number_range"),
        ("known", {"known": "perhaps"}, "not_choice"),
        ("say", {"say.1.valuable": "very"}, "not_choice"),
        ("hearers", {"hearers": "x" * 4001}, "title_long"),
        ("pay", {"pay": "yes", "quote": "much"}, "profile_money_form"),
        ("what", {}, "not_choice"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_kept(workspace, question, values, code):
    with pytest.raises(WrongUse) as refused:
        workspace.readiness.answer(question, values)
    assert refused.value.code == code
    assert workspace.readiness.view().open == ("say", "hearers", "speaker", "never", "worthwhile", "known", "pay")


def test_learning_brings_one_lesson_a_week_and_no_step_of_the_road(workspace):
    workspace.business.change({"readiness.way": "learn"})
    assert ids(workspace) == ["way-learn-one_person"] and not ids(workspace, "post")
    lesson = next(job for job in workspace.week.view().items if job.kind == "step")
    assert lesson.title.startswith("Lesson 1") and lesson.how and lesson.done_when and lesson.network is None
    workspace.week.tick(None, lesson.number)
    assert ids(workspace) == ["way-learn-one_person"]
    workspace.travel(MONDAY + timedelta(weeks=1))
    assert ids(workspace) == ["way-learn-gains"]


def test_an_unticked_lesson_comes_back_and_one_left_undone_is_carried_over(workspace):
    workspace.readiness.choose("learn")
    number = next(job.number for job in workspace.week.view().items if job.kind == "step")
    workspace.week.tick(None, number)
    workspace.week.tick(None, number, False)
    workspace.travel(MONDAY + timedelta(weeks=1))
    lesson = next(job for job in workspace.week.view().items if job.kind == "step")
    assert (lesson.id, lesson.carried) == ("way-learn-one_person", 1)


def test_the_choice_can_be_changed_at_any_time_and_what_was_planned_comes_back(workspace):
    before = ids(workspace)
    workspace.readiness.choose("minimal")
    assert ids(workspace) == ["way-minimal-hours"]
    workspace.readiness.choose("start")
    assert ids(workspace) == before
    with pytest.raises(WrongUse):
        workspace.readiness.choose("never")
    with pytest.raises(WrongUse):
        workspace.business.change({"readiness.way": "never"})


def test_preparing_plans_the_first_two_parts_and_says_what_is_missing(workspace):
    workspace.readiness.choose("prepare_first")
    steps = workspace.networks.run("google_business").steps
    stages = {step.id: step.stage for step in steps}
    planned = ids(workspace)
    assert {stages[one] for one in planned if one in stages} == {"prepare"}
    assert len([one for one in planned if one.startswith("way-prepare_first-")]) <= 2
    assert not any(one.endswith("-say") and one.startswith("way-") for one in planned)
    assert workspace.readiness.card().text.startswith("Still missing: things to say")
    answer_all(workspace)
    card = workspace.readiness.card()
    assert card.can_start and card.text == "Nothing is missing any more: you could start now."


def test_when_the_list_is_through_one_weekly_job_remains_and_it_says_what_next(workspace):
    workspace.readiness.choose("learn")
    for week in range(16):
        workspace.travel(MONDAY + timedelta(weeks=week))
        numbers = [job.number for job in workspace.week.view().items if job.kind == "step"]
        workspace.week.tick_many(None, numbers)
    assert ids(workspace) == ["way-learn-practise"]
    view = workspace.week.view()
    assert "All lessons are done: you could start now." in view.notes
    assert any(job.kind == "close" for job in view.items)
    assert workspace.readiness.card().can_start
    workspace.travel(MONDAY + timedelta(weeks=16))
    assert ids(workspace) == ["way-learn-practise"]


def test_coming_weeks_go_on_in_the_list(workspace):
    workspace.readiness.choose("learn")
    here = Week.of(MONDAY)
    found = [workspace.week.view(here + n).items for n in range(3)]
    lessons = [[job.id for job in items if job.kind == "step"] for items in found]
    assert lessons == [["way-learn-one_person"], ["way-learn-gains"], ["way-learn-first_line"]]


def test_a_plan_without_a_network_is_the_minimal_one_and_says_why(tmp_path):
    small = Boundaries(30, 30, "few_days", {0: ((540, 720),)})
    workspace = Workspace(tmp_path / "small", today=MONDAY)
    workspace.start.new(make_profile(boundaries=small, already=(Already("facebook", 10),)), practice=True)
    view = workspace.week.view()
    assert {job.id for job in view.items} == {"parked", "way-minimal-regular", "close"}
    assert any("Under 45 minutes" in note for note in view.notes)
    assert workspace.readiness.card().title == "Keep it minimal"
    assert "Under 45 minutes" in workspace.readiness.view().now
    workspace.business.change({"budget_minutes": "50"})
    assert any(note.startswith("No network that suits you fits") for note in workspace.week.view().notes)
    workspace.business.change({"budget_minutes": "200"})
    assert any(note.startswith("No network is being learnt") for note in workspace.week.view().notes)
    workspace.close()


def test_the_profile_file_may_name_a_way(tmp_path):
    workspace = Workspace(tmp_path / "named", today=MONDAY)
    workspace.start.new(make_profile(readiness={"way": "hand_over", "say.1": "Rye"}), practice=True)
    assert workspace.readiness.view().chosen == "hand_over"
    assert ids(workspace) == ["way-hand_over-what"]
    assert workspace.readiness.view().answered_on == MONDAY
    workspace.close()


def test_the_jobs_that_ask_are_found_and_can_be_ticked(workspace):
    jobs = workspace.readiness.view().jobs
    assert jobs["say"].id == "google_business-say" and jobs["say"].title and jobs["say"].number is None
    workspace.networks.step_done(jobs["say"].id)
    assert "say" not in workspace.readiness.view().jobs


def test_still_true_is_asked_each_quarter_and_can_wait(workspace):
    answer_all(workspace)
    workspace.travel(MONDAY + timedelta(weeks=12))
    assert not workspace.readiness.card().still_due
    workspace.travel(MONDAY + timedelta(weeks=13))
    assert workspace.readiness.card().still_due
    workspace.readiness.not_now()
    assert not workspace.readiness.card().still_due
    workspace.travel(MONDAY + timedelta(weeks=17))
    assert workspace.readiness.card().still_due
    workspace.readiness.still_true("yes", "The hours are hard to find.")
    assert not workspace.readiness.card().still_due
    assert workspace.readiness.view().values["outsider_said"] == "The hours are hard to find."
    workspace.travel(MONDAY + timedelta(weeks=29))
    assert not workspace.readiness.card().still_due
    workspace.travel(MONDAY + timedelta(weeks=30))
    assert workspace.readiness.card().still_due


def test_a_paused_week_is_silent_about_it(workspace):
    answer_all(workspace)
    week = Week.of(MONDAY) + 13
    workspace.networks.pause(week, week)
    workspace.travel(week.monday)
    assert not workspace.readiness.card().still_due


def test_the_page_of_reasons_holds_four_weeks(workspace):
    answer_all(workspace)
    workspace.readiness.choose("learn")
    sheet = workspace.readiness.reasons()
    assert sheet.way == "Learn it first" and sheet.advised == "Start" and sheet.reasons and sheet.turns
    assert [title for title, _text in sheet.answers][0] == "What you can say"
    assert [next(t for t, _m in week.jobs if t.startswith("Lesson"))[:8] for week in sheet.weeks] == [
        "Lesson 1", "Lesson 2", "Lesson 3", "Lesson 4",
    ]  # fmt: skip
    assert sheet == replace(sheet)


def test_a_page_beside_another_focusplan_is_only_shown(workspace, monkeypatch):
    from focusplan.domain.errors import InUse

    def busy():
        raise InUse("in_use")

    monkeypatch.setattr(workspace._context.store, "begin", lambda moment: busy())
    assert len(workspace.readiness.reasons().weeks) == 4
