"""The owner's when-then sentence, which is printed on every sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from focusplan.domain.profile import TEXT_LENGTH
from focusplan.i18n import _
from focusplan.ui.parts import label, line
from focusplan.ui.widgets.explain import explained
from focusplan.ui.widgets.notices import announce
from focusplan.ui.widgets.space import room


class SentenceCard(QFrame):
    """Kept with Enter or as the field is left. `own` is empty where the `usual` one is printed; `keep` tells
    whether a rule let it be kept."""

    def __init__(self, own: str, usual: str, keep: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("settings_sentence_card")
        self.setProperty("kind", "card")
        self._kept, self._keep = own, keep
        title = _("Your when-then sentence")
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=10)
        text = _("It names a moment you know, and is printed on every sheet. Left empty, the usual one is.")
        column.addLayout(explained(title, "settings_sentence", text))
        self.text = line("settings_sentence", title, own, hint=usual, most=TEXT_LENGTH)
        self.text.setAccessibleDescription(text)
        self.text.setCursorPosition(0)
        column.addWidget(self.text)
        self.said = label("", "small", "settings_sentence_said")
        self.said.hide()
        column.addWidget(self.said)
        self.text.left.connect(self._leave)

    def _leave(self) -> None:
        text = self.text.text().strip()
        if text != self._kept and self._keep(text):
            self._kept = text
            said = _("Kept; it is on the next sheet.")
            self.said.setText(said)
            self.said.show()
            announce(self, said)
