"""What people typed is shown as typed on the pages: markup in it stays letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from focusplan.ui.places import PLACES
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.labels import ElidedLabel, PlainLabel
from tests.ui.driving import find, settle
from tests.ui.reach import markup

TYPED = "<b>Bread</b> & <i>tea</i>"


@pytest.mark.parametrize("make", [PlainLabel, ElidedLabel, Chip])
def test_every_label_of_ours_takes_letters_for_letters(qtbot, make):
    label = make(TYPED)
    qtbot.addWidget(label)
    label.resize(600, 40)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == TYPED


def test_ideas_jobs_and_notes_are_shown_as_typed(workspace, show):
    idea = workspace.week.add_idea(TYPED)
    workspace.week.came_up(TYPED, 10)
    workspace.networks.later("instagram", TYPED)
    window = show(workspace)
    assert find(window, f"idea_{idea.id}").whole == TYPED
    for place in PLACES:
        window.go(place)
        settle()
        assert markup(window) == [], place
