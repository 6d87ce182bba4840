"""A disk that is full, a folder that may not be written: one plain refusal, nothing half saved, reading goes on,
and it works again without a new start."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import stat
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from focusplan.domain.errors import FocusPlanError
from focusplan.domain.plan import Note, Plan
from focusplan.store.keeping import Keeping
from focusplan.store.store import Store
from tests.faults import actions
from tests.store.plans import new_plan, noon, on

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits of Unix")
NOBODY = 65534


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that other users of this machine can reach."""
    made = Path(tempfile.mkdtemp(prefix="focusplan-disk-"))
    made.chmod(0o755)
    yield made
    for path in (made, *made.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    shutil.rmtree(made)


def apart(act: Callable[[], object]) -> object:
    """Do it in a process of its own, as an ordinary user where this one may do everything."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(writing, json.dumps(act()).encode())
        except BaseException:
            os.write(writing, json.dumps(traceback.format_exc()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said)


def give(folder: Path) -> None:
    if os.getuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def saying(act: Callable[[], object]) -> str:
    try:
        act()
    except FocusPlanError as error:
        return f"{type(error).__name__} {error.code}"
    return "done"


def save(store: Store, text: str = "1") -> None:
    with on(store, actions.NOW) as work:
        work.put(Note("a", text))


def ask(store: Store) -> None:
    with store.read(noon(actions.NOW)) as work:
        assert work.one(Plan) is not None


def tried(folder: Path) -> list[str]:
    """What asking, saving and copying say."""
    store = Store(folder)
    keeping = Keeping(store)
    said = [
        saying(lambda: ask(store)),
        saying(lambda: save(store)),
        saying(lambda: keeping.make_copy("asked", actions.AT)),
    ]
    return [*said, saying(lambda: ask(store))]


@pytest.mark.parametrize(
    ("rights", "kind", "expected"),
    [
        (0o500, "folder", ["done", "CannotStore read_only", "CannotStore read_only", "done"]),
        (0o400, "file", ["done", "CannotStore read_only", "done", "done"]),
        (0o000, "file", ["CannotStore read_only"] * 4),
        (0o000, "folder", ["CannotStore read_only"] * 4),
    ],
)
def test_what_may_not_be_written_is_still_read(
    home: Path, rights: int, kind: str, expected: list[str]
) -> None:
    folder = home / "plan"
    new_plan(folder).close()
    (folder / "focusplan.lock").unlink()
    give(folder)
    before = (folder / "plan.db").read_bytes()
    (folder if kind == "folder" else folder / "plan.db").chmod(rights)
    assert apart(lambda: tried(folder)) == expected
    folder.chmod(0o700)
    assert (folder / "plan.db").read_bytes() == before


def test_no_plan_where_no_folder_can_be(home: Path) -> None:
    home.chmod(0o555)
    assert apart(lambda: saying(lambda: new_plan(home / "deep" / "plan"))) == "CannotStore read_only"
    (home / "file").write_text("")
    assert apart(lambda: saying(lambda: new_plan(home / "file" / "plan"))) == "CannotStore cannot_open"


def crowded(folder: Path) -> list[str]:
    """Save on a disk that takes no more, then on one that does."""
    store = Store(folder)
    save(store, "before")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = store.path.stat().st_size
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    said = [
        saying(lambda: save(store, "x" * 200_000)),
        saying(lambda: Keeping(store).make_copy("asked", actions.AT)),
        saying(lambda: ask(store)),
    ]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    with store.read(noon(actions.NOW)) as work:
        work.look_through()
        note = work.one(Note, key="a")
    said.append(note.text if note else "")
    return [*said, saying(lambda: save(store, "x" * 200_000)), str(len(Keeping(store).copies()))]


def test_a_full_disk(home: Path) -> None:
    folder = home / "plan"
    new_plan(folder).close()
    give(folder)
    said = apart(lambda: crowded(folder))
    assert isinstance(said, list)
    assert said[0].startswith("CannotStore disk_")
    assert said[2:] == ["done", "before", "done", str(int(said[1] == "done"))]


def test_rights_of_a_plan_that_was_opened_to_others(home: Path) -> None:
    """A folder someone opened is theirs to close; what the program makes is private all the same."""
    folder = home / "plan"
    folder.mkdir(mode=0o755)
    store = new_plan(folder)
    Keeping(store).make_copy("asked", actions.AT)
    store.close()
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
