"""Something came up: a job of the owner's own, for today or another day, done already or not."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from focusplan import i18n
from focusplan.answers import WeekView
from focusplan.domain.errors import WrongUse
from focusplan.i18n import _
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.parts import combo, count, line
from focusplan.workspace import Workspace

LONGEST = 480


class CameUpDialog(Ask):
    """Adds a job to the week shown. On days that are the owner's own only what is done can be noted."""

    def __init__(self, workspace: Workspace, view: WeekView, parent: QWidget) -> None:
        super().__init__(
            parent, "came_up", _("Something came up"),
            _("It is noted beside the plan, so that your time stays honest."), _("Add it"),
        )  # fmt: skip
        self._workspace = workspace
        self.title = line("came_up_title", _("What is it?"), most=200)
        self.add(_("&What is it?"), self.title)
        self.minutes = count("came_up_minutes", _("Minutes"), 1, LONGEST, 15, 5)
        self.add(_("&Minutes"), self.minutes)
        days = [(day.day.isoformat(), i18n.day_medium(day.day)) for day in view.days if not day.past]
        self.day = combo("came_up_day", _("Day"), days, view.today.isoformat())
        self.add(_("&Day"), self.day)
        networks = [("", _("no network")), *view_networks(workspace)]
        self.network = combo("came_up_network", _("For which network"), networks, "")
        self.add(_("&For which network"), self.network)
        self.ready = QCheckBox(_("It is d&one already"))
        self.ready.setObjectName("came_up_done")
        self.ready.setAccessibleName(_("It is done already"))
        self.content.addWidget(self.ready)
        self.deed = self._add

    def _add(self) -> None:
        day = date.fromisoformat(str(self.day.currentData()))
        minutes = self.minutes.value()
        if minutes is None:
            raise WrongUse("minutes_range", least=1, most=LONGEST)
        network = str(self.network.currentData())
        self._workspace.week.came_up(self.title.text(), minutes, day, self.ready.isChecked(), network)


def view_networks(workspace: Workspace) -> list[tuple[str, str]]:
    """The networks in use, with their names."""
    used = ("active", "mastered", "parked", "beside")
    return [(card.id, card.name) for card in workspace.networks.cards() if card.state in used]
