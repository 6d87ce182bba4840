"""What lives beside the pages: the example, first sentences, reminders, keys, the tray, the second start."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from focusplan import demo, i18n, settings
from focusplan.domain.plan import Moment
from focusplan.secondstart import handed_over
from focusplan.ui import living as living_room
from focusplan.ui.help import guide, hints, keys
from focusplan.ui.main_window import MainWindow
from focusplan.ui.opening import example_beside
from focusplan.ui.progress import Progress, Stopped
from focusplan.ui.reminders import watch as watch_room
from focusplan.ui.reminders.tray import Tray
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.ui.driving import click, dialog, find, has, settle, words

BEGUN = date(2024, 11, 25)
"""A Monday that lies behind whoever runs this."""


@pytest.fixture(autouse=True)
def raised(monkeypatch):
    """The offscreen platform knows no order of windows, and no place beside a clock."""
    done = []
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: done.append("raised"))
    monkeypatch.setattr(Tray, "show", lambda _tray: done.append("tray"))
    return done


@pytest.fixture
def notices(monkeypatch):
    """What the system would have said, each with what a click on it does."""
    said = []
    monkeypatch.setattr(living_room, "teller", lambda _parent, _tray: lambda *what: said.append(what))
    return said


@pytest.fixture
def real(tmp_path, monkeypatch):
    """A real plan whose clock stands at ten on its first Monday."""
    made = Workspace(tmp_path / "own")
    moment = Moment(datetime(2024, 11, 25, 10, tzinfo=UTC), BEGUN, 0)
    monkeypatch.setattr(made, "moment", lambda: moment)
    made._context.moment = made.moment
    made.start.new(make_profile())
    return made


# ---- first sentences ---------------------------------------------------------------------------


def test_each_page_says_one_sentence_until_it_is_put_away(window):
    first = find(window, "hint_text", QLabel).text()
    assert first == hints.sentence("week")
    click(window, "place_networks")
    assert find(window, "hint_text", QLabel).text() == hints.sentence("networks") != first
    click(window, "hint_seen")
    assert not has(window, "hint_text")
    click(window, "place_week")
    assert find(window, "hint_text", QLabel).text() == first
    click(window, "place_networks")
    assert not has(window, "hint_text") and settings.load().seen == "networks"
    hints.show_all_again()
    click(window, "place_week")
    click(window, "place_networks")
    assert has(window, "hint_text")


# ---- the example -------------------------------------------------------------------------------


def test_a_practice_plan_says_so_on_every_page_and_has_nothing_to_leave(window):
    for place in ("week", "networks", "settings"):
        click(window, f"place_{place}")
        assert "practice plan" in find(window, "practice_text", QLabel).text()
    assert not has(window, "practice_leave")


@pytest.fixture
def short_example(monkeypatch):
    make = demo.make
    monkeypatch.setattr(demo, "make", lambda home, today, **how: make(home, today, **{**how, "weeks": 1}))


def test_the_example_is_one_click_away_and_one_click_back(real, show, said, notices, short_example):
    window = show(real)
    assert not has(window, "practice_text")
    click(window, "help")
    click(dialog("guide"), "guide_example")
    settle()
    assert "example business" in find(window, "practice_text", QLabel).text()
    assert (real.home / "practice" / "plan.db").exists()
    for place in ("networks", "settings"):
        click(window, f"place_{place}")
        assert has(window, "practice_leave")
    click(window, "practice_leave")
    settle()
    assert not has(window, "practice_text") and not said
    assert window._opened.workspace.home == real.home


def test_an_example_that_is_stopped_leaves_nothing_and_the_plan_stays(real, show, notices, monkeypatch):
    window = show(real)

    def stop(progress, done, whole):
        raise Stopped

    monkeypatch.setattr(Progress, "tell", stop)
    assert example_beside(window, real.home) is None
    assert not (real.home / "practice").exists()
    window.living.show_example()
    assert window._opened.workspace is real


def test_long_work_can_be_stopped(qapp):
    with Progress(None, "Making…") as progress:
        progress.tell(1, 10)
        progress.dialog.cancel()
        with pytest.raises(Stopped):
            progress.tell(2, 10)


# ---- reminders ---------------------------------------------------------------------------------


def test_a_reminder_shows_in_the_window_and_goes_when_the_jobs_are_done(real, show, notices):
    window = show(real)
    text = find(window, "reminder_text", QLabel).text()
    assert "12:00" in text
    jobs = [job for job in real.week.view().items if job.day == BEGUN]
    for job in jobs:
        real.week.tick(None, job.number)
    settle()
    assert jobs and not has(window, "reminder_text")


def test_a_reminder_can_be_put_aside_and_leads_to_the_first_job(real, show, notices):
    window = show(real)
    click(window, "place_networks")
    click(window, "reminder_show")
    assert window.stack.currentWidget().objectName() == "page_week"
    assert window.focusWidget().objectName().startswith("tick_")
    click(window, "reminder_aside")
    assert not has(window, "reminder_text")
    window.living.watch.look()
    assert not has(window, "reminder_text")


def test_the_system_says_it_once_and_a_click_opens_the_page(real, show, notices, monkeypatch):
    monkeypatch.setattr(living_room.Living, "_in_front", lambda _self: False)
    window = show(real)
    window.living.watch.look()
    assert len(notices) == 1 and "12:00" in notices[0][0]
    window.go("settings")
    notices[0][2]()
    assert window.stack.currentWidget().objectName() == "page_week"
    assert settings.load().told.endswith("540")


@pytest.mark.parametrize("why", ["in front", "not wanted", "told before"])
def test_the_system_is_silent_when_it_should_be(real, show, notices, monkeypatch, why):
    monkeypatch.setattr(living_room.Living, "_in_front", lambda _self: why == "in front")
    settings.save(settings.Settings(notices=why != "not wanted", told=f"{BEGUN} 540" if why == "told before" else ""))
    window = show(real)
    assert has(window, "reminder_text") and not notices


def test_a_practice_plan_reminds_in_its_window_only(workspace, show, notices, monkeypatch):
    monkeypatch.setattr(living_room.Living, "_in_front", lambda _self: False)
    moment = Moment(datetime(2026, 11, 23, 10, tzinfo=UTC), MONDAY, 0)
    workspace._context.moment = lambda: moment
    window = show(workspace)
    assert has(window, "reminder_text") and not notices


def test_the_watch_looks_again_by_itself():
    assert 0 < watch_room.EVERY <= 60_000


# ---- keys --------------------------------------------------------------------------------------


def press(window, key, qtbot, modifier=Qt.KeyboardModifier.NoModifier):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, modifier)
    settle()


def test_f1_shows_every_key_and_leads_to_the_guide(window, qtbot):
    press(window, Qt.Key.Key_F1, qtbot)
    shown = words(dialog("keys"))
    for group in keys.groups():
        assert group.title in shown
        for _key, what in group.keys:
            assert what in shown
    click(dialog("keys"), "keys_guide")
    assert dialog("guide").isVisible()
    dialog("guide").close()


def test_keys_go_to_the_next_job_and_print(window, qtbot):
    click(window, "place_settings")
    press(window, Qt.Key.Key_J, qtbot, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget().objectName() == "page_week"
    assert window.focusWidget().objectName().startswith("tick_")
    press(window, Qt.Key.Key_P, qtbot, Qt.KeyboardModifier.ControlModifier)
    shown = dialog("print_week")
    shown.close()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_key_is_given_twice(language):
    i18n.use(language, "SE")
    given = [key for group in keys.groups() for key, _what in group.keys]
    assert len(given) == len(set(given))


# ---- the guide ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_guide_is_there_in_every_language_and_short(language):
    assert guide.file(language).is_file()
    chapters, english = guide.read(language), guide.read("en")
    assert [len(one.paragraphs) for one in chapters] == [len(one.paragraphs) for one in english]
    text = " ".join(part for one in chapters for part in (one.title, *one.paragraphs))
    assert len(text.split()) < 520 and "#" not in text and "  " not in text


def test_a_guide_is_read_as_chapters_paragraphs_and_points():
    found = guide.chapters("# One\n\nA line\nthat goes on.\n\n- first\n- second\nand more\n\n# Two\nText")
    assert [one.title for one in found] == ["One", "Two"]
    assert found[0].paragraphs == ("A line that goes on.", "•\u00a0first", "•\u00a0second and more")
    assert found[1].paragraphs == ("Text",)


# ---- coming and going --------------------------------------------------------------------------


def test_closing_puts_the_window_away_only_where_it_can_come_back(real, show, notices, monkeypatch, raised):
    settings.save(settings.Settings(tray=True))
    window = show(real)
    monkeypatch.setattr(living_room, "available", lambda: True)
    window.close()
    settle()
    assert not window.isVisible() and window._opened is not None and raised == ["tray"]
    window.living.come()
    assert window.isVisible()
    window.end()
    assert window._opened is None


def test_without_a_tray_closing_closes(real, show, notices, monkeypatch):
    settings.save(settings.Settings(tray=True))
    window = show(real)
    monkeypatch.setattr(living_room, "available", lambda: False)
    window.close()
    assert window._opened is None


def test_a_second_start_brings_the_first_window_forward(real, show, notices, monkeypatch, raised):
    real.hold("window")
    window = show(real)
    window.showMinimized()
    monkeypatch.setattr("focusplan.store.lock.time.sleep", lambda _seconds: window._look())
    assert handed_over(real.home)
    assert not window.isMinimized() and window.isVisible() and raised == ["raised"]


def test_a_window_that_does_not_answer_is_not_waited_for_long(real, show, notices):
    real.hold("window")
    window = show(real)
    assert not handed_over(real.home, wait=0)
    assert not real.asked_to_raise(), "the wish is taken back"
    window.close()


@pytest.mark.parametrize("kind", ["", "command"])
def test_where_no_window_is_open_the_start_goes_on(tmp_path, kind):
    workspace = Workspace(tmp_path / "plan", today=date(2026, 11, 23))
    if kind:
        workspace.start.new(make_profile(), practice=True)
        workspace.hold(kind)
    assert not handed_over(tmp_path / "plan", wait=0)
    workspace.close()
    assert not handed_over(tmp_path / "plan", wait=0)
    assert not (tmp_path / "nowhere").exists() and not handed_over(tmp_path / "nowhere", wait=0)
