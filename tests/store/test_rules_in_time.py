"""Rules of the schema that hang on the day: what may be changed before a Monday may not be after it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.goals import Target
from focusplan.domain.pauses import Pause
from focusplan.domain.targets import EASING_NOTICE, EASING_REST
from focusplan.domain.weeks import Week
from focusplan.store.store import Store
from tests.store.plans import MONDAY, grown, later, on, one_goal

PRESENT = Week.of(MONDAY) + 6
"""The week the plan stands at, five weeks after its start."""


@pytest.fixture
def store(tmp_path: Path):
    made = grown(tmp_path / "plan", weeks=5, practice=True)
    yield made
    made.close()


def ease(store: Store, day, week: Week, hours: int) -> None:
    """Give answers more hours, from this week on."""
    with on(store, day) as work:
        goal = one_goal(work, "answers")
        work.add(Target(0, goal.id, week, hours, day, "the shop is full"))


@pytest.mark.parametrize("weekday", range(7))
def test_an_easier_target_begins_on_a_monday_seven_days_away(store: Store, weekday: int) -> None:
    day = PRESENT.days[weekday]
    early = Week.of(later(day, EASING_NOTICE - 1))
    with pytest.raises(Refused) as refused:
        ease(store, day, early, 48)
    assert refused.value.values["rule"] == "target: change"
    first = next(week for week in (PRESENT + 1, PRESENT + 2) if week.monday - day >= timedelta(days=7))
    ease(store, day, first, 48)


def test_a_target_is_eased_once_in_four_weeks(store: Store) -> None:
    made = PRESENT.monday
    ease(store, made, PRESENT + 1, 48)
    day = later(made, EASING_REST - 1)
    with pytest.raises(Refused) as refused:
        ease(store, day, Week.of(day) + 2, 72)
    assert refused.value.values["rule"] == "target: change"
    day = later(made, EASING_REST)
    ease(store, day, Week.of(day) + 2, 72)


def test_a_pause_stays_once_its_week_has_begun(store: Store) -> None:
    coming = Pause(PRESENT + 1, True, PRESENT.monday)
    running = Pause(PRESENT, False, PRESENT.monday)
    with on(store, PRESENT.monday) as work:
        work.add(coming)
        work.add(running)
    with pytest.raises(Refused) as refused, on(store, PRESENT.sunday) as work:
        work.remove(running)
    assert refused.value.values["rule"] == "pause: begun"
    with on(store, PRESENT.sunday) as work:
        work.remove(coming)
        work.add(Pause(PRESENT + 1, True, PRESENT.sunday))
    for day in (PRESENT + 1).monday, (PRESENT + 3).monday:
        with pytest.raises(Refused) as refused, on(store, day) as work:
            work.remove(coming)
        assert refused.value.values["rule"] == "pause: begun"
    with on(store, (PRESENT + 3).monday) as work:
        assert {one.week for one in work.all(Pause)} == {PRESENT, PRESENT + 1}
