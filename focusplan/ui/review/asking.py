"""Small questions of the page Results: putting a suggestion away, weeks of one's own, costs of a network."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan.domain.weeks import Week, span
from focusplan.i18n import _
from focusplan.resultanswers import CostsForm, ResultsView, SuggestionLine
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount
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


class OwnCostDialog(Ask):
    """Ads or tools of one network, a month from this week on; an empty amount ends them."""

    def __init__(self, workspace: Workspace, form: CostsForm, parent: QWidget) -> None:
        super().__init__(
            parent,
            "own_cost",
            _("Ads or tools of one network"),
            _("What is typed here belongs to this network alone and is added to what all networks share."),
            _("Keep"),
        )
        self._workspace, self._form = workspace, form
        first = form.own[0] if form.own else None
        self.network = combo(
            "own_cost_network", _("Network"), form.networks, first.network if first else form.networks[0][0]
        )
        kinds = (("ads", _("Ads")), ("tools", _("Tools")))
        self.kind = combo("own_cost_kind", _("What for"), kinds, first.kind if first else "ads")
        spoken = _("A month ({currency})").format(currency=form.currency)
        self.amount = line("own_cost_amount", spoken, "", form.currency, 20)
        self.add(_("&Network"), self.network)
        self.add(_("&What for"), self.kind)
        self.add(_("A &month"), self.amount)
        self.deed = self._keep
        self.network.currentIndexChanged.connect(self._known)
        self.kind.currentIndexChanged.connect(self._known)
        self._known()

    def _known(self) -> None:
        """Show what holds now."""
        chosen = (self.network.currentData(), self.kind.currentData())
        held = [one.amount for one in self._form.own if (one.network, one.kind) == chosen]
        self.amount.setText(shown_amount(stored_amount(held[0] if held else None)))

    def accept(self) -> None:
        """Keep it; an amount that can't be read is said and nothing is kept."""
        problem = amount_problem(self.amount.text())
        if problem:
            self.show_problem(problem)
            self.amount.setFocus()
            return
        super().accept()

    def _keep(self) -> None:
        amount = read_amount(self.amount.text())
        network, kind = str(self.network.currentData()), str(self.kind.currentData())
        self._workspace.results.set_cost(kind, amount, network=network)
