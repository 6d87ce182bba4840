"""The questions that close a week, one a screen: what was left, and the one decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Job
from focusplan.closinganswers import Left
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.weeks import Week
from focusplan.i18n import _, pgettext
from focusplan.ui.parts import heard, label, line
from focusplan.ui.reading import TallArea
from focusplan.ui.week.details import shown
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room
from focusplan.ui.widgets.ticked import Words, tick_line


class Screen(QWidget):
    """One question: its words large, a line below them, then what is asked. `key` names it in the draft."""

    def __init__(self, key: str, question: str, hint: str) -> None:
        super().__init__()
        self.key = key
        self.setObjectName(f"close_screen_{key}")
        body, outer = QWidget(), QVBoxLayout(self)
        self.column = QVBoxLayout(body)
        room(self.column, 0, 0, 8, 0, gap=10)
        room(outer)
        outer.addWidget(TallArea(f"close_screen_{key}_area", body))
        self.column.addWidget(label(question, "title", f"close_{key}_question"))
        if hint:
            self.column.addWidget(label(hint, "soft", f"close_{key}_hint"))
        self.first: QWidget = self
        """What gets the focus when the screen is shown."""

    def begin(self) -> None:
        """Take the focus, now that the screen is shown."""
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> bool:
        """Keep what stands here; False where it can't be kept, and then why was said."""
        return True

    def unknown(self) -> bool:
        """The owner does not know. Whether that answers the whole screen."""
        return True


class LeftScreen(Screen):
    """The jobs that are not ticked: each is done after all, carried on, or let go where that is allowed. What
    is chosen is kept at once."""

    def __init__(
        self,
        left: tuple[Left, ...],
        tick: Callable[[Week, Job, bool], object],
        let_go: Callable[[Week, Job, bool], object],
    ) -> None:
        hint = _("Tick what is done after all. The rest is carried on next week; some of it can be let go.")
        super().__init__("left", _("Is any of this done?"), hint)
        body = QWidget()
        inner = QVBoxLayout(body)
        room(inner, 0, 0, 8, 0, gap=4)
        self.boxes: list[QCheckBox] = []
        for one in left:
            if len(left) > 1:
                inner.addWidget(label(one.title, "strong"))
            several = "" if one is left[0] else f"_{one.week}"
            for job in one.jobs:
                inner.addLayout(self._line(one.week, job, several, tick, let_go))
        inner.addStretch(1)
        self.column.addWidget(TallArea("close_left_jobs", body), 1)
        self.first = next((box for box in self.boxes if box.isEnabled()), self)

    def _line(
        self,
        week: Week,
        job: Job,
        several: str,
        tick: Callable[[Week, Job, bool], object],
        let_go: Callable[[Week, Job, bool], object],
    ) -> QHBoxLayout:
        text = shown(job.title)
        box = QCheckBox()
        line = tick_line(box, Words(f"{i18n.minutes(job.minutes)} · {text}", box))
        box.setObjectName(f"close_left_{job.number}{several}")
        box.setAccessibleName(text)
        box.setEnabled(job.can_tick)
        self.boxes.append(box)
        if not (job.can_drop and job.can_tick):
            box.toggled.connect(lambda on: tick(week, job, on))
            return line
        spoken = _("Let go: {job}").format(job=text)
        name = f"close_drop_{job.number}{several}"
        gone = Button(pgettext("a button", "Let go"), name, "pill", spoken=spoken)
        gone.setCheckable(True)
        looks(gone, size="small")

        def ticked(on: bool) -> None:
            tick(week, job, on)
            gone.setEnabled(not on)

        def dropped(on: bool) -> None:
            let_go(week, job, on)
            box.setEnabled(not on)

        box.toggled.connect(ticked)
        gone.toggled.connect(dropped)
        line.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line


class DecisionScreen(Screen):
    """The one decision of the week, with a line for what it is."""

    def __init__(
        self, draft: Mapping[str, str], last: str, keep: Callable[[str, str], object]
    ) -> None:
        hint = _("Exactly one thing, so that you see what it did.")
        super().__init__("decide", _("What do you decide for next week?"), hint)
        if last:
            self.column.addWidget(label(last, "small", "close_decide_last"))
        choices = {
            "keep": _("&Keep going as it is"),
            "change": _("C&hange one thing"),
            "stop": _("&Stop one thing"),
        }
        self._group = QButtonGroup(self)
        self._asked = False
        kept = draft.get("decide", "keep")
        for key, text in choices.items():
            made = QRadioButton(text)
            made.setObjectName(f"close_decide_{key}")
            made.setAccessibleName(heard(text))
            made.setProperty("key", key)
            made.setChecked(key == (kept if kept in choices else "keep"))
            made.toggled.connect(lambda on, key=key: keep("decide", key) if on else None)
            self._group.addButton(made)
            self.column.addWidget(made)
        spoken = _("Which thing? In one sentence")
        self.text = line("close_text", spoken, draft.get("text", ""), most=TEXT_LENGTH)
        self.text.left.connect(lambda: keep("text", self.text.text()))
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

    def leave(self) -> bool:
        """What is changed or stopped is asked once; it may stay unsaid."""
        if self.decide != "keep" and not self.text.text().strip() and not self._asked:
            self._asked = True
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def unknown(self) -> bool:
        """Who does not know goes on as it is."""
        for made in self._group.buttons():
            made.setChecked(made.property("key") == "keep")
        self.text.clear()
        return True


def dots(place: int, total: int) -> str:
    """`● ● ○ ○`: the screens up to this one, and those to come."""
    return " ".join("●" if number <= place else "○" for number in range(total))


def mark_place(said: QWidget, place: int, total: int) -> None:
    """The place in words, for readers as well."""
    looks(said, tone="soft")
    said.setAccessibleName(_("{number} of {total}").format(number=place + 1, total=total))
