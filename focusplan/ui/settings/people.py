"""The people who help: their names can be seen, corrected, taken off the list and added to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from focusplan.i18n import _
from focusplan.ui.dialogs.people import NAME_LENGTH
from focusplan.ui.parts import button, label, line, row
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.space import room
from focusplan.ui.widgets.textfield import TextField


class PeopleCard(QFrame):
    """Names in the order they were given. `named` carries what was typed for a new one, `renamed` the old and
    the new name, `removed` a name."""

    named = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("settings_people_card")
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=8)
        column.addWidget(label(_("People who help"), "heading"))
        text = _("Jobs handed to them stay in the plan and on their own sheet, and take none of your time.")
        column.addWidget(label(text, "soft"))
        for place, name in enumerate(names):
            field = line(f"settings_person_{place}", _("Name of someone who helps"), name, most=NAME_LENGTH)
            field.left.connect(self._renaming(field, name))
            off = Button("", f"settings_person_{place}_off", "icon", icon="close")
            off.set_text("", _("Take off the list: {name}").format(name=name))
            off.clicked.connect(lambda _on=False, name=name: self.removed.emit(name))
            column.addLayout(row(field, off))
        self.new = line("settings_person_new", _("Someone else’s name"), hint=_("Name"), most=NAME_LENGTH)
        self.new.returnPressed.connect(self._add)
        column.addLayout(row(self.new, button("settings_person_add", _("Add"), self._add, "quiet")))

    def _renaming(self, field: TextField, name: str) -> Callable[[], None]:
        def leave() -> None:
            typed = field.text().strip()
            if not typed:
                field.setText(name)
            elif typed != name:
                self.renamed.emit(name, typed)

        return leave

    def _add(self) -> None:
        if self.new.text().strip():
            self.named.emit(self.new.text())
