"""Rules that only matter after a wrong clock, in an empty file or in the first weeks: what other attacks can't
reach. The clients and their switches are those of the other attacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from focusplan.domain.weeks import Week
from focusplan.store import schema
from tests.store.plans import MONDAY, grown, new_plan, on, prepare
from tests.store.test_attacks import attacker

TODAY = (Week.of(MONDAY) + 6).monday
WEEK = Week.of(TODAY).index
BACK = "INSERT INTO confirmation VALUES ({id},'2026-07-01T12:00:00.000000+00:00','{day}','{mark}')"
CONFIRMED = (
    BACK.format(id=1, day="2026-07-01", mark=TODAY),
    "UPDATE clock SET at='2026-07-01T12:00:00.000000+00:00', day='2026-07-01'",
)
FIGURES = (
    "INSERT INTO evidence(network,week,late,posts,outside,made_on,void)"
    f" VALUES ('instagram',{WEEK},0,9,0,'{TODAY}',0)"
)
PLAN = "INSERT INTO plan VALUES (1,'one',0,'{made}','{first}')"
MARK = "INSERT INTO clock VALUES (1,'{day}T12:00:00.000000+00:00','{day}','')"

RULES: dict[str, tuple[str, ...]] = {
    "clock: one": ("UPDATE clock SET id=2",),
    "confirmation: next": (BACK.format(id=7, day="2026-07-01", mark=TODAY),),
    "confirmation: behind": (
        f"INSERT INTO confirmation VALUES (1,'{TODAY}T11:00:00.000000+00:00','{TODAY}','{TODAY}')",
    ),
    "confirmation: day": (BACK.format(id=1, day="2026-06-01", mark=TODAY),),
    "confirmation: never": (*CONFIRMED, "UPDATE confirmation SET day='2026-06-01'"),
    "confirmation: never, deleted": (*CONFIRMED, "DELETE FROM confirmation"),
    "clock: forward": ("UPDATE clock SET at='2026-07-01T12:00:00.000000+00:00', day='2026-07-01'",),
    "evidence: void": (
        FIGURES,
        *CONFIRMED,
        f"UPDATE evidence SET void=1 WHERE week={WEEK}",
        "UPDATE clock SET at='2026-07-16T20:00:00.000000+00:00', day='2026-07-16'",
        f"UPDATE evidence SET void=0 WHERE week={WEEK}",
    ),
}  # fmt: skip


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    grown(tmp_path / "plan", weeks=5, practice=True).close()
    with closing(attacker(tmp_path / "plan" / "plan.db")) as client:
        yield client


def refused(client: sqlite3.Connection, *statements: str) -> str:
    """What the last statement is refused with; the ones before are let through."""
    *before, last = statements
    for statement in before:
        client.execute(statement)
    with pytest.raises(sqlite3.IntegrityError) as caught:
        client.execute(last)
    return str(caught.value)


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_refuses(practice: sqlite3.Connection, rule: str) -> None:
    assert refused(practice, *RULES[rule]) == rule.partition(",")[0]


@pytest.mark.parametrize(
    ("rule", "statements"),
    [
        ("plan: first_day", (MARK.format(day=MONDAY), PLAN.format(made=MONDAY, first="2020-01-06"))),
        ("plan: clock", (MARK.format(day="2096-01-02"), PLAN.format(made=MONDAY, first=MONDAY))),
        ("plan: clock", (MARK.format(day=MONDAY), PLAN.format(made="2026-06-02", first="2026-06-02"))),
    ],
)
def test_a_plan_begins_on_the_day_it_is_made(tmp_path: Path, rule: str, statements: tuple[str, ...]) -> None:
    with create_engine(f"sqlite:///{tmp_path / 'plan.db'}").begin() as connection:
        for number in range(schema.NEWEST):
            schema.take_step(connection, number)
    with closing(attacker(tmp_path / "plan.db")) as client:
        assert refused(client, *statements) == rule


def test_a_third_job_is_not_closed_with_a_sentence(tmp_path: Path) -> None:
    store = new_plan(tmp_path / "plan")
    with on(store, MONDAY) as work:
        prepare(work, "instagram")
        work.append("start", {"adoption": 1, "network": "instagram", "opened": True})
    store.close()
    close = f"UPDATE step SET instead='not here', done_on='{MONDAY}', made_on='{MONDAY}' WHERE step='instagram.{{}}'"
    opens = f"INSERT INTO opening VALUES (1,'{{}}','{MONDAY}')"
    walked = [f"UPDATE adoption SET state='active', before='none', started_on='{MONDAY}' WHERE id=1"]
    for stage, following in ("prepare", "set_up"), ("set_up", "listen"):
        walked += [close.format(f"{stage}.0"), opens.format(following)]
    with closing(attacker(tmp_path / "plan" / "plan.db")) as client:
        assert refused(client, *walked, close.format("listen.0")) == "step: instead"
        assert refused(client, close.format("listen.1")) == "step: instead"
