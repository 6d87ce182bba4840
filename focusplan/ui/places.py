"""The places of the navigation, in contract.md's order; a page is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from focusplan.i18n import _

if TYPE_CHECKING:
    from focusplan.ui.page import Page
    from focusplan.workspace import Workspace

PLACES = {
    "week": ("focusplan.ui.pages.week", "WeekPage"),
    "networks": ("focusplan.ui.pages.networks", "NetworksPage"),
    "review": ("focusplan.ui.pages.review", "ReviewPage"),
    "settings": ("focusplan.ui.pages.settings", "SettingsPage"),
}
"""Module and class of each place that is built."""


def titles() -> list[tuple[str, str]]:
    """Each place with its title."""
    words: dict[str, Callable[[], str]] = {
        "week": lambda: _("This week"),
        "networks": lambda: _("Networks"),
        "review": lambda: _("Results"),
        "settings": lambda: _("Settings"),
    }
    return [(place, words[place]()) for place in PLACES]


def make_page(place: str, workspace: Workspace) -> Page:
    """The page of a place."""
    module, name = PLACES[place]
    return cast("Page", getattr(import_module(module), name)(workspace))
