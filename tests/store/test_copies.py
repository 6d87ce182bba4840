"""Copies: whole, verified, private, described, thinned out, and never in the way of a writer."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile, InUse, NewerPlan, Refused
from focusplan.domain.plan import Note, Plan
from focusplan.store import copies, still
from focusplan.store.copies import FOLDER, check_sum, manifest_of
from focusplan.store.keeping import Keeping
from focusplan.store.still import look_through
from focusplan.store.store import Store
from tests.store.plans import MONDAY, grown, new_plan, noon, on

AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = grown(tmp_path / "plan", weeks=2)
    yield made
    made.close()


def test_a_set_has_the_plan_a_readable_text_and_a_manifest(store: Store) -> None:
    copy = Keeping(store).make_copy("daily", AT)
    assert copy.path.name == "focusplan-20260601-120000-daily.db"
    assert {path.suffix for path in copy.path.parent.iterdir()} == {".db", ".json", ".manifest"}
    said = manifest_of(copy.path)
    assert said is not None
    assert said["sha256"] == check_sum(copy.path)
    assert sum(said["rows"].values()) == copy.rows > 30
    readable = json.loads(copy.path.with_suffix(".json").read_text("utf-8"))
    assert {name: len(rows) for name, rows in readable["tables"].items()} == said["rows"]
    assert readable["tables"]["business"][0]["name"] == "Corner Bakery"
    for path in copy.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.path.parent.stat().st_mode) == 0o700


def test_a_copy_is_the_same_plan(store: Store) -> None:
    copy = Keeping(store).make_copy("asked", AT)
    with closing(sqlite3.connect(copy.path)) as one, closing(sqlite3.connect(store.path)) as two:
        assert list(one.iterdump()) == list(two.iterdump())


class Enough(Exception):
    """Nobody wants to wait any longer."""


def stopping(after: int) -> Callable[[int, int], None]:
    """Hears so many words, then it is enough."""
    left = [after]

    def tell(_done: int, _whole: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Enough

    return tell


@pytest.mark.parametrize("often", [50, 10**9])
def test_a_copy_that_is_stopped_anywhere_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, often: int
) -> None:
    monkeypatch.setattr(still, "OFTEN", often)
    keeping, heard = Keeping(store), []
    keeping.make_copy("asked", AT, lambda done, whole: heard.append(done / whole))
    assert heard == sorted(heard) and heard[-1] == 1 and len(heard) > (50 if often == 50 else 5)
    before = sorted(store.folder.rglob("*"))
    for after in {0, 1, 3, 5, len(heard) // 2, len(heard) - 2, len(heard) - 1}:
        with pytest.raises(Enough):
            keeping.make_copy("asked", AT + timedelta(hours=1), stopping(after))
        assert sorted(store.folder.rglob("*")) == before
    with contextlib.suppress(Enough):
        keeping.copy_to(tmp_path / "stick.db", AT, stopping(3))
    assert not list(tmp_path.glob("*stick*")) or often > 50


def test_copies_are_listed_newest_first_with_what_they_hold(store: Store) -> None:
    keeping = Keeping(store)
    first = keeping.make_copy("asked", AT)
    second = keeping.make_copy("asked", AT)
    assert second.path.name == "focusplan-20260601-120000-2-asked.db"
    third = keeping.make_copy("asked", AT + timedelta(hours=1))
    listed = keeping.copies()
    assert listed[0] == third
    assert {copy.path for copy in listed} == {first.path, second.path, third.path}
    with first.path.open("r+b") as file:
        file.seek(5000)
        file.write(b"\xff")
    second.path.with_suffix(".manifest").unlink()
    assert [copy.verified for copy in keeping.copies() if copy.path != third.path] == [False, False]


def test_a_copy_that_can_not_be_verified_removes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping = Keeping(store)
    old = [keeping.make_copy("daily", AT - timedelta(days=400 * n)).path for n in range(1, 30)]
    held = {path for path in old if path.exists()}

    def damaged(path: Path, tell: object) -> dict[str, int]:
        raise BadFile("copy_damaged", file=path.name)

    monkeypatch.setattr(copies, "look_through", damaged)
    with pytest.raises(BadFile):
        keeping.make_copy("daily", AT)
    assert {copy.path for copy in keeping.copies()} == held


def test_old_copies_are_thinned_out_and_other_files_left_alone(store: Store) -> None:
    keeping = Keeping(store)
    home = store.folder / FOLDER
    keeping.make_copy("daily", AT)
    foreign = [
        home / "focusplan-mine.db",
        home / "notes.txt",
        home / "focusplan-20200101-000000-kept.db",
        home / "focusplan-20209999-000000-daily.db",
    ]
    unverified = home / "focusplan-20200101-000000-daily.db"
    for path in (*foreign, unverified):
        path.write_bytes(b"my own")
    for day in range(1, 60):
        keeping.make_copy("daily", AT + timedelta(days=day))
    good = [copy for copy in keeping.copies() if copy.verified]
    assert 12 <= len(good) <= 31
    assert good[0].made_at == AT + timedelta(days=59)
    for copy in good:
        assert copy.path.with_suffix(".json").exists()
    assert all(path.read_bytes() == b"my own" for path in (*foreign, unverified))
    assert len(list(home.glob("*.manifest"))) == len(good)


def test_a_near_empty_plan_removes_no_fuller_copy(store: Store) -> None:
    keeping = Keeping(store)
    for day in range(40):
        keeping.make_copy("daily", AT + timedelta(days=day))
    before = {copy.path.name for copy in keeping.copies()}
    empty = new_plan(store.folder.parent / "empty")
    small = Keeping(empty)
    (empty.folder / FOLDER).symlink_to(store.folder / FOLDER)
    small.make_copy("daily", AT + timedelta(days=41))
    assert before <= {copy.path.name for copy in small.copies()}
    assert small.small(small.copies())
    assert not keeping.small([copy for copy in keeping.copies() if copy.path.name in before])
    empty.close()


def test_a_copy_at_a_place_of_the_owners_choice(store: Store, tmp_path: Path) -> None:
    keeping = Keeping(store)
    target = tmp_path / "stick ? #%20.db"
    first = keeping.copy_to(target, AT)
    assert first.rows == sum(look_through(target).values())
    with on(store, MONDAY) as work:
        work.put(Note("a", "1"))
    assert keeping.copy_to(target, AT).rows == first.rows + 1
    (tmp_path / "letter.txt").write_text("Dear Anna")
    for taken in (tmp_path / "letter.txt", tmp_path, store.path):
        with pytest.raises(Refused):
            keeping.copy_to(taken, AT)
    assert (tmp_path / "letter.txt").read_text() == "Dear Anna"
    assert {path.name for path in tmp_path.iterdir()} == {"plan", target.name, "letter.txt"}


def test_a_blocked_copy_gives_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PATIENCE", 0.2)
    store.opened()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as client:
        client.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InUse):
            Keeping(store).make_copy("daily", AT)
    assert Keeping(store).copies() == ()
    assert Keeping(store).make_copy("daily", AT).verified


WRITER = """
import sys
from pathlib import Path
from tests.store.plans import MONDAY, on
from focusplan.domain.plan import Note
from focusplan.store.store import Store
store = Store(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    with on(store, MONDAY) as work:
        for key in range(20):
            work.put(Note(f"k{key}", str(number)))
    print(number, flush=True)
"""


def test_copies_under_a_busy_writer_are_whole(store: Store, long_run: bool) -> None:
    store.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store.folder)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        for number in range(100 if long_run else 10):
            copy = Keeping(store).make_copy("asked", AT + timedelta(minutes=number))
            with closing(sqlite3.connect(copy.path)) as database:
                values = {row[0] for row in database.execute("SELECT text FROM note WHERE key GLOB 'k*'")}
            assert len(values) == 1, values
    finally:
        writer.kill()
        writer.communicate()


# -------------------------------------------------------------- the way back


def test_a_copy_comes_back_and_the_way_back_too(store: Store) -> None:
    keeping = Keeping(store)
    copy = keeping.make_copy("asked", AT)
    with on(store, MONDAY) as work:
        work.put(Note("a", "new"))
    safety = keeping.make_copy("restore", AT)
    with keeping.candidate(copy.path, noon(MONDAY)) as candidate:
        candidate.accept(noon(MONDAY), {"file": copy.path.name})
    with store.read(noon(MONDAY)) as work:
        assert work.one(Note, key="a") is None
    with keeping.candidate(safety.path, noon(MONDAY)) as candidate:
        candidate.accept(noon(MONDAY), {"file": safety.path.name})
    with store.read(noon(MONDAY)) as work:
        assert work.one(Note, key="a") == Note("a", "new")
    assert not list(store.folder.glob(".plan*"))


def test_a_leftover_journal_does_not_undo_a_restore(store: Store) -> None:
    keeping = Keeping(store)
    copy = keeping.make_copy("asked", AT)
    store.close()
    for name in ("plan.db-journal", "plan.db-wal", "plan.db-shm"):
        (store.folder / name).write_bytes(store.path.read_bytes())
    with keeping.candidate(copy.path, noon(MONDAY)) as candidate:
        rows = candidate.accept(noon(MONDAY), {})
    with store.read(noon(MONDAY)) as work:
        assert work.count() == rows


def damage(path: Path, kind: str) -> None:
    content = path.read_bytes()
    if kind == "cut":
        path.write_bytes(content[:-700])
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("Dear Anna")
    elif kind == "page":
        path.write_bytes(content[:8192] + bytes(4096) + content[12288:])
    elif kind == "table":
        with closing(sqlite3.connect(path)) as client:
            client.execute("CREATE TABLE extra(a)")
    elif kind == "orphan":
        with closing(sqlite3.connect(path)) as client:
            client.execute("DROP TRIGGER step_insert_rules")
            client.execute("INSERT INTO step VALUES (77,'a','prepare',0,1,10,NULL,NULL,'',0)")
            client.commit()
    elif kind == "newer":
        with closing(sqlite3.connect(path)) as client:
            client.execute("PRAGMA user_version=99")


@pytest.mark.parametrize(
    "kind", ["cut", "empty", "text", "page", "table", "orphan", "newer", "missing", "folder"]
)
def test_a_copy_that_is_not_right_never_becomes_the_plan(store: Store, kind: str, tmp_path: Path) -> None:
    keeping = Keeping(store)
    copy = tmp_path / "copy.db"
    keeping.copy_to(copy, AT)
    if kind == "folder":
        copy = tmp_path
    elif kind == "missing":
        copy.unlink()
    else:
        damage(copy, kind)
    before = store.path.read_bytes()
    expected = NewerPlan if kind == "newer" else BadFile
    with pytest.raises(expected), keeping.candidate(copy, noon(MONDAY)):
        pytest.fail("it was let through")
    assert store.path.read_bytes() == before
    assert not list(store.folder.glob(".plan*"))


def test_a_copy_whose_bytes_changed_is_not_trusted(store: Store) -> None:
    keeping = Keeping(store)
    copy = keeping.make_copy("asked", AT)
    with closing(sqlite3.connect(copy.path)) as client:
        client.execute("UPDATE business SET name='Somebody else'")
        client.commit()
    with pytest.raises(BadFile), keeping.candidate(copy.path, noon(MONDAY)):
        pass


def test_a_copy_without_its_rules_gets_them_back(store: Store, tmp_path: Path) -> None:
    keeping = Keeping(store)
    keeping.copy_to(tmp_path / "copy.db", AT)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as client:
        client.execute("DROP TRIGGER ledger_delete_rules")
        client.execute("CREATE TRIGGER mine AFTER INSERT ON note BEGIN DELETE FROM idea; END")
    with keeping.candidate(tmp_path / "copy.db", noon(MONDAY)) as candidate:
        candidate.accept(noon(MONDAY), {})
    with store.read(noon(MONDAY)):
        assert not store.schema_changed


def test_damaged_plans_are_kept_but_not_for_ever(store: Store) -> None:
    keeping = Keeping(store)
    store.close()
    store.path.write_bytes(b"rubbish")
    (store.folder / "plan.db-journal").write_bytes(b"more")
    for minute in range(8):
        aside = keeping.set_aside(AT + timedelta(minutes=minute))
    assert aside is not None
    assert aside.read_bytes() == b"rubbish"
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"more"
    kept = sorted(aside.parent.glob("*.db"))
    assert len(kept) == 5
    assert kept[-1] == aside
    store.path.unlink()
    assert keeping.set_aside(AT) is None


def test_the_marker_knows_how_full_the_plan_was(store: Store) -> None:
    from focusplan.store.header import read_marker

    keeping = Keeping(store)
    rows = keeping.make_copy("daily", AT).rows
    marker = read_marker(store.folder)
    assert marker is not None
    assert (marker.rows, marker.practice, marker.since) == (rows, False, MONDAY.isoformat())
    assert keeping.practice_before() is False
    with contextlib.suppress(FileNotFoundError):
        (store.folder / "plan.marker").write_text("{")
    assert keeping.practice_before() is None


def test_a_plan_in_a_copy_is_known_before_it_is_accepted(store: Store, tmp_path: Path) -> None:
    keeping = Keeping(store)
    keeping.copy_to(tmp_path / "copy.db", AT)
    with keeping.candidate(tmp_path / "copy.db", noon(MONDAY)) as candidate:
        assert isinstance(candidate.plan, Plan)
        with candidate.read(noon(MONDAY)) as work:
            assert work.one(Plan) == candidate.plan
    assert (tmp_path / "copy.db").exists()
