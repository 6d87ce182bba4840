"""This week: its jobs by day, ticked here or from paper, and what to do next."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import SheetView, WeekView
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.readinessanswers import ReadinessCard
from focusplan.services.changes import Topic
from focusplan.ui.errors import say
from focusplan.ui.imports.dropping import bring_in_button
from focusplan.ui.page import Page, Sheet
from focusplan.ui.readiness.cards import still_card, way_card
from focusplan.ui.week.closing import Closing, review_card
from focusplan.ui.week.days import Shown, fill_days
from focusplan.ui.week.doing import Doing
from focusplan.ui.week.heading import Heading
from focusplan.ui.week.lower import PaperField, lower_row, past_row
from focusplan.ui.week.notes import notes
from focusplan.ui.week.quiet import WIDTH, empty_card, nothing_now, paused_card
from focusplan.ui.week.side import ideas_card, network_card, time_card
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.notices import Toast
from focusplan.ui.widgets.space import room, scaled
from focusplan.workspace import Workspace

SHARES = (65, 35)


class WeekPage(Page):
    """One question to the service, one picture. What was opened by hand stays so until the page is left."""

    topics = Topic.WEEK | Topic.NETWORKS | Topic.NUMBERS | Topic.REVIEW | Topic.BUSINESS | Topic.LANGUAGE

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.week: Week | None = None
        """The week that is shown; None for the running one, whichever that is."""
        self.shown = Shown()
        self.focus_next = ""
        """Name of the control that gets the focus when the page is painted next."""
        self.view: WeekView | None = None
        self._painted_in = -1
        self.ready = ReadinessCard("start", "", "", False, False)
        self._paper: PaperField | None = None
        self.heading = Heading(self.step, self.print_week)
        self.sheet = Sheet("week_sheet", self)
        outer = QVBoxLayout(self)
        room(outer, 30, 24, 22, 20)
        self.sheet.keep(self.heading)
        outer.addWidget(self.sheet)
        self.toast = Toast(self)
        self.doing = Doing(self)
        self.closing = Closing(self)
        for keys, deed in (
            ("Alt+Up", lambda: self.doing.helping.step_day(-1)),
            ("Alt+Down", lambda: self.doing.helping.step_day(1)),
            ("Ctrl+R", self.doing.add_result),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(deed)

    # ---- asking and painting --------------------------------------------------------------------
    def refresh(self) -> None:
        """Ask for the week and paint it."""
        self.stale = False
        view = self._asked()
        if view is None:
            return
        self.view, self._painted_in = view, self._hour()
        self.ready = self.workspace.readiness.card()
        self.heading.set(view)
        typed = self._typed()
        self.sheet.fill(lambda column: self._build(column, view))
        self._type_again(*typed)
        self._give_focus()

    def begin(self, part: str) -> None:
        """`close` asks the questions of the week that is due, `numbers` shows the open weeks' figures."""
        ways = {"close": self.closing.begin, "numbers": self.closing.numbers}
        if part in ways:
            ways[part]()

    def again(self) -> None:
        """Paint anew once the click that is being dealt with has ended."""
        QTimer.singleShot(0, self, self.refresh)

    def _asked(self) -> WeekView | None:
        try:
            return self.workspace.week.view(self.week)
        except FocusPlanError as error:
            self.week = None if self.week is not None else self.week
            say(self, error)
            return self.view

    def _build(self, column: QVBoxLayout, view: WeekView) -> None:
        room(column, 0, 0, 8, 0, gap=14)
        if view.review_due is not None:
            column.addWidget(review_card(self.workspace, view, self.closing.begin))
        if view.paused:
            column.addWidget(
                paused_card(view, self.doing.come_back, self._minimal, lambda: self.go.emit("networks"))
            )
        elif self._quiet(view):
            self._fill_quiet(column, view)
        else:
            self._fill_whole(column, view)
        column.addStretch(1)

    def _quiet(self, view: WeekView) -> bool:
        """Whether nothing stands in today, and the owner has not just ticked or asked for more."""
        return view.first is not None and not self.shown.whole and not self.shown.fresh

    def _fill_quiet(self, column: QVBoxLayout, view: WeekView) -> None:
        column.addWidget(nothing_now(view, self._hour(), self.doing.ten_minutes, self._show_whole))
        if self.ready.still_due:
            still = still_card(self._still, self._not_now)
            still.setMaximumWidth(scaled(WIDTH))
            column.addWidget(still)
        if view.minutes_done or view.active is None or view.active.steps_done:
            card = Card("week_lower")
            card.setMaximumWidth(scaled(WIDTH))
            card.setAccessibleName(_("What came up and what came back"))
            self._fill_lower(card, view)
            column.addWidget(card)

    def _fill_whole(self, column: QVBoxLayout, view: WeekView) -> None:
        columns = Columns(shares=SHARES)
        column.addWidget(columns)
        card = Card("week_jobs")
        card.setAccessibleName(_("Jobs of the week"))
        if view.items:
            days = QVBoxLayout()
            room(days, gap=0)
            fill_days(days, view, self.doing.deeds, self.shown)
            card.add(days)
            if view.notes:
                card.add(notes(view, self.go.emit))
        else:
            columns.left.addWidget(empty_card(view))
        if view.present:
            self._fill_lower(card, view)
        elif view.week < Week.of(view.today):
            card.add(past_row(view, lambda: self.closing.numbers(view.week)))
        columns.left.addWidget(card)
        columns.right.addWidget(time_card(view, self.doing.helping.less, self.doing.helping.pause))
        if view.present:
            if self.ready.text:
                columns.right.addWidget(way_card(self.ready, self._reasons, self._start))
            columns.right.addWidget(network_card(view, lambda: self.go.emit("networks")))
            ideas = [(idea.id, idea.text) for idea in self.workspace.week.ideas()]
            columns.right.addWidget(self._ideas_card(ideas))
            if self.ready.still_due:
                columns.right.addWidget(still_card(self._still, self._not_now))
        columns.ended()

    def _ideas_card(self, ideas: list[tuple[int, str]]) -> Card:
        doing = self.doing
        return ideas_card(ideas, doing.add_idea, doing.remove_idea, doing.all_ideas)

    def _fill_lower(self, card: Card, view: WeekView) -> None:
        card.add(lower_row(view, self.doing.came_up, self.doing.add_result, self.closing.numbers))
        week = self.workspace.week
        self._paper = PaperField(view.paper_line, week.understand, week.paper)
        card.add(self._paper)
        card.add(bring_in_button(self.workspace, self))

    def _reasons(self) -> None:
        from focusplan.ui.readiness.dialog import ReadinessDialog

        ReadinessDialog(self.workspace, self, at="advice").open()

    def _start(self) -> None:
        self.attempt(lambda: self.workspace.readiness.choose("start"))

    def _minimal(self) -> None:
        """Taken up again, with the little that existing customers need."""

        def choose() -> None:
            self.workspace.readiness.choose("minimal")
            self.workspace.networks.resume(Week.of(self.workspace.today))

        self.attempt(choose)

    def _still(self) -> None:
        from focusplan.ui.readiness.still import StillTrue

        StillTrue(self.workspace, self).open()

    def _not_now(self) -> None:
        self.attempt(self.workspace.readiness.not_now)

    def _hour(self) -> int:
        moment = self.workspace.moment()
        return (moment.at + timedelta(minutes=moment.offset)).hour

    # ---- what was typed and where the focus was -------------------------------------------------
    def _typed(self) -> tuple[str, str]:
        if self._paper is None:
            return "", ""
        typed = self._paper.field.text(), self._paper.said.text()
        self._paper = None
        return typed

    def _type_again(self, text: str, said: str) -> None:
        if self._paper is not None:
            self._paper.take(text, said)

    def _give_focus(self) -> None:
        name, self.focus_next = self.focus_next, ""
        found = self.findChild(QWidget, name) if name else None
        if found is not None and found.isEnabled():
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def job_with_focus(self) -> int | None:
        """The open job whose row has the focus."""
        widget: QWidget | None = self.window().focusWidget()
        items = self.view.items if self.view is not None else ()
        rows = {f"job_{job.number}": job.number for job in items if not job.done}
        while widget is not None and widget.objectName() not in rows:
            widget = widget.parentWidget()
        return rows[widget.objectName()] if widget is not None else None

    def job_in_hand(self) -> int | None:
        """The job whose row has the focus, else the one to do now; none in another week."""
        if self.view is None or not self.view.present:
            return None
        ahead = next((job.number for job in self.view.items if job.is_next), None)
        return self.job_with_focus() or ahead

    # ---- going about ----------------------------------------------------------------------------
    def step(self, by: int) -> None:
        """Show a week before or after the one shown; 0 leads to the running one."""
        present = Week.of(self.workspace.today)
        week = (self.week or present) + by if by else present
        self.week = None if week == present else week
        self.shown.forget()
        self.refresh()

    def _show_whole(self) -> None:
        self.shown.whole = True
        self.focus_next = "week_print"
        self.again()

    def print_week(self, week: Week | None = None) -> None:
        """The sheet of a week, else of the one shown, seen before it is printed."""
        from focusplan.ui.dialogs.print_week import PrintWeek

        sheet = self.attempt(lambda: self._sheet(week or self.week))
        if sheet is not None:
            PrintWeek(sheet, self).open()

    def _sheet(self, week: Week | None) -> SheetView:
        """On the first evening nothing stands in the running week: who prints then wants the next one."""
        sheet = self.workspace.week.sheet(week)
        if week is None and not sheet.week.items and not sheet.week.paused:
            return self.workspace.week.sheet(Week.of(self.workspace.today) + 1)
        return sheet

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page folds what was opened and done; the next look begins with today."""
        super().hideEvent(event)
        if not event.spontaneous() and self.shown.forget():
            self.stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """What is said of now is said anew in another hour."""
        super().showEvent(event)
        if self.view is not None and self._hour() != self._painted_in:
            self.again()
