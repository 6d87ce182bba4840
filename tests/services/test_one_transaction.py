"""What the owner does is kept whole or not at all: every verb is one transaction of the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.gate import GateClosed
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY

GBP = "google_business"
WEEK = Week.of(MONDAY)
Act = Callable[[Workspace], object]


def nothing(workspace: Workspace) -> None:
    """Nothing has to be there before."""


def first_step(workspace: Workspace) -> str:
    return next(step.id for step in workspace.networks.run(GBP).steps if step.required)


def first_job(workspace: Workspace) -> int:
    return next(job.number for job in workspace.week.view().items if job.kind == "step")


def refused_start(workspace: Workspace) -> None:
    with pytest.raises(GateClosed):
        workspace.networks.start("instagram")


def close_week(workspace: Workspace) -> None:
    workspace.review.close(WEEK, "change", "one post less")


ACTIONS: dict[str, tuple[Act, Act]] = {
    "a start": (lambda w: w.networks.take_back(GBP), lambda w: w.networks.start(GBP)),
    "a start that is refused": (nothing, refused_start),
    "the newsletter beside": (nothing, lambda w: w.networks.start("newsletter")),
    "a start taken back": (nothing, lambda w: w.networks.take_back(GBP)),
    "a network kept as it is": (nothing, lambda w: w.networks.park("facebook", 15)),
    "a network closed": (nothing, lambda w: w.networks.retire(GBP, "no time for it now", "one is enough for us")),
    "weeks paused": (nothing, lambda w: w.networks.pause(WEEK, WEEK + 3, "we are ill")),
    "weeks taken up again": (lambda w: w.networks.pause(WEEK + 1, WEEK + 3), lambda w: w.networks.resume()),
    "a goal changed": (nothing, lambda w: w.networks.change_goal(GBP, "posts", 2)),
    "a change withdrawn": (
        lambda w: w.networks.change_goal(GBP, "posts", 2),
        lambda w: w.networks.withdraw_goal(GBP, "posts", "we have too little to show"),
    ),
    "a step done": (nothing, lambda w: w.networks.step_done(first_step(w), 10)),
    "a step undone": (lambda w: w.networks.step_done(first_step(w)), lambda w: w.networks.step_undo(first_step(w))),
    "a job ticked": (first_job, lambda w: w.week.tick(None, first_job(w), minutes=10)),
    "a tick taken back": (
        lambda w: w.week.tick(None, first_job(w)),
        lambda w: w.week.untick(None, [first_job(w)]),
    ),
    "a line from paper": (first_job, lambda w: w.week.paper(f"{first_job(w)}=10 / 1:30 / p1 m2 a2 e1")),
    "figures typed": (nothing, lambda w: w.week.record(GBP, None, {"posts": 1, "enquiries": 2})),
    "a job moved": (first_job, lambda w: w.week.move(None, first_job(w), WEEK.days[4])),
    "a week closed": (lambda w: w.travel(WEEK.sunday), close_week),
    "the hours changed": (nothing, lambda w: w.business.change({"budget_minutes": "90", "hours.monday": ""})),
}  # fmt: skip


@pytest.fixture
def ended(workspace: Workspace) -> list[str]:
    """How each transaction of the file ended since this was asked for, as the database itself was told."""
    said: list[str] = []

    def hear(statement: str) -> None:
        word = statement.split()[0].upper()
        if word in ("COMMIT", "END"):
            said.append(word)

    with workspace._context.store.opened().connect() as connection:
        connection.connection.driver_connection.set_trace_callback(hear)
    return said


@pytest.mark.parametrize("name", ACTIONS)
def test_one_action_is_one_transaction(workspace: Workspace, ended: list[str], name: str) -> None:
    before, act = ACTIONS[name]
    before(workspace)
    ended.clear()
    act(workspace)
    assert ended == ["COMMIT"]


def test_what_is_refused_ends_without_a_change(workspace: Workspace, ended: list[str]) -> None:
    number = first_job(workspace)
    ended.clear()
    workspace.travel(MONDAY + timedelta(weeks=5))
    for act in (
        lambda: workspace.week.tick(WEEK, number),
        lambda: workspace.week.paper("1 2 999 / p1"),
        lambda: workspace.networks.take_back(GBP),
    ):
        with pytest.raises(Refused):
            act()
    assert ended == []
