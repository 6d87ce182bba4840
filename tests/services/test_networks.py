"""Networks as the owner meets them: starting, the gate in words, moves, pauses, goals and steps."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from focusplan.domain.adoption import Adoption, Pinned
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.errors import InUse, Refused
from focusplan.domain.gate import GateClosed
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.mastery import recompute
from focusplan.domain.plan import ClockMark, Note
from focusplan.domain.playbook import NETWORKS, STAGES
from focusplan.domain.profile import Already
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item, step_of
from focusplan.domain.weeks import Week, span
from focusplan.services.changes import Topic
from focusplan.workspace import Workspace
from tests.playbooks.own import make_card
from tests.services.conftest import MONDAY, make_profile

FIRST = Week.of(MONDAY)
GBP = "google_business"
WHY, LEARNT = "it takes too much time", "one network is enough for us"


def entries(workspace: Workspace, kind: str | None = None) -> list[Entry]:
    with workspace._context.read() as work:
        return work.all(Entry, kind=kind) if kind else work.all(Entry)


def code(call, *args, **named) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **named)
    return caught.value.code


def walk(workspace: Workspace, network: str = GBP) -> None:
    """Do every required step of the road today."""
    for step in workspace.networks.run(network).steps:
        if step.required and not step.done:
            workspace.networks.step_done(step.id)


def keep_week(workspace: Workspace, week: Week, network: str = GBP, **figures: int) -> None:
    """Type a good week on its Sunday and close it."""
    workspace.travel(week.sunday)
    run = workspace.networks.run(network)
    goal = next(goal for goal in run.goals if goal.id == "enquiries")
    if goal.suggestion is not None:
        workspace.networks.change_goal(network, "enquiries", goal.suggestion)
    workspace.week.record(network, week, {"posts": 2, "received": 2, "answered_in_time": 2, "enquiries": 2, **figures})
    workspace.review.close(week, "keep")


def master(workspace: Workspace, network: str = GBP, start: Week = FIRST, weeks: int = 6) -> Week:
    """Walk the road in the first week and keep the goals; the week after the last kept one."""
    walk(workspace, network)
    for week in span(start + 1, start + weeks):
        keep_week(workspace, week, network)
    workspace.travel((start + weeks + 1).monday)
    workspace.networks.judge()
    return start + weeks + 1


# ------------------------------------------------------------------ starting


def test_the_first_start_copies_the_road_and_records_its_verdict(workspace):
    run = workspace.networks.run(GBP)
    assert (run.state, run.started_on, run.stage, run.progress) == ("active", MONDAY, "prepare", 0)
    assert [stage.state for stage in run.stages] == ["current"] + ["closed"] * 5
    assert [goal.id for goal in run.goals] == ["posts", "answers", "enquiries"]
    assert run.goals[0].target == 1
    started = entries(workspace, "start")[0].values()
    assert started["opened"] is True
    assert {one["id"] for one in started["conditions"]} >= {"active_done", "clock"}
    with workspace._context.read() as work:
        assert work.one(Pinned, network=GBP) is not None


def test_a_refused_start_is_recorded_before_it_is_said_and_changes_nothing_else(workspace):
    before = workspace.networks.view()
    with pytest.raises(GateClosed) as caught:
        workspace.networks.start("instagram")
    assert [one.id for one in caught.value.verdict.unmet] == ["active_done"]
    assert caught.value.exit_code == 3
    last = entries(workspace)[-1]
    assert (last.kind, last.values()["opened"], last.values()["network"]) == ("start", False, "instagram")
    assert workspace.networks.view() == before


def test_asking_the_gate_writes_nothing(workspace):
    count = len(entries(workspace))
    for network in NETWORKS:
        if network != GBP:
            workspace.networks.gate(network)
    assert len(entries(workspace)) == count


def test_the_gate_is_not_asked_about_what_needs_none(workspace):
    assert code(workspace.networks.gate, GBP) == "gate_active"
    assert code(workspace.networks.start, GBP) == "gate_active"
    assert code(workspace.networks.gate, "myspace") == "no_such_network"


def test_a_road_that_is_not_written_does_not_start(tmp_path, profile):
    card = make_card(tmp_path / "plan" / "playbooks").name
    workspace = Workspace(tmp_path / "plan", today=MONDAY)
    workspace.start.new(profile, practice=True)
    verdict = workspace.networks.gate(card)
    time = next(one for one in verdict.conditions if one.id == "time_free")
    assert (time.met, time.target) == (False, None)
    assert "later" in [way.id for way in verdict.ways]
    with pytest.raises(GateClosed):
        workspace.networks.start(card)
    assert code(workspace.networks.run, card) == "not_written"
    workspace.close()


@pytest.fixture
def roomy(tmp_path: Path):
    """Five hours a week, and two networks in use before."""
    bounds = Boundaries(300, 30, "few_days", dict.fromkeys(range(5), ((540, 720),)))
    made = Workspace(tmp_path / "roomy", today=MONDAY)
    already = (Already("facebook", 15, 140), Already("newsletter", None, None))
    made.start.new(make_profile(boundaries=bounds, already=already), practice=True)
    yield made
    made.close()


def test_networks_in_use_are_kept_as_they_are(roomy):
    view = roomy.networks.view()
    assert [(card.id, card.parked_minutes) for card in view.parked] == [("facebook", 15)]
    states = {card.id: card.state for card in roomy.networks.cards()}
    assert (states["facebook"], states["newsletter"]) == ("parked", "beside")
    assert "15" in view.parked[0].line


def test_mastery_is_recorded_with_what_it_was_judged_on_and_opens_the_next(roomy):
    week = master(roomy)
    assert roomy.networks.run(GBP).state == "mastered"
    entry = entries(roomy, "mastered")[0].values()
    assert recompute(entry)
    assert entry["week"] == str(FIRST + 5)
    view = roomy.networks.view()
    assert [card.id for card in view.mastered] == [GBP]
    assert view.next is not None
    assert view.next.id == "instagram"
    assert view.verdict is not None
    assert view.verdict.open
    assert view.verdict.earliest == week
    assert roomy.networks.start("instagram") == "active"
    assert roomy.networks.view().active.network == "instagram"
    upkeep = next(goal for goal in roomy.networks.run(GBP).goals if goal.id == "upkeep")
    assert (upkeep.target, upkeep.can_set) == (1, True)
    assert first_break(entries(roomy)) is None


def test_a_start_records_the_mastery_that_opens_it(roomy):
    walk(roomy)
    for week in span(FIRST + 1, FIRST + 6):
        keep_week(roomy, week)
    roomy.travel((FIRST + 7).monday)
    before = [entry.kind for entry in entries(roomy)].count("mastered")
    assert roomy.networks.start("instagram") == "active"
    assert before <= 1
    kinds = [entry.kind for entry in entries(roomy)]
    assert kinds.index("mastered") < len(kinds) - 1
    assert kinds[-1] == "start"


def test_a_start_of_the_program_records_what_the_last_week_has_earned(roomy, monkeypatch):
    walk(roomy)
    for week in span(FIRST + 1, FIRST + 5):
        keep_week(roomy, week)
    assert roomy.networks.judge() is None, "its last week is not over yet"
    roomy.travel((FIRST + 6).monday)
    assert roomy.networks.gate("instagram").open, "what is earned opens the gate before it is recorded"
    with monkeypatch.context() as busy:
        busy.setattr(type(roomy._context.store), "begin", _in_use)
        assert roomy.networks.judge() is None
    told: list[Topic] = []
    roomy.on_change(told.append)
    assert roomy.networks.judge() == GBP
    assert told
    assert roomy.networks.run(GBP).state == "mastered"


def _in_use(*_: object):
    raise InUse("in_use")


def test_judging_again_finds_nothing_more(roomy):
    master(roomy)
    count = len(entries(roomy))
    assert roomy.networks.judge() is None
    assert len(entries(roomy)) == count


def test_later_corrections_take_no_mastery_away(roomy):
    week = master(roomy)
    roomy.week.record(GBP, week - 1, {"posts": 0})
    assert roomy.networks.run(GBP).state == "mastered"
    assert roomy.networks.gate("instagram").open


def test_a_version_that_moves_on_leaves_a_running_road_as_it_was(roomy, monkeypatch):
    from dataclasses import replace

    from focusplan.playbooks import Catalogue

    steps = len(roomy.networks.run(GBP).steps)
    get = Catalogue.get
    monkeypatch.setattr(
        Catalogue, "get", lambda self, network: replace(get(self, network), version=99, steps=(), upkeep_minutes=77)
    )
    run = roomy.networks.run(GBP)
    assert len(run.steps) == steps
    assert run.version != 99


# ------------------------------------------------------------------ moves


def test_taking_back_within_seven_days_returns_to_the_state_before(roomy):
    assert roomy.networks.run(GBP).can_take_back
    assert roomy.networks.take_back(GBP) == "none"
    assert roomy.networks.view().active is None
    assert roomy.networks.start("instagram") == "active"
    assert roomy.networks.take_back("instagram") == "none"
    assert roomy.networks.start("instagram") == "active"
    assert code(roomy.networks.take_back, "instagram") == "take_back_most"
    assert [entry.kind for entry in entries(roomy)].count("take_back") == 2


def test_what_was_done_before_a_take_back_stays_done(roomy):
    step = roomy.networks.run(GBP).steps[0]
    roomy.networks.step_done(step.id)
    roomy.networks.take_back(GBP)
    roomy.networks.start(GBP)
    assert roomy.networks.run(GBP).steps[0].done


def test_taking_back_late_or_after_figures_were_typed_is_refused(roomy):
    roomy.travel(MONDAY + timedelta(days=8))
    assert code(roomy.networks.take_back, GBP) == "take_back_late"
    roomy.travel(MONDAY + timedelta(days=7))
    roomy.week.record(GBP, None, {"posts": 1})
    assert code(roomy.networks.take_back, GBP) == "take_back_typed"
    assert code(roomy.networks.take_back, "facebook") == "not_active"


def test_parking_and_parking_again(roomy):
    assert roomy.networks.park("x") == "parked"
    assert roomy.networks.park("x", 25) == "parked"
    assert roomy.networks.park("x") == "parked"
    card = next(card for card in roomy.networks.cards() if card.id == "x")
    assert card.parked_minutes == 25
    assert code(roomy.networks.park, GBP) == "move_not_allowed"
    assert code(roomy.networks.park, "newsletter") == "move_not_allowed"
    assert code(roomy.networks.park, "tiktok", -1) == "park_minutes"


def test_the_later_list_and_its_notes(roomy):
    assert roomy.networks.later("tiktok", "when the film is ready") == "later"
    assert roomy.networks.later("tiktok") == "later"
    view = roomy.networks.view()
    assert [(card.id, card.note) for card in view.later] == [("tiktok", "when the film is ready")]
    assert view.next is not None
    assert view.next.id == "tiktok"
    assert roomy.networks.later("tiktok", remove=True) == "none"
    assert code(roomy.networks.later, "tiktok", remove=True) == "not_later"
    assert code(roomy.networks.later, "facebook") == "move_not_allowed"


def test_a_part_is_taken_again_without_losing_anything(roomy):
    steps = [step for step in roomy.networks.run(GBP).steps if step.stage == "prepare" and step.required]
    for step in steps:
        roomy.networks.step_done(step.id)
    assert roomy.networks.run(GBP).stage == "set_up"
    assert roomy.networks.again(GBP, "prepare") == "active"
    run = roomy.networks.run(GBP)
    assert run.stage == "prepare"
    assert all(step.done for step in run.steps if step.id in {one.id for one in steps})
    assert code(roomy.networks.again, GBP, "measure") == "stage_not_open"
    assert code(roomy.networks.again, GBP, "dance") == "no_such_stage"


def test_closing_asks_for_a_reason_and_what_was_learnt(roomy):
    assert code(roomy.networks.retire, GBP, " ", LEARNT) == "retire_reason"
    assert code(roomy.networks.retire, GBP, WHY, " ") == "retire_learnt"
    assert code(roomy.networks.retire, "x", WHY, LEARNT) == "move_not_allowed"
    assert roomy.networks.retire(GBP, WHY, LEARNT) == "retired"
    assert roomy.networks.retire("newsletter", WHY, LEARNT) == "retired"
    assert entries(roomy, "retired")[0].values()["learnt"] == LEARNT


def test_after_closing_the_next_waits_for_seven_days_and_three_jobs(roomy):
    roomy.networks.retire(GBP, WHY, LEARNT)
    view = roomy.networks.view()
    assert view.wind_down is not None
    jobs = [step for step in view.wind_down.steps if step.stage == "wind_down"]
    assert len(jobs) == 3
    assert not roomy.networks.gate("instagram").open
    assert roomy.networks.gate(GBP).open, "the same network may be taken up again at once"
    for job in jobs:
        roomy.networks.step_done(job.id)
    roomy.travel(MONDAY + timedelta(days=7))
    verdict = roomy.networks.gate("instagram")
    unmet = [one.id for one in verdict.conditions if not one.met]
    assert unmet in ([], ["reviewed"])


def test_a_closed_network_is_taken_up_again_as_a_new_run(roomy):
    roomy.networks.step_done(roomy.networks.run(GBP).steps[0].id)
    roomy.networks.retire(GBP, WHY, LEARNT)
    assert roomy.networks.start(GBP) == "active"
    assert not roomy.networks.run(GBP).steps[0].done
    with roomy._context.read() as work:
        runs = work.all(Adoption, network=GBP)
    assert [run.state for run in runs] == ["retired", "active"]
    assert roomy.networks.take_back(GBP) == "retired"
    roomy.networks.step_done(f"{GBP}-wind_tell")
    assert not roomy.networks.gate("instagram").open, "its last jobs are still asked for"


def test_the_newsletter_runs_beside(workspace):
    assert code(workspace.networks.park, "newsletter") == "move_not_allowed"
    assert workspace.networks.start("newsletter") == "beside"
    assert code(workspace.networks.gate, "newsletter") == "gate_beside"
    assert workspace.networks.retire("newsletter", WHY, LEARNT) == "retired"
    assert workspace.networks.start("newsletter") == "beside"


# ------------------------------------------------------------------ pauses


def test_pausing_and_taking_up_again(workspace):
    weeks = workspace.networks.pause(FIRST + 1, FIRST + 3, "the sea")
    assert weeks == (FIRST + 1, FIRST + 2, FIRST + 3)
    assert workspace.networks.view().paused_weeks == weeks
    assert workspace.networks.resume(FIRST + 3) == (FIRST + 3,)
    workspace.travel((FIRST + 1).monday)
    assert workspace.networks.resume() == (FIRST + 1, FIRST + 2)
    assert workspace.networks.view().paused_weeks == (FIRST + 1,)
    with workspace._context.read() as work:
        assert work.one(Note, key=f"reopened.{FIRST + 1}") is not None
    assert code(workspace.networks.resume) == "nothing_paused"
    assert [entry.kind for entry in entries(workspace)][-3:] == ["pause", "resume", "resume"]


def test_unplanned_pauses_are_few(workspace):
    workspace.travel((FIRST + 4).monday)
    workspace.networks.pause(FIRST + 2, FIRST + 3)
    assert code(workspace.networks.pause, FIRST + 4, FIRST + 4) == "pause_most"
    assert code(workspace.networks.pause, FIRST - 1, FIRST) == "pause_before_plan"


# ------------------------------------------------------------------ goals


def test_a_change_is_shown_before_it_is_made(workspace):
    shown = workspace.networks.preview_goal(GBP, "posts", 3)
    count = len(entries(workspace))
    made = workspace.networks.change_goal(GBP, "posts", 3)
    assert shown == made
    assert (made.old, made.new, made.starts, made.easier) == (1, 3, (FIRST + 1).monday, False)
    goal = workspace.networks.run(GBP).goals[0]
    assert (goal.target, goal.next_target, goal.next_from) == (1, 3, (FIRST + 1).monday)
    assert len(entries(workspace)) == count + 1


def test_easing_needs_a_reason_and_is_withdrawn(workspace):
    workspace.travel(MONDAY + timedelta(days=2))
    assert code(workspace.networks.change_goal, GBP, "answers", 96) == "reason_needed"
    made = workspace.networks.change_goal(GBP, "answers", 96, "too few quiet hours")
    assert (made.easier, made.starts) == (True, (FIRST + 2).monday)
    assert code(workspace.networks.change_goal, GBP, "answers", 120, "even fewer hours") == "easing_too_soon"
    back = workspace.networks.withdraw_goal(GBP, "answers")
    assert (back.new, back.starts) == (72, (FIRST + 2).monday)
    assert workspace.networks.run(GBP).goals[1].next_target is None
    assert code(workspace.networks.withdraw_goal, GBP, "answers") == "nothing_to_withdraw"


def test_goals_of_other_networks_and_the_baseline_are_not_open(workspace):
    assert code(workspace.networks.change_goal, GBP, "enquiries", 5) == "baseline_runs"
    assert code(workspace.networks.change_goal, GBP, "upkeep", 2) == "goal_not_open"
    assert code(workspace.networks.change_goal, "instagram", "posts", 2) == "goal_not_open"
    assert code(workspace.networks.change_goal, GBP, "likes", 2) == "no_such_goal"
    assert code(workspace.networks.change_goal, GBP, "posts", 9) == "goal_bounds"


def test_upkeep_is_adjusted_once_a_network_runs_well(roomy):
    master(roomy)
    change = roomy.networks.change_goal(GBP, "upkeep", 2)
    assert change.new == 2
    assert code(roomy.networks.change_goal, GBP, "posts", 3) == "goal_not_open"


def test_the_first_goal_for_results_is_suggested_after_the_baseline(roomy):
    walk(roomy)
    for week in span(FIRST + 1, FIRST + 4):
        roomy.travel(week.sunday)
        roomy.week.record(GBP, week, {"enquiries": 3})
    roomy.travel((FIRST + 5).monday)
    goal = roomy.networks.run(GBP).goals[2]
    assert (goal.target, goal.suggestion, goal.can_set) == (None, 6, True)
    assert [square.result for square in goal.weeks] == ["running"] * 5
    change = roomy.networks.change_goal(GBP, "enquiries", 6)
    assert (change.old, change.starts) == (None, (FIRST + 5).monday)
    assert roomy.networks.run(GBP).goals[2].text == "6 orders in 8 weeks"


# ------------------------------------------------------------------ steps


def test_a_step_opens_the_next_part_and_starts_the_goals(workspace):
    walk(workspace)
    run = workspace.networks.run(GBP)
    assert run.stage == "measure"
    assert [stage.state for stage in run.stages][:5] == ["done"] * 5
    assert run.then_line == ""
    assert all(goal.line for goal in run.goals)
    workspace.travel((FIRST + 1).monday)
    assert [len(goal.weeks) for goal in workspace.networks.run(GBP).goals] == [1, 1, 1]


def test_a_step_of_a_part_that_is_not_open_waits(workspace):
    last = [step for step in workspace.networks.run(GBP).steps if step.stage == "measure"][-1]
    assert code(workspace.networks.step_done, last.id) == "stage_not_open"
    assert code(workspace.networks.step_done, "nothing") == "no_such_step"


def test_a_step_ticks_its_jobs_of_the_week_with_the_minutes_it_took(workspace):
    jobs = [job for job in workspace.week.view().items if job.kind == "step"]
    step = step_of(jobs[0].id)
    view = workspace.networks.step_done(step, minutes=25)
    assert (view.done, view.done_on) == (True, MONDAY)
    with workspace._context.read() as work:
        mine = [item for item in work.all(Item, week=FIRST) if step_of(item.key) == step]
    assert all(item.done for item in mine)
    assert sum(item.taken or 0 for item in mine) == 25
    undone = workspace.networks.step_undo(step)
    assert not undone.done
    with workspace._context.read() as work:
        assert not any(item.done for item in work.all(Item, week=FIRST, kind="step"))


def test_minutes_of_a_step_that_stands_in_no_week_are_logged(workspace):
    step = workspace.networks.run(GBP).steps[0]
    workspace.networks.step_done(step.id, minutes=15)
    with workspace._context.read() as work:
        assert [entry.minutes for entry in work.all(TimeEntry)] == [15]
    assert code(workspace.networks.step_done, step.id, -1) == "minutes_range"


def test_two_required_steps_may_be_closed_with_a_reason(workspace):
    needed = [step for step in workspace.networks.run(GBP).steps if step.stage == "prepare" and step.required]
    optional = next(step for step in workspace.networks.run(GBP).steps if step.stage == "prepare" and not step.required)
    assert code(workspace.networks.step_done, needed[0].id, instead="no") == "sentence_needed"
    assert code(workspace.networks.step_done, needed[0].id, instead=" ") == "sentence_needed"
    assert code(workspace.networks.step_done, optional.id, instead="we have no such thing") == "instead_optional"
    for step in needed[:2]:
        closed = workspace.networks.step_done(step.id, instead="there is none in our town")
        assert closed.instead == "there is none in our town"
    assert code(workspace.networks.step_done, needed[2].id, instead="there is none in our town") == "instead_most"
    assert [entry.kind for entry in entries(workspace)].count("closed_step") == 2


def test_the_steps_of_a_mastered_network_are_settled(roomy):
    master(roomy)
    run = roomy.networks.run(GBP)
    assert code(roomy.networks.step_undo, run.steps[0].id) == "step_settled"
    deepen = [step for step in run.steps if step.stage == "deepen"]
    assert deepen
    assert roomy.networks.step_done(deepen[0].id).done
    assert not roomy.networks.step_undo(deepen[0].id).done


def test_undoing_what_is_not_done_changes_nothing(workspace):
    step = workspace.networks.run(GBP).steps[0]
    assert not workspace.networks.step_undo(step.id).done


def test_a_step_of_a_closed_week_stays_done(workspace):
    step = workspace.networks.run(GBP).steps[0]
    workspace.networks.step_done(step.id)
    workspace.travel((FIRST + 3).monday)
    assert code(workspace.networks.step_undo, step.id) == "week_closed"


# ------------------------------------------------------------------ what is shown


def test_a_road_that_is_not_in_the_plan_shows_its_steps_and_default_goals(workspace):
    run = workspace.networks.run("instagram")
    assert (run.state, run.started_on, run.progress) == ("none", None, 0)
    assert {step.stage for step in run.steps} == set(STAGES)
    assert [goal.target for goal in run.goals] == [2, 24, None]
    assert not any(step.done or step.open for step in run.steps)


def test_every_network_has_its_card_and_its_sentence(workspace):
    cards = workspace.networks.cards()
    assert {card.id for card in cards} == set(NETWORKS)
    assert [card.rank for card in cards] == list(range(1, 15))
    assert all(card.reason and card.line for card in cards)


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_the_answers_of_the_gate_are_the_same_figures_in_every_language(workspace, language):
    english = workspace.networks.gate("instagram")
    workspace.speak(language)
    verdict = workspace.networks.gate("instagram")
    figures = [(one.id, one.met, one.figure, one.target) for one in verdict.conditions]
    assert figures == [(one.id, one.met, one.figure, one.target) for one in english.conditions]
    assert [way.id for way in verdict.ways] == [way.id for way in english.ways]
    assert all(one.text for one in verdict.conditions)
    assert all(way.text and way.consequence for way in verdict.ways)


def test_changes_are_announced_after_the_commit(workspace):
    told: list[Topic] = []
    workspace.on_change(lambda topic: told.append(topic))
    workspace.networks.park("x")
    assert told
    assert all(topic & Topic.NETWORKS for topic in told)


def test_a_clock_that_is_wrong_keeps_the_gate_shut(roomy):
    roomy.networks.take_back(GBP)
    with roomy._context.read() as work:
        assert work.one(ClockMark).day == MONDAY
    roomy.travel(date(2026, 11, 20))
    verdict = roomy.networks.gate("instagram")
    assert [one.id for one in verdict.conditions if not one.met] == ["clock"]
    assert [way.id for way in verdict.ways] == ["clock", "later"]


def test_the_newsletter_beside_has_a_road_that_can_be_walked(workspace):
    workspace.networks.start("newsletter")
    title = "newsletter-provider"
    assert code(workspace.networks.step_done, "newsletter-template") == "stage_not_open"
    assert workspace.networks.step_done(title, minutes=20).done
    view = workspace.networks.run("newsletter")
    assert [step.id for step in view.steps if step.done] == [title]
    assert view.stages[0].done == 1
    jobs = [job for day in workspace.week.view().days for job in day.jobs if job.kind == "newsletter"]
    assert "Next on its road" in jobs[0].how[-1]
    for step in [step for step in view.steps if step.stage == "prepare" and step.required and not step.done]:
        workspace.networks.step_done(step.id)
    assert next(stage for stage in workspace.networks.run("newsletter").stages if stage.id == "set_up").state != "closed"
    assert not workspace.networks.step_undo(title).done
