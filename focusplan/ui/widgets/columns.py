"""Two columns where there is room for them, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from focusplan.ui.widgets.space import scaled


class Columns(QWidget):
    """`left` and `right` take widgets and layouts. Narrower than `least` (at 100 %) it is one column."""

    def __init__(
        self, least: int = 720, shares: tuple[int, int] = (5, 4), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(scaled(18))
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column, share in zip((self.left, self.right), shares, strict=True):
            column.setSpacing(scaled(16))
            self._box.addLayout(column, share)
        self._wide: bool | None = None

    def ended(self) -> None:
        """Both columns are filled: cards end with their content."""
        self.left.addStretch(1)
        self.right.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column may be, since it can always become one."""
        hint = super().minimumSizeHint()
        widths = [column.minimumSize().width() for column in (self.left, self.right)]
        return QSize(max(widths), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= scaled(self._least)
        if wide != self._wide:
            self._wide = wide
            way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            self._box.setDirection(way)
