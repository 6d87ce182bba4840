"""The five ways: which one the answers speak for, and what would change it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.readiness import (
    KNOWN,
    NEEDED,
    QUESTIONS,
    UNKNOWN,
    Answers,
    Say,
    answers_of,
    gaps,
    question_of,
    still_due,
)
from focusplan.domain.readinessadvice import Standing, advice, own_cost, turns
from focusplan.domain.ways import WAYS
from focusplan.domain.weeks import Week

ROOMY = Standing(120, 108, 75)
GOOD = Say("We bake with grain from one field", True, True)
READY = Answers(
    say=(GOOD, GOOD, GOOD), hearers="Neighbours", speaker="Ann", minutes=120, never="prices",
    worthwhile="an order", a_month=8, known="done", pay=False,
)  # fmt: skip


def but(*unknown: str, **changed) -> Answers:
    given = dict.fromkeys(set(unknown) & {"hearers", "speaker", "never", "worthwhile", "known", "pay"})
    if "say" in unknown:
        given["say"] = ()
    return replace(READY, unknown=frozenset(unknown), **{**given, **changed})


CASES = {
    "nothing asked": (Answers(), ROOMY, "start", "not_asked"),
    "all there": (READY, ROOMY, "start", "say"),
    "all there, nobody has done it": (but(known="learn"), ROOMY, "start", "say"),
    "one good thing to say": (but(say=(GOOD, Say("Fresh bread", True, False))), ROOMY, "prepare_first", "say_missing"),
    "two good things to say": (but(say=(GOOD, GOOD)), ROOMY, "start", "say"),
    "things to say that nobody judged": (but(say=(Say("a"), Say("b"))), ROOMY, "start", "hearers"),
    "nobody to hear it": (but("hearers"), ROOMY, "prepare_first", "hearers_missing"),
    "nobody to speak": (but("speaker"), ROOMY, "prepare_first", "speaker_missing"),
    "no result": (but("worthwhile"), ROOMY, "prepare_first", "worthwhile_missing"),
    "two things missing, done before": (but("hearers", "say"), ROOMY, "prepare_first", "say_missing"),
    "two things missing, never done": (but("hearers", "say", known="learn"), ROOMY, "learn", "never_done"),
    "one thing missing, never done": (but("say", known="learn"), ROOMY, "prepare_first", "say_missing"),
    "under 45 minutes": (READY, Standing(40, 35, None), "minimal", "time_small"),
    "under 45 minutes named": (but(minutes=30), ROOMY, "minimal", "time_small"),
    "under 45 minutes, can pay": (but(minutes=30, pay=True), ROOMY, "hand_over", "time_small"),
    "45 minutes, network asks more": (READY, Standing(45, 40, 75), "minimal", "time_network"),
    "45 minutes, network asks 40": (READY, Standing(45, 40, 40), "start", "say"),
    "nobody, no money": (but(known="neither"), ROOMY, "minimal", "nobody"),
    "nobody, money": (but(known="neither", pay=True, quote=Decimal(300)), ROOMY, "hand_over", "nobody"),
    "nobody, money not asked": (but(known="neither", pay=None), ROOMY, "minimal", "nobody"),
    "cheaper by others": (but(pay=True, quote=Decimal(200), hour_value=Decimal(30)), ROOMY, "hand_over", "dearer"),
    "dearer by others": (but(pay=True, quote=Decimal(300), hour_value=Decimal(30)), ROOMY, "start", "say"),
    "cheaper, but no paying": (but(quote=Decimal(100), hour_value=Decimal(90)), ROOMY, "start", "say"),
    "only one question answered": (Answers(hearers="Neighbours"), ROOMY, "start", "hearers"),
    "only I don't know": (Answers(unknown=frozenset(QUESTIONS)), ROOMY, "prepare_first", "say_missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_these_answers_speak_for(name: str) -> None:
    answers, standing, way, first = CASES[name]
    given = advice(answers, standing)
    assert (given.way, given.reasons[0].code) == (way, first)


def test_what_is_still_open_is_said_last_and_counted() -> None:
    reasons = advice(Answers(hearers="Neighbours"), ROOMY).reasons
    assert reasons[-1].code == "open" and reasons[-1].values == {"count": 6}
    assert "open" not in {reason.code for reason in advice(READY, ROOMY).reasons}


def test_the_figures_stand_beside_the_reason() -> None:
    dear = replace(READY, pay=True, quote=Decimal(200), hour_value=Decimal(30))
    assert advice(dear, ROOMY).reasons[0].values == {"own": Decimal(260), "quote": Decimal(200)}
    assert own_cost(120, Decimal(30)) == 260
    assert advice(READY, Standing(45, 40, 75)).reasons[0].values == {"minutes": 40, "needed": 75}


def test_what_would_change_the_advice_does_change_it() -> None:
    assert ("ready", "start") in turns(replace(READY, say=(), unknown=frozenset({"say"})), ROOMY)
    assert ("time", "start") in turns(replace(READY, minutes=30), ROOMY)
    assert {way for _code, way in turns(READY, ROOMY)} >= {"minimal", "prepare_first", "hand_over"}


WORDS = st.sampled_from([None, "something"])
SAYING = st.builds(Say, st.sampled_from(["", "one"]), *[st.sampled_from([None, True, False])] * 2)
AMOUNTS = st.one_of(st.none(), st.decimals(0, 5000, places=2))
ANSWERS = st.builds(
    Answers, st.lists(SAYING, max_size=3).map(tuple), WORDS, WORDS, st.one_of(st.none(), st.integers(0, 3000)),
    WORDS, WORDS, st.one_of(st.none(), st.integers(0, 99)), st.sampled_from([None, *KNOWN]),
    st.sampled_from([None, True, False]), AMOUNTS, AMOUNTS, st.frozensets(st.sampled_from(QUESTIONS)),
)  # fmt: skip
STANDINGS = st.builds(
    lambda budget, needed: Standing(budget, max(0, budget - max(5, -(-budget // 10))), needed),
    st.integers(1, 2400), st.one_of(st.none(), st.integers(40, 93)),
)  # fmt: skip


@given(ANSWERS, STANDINGS)
def test_every_set_of_answers_gets_one_way_and_a_reason(answers: Answers, standing: Standing) -> None:
    given = advice(answers, standing)
    assert given.way in WAYS and given.reasons
    assert len({reason.code for reason in given.reasons}) == len(given.reasons)
    assert advice(answers, standing) == given
    for code, way in turns(answers, standing):
        assert code and way in WAYS and way != given.way


@given(ANSWERS, STANDINGS)
def test_handing_over_is_only_advised_where_paying_is_possible(answers: Answers, standing: Standing) -> None:
    if advice(answers, standing).way == "hand_over":
        assert answers.pay is True
    if advice(answers, standing).way == "start" and not answers.open:
        assert answers.known != "neither" and not answers.unknown & set(NEEDED)


def test_answers_come_from_the_notes_as_they_were_kept() -> None:
    notes = {
        "say.1": "Rye from one field", "say.1.valuable": "yes", "say.1.specific": "no", "say.2": " ",
        "hearers": "Neighbours", "speaker": UNKNOWN, "known": "learn", "pay": "no", "minutes": "90",
        "a_month": "eight",
    }  # fmt: skip
    answers = answers_of(notes, Decimal(400), None)
    assert answers.say == (Say("Rye from one field", True, False),)
    assert answers.speaker is None and answers.unknown == {"speaker"}
    assert (answers.minutes, answers.a_month, answers.pay, answers.quote) == (90, None, False, Decimal(400))
    assert answers.open == ("never", "worthwhile")
    assert gaps(answers) == ("say", "speaker", "worthwhile")
    assert not gaps(READY)


def test_a_quarter_later_the_answers_are_asked_for_again_unless_put_off() -> None:
    answered = Week(2000)
    assert not still_due(None, answered, None)
    assert not still_due(answered, answered + 12, None)
    assert still_due(answered, answered + 13, None)
    assert not still_due(answered, answered + 14, answered + 17)
    assert still_due(answered, answered + 17, answered + 17)


def test_jobs_that_ask_one_of_the_questions_are_known_by_their_last_word():
    assert question_of("instagram-hour_value") == "pay"
    assert question_of("way-prepare_first-say") == "say"
    assert question_of("facebook-private") == "never"
    assert not question_of("instagram-profile") and not question_of("say-it")
