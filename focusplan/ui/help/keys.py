"""The keys of the window, in one table: what F1 shows, and what the window listens to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.ui.places import titles

HELP, PRINT, NEXT_JOB, END = "F1", "Ctrl+P", "Ctrl+J", "Ctrl+Q"
GUIDE = "Shift+F1"


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together: each as Qt writes it, or as a word, with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def groups() -> tuple[Group, ...]:
    """Every key, in the language of now."""
    places = tuple((f"Ctrl+{number}", title) for number, (_place, title) in enumerate(titles(), start=1))
    return (
        Group(_("Going about"), (*places, (HELP, _("These keys")), (GUIDE, _("The guide")),
              (END, _("End FocusPlan")))),
        Group(_("The week"), (
            (NEXT_JOB, _("Go to the next job")),
            ("Space", _("Tick the job, or take the tick back")),
            ("Ctrl+T", _("Start the clock on the job; pause it and go on")),
            ("Alt+Up", _("Move the job to an earlier day")),
            ("Alt+Down", _("Move the job to a later day")),
            (PRINT, _("Print the week")),
        )),
        Group(_("Everywhere"), (
            ("Ctrl+Z", _("Undo")),
            ("Ctrl+Shift+Z", _("Do again")),
            ("Tab", _("To the next field or button")),
            ("Alt", _("With the underlined letter: press that button")),
            ("Return", _("The main button of a question")),
            ("Esc", _("Leave a question as it is")),
        )),
    )  # fmt: skip


def shown(key: str) -> str:
    """A key as this system and language write it: "Ctrl+Shift+Z", "⇧⌘Z", "Strg+Z"."""
    words = {"Tab": _("Tab"), "Space": _("Space"), "Return": _("Enter"), "Esc": _("Esc"), "Alt": _("Alt")}
    if key in words:
        return words[key]
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def listen(window: QWidget, deeds: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Do each deed when its key is pressed anywhere in the window."""
    for key, deed in deeds:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda do=deed: do())
