"""The append-only record of decisions, chained by hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

KINDS = (
    "plan", "start", "mastered", "take_back", "retired", "pause", "resume", "goal", "review", "restore",
    "clock", "closed_step", "again", "repair", "break",
)  # fmt: skip
ROOT = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision. `data` is canonical JSON; `hash` covers the previous hash and all other fields but
    the id. `at` is UTC, `day` the local date."""

    id: int
    at: datetime
    day: date
    kind: str
    data: str
    prev: str
    hash: str

    def values(self) -> dict[str, Any]:
        """`data` as a mapping."""
        loaded: dict[str, Any] = json.loads(self.data)
        return loaded


def canonical(data: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no spaces, text as it is: one text for one meaning."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(prev: str, at: datetime, day: date, kind: str, data: str) -> str:
    """The hash of an entry that follows `prev`."""
    text = "\n".join((prev, at.isoformat(), day.isoformat(), kind, data))
    return hashlib.sha256(text.encode()).hexdigest()


def chained(entries: Iterable[Entry], at: datetime, day: date, kind: str, data: Mapping[str, Any]) -> Entry:
    """The entry that follows these (its id 0 until stored)."""
    last = max(entries, key=lambda entry: entry.id, default=None)
    prev = last.hash if last else ROOT
    text = canonical(data)
    return Entry(0, at, day, kind, text, prev, digest(prev, at, day, kind, text))


def first_break(entries: Iterable[Entry]) -> Entry | None:
    """The first entry that does not follow from the one before it, or None when the chain verifies.

    A `break` entry starts the chain anew, since it was appended when a break was found.
    """
    prev = ROOT
    for entry in sorted(entries, key=lambda one: one.id):
        right = digest(entry.prev, entry.at, entry.day, entry.kind, entry.data)
        if entry.hash != right or (entry.prev != prev and entry.kind != "break"):
            return entry
        prev = entry.hash
    return None
