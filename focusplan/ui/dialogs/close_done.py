"""The last screen: the week is closed, how the work lay beside the hours, and an easier goal."""

from __future__ import annotations

from collections.abc import Callable

from focusplan.closinganswers import ClosedView, Easier
from focusplan.i18n import _
from focusplan.ui.dialogs.close_screens import Screen
from focusplan.ui.parts import button, column, label
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.flow import FlowLayout

Deed = Callable[[Easier], object]


class ClosedScreen(Screen):
    """`look` opens the goal; `keep` puts the offer away for good."""

    def __init__(self, view: ClosedView, look: Deed, keep: Deed) -> None:
        super().__init__("done", view.text, view.balance)
        self._look, self._keep = look, keep
        if view.still:
            self.column.addWidget(label(view.still, "small", "close_done_still"))
        self.offers = {one.id: self._offer(number, one) for number, one in enumerate(view.easier)}
        for card in self.offers.values():
            self.column.addWidget(card)
        self.column.addStretch(1)

    def answered(self, offer: Easier) -> None:
        """The offer goes."""
        self.offers[offer.id].hide()

    def _offer(self, number: int, offer: Easier) -> Card:
        card = Card(f"close_easier_{number}")
        card.setAccessibleName(offer.text)
        said = column(label(offer.text, "body"), label(offer.rule, "small"), gap=4)
        card.add(said)
        flow = FlowLayout(gap=8)
        name = f"close_easier_{number}"
        flow.addWidget(button(f"{name}_look", _("&Look at the goal…"), lambda: self._look(offer)))
        keep = button(f"{name}_keep", _("Stay &with it"), lambda: self._keep(offer), "quiet")
        flow.addWidget(keep)
        card.add(flow)
        return card
