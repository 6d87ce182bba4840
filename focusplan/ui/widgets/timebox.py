"""A time of day to choose, in steps of a quarter of an hour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QComboBox, QWidget

from focusplan import i18n
from focusplan.ui.widgets.space import scaled

STEP = 15
_FRAME = 76
"""What the style puts around the text, in pixels at 100 %."""
DAY = 1440


class TimeBox(QComboBox):
    """Minutes since midnight from `first` to `last`. Another time than a quarter is kept as it is."""

    def __init__(self, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(12)
        self._texts: tuple[str, ...] = ()
        for minutes in range(first, last + 1, STEP):
            self.addItem(i18n.time_of_day(minutes), minutes)

    def sizeHint(self) -> QSize:
        """Just wide enough for a time: seven days of them stand below one another."""
        if self.count() != len(self._texts):
            self._texts = tuple(self.itemText(n) for n in range(self.count()))
        widest = _widest(self._texts, self.font().toString())
        return QSize(widest + scaled(_FRAME), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def minutes(self) -> int:
        """The chosen time in minutes since midnight."""
        return int(self.currentData())

    def set_minutes(self, minutes: int) -> None:
        """Show this time without telling."""
        blocked = self.blockSignals(True)
        index = self.findData(minutes)
        if index < 0:
            index = next((n for n in range(self.count()) if self.itemData(n) > minutes), self.count())
            self.insertItem(index, i18n.time_of_day(minutes), minutes)
        self.setCurrentIndex(index)
        self.blockSignals(blocked)


@lru_cache(32)
def _widest(texts: tuple[str, ...], font: str) -> int:
    """The widest of these texts in these letters, in pixels."""
    asked = QFont()
    asked.fromString(font)
    metrics = QFontMetrics(asked)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)
