"""Keeping a network as it is, and putting one on the later list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.domain.adoption import PARKED_MINUTES
from focusplan.i18n import _
from focusplan.networkanswers import NetworkCard
from focusplan.ui.dialogs.ask import Ask, sentences
from focusplan.ui.parts import count
from focusplan.workspace import Workspace

MOST_MINUTES = 2400


class ParkDialog(Ask):
    """How many minutes a week a network that is kept as it is may take."""

    def __init__(self, workspace: Workspace, card: NetworkCard, parent: QWidget) -> None:
        super().__init__(
            parent,
            "park",
            _("Keep {name} as it is").format(name=card.name),
            _("You answer and post there as before, up to these minutes. It opens nothing."),
            _("Keep it as it is"),
        )
        kept = card.parked_minutes if card.state == "parked" else PARKED_MINUTES
        self.minutes = count("park_minutes", _("Minutes a week"), 0, MOST_MINUTES, kept, 5)
        self.add(_("&Minutes a week"), self.minutes)
        self.deed = lambda: workspace.networks.park(card.id, self.minutes.value() or 0)


class LaterDialog(Ask):
    """A note for a network that waits on the later list."""

    def __init__(self, workspace: Workspace, card: NetworkCard, parent: QWidget) -> None:
        super().__init__(
            parent,
            "later",
            _("{name}, later").format(name=card.name),
            _("It waits on your later list with this note, as long as you like."),
            _("Keep on the later list"),
        )
        self.note = sentences("later_note", _("Note"), card.note, _("What is it for? Who will see it?"))
        self.add(_("&Note, if you like"), self.note)
        self.deed = lambda: workspace.networks.later(card.id, self.note.toPlainText().strip())
        if card.state == "later":
            self.beside("later_remove", _("Take off the list"), lambda: self._remove(workspace, card.id))

    def _remove(self, workspace: Workspace, network: str) -> None:
        if self.attempt(lambda: workspace.networks.later(network, remove=True)):
            self.done(self.DialogCode.Accepted)
