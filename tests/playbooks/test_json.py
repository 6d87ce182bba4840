"""A playbook kept as JSON comes back exactly, since a running adoption lives on its old version."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.playbook import GoalSpec, Limit, Playbook, Routine, Step, Words
from focusplan.playbooks import from_json, load_catalogue, to_json

TEXT = st.text(max_size=12)
NUMBER = st.integers(0, 500)
DAYS = st.dates(date(2020, 1, 1), date(2100, 1, 1))
WORDS = st.builds(Words, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT)
PLAYBOOKS = st.builds(
    Playbook,
    id=TEXT, name=TEXT, version=NUMBER, checked_on=st.none() | DAYS, written=st.booleans(), slow=st.booleans(),
    start_minutes=NUMBER, upkeep_minutes=NUMBER, weeks=NUMBER,
    steps=st.lists(st.builds(Step, TEXT, TEXT, NUMBER, st.booleans()), max_size=3).map(tuple),
    goals=st.lists(
        st.builds(GoalSpec, TEXT, TEXT, st.none() | NUMBER, NUMBER, st.none() | NUMBER, NUMBER, NUMBER), max_size=3
    ).map(tuple),
    routine=st.none() | st.builds(Routine, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
    fit=st.dictionaries(TEXT, NUMBER, max_size=3),
    words=st.dictionaries(TEXT, st.dictionaries(TEXT, WORDS, max_size=2), max_size=2),
    texts=st.dictionaries(TEXT, st.dictionaries(TEXT, TEXT, max_size=2), max_size=2),
    limits=st.lists(st.builds(Limit, TEXT, TEXT, DAYS, TEXT, NUMBER, NUMBER, NUMBER), max_size=2).map(tuple),
)  # fmt: skip


@given(PLAYBOOKS)
def test_there_and_back_is_the_same(playbook):
    assert from_json(to_json(playbook)) == playbook
    assert to_json(from_json(to_json(playbook))) == to_json(playbook)


@pytest.mark.parametrize("playbook", load_catalogue().playbooks, ids=lambda one: one.id)
def test_the_shipped_ones_come_back(playbook):
    assert from_json(to_json(playbook)) == playbook


def test_what_an_older_version_did_not_write_may_be_missing():
    body = json.loads(to_json(load_catalogue().get("instagram")))
    for key in ("limits", "texts", "slow", "routine", "checked_on"):
        del body[key]
    playbook = from_json(json.dumps(body))
    assert (playbook.limits, playbook.slow, playbook.routine, playbook.checked_on) == ((), False, None, None)
    assert playbook.words_of("instagram-subject", "en").title
