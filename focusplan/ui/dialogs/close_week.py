"""Closing the week: one question a screen, each answer kept at once, one decision at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from focusplan import i18n
from focusplan.answers import ReviewNumber, ReviewView
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.ui.dialogs.ask import sentences
from focusplan.ui.parts import button, label, row
from focusplan.words import sentence
from focusplan.workspace import Workspace

LARGEST = 10**9
_PLACE = "place"


class NumberScreen(QWidget):
    """One number: a huge field, less and more, and I don't know."""

    def __init__(self, number: ReviewNumber, unknown: Callable[[], None]) -> None:
        super().__init__()
        self.number = number
        name = f"close_{number.network}_{number.figure}"
        self.field = QLineEdit("" if number.known is None else str(number.known))
        self.field.setObjectName(name)
        self.field.setAccessibleName(number.question)
        self.field.setAccessibleDescription(number.hint)
        self.field.setProperty("letters", "huge")
        self.field.setMaxLength(16)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setFixedWidth(self.field.fontMetrics().averageCharWidth() * 26)
        less = button(f"{name}_less", "−", lambda: self._add(-1), spoken=_("One less"))
        more = button(f"{name}_more", "+", lambda: self._add(1), spoken=_("One more"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(number.question, "title"))
        column.addWidget(label(number.hint, "soft"))
        column.addSpacing(12)
        column.addLayout(
            row(
                less,
                self.field,
                more,
                1,
                button(f"{name}_unknown", _("I &don't know"), unknown, "quiet"),
                gap=14,
            )
        )
        column.addStretch(1)

    def value(self) -> int | None:
        """The number typed, None when the field is empty. NumberWrong or NumberUnclear otherwise."""
        text = self.field.text().strip()
        return i18n.parse_whole(text) if text else None

    def _add(self, by: int) -> None:
        try:
            now = self.value() or 0
        except ValueError:
            now = 0
        self.field.setText(str(min(LARGEST, max(0, now + by))))


class DecisionScreen(QWidget):
    """The one decision of the week, with a line for what it is."""

    def __init__(self, draft: dict[str, str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(_("What do you decide for next week?"), "title"))
        column.addWidget(label(_("Exactly one thing, so that you see what it did."), "soft"))
        self._group = QButtonGroup(self)
        choices = {
            "keep": _("&Keep going as it is"),
            "change": _("&Change one thing"),
            "stop": _("&Stop one thing"),
        }
        for key, text in choices.items():
            made = QRadioButton(text)
            made.setObjectName(f"close_decide_{key}")
            made.setAccessibleName(text.replace("&", ""))
            made.setProperty("key", key)
            made.setChecked(key == draft.get("decide", "keep"))
            self._group.addButton(made)
            column.addWidget(made)
        self.text = sentences("close_text", _("Which thing? In one sentence"), draft.get("text", ""))
        asked = label(_("&Which thing? In one sentence"), "strong")
        asked.setBuddy(self.text)
        column.addWidget(asked)
        column.addWidget(self.text)
        column.addStretch(1)

    @property
    def decide(self) -> str:
        """keep, change or stop."""
        chosen = self._group.checkedButton()
        return str(chosen.property("key")) if chosen is not None else "keep"


class CloseWeek(QDialog):
    """Closes the week of `view`. What was answered is kept when it is left, and taken up from there."""

    def __init__(self, workspace: Workspace, view: ReviewView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("close_week")
        self.setWindowTitle(view.title)
        self.setMinimumSize(720, 420)
        self._workspace, self._view = workspace, view
        self._screens: list[NumberScreen | DecisionScreen] = [
            NumberScreen(number, self._unknown) for number in view.numbers
        ]
        self._decision = DecisionScreen(view.draft)
        self._screens.append(self._decision)
        self._place = label("", "small", "close_place")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._problem = label("", "problem", "close_problem")
        self._stack = QStackedWidget()
        for screen in self._screens:
            self._stack.addWidget(screen)
        self._back = button("close_back", _("&Back"), self._go_back)
        self._next = button("close_next", _("&Next"), self._go_on, "primary")
        self._next.setDefault(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(40, 30, 40, 28)
        outer.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(label(view.title, "small", "close_title"), 1)
        head.addWidget(self._place)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._problem)
        later = button("close_later", _("Go on &later"), self.reject, "quiet")
        outer.addLayout(row(self._back, later, 1, self._next))
        kept = view.draft.get(_PLACE, "0")
        self._show(min(int(kept) if kept.isascii() and kept.isdigit() else 0, len(self._screens) - 1))

    def _show(self, place: int) -> None:
        self._problem.hide()
        self._stack.setCurrentIndex(place)
        total = len(self._screens)
        self._place.setText(_("{number} of {total}").format(number=place + 1, total=total))
        self._back.setEnabled(place > 0)
        last = place == total - 1
        self._next.setText(_("Close the &week") if last else _("&Next"))
        self._next.setAccessibleName(self._next.text().replace("&", ""))
        screen = self._screens[place]
        if isinstance(screen, NumberScreen):
            screen.field.setFocus(Qt.FocusReason.OtherFocusReason)
            screen.field.selectAll()
        else:
            self._decision.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._show(self._stack.currentIndex() - 1)

    def _go_on(self) -> None:
        screen = self._screens[self._stack.currentIndex()]
        if isinstance(screen, DecisionScreen):
            self._finish()
            return
        try:
            value = screen.value()
        except ValueError:
            self._say(_("Please type a whole number, or choose “I don't know”."))
            return
        self._keep(screen, value)

    def _unknown(self) -> None:
        screen = self._screens[self._stack.currentIndex()]
        if isinstance(screen, NumberScreen):
            screen.field.clear()
            self._keep(screen, None)

    def _keep(self, screen: NumberScreen, value: int | None) -> None:
        """Save this answer, then the next question; what was unknown before and still is needs no saving."""
        number = screen.number
        try:
            if value is not None or number.known is not None:
                self._workspace.week.record(number.network, self._view.week, {number.figure: value})
            self._workspace.review.save_draft(_PLACE, str(self._stack.currentIndex() + 1))
        except FocusPlanError as error:
            self._say(sentence(error))
            return
        self._show(self._stack.currentIndex() + 1)

    def _finish(self) -> None:
        text = self._decision.text.toPlainText().strip()
        try:
            self._workspace.review.close(self._view.week, self._decision.decide, text)
        except FocusPlanError as error:
            self._say(sentence(error))
            return
        self.accept()

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    def reject(self) -> None:
        """Leaving keeps what was decided so far."""
        try:
            self._workspace.review.save_draft("decide", self._decision.decide)
            self._workspace.review.save_draft("text", self._decision.text.toPlainText())
        except FocusPlanError:
            pass  # the answers themselves are kept already; the draft of the sentence is not worth a message
        super().reject()
