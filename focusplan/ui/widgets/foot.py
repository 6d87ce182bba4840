"""The buttons below a dialog: what goes on at the right, what leads elsewhere at the left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from focusplan.ui.widgets.columns import Pair
from focusplan.ui.widgets.flow import FlowLayout


class Foot(Pair):
    """One line where there is room for it; in large letters the right half goes below the left one."""

    def __init__(self, right: Iterable[QWidget], left: Iterable[QWidget] = ()) -> None:
        halves = QWidget(), QWidget()
        self._left, self._right = (FlowLayout(half, gap=8) for half in halves)
        super().__init__(*halves)
        for flow, buttons in ((self._left, left), (self._right, right)):
            for button in buttons:
                flow.addWidget(button)

    def arrange(self) -> None:
        """Both halves have their rows, however little room the dialog has above them."""
        super().arrange()
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def beside(self, button: QWidget) -> None:
        """One more at the left."""
        self._left.addWidget(button)
        self.arrange()
