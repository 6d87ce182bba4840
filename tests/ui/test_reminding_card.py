"""Settings: how FocusPlan makes itself heard. Each box is kept at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from focusplan import settings
from focusplan.ui.reminders import login
from focusplan.ui.settings import reminding
from focusplan.ui.settings.reminding import RemindingCard


@pytest.fixture
def card(qapp, qtbot):
    made = RemindingCard()
    qtbot.addWidget(made)
    return made


def test_notices_are_on_and_the_rest_is_off(card):
    assert card.notices.isChecked() and not card.tray.isChecked() and not card.login.isChecked()


def test_each_box_is_kept_at_once(card):
    card.notices.setChecked(False)
    card.tray.setChecked(True)
    card.login.setChecked(True)
    assert settings.load() == settings.Settings(notices=False, tray=True) and login.starts_at_login()
    card.login.setChecked(False)
    assert not login.starts_at_login()


@pytest.mark.parametrize("there", [True, False])
def test_the_place_beside_the_clock_is_offered_only_where_there_is_one(qtbot, monkeypatch, there):
    monkeypatch.setattr(reminding, "available", lambda: there)
    card = RemindingCard()
    qtbot.addWidget(card)
    assert card.tray.isHidden() is not there


def test_what_cannot_be_kept_is_said_and_shown_as_it_is(card, monkeypatch):
    said = []
    card.refused.connect(said.append)
    monkeypatch.setattr(reminding, "start_at_login", lambda on: (_ for _ in ()).throw(OSError()))
    card.login.setChecked(True)
    assert len(said) == 1 and not card.login.isChecked()
    monkeypatch.setattr(settings, "save", lambda *_all: (_ for _ in ()).throw(OSError()))
    card.notices.setChecked(False)
    assert len(said) == 2


def test_the_first_sentences_come_again(card):
    settings.save(settings.Settings(seen="week"))
    card.findChild(QPushButton, "settings_hints").click()
    assert settings.load().seen == ""
