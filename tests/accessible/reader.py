"""What a screen reader can know and do: it asks over the accessibility bus, and knows nothing of our widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.accessible.desktop import Desktop, until
from tests.accessible.keyboard import Keyboard

ATSPI = "org.a11y.atspi."
REGISTRY = ATSPI + "Registry"
ROOT_PATH = "/org/a11y/atspi/accessible/root"

# Bits of AT-SPI's set of states.
CHECKED, ENABLED, FOCUSABLE, FOCUSED, SENSITIVE, SHOWING, VISIBLE = 4, 8, 11, 12, 24, 25, 30


class Gone(Exception):
    """The thing that was asked is not there any more."""


@dataclass
class Thing:
    """One node of the tree. Everything is asked anew each time: the window changes under the reader."""

    reader: Reader
    bus: str
    path: str

    def _get(self, name: str, interface: str = "Accessible") -> Any:
        return self.reader.get(self.bus, self.path, interface, name)

    def _call(self, method: str, interface: str = "Accessible", signature: str = "", *values: Any) -> Any:
        return self.reader.call(self.bus, self.path, interface, method, signature, *values)

    @property
    def name(self) -> str:
        return str(self._get("Name"))

    @property
    def id(self) -> str:
        """Our own name of it: the last part of the path Qt makes of object names."""
        return str(self._get("AccessibleId")).rsplit(".", 1)[-1]

    @property
    def role(self) -> str:
        return str(self._call("GetRoleName")[0])

    @property
    def states(self) -> set[int]:
        low, high = self._call("GetState")[0]
        return {bit for bit in range(64) if (low | high << 32) >> bit & 1}

    @property
    def text(self) -> str:
        """What stands in a field, or the name of a thing that has no text of its own."""
        if f"{ATSPI}Text" not in self._call("GetInterfaces")[0]:
            return self.name
        length = self._get("CharacterCount", "Text")
        return str(self._call("GetText", "Text", "ii", 0, length)[0])

    def questions(self) -> list[Any]:
        """What `seen` wants to know of each thing."""
        place = DBusAddress(self.path, self.bus, f"{ATSPI}Accessible")
        return [
            new_method_call(place, "GetState"),
            new_method_call(place, "GetRoleName"),
            Properties(place).get("AccessibleId"),
            new_method_call(place, "GetChildren"),
        ]

    def children(self) -> Iterator[Thing]:
        for bus, path in self._call("GetChildren")[0]:
            yield Thing(self.reader, bus, path)

    def actions(self) -> list[str]:
        """What can be done with it, by the names that mean the same in every language."""
        return [
            str(self._call("GetName", "Action", "i", place)[0])
            for place in range(self._get("NActions", "Action"))
        ]

    def act(self, *names: str) -> None:
        """Do the first of these that it can. AssertionError when it can't be used."""
        assert {ENABLED, SENSITIVE} & self.states, f"{self.id} can't be used now"
        offered = self.actions()
        wanted = next((name for name in names if name in offered), None)
        assert wanted is not None, f"{self.id} offers {offered}"
        self._call("DoAction", "Action", "i", offered.index(wanted))

    def press(self) -> None:
        self.act("Press", "Toggle")

    def write(self, text: str) -> None:
        """Put this text into a field, in place of what it holds."""
        assert self._call("SetTextContents", "EditableText", "s", text)[0], f"{self.id} takes no text"

    def focus(self) -> None:
        self._call("GrabFocus", "Component")


class Reader:
    """Speaks on the accessibility bus of a desktop."""

    def __init__(self, desktop: Desktop) -> None:
        session = open_dbus_connection(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        answer = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=10)
        assert answer.header.message_type is MessageType.method_return, answer.body
        session.close()
        self.line: DBusConnection = open_dbus_connection(answer.body[0])

    def close(self) -> None:
        self.line.close()

    def call(
        self, bus: str, path: str, interface: str, method: str, signature: str = "", *values: Any
    ) -> Any:
        """The answer of a method of AT-SPI. Gone when the thing is no more."""
        place = DBusAddress(path, bus, ATSPI + interface)
        return self._asked(new_method_call(place, method, signature or None, values))

    def get(self, bus: str, path: str, interface: str, name: str) -> Any:
        """A property of AT-SPI."""
        return self._asked(Properties(DBusAddress(path, bus, ATSPI + interface)).get(name))[0][1]

    def _asked(self, message: Any) -> Any:
        answer = self.line.send_and_get_reply(message, timeout=15)
        if answer.header.message_type is MessageType.error:
            raise Gone(answer.body)
        return answer.body

    def ask_all(self, asked: list[list[Any]]) -> list[list[Any]]:
        """The answers to all these questions, sent before the first answer is waited for; None for a refusal."""
        serials = [[next(self.line.outgoing_serial) for _question in questions] for questions in asked]
        for numbers, questions in zip(serials, asked, strict=True):
            for number, question in zip(numbers, questions, strict=True):
                self.line.send(question, serial=number)
        answers: dict[int, Any] = {}
        wanted = {number for numbers in serials for number in numbers}
        while wanted:
            message = self.line.receive(timeout=15)
            number = message.header.fields.get(HeaderFields.reply_serial)
            if number in wanted:
                wanted.discard(number)
                refused = message.header.message_type is MessageType.error
                answers[number] = None if refused else message.body
        return [[answers[number] for number in numbers] for numbers in serials]

    def programs(self) -> list[Thing]:
        return list(Thing(self, REGISTRY, ROOT_PATH).children())


