"""Jobs as an iCalendar file (RFC 5545), so that a phone's or computer's own calendar shows them.

Times are floating: the plan's hours are those on the owner's wall, wherever the owner is, and a zone's name
is not known on every system. Each job keeps its UID for good; a change raises SEQUENCE and moves
LAST-MODIFIED, which is also DTSTAMP, so that nothing changes in the file when nothing changed in the plan. No
alarm rings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODID = "-//FocusPlan//FocusPlan//EN"
_FOLD = 75
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """A job in the calendar. `key` names it within the plan, `start` is minutes since midnight."""

    key: str
    day: date
    start: int
    minutes: int
    title: str
    text: str = ""
    group: str = ""

    @property
    def sign(self) -> str:
        """Changes with anything that is shown."""
        shown = (self.day.isoformat(), str(self.start), str(self.minutes), self.title, self.text, self.group)
        return hashlib.sha256("\0".join(shown).encode("utf-8", "replace")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Given:
    """An event as it was given out last: how often it was changed since the first time, and when last.
    `gone`: it was taken back."""

    event: Event
    sequence: int
    changed: datetime
    gone: bool = False


def ours(head: bytes) -> bool:
    """Whether a file that begins so is one of these."""
    return head.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODID}".encode() in head[:400]


def brought_up(before: Iterable[Given], events: Iterable[Event], now: datetime) -> tuple[Given, ...]:
    """What is given out now: new events, changed ones with a higher number, and those that are gone as taken
    back. What did not change stays as it was given."""
    known = {one.event.key: one for one in before}
    found: dict[str, Given] = {}
    for event in events:
        old = known.get(event.key)
        if old is None:
            found[event.key] = Given(event, 0, now)
        elif old.gone or old.event.sign != event.sign:
            found[event.key] = Given(event, old.sequence + 1, now)
        else:
            found[event.key] = old
    for key, old in known.items():
        if key not in found:
            found[key] = old if old.gone else Given(old.event, old.sequence + 1, now, gone=True)
    return tuple(sorted(found.values(), key=lambda one: (one.event.day, one.event.start, one.event.key)))


def calendar(given: Iterable[Given], plan: str, name: str, gone: str = "{title}") -> bytes:
    """The file. `plan` is the plan's own id, which makes each UID one of a kind; `name` is the calendar's.
    `gone`: how the title of a job that was taken back reads, for programs that don't know STATUS."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for one in given:
        lines += _event(one, plan, gone)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(given: Given, plan: str, gone: str) -> list[str]:
    event = given.event
    title = gone.replace("{title}", event.title) if given.gone else event.title
    begin = datetime(event.day.year, event.day.month, event.day.day) + timedelta(minutes=event.start)
    changed = given.changed.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.key)}.{_escaped(plan)}@focusplan",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{given.sequence}",
        f"DTSTART:{begin:%Y%m%dT%H%M%S}",
        f"DTEND:{begin + timedelta(minutes=event.minutes):%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(title)}",
    ]
    if event.text:
        lines.append(f"DESCRIPTION:{_escaped(event.text)}")
    if event.group:
        lines.append(f"CATEGORIES:{_escaped(event.group)}")
    lines.append(f"STATUS:{'CANCELLED' if given.gone else 'CONFIRMED'}")
    lines.append(f"TRANSP:{'TRANSPARENT' if given.gone else 'OPAQUE'}")
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    """Text as a value: no letter of it can end the line or begin another property."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _CONTROLS.sub("", _BREAKS.sub("\\\\n", text))


def _folded(line: str) -> bytes:
    """The line in pieces of 75 bytes at most, no letter cut in two."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        raw = letter.encode("utf-8", "replace")
        if len(piece) + len(raw) > _FOLD - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += raw
    pieces.append(piece)
    return b"\r\n ".join(pieces) + b"\r\n"
