"""Kinds of business and what the owner hopes for, as data; read by `focusplan.playbooks`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

RESULTS = ("order", "booking", "question", "quote", "mention", "return")
"""Ids of the results an owner may hope for, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """One language: `name` for lists ("Restaurant or café"), `many` inside a sentence ("restaurants and
    cafés", with its article where the language wants one), `search` what people type."""

    name: str
    many: str
    search: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of business. `result` is one of RESULTS, the owner's word until another is chosen. `usual`: the
    networks owners of this kind do well to begin with, in order."""

    id: str
    result: str
    words: Mapping[str, KindWords]
    usual: tuple[str, ...] = ()

    def words_in(self, language: str) -> KindWords:
        """The words of this language, English where it is missing."""
        return self.words.get(language) or self.words["en"]


@dataclass(frozen=True, slots=True)
class ResultWord:
    """The word for a result: `one` ("order"), `many` ("orders"), `a` with its article ("an order")."""

    one: str
    many: str
    a: str


def matching(kinds: Iterable[Kind], typed: str, language: str) -> tuple[Kind, ...]:
    """The kinds that fit what was typed, best first: one whose word it is, then one with a word that begins
    so, then one that holds it; this language before the others, whose words are understood as well.

    Case and accents don't matter; nothing typed gives every kind.
    """
    wanted = _plain(typed)
    ranked = [(_distance(kind, wanted, language), kind) for kind in kinds]
    found = [(distance, kind) for distance, kind in ranked if distance is not None]
    return tuple(kind for _, kind in sorted(found, key=lambda pair: pair[0]))


def _distance(kind: Kind, wanted: str, language: str) -> int | None:
    """0 to 2 in this language, 3 to 5 in another one, None when nothing matches."""
    own = _closeness(kind.words_in(language), wanted)
    if own is not None:
        return own
    others = [_closeness(words, wanted) for words in kind.words.values()]
    return min((3 + found for found in others if found is not None), default=None)


def _closeness(words: KindWords, wanted: str) -> int | None:
    """0: a whole entry; 1: the beginning of a word; 2: somewhere inside; None: nowhere."""
    texts = [_plain(text) for text in (words.name, *words.search)]
    if wanted in texts:
        return 0
    if any(text.startswith(wanted) or f" {wanted}" in text for text in texts):
        return 1
    return 2 if any(wanted in text for text in texts) else None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
