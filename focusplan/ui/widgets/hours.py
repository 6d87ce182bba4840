"""The allowed hours of a week: seven days, each with its times or the word *yours*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from focusplan import i18n
from focusplan.i18n import _
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.hoursbar import HoursBar
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.ui.widgets.timebox import DAY, STEP, TimeBox

Span = tuple[int, int]
LARGE = 130
"""Text size in per cent above which there is no room for the bars."""

_USUAL: Span = (540, 600)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _Times(QWidget):
    """One from–to of a day."""

    changed = Signal()

    def __init__(self, name: str, spoken: str, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        self.start = TimeBox(0, DAY - STEP, self)
        self.end = TimeBox(STEP, DAY, self)
        self.start.setObjectName(f"{name}_from")
        self.end.setObjectName(f"{name}_to")
        self.start.setAccessibleName(_("{day} from").format(day=spoken))
        self.end.setAccessibleName(_("{day} until").format(day=spoken))
        self.start.set_minutes(span[0])
        self.end.set_minutes(span[1])
        if percent() > LARGE:
            flow = FlowLayout(self, gap=8)
            for end in (self.start, self.end):
                flow.addWidget(end)
        else:
            row = QHBoxLayout(self)
            room(row)
            for part in (self.start, PlainLabel("–", parent=self), self.end):
                row.addWidget(part)
            row.addStretch(1)
        self.start.currentIndexChanged.connect(self._order)
        self.end.currentIndexChanged.connect(self._order)

    def span(self) -> Span:
        return self.start.minutes(), self.end.minutes()

    def _order(self) -> None:
        """A time that would end before it begins takes the other end along."""
        start, end = self.span()
        if start >= end:
            if self.sender() is self.start:
                self.end.set_minutes(min(DAY, start + 60))
            else:
                self.start.set_minutes(max(0, end - 60))
        self.changed.emit()


class DayHours(QObject):
    """One weekday: a box to tick, its times, what can be done with them. Its controls lie in `host`."""

    changed = Signal()
    copied = Signal(int, int)
    """From this weekday to that one; 7 means every other allowed day, 8 Monday to Friday."""

    def __init__(self, name: str, day: int, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.day = day
        self._name = f"{name}_{_NAMES[day]}"
        spoken = i18n.heading(i18n.day_name(day))
        self.box = QCheckBox(spoken, host)
        self.box.setObjectName(f"{self._name}_on")
        self.box.setAccessibleDescription(_("Tick it when you may work on this on {day}.").format(day=spoken))
        self.yours = PlainLabel(_("yours"), tone="soft", parent=host)
        self.bar = HoursBar(host)
        self.more = QToolButton(host)
        self.more.setObjectName(f"{self._name}_more")
        self.more.setText(_("Copy to…"))
        self.more.setAccessibleName(_("Copy the hours of {day}").format(day=spoken))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self._times: list[_Times] = []
        self.times = QVBoxLayout()
        room(self.times, gap=4)
        self.box.toggled.connect(self._toggle)

    def spans(self) -> tuple[Span, ...]:
        """The times in order; those that touch or overlap are one."""
        merged: list[Span] = []
        for start, end in sorted(times.span() for times in self._times):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def set_spans(self, spans: tuple[Span, ...]) -> None:
        """Show these times without telling; none makes the day the owner's."""
        for times in self._times:
            self.times.removeWidget(times)
            times.hide()
            times.deleteLater()
        self._times = [self._add(span, number) for number, span in enumerate(spans, start=1)]
        blocked = self.box.blockSignals(True)
        self.box.setChecked(bool(spans))
        self.box.blockSignals(blocked)
        self._paint()

    def controls(self) -> list[QWidget]:
        """What can be used, in reading order."""
        ends = [end for times in self._times for end in (times.start, times.end)]
        return [self.box, *ends, self.more]

    def _add(self, span: Span, number: int) -> _Times:
        times = _Times(f"{self._name}_{number}", self.box.text(), span, self._host)
        times.changed.connect(self._tell)
        self.times.addWidget(times)
        return times

    def _menu(self) -> QMenu:
        menu = QMenu(self.more)
        everywhere: tuple[tuple[str, int], ...] = (
            (_("Every day that is ticked"), 7),
            (_("Monday to Friday"), 8),
            *((i18n.heading(i18n.day_name(day)), day) for day in range(7) if day != self.day),
        )
        for text, target in everywhere:
            menu.addAction(text, self._copier(target))
        menu.addSeparator()
        menu.addAction(_("Add a second time"), self._second)
        menu.addAction(_("Only one time"), self._single)
        return menu

    def _copier(self, target: int) -> Callable[[], None]:
        return lambda: self.copied.emit(self.day, target)

    def _second(self) -> None:
        end = self.spans()[-1][1] if self._times else _USUAL[0]
        start = min(end + 60, DAY - STEP)
        if start > end:
            self.set_spans((*self.spans(), (start, min(start + 60, DAY))))
            self.changed.emit()

    def _single(self) -> None:
        self.set_spans(self.spans()[:1])
        self.changed.emit()

    def _toggle(self, on: bool) -> None:
        self.set_spans((_USUAL,) if on else ())
        self.changed.emit()

    def _tell(self) -> None:
        self._paint()
        self.changed.emit()

    def _paint(self) -> None:
        self.yours.setVisible(not self._times)
        self.more.setVisible(bool(self._times))
        self.bar.set_spans(self.spans())


class HoursEditor(QWidget):
    """Seven days; `changed` tells that a time was changed by hand."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(scaled(4))
        grid.setColumnStretch(3, 1)
        self.days = tuple(DayHours(name, day, self) for day in range(7))
        large = percent() > LARGE
        for number, day in enumerate(self.days):
            middle = QHBoxLayout()
            middle.addWidget(day.yours)
            middle.addLayout(day.times)
            day.bar.setVisible(not large)
            if large:
                grid.addWidget(day.box, 2 * number, 0)
                grid.addWidget(day.more, 2 * number, 1, Qt.AlignmentFlag.AlignLeft)
                grid.addLayout(middle, 2 * number + 1, 0, 1, 2)
            else:
                grid.addWidget(day.box, number, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addLayout(middle, number, 1)
                grid.addWidget(day.more, number, 2, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(day.bar, number, 3, Qt.AlignmentFlag.AlignVCenter)
            day.changed.connect(self._tell)
            day.copied.connect(self._copy)

    def hours(self) -> dict[int, tuple[Span, ...]]:
        """Times by weekday, 0 is Monday; days that are the owner's are left out."""
        return {day.day: day.spans() for day in self.days if day.spans()}

    def set_hours(self, hours: Mapping[int, tuple[Span, ...]]) -> None:
        """Show these times without telling."""
        for day in self.days:
            day.set_spans(tuple(hours.get(day.day, ())))
        self._order_tabs()

    def _copy(self, origin: int, target: int) -> None:
        spans = self.days[origin].spans()
        for day in self.days:
            if target == day.day or target == 7 and day.spans() or target == 8 and day.day < 5:
                day.set_spans(spans)
        self._tell()

    def _tell(self) -> None:
        self._order_tabs()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """Tab goes row by row, whatever was made when."""
        controls = [control for day in self.days for control in day.controls()]
        for before, after in zip(controls, controls[1:], strict=False):
            QWidget.setTabOrder(before, after)
