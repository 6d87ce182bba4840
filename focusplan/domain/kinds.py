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
    """A kind of business. `result` is one of RESULTS, the owner's word until another is chosen."""

    id: str
    result: str
    words: Mapping[str, KindWords]

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
    """The kinds whose words begin with what was typed come first, then those that hold it anywhere.

    Case and accents don't matter; nothing typed gives every kind.
    """
    wanted = _plain(typed)
    ranked = [(_closeness(kind.words_in(language), wanted), kind) for kind in kinds]
    found = [(rank, kind) for rank, kind in ranked if rank is not None]
    return tuple(kind for _, kind in sorted(found, key=lambda pair: pair[0]))


def _closeness(words: KindWords, wanted: str) -> int | None:
    """0: a whole word or its beginning; 1: somewhere inside; None: nowhere."""
    texts = [_plain(text) for text in (words.name, *words.search)]
    if any(text.startswith(wanted) or f" {wanted}" in text for text in texts):
        return 0
    return 1 if any(wanted in text for text in texts) else None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
