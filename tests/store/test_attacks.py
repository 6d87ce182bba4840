"""Statements of another client against the rule of the gate.

The client is a plain connection with foreign keys, CHECKs and recursive triggers off. After each attack the
plan has at most one active network and no mastery that was not earned; nothing at all has changed, unless the
attack is one of those that no rule needs to stop.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from tests.store.plans import MONDAY, grown, new_plan, on, prepare

NOW = (Week.of(MONDAY) + 6).monday
"""The day the attacked plan stands at: five weeks after its start."""
WEEK = Week.of(NOW).index
ZERO = "0" * 64


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans to attack: one that is five weeks under way, with another network prepared but not started, and
    one that is earned but not recorded."""
    home = tmp_path_factory.mktemp("plans")
    store = grown(home / "under_way", weeks=5)
    with on(store, NOW) as work:
        prepare(work, "facebook", "later")
        prepare(work, "x", "parked")
        for week in (WEEK - 5, WEEK + 1):
            work.add(Item(0, Week(week), 1, "answer-1", "answer", "instagram", None, 10))
    store.close()
    store = grown(home / "earned", weeks=8)
    store.close()
    store = new_plan(home / "fresh")
    with on(store, MONDAY) as work:
        prepare(work, "instagram")
    store.close()
    return home


def attacker(path: Path) -> sqlite3.Connection:
    client = sqlite3.connect(path, isolation_level=None)
    for switch in ("foreign_keys=OFF", "recursive_triggers=OFF", "ignore_check_constraints=ON"):
        client.execute(f"PRAGMA {switch}")
    return client


