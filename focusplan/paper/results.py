"""The results on one or two pages: figures, bars, costs and goals, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QPagedPaintDevice

from focusplan.i18n import _, day_with_year
from focusplan.paper import document
from focusplan.paper.charts import chart_piece, legend
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import load_fonts
from focusplan.paper.lettering import Style, block, clean
from focusplan.paper.marks import BoxMark, LineMark, Mark, Shifted, SquareMark, mm, points
from focusplan.paper.pieces import Column, Flow, Piece
from focusplan.paper.tables import table_pieces
from focusplan.resultanswers import GoalLine, ResultsView, Tile

NAME, TITLE, HEADING = Style(10), Style(18, bold=True), Style(11, bold=True)
BODY, SMALL, BIG = Style(9.5), Style(8.5), Style(15, bold=True)
_SQUARE = mm(3.2)
_MOST_SQUARES = 30
_PAGES, _MOST_WRITTEN = 2, 6
"""What was written when weeks were closed is added as far as it finds room on so many pages."""


def results(view: ResultsView, paper: Paper) -> Document:
    """The results laid out. Starts Qt without a screen if need be."""
    document.application()
    load_fonts()
    whole = Column.of(paper)
    head = header(view.business, _("Results"), view.dates, view.practice, whole.width)
    body, inner = _body(view, whole.width), whole.between(head.height + mm(4), mm(6))
    flow = _flow(inner, body)
    for weeks in range(min(_MOST_WRITTEN, len(view.closed)), 0, -1):
        longer = _flow(inner, [*body, *_written(view, weeks, whole.width)])
        if len(longer.pages) <= max(_PAGES, len(flow.pages)):
            flow = longer
            break
    name = _("Results")
    title = f"{view.business}, {name}, {view.dates}"
    return bound(title, paper, flow, head, view)


def _flow(column: Column, pieces: Sequence[Piece]) -> Flow:
    flow = Flow.begin(column)
    flow.add_all(pieces)
    return flow


def bound(title: str, paper: Paper, flow: Flow, head: Piece, view: ResultsView) -> Document:
    """The flow's pages with their head and foot."""
    whole = Column.of(paper)
    pages = []
    for number, page in enumerate(flow.pages, start=1):
        foot = _("{day}, page {page} of {pages}").format(
            day=day_with_year(view.today), page=number, pages=len(flow.pages)
        )
        made = block(foot, SMALL, whole.width, right=True)
        place = made.at(whole.x, whole.bottom - made.height)
        pages.append((Shifted(head.marks, whole.x, whole.top), *page, place))
    return Document(clean(title), paper, tuple(pages), view.today)


def results_pdf(view: ResultsView, paper: str = "A4") -> bytes:
    """The results as a PDF on "A4" or "Letter"; the same bytes for the same figures."""
    return document.pdf(results(view, Paper.named(paper)))


def paint_results(device: QPagedPaintDevice, view: ResultsView, paper: str = "A4") -> None:
    """Paint the results on a printer or a print preview."""
    document.paint(results(view, Paper.named(paper)), device)


def header(business: str, title: str, dates: str, practice: bool, width: float) -> Piece:
    """Whose figures, what they are, and of which weeks; a rule below."""
    half = width * 0.6
    name, large = block(business, NAME, half, lines=2), block(title, TITLE, half)
    rights = [block(dates, NAME, width - half, lines=2, right=True)]
    if practice:
        rights.insert(0, block(_("Practice plan"), NAME, width - half, right=True))
    height = max(name.height + large.height, sum(one.height for one in rights)) + mm(1.5)
    rule = LineMark(0, height, width, height, points(1.4))
    marks: list[Mark] = [name.at(0, 0), large.at(0, name.height), rule]
    y = height - mm(1.5) - sum(one.height for one in rights)
    for one in rights:
        marks.append(one.at(half, y))
        y += one.height
    return Piece(height + points(1.4), tuple(marks))


def _body(view: ResultsView, width: float) -> list[Piece]:
    if view.empty:
        return paragraphs([view.empty], width)
    pieces = [_tiles(view.tiles, width)]
    pieces += paragraphs(view.months[:1], width)
    pieces += [chart_piece(chart, width) for chart in view.charts]
    pieces += paragraphs([legend(view.charts)], width, SMALL)
    pieces += heading(view.sold.title, width)
    pieces += table_pieces(view.sold.heads, view.sold.rows, width)
    pieces += paragraphs([view.sold.note], width, SMALL)
    pieces += heading(view.costs.title, width)
    rows = table_pieces((), view.costs.rows, width, (3, 5))
    pieces += [*rows[:-1], *(replace(row, keeps_next=True) for row in rows[-1:])]
    pieces += paragraphs([view.costs.note], width, SMALL)
    pieces += _ways(view, width)
    pieces += heading(_("E-mail, and where they came from"), width)
    pieces += paragraphs([view.newsletter, view.unknown], width)
    pieces += heading(_("Balance"), width)
    pieces += paragraphs([" ".join(view.balance)], width)
    pieces += _goals(view.goals, width)
    pieces += _said(view, width)
    return pieces


