"""Below the jobs: what came up, one more result, and the line from paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import PaperAnswer, WeekView
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _, number
from focusplan.ui.parts import button, column, label, line
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.notices import announce
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence

WAIT = 300
"""Milliseconds of rest before a line that is being typed is understood."""
LONGEST = 1000


class PaperField(QWidget):
    """A line typed from paper. While it is typed it says what it understands; Enter does it. A line that
    can't be read stays, and where it stumbled is said."""

    kept = Signal(str)

    def __init__(
        self,
        example: str,
        understand: Callable[[str], PaperAnswer],
        keep: Callable[[str], PaperAnswer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._understand, self._keep = understand, keep
        hint = _("From paper: type the line, such as {line}").format(line=example)
        self.field = line("paper_line", _("The line from paper"), hint=hint, most=LONGEST)
        self.field.setAccessibleDescription(hint)
        self.said = label("", "soft", "paper_said")
        self.said.hide()
        inner = QVBoxLayout(self)
        room(inner, gap=6)
        inner.addWidget(self.field)
        inner.addWidget(self.said)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._preview)
        self.field.typed.connect(self._typing)
        self.field.returnPressed.connect(self._enter)

    def take(self, text: str, said: str) -> None:
        """Show what was typed and said before the page was painted anew."""
        self.field.setText(text)
        self._say(said)

    def _typing(self) -> None:
        looks(self.field, wrong=False)
        self._say("")
        self._timer.start()

    def _preview(self) -> None:
        """What can't be read yet may still become a line, so nothing is said of it here."""
        text = self.field.text()
        try:
            said = self._understand(text).text if text.strip() else ""
        except FocusPlanError:
            said = ""
        self._say(_("{understood} Enter keeps it.").format(understood=said) if said else "")

    def _enter(self) -> None:
        self._timer.stop()
        text = self.field.text()
        if not text.strip():
            return
        try:
            answer = self._keep(text)
        except FocusPlanError as error:
            looks(self.field, wrong=True)
            self._say(sentence(error))
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))
            return
        self.field.clear()
        self._say(answer.text)
        announce(self, answer.text)
        self.kept.emit(answer.text)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))


def past_row(view: WeekView, numbers: Callable[[], object]) -> QVBoxLayout:
    """Of a week that has ended: whether what is added still counts, and the way to its numbers."""
    if view.closed:
        text = _("This week is closed: figures typed now are kept and shown, and don’t count.")
    else:
        text = _("This week is still open: what you tick and type counts.")
    flow = FlowLayout(gap=10)
    flow.addWidget(button("numbers_open", _("Fill in the nu&mbers…"), numbers))
    made = column(label(text, "small", "week_over"), gap=8)
    made.addLayout(flow)
    return made


def lower_row(
    view: WeekView,
    came_up: Callable[[], object],
    result: Callable[[], object],
    numbers: Callable[[], object],
) -> FlowLayout:
    """What came up, one more result with how many were counted this week, and all numbers."""
    flow = FlowLayout(gap=10)
    flow.addWidget(button("came_up_open", _("Something came &up +"), came_up, spoken=_("Something came up")))
    plus = Button(
        _("+1 {result}").format(result=view.result_one),
        "result_plus",
        spoken=_("One more: {result}").format(result=view.result_one),
    )
    plus.clicked.connect(lambda: result())
    plus.setMaximumWidth(scaled(260))
    flow.addWidget(plus)
    if view.results is not None:
        text = _("{count} this week").format(count=number(view.results))
        flow.addWidget(label(text, "small", "result_count"))
    flow.addWidget(button("numbers_open", _("Fill in the nu&mbers…"), numbers, "quiet"))
    return flow
