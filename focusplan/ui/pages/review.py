"""Results: was it worth the hours? Time against what it brought, costs, goals, and what the numbers say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.resultanswers import ResultsView, SuggestionLine
from focusplan.services.changes import Topic
from focusplan.ui.dialogs.close_week import CloseWeek
from focusplan.ui.dialogs.print_week import PrintWeek
from focusplan.ui.imports.bring_in import BringIn
from focusplan.ui.kept import Make
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
LATER = ("sources", "balance", "sold", "costs", "amounts", "goals", "written", "ways", "links")
"""What lies below the first screen."""
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
            self.sheet.compose(self._parts(view), self._lay_out, LATER)

    def _parts(self, view: ResultsView) -> dict[str, tuple[object, Make]]:
        """All cards of this answer, from top to bottom."""
        parts: dict[str, tuple[object, Make]] = {"head": (view, self._head)}
        amounts = (view, lambda view: AmountsCard(view, self._keep_amounts, self.own_cost))
        if view.empty:
            nothing = _("Nothing to look at yet")
            parts["empty"] = (view.empty, lambda text: EmptyState("review_empty", nothing, text))
            return {**parts, "amounts": amounts, "links": ((), self._links)}
        parts["tiles"] = (view, cards.tiles)
        if view.months:
            said = "\n".join(view.months)
            parts["months"] = (said, lambda said: Banner("review_months", said, "accent"))
        if view.question is not None:
            parts["question"] = (view.question, lambda asked: cards.question_card(asked, self._answer))
        parts |= {
            "charts": (view, cards.charts_card),
            "says": (view, lambda view: cards.suggestions_card(view, self._act, self._away)),
            "sources": (view, self._sources),
            "balance": (view, cards.balance_card),
            "sold": (view, cards.sold_card),
            "costs": (view, cards.costs_card),
            "amounts": amounts,
        }
        if view.goals:
            parts["goals"] = (view.goals, cards.goals_card)
        if view.closed:
            parts["written"] = (view, cards.written_card)
        return {**parts, "ways": (view, cards.ways_card), "links": ((), self._links)}

    def _lay_out(self, column: QVBoxLayout, part: Callable[[str], QWidget]) -> None:
        room(column, 0, 0, 8, 0, gap=16)
        view = self.view
        assert view is not None
        column.addWidget(part("head"))
        if view.empty:
            column.addWidget(part("empty"))
            column.addWidget(part("amounts"))
        else:
            self._lay_out_figures(column, part, view)
        column.addWidget(part("links"))
        column.addStretch(1)

    def _lay_out_figures(
        self, column: QVBoxLayout, part: Callable[[str], QWidget], view: ResultsView
    ) -> None:
        column.addWidget(part("tiles"))
        if view.months:
            column.addWidget(part("months"))
        if view.question is not None:
            column.addWidget(part("question"))
        columns = Columns(least=700, shares=(7, 4))
        column.addWidget(columns)
        columns.left.addWidget(part("charts"))
        for name in ("says", "sources", "balance"):
            columns.right.addWidget(part(name))
        columns.ended()
        column.addWidget(part("sold"))
        lower = Columns(least=700, shares=(1, 1))
        column.addWidget(lower)
        for name in ("costs", "amounts"):
            lower.left.addWidget(part(name))
        if view.goals:
            lower.right.addWidget(part("goals"))
        if view.closed:
            lower.right.addWidget(part("written"))
        lower.ended()
        column.addWidget(part("ways"))

    def _links(self, _any: object) -> QWidget:
        host = QWidget()
        links = FlowLayout(host, gap=16)
        links.addWidget(button("review_try", _("&Try something…"), self.try_something, "link"))
        links.addWidget(button("review_partner", _("A month for &somebody else…"), self._partner, "link"))
        return host

    def _sources(self, view: ResultsView) -> QWidget:
        card = cards.sources_card(view)
        UnsourcedRow(card, view, self._keep_unsourced)
        return card

    def _head(self, view: ResultsView) -> QWidget:
        buttons: list[QWidget] = [self._periods(view)]
        buttons.append(button("review_import", _("&Import numbers…"), self.import_numbers))
        if not view.empty:
            buttons.append(button("review_print", _("&Print…"), self.print_results))
        if view.review_due is not None:
            buttons.append(button("review_close", _("&Close the week…"), self.close_week, "primary"))
        title = QWidget()
        name, dates = short(_("Results"), "title", "review_title"), label(view.dates, "lead", "review_dates")
        title.setLayout(below(name, dates, gap=2))
        head = QWidget()
        head.setLayout(heading_row(title, None, *buttons))
        return head

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
            self.sheet.again("head")
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
