"""Closing a week from the page, and the next sheet it ends on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.answers import WeekView
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.ui.parts import button, column, label
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Pair

if TYPE_CHECKING:
    from focusplan.ui.pages.week import WeekPage


def review_card(view: WeekView, begin: Callable[[], object]) -> Card:
    """One calm card: which week can be closed, and that little is asked."""
    assert view.review_due is not None
    card = Card("review_due")
    text = _sentence(view.review_due, Week.of(view.today))
    card.setAccessibleName(text)
    said = column(label(text, "heading", "review_text"), gap=2)
    told = _("A few questions, filled in as far as they are known.")
    said.addWidget(label(told, "small", "review_questions"))
    words = QWidget()
    words.setLayout(said)
    card.add(Pair(words, button("close_week_open", _("&Close the week…"), begin), gap=12))
    return card


def _sentence(due: Week, present: Week) -> str:
    if due == present:
        return _("This week can be closed.")
    if due == present - 1:
        return _("Last week is still open. Close it when you have ten minutes.")
    days = i18n.week_range(due.monday)
    return _("The week of {days} is still open. Closing it closes the ones before too.").format(days=days)


class Closing:
    """Opens the questions for the week that is due; when it is closed, the next sheet is shown."""

    def __init__(self, page: WeekPage) -> None:
        self._page = page

    def begin(self) -> None:
        """Ask the questions of the week that is due."""
        from focusplan.ui.dialogs.close_week import CloseWeek

        page = self._page
        due = page.attempt(page.workspace.review.due)
        view = page.attempt(lambda: page.workspace.review.view(due))
        if view is None:
            return
        dialog = CloseWeek(page.workspace, view, page)
        dialog.accepted.connect(lambda: self._closed(view.week))
        dialog.open()

    def numbers(self, week: Week | None = None) -> None:
        """The figures of every network and open week, to be filled in at any time; beginning in `week`."""
        from focusplan.ui.dialogs.numbers import NumbersDialog

        NumbersDialog(self._page.workspace, self._page, week).open()

    def _closed(self, week: Week) -> None:
        """The next sheet is shown."""
        self._page.print_week(max(week + 1, Week.of(self._page.workspace.today)))
