"""The parts of a road, or the screens of a small journey, as numbered chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.flow import FlowLayout

TONES = {"done": "accent", "current": "solid"}


@dataclass(frozen=True, slots=True)
class Stage:
    """`state`: done, current, open or closed."""

    number: int
    title: str
    state: str


class StageChips(QWidget):
    """`1 Prepare ✓  2 Set up  3 Listen`: done ones have a tick, the present one is filled."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._flow = FlowLayout(self, gap=6)

    def set(self, stages: Sequence[Stage], spoken: str) -> None:
        """Show these; `spoken` sums them up for a reader."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for stage in stages:
            tick = " ✓" if stage.state == "done" else ""
            chip = Chip(f"{stage.number} {stage.title}{tick}", TONES.get(stage.state, "neutral"))
            chip.setAccessibleName(self._spoken(stage))
            self._flow.addWidget(chip)
        self.setAccessibleName(spoken)
        self.updateGeometry()

    @staticmethod
    def _spoken(stage: Stage) -> str:
        name = f"{stage.number} {stage.title}"
        if stage.state == "done":
            return _("{part}, done").format(part=name)
        return _("{part}, now").format(part=name) if stage.state == "current" else name
