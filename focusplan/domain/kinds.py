"""Kinds of business and what the owner hopes for, as data; read by `focusplan.playbooks`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from focusplan.domain.plainwords import SHORTEST_SLIPPED, one_slip, plain_words, stem, thinned

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
    """The kinds that fit what was typed, best first: whose word it is, whose word stands in the sentence (the
    one named first before the others), whose word it contains, whose word begins so; then the same in the
    other languages. When nothing fits, one typing slip is forgiven, and then a last word half typed.

    Case, accents and plurals don't matter. Nothing typed gives every kind, nothing understood none.
    """
    known = tuple(kinds)
    words = plain_words(typed)[:_MOST_WORDS]
    if not typed.strip():
        return known
    books = _books(known, language)
    best: dict[int, _Rank] = {}
    for look in (_said, _slipped, _half_typed):
        for turn, book in enumerate(books):
            for rank, place, kind in look(book, words, own=turn == 0):
                best[kind] = min(best.get(kind, _LAST), (turn > 0, rank, turn, place, kind))
        if best:
            break
    return tuple(known[kind] for kind in sorted(best, key=best.__getitem__))


_Rank = tuple[bool, int, int, int, int]  # another language; how it fits; which; its place; the kind's place
_Hit = tuple[int, int, int]  # how it fits, its place among the words, the kind's place
_Entry = tuple[str, int, int]
_LAST: _Rank = (True, 99, 0, 0, 0)
_WHOLE, _NEARLY, _NAMED, _HELD, _BEGINS, _BEGINS_LATER = range(6)
_MOST_WORDS = 30
_PHRASE = 4  # words of the longest entries
_PART = 5  # letters a word needs to be seen in a compound
_TINY = 3  # "it" stands in every sentence, and "bar" names a business less surely than a longer word
_LONG = 8  # letters from which likeness is hardly chance
_COMPOUNDING, _VOWELS = ("sv",), "aeiouy"


@dataclass(frozen=True, slots=True)
class _Book:
    """What people type in one language. `whole` and `stems` lead from an entry's plain form and its stems,
    written as one word ("coffeeshop"), to the place of its kind; `entries` are the plain words, their place
    in the list of their kind, and the place of the kind; `slips` are made by `_slips`."""

    language: str
    whole: Mapping[str, int]
    stems: Mapping[str, int]
    entries: tuple[_Entry, ...]
    slips: Mapping[str, list[_Entry]]


def _books(kinds: tuple[Kind, ...], language: str) -> list[_Book]:
    """One book for each language, the owner's first."""
    every = sorted({name for kind in kinds for name in kind.words})
    own = language if language in every else "en"
    names = [own, *(name for name in every if name != own)]
    return [_book(name, tuple(kind.words_in(name) for kind in kinds)) for name in names]


@lru_cache(maxsize=16)
def _book(language: str, kinds: tuple[KindWords, ...]) -> _Book:
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    entries: list[_Entry] = []
    for kind, said in enumerate(kinds):
        for place, text in enumerate((*said.search, said.name)):
            words = plain_words(text)
            whole.setdefault("".join(words), kind)
            stems.setdefault("".join(stem(word, language) for word in words), kind)
            entries.append((" ".join(words), place, kind))
    return _Book(language, whole, stems, tuple(entries), _slips(entries))


def _slips(entries: Iterable[_Entry]) -> Mapping[str, list[_Entry]]:
    """Each entry's letters, its number of words and its kind, by every form with a letter left out."""
    found: dict[str, list[_Entry]] = {}
    for text, _, kind in entries:
        letters = text.replace(" ", "")
        if len(letters) >= SHORTEST_SLIPPED:
            for form in set(thinned(letters)):
                found.setdefault(form, []).append((letters, text.count(" ") + 1, kind))
    return found


