"""Damaged files: named as such, kept as they are, never a new empty plan and never taken for a newer one."""

from __future__ import annotations

import gzip
import os
import random
import sqlite3
from pathlib import Path

import pytest

from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, NewerPlan
from focusplan.store.store import Store
from tests.faults import actions
from tests.store.plans import noon

FINE = "opened"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("seed") / "plan"
    actions.seed(folder)
    return (folder / "plan.db").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "plan"
    home.mkdir(mode=0o700)
    (home / "plan.marker").write_text('{"since":"2026-06-01","rows":60,"practice":false}')
    return home


def outcome(folder: Path, content: bytes) -> str:
    """What the next start says of this file; it never changes it when it is not right."""
    path = folder / "plan.db"
    path.write_bytes(content)
    store = Store(folder)
    try:
        with store.read(noon(actions.NOW)) as work:
            work.look_through()
            said = FINE
    except DamagedPlan as error:
        said = error.code
    finally:
        store.close()
    assert path.read_bytes() == content, "the file was changed"
    assert {one.name for one in folder.iterdir()} <= {"plan.db", "plan.marker", "focusplan.lock"}
    return said


def test_the_seed_is_fine(folder: Path, content: bytes) -> None:
    assert outcome(folder, content) == FINE


def test_cut_anywhere(folder: Path, content: bytes, long_run: bool) -> None:
    for size in range(0, len(content), 512 if long_run else 9 * 512):
        assert outcome(folder, content[:size]) != FINE, size


def test_hardly_anything_left(folder: Path, content: bytes) -> None:
    for size in range(121):
        assert outcome(folder, content[:size]) in ("plan_empty", "not_a_plan", "plan_cut"), size


def test_another_kind_of_file(folder: Path, content: bytes) -> None:
    others = (b"Dear Anna,\n" * 500, gzip.compress(content), b"\0" * len(content), content[::-1])
    assert {outcome(folder, other) for other in others} == {"not_a_plan"}


def test_another_programs_database(folder: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as client:
        client.execute("CREATE TABLE plan(id)")
    client.close()
    assert outcome(folder, (tmp_path / "other.db").read_bytes()) == "not_a_plan"


def test_a_folder_in_its_place(folder: Path) -> None:
    (folder / "plan.db").mkdir()
    with pytest.raises(CannotStore), Store(folder).read(noon(actions.NOW)):
        pass


def test_a_pipe_in_its_place_is_not_waited_for(folder: Path) -> None:
    (folder / "plan.db").unlink(missing_ok=True)
    os.mkfifo(folder / "plan.db")
    with pytest.raises(CannotStore), Store(folder).read(noon(actions.NOW)):
        pass


@pytest.mark.parametrize("kind", ["nested", "pipe", "folder"])
def test_a_marker_that_cannot_be_read_still_says_that_there_was_a_plan(folder: Path, kind: str) -> None:
    marker = folder / "plan.marker"
    marker.unlink()
    if kind == "nested":
        marker.write_text("[" * 100_000)
    elif kind == "pipe":
        os.mkfifo(marker)
    else:
        marker.mkdir()
    with pytest.raises(DamagedPlan) as caught, Store(folder).read(noon(actions.NOW)):
        pass
    assert caught.value.code == "plan_gone"


def test_sectors_of_zeros(folder: Path, content: bytes, long_run: bool) -> None:
    """Found unless nothing stood there; a word about a newer version is never said."""
    for at in range(0, len(content), 512 if long_run else 11 * 512):
        hurt = content[:at] + bytes(512) + content[at + 512 :]
        said = outcome(folder, hurt)
        assert said != FINE or hurt == content or _unused(content, at), at


def _unused(content: bytes, at: int) -> bool:
    """Free space within a page may hold rests of what stood there once; nobody reads them."""
    page = at // 4096 * 4096
    head = page + (100 if page == 0 else 0)
    if content[head] not in (2, 5, 10, 13):
        return True
    first = int.from_bytes(content[head + 5 : head + 7], "big")
    cells = int.from_bytes(content[head + 3 : head + 5], "big")
    pointers = head + (12 if content[head] in (2, 5) else 8) + 2 * cells
    return pointers <= at and at + 512 <= page + first


def test_single_bits(folder: Path, content: bytes, long_run: bool) -> None:
    """Many can't be seen in a database without check sums, but none may end in a traceback or an empty plan."""
    chance = random.Random(1)
    found = 0
    for _flip in range(500 if long_run else 40):
        at = chance.randrange(len(content))
        hurt = bytearray(content)
        hurt[at] ^= 1 << chance.randrange(8)
        try:
            found += outcome(folder, bytes(hurt)) != FINE
        except NewerPlan:
            assert 60 <= at < 64
        except FocusPlanError as error:
            pytest.fail(f"{at}: {error!r}")
    assert found > 0
