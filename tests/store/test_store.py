"""Opening, units of work, one writer, and what is said when the file can't be used."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from focusplan.domain.errors import (
    CannotStore,
    DamagedPlan,
    InUse,
    NewerPlan,
    NoPlan,
    Refused,
    WrongUse,
)
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.pauses import Pause
from focusplan.domain.plan import ClockMark, Note, Plan
from focusplan.domain.weeks import Week
from focusplan.store import schema
from focusplan.store.driver import PRAGMAS
from focusplan.store.header import MARKER_FILE, PLAN_FILE, read_marker
from focusplan.store.lock import LOCK_FILE, ask_to_raise, asked_to_raise
from focusplan.store.store import Store
from tests.store.plans import MONDAY, grown, later, new_plan, noon, on


@pytest.fixture
def store(tmp_path: Path) -> Any:
    made = new_plan(tmp_path / "plan")
    yield made
    made.close()


def side_files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {PLAN_FILE, MARKER_FILE, LOCK_FILE}


# -------------------------------------------------------------- the engine


def test_the_connection_is_set_up_as_it_must_be(store: Store) -> None:
    numbers = {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "recursive_triggers": 1,
        "trusted_schema": 0, "cell_size_check": 1, "secure_delete": 1, "mmap_size": 0, "temp_store": 2,
    }  # fmt: skip
    assert set(numbers) == set(PRAGMAS)
    with store.begin(noon(MONDAY)) as work:
        for name, value in numbers.items():
            assert work._driver.execute(f"PRAGMA {name}").fetchone()[0] == value, name
        work.all(Note)
        assert work._driver.in_transaction


def test_the_file_says_what_it_is(store: Store) -> None:
    head = store.path.read_bytes()[:100]
    assert head[68:72] == b"FPLN"
    assert int.from_bytes(head[60:64], "big") == schema.NEWEST


def test_one_commit_for_each_unit_of_work(store: Store) -> None:
    commits: list[object] = []
    event.listen(store.opened(), "commit", commits.append)
    with on(store, MONDAY) as work:
        work.put(Note("a", "1"))
        work.put(Note("b", "2"))
        work.append("pause", {})
    assert len(commits) == 1
    with store.begin(noon(MONDAY)) as work:
        work.all(Note)
    with store.read(noon(MONDAY)) as work:
        work.all(Note)
    assert len(commits) == 1


# -------------------------------------------------------------- units of work


def test_an_error_takes_everything_back(store: Store) -> None:
    before = store.path.read_bytes()
    with pytest.raises(ZeroDivisionError), on(store, later(MONDAY, 3)) as work:
        work.put(Note("a", "1"))
        work.append("pause", {})
        _ = 1 / 0
    assert store.path.read_bytes() == before


def test_a_unit_that_only_asks_can_not_write(store: Store) -> None:
    with pytest.raises(RuntimeError), store.read(noon(MONDAY)) as work:
        work.put(Note("a", "1"))
    with store.read(noon(MONDAY)) as work, pytest.raises(sqlite3.OperationalError):
        work._driver.execute("DELETE FROM note")


def test_units_of_work_do_not_nest(store: Store) -> None:
    with store.read(noon(MONDAY)), pytest.raises(RuntimeError), store.read(noon(MONDAY)):
        pass
    with store.read(noon(MONDAY)) as work:
        assert work.one(Plan) is not None


def test_the_mark_follows_changes_alone_and_never_goes_back(store: Store) -> None:
    def mark() -> ClockMark:
        with store.read(noon(MONDAY)) as work:
            found = work.one(ClockMark)
        assert found is not None
        return found

    with store.begin(noon(later(MONDAY, 9))) as work:
        work.all(Note)
    assert mark().day == MONDAY
    with on(store, later(MONDAY, 5)) as work:
        work.put(Note("a", "1"))
    with on(store, later(MONDAY, 5) - timedelta(days=1)) as work:
        work.put(Note("a", "2"))
    assert mark() == ClockMark(noon(later(MONDAY, 5)).at, later(MONDAY, 5))


def test_facts_are_put_by_their_key_and_found_by_any_field(store: Store) -> None:
    week = Week.of(MONDAY) + 3
    with on(store, MONDAY) as work:
        pauses = [work.add(Pause(week + number, True, MONDAY)) for number in (2, 0, 1)]
        work.put(Note("a", "1"))
        work.put(Note("a", "ä'; --\N{PILE OF POO}"))
        assert work.one(Note, key="a") == Note("a", "ä'; --\N{PILE OF POO}")
        assert work.all(Pause) == sorted(pauses, key=lambda one: one.week)
        assert work.one(Pause, week=week, planned=True) == pauses[1]
        assert work.one(Pause, week=week, planned=False) is None
        work.remove(pauses[1])
        work.remove(pauses[1])
        assert len(work.all(Pause, made_on=MONDAY)) == 2
    with on(store, MONDAY) as work:
        plan = work.one(Plan)
        assert plan is not None
        assert work.put(plan) == plan


def test_the_record_is_chained(store: Store) -> None:
    with on(store, later(MONDAY, 1)) as work:
        first = work.append("pause", {"week": "2026-W30", "reason": "été"})
        second = work.append("resume", {})
        assert second.prev == first.hash
        assert first_break(work.all(Entry)) is None
        assert first.values() == {"week": "2026-W30", "reason": "été"}


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_text_that_can_not_be_kept_is_wrong_use(store: Store, text: str) -> None:
    with pytest.raises(WrongUse), on(store, MONDAY) as work:
        work.put(Note("a", text))


def test_a_rule_of_the_schema_is_a_refusal_that_names_it(store: Store) -> None:
    with pytest.raises(Refused) as refused, on(store, MONDAY) as work:
        work.add(Pause(Week.of(MONDAY), True, MONDAY))
    assert (refused.value.code, refused.value.values) == ("schema_rule", {"rule": "pause: week"})


def test_with_a_clock_that_is_behind_the_clock_is_the_reason(store: Store) -> None:
    with on(store, later(MONDAY, 30)) as work:
        work.put(Note("a", "1"))
    with pytest.raises(Refused) as refused, on(store, MONDAY) as work:
        work.add(Pause(Week.of(MONDAY) + 1, True, MONDAY))
    assert refused.value.code == "clock_behind"


# -------------------------------------------------------------- opening


def test_there_is_no_plan_in_an_empty_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere")
    assert not store.exists()
    with pytest.raises(NoPlan), store.read(noon(MONDAY)):
        pass
    with pytest.raises(NoPlan), store.begin(noon(MONDAY)):
        pass


def test_a_plan_is_made_once(store: Store) -> None:
    plan = Plan("x", False, MONDAY, MONDAY)
    with pytest.raises(Refused) as refused, store.create(noon(MONDAY), plan):
        pass
    assert refused.value.code == "plan_exists"


def test_a_plan_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "plan")
    with pytest.raises(ZeroDivisionError), store.create(noon(MONDAY), Plan("x", False, MONDAY, MONDAY)):
        _ = 1 / 0
    assert not store.exists()
    assert side_files(tmp_path / "plan") == set()
    assert read_marker(tmp_path / "plan") is None


def test_a_plan_that_is_gone_is_never_begun_anew_in_silence(store: Store) -> None:
    store.close()
    store.path.unlink()
    with pytest.raises(DamagedPlan) as damaged, store.read(noon(MONDAY)):
        pass
    assert damaged.value.code == "plan_gone"
    with pytest.raises(DamagedPlan), store.create(noon(MONDAY), Plan("x", False, MONDAY, MONDAY)):
        pass
    assert not store.exists()
    (store.folder / MARKER_FILE).unlink()
    with pytest.raises(NoPlan), store.read(noon(MONDAY)):
        pass


@pytest.mark.parametrize("version", [schema.NEWEST + 1, 9999])
def test_a_newer_plan_is_not_touched(store: Store, version: int) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as client:
        client.execute(f"PRAGMA user_version={version}")
    before = hashlib.sha256(store.path.read_bytes()).hexdigest()
    os.utime(store.path, (1, 1))
    for ask in (store.read, store.begin):
        with pytest.raises(NewerPlan), ask(noon(MONDAY)):
            pass
    assert hashlib.sha256(store.path.read_bytes()).hexdigest() == before
    assert store.path.stat().st_mtime == 1
    assert side_files(store.folder) == set()


def test_a_changed_schema_is_noticed_and_mended(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as client:
        client.execute("DROP TRIGGER adoption_update_rules")
    with store.read(noon(MONDAY)):
        assert store.schema_changed
    with store.mend(noon(MONDAY)):
        pass
    assert not store.schema_changed
    store.close()
    with store.read(noon(MONDAY)):
        assert not store.schema_changed


# -------------------------------------------------------------- rights


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read(tmp_path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        store = grown(tmp_path / "plan", weeks=1)
        ask_to_raise(store.folder)
        with on(store, later(MONDAY, 30)) as work:
            work.put(Note("a", "1"))
            rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.folder.iterdir()}
    finally:
        os.umask(old)
    assert "plan.db-journal" in rights
    assert set(rights.values()) == {0o600}, rights
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    store.close()


# -------------------------------------------------------------- one writer


OTHER = """
import sys
from pathlib import Path
from tests.store.plans import MONDAY, noon, on
from focusplan.domain.plan import Note
from focusplan.store.store import Store
store = Store(Path(sys.argv[1]))
store.hold(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def other(folder: Path, kind: str = "window") -> subprocess.Popen[str]:
    """Another program that holds this plan until its input ends."""
    started = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder), kind],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline() == "held\n"
    return started


