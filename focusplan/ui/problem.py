"""Why something could not be kept, said where it was asked: to the eye and to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleEvent

from focusplan.domain.errors import FocusPlanError
from focusplan.ui.parts import ROLES
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.words import sentence, ways


class Problem(PlainLabel):
    """Hidden while there is none."""

    def __init__(self, name: str) -> None:
        size, tone, strong = ROLES["problem"]
        super().__init__("", size=size, tone=tone, strong=strong, name=name)
        self.hide()

    def say(self, text: str) -> None:
        """Say it; nothing takes away what was said."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Whether a rule let it happen; the reason is said where it did not."""
        try:
            verb()
        except FocusPlanError as error:
            self.say("\n".join([sentence(error), *ways(error)]))
            return False
        self.hide()
        return True
