"""What is loaded once the week can be read comes in pieces, and goes with the plan that is shown."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QTimer

from focusplan.domain.weekitems import Item
from focusplan.ui import afterwards
from tests.ui.driving import settle

WORKSPACE = SimpleNamespace(keep_plans=lambda at_once: None)
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
    afterwards.Afterwards(None, SimpleNamespace(changes=changes, workspace=WORKSPACE))
    assert told == []
    settle()
    assert [one for one in told if one != "click"] == [*PIECES, "looked"]
    assert all("click" in told[told.index(one) : told.index(two)] for one, two in zip(PIECES, PIECES[1:], strict=False))


def test_what_is_there_already_is_not_waited_for(told: list[str], qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PIECES:
        monkeypatch.setitem(sys.modules, name, sys)
    afterwards.Afterwards(None, SimpleNamespace(changes=QObject(qapp), workspace=WORKSPACE))
    assert told == ["looked"]


def test_nothing_is_looked_through_once_the_plan_is_let_go(told: list[str], qapp) -> None:
    changes = QObject()
    afterwards.Afterwards(None, SimpleNamespace(changes=changes, workspace=WORKSPACE))
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
