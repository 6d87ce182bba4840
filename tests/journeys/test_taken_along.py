"""Whatever a person did, in whatever order: the plan's document makes the same plan in another folder."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from focusplan.workspace import Workspace
from tests.journeys.test_any_order import LONG, AnyOrder


class TakenAlong(AnyOrder):
    """Lives in any order; at the end the plan moves."""

    def teardown(self) -> None:
        if self.workspace is not None:
            self.move(self.workspace)
        super().teardown()

    def move(self, here: Workspace) -> None:
        first, again = self.home / "first.json", self.home / "again.json"
        here.exports.to_json(first)
        there = Workspace(self.home / "there", today=self.day)
        try:
            found = there.arrivals.bring_in(first)
            assert found.practice and found.rows == sum(1 for _row in first.read_text().split("\n{")) - 1 + 4
            there.exports.to_json(again)
            assert again.read_bytes() == first.read_bytes()
            assert there.networks.view() == here.networks.view()
            assert there.week.view() == here.week.view()
            assert there.review.results() == here.review.results()
            assert [f for f in there.safekeeping.check() if not f.id.startswith("backup")] == []
        finally:
            there.close()


@pytest.mark.parametrize("seed", range(20 if LONG else 1))
def test_any_plan_can_be_taken_along(seed: int) -> None:
    """Twenty walks of 200 steps with --long; two short ones, always the same, otherwise."""
    random.seed(seed)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        TakenAlong,
        settings=settings(
            max_examples=1 if LONG else 2,
            stateful_step_count=200 if LONG else 30,
            deadline=None,
            derandomize=not LONG,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
