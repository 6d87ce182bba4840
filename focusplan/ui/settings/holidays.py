"""Public holidays: days without work, unless the owner says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from focusplan.answers import HolidayView
from focusplan.i18n import _, day_with_year
from focusplan.ui.parts import label
from focusplan.ui.widgets.explain import explained
from focusplan.ui.widgets.space import room, scaled
from focusplan.ui.widgets.ticked import Words, tick_line

INDENT = 28
"""Where the single days stand under the box for all of them, in pixels at 100 %."""
SHOWN = 6
"""Coming holidays that are listed one by one."""


class HolidaysCard(QFrame):
    """A box for all holidays and one for each of the next; ticked is a day off. `works` carries a day and
    whether the owner works on it, `always` the same for all of them."""

    works = Signal(object, bool)
    always = Signal(bool)

    def __init__(self, holidays: Iterable[HolidayView], free: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_holidays_card")
        self.setProperty("kind", "card")
        coming = tuple(holidays)
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=8)
        told = _("A ticked day is free, and its week asks for less. This counts from next week on.")
        column.addLayout(explained(_("Public holidays"), "settings_holidays", told))
        if free and not coming:
            column.addWidget(label(_("No public holidays are known for your country."), "soft"))
            return
        everything = QCheckBox(_("Public &holidays are days off"), self)
        everything.setObjectName("settings_holidays_all")
        everything.setChecked(free)
        everything.toggled.connect(lambda on: self.always.emit(not on))
        column.addWidget(everything)
        for one in coming[:SHOWN]:
            column.addLayout(self._box(one))

    def _box(self, one: HolidayView) -> QHBoxLayout:
        """The words stand beside the box, so that a long name can break."""
        text = _("{day}: {name}").format(day=day_with_year(one.day), name=one.name)
        box = QCheckBox(self)
        box.setObjectName(f"settings_holiday_{one.day.isoformat()}")
        box.setAccessibleName(text)
        box.setChecked(not one.works)
        box.toggled.connect(lambda on: self._say(one.day, on))
        line = tick_line(box, Words(text, box))
        line.setContentsMargins(scaled(INDENT), 0, 0, 0)
        return line

    def _say(self, day: date, free: bool) -> None:
        self.works.emit(day, not free)
