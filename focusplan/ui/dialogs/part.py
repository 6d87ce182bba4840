"""A part of a job is done: how long that took; the rest is still to come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan.domain.errors import WrongUse
from focusplan.i18n import _
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.parts import count, label

MOST = 480


class PartDialog(Ask):
    """`deed_with` gets the minutes."""

    def __init__(self, parent: QWidget, title: str, guess: int, keep: Callable[[int], object]) -> None:
        super().__init__(
            parent, "part", _("A part is done"), _("Its minutes are noted; the rest is still to come."),
            _("Note it"),
        )  # fmt: skip
        self.content.addWidget(label(title, "strong", "part_job"))
        self.minutes = count("part_minutes", _("Minutes it took"), 1, MOST, guess, 5)
        self.add(_("&Minutes it took"), self.minutes)
        self._keep = keep
        self.deed = self._note

    def _note(self) -> None:
        minutes = self.minutes.value()
        if minutes is None:
            raise WrongUse("minutes_range", least=1, most=MOST)
        self._keep(minutes)
