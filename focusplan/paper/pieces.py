"""Pieces of a page: a height and the marks around its own corner, flowed from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from focusplan.paper.document import Paper
from focusplan.paper.marks import Mark, Shifted, mm

TOP = mm(20)
"""Left clear at the top of every page, for a clip, a nail or a binder's holes."""
SIDE = mm(15)
BOTTOM = mm(11)


@dataclass(frozen=True)
class Piece:
    """Something that is never cut by the end of a page. `before` is the space above it, left out at the top
    of a page; `keeps_next`: what follows stands on the same page; `headed`: said again above it where it
    begins a page."""

    height: float
    marks: tuple[Mark, ...]
    before: float = 0.0
    keeps_next: bool = False
    headed: Piece | None = None


@dataclass(frozen=True)
class Column:
    """The part of a page that is printed on: left edge, width, and where the flow begins and ends."""

    x: float
    width: float
    top: float
    bottom: float

    @classmethod
    def of(cls, paper: Paper) -> Column:
        """The whole height within the margins."""
        return cls(SIDE, paper.width - 2 * SIDE, TOP, paper.height - BOTTOM)

    def between(self, head: float, foot: float) -> Column:
        """Without `head` units at the top and `foot` at the bottom."""
        return Column(self.x, self.width, self.top + head, self.bottom - foot)


@dataclass
class Flow:
    """Pieces set below one another; a new page begins where one does not fit any more."""

    column: Column
    pages: list[list[Mark]]
    y: float

    @classmethod
    def begin(cls, column: Column) -> Flow:
        return cls(column, [[]], column.top)

    def add_all(self, pieces: Sequence[Piece]) -> None:
        """Set the pieces in their order."""
        for number, piece in enumerate(pieces):
            if self._make_room(_needed(pieces, number), piece) and piece.headed:
                self._set(piece.headed)
            self._set(piece)

    @property
    def room(self) -> float:
        """What is left on the last page."""
        return self.column.bottom - self.y

    def _set(self, piece: Piece) -> None:
        gap = 0.0 if self.y == self.column.top else piece.before
        self.pages[-1].append(Shifted(piece.marks, self.column.x, self.y + gap))
        self.y += gap + piece.height

    def _make_room(self, needed: float, piece: Piece) -> bool:
        """Begin a new page where the piece needs one; whether it did."""
        if self.y == self.column.top or self.y + piece.before + needed <= self.column.bottom:
            return False
        self.pages.append([])
        self.y = self.column.top
        return True


def _needed(pieces: Sequence[Piece], number: int) -> float:
    """The height of a piece and of all it has to stay together with."""
    total = pieces[number].height
    while pieces[number].keeps_next and number + 1 < len(pieces):
        number += 1
        total += pieces[number].before + pieces[number].height
    return total
