"""The jobs of a week on paper: a heading for each day, a row with a box for each job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from focusplan.answers import Day, Job, SheetView
from focusplan.i18n import _, day_medium, day_name_short, heading, minutes
from focusplan.paper.density import Density
from focusplan.paper.lettering import Block, Style, advance, block, clean, shortened
from focusplan.paper.marks import BoxMark, LineMark, Mark, Shifted, mm, points
from focusplan.paper.pieces import Piece

CIRCLED = "5 · 10 · 15 · 20 · 30"
"""Minutes to put a circle around."""
_DAY_COLUMN = mm(21)


@dataclass(frozen=True)
class Rows:
    """How the rows of one sheet are set. `people`: who does a job is printed. Widths in units."""

    density: Density
    width: float
    people: bool
    numbers: float
    right: float

    @classmethod
    def of(cls, sheet: SheetView, density: Density, width: float) -> Rows:
        """As wide as this sheet's numbers and minutes need it."""
        longest = max((str(job.number) for job in sheet.week.items), key=len, default="0")
        numbers = advance(longest, Style(density.title - 1, bold=True)) + mm(4)
        right = max(mm(46 if sheet.people else 32), advance(_took(), Style(density.detail)) + points(4))
        return cls(density, width, sheet.people, numbers, right)


def job_pieces(sheet: SheetView, density: Density, width: float) -> list[Piece]:
    """Every job of the week by day, then what was put off. `width` in units."""
    rows = Rows.of(sheet, density, width)
    pieces: list[Piece] = []
    for day in sheet.week.days:
        if day.jobs:
            pieces += _day_pieces(day, rows)
    if sheet.week.put_off:
        pieces += _group(_("Put off, for no day yet"), "", sheet.week.put_off, rows)
    return pieces


def _day_pieces(day: Day, rows: Rows) -> list[Piece]:
    density = rows.density
    if not density.beside:
        return _group(heading(day_medium(day.day)), day.hours, day.jobs, rows)
    pieces = [_row(job, rows, _DAY_COLUMN) for job in day.jobs]
    first = pieces[0]
    label = _day_label(day.day, density)
    marks = (*first.marks, label.at(0, (first.height - label.height) / 2))
    pieces[0] = Piece(first.height, marks, before=mm(density.gap))
    return pieces


def _group(title: str, hours: str, jobs: tuple[Job, ...], rows: Rows) -> list[Piece]:
    density, width = rows.density, rows.width
    head = block(title, Style(density.heading, bold=True), width * 0.6)
    marks: list[Mark] = [head.at(0, 0)]
    if hours:
        beside = block(hours, Style(density.detail), width * 0.4, right=True)
        marks.append(beside.at(width * 0.6, head.height - beside.height - points(1)))
    top = Piece(head.height + mm(0.6), tuple(marks), before=mm(density.gap), keeps_next=True)
    first, *others = (_row(job, rows, 0.0) for job in jobs)
    return [top, first, *(replace(row, headed=top) for row in others)]


def _day_label(day: date, density: Density) -> Block:
    label = _("{weekday} {day}").format(weekday=heading(day_name_short(day.weekday())), day=day.day)
    return block(label, Style(density.heading, bold=True), _DAY_COLUMN)


def _row(job: Job, rows: Rows, left: float) -> Piece:
    """Box, number, title with what it needs below, minutes to circle; a rule under it all."""
    density, width, box = rows.density, rows.width, mm(rows.density.box)
    number_x = left + box + mm(3)
    text_x = number_x + rows.numbers
    text_width = width - text_x - rows.right - mm(3)
    texts: list[Block | Asks] = [block(_title(job), Style(density.title), text_width, lines=3)]
    if _detail(job):
        texts.append(block(_detail(job), Style(density.detail), text_width, lines=2))
    if density.asks and _asked(job):
        texts.append(Asks.of(job, density, text_width))
    rights = _right(job, rows)
    text_height, right_height = _height(texts), _height(rights)
    height = max(mm(density.row), text_height + points(5), right_height + points(4), box + points(4))
    number = block(str(job.number), Style(density.title - 1, bold=True), rows.numbers)
    marks: list[Mark] = [
        BoxMark(left, (height - box) / 2, box, box, points(1.4), mm(1), ticked=job.done),
        number.at(number_x, (height - number.height) / 2),
        *_stacked(texts, text_x, (height - text_height) / 2),
        *_stacked(rights, width - rows.right, (height - right_height) / 2),
        LineMark(left, height, width, height, points(0.5)),
    ]
    return Piece(height + points(0.5), tuple(marks))


@dataclass(frozen=True)
class Asks:
    """The two questions before posting, each with a box; beside one another where the width allows it."""

    height: float
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, job: Job, density: Density, width: float) -> Asks:
        """Ticked where the owner has ticked them already."""
        box, style = mm(3.2), Style(density.detail)
        marks: list[Mark] = []
        x = y = high = 0.0
        for which, text in (("gain", _("Somebody gains by it")), ("own", _("Only we can say it like this"))):
            needed = box + mm(1.6) + advance(text, style)
            if x and x + needed > width:
                x, y = 0.0, y + high
            said = block(text, style, width - box - mm(1.6))
            high = max(said.height, box + points(2))
            middle = y + (high - box) / 2
            ticked = which in job.checks
            marks.append(BoxMark(x, middle, box, box, points(0.9), mm(0.5), ticked=ticked))
            marks.append(said.at(x + box + mm(1.6), y + (high - said.height) / 2))
            x += needed + mm(5)
        return cls(y + high + points(1), tuple(marks))

    def at(self, x: float, y: float) -> Mark:
        """The questions with their corner there."""
        return Shifted(self.marks, x, y + points(1))


def asked(sheet: SheetView) -> int:
    """How many posts are still to be written, so that there is something to ask before them."""
    return sum(_asked(job) for job in sheet.week.items)


def _asked(job: Job) -> bool:
    return job.kind == "post" and not job.done


def _height(texts: Sequence[Block | Asks]) -> float:
    return sum(text.height for text in texts)


def _stacked(texts: Sequence[Block | Asks], x: float, y: float) -> list[Mark]:
    """The texts below one another."""
    marks: list[Mark] = []
    for text in texts:
        marks.append(text.at(x, y))
        y += text.height
    return marks


def _title(job: Job) -> str:
    """The title, led by the network's name where it is not the one being learnt and the title is silent."""
    brand = clean(job.chip).casefold().split(" ")[0]
    if not brand or brand in job.title.casefold():
        return job.title
    return _("{network}: {job}").format(network=job.chip, job=job.title)


def _detail(job: Job) -> str:
    """What stands under the title: a post's idea, else how one knows that the job is done."""
    if job.kind == "post" and job.note:
        return job.note
    if job.done_when:
        return _("Done when: {sign}").format(sign=job.done_when)
    return job.note


def _right(job: Job, rows: Rows) -> list[Block]:
    """Who does it where that is printed, the minutes planned, and below them those to put a circle around."""
    style, width = Style(rows.density.detail), rows.right
    planned = minutes(job.minutes)
    if rows.people and job.person:
        person = shortened(job.person, style, width - advance(f" · {planned}", style))
        planned = f"{person} · {planned}"
    return [block(planned, style, width, right=True), block(_took(), style, width, right=True)]


def _took() -> str:
    return _("took {minutes}").format(minutes=CIRCLED)
