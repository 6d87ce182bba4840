"""What the numbers suggest: one rule each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from focusplan.domain.suggestions import (
    Look,
    Missed,
    Picture,
    PutAway,
    Spell,
    Suggestion,
    comes_back,
    question_due,
    shown,
    suggestions,
)

DAY = date(2026, 11, 23)
CALM = Look("instagram", "active", Spell(8, 8, 3, 600), Spell(13, 13, 4, 900), rhythm=True, trying=True)


def kinds(*looks, **picture):
    return [one.kind for one in suggestions(Picture(looks, **picture))]


def test_figures_that_say_nothing_suggest_nothing():
    assert kinds(CALM) == []
    assert kinds() == []


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"missed": (Missed("posts", 4, 8),)}, "easier_target"),
        ({"upkeep": (1, 4), "state": "mastered"}, "easier_upkeep"),
        ({"long": Spell(13, 13, 0, 500)}, "close"),
        ({"long": Spell(13, 13, 0, 500), "state": "parked"}, "close"),
        ({"lately": Spell(8, 8, 1, 600)}, "change"),
        ({"lately": Spell(8, 8, 5, 600)}, "keep"),
        ({"trying": False}, "try"),
    ],
)
def test_each_rule(changes, kind):
    found = suggestions(Picture((replace(CALM, **changes),)))
    assert [one.kind for one in found] == [kind]
    assert found[0].network == "instagram"
    assert all(isinstance(value, int) for value in found[0].figures.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"missed": (Missed("posts", 3, 8),)},
        {"missed": (Missed("posts", 5, 8, eased=True),)},
        {"missed": (Missed("posts", 5, 8, easiest=True),)},
        {"missed": (Missed("posts", 4, 8, fits=True),)},
        {"missed": (Missed("posts", 5, 8),), "state": "mastered"},
        {"long": Spell(12, 12, 0, 500)},
        {"long": Spell(13, 12, 0, 500)},
        {"long": Spell(13, 13, 0, 0)},
        {"lately": Spell(8, 7, 0, 600)},
        {"lately": Spell(8, 8, 1, 600), "rhythm": False},
        {"lately": Spell(8, 8, 9, 600), "rhythm": False},
        {"lately": Spell(8, 8, 1, 600), "state": "parked"},
        {"long": Spell(13, 13, 0, 500), "state": "retired"},
        {"trying": False, "state": "mastered"},
    ],
)
def test_just_short_of_a_rule(changes):
    assert kinds(replace(CALM, **changes)) == []


def test_what_may_be_closed_is_not_also_to_be_changed():
    assert kinds(replace(CALM, lately=Spell(8, 8, 0, 600), long=Spell(13, 13, 0, 900))) == ["close"]


def test_the_newsletter_leads_only_when_the_ranges_lie_apart():
    assert kinds(CALM, newsletter=Spell(13, 13, 30, 300)) == ["email"]
    assert kinds(CALM, newsletter=Spell(13, 13, 3, 300)) == []
    assert kinds(replace(CALM, long=Spell(13, 13, 90, 900)), newsletter=Spell(13, 13, 0, 900)) == []
    assert kinds(CALM, newsletter=Spell(13, 0, 0, 0)) == []
    assert kinds(replace(CALM, long=Spell(13, 7, 1, 300)), newsletter=Spell(13, 13, 30, 300)) == []
    assert kinds(replace(CALM, state="mastered"), newsletter=Spell(13, 13, 30, 300)) == []


def test_handing_over_once_the_own_hours_cost_more():
    month = {"month": Decimal(500), "measured": 4, "quote": Decimal(450)}
    assert kinds(**month) == ["hand_over"]
    for change in ({"month": Decimal(450)}, {"measured": 3}, {"quote": None}, {"month": None}):
        assert kinds(**(month | change)) == []


def test_at_most_three_and_none_that_was_put_away():
    found = [Suggestion("close", name, "", {"weeks": 13}) for name in ("a", "b", "c", "d")]
    assert [one.network for one in shown(found, {}, DAY)] == ["a", "b", "c"]
    away = {"close:a": PutAway("close:a", DAY, "Not now", {"weeks": 13})}
    assert [one.network for one in shown(found, away, DAY)] == ["b", "c", "d"]


def test_it_comes_back_after_a_quarter_or_when_the_figures_changed_enough():
    one = Suggestion("change", "instagram", "", {"results": 1, "minutes": 600})
    away = PutAway(one.id, DAY, "", {"results": 1, "minutes": 600})
    assert not comes_back(one, away, DAY + timedelta(days=90))
    assert comes_back(one, away, DAY + timedelta(days=91))
    assert not comes_back(replace(one, figures={"results": 2, "minutes": 899}), away, DAY)
    assert comes_back(replace(one, figures={"results": 3, "minutes": 600}), away, DAY)
    assert comes_back(replace(one, figures={"results": 1, "minutes": 900}), away, DAY)
    assert comes_back(replace(one, figures={"other": 1}), away, DAY)


def test_an_easier_goal_is_offered_once():
    one = Suggestion("easier_target", "instagram", "posts", {"misses": 8})
    assert one.id == "easier_target:instagram:posts"
    assert not comes_back(one, PutAway(one.id, DAY, "", {"misses": 4}), DAY + timedelta(days=400))


@pytest.mark.parametrize(
    ("weeks", "slow", "answered", "due"),
    [(12, False, 0, 0), (13, False, 0, 1), (25, False, 1, 0), (26, False, 1, 2), (40, False, 1, 3), (25, True, 0, 0), (26, True, 0, 1), (38, True, 1, 0), (39, True, 1, 2)],
)
def test_the_question_is_asked_once_and_again_each_quarter(weeks, slow, answered, due):
    assert question_due(weeks, slow, answered) == due
