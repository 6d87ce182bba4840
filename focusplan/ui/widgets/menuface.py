"""What the tools of the system see of a button with a menu: the menu, too, while it is open."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QPushButton

_SHOW = "ShowMenu"
_installed: list[bool] = []
"""Holds something once Qt asks here first."""


class MenuFace(QAccessibleWidget):
    """A button whose open menu is its child."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button, QAccessible.Role.ButtonMenu)

    def childCount(self) -> int:
        menu = self._menu()
        return 1 if menu is not None else 0

    def child(self, index: int) -> QAccessibleInterface:
        """Nothing, which Qt knows how to take, where there is none."""
        return cast(QAccessibleInterface, self._menu() if index == 0 else None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        menu = self._menu()
        return 0 if menu is not None and child.object() is menu.object() else -1

    def state(self) -> QAccessible.State:
        """It opens something, and says whether that is open."""
        state = super().state()
        shown = self._menu() is not None
        state.hasPopup, state.expandable, state.expanded, state.collapsed = True, True, shown, not shown
        return state

    def actionNames(self) -> list[str]:
        return [_SHOW, *(name for name in super().actionNames() if name != _SHOW)]

    def doAction(self, name: str) -> None:
        """The menu opens once whoever asked has its answer: it stays open until something is chosen."""
        button = self.object()
        if name == _SHOW and isinstance(button, QPushButton) and button.isEnabled():
            QTimer.singleShot(0, button, button.showMenu)
        else:
            super().doAction(name)

    def _menu(self) -> QAccessibleInterface | None:
        button = self.object()
        menu = button.menu() if isinstance(button, QPushButton) else None
        return QAccessible.queryAccessibleInterface(menu) if menu is not None and menu.isVisible() else None


def show_menu(button: QPushButton) -> None:
    """From now on the menu of this button can be seen while it is open. What Qt has shown of the button
    before it had a menu is made anew."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_face)
    if QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(button)
        if known is not None and not isinstance(known, MenuFace):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _face(name: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks this for every class of everything that is looked at; only ours are ours."""
    if name == "Button" and isinstance(thing, QPushButton) and thing.menu() is not None:
        return MenuFace(thing)
    return None
