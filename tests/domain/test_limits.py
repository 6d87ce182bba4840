"""Limits of fields and pictures, and what the owner may write instead."""

from datetime import date

import pytest

from focusplan.domain.limits import corrected, day_key, note_key, readable, written
from focusplan.domain.playbook import Limit

DAY = date(2026, 11, 22)


def test_a_limit_is_written_by_its_kind():
    assert written(Limit("bio", "characters", DAY, "official", most=150)) == "150"
    assert written(Limit("post", "pixels", DAY, "official", width=1080, height=1350)) == "1080x1350"
    assert (note_key("x", "bio"), day_key("x", "bio")) == ("limit.x.bio", "limit.x.bio.day")


@pytest.mark.parametrize(
    ("kind", "numbers", "text"),
    [
        ("characters", [150], "150"),
        ("characters", [], None),
        ("characters", [0], None),
        ("characters", [1_000_001], None),
        ("characters", [1, 2], None),
        ("pixels", [1080, 1350], "1080x1350"),
        ("pixels", [1080], None),
        ("pixels", [1080, 0], None),
        ("pixels", [100_001, 1], None),
    ],
)
def test_figures_that_can_be_one(kind, numbers, text):
    assert corrected(kind, numbers) == text
    assert text is None or readable(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("characters", "1080x1350"), ("characters", "0"), ("characters", "²"), ("pixels", "150"), ("pixels", "1x2x3"), ("pixels", "")],
)
def test_what_another_hand_wrote_is_not_shown(kind, text):
    assert not readable(kind, text)
