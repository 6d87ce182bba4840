"""The third screen of the first start: what is in use already, and the one network to begin with."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from focusplan.domain.adoption import PARKED_MINUTES
from focusplan.domain.playbook import YARDSTICK
from focusplan.i18n import _, minutes, ngettext
from focusplan.networkanswers import NetworkCard
from focusplan.ui.dialogs.locked import takes
from focusplan.ui.labels import fits, plain
from focusplan.ui.parts import button, count, label, row
from focusplan.ui.widgets.columns import Beside
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.pickcard import PickCard
from focusplan.ui.widgets.space import room
from focusplan.ui.widgets.stepper import Stepper

BIG = 3
"""Suggestions shown as cards; the others stand in a list."""
MOST_MINUTES = 2400


class InUse(QWidget):
    """A box for each network, ticked when the business has it; below, the minutes of those ticked."""

    changed = Signal()

    def __init__(self, names: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_already")
        column = QVBoxLayout(self)
        room(column, gap=6)
        boxes = FlowLayout(gap=10)
        column.addLayout(boxes)
        self._boxes: dict[str, tuple[QCheckBox, Stepper]] = {}
        for network, name in names:
            box = QCheckBox(plain(name), self)
            box.setObjectName(f"first_has_{network}")
            spoken = _("{name}: minutes a week").format(name=name)
            time = count(f"first_minutes_{network}", spoken, 0, MOST_MINUTES, PARKED_MINUTES, 5)
            line = QWidget(self)
            line.setLayout(row(time, label(_("min a week for {name}").format(name=name), "soft"), 1))
            line.hide()
            box.toggled.connect(line.setVisible)
            box.toggled.connect(self.changed)
            time.changed.connect(self.changed)
            boxes.addWidget(box)
            column.addWidget(line)
            self._boxes[network] = (box, time)

    def answers(self) -> dict[str, str]:
        """Minutes of each network in use as `already.<id>`, empty texts for the others."""
        return {
            f"already.{network}": str(time.value() or 0) if box.isChecked() else ""
            for network, (box, time) in self._boxes.items()
        }

    def show_answers(self, answers: dict[str, str]) -> None:
        """Put these into the boxes without telling."""
        blocked = self.blockSignals(True)
        for network, (box, time) in self._boxes.items():
            kept = answers.get(f"already.{network}", "")
            time.set_value(int(kept) if kept.isdecimal() else PARKED_MINUTES)
            box.setChecked(kept.isdecimal())
        self.blockSignals(blocked)


class Suggestions(QWidget):
    """One suggestion and two others as cards, and all of them with their reasons when asked for."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_suggestions")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._cards: dict[str, PickCard] = {}
        self._host: QWidget | None = None
        self._all = False

    def show_cards(self, cards: tuple[NetworkCard, ...], chosen: str) -> str:
        """Paint these, best first; answers the id of the one that is chosen, empty where none can start."""
        able = [card for card in cards if card.startable and card.id != YARDSTICK]
        chosen = chosen if any(card.id == chosen for card in able) else able[0].id if able else ""
        big = [card for card in able if not card.ruled_out][:BIG] or able[:1]
        if chosen and not any(card.id == chosen for card in big):
            big = [*big[: BIG - 1], next(card for card in able if card.id == chosen)]
        rest = [card for card in cards if card not in big and card.id != YARDSTICK]
        self._repaint(big, rest, chosen)
        return chosen

    def _repaint(self, big: list[NetworkCard], rest: list[NetworkCard], chosen: str) -> None:
        if self._host is not None:
            self._host.hide()
            self._host.deleteLater()
        self._host = QWidget(self)
        self._cards = {}
        column = QVBoxLayout(self._host)
        room(column, gap=12)
        cards = Beside(least=640)
        for card in big:
            cards.add(self._card(card, rich=True))
        column.addWidget(cards)
        self.more = button("first_all", _("Show all with reasons"), lambda: self._open(others), "link")
        others = QWidget(self._host)
        below = QVBoxLayout(others)
        below.setContentsMargins(0, 0, 0, 0)
        for card in rest:
            below.addWidget(self._card(card, rich=False))
        column.addLayout(row(label(self._why_not(rest), "soft", "first_others"), self.more))
        column.addWidget(others)
        others.setVisible(self._all)
        self.more.setVisible(not self._all and bool(rest))
        self._column.addWidget(self._host)
        self._pick(chosen)

    def _open(self, others: QWidget) -> None:
        self._all = True
        others.show()
        self.more.hide()
        first = others.findChild(QWidget)
        if first is not None:
            first.setFocus()

    def _card(self, card: NetworkCard, rich: bool) -> PickCard:
        best = not self._cards
        fit = fits()[3] if best else fits().get(min(card.fit, 2), "")
        tone = "accent" if best else "sky" if card.fit >= 2 else "neutral"
        made = PickCard(f"first_pick_{card.id}", card.name, fit, tone, self._host)
        time = [(_("Your time"), _("is enough"))] if card.fits_time else []
        made.say(self._reason(card), [*time, *takes(card)] if rich else ())
        made.radio.setEnabled(card.startable)
        made.picked.connect(lambda: self._choose(card.id))
        self._cards[card.id] = made
        return made

    def _reason(self, card: NetworkCard) -> str:
        if card.state == "parked":
            kept = _("You have it: unless you start with it, it is kept as it is.")
            return f"{card.reason} {kept}"
        if not card.written:
            return f"{card.reason} " + _("Its road is not written yet.")
        if not card.fits_time and card.ruled_out != "time":
            more = _("It needs {minutes} a week, more than is free.")
            return f"{card.reason} " + more.format(minutes=minutes(card.start_minutes))
        if not card.startable:
            return f"{card.reason} {card.asks}".strip()
        if not card.ruled_out:
            return card.reason
        return f"{card.reason} {card.asks} " + _("Your time is enough for it.")

    def _why_not(self, rest: list[NetworkCard]) -> str:
        slow = [card for card in rest if card.written and not card.fits_time]
        if not slow:
            return _("The others can come later, one at a time.")
        text = ngettext(
            "{name} needs more time than you have.",
            "{name} and others need more time than you have.",
            len(slow),
        )
        return text.format(name=slow[0].name)

    def _choose(self, network: str) -> None:
        self._pick(network)
        self.picked.emit(network)

    def _pick(self, network: str) -> None:
        for name, card in self._cards.items():
            card.set_picked(name == network)
