"""Which file a table is: by the names of its columns, in any language and any order; never by its own name.

The names stand in `resources/imports/<format>.toml`: by language, under the part they play. `needs` lists
what has to be there, one of each group; `grain` says what a row is: a post, a day, a week, or a whole period.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from focusplan import paths
from focusplan.imports.sources import HEAD_ROWS, Cell

_BETWEEN = re.compile(r"[\W_]+")
_LONGEST = 200
"""Letters of a name that are compared."""
_INVISIBLE = str.maketrans(
    dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060\u200e\u200f\u00ad")
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
)
IGNORED = frozenset(
    "text type page account place author scope other organic sponsored rate ctr views_organic clicks_organic"
    " interaction_rate audience_of navigation sticker_taps expands parts channel orders watched average"
    " returning unfollows created total_clicks other_clicks sent thumbnail_views replies reactions primary"
    " item day week network money".split()
)
"""Parts that are no figure of ours: names of people, texts, rates, likes, and what says what a row is."""


@dataclass(frozen=True, eq=False)
class Format:
    """One kind of file. The flags are those of its data file; see there."""

    id: str
    network: str
    networks: tuple[str, ...]
    kind: str
    grain: str
    needs: tuple[tuple[str, ...], ...]
    parts: dict[str, tuple[tuple[str, str, int], ...]]
    """A column's name to the parts it may play: part, language, and place among the names of that
    part."""
    add: frozenset[str]
    silent_zero: frozenset[str]
    sums: dict[str, tuple[str, ...]]
    hours: frozenset[str]
    california: bool
    replies: bool
    negative: bool
    single: bool
    upright: bool
    counts: str


@dataclass(frozen=True, eq=False)
class Match:
    """A format found in a table: the header is the row `row` of the head, counted from 0; `columns` are
    places by part; `score` counts the columns that were known."""

    format: Format
    row: int
    columns: dict[str, tuple[int, ...]]
    language: str
    score: int
    unknown: tuple[str, ...] = ()

    @property
    def figures(self) -> dict[str, tuple[int, ...]]:
        """The columns that hold figures of ours."""
        return {part: places for part, places in self.columns.items() if part not in IGNORED}


def plain(cell: Cell) -> str:
    """A text as it is compared: no signs that can't be seen, one space, no capitals, no colon."""
    text = cell if isinstance(cell, str) else str(cell)
    return " ".join(text.translate(_INVISIBLE).split()).rstrip(":").strip().casefold()


@lru_cache(maxsize=4_096)
def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.translate(_INVISIBLE).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_BETWEEN.sub(" ", bare).split())


def name(cell: Cell) -> str:
    """A column's name as names are compared: letters and figures alone, without capitals and accents. Thus
    "Impresiones (totales)" is "Impresiones totales", whatever dash or apostrophe a platform uses today."""
    return _folded(cell[:_LONGEST] if isinstance(cell, str) else str(cell))


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """Every known format, in the order of their names."""
    folder = paths.resources() / "imports"
    return tuple(
        _format(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.toml"))
    )


def _format(known: str, data: dict[str, Any]) -> Format:
    parts: dict[str, list[tuple[str, str, int]]] = {}
    for language, names in data["names"].items():
        for part, words in names.items():
            for rank, word in enumerate(words):
                parts.setdefault(name(word), []).append((part, language, rank))
    return Format(
        id=known,
        network=data["network"],
        networks=tuple(data.get("networks", (data["network"],) if data["network"] else ())),
        kind=data["kind"],
        grain=data["grain"],
        needs=tuple(tuple(group) for group in data["needs"]),
        parts={word: tuple(found) for word, found in parts.items()},
        add=frozenset(data.get("add", ())),
        silent_zero=frozenset(data.get("silent_zero", ())),
        sums={key: tuple(value) for key, value in data.get("sums", {}).items()},
        hours=frozenset(data.get("hours", ())),
        california=data.get("california", False),
        replies=data.get("replies", False),
        negative=data.get("negative", False),
        single=data.get("single", False),
        upright=data.get("upright", False),
        counts=data.get("counts", ""),
    )


def matches(rows: Sequence[Sequence[Cell]]) -> list[Match]:
    """The formats these first rows may be, best first; those that are as good as the first are as likely."""
    found: list[Match] = []
    for form in formats():
        tried = [] if form.upright else [_match(form, rows[n], n) for n in range(min(len(rows), HEAD_ROWS))]
        best = max((one for one in tried if one is not None), key=lambda one: one.score, default=None)
        if best is not None:
            found.append(best)
    return sorted(found, key=lambda one: -one.score)


def upright(rows: Sequence[Sequence[Cell]]) -> list[Match]:
    """The formats whose names stand below one another: the names are then the first cells of the rows."""
    names = [row[0] if row else "" for row in rows]
    tried = [_match(form, names, 0) for form in formats() if form.upright]
    return sorted((one for one in tried if one is not None), key=lambda one: -one.score)


def _match(form: Format, row: Sequence[Cell], number: int) -> Match | None:
    """How well a row is the header of a format; None where something that is needed is not there."""
    named: dict[str, list[tuple[int, int]]] = {}
    spoken: dict[str, int] = {}
    unknown: list[str] = []
    filled = score = 0
    for place, cell in enumerate(row):
        if cell == "":
            continue
        filled += 1
        parts = form.parts.get(name(cell), ())
        score += bool(parts)
        if not parts:
            unknown.append(str(cell))
        for part in dict.fromkeys(part for part, _language, _rank in parts):
            rank = min(rank for one, _language, rank in parts if one == part)
            named.setdefault(part, []).append((rank, place))
        for language in {language for _part, language, _rank in parts}:
            spoken[language] = spoken.get(language, 0) + 1
    if form.single and (filled != 2 or score != 2 or len(named) < 2):
        return None
    if not all(any(part in named for part in group) for group in form.needs):
        return None
    language = max(spoken, key=lambda one: (spoken[one], one == "en", one))
    return Match(form, number, _places(form, named), language, score, tuple(unknown))


def _places(form: Format, named: dict[str, list[tuple[int, int]]]) -> dict[str, tuple[int, ...]]:
    """The columns of each part: of several names for one figure the first is taken, where they don't add up.
    Two columns of that very name stay two, so that it can be said that nobody knows which is meant."""
    found = {}
    for part, places in named.items():
        least = min(places)[0]
        kept = places if part in form.add or part in IGNORED else [one for one in places if one[0] == least]
        found[part] = tuple(place for _rank, place in sorted(kept))
    return found
