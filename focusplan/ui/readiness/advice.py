"""The last screen: the advice with its reasons, and the five ways to choose from as equals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.readinessanswers import ReadinessView
from focusplan.ui.page import empty
from focusplan.ui.parts import button, label, row
from focusplan.ui.readiness.screens import Screen
from focusplan.ui.widgets.pickcard import PickCard
from focusplan.ui.widgets.space import room


class AdviceScreen(Screen):
    """`choose` is told the way that was picked, at once; `print_reasons` opens the page to print."""

    def __init__(self, choose: Callable[[str], object], print_reasons: Callable[[], object]) -> None:
        super().__init__("advice", "", "")
        self._choose, self._print = choose, print_reasons
        self._cards: dict[str, PickCard] = {}
        heading = self.findChild(QWidget, "readiness_advice_question")
        assert heading is not None
        heading.hide()

    def show_view(self, view: ReadinessView) -> None:
        """Paint the advice as it stands now."""
        empty(self.body)
        self._cards = {}
        advised = next(way for way in view.ways if way.advised)
        title = _("Our advice: {way}").format(way=advised.name)
        self.body.addWidget(label(title, "title", "readiness_advised"))
        for number, text in enumerate(view.reasons, start=1):
            self.body.addWidget(label(text, "body", f"readiness_reason_{number}"))
        if view.now:
            self.body.addWidget(label(view.now, "soft", "readiness_now"))
        if view.turns:
            text = _("What would change it: {turns}.").format(turns="; ".join(view.turns))
            self.body.addWidget(label(text, "small", "readiness_turns"))
        self.body.addWidget(label(_("The way is yours to choose, and to change at any time."), "strong"))
        self.body.addLayout(self._ways(view))
        printing = button("readiness_print", _("&Print the reasons…"), self._print, "link")
        self.body.addLayout(row(printing, 1))
        self.body.addStretch(1)
        self.first = self._cards[view.chosen].radio

    def _ways(self, view: ReadinessView) -> QVBoxLayout:
        lines = QVBoxLayout()
        room(lines, gap=6)
        for way in view.ways:
            chip = _("our advice") if way.advised else ""
            made = PickCard(f"readiness_way_{way.id}", way.name, chip, "accent")
            made.say(way.sentence)
            made.set_picked(way.chosen)
            made.picked.connect(self._picker(way.id))
            lines.addWidget(made)
            self._cards[way.id] = made
        return lines

    def _picker(self, way: str) -> Callable[[], None]:
        def pick() -> None:
            for key, made in self._cards.items():
                made.set_picked(key == way)
            self._choose(way)

        return pick
