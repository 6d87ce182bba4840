"""Closing the week: one question a screen, each answer kept at once, one decision at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from focusplan.answers import Job
from focusplan.closinganswers import Easier, NumberRow, ReviewView
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.ui.dialogs.close_done import ClosedScreen
from focusplan.ui.dialogs.close_numbers import NumbersScreen
from focusplan.ui.dialogs.close_screens import DecisionScreen, LeftScreen, Screen, dots, mark_place
from focusplan.ui.dialogs.close_texts import PhoneScreen, TextScreen, WhenThenScreen
from focusplan.ui.dialogs.fitting import fit, grow
from focusplan.ui.dialogs.goal import GoalDialog
from focusplan.ui.dialogs.numbers import keep_figures
from focusplan.ui.imports.bring_in import BringIn
from focusplan.ui.parts import button, label, row, short
from focusplan.ui.problem import Problem
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.space import room
from focusplan.workspace import Workspace

SIZE = (840, 540)
_PLACE = "place"


class CloseWeek(QDialog):
    """Closes the week of `view`. What was answered is kept when it is left, and taken up from there. It is
    accepted when the next sheet is wanted; `closed` tells whether the week is."""

    def __init__(self, workspace: Workspace, view: ReviewView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("close_week")
        self.setWindowTitle(view.title)
        self._workspace, self._view = workspace, view
        self.closed = False
        self._problem = Problem("close_problem")
        self._decision = DecisionScreen(view.draft, view.last, self._decided)
        self._screens = list(self._made())
        self._dots = short("", "soft", "close_dots")
        self._place = short("", "small", "close_place")
        self._notes = label(" ".join(view.notes), "small", "close_notes")
        self._stack = QStackedWidget()
        self._stack.setObjectName("close_screens")
        for screen in self._screens:
            self._stack.addWidget(screen)
        self._back = button("close_back", _("&Back"), self._go_back)
        self._later = button("close_later", _("Go on &later"), self.reject, "quiet")
        self._unknown = button("close_unknown", _("I &don't know"), self._dont_know, "quiet")
        self._next = button("close_next", _("&Next"), self._go_on, "primary")
        self._next.setDefault(True)
        self._build()
        kept = [n for n, screen in enumerate(self._screens) if screen.key == view.draft.get(_PLACE)]
        self._show(kept[0] if kept else 0)

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _made(self) -> Iterator[Screen]:
        view = self._view
        if view.asks_left:
            yield LeftScreen(view.left, self._tick, self._let_go)
        for asked in view.numbers:
            screen = NumbersScreen(asked, self._record, self._from_file)
            screen.fields.problem.connect(self._problem.say)
            screen.fields.ended.connect(self._go_on)
            screen.fields.passed.connect(self._go_on)
            yield screen
        yield PhoneScreen(view.phone, self._phone, self._problem.say)
        yield self._text("worked", _("What worked?"), _("One sentence is plenty. It may stay empty."))
        yield self._text(
            "put_off",
            _("Which useful work was put off for this?"),
            _("Such as e-mails to regulars, offers, the accounts. It may stay empty."),
        )
        if view.asks_when_then:
            yield WhenThenScreen(view.when_then, self._when_then)
        yield self._decision

    def _text(self, key: str, question: str, hint: str) -> TextScreen:
        def keep(text: str) -> bool:
            return self._problem.attempt(lambda: self._draft(key, text))

        return TextScreen(key, question, hint, self._view.draft.get(key, ""), keep)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        room(outer, 40, 28, 40, 26, gap=14)
        head = row(label(self._view.title, "small", "close_title"), self._dots, self._place, gap=10)
        head.setStretch(0, 1)
        outer.addLayout(head)
        outer.addWidget(self._notes)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._problem)
        outer.addWidget(Foot((self._unknown, self._next), (self._back, self._later)))
        fit(self, SIZE)
        reading_order(self)

    # ---- going about ----------------------------------------------------------------------------
    def show_question(self, place: int) -> None:
        """Ask this question, the first one being 0."""
        self._show(place)

    def _show(self, place: int) -> None:
        self._problem.hide()
        self._stack.setCurrentIndex(place)
        total = len(self._screens)
        self._dots.setText(dots(place, total))
        self._place.setText(_("{number} of {total}").format(number=place + 1, total=total))
        mark_place(self._dots, place, total)
        self._notes.setVisible(place == 0 and bool(self._view.notes))
        self._back.setEnabled(place > 0)
        last = place == total - 1
        self._next.set_text(_("&Close the week") if last else _("&Next"), mnemonic=True)
        give_keys(self)
        self._screens[place].begin()

    @property
    def _screen(self) -> Screen:
        return self._screens[self._stack.currentIndex()]

    def _go_back(self) -> None:
        if self._screen.leave():
            self._show(self._stack.currentIndex() - 1)

    def _go_on(self) -> None:
        if self.closed:
            self.accept()
        elif self._screen.leave():
            self._go_forward()

    def _dont_know(self) -> None:
        if self._screen.unknown():
            self._go_forward()

    def _go_forward(self) -> None:
        if self._screen is self._decision:
            self._finish()
            return
        place = self._stack.currentIndex() + 1
        if self._problem.attempt(lambda: self._draft(_PLACE, self._screens[place].key)):
            self._show(place)

    # ---- keeping --------------------------------------------------------------------------------
    def _record(self, number_row: NumberRow, figures: Mapping[str, int | None]) -> None:
        keep_figures(self._workspace, number_row, figures)

    def _from_file(self) -> None:
        """A platform's own file fills in what it knows."""
        dialog = BringIn(self._workspace, (), self)
        dialog.finished.connect(self._brought_in)
        dialog.open()

    def _brought_in(self) -> None:
        rows = [one for asked in self._workspace.review.view(self._view.week).numbers for one in asked.rows]
        for screen in self._screens:
            if isinstance(screen, NumbersScreen):
                screen.fields.renew(rows)

    def _decided(self, key: str, value: str) -> None:
        if not self.closed:
            self._problem.attempt(lambda: self._draft(key, value))

    def _tick(self, week: Week, job: Job, done: bool) -> None:
        self._problem.attempt(lambda: self._workspace.week.tick(week, job.number, done))

    def _let_go(self, week: Week, job: Job, gone: bool) -> None:
        self._problem.attempt(lambda: self._workspace.review.let_go(week, job.number, gone))

    def _phone(self, minutes: int | None) -> bool:
        return self._problem.attempt(lambda: self._workspace.review.note_phone(self._view.week, minutes))

    def _when_then(self, text: str) -> bool:
        return self._problem.attempt(lambda: self._workspace.week.write_when_then(text))

    def _draft(self, key: str, value: str) -> None:
        self._workspace.review.save_draft(key, value, self._view.week)

    # ---- the end --------------------------------------------------------------------------------
    def _finish(self) -> None:
        text, decide = self._decision.text.text().strip(), self._decision.decide
        if not self._problem.attempt(lambda: self._workspace.review.close(self._view.week, decide, text)):
            return
        self.closed = True
        screen = ClosedScreen(self._workspace.review.closed(self._view.week), self._look, self._stay)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._screens.append(screen)
        for part in (self._dots, self._place, self._notes, self._back, self._unknown):
            part.hide()
        grow(self, SIZE)
        self._later.set_text(_("&Done"), mnemonic=True)
        self._next.set_text(_("&See the next sheet"), mnemonic=True)
        reading_order(self)
        give_keys(self)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, offer: Easier) -> None:
        """The goal as it is adjusted under Networks."""
        run = self._workspace.networks.view().active
        goal = next((one for one in run.goals if one.id == offer.goal), None) if run else None
        if goal is not None:
            dialog = GoalDialog(self._workspace, offer.network, goal, self)
            dialog.accepted.connect(lambda: self._answered(offer))
            dialog.open()

    def _stay(self, offer: Easier) -> None:
        if self._problem.attempt(lambda: self._workspace.results.put_away(offer.id)):
            self._answered(offer)

    def _answered(self, offer: Easier) -> None:
        screen = self._screens[-1]
        if isinstance(screen, ClosedScreen):
            screen.answered(offer)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Leaving keeps what was decided so far; the answers themselves are kept already."""
        if not self.closed:
            with suppress(FocusPlanError):
                self._screen.leave()
                self._draft("decide", self._decision.decide)
                self._draft("text", self._decision.text.text())
        super().reject()
