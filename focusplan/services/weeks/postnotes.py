"""What is kept beside a post job: the owner's two ticks before it, and the networks it was also used on."""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.domain.plan import Note
from focusplan.domain.weekitems import Item
from focusplan.store.store import Work

POST = "post."
"""Begins the key of a post's note; the job's id follows. Its text is words parted by spaces."""
BEFORE = ("gain", "own")
"""The two ticks before posting: who gains by it, and what only we can say."""


def marks(work: Work, item: Item) -> tuple[str, ...]:
    """What is kept of a post: of the two ticks those that are set, and ids of networks."""
    note = work.one(Note, key=f"{POST}{item.id}")
    return tuple(note.text.split()) if note is not None else ()


def all_marks(work: Work) -> Mapping[int, tuple[str, ...]]:
    """The same for every post, by the id of its job."""
    found = {}
    for note in work.notes(POST):
        number = note.key.removeprefix(POST)
        if number.isdecimal():
            found[int(number)] = tuple(note.text.split())
    return found
