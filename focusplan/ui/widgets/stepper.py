"""A figure to type large or to step through, or *I don't know*."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room, scaled


class Stepper(QWidget):
    """A whole number from `least` to `most`, or None where it is unknown. `changed` carries it whenever a
    person changes it; `entered` tells that Enter was pressed on a figure that can be read."""

    changed = Signal(object)
    entered = Signal()

    def __init__(
        self,
        name: str,
        spoken: str,
        least: int = 0,
        most: int = 10**9,
        step: int = 1,
        huge: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._least, self._most, self._step = least, most, step
        self._value: int | None = None
        self.less = self._stepping(f"{name}_less", "minus", _("Less: {figure}").format(figure=spoken), -step)
        self.more = self._stepping(f"{name}_more", "plus", _("More: {figure}").format(figure=spoken), step)
        self.field = _Field(huge, self)
        self.field.setObjectName(f"{name}_field")
        self.field.setAccessibleName(spoken)
        self.field.setPlaceholderText("?")
        self.field.textChanged.connect(self._typed)  # a reader's own tools put text without a key
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        room(row, gap=12 if huge else 6)
        for part in (self.less, self.field, self.more):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        self.set_value(None)

    def value(self) -> int | None:
        """The figure; None where it is unknown or can't be read."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show this figure without telling."""
        self._value = None if value is None else self._within(value)
        with QSignalBlocker(self.field):
            self.field.setText("" if self._value is None else i18n.number(self._value))
        looks(self.field, wrong=False)
        self._mark_ends()

    def readable(self) -> bool:
        """Whether what stands in the field is a figure within the bounds, or nothing."""
        return not bool(self.field.property("wrong"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down step, Page Up and Page Down by ten."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Up: 1,
                Qt.Key.Key_Down: -1,
                Qt.Key.Key_PageUp: 10,
                Qt.Key.Key_PageDown: -10,
            }.get(Qt.Key(event.key()))
            if steps is not None:
                self._step_by(steps * self._step)
                return True
        return super().eventFilter(watched, event)

    def _stepping(self, name: str, icon: str, spoken: str, by: int) -> Button:
        button = Button("", name, icon=icon, spoken=spoken, parent=self)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._step_by(by))
        return button

    def _step_by(self, by: int) -> None:
        """From unknown the first step leads to the least figure."""
        start = self._value
        self.set_value(self._least if start is None else start + by)
        if self._value != start:
            self.changed.emit(self._value)

    def _typed(self, text: str) -> None:
        found, wrong = self._read(text)
        looks(self.field, wrong=wrong)
        self._value = found
        self._mark_ends()
        self.changed.emit(found)

    def _read(self, text: str) -> tuple[int | None, bool]:
        """The figure typed, and whether what was typed is wrong."""
        if not text.strip():
            return None, False
        try:
            found = i18n.parse_whole(text)
        except i18n.NumberWrong:
            return None, True
        return (found, False) if self._least <= found <= self._most else (None, True)

    def _enter(self) -> None:
        if self.readable():
            self.entered.emit()

    def _within(self, value: int) -> int:
        return min(self._most, max(self._least, value))

    def _mark_ends(self) -> None:
        self.less.setEnabled(self._value is not None and self._value > self._least)
        self.more.setEnabled(self._value is None or self._value < self._most)


class _Field(QLineEdit):
    """Wide enough for its figures, no wider."""

    def __init__(self, huge: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._huge = huge
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMaxLength(14)
        if huge:
            looks(self, letters="huge")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(scaled(150 if self._huge else 84), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
