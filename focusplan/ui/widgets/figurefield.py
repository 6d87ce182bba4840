"""A field for one figure: a count or an amount of money, empty where it is unknown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.domain.money import amount, hundredths
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import scaled
from focusplan.ui.widgets.textfield import TextField

LARGEST = 10**9


class FigureField(TextField):
    """`entered` tells that Enter was pressed, `passed` that it was with Ctrl, `entering` that the focus came.
    Money is in hundredths."""

    entered = Signal()
    passed = Signal()
    entering = Signal()

    def __init__(self, name: str, spoken: str, is_money: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMaxLength(16)
        self._money = is_money
        self.typed.connect(lambda _text: looks(self, wrong=not self.readable()))

    def set_value(self, value: int | None) -> None:
        """Show this figure."""
        self.setText(self._written(value))
        looks(self, wrong=False)

    def value(self) -> int | None:
        """The figure; None where nothing stands there, or what can't be read."""
        return self._read()[0]

    def readable(self) -> bool:
        """Whether what stands there is a figure, or nothing."""
        return not self._read()[1]

    def _read(self) -> tuple[int | None, bool]:
        text = self.text().strip()
        if not text:
            return None, False
        try:
            found = hundredths(i18n.parse_amount(text)) if self._money else i18n.parse_whole(text)
        except i18n.NumberWrong:
            return None, True
        return (found, False) if 0 <= found <= LARGEST else (None, True)

    def _written(self, value: int | None) -> str:
        if value is None:
            return ""
        return i18n.number(amount(value), 2 if value % 100 else 0) if self._money else i18n.number(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next figure; Up and Down count."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            passing = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.passed if passing else self.entered).emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.readable():
            self._count(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _count(self, by: int) -> None:
        """From unknown the first step leads to none."""
        step = by * (100 if self._money else 1)
        value = self.value()
        self.set_value(0 if value is None else min(LARGEST, max(0, value + step)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there can be typed over at once."""
        super().focusInEvent(event)
        self.entering.emit()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(scaled(92), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
