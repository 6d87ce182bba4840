"""What FocusPlan leaves with the system: the entry for the log-in, and notices on the session bus."""

from __future__ import annotations

import os
import plistlib
import re
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from focusplan import __main__ as program
from focusplan import paths
from focusplan.ui.reminders import bus as bus_room
from focusplan.ui.reminders import login
from focusplan.ui.reminders.bus import Bus
from tests.ui.driving import settle

HOME = Path("/home/anna")
ODD = ('/opt/Über "uns"/$x/`y`/a\\b/100 %/python', "-m", "focusplan", "--at-login")


@pytest.mark.parametrize(
    ("system", "environment", "file"),
    [
        ("linux", {}, HOME / ".config/autostart/focusplan.desktop"),
        ("linux", {"XDG_CONFIG_HOME": "/cfg"}, Path("/cfg/autostart/focusplan.desktop")),
        ("linux", {"XDG_CONFIG_HOME": "relative"}, HOME / ".config/autostart/focusplan.desktop"),
        ("darwin", {}, HOME / "Library/LaunchAgents/focusplan.login.plist"),
        ("win32", {}, None),
    ],
)
def test_each_system_has_its_place(system, environment, file):
    assert login.entry(system, HOME, environment) == file


def unquoted(line: str) -> list[str]:
    """A desktop file's command as a desktop reads it: the line's own escapes, its codes, then the quotes."""
    whole = line.replace("\\\\", "\\").replace("%%", "%")
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"', whole, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL) for word in quoted]


def test_a_desktop_file_says_the_words_exactly():
    text = login.content("linux", ODD).decode()
    lines = dict(line.split("=", 1) for line in text.strip().split("\n")[1:])
    assert text.startswith("[Desktop Entry]\n") and lines["Type"] == "Application"
    assert unquoted(lines["Exec"]) == list(ODD)


@given(st.lists(st.text(st.characters(min_codepoint=32, exclude_characters="\x7f"), min_size=1), min_size=1))
def test_whatever_the_program_is_called_its_words_come_back(words):
    text = login.content("linux", words).decode("utf-8", "surrogatepass")
    assert unquoted(text.split("Exec=", 1)[1].split("\nIcon=", 1)[0]) == words


def test_a_mac_and_a_windows_entry_say_the_words_exactly():
    assert plistlib.loads(login.content("darwin", ODD))["ProgramArguments"] == list(ODD)
    assert login.content("win32", ["C:\\My Programs\\f.exe", "--at-login"]) == b'"C:\\My Programs\\f.exe" --at-login'


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a key of the registry")
def test_the_entry_is_made_and_taken_away():
    assert not login.starts_at_login()
    login.start_at_login(True)
    file = login.entry(sys.platform, Path.home(), os.environ)
    assert login.starts_at_login() and paths.AT_LOGIN.encode() in file.read_bytes()
    login.start_at_login(True)
    login.start_at_login(False)
    login.start_at_login(False)
    assert not login.starts_at_login()


def test_at_log_in_the_window_stays_out_of_the_way(monkeypatch):
    opened = []
    monkeypatch.setattr(program, "_open", lambda *where, quiet=False: opened.append((where, quiet)) or 0)
    assert program.main([paths.AT_LOGIN]) == 0 and program.main([]) == 0
    assert opened == [((None, None, None), True), ((None, None, None), False)]


# ---- the bus -----------------------------------------------------------------------------------


class Pipe:
    """Something that can be waited on as a socket can."""

    def __init__(self):
        self._read, self._write = os.pipe()

    def fileno(self):
        return self._read

    def ring(self):
        os.write(self._write, b"x")

    def take(self):
        os.read(self._read, 1)

    def close(self):
        os.close(self._read)
        os.close(self._write)


class Line:
    """A connection that keeps what is sent; what the desktop would say is given to `hear`."""

    def __init__(self):
        self.sock = Pipe()
        self.outgoing_serial = count(1)
        self.sent, self._ready = [], []

    def send(self, message, serial=None):
        self.sent.append((message, serial))

    def receive(self, timeout):
        assert timeout == 0, "nothing here waits"
        if not self._ready:
            self.sock.take()
            raise TimeoutError
        return self._ready.pop(0)

    def hear(self, message):
        self._ready.append(message)
        self.sock.ring()
        settle()

    def close(self):
        self.sock.close()


@pytest.fixture
def parent(qapp):
    one = QObject()
    yield one
    one.deleteLater()
    settle()


def answer(serial, number):
    from jeepney import DBusAddress, new_method_call, new_method_return
    from jeepney.low_level import HeaderFields

    call = new_method_call(DBusAddress("/x", "x.y"), "Notify")
    call.header.serial = serial
    call.header.fields[HeaderFields.sender] = ":1.5"
    return new_method_return(call, "u", (number,))


def clicked(number):
    from jeepney import DBusAddress, new_signal

    address = DBusAddress(bus_room.PATH, bus_name=bus_room.SERVICE, interface=bus_room.SERVICE)
    return new_signal(address, "ActionInvoked", "us", (number, "default"))


def test_a_notice_is_sent_whole_and_its_click_is_heard(parent):
    line, done = Line(), []
    bus = Bus(parent, lambda: line)
    assert bus.tell("Your time until 12:00", "2 jobs <b>&", lambda: done.append("first"))
    message, serial = line.sent[-1]
    name, replaces, _icon, title, text, actions, hints, _shown = message.body
    assert (name, replaces, title, text) == ("FocusPlan", 0, "Your time until 12:00", "2 jobs &lt;b&gt;&amp;")
    assert actions[0] == "default" and hints["desktop-entry"] == ("s", "focusplan")
    assert message.serialise(serial=serial)
    line.hear(answer(serial, 42))
    line.hear(clicked(7))
    assert not done
    line.hear(clicked(42))
    assert done == ["first"]
    bus.tell("again", "", lambda: done.append("second"))
    assert line.sent[-1][0].body[1] == 42, "the one before is replaced"
    bus.close()


@pytest.mark.parametrize("error", [OSError(), KeyError("DBUS_SESSION_BUS_ADDRESS"), ValueError(), RuntimeError()])
def test_without_a_bus_nothing_is_said_and_nothing_stops(parent, error):
    def refuse():
        raise error

    assert not Bus(parent, refuse).tell("a", "b", lambda: None)


def test_a_bus_that_goes_away_is_let_go_of(parent, monkeypatch):
    line = Line()
    bus = Bus(parent, lambda: line)
    assert bus.tell("a", "b", lambda: None)
    monkeypatch.setattr(line, "send", lambda *_all, **_more: (_ for _ in ()).throw(OSError()))
    assert not bus.tell("a", "b", lambda: None)
