"""The heading of a week: which one it is, the ways to others, and printing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.answers import WeekView
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.ui.parts import button, column, short
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.columns import Pair
from focusplan.ui.widgets.flow import FlowLayout

AHEAD = 8
"""Weeks ahead that can be looked at, as the service has it."""


class Heading(QWidget):
    """Stays while the week below is painted anew. `step` gets -1, 0 or 1."""

    def __init__(self, step: Callable[[int], object], print_week: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("week_heading")
        self.title = short("", "title", "week_title")
        self.dates = short("", "lead", "week_dates")
        self.before = Button("", "week_previous", "quiet", icon="chevron_left")
        self.before.clicked.connect(lambda: step(-1))
        self.now = button("week_today", _("&Today"), lambda: step(0), "quiet")
        self.after = Button("", "week_next", "quiet", icon="chevron_right")
        self.after.clicked.connect(lambda: step(1))
        self.print = button("week_print", "", print_week)
        names, ways = QWidget(), QWidget()
        words, flow = FlowLayout(names, gap=12), FlowLayout(ways, gap=8)
        for word in (self.title, self.dates):
            words.addWidget(word)
        for way in (self.before, self.now, self.after, self.print):
            flow.addWidget(way)
        self._line = Pair(names, ways, gap=12, level=True)
        self.setLayout(column(self._line))

    def set(self, view: WeekView) -> None:
        """Show this week; in the language of now."""
        present = Week.of(view.today)
        self.title.setText(_title(view.week, present))
        self.dates.setText(i18n.week_range(view.week.monday))
        self.before.set_text("", spoken=_("The week before"))
        self.after.set_text("", spoken=_("The week after"))
        self.now.set_text(_("&Today"), _("Go to this week"), mnemonic=True)
        self.print.set_text(_("&Print the week"), _("Print the week"), mnemonic=True)
        self.now.setEnabled(view.week != present)
        self.after.setEnabled(view.week - present < AHEAD)
        self.print.setEnabled(not view.paused)
        self._line.arrange()


def _title(week: Week, present: Week) -> str:
    names = {0: _("This week"), 1: _("Next week"), -1: _("Last week")}
    return names.get(week - present) or _("Week {number}").format(number=week.number)
