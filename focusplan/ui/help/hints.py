"""One sentence for each page, shown the first time somebody is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from focusplan import settings
from focusplan.i18n import _

_SENTENCES: dict[str, Callable[[], str]] = {
    "week": lambda: _("Do the first job, tick it, and stop when your time is over: that is the whole plan."),
    "networks": lambda: _("One network is learnt at a time; the road shows where you are and what is next."),
    "review": lambda: _("Hours beside results: here you see what your time on networks is worth."),
    "criticism": lambda: _("Note a difficult comment here first, then answer it calmly, in your hours."),
    "voice": lambda: _("This page fills as you go: what you say, how you say it, what stays private."),
    "settings": lambda: _("Your business, your hours and your copies; every change counts from now on."),
}


def sentence(place: str) -> str:
    """The sentence of a page; empty where it was put away, or where there is none."""
    if place not in _SENTENCES or place in settings.load().seen.split():
        return ""
    return _SENTENCES[place]()


def put_away(place: str) -> None:
    """Never show the sentence of this page again on this computer."""
    chosen = settings.load()
    with suppress(OSError):
        settings.save(replace(chosen, seen=" ".join(sorted({*chosen.seen.split(), place}))))


def show_all_again() -> None:
    """Show every page's sentence once more."""
    with suppress(OSError):
        settings.save(replace(settings.load(), seen=""))
