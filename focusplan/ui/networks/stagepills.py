"""The parts of a road to look at, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from focusplan.i18n import _
from focusplan.networkanswers import StageView
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import looks


class StagePills(QWidget):
    """`chosen` carries the part the owner wants to see; done parts have a tick."""

    chosen = Signal(str)

    def __init__(self, stages: Iterable[StageView], shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("road_parts")
        self.setAccessibleName(_("Parts of the road"))
        flow = FlowLayout(self, gap=5)
        self._group = QButtonGroup(self)
        for stage in stages:
            tick = " ✓" if stage.state == "done" else ""
            pill = Button(f"{stage.number} {stage.title}{tick}", f"road_part_{stage.id}", "pill")
            pill.setAccessibleName(_spoken(stage))
            looks(pill, letters="small")
            pill.setCheckable(True)
            pill.setAutoExclusive(True)  # heard as one choice of several, not as a box to tick
            pill.setChecked(stage.id == shown)
            pill.toggled.connect(self._teller(stage.id))
            self._group.addButton(pill)
            flow.addWidget(pill)

    def _teller(self, stage: str) -> Callable[[bool], None]:
        return lambda on: self.chosen.emit(stage) if on else None


def _spoken(stage: StageView) -> str:
    name = f"{stage.number} {stage.title}"
    words = {
        "done": _("{part}, done"),
        "current": _("{part}, now"),
        "open": _("{part}, open"),
        "closed": _("{part}, not open yet"),
    }
    return words.get(stage.state, "{part}").format(part=name)
