"""Rare ways through the rules: a malformed record, words of a way that are missing, what builds on another."""

import pytest

from focusplan.domain.mastery import judged_weeks
from focusplan.domain.playbook import Playbook, Words
from focusplan.domain.profile import read_typed
from focusplan.domain.suggestion import Asked, ruled_out
from focusplan.domain.ways import Ways


@pytest.mark.parametrize("record", [{}, {"goals": 3}, {"goals": [{"goal": "moon"}]}])
def test_a_malformed_record_was_judged_on_no_weeks(record):
    assert judged_weeks(record) == {}


def test_words_of_a_way_fall_back_to_english_and_then_to_the_id():
    ways = Ways(words={"en": {"way-learn-one": Words("One")}})
    assert ways.words_of("way-learn-one", "sv") == Words("One")
    assert ways.words_of("way-learn-two", "sv") == Words("way-learn-two")
    assert ways.get("start").jobs == ()


def test_answers_before_the_first_post_are_set_as_typed():
    assert read_typed("readiness.hearers", "people nearby") == "people nearby"
    assert read_typed("readiness.way", "learn") == "learn"


def test_what_builds_on_another_network_waits_for_it():
    playbook = Playbook("b", "B", builds_on="a", fit={"retail": 3}, start_minutes=40)
    asked = Asked("retail", "local", "consumers", "enquiries", "owner", 100)
    assert ruled_out(playbook, asked) == "builds_on"
    assert ruled_out(playbook, Asked("retail", "local", "consumers", "enquiries", "owner", 100, ("a",))) == ""
