"""Driving the window as a person does: controls are found by their names, and what was put off is waited for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from focusplan.ui.page import Sheet

ROUNDS = 4


def settle() -> None:
    """Let everything that is queued happen: signals, layouts, what waits below, widgets that go."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
        for window in QApplication.topLevelWidgets():
            for sheet in window.findChildren(Sheet):
                sheet.complete()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def find(root: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    """The one control of this name that can be seen. AssertionError with the names that are there."""
    found = [one for one in root.findChildren(kind, name) if one.isVisibleTo(root)]
    if len(found) != 1:
        names = sorted({one.objectName() for one in root.findChildren(kind) if one.isVisibleTo(root)})
        raise AssertionError(f"{len(found)} called {name}; there are {names}")
    return found[0]


def has(root: QWidget, name: str) -> bool:
    """Whether a control of this name can be seen."""
    return any(one.isVisibleTo(root) for one in root.findChildren(QWidget, name))


def click(root: QWidget, name: str) -> None:
    """Press a button or a box."""
    button = find(root, name, QAbstractButton)
    assert button.isEnabled(), f"{name} can't be pressed now"
    button.click()
    settle()


def write(root: QWidget, name: str, text: str, enter: bool = False) -> None:
    """Type into a field, letter by letter where there are keys for them, and press Enter."""
    field = find(root, name, QLineEdit)
    field.setFocus()
    field.clear()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)
        field.textEdited.emit(field.text())
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def dialog(name: str) -> Any:
    """The open dialog of this name."""
    settle()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.objectName() == name and one.isVisible():
            return one
    shown = [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()]
    raise AssertionError(f"no dialog {name}; open are {shown}")


def words(root: QWidget) -> str:
    """Everything that can be read on the screen, one text a line."""
    found = []
    for one in root.findChildren(QWidget):
        if one.isVisibleTo(root):
            for what in ("text", "title"):
                said = getattr(one, what, None)
                if callable(said):
                    text = said()
                    found.append(text if isinstance(text, str) else "")
    return "\n".join(filter(None, found))
