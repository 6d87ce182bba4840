"""What a card means, for those who ask: a small *i* beside its title instead of lines for everybody."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolTip

from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.labels import PlainLabel, plain_tip
from focusplan.ui.widgets.space import room


class Explain(Button):
    """Pointing at it or pressing it shows `text`; a reader hears it as the button's name."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__("", f"{name}_explain", "icon", icon="info", spoken=text)
        self.clicked.connect(self._show)

    def _show(self) -> None:
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), plain_tip(self.accessibleName()), self)


def explained(title: str, name: str, text: str) -> QHBoxLayout:
    """A card's title with what explains it at the right."""
    made = QHBoxLayout()
    room(made, gap=8)
    made.addWidget(PlainLabel(title, size="heading", name=f"{name}_title"), 1)
    made.addWidget(Explain(name, text))
    return made
