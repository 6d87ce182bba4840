"""Before the first post: one question a screen, each answer kept at once, the advice at the end."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.readinessanswers import AskedJob
from focusplan.ui.dialogs.close_screens import dots, mark_place
from focusplan.ui.dialogs.fitting import fit, grow
from focusplan.ui.page import empty
from focusplan.ui.parts import button, label, row, short
from focusplan.ui.problem import Problem
from focusplan.ui.readiness.advice import AdviceScreen
from focusplan.ui.readiness.print_reasons import PrintReasons
from focusplan.ui.readiness.screens import Screen, question_screens
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.notices import Banner
from focusplan.ui.widgets.space import room
from focusplan.workspace import Workspace

SIZE = (780, 680)


class ReadinessDialog(QDialog):
    """Begins at the question `at`, else where it was left. With `only` it asks that one question and goes."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, at: str = "", only: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readiness")
        self.setWindowTitle(_("Before your first post"))
        self._workspace, self._only = workspace, only
        view = workspace.readiness.view()
        self._advice = AdviceScreen(self._choose, self.print_reasons)
        self._screens: list[Screen] = [*question_screens(view.values, view.currency), self._advice]
        self._shown = [screen.values() for screen in self._screens]
        self._stack = QStackedWidget()
        self._stack.setObjectName("readiness_screens")
        for screen in self._screens:
            self._stack.addWidget(screen)
        self._dots, self._place = short("", "soft", "readiness_dots"), short("", "small", "readiness_place")
        self._problem = Problem("readiness_problem")
        self._offers = QVBoxLayout()
        self._back = button("readiness_back", _("&Back"), self._go_back)
        self._unknown = button("readiness_unknown", _("I &don't know"), self._dont_know, "quiet")
        self._next = button("readiness_next", _("&Next"), self._go_on, "primary")
        self._next.setDefault(True)
        self._build()
        keys = [screen.key for screen in self._screens]
        self._show(keys.index(at or view.at))

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        room(outer, 40, 26, 40, 24, gap=14)
        title = label(self.windowTitle(), "small", "readiness_title")
        head = row(title, self._dots, self._place, gap=10)
        head.setStretch(0, 1)
        outer.addLayout(head)
        outer.addLayout(self._offers)
        outer.addWidget(self._stack, 1)
        self._problem.hide()
        outer.addWidget(self._problem)
        later = button("readiness_later", _("Go on &later"), self.reject, "quiet")
        outer.addWidget(Foot((self._unknown, self._next), (self._back, later)))
        fit(self, SIZE)

    # ---- going about ----------------------------------------------------------------------------
    @property
    def screen_now(self) -> Screen:
        """The screen that is shown."""
        return self._screens[self._stack.currentIndex()]

    def _show(self, place: int) -> None:
        self._problem.hide()
        screen, total = self._screens[place], len(self._screens)
        last = screen is self._advice
        if last:
            self._advice.show_view(self._workspace.readiness.view())
        self._stack.setCurrentIndex(place)
        self._dots.setText(dots(place, total))
        self._place.setText(_("{number} of {total}").format(number=place + 1, total=total))
        mark_place(self._dots, place, total)
        for part in (self._dots, self._place, self._back):
            part.setVisible(not self._only)
        self._back.setEnabled(place > 0)
        self._unknown.setVisible(not last)
        text = _("&Done") if last else _("&Keep this") if self._only else _("&Next")
        self._next.set_text(text, mnemonic=True)
        if last:
            grow(self, SIZE)
        reading_order(self)
        give_keys(self)
        screen.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        if self._kept():
            self._turn(self._stack.currentIndex() - 1)

    def _go_on(self) -> None:
        if self.screen_now is self._advice:
            self.accept()
        elif self._kept():
            self._onwards()

    def _dont_know(self) -> None:
        key = self.screen_now.key
        if self._problem.attempt(lambda: self._workspace.readiness.unknown(key)):
            self._shown[self._stack.currentIndex()] = {}
            self._onwards()

    def _onwards(self) -> None:
        if self._only:
            self.accept()
        else:
            self._offer(self.screen_now.key)
            self._turn(self._stack.currentIndex() + 1)

    def _turn(self, place: int) -> None:
        key = self._screens[place].key
        if self._problem.attempt(lambda: self._workspace.readiness.leave_at(key)):
            self._show(place)

    # ---- keeping --------------------------------------------------------------------------------
    def _kept(self) -> bool:
        """Keep this screen's answer where it differs from what was shown; whether one may go on."""
        place, screen = self._stack.currentIndex(), self.screen_now
        wrong = screen.problem()
        if wrong:
            self._problem.say(wrong)
            return False
        values = screen.values()
        if values == self._shown[place]:
            return True
        if not self._problem.attempt(lambda: self._workspace.readiness.answer(screen.key, values)):
            return False
        self._shown[place] = values
        return True

    def _choose(self, way: str) -> None:
        self._problem.attempt(lambda: self._workspace.readiness.choose(way))

    # ---- the job it was -------------------------------------------------------------------------
    def _offer(self, question: str) -> None:
        """An answered question does a job, which can be ticked with one click."""
        empty(self._offers)
        view = self._workspace.readiness.view()
        job = view.jobs.get(question)
        if job is None or question in view.open:
            return
        text = _("That was the job “{job}”.").format(job=job.title)
        banner = Banner("readiness_job", text, "accent")
        spoken = _("Tick it: {job}").format(job=job.title)
        banner.add_button(button("readiness_tick", _("&Tick it"), lambda: self._tick(job), spoken=spoken))
        self._offers.addWidget(banner)

    def _tick(self, job: AskedJob) -> None:
        if job.number is None:
            done = self._problem.attempt(lambda: self._workspace.networks.step_done(job.id))
        else:
            number = job.number
            done = self._problem.attempt(lambda: self._workspace.week.tick(None, number))
        if done:
            empty(self._offers)
            self.screen_now.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_reasons(self) -> None:
        """The page of reasons, seen before it is printed."""
        PrintReasons(self._workspace.readiness.reasons(), self).open()

    def reject(self) -> None:
        """Leaving keeps what was typed, as far as it can be read."""
        with suppress(FocusPlanError):
            screen, place = self.screen_now, self._stack.currentIndex()
            if not screen.problem() and screen.values() != self._shown[place]:
                self._workspace.readiness.answer(screen.key, screen.values())
            self._workspace.readiness.leave_at(screen.key)
        super().reject()