def _said(book: _Book, words: tuple[str, ...], own: bool) -> Iterator[_Hit]:
    """What can be understood as it stands."""
    whole = book.whole.get("".join(words))
    if whole is not None:
        yield _WHOLE, 0, whole
    alone = len(words) == 1
    compounds = book.language in _COMPOUNDING and (own or alone)
    if own and (compounds or not alone) and len("".join(words)) >= _LONG:
        yield from ((_NEARLY, 0, kind) for kind in _one_slip_from(book, words))
    for place, kind in _named(book, words, compounds):
        if own or alone or place < _MOST_WORDS:
            yield _NAMED, place, kind
    if own and compounds:
        for place, word in enumerate(words):
            yield from ((_HELD, place, book.whole[part]) for part in _parts(word) if part in book.whole)
    yield from _begun(book, " ".join(words), own)


def _named(book: _Book, words: tuple[str, ...], compounds: bool) -> Iterator[tuple[int, int]]:
    """Place and kind of the entries that stand in the sentence, from left to right, at each place the
    longest; tiny ones come after all others."""
    at = 0
    while at < len(words):
        for end in range(min(at + _PHRASE, len(words)), at, -1):
            kind = _entry(book, words[at:end], compounds)
            if kind is not None:
                tiny = end - at == 1 and len(words[at]) <= _TINY
                yield at + tiny * _MOST_WORDS, kind
                break
        at = end if kind is not None else at + 1


def _entry(book: _Book, words: tuple[str, ...], compounds: bool) -> int | None:
    letters = "".join(words)
    stems = "".join(stem(word, book.language) for word in words)
    kind = book.whole.get(letters, book.stems.get(stems))
    if kind is not None or not compounds or len(words) > 1:
        return kind
    ends = [(book.whole, end) for end in _ends(letters)] + [(book.stems, end) for end in _ends(stems)]
    return next((among[end] for among, end in ends if end in among), None)


def _ends(word: str) -> Iterator[str]:
    """What may be the last part of a compound, the longest first; a first part has a vowel."""
    for cut in range(1, len(word) - _PART + 1):
        if any(letter in _VOWELS for letter in word[:cut]):
            yield word[cut:]


def _parts(word: str) -> Iterator[str]:
    """Every stretch of a compound long enough to be a word of its own, the longest first."""
    for length in range(len(word) - 1, _PART - 1, -1):
        yield from (word[start : start + length] for start in range(len(word) - length + 1))


def _begun(book: _Book, text: str, own: bool) -> Iterator[_Hit]:
    """Entries that begin with what is typed so far, or have a later word that does."""
    if not text or not own and len(text) <= _TINY:
        return
    for entry, place, kind in book.entries:
        if entry.startswith(text):
            yield _BEGINS, place, kind
        elif own and f" {text}" in entry:
            yield _BEGINS_LATER, place, kind


def _slipped(book: _Book, words: tuple[str, ...], own: bool) -> Iterator[_Hit]:
    """Entries one slip away from as many words of the sentence as they have. In a sentence the first
    letter of a short word has to be right: "money" is no honey."""
    alone = len(words) == 1
    if not own and not alone:
        return
    for at in range(len(words)):
        for end in range(at + 1, min(at + _PHRASE, len(words)) + 1):
            letters = sum(map(len, words[at:end]))
            least = SHORTEST_SLIPPED - alone if end - at == 1 else _LONG
            if letters >= least:
                sure = alone or letters >= _LONG
                for kind in _one_slip_from(book, words[at:end], "" if sure else words[at][0]):
                    yield _NAMED, at, kind


def _one_slip_from(book: _Book, words: tuple[str, ...], first: str = "") -> Iterator[int]:
    """The kinds of the entries of as many words, one slip away, that begin with this letter."""
    letters = "".join(words)
    for form in thinned(letters):
        for entry, count, kind in book.slips.get(form, ()):
            if count == len(words) and entry.startswith(first) and one_slip(letters, entry):
                yield kind


def _half_typed(book: _Book, words: tuple[str, ...], own: bool) -> Iterator[_Hit]:
    """Entries that begin with the last word of the sentence, which may still be on its way."""
    if own and len(words) > 1 and len(words[-1]) > _TINY:
        yield from (hit for hit in _begun(book, words[-1], own) if hit[0] == _BEGINS)
