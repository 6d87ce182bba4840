"""The card of Settings about the program itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout

from focusplan.i18n import _
from focusplan.ui.about.dialogs import AboutDialog, MovingDialog, NewsDialog, version
from focusplan.ui.parts import button, label
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import room


class ProgramCard(QFrame):
    """The version, and three windows about it. `day` is today as text; `save` keeps a copy as a file."""

    def __init__(self, day: str, save: Callable[[Path], bool]) -> None:
        super().__init__()
        self.setObjectName("settings_program_card")
        self.setProperty("kind", "card")
        self._day, self._save = day, save
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=10)
        column.addWidget(label(_("The program"), "heading"))
        column.addWidget(label(version(), "soft", "settings_version"))
        flow = FlowLayout(gap=8)
        flow.addWidget(button("settings_moving", _("Moving &house…"), self._moving))
        flow.addWidget(button("settings_news", _("What is ne&w…"), self._news))
        flow.addWidget(button("settings_about", _("A&bout FocusPlan…"), self._about))
        column.addLayout(flow)

    # The window is their parent, not the card: the page is painted anew when a copy was made.
    def _moving(self) -> None:
        MovingDialog(self.window(), self._day, self._save).open()

    def _news(self) -> None:
        NewsDialog(self.window()).open()

    def _about(self) -> None:
        AboutDialog(self.window()).open()