def end(process: subprocess.Popen[str], kill: bool = False) -> None:
    if kill:
        process.kill()
    process.communicate()


def test_one_writer_and_the_others_may_ask(store: Store) -> None:
    store.close()
    holder = other(store.folder)
    try:
        with pytest.raises(InUse) as refused:
            store.hold("command", wait=0.1)
        assert refused.value.values["kind"] == "window"
        with store.read(noon(MONDAY)) as work:
            assert work.one(Plan) is not None
    finally:
        end(holder)
    with on(store, MONDAY) as work:
        work.put(Note("a", "1"))


def test_the_lock_is_free_after_a_kill(store: Store) -> None:
    store.close()
    end(other(store.folder), kill=True)
    store.hold("command", wait=0.1)
    assert store.holder() is not None


def test_a_lock_file_of_another_machine_stops_nobody(store: Store) -> None:
    store.close()
    (store.folder / LOCK_FILE).write_text('{"kind":"window","pid":1,"host":"elsewhere"}')
    store.hold("window", wait=0.0)
    holder = store.holder()
    assert holder is not None
    assert holder.pid == os.getpid()


def test_a_window_stays_a_window(store: Store) -> None:
    store.hold("window")
    with on(store, MONDAY) as work:
        work.put(Note("a", "1"))
    holder = store.holder()
    assert holder is not None
    assert holder.kind == "window"


