"""A layout that goes on in the next row where a row ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid

from focusplan.ui.widgets.space import room, scaled


class FlowLayout(QLayout):
    """Parts at their own width, row by row. `gap` between parts and `rows` between rows are for 100 %."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, rows: int = -1) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._row_gap = gap if rows < 0 else rows
        room(self, gap=gap)

    def invalidate(self) -> None:
        """A part has changed: what was reckoned holds no longer."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + max(0, len(hints) - 1) * self.spacing()
        return self._framed(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """The widest part alone."""
        if self._least is None:
            least = QSize()
            for item in self._shown():
                least = least.expandedTo(QSize(_least(item), item.minimumSize().height()))
            self._least = self._framed(least)
        return QSize(self._least)

    def _shown(self) -> list[QLayoutItem]:
        """While a window goes, Python lets go of the items before Qt has asked for the last time."""
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _framed(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, move: bool) -> int:
        """Go through the rows; the height they take. Parts stand in the middle of their row's height."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            high = max(size.height() for _item, size in row)
            left = inner.left()
            for item, size in row:
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += high + scaled(self._row_gap)
        margins = self.contentsMargins()
        return max(0, top - scaled(self._row_gap) - inner.top()) + margins.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = _size_within(item, width)
            if not rows or used + self.spacing() + size.width() > width:
                rows.append([])
                used = -self.spacing()
            rows[-1].append((item, size))
            used += self.spacing() + size.width()
        return rows


def _least(item: QLayoutItem) -> int:
    """The least width of a part. A button alone in its row may be cut, which its policy would not allow."""
    widget = item.widget()
    if widget is None or widget.minimumWidth():
        return item.minimumSize().width()
    return min(item.minimumSize().width(), widget.minimumSizeHint().width())


def _size_within(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    wide = max(min(hint.width(), width), _least(item))
    return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height())
