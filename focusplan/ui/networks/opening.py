"""The gate is open: staying as one is and choosing the next one have the same weight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy

from focusplan.i18n import _, join, minutes
from focusplan.networkanswers import NetworkCard, NetworksView
from focusplan.ui.parts import button, label, row
from focusplan.ui.widgets.card import Card

STAYED = "networks.stayed"
"""Key of the note that says with how many networks the owner wanted to stay."""


def opening_card(
    view: NetworksView,
    stayed: bool,
    stay: Callable[[], object],
    choose: Callable[[], object],
    look: Callable[[NetworkCard], object],
) -> Card:
    """What runs well, what it takes each week, and the two ways on as equals."""
    card = Card("opening", _title(view, stayed))
    load = sum(one.upkeep_minutes for one in view.mastered)
    if view.mastered:
        text = _("Looking after it takes {minutes} a week. More networks are not better by themselves.")
        card.add(label(text.format(minutes=minutes(load)), "soft", "opening_load"))
    else:
        card.add(label(_("No network is being learnt. One at a time is enough."), "soft", "opening_load"))
    for closed in view.others:
        if closed.state == "retired":
            card.add(label(f"{closed.name}: {closed.line}", "soft", f"opening_learnt_{closed.id}"))
    if view.next is not None:
        text = _("Suggested: {name}. {reason}").format(name=view.next.name, reason=view.next.reason)
        card.add(label(text, "body", "opening_next"))
    if stayed:
        card.add(row(button("opening_choose", _("&Choose the next one"), choose), 1))
        return card
    both = (
        button("opening_stay", _("&Stay as I am"), stay),
        button("opening_choose", _("&Choose the next one"), choose),
    )
    pair = row(*both)
    for number, made in enumerate(both):
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pair.setStretch(number, 1)
    card.add(pair)
    return card


def _title(view: NetworksView, stayed: bool) -> str:
    if not view.mastered:
        return _("A network can be started")
    names = join([one.name for one in view.mastered])
    if stayed:
        return _("You stay with {names}").format(names=names)
    return _("{names}: running well").format(names=names)
