"""What every page and dialog owes, in every language: names, a way there by Tab, keys of their own, plain text."""

from __future__ import annotations

import pytest

from focusplan.ui import style
from focusplan.ui.gallery import dialogs
from focusplan.ui.places import PLACES
from focusplan.ui.speech import speak
from tests.ui.driving import settle
from tests.ui.reach import boxes, clashes, lies, markup, unnamed, unreached

LANGUAGES = ("en", "es", "fr", "sv")


def faults(root) -> dict[str, list[str]]:
    found = {
        "unnamed": unnamed(root),
        "unreached": unreached(root),
        "clashes": clashes(root),
        "markup": markup(root),
        "lies": lies(root),
        "boxes": boxes(root),
    }
    return {what: which for what, which in found.items() if which}


def named(found: dict) -> str:
    """The places where something is owed, and what."""
    return "\n".join(f"{place}: {what}" for place, what in found.items() if what)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_used_by_keyboard_and_by_ear(year, show, language):
    window = show(year(language=language))
    found = {}
    for place in PLACES:
        window.go(place)
        settle()
        found[place] = faults(window)
    assert not named(found), named(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_can_be_used_by_keyboard_and_by_ear(year, show, language, tmp_path, qapp):
    workspace = year(language=language)
    window = show(workspace)
    found = {}
    for name, make in dialogs(workspace, window, tmp_path).items():
        dialog = make()
        dialog.open()
        settle()
        found[name] = faults(dialog)
        dialog.close()
        settle()
    speak(qapp, "en", "GB")
    assert not named(found), named(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_page_is_wider_than_the_smallest_window(year, show, language, percent, qapp):
    window = show(year(language=language))
    style.apply(qapp, "light", percent)
    window.resize(1024, 700)
    for place in PLACES:
        window.go(place)
        settle()
        assert window.width() == 1024, place
        area = window.stack.currentWidget().sheet
        fits = area.widget().minimumSizeHint().width() <= area.viewport().width()
        assert fits, f"{place} in {language} at {percent} %"
