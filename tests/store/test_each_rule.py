"""For single rules of the schema a statement that nothing else stops: the refusal names the rule (what stands
after a comma or a space tells two attacks on rules of one name apart).

The client, the plan and its day are those of the other attacks.
"""

from __future__ import annotations

import sqlite3

import pytest

from tests.store.test_attacks import NOW, WEEK, ZERO, entry, plans, under_way  # noqa: F401

NEW_RUN = "INSERT INTO adoption(id,network,state,before,{more}parked_minutes,note,reason,learnt) VALUES "
ITEM = (
    "INSERT INTO item(id,week,number,key,kind,network,minutes,part,parts,done,done_on,by_hand,person,carried,"
    "title,note,dropped,void) VALUES "
)
EVIDENCE = "INSERT INTO evidence(network,week,late,posts,received,answered_in_time,outside,made_on,void) VALUES "
LEDGER = (
    "INSERT INTO ledger SELECT max(id)+{step},'2026-07-13T12:00:00.000000+00:00','{day}','start','{data}',{prev},"
    "'{hash}' FROM ledger"
)
LAST = "(SELECT hash FROM ledger ORDER BY id DESC LIMIT 1)"


def record(step: int = 1, day: object = NOW, data: str = "{}", prev: str = LAST, hash: str = "a" * 64) -> str:
    return LEDGER.format(step=step, day=day, data=data, prev=prev, hash=hash)


CRISIS = f"INSERT INTO crisis VALUES (1,'{NOW}','2026-08-01','{NOW}')"
UNTOUCHED = NEW_RUN.format(more="") + "(9,'tiktok','none','none',0,'','','')"
"""A network without a road yet."""

