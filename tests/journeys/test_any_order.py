"""A person may do anything in any order: the rules hold after every step.

A state machine drives the real workspace on a practice plan through every verb, in the owner's and in foolish
orders, with the clock moving forwards and back. What a rule refuses is fine; what must never happen is checked
after each step, with SQL of its own where the services could agree with one another in error.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import COUNTS
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

LONG = os.environ.get("FOCUSPLAN_LONG") == "1"
WRITTEN = ("google_business", "instagram")
SOME = (*WRITTEN, "facebook", "youtube", "newsletter")
GOALS = ("posts", "answers", "enquiries", "upkeep")
STAGES = ("prepare", "set_up", "listen", "publish", "converse", "measure")
HARDER_IS_LESS = "answers"

networks = st.sampled_from(SOME)
counts = st.none() | st.integers(0, 12)
weeks_off = st.integers(-4, 2)


class AnyOrder(RuleBasedStateMachine):
    """Every verb of the workspace, on one practice plan."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="focusplan-any-order-"))
        self.day = MONDAY
        self.ledger = 0
        self.workspace: Workspace | None = None

    @initialize(budget=st.sampled_from((45, 60, 120, 240)), days=st.integers(1, 5))
    def begin(self, budget: int, days: int) -> None:
        from focusplan.domain.boundaries import Boundaries

        hours = dict.fromkeys(range(days), ((540, 720),))
        profile = make_profile(boundaries=Boundaries(budget, 30, "few_days", hours))
        self.workspace = Workspace(self.home / "plan", today=self.day)
        self.workspace.start.new(profile, practice=True)

    # ---- how actions are tried ------------------------------------------------------------------
    def attempt(self, action: Callable[[Workspace], Any]) -> None:
        """Do it, or be refused by a rule of the program. The schema must never have to say no first."""
        assert self.workspace is not None
        before = self.targets()
        try:
            action(self.workspace)
        except (Refused, WrongUse) as refused:
            assert refused.code != "schema_rule", refused.values
        self.never_easier(before)

    def targets(self) -> dict[tuple[int, int], tuple[str, int | None]]:
        """Target in force by goal row, for the weeks that touch the next seven days."""
        weeks = {Week.of(self.day).index, Week.of(self.day + timedelta(days=6)).index}
        found = {}
        for goal, kind in self.sql("SELECT g.id, g.goal FROM goal g"):
            for week in weeks:
                rows = self.sql(
                    "SELECT value FROM target WHERE goal=? AND from_week<=? ORDER BY id DESC LIMIT 1", goal, week
                )
                found[goal, week] = (kind, rows[0][0] if rows else None)
        return found

    def never_easier(self, before: dict[tuple[int, int], tuple[str, int | None]]) -> None:
        after = self.targets()
        for key, (kind, old) in before.items():
            new = after.get(key, (kind, None))[1]
            if old is None or new is None or key not in after:
                continue
            assert new <= old if kind == HARDER_IS_LESS else new >= old, (kind, old, new)

    def sql(self, query: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(self.home / "plan" / "plan.db")) as connection:
            return connection.execute(query, values).fetchall()

    # ---- the clock ------------------------------------------------------------------------------
    @rule(days=st.sampled_from((0, 1, 1, 2, 3, 5, 7, 7, 10)))
    def time_passes(self, days: int) -> None:
        self.set_day(self.day + timedelta(days=days))

    @rule(days=st.sampled_from((1, 2, 9)))
    def clock_goes_back(self, days: int) -> None:
        self.set_day(max(MONDAY, self.day - timedelta(days=days)))

    @rule()
    def confirm_clock(self) -> None:
        self.attempt(lambda w: w.safekeeping.confirm_clock())

    def set_day(self, day: date) -> None:
        assert self.workspace is not None
        self.day = day
        self.workspace.travel(day)

    # ---- undo and redo --------------------------------------------------------------------------
    @rule()
    def undo(self) -> None:
        self.attempt(lambda w: w.undoing.undo())

    @rule()
    def redo(self) -> None:
        self.attempt(lambda w: w.undoing.redo())

    # ---- the week -------------------------------------------------------------------------------
    @rule(off=weeks_off, pick=st.integers(1, 12), minutes=st.none() | st.sampled_from((0, 5, 30, 200)))
    def tick(self, off: int, pick: int, minutes: int | None) -> None:
        self.attempt(lambda w: w.week.tick(Week.of(self.day) + off, pick, minutes=minutes))

    @rule()
    def keep_the_week(self) -> None:
        """A good owner: everything ticked, nobody wrote, results counted, the week closed."""
        def keep(w: Workspace) -> None:
            view = w.week.view()
            w.week.tick_many(view.week, [job.number for job in view.items if not job.done], {})
            if view.active is not None:
                w.week.record(view.active.network, view.week, {"received": 0, "enquiries": 4, "posts": 5})
        self.attempt(keep)
        self.set_day(Week.of(self.day).sunday)
        self.attempt(lambda w: w.review.close(None, "keep"))
        self.set_day(Week.of(self.day).sunday + timedelta(days=1))
        self.attempt(self.set_outcome)

    @staticmethod
    def set_outcome(w: Workspace) -> None:
        active = w.networks.view().active
        for goal in active.goals if active else ():
            if goal.suggestion is not None and goal.target is None:
                w.networks.change_goal(active.network, goal.id, goal.suggestion)

    @rule(off=weeks_off, pick=st.integers(1, 12))
    def untick(self, off: int, pick: int) -> None:
        self.attempt(lambda w: w.week.untick(Week.of(self.day) + off, [pick]))

    @rule(pick=st.integers(1, 12), days=st.integers(-2, 6))
    def move(self, pick: int, days: int) -> None:
        self.attempt(lambda w: w.week.move(Week.of(self.day), pick, self.day + timedelta(days=days)))

    @rule(pick=st.integers(1, 12))
    def put_off(self, pick: int) -> None:
        self.attempt(lambda w: w.week.put_off(Week.of(self.day), pick))

    @rule(pick=st.integers(1, 12))
    def drop(self, pick: int) -> None:
        self.attempt(lambda w: w.week.drop(Week.of(self.day), pick))

    @rule(line=st.sampled_from(("1 2", "1=25 / 1:45 / p2 m3 a3 e3 c1 s120", "/ / e1", "W47: 1", "9 99", "zz")))
    def paper(self, line: str) -> None:
        self.attempt(lambda w: w.week.paper(line))

    @rule(title=st.text(max_size=30), minutes=st.integers(1, 120))
    def came_up(self, title: str, minutes: int) -> None:
        self.attempt(lambda w: w.week.came_up(title, minutes))

    @rule(network=networks, off=weeks_off, figures=st.dictionaries(st.sampled_from(COUNTS), counts, min_size=1))
    def record(self, network: str, off: int, figures: dict[str, int | None]) -> None:
        self.attempt(lambda w: w.week.record(network, Week.of(self.day) + off, figures))

    @rule(network=networks, minutes=st.integers(1, 300))
    def log_time(self, network: str, minutes: int) -> None:
        self.attempt(lambda w: w.week.log_time(network, minutes))

    @rule(off=st.none() | weeks_off, decide=st.sampled_from(("keep", "change", "stop")))
    def close_week(self, off: int | None, decide: str) -> None:
        week = None if off is None else Week.of(self.day) + off
        self.attempt(lambda w: w.review.close(week, decide))

    # ---- networks -------------------------------------------------------------------------------
    @rule(network=networks)
    def start(self, network: str) -> None:
        self.attempt(lambda w: w.networks.start(network))

    @rule(network=networks)
    def take_back(self, network: str) -> None:
        self.attempt(lambda w: w.networks.take_back(network))

    @rule(network=networks, minutes=st.none() | st.integers(0, 60))
    def park(self, network: str, minutes: int | None) -> None:
        self.attempt(lambda w: w.networks.park(network, minutes))

    @rule(network=networks, remove=st.booleans())
    def later(self, network: str, remove: bool) -> None:
        self.attempt(lambda w: w.networks.later(network, "some day", remove))

    @rule(network=networks, stage=st.sampled_from(STAGES))
    def again(self, network: str, stage: str) -> None:
        self.attempt(lambda w: w.networks.again(network, stage))

    @rule(network=networks)
    def retire(self, network: str) -> None:
        self.attempt(lambda w: w.networks.retire(network, "It did not suit us", "Photos need daylight"))

    @rule(first=weeks_off, length=st.integers(0, 3))
    def pause(self, first: int, length: int) -> None:
        week = Week.of(self.day) + first
        self.attempt(lambda w: w.networks.pause(week, week + length, "away"))

    @rule(first=st.none() | weeks_off)
    def resume(self, first: int | None) -> None:
        self.attempt(lambda w: w.networks.resume(None if first is None else Week.of(self.day) + first))

    @rule(network=st.sampled_from(WRITTEN), goal=st.sampled_from(GOALS), value=st.integers(0, 9) | st.just(24))
    def change_goal(self, network: str, goal: str, value: int) -> None:
        self.attempt(lambda w: w.networks.change_goal(network, goal, value, "We have fewer hands now"))

    @rule(network=st.sampled_from(WRITTEN), goal=st.sampled_from(GOALS))
    def withdraw_goal(self, network: str, goal: str) -> None:
        self.attempt(lambda w: w.networks.withdraw_goal(network, goal, "We thought again about it"))

    @rule(pick=st.integers(0, 40), instead=st.none() | st.just("We have no shop window here"))
    def step_done(self, pick: int, instead: str | None) -> None:
        def done(w: Workspace) -> None:
            steps = [s for network in WRITTEN for s in w.networks.run(network).steps]
            w.networks.step_done(steps[pick % len(steps)].id, instead=instead)
        self.attempt(done)

    @rule(pick=st.integers(0, 40))
    def step_undo(self, pick: int) -> None:
        def undo(w: Workspace) -> None:
            steps = [s for network in WRITTEN for s in w.networks.run(network).steps]
            w.networks.step_undo(steps[pick % len(steps)].id)
        self.attempt(undo)

    @rule()
    def judge(self) -> None:
        self.attempt(lambda w: w.networks.judge())

    # ---- the business and the file --------------------------------------------------------------
    @rule(budget=st.sampled_from(("20", "45", "90", "300")), friday=st.sampled_from(("", "09:00-12:00")))
    def change_time(self, budget: str, friday: str) -> None:
        values = {"budget_minutes": budget, "hours.friday": friday, "hours.monday": "09:00-12:00"}
        self.attempt(lambda w: w.business.change(values))

    @rule()
    def there_and_back(self) -> None:
        """A backup, then a change, then the restore of the backup."""
        def restore(w: Workspace) -> None:
            kept = w.safekeeping.back_up(self.home / "copy.db")
            w.week.add_idea("an idea that will be gone")
            w.safekeeping.restore(Path(kept.file) if Path(kept.file).exists() else self.home / "copy.db")
            (self.home / "copy.db").unlink(missing_ok=True)
        self.attempt(restore)
        self.ledger = 0

    @rule()
    def reopen(self) -> None:
        assert self.workspace is not None
        self.workspace.close()
        self.workspace = Workspace(self.home / "plan", today=self.day)

    # ---- what must hold -------------------------------------------------------------------------
    @invariant()
    def the_rules_hold(self) -> None:
        if self.workspace is None:
            return
        assert self.sql("SELECT count(*) FROM adoption WHERE state='active'")[0][0] <= 1
        assert self.sql("PRAGMA integrity_check") == [("ok",)]
        assert self.sql("PRAGMA foreign_key_check") == []
        length = self.sql("SELECT count(*) FROM ledger")[0][0]
        assert length >= self.ledger
        self.ledger = length

    @invariant()
    def a_closed_gate_names_a_way(self) -> None:
        if self.workspace is None:
            return
        for network in ("google_business", "instagram", "newsletter"):
            try:
                verdict = self.workspace.networks.gate(network)
            except Refused:
                continue
            assert verdict.open == all(condition.met for condition in verdict.conditions)
            assert verdict.open or verdict.ways

    @invariant()
    def the_plan_keeps_its_bounds(self) -> None:
        if self.workspace is None:
            return
        view = self.workspace.week.view()
        boundaries = self.workspace.business.boundaries()
        fresh = [job for job in view.items if not job.done and job.day is not None and job.kind != "own"]
        assert sum(job.minutes for job in fresh) <= max(0, boundaries.budget - boundaries.reserve)
        for job in fresh:
            assert job.minutes <= boundaries.longest_sitting
            assert job.day is not None
            if job.day >= self.day:
                assert boundaries.room(job.day) > 0, (job, boundaries)
        assert len({job.number for job in view.items}) == len(view.items)
        assert self.workspace.week.view() == view

    def teardown(self) -> None:
        if self.workspace is not None:
            findings = self.workspace.safekeeping.check()
            assert [f for f in findings if f.id not in ("no_backup", "clock", "backup_old")] == []
            self.workspace.close()
        shutil.rmtree(self.home, ignore_errors=True)


@pytest.mark.parametrize("seed", range(20 if LONG else 1))
def test_the_rules_hold_in_any_order(seed: int) -> None:
    """Twenty walks of 250 steps with --long; three short ones, always the same, otherwise."""
    import random

    random.seed(seed)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        AnyOrder,
        settings=settings(
            max_examples=1 if LONG else 3,
            stateful_step_count=250 if LONG else 40,
            deadline=None,
            derandomize=not LONG,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