@pytest.fixture
def under_way(plans: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    shutil.copyfile(plans / "under_way" / "plan.db", tmp_path / "plan.db")
    with closing(attacker(tmp_path / "plan.db")) as client:
        yield client


def content(client: sqlite3.Connection) -> str:
    return hashlib.sha256("\n".join(client.iterdump()).encode()).hexdigest()


def entry(adoption: int, kind: str = "start", day: object = NOW) -> str:
    """A record of a start as a forger would write it: rightly chained, with a hash nobody checks at once."""
    data = f'{{"adoption":{adoption},"opened":true}}'
    return (
        "INSERT INTO ledger SELECT max(id)+1,'2026-07-13T12:00:00.000000+00:00',"
        f"'{day}','{kind}','{data}',(SELECT hash FROM ledger ORDER BY id DESC LIMIT 1),'{'a' * 64}' FROM ledger"
    )


START = "UPDATE adoption SET state='active', before='later', started_on='{day}' WHERE network='{network}'"
MASTER = f"UPDATE adoption SET state='mastered', mastered_week={WEEK - 1}, mastered_on='{NOW}' WHERE id=1"
NEW_RUN = "INSERT OR REPLACE INTO adoption VALUES ({values})"

ATTACKS: dict[str, tuple[str, ...]] = {
    "a second network set active": (START.format(day=NOW, network="facebook"),),
    "a second network set active with a forged record": (entry(2), START.format(day=NOW, network="facebook")),
    "OR REPLACE on the index": (
        entry(2),
        START.format(day=NOW, network="facebook").replace("UPDATE", "UPDATE OR REPLACE"),
    ),
    "OR IGNORE": (entry(2), START.format(day=NOW, network="facebook").replace("UPDATE", "UPDATE OR IGNORE")),
    "a new row that is active": (
        "INSERT INTO adoption(id,network,state,before,parked_minutes,note,reason,learnt)"
        " VALUES (9,'tiktok','active','none',0,'','','')",
    ),
    "a new row that is mastered": (
        "INSERT INTO adoption(id,network,state,before,mastered_week,mastered_on,parked_minutes,note,reason,learnt)"
        f" VALUES (9,'tiktok','mastered','none',{WEEK - 1},'{NOW}',0,'','','')",
    ),
    "the active row replaced": (
        "INSERT OR REPLACE INTO adoption(id,network,state,before,parked_minutes,note,reason,learnt)"
        " VALUES (1,'instagram','later','none',0,'','','')",
    ),
    "the active row replaced by another network": (
        "INSERT OR REPLACE INTO adoption(id,network,state,before,parked_minutes,note,reason,learnt)"
        " VALUES (1,'tiktok','later','none',0,'','','')",
    ),
    "a state that does not exist": ("UPDATE adoption SET state='ACTIVE' WHERE id=2",),
    "a state that is a blob": ("UPDATE adoption SET state=x'616374697665' WHERE id=2",),
    "mastered at once": (MASTER,),
    "mastered in a later week": (MASTER.replace(f"week={WEEK - 1}", f"week={WEEK + 30}"),),
    "mastered without a week": ("UPDATE adoption SET state='mastered' WHERE id=1",),
    "mastered by way of parked": ("UPDATE adoption SET state='parked' WHERE id=1",),
    "mastered by way of before": (
        "UPDATE adoption SET before='mastered' WHERE id=1",
        f"UPDATE adoption SET state='mastered', taken_back_on='{NOW}' WHERE id=1",
    ),
    "the active one deleted": ("DELETE FROM adoption WHERE id=1",),
    "the active one renamed": ("UPDATE adoption SET network='tiktok' WHERE id=1",),
    "the active one renumbered": ("UPDATE OR REPLACE adoption SET id=2 WHERE id=1",),
    "a start taken back too late": (
        entry(1, "take_back"),
        f"UPDATE adoption SET state='none', taken_back_on='{NOW}' WHERE id=1",
    ),
    "the start moved to take it back": (f"UPDATE adoption SET started_on='{NOW}' WHERE id=1",),
    "goals deleted": ("DELETE FROM goal WHERE adoption=1 AND kind<>'habit'",),
    "goals made small": ("UPDATE goal SET k=1, n=1 WHERE adoption=1",),
    "goals moved to another network": ("UPDATE goal SET adoption=2 WHERE adoption=1",),
    "goals that began earlier": (f"UPDATE goal SET from_week={WEEK - 40} WHERE adoption=1",),
    "a goal replaced": (
        "INSERT OR REPLACE INTO goal VALUES (1,1,'posts','habit',3,3,1,4,NULL)",
    ),
    "bounds widened": ("UPDATE goal SET least=0 WHERE adoption=1",),
    "the target eased for the past": (
        f"INSERT INTO target SELECT max(id)+1,1,{WEEK - 5},1,'{NOW}','so that it fits' FROM target",
    ),
    "the target eased for next week": (
        f"INSERT INTO target SELECT max(id)+1,1,{WEEK},1,'{NOW}','so that it fits' FROM target",
    ),
    "the target eased without a word": (
        f"INSERT INTO target SELECT max(id)+1,1,{WEEK + 2},1,'{NOW}','' FROM target",
    ),
    "the target below its bounds": (
        f"INSERT INTO target SELECT max(id)+1,1,{WEEK + 3},0,'{NOW}','so that it fits' FROM target",
    ),
    "the target that is no number": (
        f"INSERT INTO target SELECT max(id)+1,1,{WEEK + 3},'many','{NOW}','so that it fits' FROM target",
    ),
    "the target rewritten": ("UPDATE target SET value=1",),
    "the target replaced": (f"INSERT OR REPLACE INTO target VALUES (1,1,{WEEK - 5},1,'{NOW}','because of it')",),
    "the target deleted": ("DELETE FROM target",),
    "a job invented as done": ("UPDATE step SET done_on='2027-01-01' WHERE adoption=2",),
    "jobs done of a network that waits": (
        f"UPDATE step SET done_on='{NOW}', made_on='{NOW}' WHERE adoption=2 AND stage='prepare'",
    ),
    "jobs made optional": ("UPDATE step SET required=0 WHERE adoption=1",),
    "jobs deleted": ("DELETE FROM step WHERE adoption=1",),
    "jobs replaced": (
        f"INSERT OR REPLACE INTO step VALUES (1,'instagram.prepare.0','prepare',0,0,20,'{NOW}','{NOW}','',0)",
    ),
    "a part opened early": (f"INSERT INTO opening VALUES (2,'publish','{NOW}')",),
    "a part opened in the past": ("UPDATE opening SET day='2026-01-01' WHERE adoption=1",),
    "a part closed": ("DELETE FROM opening",),
    "figures of a closed week made good": ("UPDATE evidence SET posts=9, enquiries=99 WHERE late=0",),
    "figures of a closed week typed again": (
        f"INSERT INTO evidence(network,week,late,posts,outside,made_on,void)"
        f" VALUES ('instagram',{WEEK - 9},0,9,0,'{NOW}',0)",
    ),
    "figures of a closed week replaced": (
        f"INSERT OR REPLACE INTO evidence(network,week,late,posts,enquiries,outside,made_on,void)"
        f" VALUES ('instagram',{WEEK - 5},0,9,99,0,'{NOW}',0)",
    ),
    "figures of the future": (
        f"INSERT INTO evidence(network,week,late,posts,outside,made_on,void)"
        f" VALUES ('instagram',{WEEK + 1},0,9,0,'{NOW}',0)",
    ),
    "late figures made to count": ("UPDATE OR REPLACE evidence SET week=week-9",),
    "figures that are no numbers": (f"UPDATE evidence SET posts='lots' WHERE week={WEEK - 1}",),
    "figures below zero": (f"UPDATE evidence SET received=-1 WHERE week={WEEK - 1}",),
    "more answered than received": (f"UPDATE evidence SET answered_in_time=5 WHERE week={WEEK - 1}",),
    "a miss deleted": (f"DELETE FROM evidence WHERE week={WEEK - 5}",),
    "a miss marked as from a wrong clock": ("UPDATE evidence SET void=1",),
    "weeks paused after the fact": (
        f"INSERT INTO pause VALUES ({WEEK - 5},0,'{NOW}','')",
    ),
    "a past week paused as planned": (f"INSERT INTO pause VALUES ({WEEK - 1},1,'2026-01-01','')",),
    "a third unplanned pause": tuple(
        f"INSERT INTO pause VALUES ({WEEK - back},0,'{NOW}','')" for back in (0, 1, 2)
    ),
    "a holiday in a past week": ("INSERT INTO holiday VALUES ('2026-06-10','')",),
    "a holiday today": (f"INSERT INTO holiday VALUES ('{NOW}','')",),
    "a crisis in the past": (f"INSERT INTO crisis VALUES (1,'2026-06-08','2026-12-31','{NOW}')",),
    "a crisis dated back": ("INSERT INTO crisis VALUES (1,'2026-06-08','2026-12-31','2026-06-08')",),
    "the clock turned back": ("UPDATE clock SET day='2026-06-01', at='2026-06-01T12:00:00.000000+00:00'",),
    "the clock pushed ahead": ("UPDATE clock SET day='2036-01-01', at='2036-01-01T12:00:00.000000+00:00'",),
    "the clock deleted": ("DELETE FROM clock",),
    "a second clock": (
        "INSERT OR REPLACE INTO clock VALUES (1,'2036-01-01T12:00:00.000000+00:00','2036-01-01','')",
    ),
    "the clock set to no day": ("UPDATE clock SET day='9999'",),
    "a word that an older day is right": (
        "INSERT INTO confirmation VALUES (1,'2026-06-01T12:00:00.000000+00:00','2026-06-01',"
        f"'{NOW}')",
    ),
    "made a practice plan": ("UPDATE plan SET practice=1",),
    "the plan replaced by a practice plan": (
        "INSERT OR REPLACE INTO plan VALUES (1,'x',1,'2026-06-01','2026-06-01')",
    ),
    "the plan deleted": ("DELETE FROM plan",),
    "the plan begun later": ("UPDATE plan SET first_day='2030-01-01'",),
    "a review that never was rewritten": (
        f"INSERT INTO review VALUES ({WEEK + 1},'keep','','{NOW}',0)",
    ),
    "a review of the future dated back": (f"INSERT INTO review VALUES ({WEEK - 1},'keep','','2026-06-08',0)",),
    "the record rewritten": ("UPDATE ledger SET data='{}'",),
    "the record cut": ("DELETE FROM ledger WHERE id>1",),
    "the record replaced": (
        f"INSERT OR REPLACE INTO ledger VALUES (1,'2026-06-01T12:00:00.000000+00:00','2026-06-01','start',"
        f"'{{\"adoption\":2}}','{ZERO}','{'b' * 64}')",
    ),
    "a record out of order": (
        f"INSERT INTO ledger VALUES (99,'2026-06-01T12:00:00.000000+00:00','2026-06-01','start','{{}}',"
        f"'{ZERO}','{'b' * 64}')",
    ),
    "an upsert over the active one": (
        "INSERT INTO adoption(id,network,state,before,parked_minutes,note,reason,learnt)"
        " VALUES (1,'instagram','later','none',0,'','','') ON CONFLICT(id) DO UPDATE SET state='retired'",
    ),
    "an upsert over figures": (
        f"INSERT INTO evidence(network,week,late,posts,outside,made_on,void)"
        f" VALUES ('instagram',{WEEK - 5},0,9,0,'{NOW}',0) ON CONFLICT DO UPDATE SET posts=99",
    ),
    "two rows set active by one statement": (
        entry(2),
        entry(3),
        f"UPDATE adoption SET state='active', before=state, started_on='{NOW}' WHERE id IN (2,3)",
    ),
    "a closed network reopened": ("UPDATE adoption SET state='retired' WHERE id=3", "SELECT 1",
        "UPDATE adoption SET state='active' WHERE id=3"),
    "a wait cut short": (
        f"UPDATE adoption SET state='retired', retired_on='{NOW}', retired_from='parked' WHERE id=1",
    ),
    "a job closed with a sentence, three times": tuple(
        f"UPDATE step SET instead='not here', made_on='{NOW}' WHERE adoption=1 AND step='instagram.{stage}.0'"
        for stage in ("prepare", "listen", "publish")
    ),
    "a tick in a closed week": (f"UPDATE item SET done=1, done_on='{NOW}' WHERE week={WEEK - 5}",),
    "an unticked answer removed from a closed week": (f"DELETE FROM item WHERE week={WEEK - 5}",),
    "an unticked answer dropped from a closed week": (f"UPDATE item SET dropped=1 WHERE week={WEEK - 5}",),
    "an unticked answer moved to another network": (f"UPDATE item SET network='x' WHERE week={WEEK - 5}",),
    "an unticked answer moved to another week": (f"UPDATE OR REPLACE item SET week=1 WHERE week={WEEK - 5}",),
    "a tick in a week to come": (f"UPDATE item SET done=1, done_on='{NOW}' WHERE week={WEEK + 1}",),
    "an item replaced by its number": (
        "INSERT OR REPLACE INTO item(id,week,number,key,kind,network,minutes,part,parts,done,done_on,by_hand,"
        f"person,carried,title,note,dropped,void) VALUES (99,{WEEK - 5},1,'k','post','instagram',20,1,1,1,"
        f"'{NOW}',0,'',0,'','',0,0)",
    ),
    "a playbook rewritten": ("UPDATE pinned SET body='{}'",),
}  # fmt: skip


def is_legal(client: sqlite3.Connection) -> bool:
    states = [row[0] for row in client.execute("SELECT state FROM adoption")]
    return states.count("active") <= 1 and "mastered" not in states


@pytest.mark.parametrize("name", ATTACKS)
def test_refused_and_nothing_changed(under_way: sqlite3.Connection, name: str) -> None:
    client = under_way
    *before, last = ATTACKS[name]
    for statement in before:
        try:
            client.execute(statement)
        except sqlite3.IntegrityError:
            return
    held = content(client)
    changes = client.total_changes
    try:
        client.execute(last)
    except sqlite3.IntegrityError:
        pass
    else:
        assert client.total_changes == changes, "the statement was let through"
    assert content(client) == held
    assert is_legal(client)


def test_there_are_enough_attacks() -> None:
    assert len(ATTACKS) >= 60


def test_every_attack_works_where_no_rule_stands(plans: Path, tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    idle = []
    for name, statements in ATTACKS.items():
        shutil.copyfile(plans / "under_way" / "plan.db", tmp_path / "plan.db")
        with closing(attacker(tmp_path / "plan.db")) as client:
            client.execute("BEGIN")
            for (rule,) in client.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
                client.execute(f"DROP TRIGGER {rule}")
            client.execute("DROP INDEX one_active")
            for statement in statements[:-1]:
                client.execute(statement)
            held = content(client)
            client.execute(statements[-1])
            if content(client) == held:
                idle.append(name)
    assert idle == []
