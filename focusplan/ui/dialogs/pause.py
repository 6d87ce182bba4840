"""Pausing weeks, and taking paused ones up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from focusplan.domain.weeks import Week
from focusplan.i18n import _, told
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.labels import week_of
from focusplan.ui.parts import button, combo, label, line, row
from focusplan.workspace import Workspace

BACK = 3
"""Weeks back that may still be paused, since illness is not announced; the rules say which."""
AHEAD = 52


class PauseDialog(Ask):
    """From one week to another; weeks that are paused already stand below with their way back."""

    def __init__(self, workspace: Workspace, present: Week, paused: Iterable[Week], parent: QWidget) -> None:
        super().__init__(
            parent,
            "pause",
            _("Pause some weeks"),
            _("Nothing is planned in a paused week, and it counts neither for nor against you."),
            _("Pause"),
        )
        self._workspace = workspace
        self._present = present
        weeks = [(str(present + off), week_of(present + off, present)) for off in range(-BACK, AHEAD + 1)]
        self.first = combo("pause_first", _("First week"), weeks, str(present + 1))
        self.last = combo("pause_last", _("Last week"), weeks, str(present + 1))
        self.first.currentIndexChanged.connect(self._follow)
        self.add(_("&From"), self.first)
        self.add(_("&To, this week included"), self.last)
        self.reason = line("pause_reason", _("Why, if you like"), hint=_("a holiday, an illness…"), most=1000)
        self.add(_("&Why, if you like"), self.reason)
        self.deed = self._pause
        self._list(sorted(week for week in paused if week >= present))

    def _follow(self) -> None:
        """The last week is never before the first."""
        if self.last.currentIndex() < self.first.currentIndex():
            self.last.setCurrentIndex(self.first.currentIndex())

    def _pause(self) -> None:
        first, last = (Week.parse(str(box.currentData())) for box in (self.first, self.last))
        self._workspace.networks.pause(first, last, self.reason.text().strip())

    def _list(self, paused: list[Week]) -> None:
        if not paused:
            return
        self.content.addWidget(label(_("Paused already"), "strong", "pause_list"))
        for week in paused:
            text = _("Take up again") if week > self._present else _("I am back")
            days = week_of(week, self._present)
            lift = button(f"pause_lift_{week}", text, self._lifter(week), "link", told(text, days))
            self.content.addLayout(row(label(days, "body"), lift))
        self.content.addWidget(label(self._meaning(paused), "soft", "pause_meaning"))

    def _meaning(self, paused: list[Week]) -> str:
        if paused[0] == self._present:
            return _("Coming back opens this week's plan again; the week stays out of the goals.")
        return _("That week and the paused ones after it are planned again.")

    def _lifter(self, week: Week) -> Callable[[], None]:
        return lambda: self._lift(week)

    def _lift(self, week: Week) -> None:
        if self.attempt(lambda: self._workspace.networks.resume(week)):
            self.done(self.DialogCode.Accepted)
