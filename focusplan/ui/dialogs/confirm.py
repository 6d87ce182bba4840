"""A deed that needs no further answer: its consequence, and a button that names it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan.ui.dialogs.ask import Ask


class ConfirmDialog(Ask):
    """For taking back, running the newsletter beside, lifting a pause, putting right."""

    def __init__(
        self, parent: QWidget | None, name: str, title: str, text: str, do: str, deed: Callable[[], object]
    ) -> None:
        super().__init__(parent, name, title, text, do)
        self.deed = deed
