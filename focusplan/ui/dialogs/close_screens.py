"""The questions that close a week, one a screen: what was left, each number, and the one decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Job, ReviewNumber
from focusplan.i18n import _
from focusplan.ui.dialogs.ask import sentences
from focusplan.ui.parts import button, heard, label, row
from focusplan.ui.reading import TallArea
from focusplan.ui.week.details import shown
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room
from focusplan.ui.widgets.stepper import Stepper


class Screen(QWidget):
    """One question: its words large, a line below them, then what is asked. `key` names it in the draft."""

    def __init__(self, key: str, question: str, hint: str) -> None:
        super().__init__()
        self.key = key
        self.setObjectName(f"close_screen_{key}")
        self.column = QVBoxLayout(self)
        room(self.column, gap=10)
        self.column.addWidget(label(question, "title", f"close_{key}_question"))
        if hint:
            self.column.addWidget(label(hint, "soft", f"close_{key}_hint"))
        self.first: QWidget = self
        """What gets the focus when the screen is shown."""


class LeftScreen(Screen):
    """The jobs that are not ticked; each can be, and that is kept at once."""

    def __init__(self, jobs: tuple[Job, ...], tick: Callable[[Job, bool], object]) -> None:
        hint = _("Tick what is done after all. The rest comes first next week, or is let go.")
        super().__init__("left", _("Is any of this done?"), hint)
        body = QWidget()
        inner = QVBoxLayout(body)
        room(inner, gap=4)
        self.boxes = [self._box(job, tick) for job in jobs]
        for box in self.boxes:
            inner.addWidget(box)
        inner.addStretch(1)
        self.column.addWidget(TallArea("close_left_jobs", body), 1)
        self.first = next((box for box in self.boxes if box.isEnabled()), self)

    @staticmethod
    def _box(job: Job, tick: Callable[[Job, bool], object]) -> QCheckBox:
        text = shown(job.title)
        box = QCheckBox(i18n.minutes(job.minutes) + " · " + _cut(text).replace("&", "&&"))
        box.setObjectName(f"close_left_{job.number}")
        box.setAccessibleName(text)
        box.setEnabled(job.can_tick)
        box.toggled.connect(lambda on: tick(job, on))
        return box


class NumberScreen(Screen):
    """One number in a huge field, or *I don't know*. `kept` is what the plan holds."""

    def __init__(self, number: ReviewNumber, unknown: Callable[[], object]) -> None:
        key = f"{number.network}_{number.figure}"
        super().__init__(key, number.question, number.hint)
        self.number = number
        self.kept = number.known
        self.stepper = Stepper(f"close_{key}", number.question, huge=True)
        self.stepper.set_value(number.known)
        self.stepper.field.setAccessibleDescription(number.hint)
        self.column.addSpacing(12)
        dont = button(f"close_{key}_unknown", _("I &don't know"), unknown, "quiet")
        line = row(self.stepper, dont, gap=14)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.column.addStretch(1)
        self.first = self.stepper.field


class DecisionScreen(Screen):
    """The one decision of the week, with a line for what it is."""

    def __init__(self, draft: Mapping[str, str]) -> None:
        hint = _("Exactly one thing, so that you see what it did.")
        super().__init__("decide", _("What do you decide for next week?"), hint)
        choices = {
            "keep": _("&Keep going as it is"),
            "change": _("C&hange one thing"),
            "stop": _("&Stop one thing"),
        }
        self._group = QButtonGroup(self)
        kept = draft.get("decide", "keep")
        for key, text in choices.items():
            made = QRadioButton(text)
            made.setObjectName(f"close_decide_{key}")
            made.setAccessibleName(heard(text))
            made.setProperty("key", key)
            made.setChecked(key == (kept if kept in choices else "keep"))
            self._group.addButton(made)
            self.column.addWidget(made)
        self.text = sentences("close_text", _("Which thing? In one sentence"), draft.get("text", ""))
        asked = label(_("&Which thing? In one sentence"), "strong")
        asked.setBuddy(self.text)
        self.column.addWidget(asked)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.first = self._group.checkedButton() or self

    @property
    def decide(self) -> str:
        """keep, change or stop."""
        chosen = self._group.checkedButton()
        return str(chosen.property("key")) if chosen is not None else "keep"


def dots(place: int, total: int) -> str:
    """`● ● ○ ○`: the screens up to this one, and those to come."""
    return " ".join("●" if number <= place else "○" for number in range(total))


def mark_place(said: QWidget, place: int, total: int) -> None:
    """The place in words, for readers as well."""
    looks(said, tone="soft")
    said.setAccessibleName(_("{number} of {total}").format(number=place + 1, total=total))


def _cut(text: str, most: int = 80) -> str:
    """A box has one line only."""
    return text if len(text) <= most else text[: most - 1] + "…"
