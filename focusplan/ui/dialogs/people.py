"""Handing a job to someone new; the people who were named before stand below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.page import empty
from focusplan.ui.parts import column, label, line, row
from focusplan.ui.widgets.buttons import Button
from focusplan.workspace import Workspace

NAME_LENGTH = 60


class PeopleDialog(Ask):
    """`hand_over` gets the name that was typed."""

    def __init__(
        self, workspace: Workspace, parent: QWidget, title: str, hand_over: Callable[[str], object]
    ) -> None:
        super().__init__(
            parent, "people", _("Who does it?"), _("Staff or an agency: any name will do."), _("Hand it over")
        )
        self._people = workspace.people
        self.content.addWidget(label(title, "strong", "people_job"))
        self.name = line("people_name", _("Name"), most=NAME_LENGTH)
        self.add(_("&Name"), self.name)
        self._names = column(gap=4)
        self.content.addLayout(self._names)
        self._list()
        self.deed = lambda: hand_over(self.name.text())

    def _list(self) -> None:
        empty(self._names)
        for place, name in enumerate(self._people.names()):
            off = Button("", f"people_off_{place}", "icon", icon="close")
            off.set_text("", _("Take off the list: {name}").format(name=name))
            off.clicked.connect(lambda _on=False, name=name: self._remove(name))
            self._names.addLayout(row(label(name, "body", f"people_{place}"), 1, off))

    def _remove(self, name: str) -> None:
        if self.attempt(lambda: self._people.remove(name)):
            self._list()
