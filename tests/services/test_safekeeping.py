"""Copies, restore, check and the confirmed clock, as the owner meets them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.errors import BadFile, DamagedPlan, Refused
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.plan import ClockMark, Confirmation, Moment, Note
from focusplan.domain.review import Review
from focusplan.domain.weeks import Week
from focusplan.services.changes import Topic
from focusplan.store.gate import RULES
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.services.test_networks import GBP, master, walk

LONG_AGO = date(2026, 3, 2)


def plan_file(workspace: Workspace) -> Path:
    return workspace.home / "plan.db"


def outside(workspace: Workspace, *statements: str) -> None:
    """What another program does that switches the rules off."""
    workspace.close()
    with closing(sqlite3.connect(plan_file(workspace), isolation_level=None)) as client:
        for (name,) in client.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            client.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            client.execute(statement)


def ids(workspace: Workspace, repair: bool = False) -> list[str]:
    return [finding.id for finding in workspace.safekeeping.check(repair)]


def entries(workspace: Workspace, kind: str) -> list[Entry]:
    with workspace._context.read() as work:
        return work.all(Entry, kind=kind)


def states(workspace: Workspace) -> dict[str, str]:
    with workspace._context.read() as work:
        return {run.network: run.state for run in work.all(Adoption)}


# -------------------------------------------------------------- copies


def test_one_copy_a_day(workspace: Workspace) -> None:
    told: list[Topic] = []
    workspace.on_change(told.append)
    for _start in range(3):
        workspace.safekeeping.daily()
    assert len(workspace.safekeeping.backups()) == 1
    assert told == [Topic.COPIES]
    workspace.travel(MONDAY + timedelta(days=1))
    workspace.safekeeping.daily()
    assert len(workspace.safekeeping.backups()) == 2


def test_a_copy_from_a_wrong_clock_is_not_todays(workspace: Workspace) -> None:
    workspace.travel(MONDAY + timedelta(days=365))
    workspace.safekeeping.daily()
    workspace.travel(MONDAY)
    workspace.safekeeping.daily()
    assert len(workspace.safekeeping.backups()) == 2


def test_a_copy_for_the_stick(workspace: Workspace, tmp_path: Path) -> None:
    view = workspace.safekeeping.back_up(tmp_path / "stick.db")
    assert view.verified
    assert Path(view.file).exists()
    assert workspace.safekeeping.backups() == ()


# -------------------------------------------------------------- restore


def test_restore_and_undo(workspace: Workspace) -> None:
    copy = workspace.safekeeping.back_up()
    workspace.business.write_note("words", "after the copy")
    safety = workspace.safekeeping.restore(Path(copy.file).relative_to(Path(copy.file).parent))
    assert workspace.business.note("words") == ""
    assert safety.verified
    undone = workspace.safekeeping.restore(Path(safety.file))
    assert workspace.business.note("words") == "after the copy"
    assert undone.rows > 0
    with workspace._context.read() as work:
        assert first_break(work.all(Entry)) is None
    assert len(entries(workspace, "restore")) == 1
    assert ids(workspace) == []


def test_a_restore_that_is_stopped_anywhere_changes_nothing(workspace: Workspace) -> None:
    copy = Path(workspace.safekeeping.back_up().file)
    workspace.week.add_idea("Later than the copy")
    workspace.close()
    before = {path: path.read_bytes() for path in workspace.home.rglob("*.*") if path.is_file()}
    words = 0
    while True:
        left = [words]

        def tell(_done: int, _whole: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise EOFError

        try:
            workspace.safekeeping.restore(copy, tell)
        except EOFError:
            words += 1
            workspace.close()
            assert {path: path.read_bytes() for path in workspace.home.rglob("*.*") if path.is_file()} == before
        else:
            break
    assert words > 5
    assert workspace.week.ideas() == ()


def test_looking_whether_all_is_right_can_be_stopped(workspace: Workspace) -> None:
    def tell(done: int, _whole: int) -> None:
        if done == 1:
            raise EOFError

    with pytest.raises(EOFError):
        workspace.safekeeping.check(tell=tell)
    assert workspace.safekeeping.check() == ()


def test_a_practice_plan_never_becomes_a_real_one(workspace: Workspace, tmp_path: Path) -> None:
    real = Workspace(tmp_path / "real")
    real.start.new(make_profile())
    mine = real.safekeeping.back_up()
    with pytest.raises(Refused) as refused:
        workspace.safekeeping.restore(Path(mine.file))
    assert refused.value.code == "restore_practice"
    plan_file(workspace).unlink()
    workspace.close()
    with pytest.raises(Refused):
        workspace.safekeeping.restore(Path(mine.file))
    real.close()


def test_a_copy_with_an_illegal_state_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "stick.db"
    workspace.safekeeping.back_up(stick)
    with closing(sqlite3.connect(stick, isolation_level=None)) as client:
        client.execute("DROP TRIGGER adoption_update_rules")
        client.execute("UPDATE adoption SET state='mastered', mastered_week=2900, mastered_on='2026-11-20'")
    with pytest.raises(Refused) as refused:
        workspace.safekeeping.restore(stick)
    assert refused.value.code == "restore_illegal"
    assert states(workspace) == {GBP: "active"}


def test_nothing_comes_back_when_no_safety_copy_can_be_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = workspace.safekeeping.back_up()
    workspace.business.write_note("words", "after the copy")

    def full(*args: object) -> None:
        raise BadFile("copy_damaged", file="x")

    monkeypatch.setattr("focusplan.store.copies._write_set", full)
    with pytest.raises(BadFile):
        workspace.safekeeping.restore(Path(copy.file))
    assert workspace.business.note("words") == "after the copy"


@pytest.mark.parametrize("kind", ["rubbish", "empty", "gone", "cut"])
def test_a_plan_that_can_not_be_opened_is_kept_and_replaced(workspace: Workspace, kind: str) -> None:
    copy = workspace.safekeeping.back_up()
    workspace.close()
    content = {"rubbish": b"rubbish", "empty": b"", "cut": plan_file(workspace).read_bytes()[:9000]}.get(kind)
    if content is None:
        plan_file(workspace).unlink()
    else:
        plan_file(workspace).write_bytes(content)
    with pytest.raises(DamagedPlan):
        workspace.networks.view()
    found = workspace.safekeeping.check()
    assert [finding.id for finding in found] == ["file"]
    assert copy.file in found[0].repair
    aside = workspace.safekeeping.restore(Path(copy.file))
    assert states(workspace) == {GBP: "active"}
    if content is None:
        assert aside.file == ""
    else:
        assert Path(aside.file).read_bytes() == content
    assert ids(workspace) == []


# -------------------------------------------------------------- check


def test_a_fresh_plan_is_right(workspace: Workspace) -> None:
    assert workspace.safekeeping.check() == ()


def test_an_older_real_plan_wants_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true, ago = Workspace.moment, timedelta(days=12)

    def earlier(self: Workspace) -> Moment:
        now = true(self)
        return replace(now, at=now.at - ago, day=now.day - ago)

    monkeypatch.setattr(Workspace, "moment", earlier)
    real = Workspace(tmp_path / "real")
    real.start.new(make_profile())
    real.close()
    monkeypatch.setattr(Workspace, "moment", true)
    real = Workspace(tmp_path / "real")
    assert ids(real) == ["backup"]
    assert ids(real, repair=True) == []
    real.close()


MASTERED = "UPDATE adoption SET state='mastered', mastered_week=2966, mastered_on='2026-11-23' WHERE id=1"
RULES_WITHOUT_VIEWS = [rule for rule in RULES if rule.startswith("CREATE TRIGGER")]
SECOND = (
    "INSERT INTO adoption(id,network,state,before,started_on,version,parked_minutes,note,reason,learnt)"
    " VALUES (9,'instagram','active','later','2026-11-23',1,0,'','','')"
)


def test_a_mastery_nobody_earned_goes_back(workspace: Workspace) -> None:
    outside(workspace, MASTERED)
    assert {"schema", "mastery"} <= set(ids(workspace))
    assert not workspace.networks.gate("instagram").open
    assert ids(workspace, repair=True) == []
    assert states(workspace)[GBP] == "active"
    assert [entry.values()["fault"] for entry in entries(workspace, "repair")] == ["mastery"]


def test_a_mastery_nobody_earned_is_parked_beside_an_active_one(workspace: Workspace) -> None:
    outside(workspace, MASTERED, SECOND)
    assert ids(workspace, repair=True) == []
    assert states(workspace) == {GBP: "parked", "instagram": "active"}


def test_of_two_active_ones_the_later_start_goes_back(workspace: Workspace) -> None:
    outside(workspace, "DROP INDEX one_active", SECOND)
    assert {"schema", "two_active", "start"} <= set(ids(workspace))
    assert not workspace.networks.gate("facebook").open
    workspace.safekeeping.check(repair=True)
    assert states(workspace) == {GBP: "active", "instagram": "later"}


def test_goals_and_jobs_of_the_road_are_put_back(workspace: Workspace) -> None:
    with workspace._context.read() as work:
        goals, steps = work.all(Goal), work.all(StepState)
    outside(
        workspace,
        "UPDATE goal SET k=1, n=1, least=1",
        "UPDATE step SET required=0 WHERE position=0",
        "DELETE FROM step WHERE position=1",
        "INSERT INTO step VALUES (1,'mine','prepare',99,0,5,NULL,NULL,'',0)",
    )
    assert {"goals", "jobs"} <= set(ids(workspace))
    assert ids(workspace, repair=True) == []
    with workspace._context.read() as work:
        assert (work.all(Goal), work.all(StepState)) == (goals, steps)


def test_a_start_without_its_verdict_is_found_and_noted(workspace: Workspace) -> None:
    outside(workspace, "DELETE FROM ledger WHERE kind='start'")
    assert "start" in ids(workspace)
    assert ids(workspace, repair=True) == []
    assert states(workspace)[GBP] == "active"


def test_a_changed_record_is_said_once_and_noted(workspace: Workspace) -> None:
    outside(workspace, "UPDATE ledger SET data='{\"practice\":false}' WHERE kind='plan'")
    assert "record" in ids(workspace)
    assert len(entries(workspace, "break")) == 1
    assert "record" not in ids(workspace)


def test_a_changed_record_is_noted_at_the_next_start(workspace: Workspace) -> None:
    outside(workspace, "UPDATE ledger SET data='{}' WHERE kind='plan'")
    workspace.safekeeping.daily()
    workspace.safekeeping.daily()
    assert len(entries(workspace, "break")) == 1


def test_a_cheat_behind_rules_that_were_put_back_is_found_in_the_data(workspace: Workspace) -> None:
    with closing(sqlite3.connect(plan_file(workspace))) as client:
        views = [row[0] for row in client.execute("SELECT name FROM sqlite_master WHERE type='view'")]
    outside(workspace, MASTERED, *(f"DROP VIEW {name}" for name in views), *RULES)
    assert ids(workspace) == ["mastery"]
    assert not workspace.networks.gate("instagram").open


def test_an_earned_mastery_is_right(workspace: Workspace) -> None:
    master(workspace)
    assert states(workspace)[GBP] == "mastered"
    assert ids(workspace) == []


def test_orphans_and_damage_inside_are_damage(workspace: Workspace) -> None:
    outside(workspace, "INSERT INTO step VALUES (77,'a','prepare',0,1,10,NULL,NULL,'',0)")
    assert ids(workspace) == ["file"]


# -------------------------------------------------------------- the clock


def test_a_right_clock_needs_no_word(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        workspace.safekeeping.confirm_clock()
    assert refused.value.code == "clock_right"


def test_a_year_ahead_for_one_session_and_back(workspace: Workspace) -> None:
    """Nothing is opened by it, and nobody is locked out."""
    ahead = MONDAY + timedelta(days=365)
    workspace.travel(ahead)
    walk(workspace)
    workspace.week.record(GBP, None, {"posts": 3})
    view = workspace.week.view()
    numbers = [job.number for job in view.items if not job.done][:2]
    workspace.week.tick_many(Week.of(ahead), numbers, {})
    workspace.business.write_note("words", "kept")
    workspace.travel(MONDAY + timedelta(days=1))
    assert workspace.clock_wrong()
    assert workspace.week.view().week == Week.of(MONDAY)
    workspace.safekeeping.confirm_clock()
    assert not workspace.clock_wrong()
    verdict = workspace.networks.gate("instagram")
    clock = next(one for one in verdict.conditions if one.id == "clock")
    assert not clock.met
    with workspace._context.read() as work:
        assert all(row.void for row in work.all(Evidence))
        assert all(step.void for step in work.all(StepState) if step.done_on)
        assert work.one(ClockMark).day == MONDAY + timedelta(days=1)  # type: ignore[union-attr]
        assert len(work.all(Confirmation)) == 1
        assert first_break(work.all(Entry)) is None
    assert workspace.business.note("words") == "kept"
    walk(workspace)
    assert all(step.done for step in workspace.networks.run(GBP).steps if step.required)
    assert master(workspace, start=Week.of(MONDAY)) is not None
    assert states(workspace)[GBP] == "mastered"
    assert ids(workspace) == []


def test_a_plan_made_under_a_wrong_clock_can_be_used(tmp_path: Path) -> None:
    made = Workspace(tmp_path / "plan", today=date(2036, 5, 5))
    made.start.new(make_profile(), practice=True)
    walk(made)
    made.travel(LONG_AGO)
    made.safekeeping.confirm_clock()
    assert ids(made) == []
    walk(made)
    master(made, start=Week.of(LONG_AGO))
    assert states(made)[GBP] == "mastered"
    made.close()


def test_a_mastery_and_a_start_under_a_wrong_clock_go_back(workspace: Workspace) -> None:
    last = master(workspace)
    assert last > Week.of(MONDAY) + 1
    workspace.networks.start("instagram")
    assert states(workspace) == {GBP: "mastered", "instagram": "active"}
    workspace.travel(MONDAY + timedelta(days=2))
    workspace.safekeeping.confirm_clock()
    assert states(workspace) == {GBP: "parked", "instagram": "active"}
    with workspace._context.read() as work:
        assert all(review.void for review in work.all(Review))
        assert not work.all(Note, key="x")
    assert ids(workspace) == []


def test_changed_tables_name_a_copy_as_the_way(workspace: Workspace) -> None:
    outside(workspace, "ALTER TABLE idea ADD COLUMN mine TEXT", *RULES_WITHOUT_VIEWS)
    found = workspace.safekeeping.check()
    assert [finding.id for finding in found] == ["schema"]
    assert "copy" in found[0].repair


def test_a_near_empty_copy_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.safekeeping.back_up()
    monkeypatch.setattr("focusplan.store.keeping.near_empty", lambda rows, others: True)
    assert ids(workspace) == ["backup_small"]


def test_where_the_plan_lies_is_a_caution_and_no_fault(workspace: Workspace) -> None:
    assert workspace.safekeeping.cautions() == ()
    (workspace.home / ".stfolder").mkdir()
    (workspace.home / "plan 2.db").write_bytes(b"")
    (workspace.home / "plan (1).db").write_bytes(b"")
    synced, second = workspace.safekeeping.cautions()
    assert (synced.id, second.id) == ("synced", "second")
    assert "Syncthing" in synced.text and str(workspace.home) in synced.text and "Moving house" in synced.repair
    assert "plan (1).db, plan 2.db" in second.text and "files" in second.text and "never mixes" in second.repair
    assert ids(workspace) == [] and plan_file(workspace).is_file()


def test_a_plan_on_a_drive_in_the_network_is_a_caution(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from focusplan.services import safekeeping
    from focusplan.store.around import Around

    monkeypatch.setattr(safekeeping, "around", lambda _folder: Around("", True, ()))
    (remote,) = workspace.safekeeping.cautions()
    assert remote.id == "remote" and "network" in remote.text and remote.repair
