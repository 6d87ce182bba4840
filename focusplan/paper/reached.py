"""The page to keep of a network that runs well: what it took, brought and taught, and how it was earned."""

from __future__ import annotations

from collections.abc import Iterable

from focusplan.i18n import _, day_with_year
from focusplan.networkanswers import ReachedGoal, ReachedView
from focusplan.paper import document
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import load_fonts
from focusplan.paper.lettering import Style, block, clean
from focusplan.paper.marks import BoxMark, LineMark, Mark, Shifted, SquareMark, mm, points
from focusplan.paper.pieces import Column, Flow, Piece
from focusplan.paper.tables import table_pieces

NAME, TITLE, HEADING = Style(11), Style(26, bold=True), Style(13, bold=True)
BODY, SMALL, BIG = Style(11.5), Style(9.5), Style(17, bold=True)
_SQUARE, _APART = mm(4), mm(1.1)
_IN_A_ROW = 4
"""Boxes at most; several rows share them evenly."""
_LINES = 12


def reached_page(view: ReachedView, paper: Paper) -> Document:
    """The page laid out; a second one where much was written. Starts Qt without a screen if need be."""
    document.application()
    load_fonts()
    whole = Column.of(paper)
    flow = Flow.begin(whole.between(0, mm(6)))
    flow.add_all(_pieces(view, whole.width))
    pages = []
    for number, marks in enumerate(flow.pages, start=1):
        foot = _("{day}, page {page} of {pages}").format(
            day=day_with_year(view.today), page=number, pages=len(flow.pages)
        )
        made = block(foot, SMALL, whole.width, right=True)
        pages.append((*marks, Shifted((made.at(0, 0),), whole.x, whole.bottom - made.height)))
    return Document(clean(f"{view.business}, {view.title}"), paper, tuple(pages), view.today)


def reached_pdf(view: ReachedView, paper: str = "A4") -> bytes:
    """The page as a PDF on "A4" or "Letter"; the same bytes for the same page."""
    return document.pdf(reached_page(view, Paper.named(paper)))


def _pieces(view: ReachedView, width: float) -> list[Piece]:
    pieces = [_head(view, width), *_figures(view.figures, width)]
    if view.learnt:
        pieces += _told(_("What we learnt"), view.learnt.split("\n"), width)
    if view.noted:
        pieces += _told(_("What worked, week by week"), view.noted, width, SMALL)
    pieces.append(_heading(_("The goals it holds"), width))
    pieces += [_goal(goal, width) for goal in view.goals]
    if view.closed:
        pieces.append(_heading(_("Jobs that could not be done here"), width))
        pieces += table_pieces((), view.closed, width, (1, 1))
    pieces.append(_heading(_("What stays each week"), width))
    pieces += table_pieces((), view.stays, width, (1, 1))
    if view.complete:
        pieces += [_plain(view.complete, width, SMALL, mm(4))]
    return pieces


def _head(view: ReachedView, width: float) -> Piece:
    """Whose page it is, the title large, from when to when; a rule below."""
    half = width * 0.55
    name = block(view.business, NAME, half, lines=2)
    marks: list[Mark] = [name.at(0, 0)]
    if view.practice:
        marks.append(block(_("Practice plan"), NAME, width - half, right=True).at(half, 0))
    title, dates = block(view.title, TITLE, width, lines=3), block(view.dates, BODY, width)
    y = name.height + mm(4)
    marks.append(title.at(0, y))
    y += title.height + mm(1)
    marks.append(dates.at(0, y))
    y += dates.height + mm(3)
    marks.append(LineMark(0, y, width, y, points(1.4)))
    return Piece(y + points(1.4), tuple(marks))


def _figures(figures: Iterable[tuple[str, str]], width: float) -> list[Piece]:
    """Boxes beside one another, each with a large figure above its label."""
    pairs = list(figures)
    rows = max(1, -(-len(pairs) // _IN_A_ROW))
    columns = max(1, -(-len(pairs) // rows))
    gap, inner = mm(3), mm(3)
    wide = (width - gap * (columns - 1)) / columns
    found: list[Piece] = []
    for start in range(0, len(pairs), columns):
        made = [
            (block(value, BIG, wide - 2 * inner), block(text, SMALL, wide - 2 * inner, lines=2))
            for text, value in pairs[start : start + columns]
        ]
        height = max(value.height + text.height for value, text in made) + 2 * inner
        marks: list[Mark] = []
        for place, (value, text) in enumerate(made):
            x = place * (wide + gap)
            marks.append(BoxMark(x, 0, wide, height, points(0.8), mm(1.5)))
            marks.append(value.at(x + inner, inner))
            marks.append(text.at(x + inner, inner + value.height))
        found.append(Piece(height, tuple(marks), before=gap if found else mm(5)))
    return found


def _heading(text: str, width: float) -> Piece:
    made = block(text, HEADING, width)
    return Piece(made.height, (made.at(0, 0),), before=mm(6), keeps_next=True)


def _plain(text: str, width: float, style: Style, before: float) -> Piece:
    made = block(text, style, width, lines=_LINES)
    return Piece(made.height, (made.at(0, 0),), before=before)


def _told(title: str, texts: Iterable[str], width: float, style: Style = BODY) -> list[Piece]:
    said = [_plain(text, width, style, mm(1.2)) for text in texts if text.strip()]
    return [_heading(title, width), *said] if said else []


def _goal(goal: ReachedGoal, width: float) -> Piece:
    """A goal's words and changes at the left, the weeks it was judged on at the right."""
    half = width * 0.5
    lines = [block(goal.text, BODY, half - mm(4), lines=2)]
    lines += [block(change, SMALL, half - mm(4), lines=4) for change in goal.changes]
    marks: list[Mark] = []
    y = 0.0
    for line in lines:
        marks.append(line.at(0, y))
        y += line.height
    step = _SQUARE + _APART
    a_row = max(1, int((width - half) / step))
    for place, week in enumerate(goal.weeks):
        down, across = divmod(place, a_row)
        marks.append(SquareMark(half + across * step, mm(0.6) + down * step, _SQUARE, week.result))
    rows = -(-len(goal.weeks) // a_row)
    return Piece(max(y, rows * step + mm(0.6)), tuple(marks), before=mm(2.5))
