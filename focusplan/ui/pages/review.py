"""Results: was it worth the hours? Time against what it brought, costs, goals, and what the numbers say."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.resultanswers import ResultsView, SuggestionLine
from focusplan.services.changes import Topic
from focusplan.ui.dialogs.close_week import CloseWeek
from focusplan.ui.dialogs.print_week import PrintWeek
from focusplan.ui.imports.bring_in import BringIn
from focusplan.ui.page import Page, Sheet, heading_row
from focusplan.ui.parts import button, combo, label, short
from focusplan.ui.parts import column as below
from focusplan.ui.review import cards
from focusplan.ui.review.asking import OwnCostDialog, OwnWeeks, PutAwayDialog
from focusplan.ui.review.printing import PartnerDialog, PrintPartner, PrintResults
from focusplan.ui.review.trying import TryDialog
from focusplan.ui.review.typed import Amounts, AmountsCard, Counts, UnsourcedRow
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.notices import Banner, EmptyState
from focusplan.ui.widgets.space import room
from focusplan.workspace import Workspace

USUAL = "13"
_OF_THE_BUSINESS = {"hour_value": "hour_value", "quote": "outsourcing_quote"}


class ReviewPage(Page):
    """One question to the service, one picture. Nothing here moves a network."""

    topics = Topic.REVIEW | Topic.NUMBERS | Topic.WEEK | Topic.NETWORKS | Topic.BUSINESS | Topic.LANGUAGE

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._period = USUAL
        self._own: tuple[Week, Week] | None = None
        self.view: ResultsView | None = None
        self.sheet = Sheet("review_sheet", self)
        outer = QVBoxLayout(self)
        room(outer, 30, 24, 22, 20)
        outer.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask for the whole page and paint it."""
        self.stale = False
        first, last = self._own or (None, None)
        view = self.attempt(lambda: self.workspace.results.view(self._period, first, last))
        if view is not None:
            self.view = view
            self.sheet.fill(lambda column: self._build(column, view))

    def _build(self, column: QVBoxLayout, view: ResultsView) -> None:
        room(column, 0, 0, 8, 0, gap=16)
        self._head(column, view)
        if view.empty:
            column.addWidget(EmptyState("review_empty", _("Nothing to look at yet"), view.empty))
            column.addWidget(AmountsCard(view, self._keep_amounts, self.own_cost))
        else:
            self._figures(column, view)
        links = FlowLayout(gap=16)
        links.addWidget(button("review_try", _("&Try something…"), self.try_something, "link"))
        links.addWidget(button("review_partner", _("A month for &somebody else…"), self._partner, "link"))
        column.addLayout(links)
        column.addStretch(1)

    def _figures(self, column: QVBoxLayout, view: ResultsView) -> None:
        column.addWidget(cards.tiles(view))
        if view.months:
            column.addWidget(Banner("review_months", "\n".join(view.months), "accent"))
        if view.question is not None:
            column.addWidget(cards.question_card(view.question, self._answer))
        columns = Columns(least=700, shares=(7, 4))
        column.addWidget(columns)
        columns.left.addWidget(cards.charts_card(view))
        columns.right.addWidget(cards.suggestions_card(view, self._act, self._away))
        sources = cards.sources_card(view)
        self._unsourced = UnsourcedRow(sources, view, self._keep_unsourced)
        columns.right.addWidget(sources)
        columns.right.addWidget(cards.balance_card(view))
        columns.ended()
        column.addWidget(cards.sold_card(view))
        lower = Columns(least=700, shares=(1, 1))
        column.addWidget(lower)
        lower.left.addWidget(cards.costs_card(view))
        lower.left.addWidget(AmountsCard(view, self._keep_amounts, self.own_cost))
        if view.goals:
            lower.right.addWidget(cards.goals_card(view.goals))
        if view.closed:
            lower.right.addWidget(cards.written_card(view))
        lower.ended()
        column.addWidget(cards.ways_card(view))

    def _head(self, column: QVBoxLayout, view: ResultsView) -> None:
        buttons: list[QWidget] = [self._periods(view)]
        buttons.append(button("review_import", _("&Import numbers…"), self.import_numbers))
        if not view.empty:
            buttons.append(button("review_print", _("&Print…"), self.print_results))
        if view.review_due is not None:
            buttons.append(button("review_close", _("&Close the week…"), self.close_week, "primary"))
        title = QWidget()
        name, dates = short(_("Results"), "title", "review_title"), label(view.dates, "lead", "review_dates")
        title.setLayout(below(name, dates, gap=2))
        column.addLayout(heading_row(title, None, *buttons))

    def _periods(self, view: ResultsView) -> QComboBox:
        weeks = _("{count} weeks")
        answers = [(count, weeks.format(count=count)) for count in ("4", "13", "26", "52")]
        answers += [("all", _("everything")), ("own", _("weeks of my own…"))]
        made = combo("review_period", _("Which weeks"), answers, view.period)
        made.setMinimumContentsLength(12)
        made.activated.connect(lambda _index: self._choose(str(made.currentData())))
        return made

    # ---- what the owner does ----------------------------------------------------------------------
    def _choose(self, period: str) -> None:
        if period == "own":
            if self.view is not None:
                OwnWeeks(self.view, self.show_weeks, self).open()
            self.refresh()
            return
        self._period, self._own = period, None
        self.refresh()

    def show_weeks(self, first: Week, last: Week) -> None:
        """Show the results of these weeks."""
        self._own = (first, last)
        self.refresh()

    def import_numbers(self) -> None:
        """Bring in numbers from a network's own file."""
        BringIn(self.workspace, (), self).open()

    def own_cost(self) -> None:
        """Ads or tools of one network."""
        if self.view is not None:
            OwnCostDialog(self.workspace, self.view.form, self).open()

    def print_results(self) -> None:
        """The same figures on paper."""
        if self.view is not None:
            PrintResults(self.view, self).open()

    def close_week(self) -> None:
        """The questions of the week that is due."""
        due = self.attempt(self.workspace.review.due)
        view = self.attempt(lambda: self.workspace.review.view(due))
        if view is not None:
            dialog = CloseWeek(self.workspace, view, self)
            dialog.accepted.connect(lambda: self._next_sheet(view.week))
            dialog.open()

    def _next_sheet(self, closed: Week) -> None:
        """Closing a week ends on the next sheet, wherever it was begun."""
        week = max(closed + 1, Week.of(self.workspace.today))
        sheet = self.attempt(lambda: self.workspace.week.sheet(week))
        if sheet is not None:
            PrintWeek(sheet, self).open()

    def try_something(self) -> None:
        """One change for four weeks, or two versions against each other."""
        TryDialog(self.workspace, self).open()

    def _partner(self) -> None:
        dialog = PartnerDialog(self.workspace, self)
        dialog.accepted.connect(lambda: self._print_partner(dialog.chosen))
        dialog.open()

    def _print_partner(self, month: str) -> None:
        PrintPartner(self.workspace, month, self).open()

    def _act(self, one: SuggestionLine) -> None:
        if one.place == "try":
            self.try_something()
        else:
            self.go.emit(one.place)

    def _away(self, one: SuggestionLine) -> None:
        PutAwayDialog(self.workspace, one, self).open()

    def _answer(self, answer: str) -> None:
        """Take up the way the owner chose; it is asked again in a quarter, whatever the answer."""
        self.attempt(self.workspace.results.answer_question)
        if answer in ("minimal", "hand_over"):
            self.attempt(lambda: self.workspace.readiness.choose(answer))
        elif answer == "change":
            self.try_something()
        elif answer == "close":
            self.go.emit("networks")

    def _keep_amounts(self, amounts: Amounts) -> None:
        mine = {_OF_THE_BUSINESS[key]: value for key, value in amounts.items() if key in _OF_THE_BUSINESS}
        if mine:
            changes = {key: "" if value is None else str(value) for key, value in mine.items()}
            self.attempt(lambda: self.workspace.business.change(changes))
        self.attempt(lambda: self._keep_costs(amounts))

    def _keep_costs(self, amounts: Amounts) -> None:
        for kind, value in amounts.items():
            if kind not in _OF_THE_BUSINESS:
                self.workspace.results.set_cost(kind, value)

    def _keep_unsourced(self, counts: Counts) -> None:
        def keep() -> None:
            for figure, count in counts.items():
                self.workspace.results.set_unsourced(figure, count)

        self.attempt(keep)
