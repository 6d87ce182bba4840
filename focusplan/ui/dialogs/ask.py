"""A question that ends in a deed: what will happen, what is needed, one button that does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.parts import button, label
from focusplan.ui.problem import Problem
from focusplan.ui.reading import TallArea, first_field, give_keys, reading_order
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.space import room, scaled

WIDTH = 34
"""Least width of a dialog in letters."""

_EDGE = 20
"""Pixels of the window that stay in sight around it."""

MOST_WIDTH = 560
"""Greatest width in pixels at 100 %: a line that reads well."""


class Ask(QDialog):
    """`deed` is done when the owner agrees; while a rule says no, the dialog stays and says why.

    It is shown with `open()` and goes away by itself. `name` begins the names of all its controls.
    """

    def __init__(self, parent: QWidget | None, name: str, title: str, text: str, do: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH + 80)
        self.deed: Callable[[], object] = lambda: None
        self.content = QVBoxLayout()
        room(self.content, gap=10)
        self.problem = Problem(f"{name}_problem")
        self.no = button(f"{name}_no", _("Cancel"), self.reject)
        self.yes = button(f"{name}_yes", do, self.accept, "primary")
        self.yes.setDefault(True)
        self.text = label(text, "soft", f"{name}_text")
        self.text.setVisible(bool(text))
        body = QWidget()
        inner, outer = QVBoxLayout(body), QVBoxLayout(self)
        room(inner, gap=12)
        room(outer, 24, 20, gap=12)
        inner.addWidget(label(title, "heading", f"{name}_title"))
        inner.addWidget(self.text)
        inner.addLayout(self.content)
        inner.addWidget(self.problem)
        inner.addStretch(1)
        outer.addWidget(TallArea(f"{name}_area", body), 1)
        self.foot = Foot((self.no, self.yes))
        outer.addWidget(self.foot)

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is answered."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reading_order(self)
        give_keys(self)
        first = first_field(self)
        if first is not None:
            first.setFocus()
        self._fit(self._good_width())
        super().open()

    def event(self, event: QEvent) -> bool:
        """Grow when something more is said; shrink never, so that nothing jumps about."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(self.width())
        return done

    def _good_width(self) -> int:
        parent = self.parentWidget()
        most = parent.window().width() - 40 if parent is not None else scaled(MOST_WIDTH)
        return min(most, max(self.minimumWidth(), min(self.sizeHint().width(), scaled(MOST_WIDTH))))

    def _fit(self, width: int) -> None:
        """As high as its texts are at this width, and never higher than its window: then they scroll."""
        layout, parent = self.layout(), self.parentWidget()
        if layout is not None:
            most = parent.window().height() - _EDGE if parent is not None else self.maximumHeight()
            needed = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
            self.resize(width, min(most, max(needed, self.height() if self.isVisible() else 0)))

    def accept(self) -> None:
        """Do it; a refusal is shown here and nothing is lost."""
        if self.attempt(self.deed):
            super().accept()

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Whether a rule let it happen; the reason is shown where it did not."""
        return self.problem.attempt(deed)

    def show_problem(self, text: str) -> None:
        """Say it in the dialog and to a screen reader."""
        self.problem.say(text)

    def add(self, question: str, field: QWidget) -> QLabel:
        """A question above its field; the question's mnemonic leads there."""
        asked = label(question, "strong")
        asked.setBuddy(field)
        self.content.addWidget(asked)
        self.content.addWidget(field)
        return asked

    def beside(self, name: str, text: str, do: Callable[[], object]) -> QPushButton:
        """Another button at the left of the foot."""
        made = button(name, text, do, "quiet")
        self.foot.beside(made)
        return made


def sentences(name: str, spoken: str, text: str = "", hint: str = "") -> QPlainTextEdit:
    """A few lines to type; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setPlaceholderText(hint)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * 3 + 20)
    return made
