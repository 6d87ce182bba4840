"""Small questions of the page Results: putting a suggestion away, and weeks of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan.domain.weeks import Week, span
from focusplan.i18n import _
from focusplan.resultanswers import ResultsView, SuggestionLine
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.labels import week_of
from focusplan.ui.parts import combo, line
from focusplan.workspace import Workspace

BACK = 260
"""Weeks back that can be chosen."""


class PutAwayDialog(Ask):
    """A suggestion is put away, with the reason if the owner likes."""

    def __init__(self, workspace: Workspace, one: SuggestionLine, parent: QWidget) -> None:
        text = _("“{suggestion}” It comes back in a quarter, or when the figures have changed.")
        super().__init__(
            parent, "put_away", _("Put this away?"), text.format(suggestion=one.text), _("Put away")
        )
        self.reason = line("put_away_reason", _("Why, if you like"), most=1000)
        self.add(_("&Why, if you like"), self.reason)
        self.deed = lambda: workspace.results.put_away(one.id, self.reason.text())


class OwnWeeks(Ask):
    """From one week to another; `show` gets both."""

    def __init__(self, view: ResultsView, show: Callable[[Week, Week], object], parent: QWidget) -> None:
        super().__init__(
            parent,
            "own_weeks",
            _("Which weeks?"),
            _("The first and the last week, both included."),
            _("Show"),
        )
        present = Week.of(view.today)
        weeks = [(str(week), week_of(week, present)) for week in reversed(span(present - BACK, present))]
        self.first = combo("own_first", _("First week"), weeks, str(view.first))
        self.last = combo("own_last", _("Last week"), weeks, str(view.last))
        self.add(_("&From"), self.first)
        self.add(_("&To, this week included"), self.last)
        self.deed = lambda: show(*self.chosen)

    @property
    def chosen(self) -> tuple[Week, Week]:
        """Both weeks, the earlier one first."""
        weeks = [Week.parse(str(box.currentData())) for box in (self.first, self.last)]
        return min(weeks), max(weeks)
