"""The card of Settings that takes the plan along: everything, tables, or the weeks as a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from focusplan.i18n import _, ngettext
from focusplan.ui.parts import button, label, row
from focusplan.ui.widgets.explain import Explain
from focusplan.ui.widgets.space import room

WAYS = ("json", "csv", "ics")


class TakingCard(QFrame):
    """`wanted` carries the way, one of WAYS, and the place that was chosen. `told` shows what came of it."""

    wanted = Signal(str, Path)

    def __init__(self, day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_taking_card")
        self.setProperty("kind", "card")
        self._day = day
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=10)
        column.addWidget(label(_("Take your data along"), "heading"))
        for way, title, text, do in _said():
            name = row(label(title, "strong"), Explain(f"settings_take_{way}", text))
            name.setStretch(0, 1)
            column.addLayout(name)
            column.addLayout(row(button(f"settings_take_{way}", do, self._asking(way)), 1))
        self.came = label("", "body", "settings_taken")
        self.came.hide()
        column.addWidget(self.came)

    def told(self, place: Path, left_out: int = 0) -> None:
        """Say what was written, and how many jobs found no room in a calendar."""
        lines = [_("It is saved: {file}").format(file=_breakable(place))]
        if left_out:
            text = ngettext(
                "{jobs} job has no room in your hours and is left out.",
                "{jobs} jobs have no room in your hours and are left out.",
                left_out,
            )
            lines.append(text.format(jobs=left_out))
        self.came.setText("\n".join(lines))
        self.came.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.came, QAccessible.Event.Alert))

    def _asking(self, way: str) -> Callable[[], None]:
        return lambda: self._ask(way)

    def _ask(self, way: str) -> None:
        place = _folder(self) if way == "csv" else _file(self, way, f"FocusPlan {self._day}.{way}")
        if place is not None:
            self.wanted.emit(way, place)


def _breakable(place: Path) -> str:
    """A path that may go on in a new line after each folder, so that a long one does not widen the page."""
    return re.sub(r"([/\\])", "\\1\u200b", str(place))


def _said() -> tuple[tuple[str, str, str, str], ...]:
    """Each way: what it is, what it is for, its button."""
    return (
        (
            "json",
            _("Everything, in one file"),
            _("The whole plan, to keep or to move. FocusPlan on another computer takes it back as it is."),
            _("Save e&verything…"),
        ),
        (
            "csv",
            _("Tables"),
            _("Weeks, jobs, times, goals and decisions, to open in Excel or LibreOffice."),
            _("Save &tables…"),
        ),
        (
            "ics",
            _("Your weeks in your calendar"),
            _(
                "Each job at its time, for the calendar of your phone or computer. Save it again after a"
                " change: jobs that moved move there, and those that are gone are taken back."
            ),
            _("Save for the cale&ndar…"),
        ),
    )


def _file(parent: QWidget, way: str, name: str) -> Path | None:
    kinds = {"json": _("Plans") + " (*.json)", "ics": _("Calendars") + " (*.ics)"}
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), str(Path.home() / name), kinds[way])
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix else file.with_suffix(f".{way}")


def _folder(parent: QWidget) -> Path | None:
    """A folder of its own in the one that was chosen, so that nothing there is mixed up."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Where shall the tables go?"), str(Path.home()))
    if not chosen:
        return None
    own = _("FocusPlan tables")
    return Path(chosen) if Path(chosen).name == own else Path(chosen) / own
