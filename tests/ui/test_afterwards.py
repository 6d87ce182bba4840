"""What is loaded once the week can be read comes in pieces, and goes with the plan that is shown."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QTimer

from focusplan.domain.weekitems import Item
from focusplan.ui import afterwards
from focusplan.ui.places import PLACES
from tests.ui.driving import settle, words

WORKSPACE = SimpleNamespace(keep_plans=lambda at_once: None)
WINDOW = SimpleNamespace(prepare=lambda place: None)
PIECES = ("antigravity_one", "antigravity_two", "antigravity_three")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happened, in order; the pieces are only said to be loaded."""
    heard: list[str] = []

    def load(name: str) -> None:
        heard.append(name)
        QTimer.singleShot(0, lambda: heard.append("click"))
        if name == PIECES[1]:
            raise ImportError(name)

    monkeypatch.setattr(afterwards, "PIECES", PIECES)
    monkeypatch.setattr(afterwards, "import_module", load)
    monkeypatch.setattr(afterwards, "look_through", lambda window, workspace: heard.append("looked"))
    return heard


def test_the_window_answers_between_the_pieces(told: list[str], qapp) -> None:
    changes = QObject()
    afterwards.Afterwards(WINDOW, SimpleNamespace(changes=changes, workspace=WORKSPACE))
    assert told == []
    settle()
    assert [one for one in told if one != "click"] == [*PIECES, "looked"]
    assert all("click" in told[told.index(one) : told.index(two)] for one, two in zip(PIECES, PIECES[1:], strict=False))


def test_what_is_there_already_is_not_waited_for(told: list[str], qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PIECES:
        monkeypatch.setitem(sys.modules, name, sys)
    afterwards.Afterwards(WINDOW, SimpleNamespace(changes=QObject(qapp), workspace=WORKSPACE))
    assert told == ["looked"]


def test_nothing_is_looked_through_once_the_plan_is_let_go(told: list[str], qapp) -> None:
    changes = QObject()
    afterwards.Afterwards(WINDOW, SimpleNamespace(changes=changes, workspace=WORKSPACE))
    changes.deleteLater()
    settle()
    assert "looked" not in told


def test_every_piece_can_be_loaded() -> None:
    for name in afterwards.PIECES:
        __import__(name)


def test_the_first_week_is_stored_once_all_is_loaded_or_something_is_done_in_it(workspace) -> None:
    workspace.keep_plans(at_once=False)
    shown = workspace.week.view()
    assert shown.items and not stored(workspace)
    number = next(job.number for job in shown.items if job.can_tick)
    workspace.week.tick(None, number)
    assert stored(workspace) == len(shown.items)
    later = shown.week + 1
    workspace.week.view(later)
    before = stored(workspace)
    workspace.keep_plans(at_once=True)
    assert stored(workspace) == before
    workspace.week.view(later)
    assert stored(workspace) > before


def stored(workspace) -> int:
    """How many jobs the plan keeps."""
    with workspace._context.read() as work:
        return len(work.all(Item))


def test_the_other_pages_are_made_before_anybody_goes_there(told: list[str], qapp) -> None:
    def prepare(place: str) -> None:
        told.append(place)
        QTimer.singleShot(0, lambda: told.append("click"))

    window = SimpleNamespace(prepare=prepare)
    afterwards.Afterwards(window, SimpleNamespace(changes=QObject(qapp), workspace=WORKSPACE))
    for _round in range(4 * len(PLACES)):
        settle()
    made = told[told.index("looked") + 1 :]
    assert [one for one in made if one != "click"] == list(PLACES)
    assert all("click" in made[made.index(one) : made.index(two)] for one, two in pairwise(PLACES))


def test_a_page_made_ahead_shows_what_was_done_since(window, workspace) -> None:
    window.prepare("networks")
    page = window._pages["networks"]
    assert not page.isVisible() and not page.stale
    done = next(job for job in workspace.week.view().items if job.is_next)
    workspace.week.tick(None, done.number)
    settle()
    window.go("networks")
    settle()
    assert window.stack.currentWidget() is page
    assert "1 of 7 jobs done" in words(page)
