"""What is said about a clock that stands wrong."""

from __future__ import annotations

from datetime import date

from focusplan import i18n
from focusplan.domain.gate import Condition
from focusplan.services.roads.gateviews import _clock


def test_a_day_the_plan_has_stood_at_is_told_with_its_year():
    i18n.use("en")
    text, action, way = _clock(Condition("clock", False, "behind", day=date(2027, 11, 22)), "")
    assert "2027" in text and action and way == "clock"
