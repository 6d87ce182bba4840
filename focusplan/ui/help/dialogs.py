"""The keys and the guide, each in a window of its own that scrolls and closes with Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.ui.help import guide, keys
from focusplan.ui.parts import button, label, short
from focusplan.ui.reading import TallArea, give_keys, reading_order
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.space import room, scaled

WIDTH, HEIGHT = 620, 640
"""Greatest size at 100 %, in pixels."""


class Reading(QDialog):
    """Something to read, with its buttons below it."""

    def __init__(self, parent: QWidget | None, name: str, title: str, body: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.close_it = button(f"{name}_close", _("&Close"), self.accept, "primary")
        self.close_it.setDefault(True)
        self.area: QScrollArea = TallArea(f"{name}_area", body, self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(title)
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addWidget(label(title, "title", f"{name}_title"))
        outer.addWidget(self.area, 1)
        self.foot = Foot((self.close_it,))
        outer.addWidget(self.foot)

    def open(self) -> None:
        """Show it above its window, no larger than that; it goes away by itself."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reading_order(self)
        give_keys(self)
        above = self.parentWidget()
        width, height = scaled(WIDTH), scaled(HEIGHT)
        if above is not None:
            width = min(width, above.window().width() - 40)
            height = min(height, above.window().height() - 40)
        self.resize(width, height)
        self.area.setFocus()
        super().open()

    def beside(self, name: str, text: str, do: Callable[[], object]) -> None:
        """Another button at the left of the foot."""
        self.foot.beside(button(name, text, do, "quiet"))


class KeysDialog(Reading):
    """Every key of the window. `read_guide` opens the guide instead."""

    def __init__(self, parent: QWidget | None, read_guide: Callable[[], object]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        room(column, 0, 0, 10, 0, gap=14)
        for number, group in enumerate(keys.groups()):
            column.addWidget(label(group.title, "heading"))
            column.addLayout(_table(group, f"keys_{number}"))
        column.addStretch(1)
        super().__init__(parent, "keys", _("Keys"), body)
        self.beside("keys_guide", _("Read the &guide"), lambda: self._instead(read_guide))

    def _instead(self, do: Callable[[], object]) -> None:
        self.accept()
        do()


def _table(group: keys.Group, name: str) -> QGridLayout:
    grid = QGridLayout()
    room(grid, gap=6)
    grid.setHorizontalSpacing(scaled(18))
    grid.setColumnMinimumWidth(0, scaled(130))
    grid.setColumnStretch(1, 1)
    for number, (key, what) in enumerate(group.keys):
        grid.addWidget(short(keys.shown(key), "strong", f"{name}_{number}"), number, 0)
        grid.addWidget(label(what, "body", f"{name}_{number}_what"), number, 1)
    return grid


class GuideDialog(Reading):
    """The guide in the language of now. `example` shows the example business; None where it is shown."""

    def __init__(
        self, parent: QWidget | None, show_keys: Callable[[], object], example: Callable[[], object] | None
    ) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        room(column, 0, 0, 10, 0, gap=10)
        for chapter in guide.read(i18n.language()):
            column.addSpacing(scaled(6))
            column.addWidget(label(chapter.title, "heading"))
            for paragraph in chapter.paragraphs:
                column.addWidget(label(paragraph))
        column.addStretch(1)
        super().__init__(parent, "guide", _("The guide"), body)
        if example is not None:
            self.beside("guide_example", _("Look at an &example business"), lambda: self._instead(example))
        self.beside("guide_keys", _("&Keys"), lambda: self._instead(show_keys))

    def _instead(self, do: Callable[[], object]) -> None:
        self.accept()
        do()
