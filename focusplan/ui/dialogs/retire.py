"""Closing a network: the reason, and what was learnt."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.ui.dialogs.ask import Ask, sentences
from focusplan.ui.labels import plain
from focusplan.workspace import Workspace


class RetireDialog(Ask):
    """Both answers are kept and shown again when the next network is planned."""

    def __init__(self, workspace: Workspace, network: str, name: str, state: str, parent: QWidget) -> None:
        super().__init__(
            parent,
            "retire",
            _("Close {name}").format(name=name),
            self._consequence(state),
            plain(_("Close {name}").format(name=name)),
        )
        self.reason = sentences("retire_reason", _("Why you close it"), hint=_("One sentence is enough."))
        self.learnt = sentences("retire_learnt", _("What you learnt"), hint=_("One sentence is enough."))
        self.add(_("&Why do you close it?"), self.reason)
        self.add(_("What did you &learn?"), self.learnt)
        self.deed = lambda: workspace.networks.retire(
            network, self.reason.toPlainText(), self.learnt.toPlainText()
        )

    @staticmethod
    def _consequence(state: str) -> str:
        if state == "active":
            return _(
                "Its jobs stop. Three short ones close it tidily, and seven days later another can open."
            )
        if state == "mastered":
            return _("Looking after it stops. What it reached stays in the record.")
        return _("It is no longer kept as it is. Nothing waits.")
