"""This week: its jobs by day, ticked here or from paper, and what to do next."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import SheetView, WeekView
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.weeks import Week
from focusplan.readinessanswers import ReadinessCard
from focusplan.services.changes import Topic
from focusplan.ui.errors import say
from focusplan.ui.imports.dropping import bring_in_button
from focusplan.ui.kept import Make
from focusplan.ui.page import Page, Sheet
from focusplan.ui.parts import hosted
from focusplan.ui.readiness.cards import still_card, way_card
from focusplan.ui.week.arranged import CALM, lay_out
from focusplan.ui.week.closing import Closing, review_card
from focusplan.ui.week.days import Shown, day_parts
from focusplan.ui.week.doing import Doing
from focusplan.ui.week.heading import Heading
from focusplan.ui.week.lower import PaperField, lower_row, past_row
from focusplan.ui.week.notes import notes
from focusplan.ui.week.quiet import WIDTH, empty_card, nothing_now, paused_card
from focusplan.ui.week.side import ideas_card, network_card, time_card
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.notices import Toast
from focusplan.ui.widgets.space import room, scaled
from focusplan.workspace import Workspace


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
        typed, paper = self._typed(), self._paper
        parts = self._parts(view)
        self.sheet.compose(parts, lambda column, part: lay_out(column, part, tuple(parts)))
        self._paper = self._paper if "paper" in parts else None
        if self._paper is not paper:
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

    def _parts(self, view: WeekView) -> dict[str, tuple[object, Make]]:
        parts: dict[str, tuple[object, Make]] = {}
        if view.review_due is not None:
            key = (view.review_due, view.week, view.today)
            parts["due"] = (key, lambda _any: review_card(view, self.closing.begin))
        if view.paused:
            parts["paused"] = (view, self._paused)
        elif self._quiet(view):
            parts |= self._quiet_parts(view)
        else:
            parts |= self._whole_parts(view)
        return parts

    def _paused(self, view: WeekView) -> QWidget:
        return paused_card(view, self.doing.come_back, self._minimal, lambda: self.go.emit("networks"))

    def _quiet(self, view: WeekView) -> bool:
        """Whether nothing stands in today, and the owner has not just ticked or asked for more."""
        return view.first is not None and not self.shown.whole and not self.shown.fresh

    def _quiet_parts(self, view: WeekView) -> dict[str, tuple[object, Make]]:
        hour, ten, whole = self._hour(), self.doing.ten_minutes, self._show_whole
        parts: dict[str, tuple[object, Make]] = {
            "now": ((view, hour), lambda _both: nothing_now(view, hour, ten, whole))
        }
        if self.ready.still_due:
            parts[CALM + "still"] = ((), self._still_card)
        if view.minutes_done or view.active is None or view.active.steps_done:
            parts |= self._lower_parts(view)
        return parts

    def _whole_parts(self, view: WeekView) -> dict[str, tuple[object, Make]]:
        parts = day_parts(view, self.doing.deeds, self.shown) if view.items else {}
        if not view.items:
            parts["empty"] = (view, empty_card)
        elif view.notes:
            parts["notes"] = (view, lambda view: hosted(notes(view, self.go.emit)))
        if view.present:
            parts |= self._lower_parts(view)
        elif view.week < Week.of(view.today):
            numbers = lambda: self.closing.numbers(view.week)  # noqa: E731
            parts["past"] = ((view.week, view.closed), lambda _any: hosted(past_row(view, numbers)))
        helping = self.doing.helping
        parts["time"] = (view, lambda view: time_card(view, helping.less, helping.pause))
        if view.present:
            if self.ready.text:
                parts["way"] = (self.ready, lambda ready: way_card(ready, self._reasons, self._start))
            parts["network"] = (view, lambda view: network_card(view, lambda: self.go.emit("networks")))
            ideas = tuple((idea.id, idea.text) for idea in self.workspace.week.ideas())
            parts["ideas"] = (ideas, self._ideas_card)
            if self.ready.still_due:
                parts["still"] = ((), self._still_card)
        return parts

    def _still_card(self, _any: object) -> Card:
        card = still_card(self._still, self._not_now)
        if self.view is not None and self._quiet(self.view):
            card.setMaximumWidth(scaled(WIDTH))
        return card

    def _ideas_card(self, ideas: tuple[tuple[int, str], ...]) -> Card:
        doing = self.doing
        return ideas_card(ideas, doing.add_idea, doing.remove_idea, doing.all_ideas)

    def _lower_parts(self, view: WeekView) -> dict[str, tuple[object, Make]]:
        came_up, result = self.doing.came_up, self.doing.add_result
        return {
            "lower": (view, lambda view: hosted(lower_row(view, came_up, result, self.closing.numbers))),
            "paper": (view.paper_line, self._paper_field),
            "bring": ((), lambda _any: bring_in_button(self.workspace, self)),
        }

    def _paper_field(self, example: str) -> PaperField:
        week = self.workspace.week
        self._paper = PaperField(example, week.understand, week.paper)
        return self._paper

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
        return self._paper.field.text(), self._paper.said.text()

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
