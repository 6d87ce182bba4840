"""Jobs that come every week keep the person they were handed to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focusplan.domain.weekitems import Item, step_of
from focusplan.store.store import Work

HAND = "hand."
"""Begins the key of a note that says who does what comes every week; the kind and network follow."""
WEEKLY = ("answer", "upkeep", "post", "parked", "newsletter", "close")


def hand_key(item: Item) -> str:
    """What names a weekly job over the weeks; of several posts each has its own place."""
    return f"{item.kind}.{step_of(item.key)}"


def handed_keys(work: Work) -> frozenset[str]:
    """What names the weekly jobs that somebody else does."""
    return frozenset(note.key.removeprefix(HAND) for note in work.notes(HAND) if note.text)


def handed(work: Work, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, those that are new with the person who does such a job."""
    who = {note.key.removeprefix(HAND): note.text for note in work.notes(HAND)}
    if not who:
        return tuple(items)
    return tuple(
        replace(item, person=who.get(hand_key(item), item.person)) if item.id == 0 else item for item in items
    )
