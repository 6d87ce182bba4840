"""Lists below the road: kept as they are, later, running well, and the page's other networks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout

from focusplan.domain.playbook import YARDSTICK
from focusplan.i18n import _, minutes, quote
from focusplan.networkanswers import NetworkCard
from focusplan.ui.parts import button, label, row
from focusplan.ui.widgets.card import Card

Open = Callable[[NetworkCard], object]


def kept_card(cards: Iterable[NetworkCard], change: Open, look: Open) -> Card:
    """Networks that are kept as they are, with their minutes."""
    card = Card("kept", _("Kept as it is"))
    cards = tuple(cards)
    for one in cards:
        text = _("{minutes} a week, as before").format(minutes=minutes(one.parked_minutes))
        card.add(_line("kept", one, text, _("Minutes…"), change, look))
    if not cards:
        card.add(label(_("Networks you have and don't learn now stand here."), "soft"))
    return card


def later_card(cards: Iterable[NetworkCard], change: Open, look: Open, add: Callable[[], object]) -> Card:
    """The later list with its notes."""
    card = Card("later", _("Later"))
    for one in cards:
        card.add(_line("later", one, quote(one.note) if one.note else "", _("Note…"), change, look))
    card.add(row(button("later_add", _("Add a network…"), add, "link"), 1))
    return card


def beside_card(one: NetworkCard, close: Open, about: Open) -> Card:
    """The newsletter, which runs beside and is what the networks are compared with."""
    card = Card("beside", one.name)
    card.add(label(one.line, "soft", "beside_line"))
    spoken = _("About {name}…").format(name=one.name)
    card.add(
        row(
            button("beside_about", _("About it…"), lambda: about(one), "link", spoken),
            button(
                "beside_close",
                _("Close…"),
                lambda: close(one),
                "link",
                _("Close {name}").format(name=one.name),
            ),
            1,
        )
    )
    return card


def _line(name: str, one: NetworkCard, text: str, word: str, change: Open, look: Open) -> QHBoxLayout:
    """A network's name, what is to be said of it, and its two buttons."""
    said = " · ".join(filter(None, (one.name, text)))
    more = button(f"{name}_{one.id}_more", word, lambda: change(one), "link", f"{word} {one.name}")
    seen = button(
        f"{name}_{one.id}_look",
        _("Look"),
        lambda: look(one),
        "link",
        _("Look at {name}").format(name=one.name),
    )
    line = row(label(said, "body", f"{name}_{one.id}"), more, seen)
    line.setStretch(0, 1)
    return line


def yardstick(cards: Iterable[NetworkCard]) -> NetworkCard | None:
    """The newsletter's card, where it runs beside."""
    return next((card for card in cards if card.id == YARDSTICK and card.state == "beside"), None)
