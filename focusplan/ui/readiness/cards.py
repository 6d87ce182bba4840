"""Readiness on the pages: the plan's way with the way to change it, and the quarterly question."""

from __future__ import annotations

from collections.abc import Callable

from focusplan.i18n import _
from focusplan.readinessanswers import ReadinessCard
from focusplan.ui.parts import button, column, label, row
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import looks

Verb = Callable[[], object]


def still_card(look: Verb, not_now: Verb) -> Card:
    """A quarter has passed: one screen to look at, or not now."""
    card = Card("still_card")
    card.setAccessibleName(_("Still true?"))
    text = _("A quarter has passed since you answered why you do this. It takes five minutes to look again.")
    card.add(column(label(_("Still true?"), "heading", "still_card_title"), label(text, "small"), gap=2))
    flow = FlowLayout(gap=8)
    flow.addWidget(button("still_card_look", _("Look again…"), look))
    spoken = _("Not now: ask in four weeks")
    flow.addWidget(button("still_card_not_now", _("Not now"), not_now, "quiet", spoken))
    card.add(flow)
    return card


def way_card(shown: ReadinessCard, look: Verb, start: Verb) -> Card:
    """The way a plan goes that doesn't simply start, in two sentences."""
    card = Card("way_card", shown.title)
    card.add(label(shown.text, "small", "way_text"))
    if shown.can_start:
        card.add(row(button("way_start", _("Start now"), start), 1))
    spoken = _("See the reasons and the other ways")
    way = button("way_look", _("Reasons and other ways"), look, "link", spoken)
    looks(way, size="small")
    card.add(row(way, 1))
    return card


def settings_card(shown: ReadinessCard, look: Verb, still: Verb) -> Card:
    """The way to the questions, the advice and the quarterly look, from Settings."""
    card = Card("readiness_card", _("Before your first post"), shown.title)
    if shown.text:
        card.add(label(shown.text, "soft", "readiness_card_text"))
    else:
        card.explain(_("Seven short questions on whether and how to begin, with advice at the end."))
    flow = FlowLayout(gap=8)
    flow.addWidget(button("readiness_open", _("Your answers and your way…"), look))
    flow.addWidget(button("readiness_still", _("Still true?"), still, "quiet"))
    card.add(flow)
    return card
