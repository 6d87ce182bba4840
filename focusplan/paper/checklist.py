"""The printed week: one sheet with boxes to tick, a fold, and how to type back what the pen wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QPagedPaintDevice

from focusplan.answers import SheetView
from focusplan.i18n import _, day_medium, duration, number, time_of_day, week_range
from focusplan.paper import document
from focusplan.paper.checklist_lower import lower_piece
from focusplan.paper.checklist_rows import asked, job_pieces
from focusplan.paper.density import Density, Lower, choices
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import load_fonts
from focusplan.paper.lettering import Style, block, clean
from focusplan.paper.marks import LineMark, Mark, Shifted, TextMark, mm, points
from focusplan.paper.pieces import Column, Flow, Piece

_NAME = Style(11)
_DATES = Style(22, bold=True)
_STRONG = Style(11, bold=True)
_FOOT = Style(10)
_SMALL = Style(9)
_MOST_NOTES = 4


def checklist(sheet: SheetView, paper: Paper, wall: bool = False) -> Document:
    """The week laid out. `wall` leaves out what is below the fold. Starts Qt without a screen if need be."""
    document.application()
    load_fonts()
    pages: list[list[Mark]] = []
    for density, lower in choices(len(sheet.week.items)):
        made = _pages(sheet, paper, wall, density, lower)
        if not pages or len(made) == 1:
            pages = made
        if len(made) == 1:
            fuller = _pages(sheet, paper, wall, replace(density, asks=True), lower)
            if len(fuller) == 1 and _texts(fuller[0]) == _texts(made[0]) + 2 * asked(sheet):
                pages = fuller
            break
    title = f"{sheet.week.business}, {week_range(sheet.week.week.monday)}"
    return Document(clean(title), paper, tuple(tuple(page) for page in pages), sheet.week.today)


def checklist_pdf(sheet: SheetView, paper: str = "A4", wall: bool = False) -> bytes:
    """The week as a PDF on "A4" or "Letter"; the same bytes for the same sheet."""
    return document.pdf(checklist(sheet, Paper.named(paper), wall))


def paint_checklist(
    device: QPagedPaintDevice, sheet: SheetView, paper: str = "A4", wall: bool = False
) -> None:
    """Paint the week on a printer or a print preview, on the same pages as the PDF."""
    document.paint(checklist(sheet, Paper.named(paper), wall), device)


def _pages(sheet: SheetView, paper: Paper, wall: bool, density: Density, lower: Lower) -> list[list[Mark]]:
    """The marks of every page in one form of closeness."""
    whole = Column.of(paper)
    head, foot = _header(sheet, whole.width, ""), _footer(sheet, whole.width)
    column = whole.between(head.height + mm(density.gap), foot.height + mm(3))
    flow = Flow.begin(column)
    flow.add_all(_body(sheet, density, column.width))
    if not wall:
        below = lower_piece(sheet, lower, column.width, flow.room - mm(8))
        if below.height + below.before > flow.room:
            below = lower_piece(sheet, lower, column.width, column.bottom - column.top, fold=False)
        flow.add_all([below])
    pages = flow.pages
    for place, page in enumerate(pages, start=1):
        which = _("Page {page} of {pages}").format(page=place, pages=len(pages)) if len(pages) > 1 else ""
        page.append(Shifted(_header(sheet, whole.width, which).marks, whole.x, whole.top))
        page.append(Shifted(foot.marks, whole.x, whole.bottom - foot.height))
    return pages


def _texts(marks: Sequence[Mark]) -> int:
    """How many texts stand there: what is asked before a post pushes none of the others off the page."""
    inside = [mark for mark in marks if isinstance(mark, Shifted)]
    return sum(isinstance(mark, TextMark) for mark in marks) + sum(_texts(one.marks) for one in inside)


def _header(sheet: SheetView, width: float, page: str) -> Piece:
    """Business and dates on the left, what is learnt and the minutes on the right, a rule below."""
    week, right_width = sheet.week, width * 0.36
    left_width = width - right_width - mm(6)
    name = block(week.business, _NAME, left_width, lines=2)
    dates = block(week_range(week.week.monday), _DATES, left_width, lines=2)
    rights = [block(text, style, right_width, right=True) for text, style in _corner(sheet, page)]
    rights_height = sum(each.height for each in rights)
    height = max(name.height + dates.height, rights_height) + mm(2)
    marks: list[Mark] = [
        name.at(0, height - mm(2) - dates.height - name.height),
        dates.at(0, height - mm(2) - dates.height),
        LineMark(0, height, width, height, points(1.6)),
    ]
    y = height - mm(2) - rights_height - points(2)
    for each in rights:
        marks.append(each.at(width - right_width, y))
        y += each.height
    return Piece(height + points(1.6), tuple(marks))


def _corner(sheet: SheetView, page: str) -> list[tuple[str, Style]]:
    week = sheet.week
    lines = [(page, _NAME)] if page else []
    if week.practice:
        lines.append((_("Practice plan"), _NAME))
    if week.active:
        lines.append((week.active.name, _STRONG))
    if not week.paused:
        planned = _("{planned} of {budget} minutes planned")
        lines.append((planned.format(planned=number(week.planned), budget=number(week.budget)), _NAME))
    return lines


def _body(sheet: SheetView, density: Density, width: float) -> list[Piece]:
    """The jobs, or what is said when there are none; then the week's notes."""
    week = sheet.week
    if week.paused:
        return _message(_("This week is paused."), _paused_lines(), width)
    pieces = job_pieces(sheet, density, width)
    if not pieces:
        pieces = _message(_("No jobs this week."), _empty_lines(sheet), width)
    style = Style(max(10, density.detail))
    notes = [block(note, style, width, lines=2) for note in week.notes[:_MOST_NOTES]]
    for place, note in enumerate(notes):
        pieces.append(Piece(note.height, (note.at(0, 0),), before=mm(2) if place == 0 else mm(0.4)))
    return pieces


