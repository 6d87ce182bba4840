"""The gate: each condition, the earliest week, and the ways that are always there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.adoption import StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.evidence import Evidence
from focusplan.domain.forecast import can_ease, can_take_back, earliest, judge, mastered_by, ways
from focusplan.domain.gate import (
    CONDITIONS,
    Candidate,
    GateClosed,
    Loads,
    active_done,
    clock,
    closed_run,
    free_minutes,
    newest_to_review,
    openable,
    reviewed,
    time_free,
    upkeep_held,
    wind_down,
)
from focusplan.domain.goals import Target
from focusplan.domain.plan import ClockMark, Confirmation
from focusplan.domain.review import Review
from tests.domain.plans import (
    MORNINGS,
    START,
    goals,
    kept,
    learning,
    moment,
    openings,
    paused,
    plan,
    reviews,
    run,
    steps,
    targets,
)

FIRST = START + 1
NEXT = Candidate("pinterest", 75)
LOADS = Loads({"instagram": 30}, routine=50)


def mastered(weeks: int, *, keeps=lambda n: True, network="instagram", **given_):
    """A network that runs well since START, looked at after so many weeks of upkeep."""
    upkeep = replace(goals()[3], from_week=FIRST)
    facts = learning(
        weeks, adoptions=(run(network, "mastered", mastered_week=START, mastered_on=START.monday),),
        goals=(*goals()[:3], upkeep), evidence=tuple(kept(FIRST + n, network) for n in range(weeks) if keeps(n)),
    )  # fmt: skip
    return replace(facts, **given_)


def unmet(verdict):
    return [condition.id for condition in verdict.unmet]


# ------------------------------------------------------------------ each condition


def test_an_empty_plan_is_open():
    verdict = judge(plan(START), NEXT, Loads())
    assert verdict.open
    assert [condition.id for condition in verdict.conditions] == list(CONDITIONS)
    assert (verdict.ways, verdict.earliest, verdict.unmet) == ((), START, ())


def test_what_is_being_learnt_keeps_it_shut_until_it_is_mastered():
    assert unmet(judge(learning(3), NEXT, LOADS)) == ["active_done"]
    assert judge(learning(6), NEXT, LOADS).open
    assert active_done(learning(6)).why == "mastered_now"


def test_parts_show_the_jobs_and_each_goal_with_figure_and_target():
    condition = active_done(learning(3, targets=targets(outcome=None)))
    assert [(part.id, part.met, part.figure, part.target) for part in condition.parts] == [
        ("steps", True, 6, 6), ("posts", False, 3, 6), ("answers", False, 3, 6), ("enquiries", False, 3, None),
    ]  # fmt: skip
    assert (condition.figure, condition.target, condition.networks) == (1, 4, ("instagram",))


def test_parts_of_a_road_just_begun():
    condition = active_done(learning(0, goals=goals(first=None), steps=steps(done=None)))
    assert [(part.figure, part.target) for part in condition.parts] == [(0, 6), (0, 6), (0, 6), (0, None)]


def test_two_active_networks_or_an_unearned_mastery_keep_it_shut():
    two = plan(START, adoptions=(run(), run("x", number=2)))
    verdict = judge(two, NEXT, Loads())
    assert verdict.conditions[0].why == "illegal"
    assert verdict.conditions[0].networks == ("instagram", "x")
    assert verdict.ways[0] == "repair"
    unearned = judge(mastered(0), NEXT, LOADS, ("instagram",))
    assert unearned.conditions[0].networks == ("instagram",)
    assert not unearned.open
    assert unearned.earliest is None


def test_upkeep_is_held_without_question_for_four_active_weeks():
    assert upkeep_held(plan(START)).why == "none_mastered"
    assert [upkeep_held(mastered(n, keeps=lambda n: False)).met for n in range(6)] == [True] * 4 + [False] * 2
    assert upkeep_held(mastered(5, keeps=lambda n: False, pauses=paused(FIRST + 1))).met


@pytest.mark.parametrize(("missed", "met"), [((7,), True), ((6, 7), False), ((0, 1, 2, 3, 4), True)])
def test_upkeep_is_held_with_three_of_the_last_four_weeks(missed, met):
    condition = upkeep_held(mastered(8, keeps=lambda n: n not in missed))
    assert condition.met is met
    assert condition.networks == (() if met else ("instagram",))
    assert (condition.figure, condition.target) == (int(met), 1)


def test_a_mastered_network_without_an_upkeep_goal_asks_for_nothing():
    assert upkeep_held(mastered(8, goals=())).met


@pytest.mark.parametrize(
    ("budget", "why", "met"), [(120, "room", True), (95, "room", True), (90, "room", True), (80, "no_room", False),
                               (44, "small_budget", False), (45, "no_room", False)],
)  # fmt: skip
def test_the_week_must_have_room(budget, why, met):
    condition = time_free(plan(START, boundaries=replace(MORNINGS, budget=budget)), NEXT, Loads())
    assert (condition.why, condition.met, condition.target) == (why, met, 75)


def test_a_budget_under_45_never_has_room():
    tiny = plan(START, boundaries=replace(MORNINGS, budget=44))
    assert not time_free(tiny, Candidate("x", 10), Loads()).met


def test_a_road_that_is_not_written_has_no_target():
    condition = time_free(plan(START), Candidate("x", None), Loads())
    assert (condition.met, condition.why, condition.target) == (False, "not_written", None)


def test_time_is_what_is_left_by_all_that_is_kept():
    facts = plan(
        START,
        adoptions=(
            run("instagram", "mastered", 1), run("google_business", "active", 2), run("newsletter", "beside", 3),
            run("facebook", "parked", 4, parked_minutes=15), run("x", "parked", 5, parked_minutes=20),
            run("tiktok", "retired", 6, parked_minutes=99),
        ),
    )  # fmt: skip
    loads = Loads({"instagram": 10, "google_business": 8, "newsletter": 6})
    assert free_minutes(facts, "pinterest", loads) == 108 - 10 - 8 - 6 - 15 - 20
    assert free_minutes(facts, "facebook", loads) == 108 - 10 - 8 - 6 - 20
    assert free_minutes(facts, "pinterest", Loads({"instagram": 500})) == 0


def test_every_good_network_can_open_second_at_120_minutes_beside_15_of_upkeep():
    """93 minutes is the largest smallest start the playbooks may ask for."""
    facts = plan(START, adoptions=(run("google_business", "mastered"),))
    assert time_free(facts, Candidate("instagram", 93), Loads({"google_business": 15})).met


def test_the_newest_ended_week_must_be_reviewed():
    assert reviewed(plan(START)).why == "nothing_yet"
    due = reviewed(plan(START + 3))
    assert (due.met, due.week, due.figure) == (False, START + 2, 0)
    assert reviewed(plan(START + 3, reviews=reviews(START + 2))).met
    assert reviewed(plan(START + 3, reviews=reviews(START + 3))).met
    assert not reviewed(plan(START + 3, reviews=reviews(START + 1))).met
    void = {START + 2: Review(START + 2, "keep", "", START.monday, void=True)}
    assert not reviewed(plan(START + 3, reviews=void)).met


def test_paused_weeks_and_weeks_before_the_first_monday_need_no_review():
    assert newest_to_review(plan(START + 3, pauses=paused(START + 2))) == START + 1
    assert newest_to_review(plan(START + 1, pauses=paused(START))) is None
    midweek = plan(START + 1)
    begun = replace(midweek.plan, first_day=START.monday + timedelta(days=2))
    assert newest_to_review(replace(midweek, plan=begun)) is None
    assert newest_to_review(replace(plan(START + 2), plan=begun)) == START + 1


CLOSED = run(state="retired", retired_on=START.monday, retired_from="active")


def wound(done: int) -> tuple[StepState, ...]:
    last = [replace(s, done_on=START.monday) if n < done else s for n, s in enumerate(steps()[6:])]
    return (*steps()[:6], *last)


@pytest.mark.parametrize(
    ("days", "done", "met", "why"),
    [(6, 3, False, "days"), (7, 3, True, "nothing_closed"), (7, 2, False, "steps"), (0, 0, False, "steps")],
)
def test_after_closing_the_active_network_seven_days_and_three_jobs_lie_between(days, done, met, why):
    facts = plan(START.monday + timedelta(days=days), adoptions=(CLOSED,), steps=wound(done))
    condition = wind_down(facts, "pinterest")
    assert (condition.met, condition.why) == (met, why)
    if not met:
        assert (condition.figure, condition.target) == (done, 3)
        assert condition.day == START.monday + timedelta(days=7)


def test_the_wind_down_is_not_asked_of_the_same_network_or_after_a_mastered_one():
    facts = plan(START, adoptions=(CLOSED,), steps=wound(0))
    assert wind_down(facts, "instagram").met
    after_mastery = plan(START, adoptions=(replace(CLOSED, retired_from="mastered"),), steps=wound(0))
    assert wind_down(after_mastery, "pinterest").met


def test_a_wind_down_is_not_got_round_by_starting_again_and_taking_back():
    again = run(number=2, state="retired", before="retired", taken_back_on=START.monday)
    facts = plan(START + 2, adoptions=(CLOSED, again), steps=wound(0))
    assert closed_run(facts, "pinterest") == CLOSED
    running = replace(again, state="active", taken_back_on=None)
    assert closed_run(plan(START + 2, adoptions=(CLOSED, running), steps=wound(0)), "pinterest") is None


def test_a_run_that_was_never_closed_is_not_wound_down():
    odd = replace(CLOSED, retired_on=None)
    assert closed_run(plan(START, adoptions=(odd,)), "x") is None


def test_the_clock_must_be_right_and_waits_seven_days_after_it_was_not():
    assert clock(plan(START)).why == "right"
    now = moment(START.monday)
    ahead = plan(START, mark=ClockMark(now.at + timedelta(hours=26, seconds=1), START.sunday))
    assert (clock(ahead).met, clock(ahead).why, clock(ahead).day) == (False, "behind", START.sunday)
    assert clock(plan(START, mark=ClockMark(now.at + timedelta(hours=26), START.sunday))).met
    said = (Confirmation(1, now.at, START.monday, START.sunday),)
    assert clock(plan(START.monday + timedelta(days=6), confirmations=said)).day == (START + 1).monday
    assert clock(plan(START.monday + timedelta(days=7), confirmations=said)).met


def test_the_newsletter_is_asked_for_time_and_clock_only():
    facts = learning(3, reviews={})
    verdict = judge(facts, Candidate("newsletter", 15), LOADS)
    assert [condition.id for condition in verdict.conditions] == ["time_free", "clock"]
    assert verdict.open


def test_openable_agrees_with_judging_each():
    facts = learning(3)
    asked = [NEXT, Candidate("newsletter", 15), Candidate("x", None), Candidate("newsletter", 500)]
    assert openable(facts, asked[:3], LOADS) == {"newsletter"}
    assert openable(learning(6), asked[:3], LOADS) == {"newsletter", "pinterest"}
    assert openable(learning(6), asked[3:], LOADS) == frozenset()


def test_a_closed_gate_is_an_error_that_carries_its_verdict():
    verdict = judge(learning(3), NEXT, LOADS)
    error = GateClosed(verdict)
    assert (error.exit_code, error.code, error.verdict) == (3, "gate_closed", verdict)
    assert error.values["ways"] == verdict.ways


# ------------------------------------------------------------------ when


@pytest.mark.parametrize(("weeks", "end"), [(0, 5), (1, 5), (3, 5), (5, 5)])
def test_kept_weeks_bring_mastery_at_the_sixth(weeks, end):
    facts = learning(weeks)
    assert mastered_by(facts, facts.active, LOADS) == FIRST + end
    assert judge(facts, NEXT, LOADS).earliest == FIRST + end + 1


def test_weeks_that_were_not_kept_move_it_on_and_paused_ones_too():
    facts = learning(8, keeps=lambda n: n > 3)
    assert mastered_by(facts, facts.active, LOADS) == FIRST + 9
    facts = learning(8, keeps=lambda n: n > 3, pauses=paused(FIRST + 9))
    assert mastered_by(facts, facts.active, LOADS) == FIRST + 10


def test_a_road_yet_to_walk_takes_its_weeks():
    facts = learning(
        0, today=START, steps=steps(done=None), openings=openings(upto=1), goals=goals(first=None),
        targets=targets(outcome=None),
    )  # fmt: skip
    assert free_minutes(facts, "x", Loads()) == 108
    # 48 minutes a week for six steps of 20: two a week. Publish opens in the second week.
    assert mastered_by(facts, facts.active, LOADS) == START + 7
    # Ten minutes a week at least: a step takes two weeks, so Publish opens in the sixth.
    assert mastered_by(facts, facts.active, Loads(routine=500)) == START + 11


def test_a_road_without_an_end_names_no_week():
    long = tuple(replace(s, minutes=6000) for s in steps(done=None))
    facts = learning(0, steps=long, openings=openings(upto=1), goals=goals(first=None))
    assert mastered_by(facts, facts.active, Loads(routine=500)) is None
    assert judge(facts, NEXT, Loads(routine=500)).earliest is None


def test_a_baseline_takes_four_active_weeks_and_the_target_one_more():
    facts = learning(0, targets=targets(outcome=None), keeps=lambda n: False)
    by = mastered_by(facts, facts.active, LOADS)
    assert by == FIRST + 5
    only = replace(facts, goals=tuple(g for g in goals() if g.goal == "enquiries"))
    assert mastered_by(only, only.active, LOADS) == FIRST + 4
    ended = learning(4, targets=targets(outcome=None))
    only = replace(ended, goals=tuple(g for g in goals() if g.goal == "enquiries"))
    assert mastered_by(only, only.active, LOADS) == FIRST + 4


def test_an_outcome_with_a_target_may_be_reached_this_week():
    facts = learning(6, targets=targets(outcome=50))
    assert mastered_by(facts, facts.active, LOADS) == FIRST + 6
    early = replace(learning(2), targets=targets(outcome=50))
    early = replace(early, targets=(*early.targets[:3], replace(early.targets[3], from_week=FIRST)))
    only = replace(early, goals=tuple(g for g in goals() if g.goal == "enquiries"))
    assert mastered_by(only, only.active, LOADS) == FIRST + 3


def test_upkeep_that_lapsed_needs_its_weeks():
    facts = mastered(8, keeps=lambda n: n < 4)
    verdict = judge(facts, NEXT, LOADS)
    assert unmet(verdict) == ["upkeep_held"]
    assert verdict.earliest == facts.week + 3


def test_days_to_wait_are_named():
    facts = plan(START, adoptions=(CLOSED,), steps=wound(0))
    assert judge(facts, NEXT, Loads()).earliest == START + 1
    late = plan(START + 5, adoptions=(CLOSED,), steps=wound(0), reviews=reviews(START + 4))
    assert judge(late, NEXT, Loads()).earliest == START + 5
    assert judge(plan(START + 2), NEXT, Loads()).earliest == START + 2


def test_a_clock_that_stands_behind_names_the_sooner_of_waiting_and_confirming():
    now = moment(START.monday)
    far = plan(START, mark=ClockMark(now.at + timedelta(days=400), date(2027, 2, 9)))
    assert judge(far, NEXT, Loads()).earliest == START + 1
    near = plan(START, mark=ClockMark(now.at + timedelta(days=3), START.monday + timedelta(days=3)))
    assert judge(near, NEXT, Loads()).earliest == START


def test_without_time_no_week_can_be_named():
    verdict = judge(plan(START, boundaries=replace(MORNINGS, budget=60)), NEXT, Loads())
    assert (verdict.earliest, verdict.ways) == (None, ("budget", "later"))


def test_odd_conditions_name_no_week_or_this_one():
    gone = replace(upkeep_held(mastered(8, keeps=lambda n: False)), networks=("x",))
    assert earliest(plan(START), gone, Loads()) == START + 1
    without = mastered(8, keeps=lambda n: False, goals=())
    assert earliest(without, replace(gone, networks=("instagram",)), Loads()) == without.week + 1
    nobody = replace(active_done(learning(2)), networks=())
    assert earliest(plan(START), nobody, Loads()) is None
    assert ways(plan(START), NEXT, [nobody]) == ("later",)


# ------------------------------------------------------------------ ways


def test_what_can_be_done_for_a_network_being_learnt():
    fresh = learning(0, today=START, steps=steps(done=None), openings=openings(upto=1), goals=goals(first=None))
    assert judge(fresh, NEXT, LOADS).ways == (
        "do_steps", "adjust", "pause", "again", "hand_over", "retire", "take_back", "later",
    )  # fmt: skip
    assert judge(learning(2), NEXT, LOADS).ways == (
        "record", "adjust", "pause", "again", "hand_over", "retire", "later",
    )  # fmt: skip


def test_a_goal_at_its_easiest_or_eased_lately_is_no_way():
    easiest = (Target(1, 1, START, 1, START.monday), Target(2, 2, START, 72, START.monday))
    facts = learning(2, targets=easiest)
    assert not can_ease(facts, "instagram")
    assert not can_ease(facts, "pinterest")
    assert "adjust" not in judge(facts, NEXT, LOADS).ways
    eased = (*targets(outcome=1)[:1], Target(9, 1, START + 4, 1, facts.moment.day - timedelta(days=8)))
    assert not can_ease(learning(2, targets=eased, goals=goals()[:1]), "instagram")
    assert can_ease(learning(4, targets=easiest), "instagram"), "the first target of the outcome may be set"


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({}, ("budget", "later")),
        ({"adoptions": (run("x", "parked", parked_minutes=80),)}, ("budget", "park_less", "retire", "later")),
        ({"adoptions": (run("x", "parked", parked_minutes=0),)}, ("budget", "retire", "later")),
        ({"adoptions": (run("pinterest", "parked", parked_minutes=15),)}, ("budget",)),
        ({"adoptions": (run("pinterest", "none"),)}, ("budget", "later")),
    ],
)
def test_ways_to_more_time(given_, expected):
    facts = plan(START, boundaries=replace(MORNINGS, budget=60), **given_)
    assert judge(facts, NEXT, Loads()).ways == expected


def test_a_full_budget_can_only_lose_what_it_keeps():
    full = plan(START, boundaries=Boundaries(2400, 60, "few_days", MORNINGS.hours))
    facts = replace(full, adoptions=(run("instagram", "mastered"),))
    verdict = judge(facts, Candidate("pinterest", 2200), LOADS)
    assert verdict.ways == ("retire", "later")


def test_a_road_not_written_can_be_put_on_the_list_or_waited_for():
    assert judge(plan(START), Candidate("x", None), Loads()).ways == ("later",)
    listed = plan(START, adoptions=(run("x", "later", started_on=None),))
    assert judge(listed, Candidate("x", None), Loads()).ways == ("wait",)


def test_each_other_condition_has_its_way():
    assert judge(mastered(8, keeps=lambda n: False), NEXT, LOADS).ways == ("record", "retire", "later")
    harder = mastered(8, keeps=lambda n: False, targets=(Target(3, 4, START, 3, START.monday),))
    assert judge(harder, NEXT, LOADS).ways == ("record", "adjust", "retire", "later")
    assert judge(plan(START + 2), NEXT, Loads()).ways == ("review", "later")
    assert judge(plan(START, adoptions=(CLOSED,), steps=wound(1)), NEXT, Loads()).ways == ("wind_down", "later")
    assert judge(plan(START, adoptions=(CLOSED,), steps=wound(3)), NEXT, Loads()).ways == ("wait", "later")
    now = moment(START.monday)
    ahead = plan(START, mark=ClockMark(now.at + timedelta(days=9), START.sunday))
    assert judge(ahead, NEXT, Loads()).ways == ("clock", "later")
    said = plan(START, confirmations=(Confirmation(1, now.at, START.monday, START.sunday),))
    assert judge(said, NEXT, Loads()).ways == ("wait", "later")


@pytest.mark.parametrize(
    ("days", "given_", "able"),
    [
        (7, {}, True),
        (8, {}, False),
        (3, {"take_backs": (START.monday,)}, True),
        (3, {"take_backs": (START.monday, START.monday)}, False),
        (3, {"take_backs": (START.monday - timedelta(days=88), START.monday)}, True),
        (3, {"evidence": (kept(START),)}, True),
        (7, {"evidence": (Evidence("instagram", START, posts=1, made_on=START.monday),)}, False),
    ],
)
def test_taking_back(days, given_, able):
    facts = plan(START.monday + timedelta(days=days), adoptions=(run(),), **{"evidence": (), **given_})
    if given_.get("evidence") == (kept(START),):
        facts = replace(facts, evidence=(replace(kept(START), outside=True),))
    assert can_take_back(facts, run()) is able
    assert not can_take_back(facts, run(state="mastered"))


# ------------------------------------------------------------------ whatever may be the case

STATES = st.sampled_from(["none", "later", "parked", "active", "mastered", "retired", "beside"])


@st.composite
def any_plan(draw):
    """A plan in any legal state: at most one active network, anything else at random."""
    weeks = draw(st.integers(0, 14))
    keeps = draw(st.sets(st.integers(0, 13)))
    facts = learning(weeks, keeps=keeps.__contains__)
    state = draw(st.sampled_from(["active", "mastered", "retired", "parked", "later"]))
    first = run(
        state=state, retired_on=(FIRST + draw(st.integers(0, 14))).monday if state == "retired" else None,
        retired_from="active" if state == "retired" else None,
    )  # fmt: skip
    upkeep = replace(goals()[3], from_week=FIRST if state == "mastered" else None)
    others = tuple(
        run(network, draw(st.sampled_from(["none", "later", "parked", "beside"])), number,
            parked_minutes=draw(st.integers(0, 60)))
        for number, network in enumerate(draw(st.sets(st.sampled_from(["x", "tiktok", "newsletter"]))), start=2)
    )  # fmt: skip
    pauses = paused(*(FIRST + n for n in draw(st.sets(st.integers(0, 18), max_size=5))))
    now = facts.moment
    return replace(
        facts,
        adoptions=(first, *others),
        goals=(*goals()[:3], upkeep),
        steps=wound(draw(st.integers(0, 3))) if draw(st.booleans()) else steps(done=None),
        pauses=pauses,
        boundaries=replace(MORNINGS, budget=draw(st.sampled_from([30, 45, 60, 120, 240, 2400]))),
        reviews=reviews(facts.week - 1) if draw(st.booleans()) else {},
        mark=ClockMark(now.at + timedelta(days=draw(st.sampled_from([0, 0, 3, 400]))), facts.moment.day),
        confirmations=(Confirmation(1, now.at, now.day, now.day),) if draw(st.booleans()) else (),
    )


CANDIDATES = st.sampled_from([NEXT, Candidate("x", 45), Candidate("tiktok", None), Candidate("newsletter", 20)])
KNOWN = {
    "do_steps", "record", "adjust", "pause", "again", "hand_over", "retire", "take_back", "later", "wait", "review",
    "budget", "park_less", "wind_down", "clock", "repair",
}  # fmt: skip


@given(any_plan(), CANDIDATES)
def test_a_closed_gate_always_names_a_legal_way_and_never_a_week_that_has_passed(facts, candidate):
    verdict = judge(facts, candidate, LOADS)
    if verdict.open:
        assert verdict.earliest == facts.week
        return
    assert set(verdict.ways) <= KNOWN
    assert any(legal(facts, candidate, way) for way in verdict.ways)
    assert all(legal(facts, candidate, way) for way in verdict.ways)
    assert verdict.earliest is None or verdict.earliest >= facts.week


def legal(facts, candidate, way) -> bool:
    """Whether this way can be gone today, said independently of the code that names it."""
    active = facts.active
    now = facts.current(candidate.network)
    asked = {
        "do_steps": lambda: active and any(not s.done_on for s in facts.steps_of(active)),
        "record": lambda: active or facts.in_state("mastered"),
        "adjust": lambda: active or facts.in_state("mastered"),
        "pause": lambda: True,
        "again": lambda: active and facts.openings_of(active),
        "hand_over": lambda: active,
        "retire": lambda: active or facts.in_state("mastered") or facts.in_state("parked"),
        "take_back": lambda: active and facts.moment.day <= active.started_on + timedelta(days=7),
        "later": lambda: now is None or now.state == "none",
        "wait": lambda: True,
        "review": lambda: newest_to_review(facts),
        "budget": lambda: facts.boundaries.budget < 2400,
        "park_less": lambda: any(one.parked_minutes for one in facts.in_state("parked")),
        "wind_down": lambda: facts.in_state("retired"),
        "clock": lambda: facts.mark.at > facts.moment.at,
        "repair": lambda: False,
    }
    return bool(asked[way]())


@given(any_plan(), CANDIDATES)
def test_the_gate_asks_the_same_whoever_asks_it(facts, candidate):
    one = judge(facts, candidate, LOADS)
    assert one == judge(facts, candidate, LOADS)
    assert one.open is (candidate.network in openable(facts, [candidate], LOADS))


@given(any_plan(), CANDIDATES, st.integers(1, 6))
def test_a_planned_pause_never_opens_the_gate_and_never_brings_the_week_nearer(facts, candidate, ahead):
    before = judge(facts, candidate, LOADS)
    pauses = {**paused(facts.week + ahead, made_on=facts.moment.day), **facts.pauses}
    after = judge(replace(facts, pauses=pauses), candidate, LOADS)
    assert after.open is before.open
    if before.earliest is not None and after.earliest is not None:
        assert after.earliest >= before.earliest


@given(any_plan(), CANDIDATES)
def test_nothing_starts_beside_a_network_that_is_being_learnt_and_not_mastered(facts, candidate):
    verdict = judge(facts, candidate, LOADS)
    learning_on = facts.active is not None and candidate.network != "newsletter"
    assert not (verdict.open and learning_on) or active_done(facts).why == "mastered_now"
