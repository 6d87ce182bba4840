"""A job of the road that can't be done here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.networkanswers import StepView
from focusplan.ui.dialogs.ask import Ask, sentences
from focusplan.ui.parts import label
from focusplan.workspace import Workspace


class InsteadDialog(Ask):
    """One sentence closes the job; it is kept in the record of decisions."""

    def __init__(self, workspace: Workspace, step: StepView, parent: QWidget) -> None:
        super().__init__(
            parent,
            "instead",
            _("This can't be done here"),
            _("One sentence closes the job; at most two on a road. It stands in the record of decisions."),
            _("Close this job"),
        )
        self.content.addWidget(label(step.title, "strong", "instead_job"))
        self.why = sentences("instead_why", _("Why it can't be done"), step.instead)
        self.add(_("&Why not?"), self.why)
        self.deed = lambda: workspace.networks.step_done(
            step.id, instead=self.why.toPlainText().strip() or " "
        )
