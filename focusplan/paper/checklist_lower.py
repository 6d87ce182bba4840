"""The part of the sheet below the fold: numbers to tally, goals with their weeks, room for ideas."""

from __future__ import annotations

from focusplan.answers import GoalView, SheetView
from focusplan.i18n import _, heading
from focusplan.paper.density import Lower
from focusplan.paper.lettering import Style, advance, block
from focusplan.paper.marks import BoxMark, LineMark, Mark, Shifted, SquareMark, mm, points
from focusplan.paper.pieces import Piece

_SMALL = Style(9)
_TEXT = Style(10)
_LABEL = Style(10, bold=True)
_SQUARE = mm(3.6)
_MOST_SQUARES = 13
_MOST_IDEAS = 3
_MOST_LINES = 9
_BOXES_A_ROW = 5


def lower_piece(sheet: SheetView, lower: Lower, width: float, room: float, fold: bool = True) -> Piece:
    """Everything below the fold as one piece. It takes what room there is (units) for ideas to write down,
    at least `lower.lines` lines; it can be higher than `room`, then it needs a page of its own, where nothing
    is folded (`fold` False)."""
    marks: list[Mark] = []
    y = 0.0
    if fold:
        marks.append(LineMark(0, 0, width, 0, points(1.2), dashed=True))
        caption = block(_("Fold here, or print the wall version without this part."), _SMALL, width)
        marks.append(caption.at(0, points(2)))
        y = points(2) + caption.height + mm(2)
    if not sheet.week.paused:
        y = _boxes(marks, sheet.boxes, lower, width, y)
        if lower.beside and sheet.goals:
            left = width * 0.66
            end = _goals(marks, sheet.goals, left, y)
            around: list[Mark] = []
            bottom = _ideas(around, (), lower, width - left - mm(6), y, max(room, end))
            marks.append(Shifted(tuple(around), left + mm(6), 0))
            return Piece(max(end, bottom), tuple(marks), before=mm(5))
        y = _goals(marks, sheet.goals, width, y)
    y = _ideas(marks, sheet.ideas, lower, width, y, room)
    return Piece(y, tuple(marks), before=mm(5))


def _boxes(marks: list[Mark], labels: tuple[str, ...], lower: Lower, width: float, y: float) -> float:
    """Boxes for tally strokes in rows of at most five; their label stands inside, at the top."""
    rest, gap = list(labels), mm(3)
    while rest:
        row, rest = rest[:_BOXES_A_ROW], rest[_BOXES_A_ROW:]
        each = (width - gap * (len(row) - 1)) / len(row)
        made = [block(label, _TEXT, each - mm(4), lines=2) for label in row]
        height = max(mm(lower.boxes), max(label.height for label in made) + mm(9))
        for number, label in enumerate(made):
            x = number * (each + gap)
            marks.append(BoxMark(x, y, each, height, points(0.9), mm(1.5)))
            marks.append(label.at(x + mm(2), y + mm(1.2)))
        y += height + mm(3)
    return y


def _goals(marks: list[Mark], goals: tuple[GoalView, ...], width: float, y: float) -> float:
    """A line for each goal with a square for each of its weeks, then what the squares mean."""
    if not goals:
        return y
    squares = max(len(_shown(goal)) for goal in goals)
    squares_width = squares * (_SQUARE + mm(0.8))
    texts = [block(_words(goal), _TEXT, width - squares_width - mm(4), lines=2) for goal in goals]
    widest = max(advance(_words(goal), _TEXT) for goal in goals)
    x = min(width - squares_width, widest + mm(6))
    for goal, text in zip(goals, texts, strict=True):
        height = max(text.height, _SQUARE) + mm(1.2)
        marks.append(text.at(0, y + (height - text.height) / 2))
        _squares(marks, goal, x, y + (height - _SQUARE) / 2)
        y += height
    return _legend(marks, width, y + mm(0.4)) if squares else y


def _words(goal: GoalView) -> str:
    words = _("{goal}: {line}").format(goal=goal.text, line=goal.line) if goal.line else goal.text
    return heading(words)


def _shown(goal: GoalView) -> tuple[str, ...]:
    return tuple(square.result for square in goal.weeks[-_MOST_SQUARES:])


def _squares(marks: list[Mark], goal: GoalView, x: float, y: float) -> None:
    for number, result in enumerate(_shown(goal)):
        marks.append(SquareMark(x + number * (_SQUARE + mm(0.8)), y, _SQUARE, result))


def _legend(marks: list[Mark], width: float, y: float) -> float:
    """The four shapes with their words, set from the right; a second row where the words are long."""
    words = (
        ("met", _("kept")),
        ("missed", _("not kept")),
        ("paused", _("paused or left out")),
        ("running", _("this week")),
    )
    x, size, height = 0.0, mm(2.8), points(13)
    for kind, word in words:
        wide = size + mm(1.2) + advance(word, _SMALL) + mm(5)
        if x and x + wide > width:
            x, y = 0.0, y + height
        text = block(word, _SMALL, wide)
        marks.append(SquareMark(x, y + (height - size) / 2, size, kind))
        marks.append(text.at(x + size + mm(1.2), y + (height - text.height) / 2))
        x += wide
    return y + height + mm(1.5)


def _ideas(
    marks: list[Mark], ideas: tuple[str, ...], lower: Lower, width: float, y: float, room: float
) -> float:
    """The next ideas of the list, then lines to write on, as many as there is room for."""
    label = block(_("Ideas"), _LABEL, width)
    y += 0.0 if lower.beside else mm(1)
    marks.append(label.at(0, y))
    y += label.height
    line = mm(lower.line)
    for idea in ideas[:_MOST_IDEAS]:
        text = block(_("– {idea}").format(idea=idea), _TEXT, width)
        if y + text.height + line * lower.lines > room:
            break
        marks.append(text.at(0, y))
        y += text.height
    for number in range(_MOST_LINES):
        if number >= lower.lines and y + line > room:
            break
        y += line
        marks.append(LineMark(0, y, width, y, points(0.5)))
    return y