def heading(text: str, width: float) -> list[Piece]:
    """A heading that stays with what follows."""
    made = block(text, HEADING, width)
    return [Piece(made.height, (made.at(0, 0),), before=mm(4), keeps_next=True)]


def paragraphs(texts: Sequence[str], width: float, style: Style = BODY) -> list[Piece]:
    """Texts one below the other; empty ones are left out."""
    made = [block(text, style, width, lines=5) for text in texts if text]
    return [Piece(one.height, (one.at(0, 0),), before=mm(1.2)) for one in made]


def together(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that stand on one page."""
    return [*(replace(piece, keeps_next=True) for piece in pieces[:-1]), *pieces[-1:]]


def _tiles(tiles: Sequence[Tile], width: float) -> Piece:
    """The large figures beside one another, each in a box."""
    gap, inner = mm(3), mm(2.5)
    wide = (width - gap * (len(tiles) - 1)) / max(1, len(tiles))
    columns = [
        (
            block(tile.title, SMALL, wide - 2 * inner, lines=2),
            block(tile.figure, BIG, wide - 2 * inner),
            block(tile.line, SMALL, wide - 2 * inner, lines=5),
        )
        for tile in tiles
    ]
    height = max(sum(one.height for one in column) for column in columns) + 2 * inner
    marks: list[Mark] = []
    for place, column in enumerate(columns):
        x, y = place * (wide + gap), inner
        marks.append(BoxMark(x, 0, wide, height, points(0.8), mm(1.5)))
        for one in column:
            marks.append(one.at(x + inner, y))
            y += one.height
    return Piece(height, tuple(marks), before=mm(2))


def _ways(view: ResultsView, width: float) -> list[Piece]:
    pieces = heading(_("Four ways, a month"), width)
    if view.ways:
        heads = ("", _("Your time"), _("Money"), _("Together"), _("When it pays"))
        rows = [(way.name, way.time, way.money, way.together, way.sentence) for way in view.ways]
        pieces += together(table_pieces(heads, rows, width, (2.4, 1.3, 1.5, 1.6, 6), texts=(4,)))
    return pieces + paragraphs([view.break_even], width)


def _goals(goals: Sequence[GoalLine], width: float) -> list[Piece]:
    if not goals:
        return []
    return heading(_("Goals over time"), width) + [_goal(goal, width) for goal in goals]


def _goal(goal: GoalLine, width: float) -> Piece:
    """A goal's words at the left, its weeks at the right."""
    half = width * 0.45
    text = block(f"{goal.network} · {goal.text}", BODY, half - mm(3), lines=3)
    below = [block(line, SMALL, half - mm(3), lines=3) for line in (goal.line, *goal.changes)]
    marks: list[Mark] = [text.at(0, 0)]
    y = text.height
    for one in below:
        marks.append(one.at(0, y))
        y += one.height
    step = _SQUARE + mm(0.9)
    a_row = max(1, int((width - half) / step))
    weeks = goal.weeks[-_MOST_SQUARES * 2 :]
    for place, week in enumerate(weeks):
        line, column = divmod(place, a_row)
        marks.append(SquareMark(half + column * step, mm(0.8) + line * step, _SQUARE, week.result))
    rows = -(-len(weeks) // a_row)
    return Piece(max(y, rows * step + mm(0.8)), tuple(marks), before=mm(1.5))


def _said(view: ResultsView, width: float) -> list[Piece]:
    """What the numbers say, with their rules, and what is being tried."""
    if not view.suggestions and not view.tried:
        return []
    pieces = heading(_("What the numbers say"), width)
    for one in view.suggestions:
        pieces += paragraphs([f"{one.label} · {one.text}"], width)
        pieces += paragraphs([one.rule], width, SMALL)
    return pieces + paragraphs(view.tried, width)


def _written(view: ResultsView, weeks: int, width: float) -> list[Piece]:
    """What the owner wrote when closing the newest weeks."""
    pieces = heading(_("What you wrote when closing weeks"), width)
    said = [f"{week.when} · {' · '.join(week.lines)}" for week in view.closed[:weeks]]
    return pieces + paragraphs(said, width, SMALL)
