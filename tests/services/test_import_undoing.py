"""Bringing in a file is one deed: undone, the plan is as before; done again, as after; also after a restart."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.evidence import Evidence
from focusplan.domain.plan import Note
from focusplan.domain.readings import FileFigures
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY

WEEK = Week.of(MONDAY)
HEAD = "Post ID,Account username,Publish time,Post type,Views,Reach,Likes,Comments,Saves\n"


def posts(folder: Path, *rows: tuple[int, str, int], name: str = "posts.csv") -> Path:
    file = folder / name
    lines = [f"{number},bakery,{day} 09:00,IG image,{views},9,1,0,0\n" for number, day, views in rows]
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return file


def take(workspace: Workspace, *files: Path) -> None:
    workspace.importing.take(workspace.importing.read_now(files))


def state(workspace: Workspace) -> tuple[list[object], list[object]]:
    """The figures of the weeks and the rows of files, without the day they were typed."""
    with workspace._context.read() as work:
        typed = [(row.network, row.week, row.late, row.posts, row.received) for row in work.all(Evidence)]
        return sorted(typed), [(row.item, row.first, row.figures) for row in work.all(FileFigures)]


def notes(workspace: Workspace) -> list[str]:
    with workspace._context.read() as work:
        return [note.key for note in work.all(Note) if note.key.startswith("files.")]


def test_an_import_is_undone_and_done_again_whole(workspace: Workspace, tmp_path: Path):
    workspace.week.record("instagram", WEEK, {"received": 3})
    before = state(workspace)
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10), (2, "11/23/2026", 20), (3, "11/16/2026", 5)))
    after = state(workspace)
    assert after != before
    assert workspace.undoing.view().undo == "numbers from a file, Instagram"
    workspace.undoing.undo()
    assert state(workspace) == before
    workspace.undoing.redo()
    assert state(workspace) == after
    workspace.undoing.undo()
    assert state(workspace) == before


def test_a_file_that_came_later_is_undone_to_what_the_first_said(workspace: Workspace, tmp_path: Path):
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10), (2, "11/16/2026", 20)))
    first = state(workspace)
    take(workspace, posts(tmp_path, (1, "11/23/2026", 99), (2, "11/23/2026", 20), (4, "11/23/2026", 4), name="later.csv"))
    assert state(workspace) != first
    workspace.undoing.undo()
    assert state(workspace) == first


def test_it_is_undone_after_a_restart(workspace: Workspace, tmp_path: Path):
    before = state(workspace)
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    workspace.close()
    again = Workspace(tmp_path / "plan", today=MONDAY)
    again.undoing.undo()
    assert state(again) == before
    again.close()


def test_a_file_that_changes_no_week_is_undone_too(workspace: Workspace, tmp_path: Path):
    file = tmp_path / "overview.csv"
    file.write_text("Date,Video Views,Profile Views\n2026-11-20,5,1\n", encoding="utf-8")
    before = state(workspace)
    take(workspace, file)
    assert workspace.undoing.view().undo == "numbers from a file, TikTok"
    workspace.undoing.undo()
    assert state(workspace) == before


def test_the_figures_of_a_week_that_has_closed_since_stay(workspace: Workspace, tmp_path: Path):
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    kept = state(workspace)
    workspace.close()
    later = Workspace(tmp_path / "plan", today=MONDAY + timedelta(days=28))
    with pytest.raises(Refused) as refused:
        later.undoing.undo()
    assert refused.value.code == "undo_closed"
    assert state(later) == kept
    assert not later.undoing.view().undo and notes(later) == []
    later.close()


def test_of_two_weeks_the_open_one_is_undone(workspace: Workspace, tmp_path: Path):
    workspace.close()
    later = Workspace(tmp_path / "plan", today=MONDAY + timedelta(days=16))
    take(later, posts(tmp_path, (1, "11/24/2026", 10), (2, "12/08/2026", 20)))
    later.close()
    closed = Workspace(tmp_path / "plan", today=MONDAY + timedelta(days=22))
    closed.undoing.undo()
    evidence, rows = state(closed)
    assert [(network, posts) for network, _week, _late, posts, _received in evidence] == [("instagram", 1)]
    assert [first for _item, first, _figures in rows] == [date(2026, 11, 24)]
    closed.close()


def test_what_came_too_late_to_count_can_go_again(workspace: Workspace, tmp_path: Path):
    before = state(workspace)
    take(workspace, posts(tmp_path, (1, "10/20/2026", 10)))
    assert state(workspace) != before
    workspace.undoing.undo()
    assert state(workspace) == before


def test_a_new_deed_forgets_the_rows_beside_what_was_undone(workspace: Workspace, tmp_path: Path):
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    workspace.undoing.undo()
    assert notes(workspace)
    workspace.week.record("instagram", WEEK, {"received": 1})
    assert notes(workspace) == []


def test_importing_what_is_known_is_no_deed(workspace: Workspace, tmp_path: Path):
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    workspace.week.record("instagram", WEEK, {"received": 1})
    last = workspace.undoing.view().undo
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    assert workspace.undoing.view().undo == last


class Enough(Exception):
    """The owner wants no more of it."""


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_stopped_while_it_is_stored_nothing_is(workspace: Workspace, tmp_path: Path, share):
    files = workspace.importing.read_now([posts(tmp_path, *[(n, "11/23/2026", n) for n in range(12_000)])])
    before = state(workspace)
    told: list[float] = []

    def tell(done: int, whole: int) -> None:
        told.append(done / whole)
        if done / whole >= share:
            raise Enough

    with pytest.raises(Enough):
        workspace.importing.take(files, tell)
    assert told[-1] >= share and state(workspace) == before and not workspace.undoing.view().undo
    workspace.importing.take(files)
    assert len(state(workspace)[1]) == 12_000


def test_the_columns_rules_hold_again_once_many_rows_are_stored(workspace: Workspace, tmp_path: Path):
    take(workspace, posts(tmp_path, (1, "11/23/2026", 10)))
    wrong = FileFigures("", "content", "1", MONDAY, MONDAY, "{}", MONDAY)
    with pytest.raises(Refused), workspace._context.begin() as work:
        work.put_all([FileFigures("x", "content", "1", MONDAY, MONDAY, "{}", MONDAY)], FileFigures)
        work.add(wrong)
    assert [row[0] for row in state(workspace)[1]] == ["1"]