def _paused_lines() -> tuple[str, ...]:
    return (
        _("Nothing is planned and nothing is counted. Whatever comes in can wait, or be noted below."),
        _("The plan goes on where it stands when the pause ends."),
    )


def _empty_lines(sheet: SheetView) -> tuple[str, ...]:
    first = sheet.week.first
    if first is None:
        return (_("The time is yours. Something that came up can be noted below."),)
    said = _("Your first job is on {day} at {time}, {duration}: {job}.")
    return (
        said.format(
            day=day_medium(first.day),
            time=time_of_day(first.starts),
            duration=duration(first.job.minutes),
            job=clean(first.job.title),
        ),
    )


def _message(title: str, lines: tuple[str, ...], width: float) -> list[Piece]:
    """A page without jobs: one large sentence and what it means."""
    head = block(title, Style(18, bold=True), width, lines=2)
    pieces = [Piece(head.height, (head.at(0, 0),), before=mm(10))]
    for text in lines:
        made = block(text, Style(13), width * 0.85, lines=4)
        pieces.append(Piece(made.height, (made.at(0, 0),), before=mm(3)))
    first = replace(pieces[0], height=pieces[0].height + mm(8), marks=(head.at(0, mm(8)),))
    return [first, *pieces[1:], Piece(mm(6), ())]


def _footer(sheet: SheetView, width: float) -> Piece:
    """What is the owner's own, the when-then sentence, and the line to type back."""
    marks: list[Mark] = [LineMark(0, 0, width, 0, points(0.5))]
    y = mm(1.6)
    if sheet.when_then:
        when_then = block(sheet.when_then, _FOOT, width, lines=2)
        marks.append(when_then.at(0, y))
        y += when_then.height + mm(0.4)
    half = (width - mm(8)) / 2
    yours = block(_("Yours: {times}").format(times=sheet.week.yours), _FOOT, half, lines=3)
    back = block(_("Type back: {line}").format(line=sheet.paper_line), _FOOT, half, lines=2, right=True)
    if sheet.week.yours:
        marks.append(yours.at(0, y))
    if not sheet.paper_line or sheet.week.paused:
        return Piece(y + yours.height, tuple(marks))
    marks.append(back.at(width - half, y))
    y += max(yours.height, back.height)
    letters = block(_kept_together(sheet.letters), _SMALL, width, lines=2, right=True)
    marks.append(letters.at(0, y))
    return Piece(y + letters.height, tuple(marks))


def _kept_together(letters: str) -> str:
    """Lines end between two letters, not between a letter and what it stands for."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in letters.split(" · "))
