"""The page of reasons: the way chosen and why, the answers, what would change the advice, and four weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from focusplan.i18n import _, day_with_year, minutes, week_range
from focusplan.paper import document
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import load_fonts
from focusplan.paper.lettering import Block, Style, block, clean
from focusplan.paper.marks import LineMark, Mark, mm, points
from focusplan.paper.pieces import Column, Flow, Piece
from focusplan.readinessanswers import ReasonsSheet, ReasonWeek

_TRIES = ((12.0, 7), (11.0, 6), (10.0, 5), (9.0, 3), (9.0, 1))
"""Sizes of the text in points, each with the lines a part may take; the first that fits a page."""
_ANSWER_LINES = 3
_REASON_LINES = 2
_ROOMY = 4
"""With more lines a part than this, a long job may take two."""
_GUTTER = mm(5)
"""Between the two columns of a week's jobs."""


@dataclass(frozen=True)
class _Letters:
    """The sizes of one try, and the lines a part may take."""

    size: float
    lines: int

    @property
    def body(self) -> Style:
        return Style(self.size)

    @property
    def strong(self) -> Style:
        return Style(self.size, bold=True)

    @property
    def heading(self) -> Style:
        return Style(self.size + 2, bold=True)


def reasons_page(sheet: ReasonsSheet, paper: Paper) -> Document:
    """The page laid out, smaller where it would not fit one. Starts Qt without a screen if need be."""
    document.application()
    load_fonts()
    pages: list[list[Mark]] = []
    for size, lines in _TRIES:
        flow = Flow.begin(Column.of(paper))
        flow.add_all(_pieces(sheet, _Letters(size, lines), flow.column.width))
        pages = flow.pages
        if len(pages) == 1:
            break
    title = f"{sheet.business}, {sheet.way}"
    return Document(clean(title), paper, tuple(tuple(page) for page in pages), sheet.today)


def reasons_pdf(sheet: ReasonsSheet, paper: str = "A4") -> bytes:
    """The page as a PDF on "A4" or "Letter"; the same bytes for the same sheet."""
    return document.pdf(reasons_page(sheet, Paper.named(paper)))


def _pieces(sheet: ReasonsSheet, letters: _Letters, width: float) -> list[Piece]:
    pieces = [_head(sheet, letters, width)]
    if sheet.advised:
        text = _("The advice was: {way}. You chose this way.").format(way=sheet.advised)
        pieces.append(_plain(block(text, letters.body, width, 2), mm(2)))
    pieces += _listed(_("Why"), (f"– {text}" for text in sheet.reasons), letters, width)
    if sheet.answers:
        pieces.append(_heading(_("What you answered"), letters, width))
        pieces += [_answer(title, text, letters, width) for title, text in sheet.answers]
    turns = (f"– {text}" for text in sheet.turns)
    pieces += _listed(_("What would change the advice"), turns, letters, width)
    pieces.append(_heading(_("The first four weeks"), letters, width))
    return [*pieces, *(_week(one, letters, width) for one in sheet.weeks)]


def _head(sheet: ReasonsSheet, letters: _Letters, width: float) -> Piece:
    """Business and day, the way large, what it means, a rule below."""
    right = mm(84)
    name = block(sheet.business, letters.body, width - right - mm(4), 2)
    practice = _("Practice plan")
    day = f"{practice} · " if sheet.practice else ""
    said = block(day + day_with_year(sheet.today), letters.body, right, 2, right=True)
    way = block(sheet.way, Style(22, bold=True), width, 2)
    sentence = block(sheet.sentence, letters.body, width, 3)
    top = max(name.height, said.height) + mm(1)
    height = top + way.height + sentence.height + mm(2)
    marks: tuple[Mark, ...] = (
        name.at(0, 0), said.at(width - right, 0), way.at(0, top), sentence.at(0, top + way.height),
        LineMark(0, height, width, height, points(1.6)),
    )  # fmt: skip
    return Piece(height + points(1.6), marks)


def _heading(text: str, letters: _Letters, width: float) -> Piece:
    made = block(text, letters.heading, width, 1)
    return Piece(made.height, (made.at(0, 0),), before=mm(4), keeps_next=True)


def _plain(made: Block, before: float) -> Piece:
    return Piece(made.height, (made.at(0, 0),), before=before)


def _listed(title: str, texts: Iterable[str], letters: _Letters, width: float) -> list[Piece]:
    """A heading with its lines; nothing without lines."""
    most = min(_REASON_LINES, letters.lines)
    lines = [_plain(block(text, letters.body, width, most), mm(0.6)) for text in texts]
    return [_heading(title, letters, width), *lines] if lines else []


def _answer(title: str, text: str, letters: _Letters, width: float) -> Piece:
    """The question at the left, its answer at the right, one line for each thing that was said."""
    left = mm(58)
    asked = block(title, letters.strong, left - mm(4), 2)
    typed = text.split("\n")
    each = 1 if len(typed) > 1 else min(_ANSWER_LINES, letters.lines)
    said = [block(line, letters.body, width - left, each) for line in typed[:_ANSWER_LINES]]
    marks: list[Mark] = [asked.at(0, 0)]
    y = 0.0
    for made in said:
        marks.append(made.at(left, y))
        y += made.height
    return Piece(max(asked.height, y), tuple(marks), before=mm(1))


def _week(one: ReasonWeek, letters: _Letters, width: float) -> Piece:
    """The days of a week, below them its jobs in two columns, each on a line of its own."""
    days = block(week_range(one.week.monday), letters.strong, width, 1)
    marks: list[Mark] = [days.at(0, 0)]
    if not one.jobs:
        note = block(one.note or _("No jobs this week."), letters.body, width, 2)
        return Piece(days.height + note.height, (*marks, note.at(0, days.height)), before=mm(1.5))
    jobs = [_("{job} ({minutes})").format(job=title, minutes=minutes(length)) for title, length in one.jobs]
    rows, each = min(-(-len(jobs) // 2), letters.lines + 1), 2 if letters.lines > _ROOMY else 1
    if len(jobs) > 2 * rows:
        jobs[2 * rows - 1 :] = ["…"]
    wide, y = (width - _GUTTER) / 2, days.height
    said = [block(f"– {text}", letters.body, wide, each) for text in jobs]
    for left, right in zip_longest(said[:rows], said[rows:]):
        marks.append(left.at(0, y))
        if right is not None:
            marks.append(right.at(wide + _GUTTER, y))
        y += max(left.height, right.height if right is not None else 0)
    return Piece(y, tuple(marks), before=mm(1.5))
