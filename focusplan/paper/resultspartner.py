"""A month on one page for a partner, a mentor or an accountant: the ticked lines and nothing else."""

from __future__ import annotations

from focusplan.i18n import _, day_with_year
from focusplan.paper import document
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import load_fonts
from focusplan.paper.lettering import Style, block, clean
from focusplan.paper.marks import LineMark, Mark, Shifted, mm, points
from focusplan.paper.pieces import Column, Flow, Piece
from focusplan.paper.results import SMALL, header
from focusplan.resultanswers import PartnerView

_NAME, _TEXT = Style(12, bold=True), Style(12)


def partner_page(view: PartnerView, paper: Paper, sign: bool = False) -> Document:
    """The month laid out; `sign` adds a line to sign on. Starts Qt without a screen if need be."""
    document.application()
    load_fonts()
    whole = Column.of(paper)
    head = header(view.business, view.title, view.dates, view.practice, whole.width)
    flow = Flow.begin(whole.between(head.height + mm(6), mm(8)))
    ticked = [_line(field.name, field.text, whole.width) for field in view.fields if field.ticked]
    flow.add_all([*ticked, *([_signature(whole.width)] if sign else [])])
    pages: list[tuple[Mark, ...]] = []
    for page in flow.pages:
        made = block(day_with_year(view.today), SMALL, whole.width, right=True)
        foot = made.at(whole.x, whole.bottom - made.height)
        pages.append((Shifted(head.marks, whole.x, whole.top), *page, foot))
    return Document(clean(f"{view.business}, {view.title}"), paper, tuple(pages), view.today)


def _line(name: str, text: str, width: float) -> Piece:
    """A name at the left, what is known at the right, a thin rule below."""
    left = width * 0.36
    first, other = block(name, _NAME, left - mm(4), lines=3), block(text, _TEXT, width - left, lines=8)
    height = max(first.height, other.height) + mm(2.5)
    rule = LineMark(0, height, width, height, points(0.4))
    return Piece(height, (first.at(0, 0), other.at(left, 0), rule), before=mm(2.5))


def _signature(width: float) -> Piece:
    """Room for a date and a name."""
    height, half = mm(22), width * 0.45
    said = block(_("Date and signature"), SMALL, half)
    rule = LineMark(0, height - said.height - mm(1), half, height - said.height - mm(1), points(0.6))
    return Piece(height, (rule, said.at(0, height - said.height)), before=mm(6))
