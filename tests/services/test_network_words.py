"""What the gate, goals and cards say: every case has its words, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from focusplan import i18n
from focusplan.domain.forecast import judge
from focusplan.domain.gate import Candidate, Loads
from focusplan.domain.goals import Target
from focusplan.domain.plan import ClockMark, Confirmation
from focusplan.domain.playbook import NETWORKS
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue, load_catalogue
from focusplan.services.results.resultwords import result_words
from focusplan.services.roads.gateviews import verdict_view, way_view
from focusplan.services.roads.goalviews import goal_text, goal_views
from focusplan.services.roads.loads import loads
from focusplan.services.roads.networkviews import network_cards, next_network, opens_next, opens_next_line
from tests.domain.plans import (
    BUSINESS,
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

CATALOGUE = load_catalogue()
FIRST = START + 1
CLOSED = run(state="retired", retired_on=START.monday, retired_from="active", learnt="less is more for us")
MASTERED = run(state="mastered", mastered_week=START, mastered_on=START.monday)
UPKEEP = replace(goals()[3], from_week=FIRST)
NOW = moment(START.monday)

CASES = {
    "empty": plan(START),
    "learning": learning(3),
    "just counting": learning(2, targets=targets(outcome=None)),
    "to be set": learning(5, targets=targets(outcome=None)),
    "begun": learning(0, goals=goals(first=None), steps=steps(done=None), openings=openings(upto=1)),
    "earned": learning(8),
    "two active": plan(START, adoptions=(run(), run("x", number=2))),
    "lapsed": learning(8, adoptions=(MASTERED,), goals=(*goals()[:3], UPKEEP), evidence=()),
    "held": learning(8, adoptions=(MASTERED,), goals=(*goals()[:3], UPKEEP)),
    "due": plan(START + 3),
    "reviewed": plan(START + 3, reviews=reviews(START + 2)),
    "small": plan(START, boundaries=replace(MORNINGS, budget=30)),
    "narrow": plan(START, boundaries=replace(MORNINGS, budget=60)),
    "closing": plan(START, adoptions=(CLOSED,), steps=steps()),
    "waiting": plan(START, adoptions=(CLOSED,)),
    "clock": plan(START, mark=ClockMark(NOW.at + timedelta(days=3), START.sunday)),
    "confirmed": plan(START, confirmations=(Confirmation(1, NOW.at, START.monday, START.sunday),)),
    "kept": plan(START, adoptions=(run("facebook", "parked", parked_minutes=15), run("x", "later", 2, note="soon"),
                                   run("newsletter", "beside", 3), run("tiktok", "none", 4))),
}  # fmt: skip


def sentences(text: str) -> int:
    return sum(text.count(end) for end in (". ", "! ", "? ")) + 1


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("network", ["pinterest", "youtube", "newsletter"])
def test_every_verdict_has_its_words(name, network, language):
    i18n.use(language)
    facts = CASES[name]
    minutes = None if network == "youtube" else 75
    verdict = judge(facts, Candidate(network, minutes), loads(CATALOGUE, facts))
    view = verdict_view(facts, CATALOGUE, verdict)
    assert view.open is verdict.open
    for one in view.conditions:
        assert one.text
        assert sentences(one.text) == 1
        assert one.met or (one.next_action and one.way)
    texts = [view.summary, *(one.text for one in view.conditions), *(one.next_action for one in view.conditions)]
    texts += [part.text for one in view.conditions for part in one.parts]
    texts += [text for way in view.ways for text in (way.text, way.consequence)]
    assert not any("{" in text for text in texts)
    assert view.ways or view.open


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_cards_and_goals_have_their_words(name, language):
    i18n.use(language)
    facts = CASES[name]
    cards = network_cards(facts, CATALOGUE)
    assert {card.id for card in cards} == set(NETWORKS)
    assert all(card.line and card.reason for card in cards)
    for one in facts.adoptions:
        for goal in goal_views(facts, CATALOGUE, one):
            assert goal.text
            assert goal.line
            assert "{" not in goal.text + goal.line + goal.note
    assert "{" not in opens_next_line(facts, CATALOGUE)


def test_the_line_on_what_opens_the_next_network_names_what_is_missing():
    network, line = opens_next(CASES["learning"], CATALOGUE)
    assert network == "google_business"
    assert "3 good weeks of posts" in line
    assert "3 good weeks of answers" in line
    assert opens_next(CASES["empty"], CATALOGUE) == ("", "")
    assert "can be started" in opens_next_line(CASES["earned"], CATALOGUE)
    unreviewed = replace(CASES["earned"], reviews={})
    assert opens_next_line(unreviewed, CATALOGUE)
    assert "6 jobs" in opens_next_line(CASES["begun"], CATALOGUE)
    assert "a goal for orders" in opens_next_line(CASES["to be set"], CATALOGUE)
    wanting = learning(6, evidence=tuple(kept(FIRST + n, enquiries=0) for n in range(6)))
    assert "3 orders" in opens_next_line(wanting, CATALOGUE)
    one = replace(wanting, targets=targets(outcome=1))
    assert "1 order." in opens_next_line(one, CATALOGUE)


def test_the_next_network_is_the_first_of_the_later_list_else_the_best():
    assert next_network(CASES["kept"], CATALOGUE) == "x"
    assert next_network(CASES["empty"], CATALOGUE) == "google_business"
    everything = plan(START, adoptions=tuple(run(one, "retired", n) for n, one in enumerate(NETWORKS, start=1)))
    assert next_network(everything, CATALOGUE) == ""
    only_later = replace(everything, adoptions=(*everything.adoptions[:-1], run(NETWORKS[-1], "later", 14)))
    assert next_network(only_later, CATALOGUE) in ("", NETWORKS[-1])


def test_every_network_that_fits_well_can_open_second_in_two_hours_beside_fifteen_minutes_of_upkeep():
    facts = plan(START, adoptions=(MASTERED,), goals=(), boundaries=replace(MORNINGS, budget=120))
    for playbook in CATALOGUE.playbooks:
        if max(playbook.fit.values(), default=0) >= 2 and playbook.id not in ("instagram", "newsletter"):
            candidate = Candidate(playbook.id, playbook.start_minutes)
            verdict = judge(facts, candidate, Loads({"instagram": 15}))
            assert verdict.open, (playbook.id, verdict.unmet)
    again = replace(facts, adoptions=(replace(MASTERED, network="google_business"),))
    first = Candidate("instagram", CATALOGUE.get("instagram").start_minutes)
    assert judge(again, first, Loads({"google_business": 15})).open


def test_the_upkeep_goal_and_the_condition_say_the_same():
    for facts in (CASES["lapsed"], CASES["held"], replace(CASES["lapsed"], moment=moment(FIRST.monday))):
        goal = next(one for one in goal_views(facts, CATALOGUE, MASTERED) if one.id == "upkeep")
        verdict = judge(facts, Candidate("pinterest", 75), Loads())
        condition = next(one for one in verdict.conditions if one.id == "upkeep_held")
        assert goal.held is condition.met


def test_minutes_of_a_road_without_routine_are_none():
    card = replace(CATALOGUE.get("youtube"), written=False, routine=None)
    facts = plan(START, adoptions=(run("youtube"),))
    assert loads(Catalogue((card,)), facts) == Loads({"youtube": card.upkeep_minutes}, 0)


@pytest.mark.parametrize(
    ("goal", "target", "text"),
    [
        ("posts", 1, "1 post a week"),
        ("posts", 2, "2 posts a week"),
        ("answers", 24, "answered within 24 hours"),
        ("answers", 1, "answered within 1 hour"),
        ("enquiries", 1, "1 order in 8 weeks"),
        ("enquiries", 3, "3 orders in 8 weeks"),
        ("enquiries", None, "orders in 8 weeks, after four weeks of just counting"),
        ("upkeep", 1, "looked after each week, with 1 post"),
    ],
)
def test_goals_in_words(goal, target, text):
    assert goal_text(goal, target, 8, ("order", "orders")) == text


def test_an_own_word_for_a_result_is_shown_as_typed():
    own = replace(BUSINESS, result_word="<b>tasting</b>")
    assert result_words(CATALOGUE, own) == ("<b>tasting</b>", "<b>tasting</b>")
    assert result_words(CATALOGUE, BUSINESS) == ("order", "orders")


def test_an_easier_goal_is_offered_once_after_the_fourth_miss_in_eight_weeks():
    missed = learning(8, keeps=lambda n: n % 2 == 0)
    note = goal_views(missed, CATALOGUE, run())[0].note
    assert note
    assert not goal_views(learning(8, keeps=lambda n: n > 2), CATALOGUE, run())[0].note
    assert not goal_views(learning(8, keeps=lambda n: n > 5), CATALOGUE, run())[0].note, "it fits by now"
    assert goal_views(learning(8, keeps=lambda n: n == 7), CATALOGUE, run())[0].note
    eased = replace(missed, targets=(*targets(), Target(9, 1, START + 4, 1, (START + 2).monday)))
    assert not goal_views(eased, CATALOGUE, run())[0].note
    easiest = replace(missed, targets=(Target(1, 1, START, 1, START.monday), *targets()[1:]),
                      evidence=tuple(replace(row, posts=0) for row in missed.evidence))  # fmt: skip
    assert not goal_views(easiest, CATALOGUE, run())[0].note


def test_a_change_that_waits_is_named_and_a_paused_week_is_shown():
    facts = learning(3)
    coming = Target(9, 1, facts.week + 1, 4, facts.moment.day)
    goal = goal_views(replace(facts, targets=(*targets(), coming)), CATALOGUE, run())[0]
    assert (goal.next_target, goal.next_from) == (4, (facts.week + 1).monday)
    assert "4" in goal.note
    resting = replace(facts, pauses=paused(facts.week))
    assert goal_views(resting, CATALOGUE, run())[0].weeks[-1].result == "paused"


def test_every_way_has_words():
    for way in ("do_steps", "hand_over", "wait", "repair", "take_back", "park_less", "clock"):
        assert way_view(way).text
    assert Week.of(START.monday) == START
