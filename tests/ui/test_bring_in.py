"""Numbers come in through the window: chosen or dropped, asked about, shown, and taken only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from focusplan.domain.evidence import Evidence
from focusplan.ui.imports.dropping import FileDrop
from focusplan.ui.main_window import MainWindow
from focusplan.ui.progress import Progress
from focusplan.workspace import Workspace
from tests.ui.driving import click, dialog, find, has, settle, words

HEAD = "Post ID,Account username,Publish time,Post type,Views,Reach,Likes,Comments,Saves\n"


def posts(folder: Path, *days: str) -> Path:
    file = folder / "posts.csv"
    rows = [f"{n},bakery,{day} 09:00,IG image,10,9,1,0,0\n" for n, day in enumerate(days)]
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return file


def evidence(workspace: Workspace) -> list[Evidence]:
    with workspace._context.read() as work:
        return work.all(Evidence)


def wait_for(name: str, control: str) -> object:
    """The dialog once it shows this control; reading goes on between the looks."""
    found = dialog(name)
    for _ in range(200):
        if has(found, control):
            return found
        settle()
    raise AssertionError(words(found))


def drop(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert window.findChild(FileDrop).eventFilter(window, event), "the drop was not taken"
    settle()


def test_a_dropped_file_is_shown_first_and_then_taken(window, workspace, tmp_path):
    drop(window, posts(tmp_path, "11/23/2026"))
    shown = wait_for("bring_in", "import_preview")
    assert "posts: – → 1" in words(shown)
    assert evidence(workspace) == []
    click(shown, "import_yes")
    assert [(row.network, row.posts) for row in evidence(workspace)] == [("instagram", 1)]


def test_a_day_that_can_be_read_in_two_ways_is_asked_on_a_screen_of_its_own(window, workspace, tmp_path):
    drop(window, posts(tmp_path, "11/10/2026"))
    shown = wait_for("bring_in", "import_question")
    click(shown, "import_yes")
    assert find(shown, "import_problem").text()
    click(shown, "import_answer_mdy")
    click(shown, "import_yes")
    shown = wait_for("bring_in", "import_preview")
    click(shown, "import_no")
    assert evidence(workspace) == []


def test_a_file_that_is_none_is_said_and_another_can_be_chosen(window, workspace, tmp_path, monkeypatch):
    wrong = tmp_path / "page.csv"
    wrong.write_text("<html><body>sign in</body></html>", encoding="utf-8")
    drop(window, wrong)
    shown = wait_for("bring_in", "import_choose")
    assert "web page" in find(shown, "import_problem").text()
    right = posts(tmp_path, "11/23/2026")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(right)], ""))
    click(shown, "import_choose")
    shown = wait_for("bring_in", "import_preview")
    click(shown, "import_yes")
    assert len(evidence(workspace)) == 1


def test_the_page_leads_there_and_gives_an_empty_table(window, workspace, tmp_path, monkeypatch):
    made = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(made), ""))
    window._pages["week"]._show_whole()
    settle()
    click(window, "bring_in_open")
    shown = wait_for("bring_in", "import_template")
    click(shown, "import_template")
    assert made.read_text(encoding="utf-8").splitlines() == [
        "date,network,posts,received,answered_in_time,reach,audience,enquiries,customers,sales,note",
        "2026-11-23,google_business,,,,,,,,,",
    ]
    click(shown, "import_no")


def test_stop_ends_the_reading_and_nothing_is_kept(window, workspace, tmp_path):
    file = tmp_path / "long.csv"
    rows = [f"{n},bakery,11/23/2026 09:00,IG image,10,9,1,0,0\n" for n in range(60_000)]
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    drop(window, file)
    shown = dialog("bring_in")
    find(shown, "import_progress")
    click(shown, "import_no")
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.objectName() == "bring_in"]
    assert evidence(workspace) == []


@pytest.mark.parametrize("kept", ["first", "again"])
def test_bringing_in_again_says_that_nothing_changes(window, workspace, tmp_path, kept):
    file = posts(tmp_path, "11/23/2026")
    drop(window, file)
    click(wait_for("bring_in", "import_preview"), "import_yes")
    drop(window, file)
    shown = wait_for("bring_in", "import_preview")
    assert "nothing changes" in words(shown)
    assert not has(shown, "import_yes")
    click(shown, "import_no")


def many(folder: Path) -> Path:
    return posts(folder, *["11/23/2026"] * 12_000)


def test_stopped_while_the_numbers_are_kept_nothing_is_taken(window, workspace, tmp_path, monkeypatch):
    drop(window, many(tmp_path))
    shown = wait_for("bring_in", "import_preview")
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _self: True)
    click(shown, "import_yes")
    assert find(shown, "import_problem").text() == "Stopped. Nothing was taken."
    assert evidence(workspace) == [] and not workspace.undoing.view().undo
    monkeypatch.undo()
    click(shown, "import_yes")
    assert [row.posts for row in evidence(workspace)] == [12_000]


def test_the_windows_timers_wait_while_numbers_are_kept_and_come_again(window, workspace, tmp_path):
    heard: list[bool] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: heard.append(True))
    drop(window, many(tmp_path))
    shown = wait_for("bring_in", "import_preview")
    timer.start(0)
    steps: list[int] = []
    real = Progress.tell

    def tell(self: Progress, done: int, whole: int) -> None:
        self.dialog.show()
        before = len(heard)
        real(self, done, whole)
        QApplication.processEvents()
        steps.append(len(heard) - before)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Progress, "tell", tell)
        click(shown, "import_yes")
    assert len(steps) > 3 and not any(steps)
    heard.clear()
    settle()
    assert heard
    timer.stop()
    assert len(evidence(workspace)) == 1
