"""Tables on paper: as wide as the page, a row never cut, the heads said again on a new page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from focusplan.paper.lettering import Block, Style, advance, block
from focusplan.paper.marks import LineMark, Mark, mm, points
from focusplan.paper.pieces import Piece

HEAD, CELL = Style(8.5, bold=True), Style(9)
_GAP = mm(2.5)
_LINES = 3


def table_pieces(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: float,
    shares: Sequence[float] = (),
    texts: Sequence[int] = (),
) -> list[Piece]:
    """Rows below their heads; the first column and those in `texts` stand at the left, figures at the right.
    `shares` of the width by column, else by what stands in them. Without heads every column is text."""
    if not rows:
        return []
    widths = _widths(heads, rows, width, shares)
    left = {0, *texts} if heads else set(range(len(rows[0])))
    pieces: list[Piece] = []
    head: Piece | None = None
    if heads:
        head = _row(heads, widths, HEAD, left)
        pieces.append(Piece(head.height, head.marks, before=mm(1.5), keeps_next=True))
    for cells in rows:
        made = _row(cells, widths, CELL, left)
        pieces.append(Piece(made.height, made.marks, before=0, headed=head))
    return pieces


def _row(cells: Sequence[str], widths: Sequence[float], style: Style, left: Collection[int]) -> Piece:
    blocks: list[Block] = []
    for place, (text, wide) in enumerate(zip(cells, widths, strict=True)):
        blocks.append(block(text, style, wide - _GAP, lines=_LINES + style.bold, right=place not in left))
    height = max(each.height for each in blocks) + mm(1.4)
    marks: list[Mark] = []
    x = 0.0
    for made, wide, place in zip(blocks, widths, range(len(blocks)), strict=True):
        marks.append(made.at(x + (_GAP if place else 0), mm(0.7)))
        x += wide
    marks.append(LineMark(0, height, x, height, points(1.0 if style.bold else 0.4)))
    return Piece(height, tuple(marks))


def _widths(
    heads: Sequence[str], rows: Sequence[Sequence[str]], width: float, shares: Sequence[float]
) -> list[float]:
    """What each column gets of the width, from its longest cell, none more than half."""
    if shares:
        return [width * share / sum(shares) for share in shares]
    wanted = []
    for place in range(len(rows[0])):
        cells = [row[place] for row in rows]
        cells += [max(heads[place].split(), key=len)] if heads else []
        wanted.append(min(width / 2, max(advance(text, CELL) for text in cells) + 2 * _GAP))
    return [width * one / sum(wanted) for one in wanted]
