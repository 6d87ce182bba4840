"""What is said above every page: a reminder stays in sight, practice and a first word scroll with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.i18n import _, told
from focusplan.ui.help import hints
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.notices import Banner, announce
from focusplan.ui.widgets.space import room

if TYPE_CHECKING:
    from focusplan.answers import ReminderView


class Above(QWidget):
    """Three banners, each hidden while it has nothing to say. This one holds the reminder; the other two lie
    in `words`, which the page that is shown takes in. `go` carries a place; `leave`: away from the example;
    `put_aside` carries the key of a reminder that is not wanted now."""

    go = Signal(str)
    leave = Signal()
    put_aside = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("above")
        self._place = ""
        self._reminder: ReminderView | None = None
        self._practice = Banner("practice", "", "sky")
        self._leave = Button("", "practice_leave")
        self._leave.clicked.connect(lambda: self.leave.emit())
        self._practice.add_button(self._leave)
        self._remind = Banner("reminder", "", "sun")
        self._show, self._aside = Button("", "reminder_show"), Button("", "reminder_aside", "quiet")
        self._show.clicked.connect(self._shown)
        self._aside.clicked.connect(self._put_aside)
        self._hint = Banner("hint", "", "accent")
        self._seen = Button("", "hint_seen", "icon", icon="close")
        self._seen.clicked.connect(self._put_away)
        for button in (self._show, self._aside):
            self._remind.add_button(button)
        self._hint.add_button(self._seen)
        self.words = QWidget(self)
        self.words.setObjectName("first_words")
        column, words = QVBoxLayout(self), QVBoxLayout(self.words)
        room(column, 30, 14, 30, 0, gap=8)
        room(words, gap=8)
        for banner, place in ((self._remind, column), (self._practice, words), (self._hint, words)):
            banner.hide()
            place.addWidget(banner)
        self._fit()

    def show_practice(self, example: bool | None) -> None:
        """Say that the plan is no real one: True for the example that can be left, False for a practice plan
        of one's own, None for a real plan."""
        if example is not None:
            text = (
                _("This is an example business. Try everything; nothing here is yours.")
                if example
                else _("This is a practice plan. Nothing in it counts.")
            )
            self._practice.label.setText(text)
            self._practice.setAccessibleName(text)
            self._leave.set_text(_("Leave the example"))
            self._leave.setVisible(example)
        self._practice.setVisible(example is not None)
        self._fit()

    def show_place(self, place: str) -> None:
        """The first sentence of the page that is shown now, unless it was put away."""
        self._place = place
        text = hints.sentence(place)
        self._hint.label.setText(text)
        self._hint.setAccessibleName(text)
        self._seen.set_text("", spoken=_("Got it, put this sentence away"))
        self._hint.setVisible(bool(text))
        self._fit()

    def remind(self, reminder: ReminderView | None) -> None:
        """Show what is due; a new one is also read aloud."""
        new = reminder is not None and (self._reminder is None or self._reminder.key != reminder.key)
        self._reminder = reminder
        if reminder is not None:
            text = told(reminder.title, reminder.text)
            self._remind.label.setText(text)
            self._remind.setAccessibleName(text)
            self._show.set_text(_("Show it"), spoken=_("Show the first job"))
            self._aside.set_text(_("Not now"), spoken=_("Not now, put this reminder away"))
            if new:
                announce(self._remind, text)
        self._remind.setVisible(reminder is not None)
        self._fit()

    def _fit(self) -> None:
        """No gap above the page while nothing is said."""
        self.setVisible(not self._remind.isHidden())
        self.words.setVisible(not (self._practice.isHidden() and self._hint.isHidden()))

    def _shown(self) -> None:
        if self._reminder is not None:
            self.go.emit(self._reminder.page)

    def _put_aside(self) -> None:
        if self._reminder is not None:
            self.put_aside.emit(self._reminder.key)

    def _put_away(self) -> None:
        hints.put_away(self._place)
        self.show_place(self._place)
