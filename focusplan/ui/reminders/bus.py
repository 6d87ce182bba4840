"""The notices of a Linux desktop: one message on the owner's session bus, and the click that answers it.

Qt's own bus library can't send the unsigned number this service asks for, and its tray says nothing on
desktops without one. Nothing here waits: a desktop without the service, or without a bus, is simply silent.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

from focusplan.i18n import _

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
SHOWN_FOR = -1
"""Milliseconds; as long as the desktop shows such things."""


class Bus(QObject):
    """A connection made when the first notice is sent. `clicked` belongs to the latest notice."""

    def __init__(self, parent: QObject, connect: Callable[[], Any] | None = None) -> None:
        super().__init__(parent)
        self._connect = connect or _session
        self._connection: Any = None
        self._listener: QSocketNotifier | None = None
        self._clicked: Callable[[], object] = lambda: None
        self._asked: int | None = None
        self._number = 0

    def tell(self, title: str, text: str, clicked: Callable[[], object]) -> bool:
        """Send it, instead of the one before; whether there was a bus to send it on."""
        from jeepney import DBusAddress, new_method_call

        if not self._ready():
            return False
        self._clicked = clicked
        service = DBusAddress(PATH, bus_name=SERVICE, interface=SERVICE)
        hints = {"desktop-entry": ("s", "focusplan"), "urgency": ("y", 1)}
        actions = ["default", _("Show it")]
        body = ("FocusPlan", self._number, "", title, _plain(text), actions, hints, SHOWN_FOR)
        try:
            message = new_method_call(service, "Notify", "susssasa{sv}i", body)
            self._asked = next(self._connection.outgoing_serial)
            self._connection.send(message, serial=self._asked)
        except OSError:
            self.close()
            return False
        return True

    def close(self) -> None:
        """Let go of the bus."""
        if self._listener is not None:
            self._listener.setEnabled(False)
            self._listener = None
        if self._connection is not None:
            with suppress(OSError):
                self._connection.close()
            self._connection = None

    def _ready(self) -> bool:
        if self._connection is not None:
            return True
        from jeepney import MatchRule, message_bus
        from jeepney.auth import AuthenticationError

        try:
            self._connection = self._connect()
            rule = MatchRule(type="signal", interface=SERVICE, member="ActionInvoked", path=PATH)
            self._connection.send(message_bus.AddMatch(rule))
        except (OSError, KeyError, ValueError, RuntimeError, AuthenticationError):
            self._connection = None
            return False
        handle = self._connection.sock.fileno()
        self._listener = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
        self._listener.activated.connect(self._heard)
        return True

    def _heard(self) -> None:
        """Whatever lies ready on the bus: the number of our notice, or the click on it."""
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError):
                self.close()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = message.header.fields, message.header.message_type
        if kind == MessageType.method_return and fields.get(HeaderFields.reply_serial) == self._asked:
            self._number = int(message.body[0]) if message.body else 0
        elif kind == MessageType.signal and fields.get(HeaderFields.member) == "ActionInvoked":
            if message.body and message.body[0] == self._number:
                self._clicked()


def _session() -> Any:
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection("SESSION")


def _plain(text: str) -> str:
    """Desktops may take what looks like markup in the text for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