def test_the_wish_for_the_window_is_heard_once(tmp_path: Path) -> None:
    assert not asked_to_raise(tmp_path)
    ask_to_raise(tmp_path)
    assert asked_to_raise(tmp_path)
    assert not asked_to_raise(tmp_path)


def test_a_program_that_holds_the_file_itself_is_waited_for_and_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("focusplan.store.driver.WAIT", 0.1)
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as client:
        client.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InUse), on(store, MONDAY) as work:
            work.put(Note("a", "1"))
        client.execute("ROLLBACK")
    with on(store, MONDAY) as work:
        work.put(replace(Note("a", ""), text="1"))


# -------------------------------------------------------------- while open


def test_a_plan_deleted_while_open_takes_no_silent_save(store: Store) -> None:
    with store.read(noon(MONDAY)) as work:
        work.all(Note)
    store.path.unlink()
    with pytest.raises(CannotStore) as refused, on(store, MONDAY) as work:
        work.put(Note("a", "1"))
    assert refused.value.code == "plan_moved"


def test_a_plan_replaced_while_open_takes_no_silent_save(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "other.db"
    copy.write_bytes(store.path.read_bytes())
    with store.read(noon(MONDAY)) as work:
        work.all(Note)
    os.replace(copy, store.path)
    with pytest.raises(CannotStore), on(store, MONDAY) as work:
        work.put(Note("a", "1"))
