"""The rules of the schema let an owner's own way pass: start, road, weeks, mastery, the second network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from focusplan.domain.adoption import Adoption
from focusplan.domain.errors import Refused
from focusplan.domain.goals import Goal
from focusplan.domain.weeks import Week
from tests.store.plans import MONDAY, grown, later, master, new_plan, on, start


def test_the_whole_way_to_a_second_network(tmp_path: Path) -> None:
    store = grown(tmp_path / "plan", weeks=9)
    today = (Week.of(MONDAY) + 10).monday
    with on(store, today) as work:
        run = master(work)
        goal = work.one(Goal, adoption=run.id, goal="upkeep")
        assert goal is not None
        work.put(replace(goal, from_week=Week.of(today) + 1))
        start(work, "facebook", "later")
    with on(store, today) as work:
        assert [run.state for run in work.all(Adoption)] == ["mastered", "active"]
    store.close()


def test_mastery_is_earned_in_the_first_week_that_holds(tmp_path: Path) -> None:
    store = grown(tmp_path / "plan", weeks=9)
    with on(store, (Week.of(MONDAY) + 10).monday) as work:
        rows = work._driver.execute("SELECT adoption, week FROM earned ORDER BY week").fetchall()
    assert rows[0] == (1, (Week.of(MONDAY) + 6).index)
    store.close()


def test_two_networks_are_never_active(tmp_path: Path) -> None:
    store = new_plan(tmp_path / "plan")
    with on(store, MONDAY) as work:
        start(work, "instagram")
    with pytest.raises(Refused) as refused, on(store, later(MONDAY, 1)) as work:
        start(work, "facebook")
    assert refused.value.code == "schema_rule"
    assert "two_active" in refused.value.values["rule"]
    store.close()