@dataclass(frozen=True)
class Met:
    """A thing as it was met a moment ago."""

    thing: Thing
    id: str
    role: str
    states: set[int]


def seen(top: Thing) -> list[Met]:
    """What can be met in a window, as it is read: nothing inside what is hidden, and no choices of lists that are
    shut. A whole level is asked at once, which spares most of the waiting."""
    found: dict[str, Met] = {}
    below: dict[str, list[str]] = {}
    level = [top]
    while level:
        asked = [one.questions() for one in level]
        following = []
        for one, (state, role, name, children) in zip(level, top.reader.ask_all(asked), strict=True):
            if state is None or role is None or name is None or children is None:
                continue
            low, high = state[0]
            states = {bit for bit in range(64) if (low | high << 32) >> bit & 1}
            if not {SHOWING, VISIBLE} & states:
                continue
            found[one.path] = Met(one, str(name[0][1]).rsplit(".", 1)[-1], role[0], states)
            shut = role[0] == "combo box"
            things = [] if shut else [Thing(top.reader, bus, path) for bus, path in children[0]]
            below[one.path] = [thing.path for thing in things]
            following += things
        level = following
    return list(_in_order(top.path, found, below))


def _in_order(path: str, found: dict[str, Met], below: dict[str, list[str]]) -> Iterator[Met]:
    if path in found:
        yield found[path]
        for one in below[path]:
            yield from _in_order(one, found, below)


class Program:
    """The running program as somebody meets it who hears it. Every wait ends with a fact or says what it was."""

    def __init__(self, reader: Reader, keyboard: Keyboard, end: Callable[[], None]) -> None:
        self.reader, self._keyboard, self.end = reader, keyboard, end
        self.root = until(self._root, "the program on the accessibility bus")

    def _root(self) -> Thing | None:
        return next((one for one in self.reader.programs() if one.name == "FocusPlan"), None)

    def met(self) -> list[Met]:
        """Everything in all its windows, the last window first: a dialog lies above its page."""
        return [one for window in reversed(list(self.root.children())) for one in seen(window)]

    def ids(self) -> list[str]:
        """The names of all that is there now."""
        return [one.id for one in self.met()]

    def _look(self, name: str) -> Met | None:
        return next((one for one in self.met() if one.id == name), None)

    def look(self, name: str) -> Thing | None:
        """The thing of this name, if it is there now."""
        found = self._look(name)
        return found.thing if found is not None else None

    def find(self, name: str) -> Thing:
        """The thing of this name, as soon as it is there."""
        return until(lambda: self.look(name), f"{name} to be there")

    def beginning(self, start: str) -> str:
        """The first name that begins so, as soon as there is one."""
        return until(
            lambda: next((name for name in self.ids() if name.startswith(start)), None),
            f"something called {start}…",
        )

    def press(self, name: str) -> None:
        """Press a button or tick a box, once it can be; one that is made anew meanwhile is met again."""
        until(lambda: self._done(lambda: self.usable(name).press()), f"{name} to be pressed")

    def _done(self, deed: Callable[[], None]) -> bool:
        with suppress(Gone):
            deed()
            return True
        return False

    def ticked(self, name: str, wanted: bool = True) -> None:
        """Wait until a box is ticked, or is not."""
        until(lambda: self._ticked(name) is wanted, f"{name} ticked: {wanted}")

    def _ticked(self, name: str) -> bool | None:
        found = self._look(name)
        return CHECKED in found.states if found is not None else None

    def usable(self, name: str) -> Thing:
        return until(lambda: self._usable(name), f"{name} to be usable")

    def _usable(self, name: str) -> Thing | None:
        found = self._look(name)
        return found.thing if found is not None and SENSITIVE in found.states else None

    def write(self, name: str, text: str) -> None:
        """Put a text into a field, and see it there."""
        until(lambda: self._done(lambda: self.usable(name).write(text)), f"{name} to be written")
        until(lambda: self.said(name) == text, f"{text!r} in {name}")

    def go_on_when(self, name: str, words: str) -> None:
        """Wait until a thing says these words."""
        until(lambda: words in self.said(name), f"{words!r} in {name}")

    def said(self, name: str) -> str:
        """What a thing says now; nothing when it is not there."""
        found = self.look(name)
        with suppress(Gone):
            return found.text if found is not None else ""
        return ""

    def gone(self, name: str) -> None:
        """Wait until a thing is not there any more."""
        until(lambda: self.look(name) is None, f"{name} to be gone")

    def to(self, name: str) -> None:
        """Give the keyboard to a thing, and wait until it has it."""
        until(lambda: self._done(lambda: self.usable(name).focus()), f"{name} to take the keyboard")
        self.listens(name)

    def listens(self, name: str) -> None:
        """Wait until the keyboard is where the program says it is."""
        self._keyboard.attend()
        until(lambda: self._hears(name), f"the keyboard at {name}")

    def _hears(self, name: str) -> bool:
        found = self._look(name)
        return found is not None and FOCUSED in found.states

    def key(self, *names: str) -> None:
        """Press keys together."""
        self._keyboard.press(*names)
