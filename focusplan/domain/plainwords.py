"""Words as people type them, made comparable: case, accents, endings and one slip of the finger set aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SHORTEST_SLIPPED = 5
"""Letters a word must have before a slip in it is forgiven: shorter ones turn into each other."""

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})
_STEM = {"sv": 4}
"""Letters that stay at least where it isn't three: Swedish has "bara" beside "bar"."""
_ENDINGS = {
    "en": ("ies>y", "ches>ch", "shes>sh", "sses>ss", "xes>x", "ss>ss", "us>us", "is>is", "s>", "ing>", "er>"),
    "es": ("es>", "s>", "e>"),
    "fr": ("es>", "s>", "x>", "e>"),
    "sv": (
        "orna>", "arna>", "erna>", "aren>", "are>", "ern>", "or>", "ar>", "er>", "en>", "et>", "na>", "an>",
        "um>", "a>",
    ),
}  # fmt: skip
"""Endings of plurals and definite forms, the longer before the shorter, and what stands in their place."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents or signs; "farmer's" stays one word."""
    small = re.sub(r"['’]s\b", "s", text.casefold()).translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", small)
    return tuple(re.findall(r"[^\W_]+", "".join(part for part in parts if not unicodedata.combining(part))))


def stem(word: str, language: str) -> str:
    """What the forms of a plain word share: "bakery" and "bakeries", "bageri" and "bagerierna". It is for
    comparing alone and often no word; a language without rules leaves the word as it is."""
    for rule in _ENDINGS.get(language, ()):
        ending, instead = rule.split(">")
        shorter = word[: -len(ending)] + instead
        if word.endswith(ending) and len(shorter) >= _STEM.get(language, 3):
            return word if shorter == word else stem(shorter, language)
    return word


def thinned(word: str) -> Iterator[str]:
    """The word, and the word with each of its letters left out; words one slip apart have one in common."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def one_slip(one: str, other: str) -> bool:
    """Whether two words that share a thinned form differ by one slip at most: a letter too many, missing,
    wrong, or in another place."""
    if len(one) != len(other) or one == other:
        return True
    wrong = sum(left != right for left, right in zip(one, other, strict=True))
    return wrong == 1 or sorted(one) == sorted(other)
