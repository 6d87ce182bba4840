"""Questions with their fields: beside one another, in large letters one above the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import percent, room, scaled

LARGE = 130
"""Text size in per cent above which a question stands above its field."""

_GAP, _CLOSE, _BETWEEN = 12, 5, 20
"""Between rows, between a question and the field below it, and between the two columns."""


class Form(QFormLayout):
    """Rows are put in with `ask`; they are placed again when the text size changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._asked: list[tuple[QLabel, QWidget]] = []
        room(self, gap=_GAP)
        self.fit()

    def ask(self, question: str, about: QWidget, field: QWidget | QLayout | None = None) -> None:
        """A question; its mnemonic leads to `about`, which stands in `field` where it has company."""
        made = PlainLabel(question)
        made.setWordWrap(percent() > LARGE)
        made.setBuddy(about)
        self._asked.append((made, about))
        self.addRow(made, field if field is not None else about)
        self.fit()

    def fit(self) -> None:
        """Take the places that go with the text size."""
        above = percent() > LARGE
        policy = QFormLayout.RowWrapPolicy
        self.setRowWrapPolicy(policy.WrapAllRows if above else policy.WrapLongRows)
        self.setHorizontalSpacing(scaled(_BETWEEN))
        self.setVerticalSpacing(scaled(_CLOSE if above else _GAP))
        for made, about in self._asked:
            made.setWordWrap(above)
            made.setContentsMargins(0, scaled(_GAP - _CLOSE) if above else 0, 0, 0)
            made.setMinimumHeight(0 if above else about.sizeHint().height())
