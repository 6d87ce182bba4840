"""Taking a part of the road again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.networkanswers import StageView
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.parts import combo
from focusplan.workspace import Workspace


class AgainDialog(Ask):
    """Offers the parts that have opened."""

    def __init__(
        self, workspace: Workspace, network: str, stages: Iterable[StageView], parent: QWidget
    ) -> None:
        super().__init__(
            parent,
            "again",
            _("Take a part again"),
            _("What is done stays done. The part becomes the one you are at."),
            _("Take it again"),
        )
        opened = [stage for stage in stages if stage.state != "closed"]
        names = [(stage.id, f"{stage.number}  {stage.title}") for stage in opened]
        self.stage = combo("again_stage", _("Part of the road"), names, opened[0].id if opened else "")
        self.add(_("Which &part?"), self.stage)
        self.deed = lambda: workspace.networks.again(network, str(self.stage.currentData()))
