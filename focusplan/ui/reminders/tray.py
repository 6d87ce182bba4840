"""FocusPlan beside the clock, for owners who want that: closing the window then only puts it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from focusplan.i18n import _


def available() -> bool:
    """Whether this desktop has a place for it. Without one a window is never put away, since nobody could
    bring it back."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """The picture beside the clock and its menu. `wanted`: bring the window back; `ended`: it is to end."""

    wanted = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self._menu.setObjectName("tray_menu")
        self._icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self._icon.setObjectName("tray")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._clicked)
        self._click: Callable[[], object] = self.wanted.emit

    def show(self) -> None:
        """Show it, in the language of now."""
        self._menu.clear()
        self._menu.addAction(_("Open FocusPlan")).triggered.connect(lambda: self.wanted.emit())
        self._menu.addAction(_("End FocusPlan")).triggered.connect(lambda: self.ended.emit())
        self._icon.setToolTip("FocusPlan")
        self._icon.show()

    def hide(self) -> None:
        """Take it away."""
        self._icon.hide()

    @property
    def shown(self) -> bool:
        """Whether it can be seen."""
        return self._icon.isVisible()

    def tell(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        """Let the system say it; a click on it does `clicked`. The picture stays as long as that can be."""
        self._click = clicked
        if not self.shown:
            self.show()
        self._icon.showMessage(title, text, QGuiApplication.windowIcon())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.wanted.emit()

    def _clicked(self) -> None:
        self._click()
