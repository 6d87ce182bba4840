"""Questions of closing a week that are answered in a sentence or with minutes; each may be left open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from focusplan.domain.profile import TEXT_LENGTH
from focusplan.i18n import _
from focusplan.ui.dialogs.close_screens import Screen
from focusplan.ui.parts import label, line, row
from focusplan.ui.widgets.space import scaled
from focusplan.ui.widgets.stepper import Stepper

PAUSE = 700
"""Milliseconds without a letter after which a sentence is kept."""
PHONE_STEP = 15


class TextScreen(Screen):
    """One sentence. It is kept while it is typed, so that nothing is lost with the computer."""

    def __init__(
        self, key: str, question: str, hint: str, text: str, keep: Callable[[str], bool], below: str = ""
    ) -> None:
        super().__init__(key, question, hint)
        self._keep, self._kept = keep, text
        self.text = line(f"close_{key}_text", question, text, most=TEXT_LENGTH)
        self.text.setAccessibleDescription(hint)
        self.column.addSpacing(scaled(6))
        self.column.addWidget(self.text)
        if below:
            self.column.addWidget(label(below, "small", f"close_{key}_below"))
        self.column.addStretch(1)
        self.first = self.text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.leave)
        self.text.typed.connect(lambda _text: self._timer.start())

    def leave(self) -> bool:
        """Keep the sentence where it was changed."""
        self._timer.stop()
        text = self.text.text()
        if text == self._kept:
            return True
        if not self._keep(text):
            return False
        self._kept = text
        return True

    def unknown(self) -> bool:
        """Nothing is said."""
        self.text.clear()
        return self.leave()


class WhenThenScreen(TextScreen):
    """The owner's own sentence, asked once. Passing it over is an answer, too."""

    def __init__(self, text: str, keep: Callable[[str], bool]) -> None:
        hint = _("A moment you know brings you to the sheet by itself. The sentence is printed on every "
                 "sheet; Settings has it too.")  # fmt: skip
        example = _("Such as: When Friday’s till is closed, I sit down with this sheet.")
        super().__init__("when_then", _("When do you sit down for this?"), hint, text, keep, example)
        self._asked = text

    def leave(self) -> bool:
        """What was offered and left as it is becomes the owner's own."""
        if self.text.text() == self._kept == self._asked:
            self._kept = ""
        return super().leave()

    def unknown(self) -> bool:
        """The usual sentence stays, and the question does not come again."""
        self.text.clear()
        self._kept = self._asked
        return super().leave()


class PhoneScreen(Screen):
    """Minutes in the apps on the phone, the whole week's."""

    def __init__(self, known: int | None, keep: Callable[[int | None], bool], say: Callable[[str], object]):
        hint = _("Your phone knows it under Screen time or Digital wellbeing. This may be left out.")
        question = _("How many minutes did the apps on the phone take?")
        super().__init__("phone", question, hint)
        self._keep, self._kept, self._say = keep, known, say
        self.stepper = Stepper("close_phone", question, most=10080, step=PHONE_STEP, huge=True)
        self.stepper.set_value(known)
        self.stepper.field.setAccessibleDescription(hint)
        self.column.addSpacing(scaled(12))
        self.column.addLayout(row(self.stepper, 1))
        self.column.addStretch(1)
        self.first = self.stepper.field

    def leave(self) -> bool:
        """Keep the minutes where they were changed."""
        if not self.stepper.readable():
            self._say(_("Please type a whole number, or choose “I don't know”."))
            return False
        value = self.stepper.value()
        if value != self._kept:
            if not self._keep(value):
                return False
            self._kept = value
        return True

    def unknown(self) -> bool:
        """Not known is not zero."""
        self.stepper.set_value(None)
        return self.leave()
