"""Nothing is cut and nothing goes sideways in the smallest window, in every language, small letters and large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from shiboken6 import isValid

from focusplan.ui import style
from focusplan.ui.gallery import dialogs
from focusplan.ui.places import PLACES
from focusplan.ui.speech import speak
from tests.ui.driving import find, settle
from tests.ui.fits import misfits

SMALLEST = (1024, 700)
LANGUAGES = ("en", "es", "fr", "sv")


@pytest.fixture
def small(year, show, qapp):
    """The smallest window over a year's plan, in a language and a text size."""

    def make(language: str, percent: int):
        workspace = year(language=language)
        style.apply(qapp, "light", percent)
        window = show(workspace)
        window.resize(*SMALLEST)
        settle()
        return workspace, window

    yield make
    style.apply(qapp, "light", 100)
    speak(qapp, "en", "GB")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_pages_fit_the_smallest_window(small, language, percent):
    _workspace, window = small(language, percent)
    found = {}
    for place in PLACES:
        window.go(place)
        settle()
        found[place] = misfits(window)
    assert not any(found.values()), found


@pytest.mark.parametrize(("language", "percent"), [("fr", 100), *((one, 200) for one in LANGUAGES)])
def test_dialogs_fit_the_smallest_window(small, language, percent, tmp_path):
    workspace, window = small(language, percent)
    found = {}
    for name, make in dialogs(workspace, window, tmp_path).items():
        dialog = make()
        dialog.open()
        settle()
        found[name] = misfits(dialog)
        if dialog.width() > SMALLEST[0] or dialog.height() > SMALLEST[1]:
            found[name].append(f"{dialog.width()} x {dialog.height()} is larger than the window")
        dialog.close()
        settle()
    assert not any(found.values()), {name: faults for name, faults in found.items() if faults}


def test_a_page_that_is_shown_follows_the_text_size(small, qapp):
    _workspace, window = small("en", 100)
    window.go("settings")
    settle()
    style.apply(qapp, "light", 200)
    settle()
    settle()
    assert not misfits(window)


def test_what_is_said_above_scrolls_with_the_page_that_is_shown(small):
    """The reminder alone stays in sight."""
    _workspace, window = small("en", 200)
    for place in (*PLACES, "week"):
        window.go(place)
        settle()
        page = window.stack.currentWidget()
        assert page.sheet.widget().isAncestorOf(find(window, "practice"))
        page.sheet.verticalScrollBar().setValue(0)
        top = find(window, "practice").mapTo(window, QPoint(0, 0)).y()
        page.sheet.verticalScrollBar().setValue(100)
        assert find(window, "practice").mapTo(window, QPoint(0, 0)).y() == top - 100


def test_what_is_said_above_outlives_the_plan_it_was_said_of(small):
    _workspace, window = small("en", 100)
    window.go("networks")
    window._forget()
    settle()
    assert isValid(window.living.above.words)