RULES: dict[str, tuple[str, ...]] = {
    "adoption: state": (NEW_RUN.format(more="") + "(9,'tiktok','active','none',0,'','','')",),
    "adoption: one_run": (NEW_RUN.format(more="") + "(9,'instagram','none','none',0,'','','')",),
    "adoption: fresh": (
        NEW_RUN.format(more="mastered_week,mastered_on,") + f"(9,'tiktok','none','none',{WEEK - 1},'{NOW}',0,'','','')",
    ),
    "adoption: started": ("DELETE FROM adoption WHERE network='facebook'",),
    "adoption: before": ("UPDATE adoption SET before='mastered' WHERE id=1",),
    "adoption: state, deleted": (
        NEW_RUN.format(more="") + "(9,'tiktok','parked','none',0,'','','')",
        "DELETE FROM adoption WHERE id=9",
    ),
    "adoption: version": ("UPDATE adoption SET version=2 WHERE id=1",),
    "adoption: taken_back_on": (f"UPDATE adoption SET taken_back_on='{NOW}' WHERE id=1",),
    "boundaries: never": ("DELETE FROM boundaries",),
    "business: never": ("DELETE FROM business",),
    "clock: agrees": (f"UPDATE clock SET at='2026-07-20T12:00:00.000000+00:00', day='{NOW}'",),
    "confirmation: mark": (
        "INSERT INTO confirmation VALUES (1,'2026-06-01T12:00:00.000000+00:00','2026-06-01','2026-06-20')",
    ),
    "confirmation: now": (
        f"INSERT INTO confirmation VALUES (1,'2026-07-01T12:00:00.000000+00:00','2026-07-01','{NOW}')",
    ),
    "crisis: id": (CRISIS, CRISIS.replace("INSERT", "INSERT OR REPLACE").replace("2026-08-01", "2027-08-01")),
    "crisis: fixed": (CRISIS, "UPDATE crisis SET first_day='2026-06-08'"),
    "crisis: shorter": (CRISIS, "UPDATE crisis SET last_day='2026-09-01'"),
    "crisis: never": (CRISIS, "DELETE FROM crisis"),
    "crisis: order": (f"INSERT INTO crisis VALUES (1,'{NOW}','2026-07-01','{NOW}')",),
    "evidence: made_on": (EVIDENCE + f"('x',{WEEK},0,9,NULL,NULL,0,'2026-06-08',0)",),
    "evidence: made_on, updated": (f"UPDATE evidence SET posts=9, made_on='2026-06-08' WHERE week={WEEK - 1}",),
    "evidence: void": (EVIDENCE + f"('x',{WEEK},0,9,NULL,NULL,0,'{NOW}',1)",),
    "evidence: answered": (EVIDENCE + f"('x',{WEEK},0,9,2,3,0,'{NOW}',0)",),
    "evidence: new": (EVIDENCE.replace("INSERT", "INSERT OR REPLACE") + f"('instagram',{WEEK - 1},0,9,0,0,0,'{NOW}',0)",),
    "evidence: identity": (f"UPDATE evidence SET network='x' WHERE week={WEEK - 1}",),
    "goal: id": ("INSERT OR REPLACE INTO goal VALUES (5,2,'posts','habit',3,3,1,4,NULL)",),
    "goal: new": ("INSERT INTO goal VALUES (99,2,'posts','habit',6,8,1,4,NULL)",),
    "goal: waiting": ("INSERT INTO goal VALUES (99,1,'more','habit',6,8,1,4,NULL)",),
    "goal: bounds": (UNTOUCHED, "INSERT INTO goal VALUES (99,9,'posts','habit',1,8,1,4,NULL)"),
    "goal: bounds, none below": (UNTOUCHED, "INSERT INTO goal VALUES (99,9,'posts','habit',6,8,0,4,NULL)"),
    "goal: bounds of an outcome": (UNTOUCHED, "INSERT INTO goal VALUES (99,9,'enquiries','outcome',NULL,1,1,4,NULL)"),
    "goal: from_week": (UNTOUCHED, f"INSERT INTO goal VALUES (99,9,'posts','habit',6,8,1,4,{WEEK - 5})"),
    "goal: kind": ("INSERT INTO goal VALUES (99,2,'more','habit',6,8,1,4,NULL)",),
    "holiday: begun, deleted": (
        "INSERT INTO holiday VALUES ('2026-08-05','')",
        "UPDATE clock SET at='2026-08-03T12:00:00.000000+00:00', day='2026-08-03'",
        "DELETE FROM holiday",
    ),
    "holiday: never": ("INSERT INTO holiday VALUES ('2026-08-05','')", "UPDATE holiday SET day='2026-06-10'"),
    "holiday: new": ("INSERT INTO holiday VALUES ('2026-08-05','')", "INSERT OR REPLACE INTO holiday VALUES ('2026-08-05','x')"),
    "item: open": (ITEM + f"(99,{WEEK - 5},9,'k','post','instagram',20,1,1,1,'{NOW}',0,'',0,'','',0,0)",),
    "item: id": (
        ITEM + f"(99,{WEEK},8,'k','post','instagram',20,1,1,0,NULL,0,'',0,'','',0,0)",
        ITEM.replace("INSERT", "INSERT OR REPLACE")
        + f"(99,{WEEK},9,'l','post','instagram',20,1,1,0,NULL,0,'',0,'','',0,0)",
    ),
    "item: void": (ITEM + f"(99,{WEEK},9,'k','post','instagram',20,1,1,0,NULL,0,'',0,'','',0,1)",),
    "item: done": (
        ITEM + f"(99,{WEEK},9,'k','post','instagram',20,1,1,1,'{NOW}',0,'',0,'','',0,0)",
        "DELETE FROM item WHERE id=99",
    ),
    "item: number": (
        ITEM.replace("INSERT", "INSERT OR REPLACE")
        + f"(99,{WEEK + 1},1,'k','post','instagram',20,1,1,0,NULL,0,'',0,'','',0,0)",
    ),
    "item: key": (ITEM + f"(99,{WEEK + 1},9,'answer-1','post','instagram',20,1,1,0,NULL,0,'',0,'','',0,0)",),
    "ledger: next": (record(step=5),),
    "ledger: chain": (record(prev=f"'{ZERO}'"),),
    "ledger: hash": (record(hash="x" * 64),),
    "ledger: day": (record(day="2027-01-01"),),
    "ledger: data": (record(data="[]"),),
    "opening: fixed": ("UPDATE opening SET stage='measure' WHERE adoption=2",),
    "opening: new": (f"INSERT OR REPLACE INTO opening VALUES (2,'prepare','{NOW}')",),
    "pause: new": (
        f"INSERT INTO pause VALUES ({WEEK + 2},1,'{NOW}','')",
        f"INSERT OR REPLACE INTO pause VALUES ({WEEK + 2},1,'{NOW}','x')",
    ),
    "pause: made_on": (f"INSERT INTO pause VALUES ({WEEK + 2},1,'2026-06-08','')",),
    "pause: made_on, updated": (
        f"INSERT INTO pause VALUES ({WEEK + 2},1,'{NOW}','')",
        "UPDATE pause SET made_on='2026-06-08'",
    ),
    "pause: begun": (f"INSERT INTO pause VALUES ({WEEK},0,'{NOW}','')", "DELETE FROM pause"),
    "pause: fixed": (f"INSERT INTO pause VALUES ({WEEK + 2},1,'{NOW}','')", f"UPDATE pause SET week={WEEK - 1}"),
    "pinned: never": ("DELETE FROM pinned",),
    "pinned: new": ("INSERT OR REPLACE INTO pinned VALUES ('instagram',1,'{}')",),
    "review: never": (f"INSERT INTO review VALUES ({WEEK - 1},'keep','','{NOW}',0)", "DELETE FROM review"),
    "review: identity": (f"INSERT INTO review VALUES ({WEEK - 1},'keep','','{NOW}',0)", f"UPDATE review SET week={WEEK + 9}"),
    "review: new": (
        f"INSERT INTO review VALUES ({WEEK - 1},'keep','','{NOW}',0)",
        f"INSERT OR REPLACE INTO review VALUES ({WEEK - 1},'stop','','{NOW}',0)",
    ),
    "review: void, updated": (
        f"INSERT INTO review VALUES ({WEEK - 1},'keep','','{NOW}',0)",
        "UPDATE review SET void=1",
    ),
    "review: void": (f"INSERT INTO review VALUES ({WEEK - 1},'keep','','{NOW}',1)",),
    "step: new": ("INSERT OR REPLACE INTO step VALUES (2,'facebook.prepare.0','prepare',0,0,20,NULL,NULL,'',0)",),
    "step: waiting": ("INSERT INTO step VALUES (1,'more','prepare',0,0,20,NULL,NULL,'',0)",),
    "step: undone": (f"INSERT INTO step VALUES (2,'more','prepare',0,1,20,'{NOW}','{NOW}','',0)",),
    "step: road": ("INSERT INTO step VALUES (2,'more','deepen',0,1,20,NULL,NULL,'',0)",),
    "target: next": (f"INSERT OR REPLACE INTO target VALUES (1,1,{WEEK + 1},4,'{NOW}','')",),
    "target: made_on": (f"INSERT INTO target SELECT max(id)+1,1,{WEEK + 1},4,'2026-06-08','' FROM target",),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_itself_refuses(under_way: sqlite3.Connection, rule: str) -> None:  # noqa: F811
    *before, last = RULES[rule]
    for statement in before:
        under_way.execute(statement)
    with pytest.raises(sqlite3.IntegrityError) as refused:
        under_way.execute(last)
    assert str(refused.value).split()[:2] == [word.strip(",") for word in rule.split()[:2]]


@pytest.mark.parametrize(
    ("rule", "lacking"),
    [("adoption: recorded", ""), ("adoption: road", "DELETE FROM goal WHERE adoption=2")],
)
def test_a_start_needs_its_record_and_a_whole_road(under_way: sqlite3.Connection, rule: str, lacking: str) -> None:  # noqa: F811
    """Where no other network is being learnt, as after the only one was closed."""
    under_way.execute(
        f"UPDATE adoption SET state='retired', retired_on='{NOW}', retired_from='active' WHERE id=1"
    )
    if lacking:
        under_way.execute("DROP TRIGGER goal_delete_rules")
        under_way.execute(lacking)
        under_way.execute(entry(2))
    with pytest.raises(sqlite3.IntegrityError) as refused:
        under_way.execute(f"UPDATE adoption SET state='active', before='later', started_on='{NOW}' WHERE id=2")
    assert str(refused.value) == rule
