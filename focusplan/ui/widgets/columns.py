"""Parts beside one another where there is room for them, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from focusplan.ui.widgets.space import room, scaled


class Beside(QWidget):
    """Parts are put in with `add`. Narrower than `least` (at 100 %) they stand below one another."""

    def __init__(self, least: int, gap: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._parts: list[QWidget | QLayout] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        room(self._box, gap=gap)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, share: int = 1) -> None:
        """Put a part at the end; `share` of the width."""
        self._box.addWidget(part, share)
        self._parts.append(part)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part alone, since they can always stand below one another."""
        widths = [_least_width(part) for part in self._parts]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def _needed(self) -> int:
        """The width from which the parts stand beside one another."""
        return scaled(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Stand beside one another, or not, after the parts or the width have changed."""
        wide = self.width() >= self._needed()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)


class Pair(Beside):
    """Two parts of one line: the first takes the room, the second stands at the right, or below where both
    have no room in one line. `level`: the lower one stands in the middle of the higher one's height."""

    def __init__(self, first: QWidget, second: QWidget, gap: int = 8, level: bool = False) -> None:
        super().__init__(0, gap)
        self._pair = (first, second)
        self.add(first, 1)
        self.add(second, 0)
        for part in self._pair if level else ():
            self._box.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)

    def _needed(self) -> int:
        return sum(part.sizeHint().width() for part in self._pair) + self._box.spacing()


class Columns(Beside):
    """Two columns, `left` and `right`, that take widgets and layouts."""

    def __init__(
        self, least: int = 720, shares: tuple[int, int] = (5, 4), parent: QWidget | None = None
    ) -> None:
        super().__init__(least, 18, parent)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column, share in zip((self.left, self.right), shares, strict=True):
            room(column, gap=16)
            self._box.addLayout(column, share)
            self._parts.append(column)

    def ended(self) -> None:
        """Both columns are filled: cards end with their content."""
        self.left.addStretch(1)
        self.right.addStretch(1)


def _least_width(part: QWidget | QLayout) -> int:
    if isinstance(part, QLayout):
        return part.minimumSize().width()
    return max(part.minimumWidth(), part.minimumSizeHint().width())
