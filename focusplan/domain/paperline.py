"""The line that brings a printed week back: `W48: 2 5=25 / 1:45 / p2 m3 a3 e3 c1 s120`.

Every part may be missing. A piece is known by its form, so the order of the tallies does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from focusplan.domain.errors import WrongUse
from focusplan.domain.weeks import Week, latest_numbered

ENGLISH = {
    "p": "posts", "m": "received", "a": "answered_in_time", "e": "enquiries", "c": "customers", "s": "sales",
}  # fmt: skip
"""The letters that are understood in every language."""

OWN_LETTERS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "es": {"r": "enquiries", "v": "sales"},
    "fr": {"r": "enquiries", "v": "sales"},
    "sv": {"i": "posts", "b": "answered_in_time", "r": "enquiries", "k": "customers", "f": "sales"},
}
"""A language's own letters: fixed, none with another meaning than the English one."""

MOST_NUMBER = 999
MOST_TAKEN = 1440
"""Minutes one job can have taken."""
MOST_ALTOGETHER = 10080
"""Minutes of a whole week."""
MOST_COUNT = 10**9

_WEEK = re.compile(r"\s*(?:([0-9]{4})-?)?w\s*([0-9]{1,2})\s*(?::|(?=\s|$))", re.IGNORECASE)
_SPACE = re.compile(r"[\s,;]+")
_TIME = re.compile(
    r"(?:([0-9]{1,3})\s?[:h]\s?([0-9]{2})|([0-9]{1,3})\s?h|([0-9]{1,5})\s?min)(?!\w)", re.IGNORECASE
)
_JOB = re.compile(r"(?!0[0-9]{2})([0-9]{1,4})(?:\s?=\s?([0-9]{1,5})|\s?[-–]\s?([0-9]{1,4}))?(?![\w:.])")
"""No number of a job looks like the end of `1 005`, an amount with a space in it."""
_TALLY = re.compile(r"([a-z])\s?=?\s?([0-9]+(?:[.,'’][0-9]+)*)(?!\w)", re.IGNORECASE)
_BARE = re.compile(r"\s*([0-9]{1,5})\s*")
_PIECE = re.compile(r"[^\s,;/]+")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """What a line says. `taken`: minutes by number, for those that name them. `altogether`: minutes, None
    when not given. `counts` by figure; `sales` as typed (money in the place's form), empty without."""

    week: Week
    done: tuple[int, ...] = ()
    taken: Mapping[int, int] = field(default_factory=dict)
    altogether: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    sales: str = ""


def letters(language: str) -> Mapping[str, str]:
    """Figure by letter: the English letters and the language's own."""
    return {**ENGLISH, **OWN_LETTERS.get(language, {})}


def printed_letter(figure: str, language: str) -> str:
    """The letter the sheet prints for a figure: the language's own where it has one."""
    for table in (OWN_LETTERS.get(language, {}), ENGLISH):
        for letter, meaning in table.items():
            if meaning == figure:
                return letter
    raise KeyError(figure)


def parse(line: str, present: Week, known: Mapping[str, str]) -> PaperLine:
    """Read a line; `known` gives the figure of each letter. Without a week it means `present`.

    WrongUse line_empty, line_week, or with `piece` and `place` (from 1) where it stumbled: line_stumble,
    line_twice, line_minutes, line_range.
    """
    week, start = _week(line, present)
    reader = _Reader(line, known)
    for number, (begin, end) in enumerate(_parts(line, start)):
        bare = _BARE.fullmatch(line, begin, end)
        if number == 1 and bare and reader.altogether is None:
            reader.keep_time(int(bare[1]), bare.start(1))
        else:
            reader.read(begin, end)
    if not (reader.done or reader.counts or reader.sales or reader.altogether is not None):
        raise WrongUse("line_empty")
    return PaperLine(week, tuple(reader.done), reader.taken, reader.altogether, reader.counts, reader.sales)


def _week(line: str, present: Week) -> tuple[Week, int]:
    found = _WEEK.match(line)
    if found is None:
        return present, 0
    year, number = found.groups()
    try:
        week = Week.parse(f"{year}-W{int(number):02d}") if year else latest_numbered(int(number), present)
    except ValueError:
        raise WrongUse("line_week", piece=found[0].strip().removesuffix(":")) from None
    return week, found.end()


def _parts(line: str, start: int) -> list[tuple[int, int]]:
    """Begin and end of what stands between the slashes."""
    slashes = [place for place in range(start, len(line)) if line[place] == "/"]
    return list(zip([start, *(place + 1 for place in slashes)], [*slashes, len(line)], strict=True))


@dataclass(slots=True)
class _Reader:
    line: str
    known: Mapping[str, str]
    done: list[int] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    altogether: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    sales: str = ""

    def read(self, place: int, end: int) -> None:
        """Read piece after piece of one part."""
        while place < end:
            space = _SPACE.match(self.line, place, end)
            place = space.end() if space else place
            if place < end:
                place = self._piece(place, end)

    def keep_time(self, minutes: int, place: int) -> None:
        if self.altogether is not None:
            raise self._stumble("line_twice", place)
        if minutes > MOST_ALTOGETHER:
            raise self._stumble("line_minutes", place, most=MOST_ALTOGETHER)
        self.altogether = minutes

    def _piece(self, place: int, end: int) -> int:
        if found := _TIME.match(self.line, place, end):
            self.keep_time(self._minutes(found), place)
        elif found := _JOB.match(self.line, place, end):
            self._jobs(found)
        elif found := _TALLY.match(self.line, place, end):
            self._tally(found)
        else:
            raise self._stumble("line_stumble", place)
        return found.end()

    def _minutes(self, found: re.Match[str]) -> int:
        if found[4] is not None:
            return int(found[4])
        hours, rest = int(found[1] or found[3]), int(found[2] or 0)
        if rest > 59:
            raise self._stumble("line_stumble", found.start())
        return hours * 60 + rest

    def _jobs(self, found: re.Match[str]) -> None:
        first, place = int(found[1]), found.start()
        last = int(found[3] or first)
        if last < first:
            raise self._stumble("line_range", place)
        if first < 1 or last > MOST_NUMBER:
            raise self._stumble("line_stumble", place)
        self.done.extend(number for number in range(first, last + 1) if number not in self.done)
        if found[2] is None:
            return
        minutes = int(found[2])
        if minutes > MOST_TAKEN:
            raise self._stumble("line_minutes", place, most=MOST_TAKEN)
        if self.taken.setdefault(first, minutes) != minutes:
            raise self._stumble("line_twice", place)

    def _tally(self, found: re.Match[str]) -> None:
        figure, place = self.known.get(found[1].lower()), found.start()
        if figure is None:
            raise self._stumble("line_stumble", place)
        if figure in self.counts or (figure == "sales" and self.sales):
            raise self._stumble("line_twice", place)
        if figure == "sales":
            self.sales = found[2]
            return
        if not found[2].isdigit() or int(found[2]) > MOST_COUNT:
            raise self._stumble("line_stumble", place)
        self.counts[figure] = int(found[2])

    def _stumble(self, code: str, place: int, **values: int) -> WrongUse:
        found = _PIECE.match(self.line, place)
        return WrongUse(code, piece=found[0][:40] if found else self.line[place], place=place + 1, **values)
