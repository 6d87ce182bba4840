"""Closing the week: one question a screen, each answer kept at once, one decision at the end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from focusplan.answers import Job, ReviewView
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.ui.dialogs.close_screens import (
    DecisionScreen,
    LeftScreen,
    NumberScreen,
    Screen,
    dots,
    mark_place,
)
from focusplan.ui.parts import button, label, row, short
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence
from focusplan.workspace import Workspace

SIZE = (760, 440)
_PLACE = "place"


def screens_of(view: ReviewView) -> int:
    """How many questions closing this week takes."""
    return _asks_left(view) + len(view.numbers) + 1


def _asks_left(view: ReviewView) -> bool:
    return any(job.can_tick for job in view.left)


class CloseWeek(QDialog):
    """Closes the week of `view`. What was answered is kept when it is left, and taken up from there."""

    def __init__(self, workspace: Workspace, view: ReviewView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("close_week")
        self.setWindowTitle(view.title)
        self._workspace, self._view = workspace, view
        self._decision = DecisionScreen(view.draft)
        self._screens = self._made()
        self._dots = short("", "soft", "close_dots")
        self._place = short("", "small", "close_place")
        self._problem = label("", "problem", "close_problem")
        self._stack = QStackedWidget()
        self._stack.setObjectName("close_screens")
        for screen in self._screens:
            self._stack.addWidget(screen)
        self._back = button("close_back", _("&Back"), self._go_back)
        self._next = button("close_next", _("&Next"), self._go_on, "primary")
        self._next.setDefault(True)
        self._build()
        kept = [n for n, screen in enumerate(self._screens) if screen.key == view.draft.get(_PLACE)]
        self._show(kept[0] if kept else 0)

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _made(self) -> list[Screen]:
        view = self._view
        screens: list[Screen] = []
        if _asks_left(view):
            screens.append(LeftScreen(view.left, self._tick))
        screens += [NumberScreen(number, self._unknown) for number in view.numbers]
        return [*screens, self._decision]

    def _build(self) -> None:
        width, height = (scaled(length) for length in SIZE)
        parent = self.parentWidget()
        room_there = parent.window().size() if parent is not None else self.maximumSize()
        self.resize(min(width, room_there.width() - 20), min(height, room_there.height() - 20))
        outer = QVBoxLayout(self)
        room(outer, 44, 32, 44, 30, gap=16)
        head = row(label(self._view.title, "small", "close_title"), self._dots, self._place, gap=10)
        head.setStretch(0, 1)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._problem)
        later = button("close_later", _("Go on &later"), self.reject, "quiet")
        outer.addLayout(row(self._back, later, 1, self._next))
        reading_order(self)

    # ---- going about ----------------------------------------------------------------------------
    def _show(self, place: int) -> None:
        self._problem.hide()
        self._stack.setCurrentIndex(place)
        total = len(self._screens)
        self._dots.setText(dots(place, total))
        self._place.setText(_("{number} of {total}").format(number=place + 1, total=total))
        mark_place(self._dots, place, total)
        self._back.setEnabled(place > 0)
        last = place == total - 1
        self._next.set_text(_("&Close the week") if last else _("&Next"), mnemonic=True)
        give_keys(self)
        screen = self._screens[place]
        screen.first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(screen, NumberScreen):
            screen.stepper.field.selectAll()

    @property
    def _screen(self) -> Screen:
        return self._screens[self._stack.currentIndex()]

    def _go_back(self) -> None:
        self._show(self._stack.currentIndex() - 1)

    def _go_on(self) -> None:
        screen = self._screen
        if isinstance(screen, DecisionScreen):
            self._finish()
        elif not isinstance(screen, NumberScreen):
            self._go_forward()
        elif screen.stepper.readable():
            self._keep(screen, screen.stepper.value())
        else:
            self._say(_("Please type a whole number, or choose “I don't know”."))

    def _unknown(self) -> None:
        screen = self._screen
        if isinstance(screen, NumberScreen):
            screen.stepper.set_value(None)
            self._keep(screen, None)

    def _go_forward(self) -> None:
        place = self._stack.currentIndex() + 1
        if self._attempt(lambda: self._draft(_PLACE, self._screens[place].key)):
            self._show(place)

    # ---- keeping --------------------------------------------------------------------------------
    def _keep(self, screen: NumberScreen, value: int | None) -> None:
        """Save this answer where it differs from what the plan holds, then ask the next one."""
        number, week = screen.number, self._view.week
        if value != screen.kept:
            figures = {number.figure: value}
            if not self._attempt(lambda: self._workspace.week.record(number.network, week, figures)):
                return
            screen.kept = value
        self._go_forward()

    def _tick(self, job: Job, done: bool) -> None:
        self._attempt(lambda: self._workspace.week.tick(self._view.week, job.number, done))

    def _finish(self) -> None:
        text, decide = self._decision.text.toPlainText().strip(), self._decision.decide
        if self._attempt(lambda: self._workspace.review.close(self._view.week, decide, text)):
            self.accept()

    def _draft(self, key: str, value: str) -> None:
        self._workspace.review.save_draft(key, value, self._view.week)

    def _attempt(self, verb: Callable[[], object]) -> bool:
        """Whether a rule let it happen; the reason is shown where it did not."""
        try:
            verb()
        except FocusPlanError as error:
            self._say(sentence(error))
            return False
        self._problem.hide()
        return True

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    def reject(self) -> None:
        """Leaving keeps what was decided so far; the answers themselves are kept already."""
        with suppress(FocusPlanError):
            self._draft("decide", self._decision.decide)
            self._draft("text", self._decision.text.toPlainText())
        super().reject()
