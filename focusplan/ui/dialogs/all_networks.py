"""All networks with their reasons, best first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from focusplan.i18n import _, quote
from focusplan.networkanswers import NetworkCard
from focusplan.ui.labels import fits, states
from focusplan.ui.parts import button, column, label, row
from focusplan.ui.widgets.card import Line
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.space import room, scaled

TONES = {3: "accent", 2: "sky"}


class AllNetworksDialog(QDialog):
    """`chosen` carries the network the owner wants to look at more closely."""

    chosen = Signal(str)

    def __init__(self, cards: Iterable[NetworkCard], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("all_networks")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addWidget(label(title, "heading", "all_networks_title"))
        body = QWidget()
        rows = QVBoxLayout(body)
        room(rows, 0, 0, 8, 0, gap=8)
        for card in sorted(cards, key=lambda one: one.rank):
            rows.addLayout(self._row(card))
            rows.addWidget(Line())
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("all_networks_list")
        scroll.setAccessibleName(title)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        outer.addWidget(scroll, 1)
        close = button("all_networks_close", _("Close"), self.reject)
        close.setDefault(True)
        outer.addLayout(row(1, close))
        size = parent.window().size()
        self.resize(min(scaled(680), size.width() - 40), max(scaled(300), size.height() * 4 // 5))

    def _row(self, card: NetworkCard) -> QHBoxLayout:
        name = f"all_{card.id}"
        top = row(label(card.name, "strong", f"{name}_name"))
        top.setStretch(0, 1)
        state = states().get(card.state, "")
        if state:
            top.addWidget(Chip(state, "neutral", f"{name}_state"))
        top.addWidget(Chip(fits().get(card.fit, ""), TONES.get(card.fit, "neutral"), f"{name}_fit"))
        said = column(gap=2)
        said.addLayout(top)
        said.addWidget(label(_reason(card), "soft", f"{name}_reason"))
        if card.asks and card.state in ("none", "later", "parked") and card.ruled_out != "time":
            said.addWidget(label(card.asks, "small", f"{name}_asks"))
        spoken = _("Look at {name}").format(name=card.name)
        look = button(f"{name}_look", _("Look"), lambda: self._choose(card.id), "normal", spoken)
        line = row(gap=12)
        line.addLayout(said, 1)
        line.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _choose(self, network: str) -> None:
        self.done(self.DialogCode.Accepted)
        self.chosen.emit(network)


def _reason(card: NetworkCard) -> str:
    said = quote(card.note) if card.state == "later" and card.note else card.line or card.reason
    if card.written or card.id == "newsletter":
        return said
    return f"{said} " + _("Its road is not written yet.")
