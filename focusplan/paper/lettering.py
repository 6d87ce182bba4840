"""Text on paper: wrapped inside its width, cut with … when it is endless, never off the page.

What people typed is data: nothing in it is read as markup, and odd characters stay inside their own place.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from focusplan.paper.fonts import FAMILY
from focusplan.paper.marks import TextMark, points

LONGEST = 1200
"""Characters that are looked at: more would never be shown, and laying them out takes time."""

_LIGATURES = ("liga", "clig", "dlig", "calt")
_KEPT_FORMATS = "\u200c\u200d\u200e\u200f"
"""Joiners that letters and emoji are made of, and the two marks of direction, which reach no further."""
_SAME_GLYPH = str.maketrans({"\u02bc": "’", "\u02ee": "”"})
"""Letters the bundled font draws as closing quotation marks (see resources/fonts/NOTES.md)."""
_STACKED = 3
"""So many accents on one letter; more would climb into the row above."""


@dataclass(frozen=True)
class Style:
    """How a text is set: size in points."""

    size: float
    bold: bool = False

    @property
    def font(self) -> QFont:
        """The bundled family, without ligatures so that words can be searched and copied letter by letter."""
        font = QFont(FAMILY)
        font.setPixelSize(round(points(self.size)))
        font.setWeight(QFont.Weight.Bold if self.bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for tag in _LIGATURES:
            font.setFeature(QFont.Tag(tag), 0)
        return font


def clean(text: str) -> str:
    """One line of what was typed: control characters, line ends and half pairs become a space.

    Marks that would turn the direction of what follows are left out: they are not visible themselves and
    would reorder the figures beside the text.
    """
    kept: list[str] = []
    stacked = 0
    for char in text[: LONGEST + 1]:
        category = unicodedata.category(char)
        stacked = stacked + 1 if category == "Mn" else 0
        if category in ("Cc", "Cs", "Zl", "Zp"):
            kept.append(" ")
        elif stacked <= _STACKED and (category != "Cf" or char in _KEPT_FORMATS):
            kept.append(char)
    line = "".join(kept).strip().translate(_SAME_GLYPH)
    return line[:LONGEST] + "…" if len(text) > LONGEST else line


@dataclass(frozen=True)
class Block:
    """A wrapped text, not yet in its place. Units throughout."""

    layout: QTextLayout
    height: float
    lines: int
    cut: bool

    def at(self, x: float, y: float) -> TextMark:
        """The block with its upper left corner there."""
        return TextMark(self.layout, x, y)


def block(text: str, style: Style, width: float, lines: int = 1, right: bool = False) -> Block:
    """`text` wrapped to `width` in at most `lines` lines; what is left over is cut with …"""
    line = clean(text)
    made = _wrap(line, style, width, lines, right)
    if made.lineCount() <= lines:
        return _measured(made, cut=False)
    start = made.lineAt(lines - 1).textStart()
    before, rest = _split(line, start)
    metrics = QFontMetricsF(style.font)
    last = metrics.elidedText(rest[:400], Qt.TextElideMode.ElideRight, width)
    last = last if last.endswith("…") else last + "…"
    while (made := _wrap(before + last, style, width, lines, right)).lineCount() > lines and len(last) > 1:
        last = last[:-2].rstrip() + "…"
    return _measured(made, cut=True)


def advance(text: str, style: Style) -> float:
    """How wide `text` is on one line."""
    return QFontMetricsF(style.font).horizontalAdvance(clean(text))


def shortened(text: str, style: Style, width: float) -> str:
    """`text` on one line of that width, cut with … where it is longer."""
    return QFontMetricsF(style.font).elidedText(clean(text), Qt.TextElideMode.ElideRight, width)


def _split(line: str, units: int) -> tuple[str, str]:
    """`line` cut where Qt counts: in UTF-16 units, of which an emoji has two."""
    raw = line.encode("utf-16-le")
    return raw[: 2 * units].decode("utf-16-le"), raw[2 * units :].decode("utf-16-le")


def _wrap(line: str, style: Style, width: float, lines: int, right: bool) -> QTextLayout:
    """The layout of `line`, given up one line after `lines`."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(line, style.font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while layout.lineCount() <= lines and (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, top))
        top += row.height()
    layout.endLayout()
    return layout


def _measured(layout: QTextLayout, cut: bool) -> Block:
    lines = layout.lineCount()
    last = layout.lineAt(lines - 1) if lines else None
    return Block(layout, last.y() + last.height() if last else 0.0, lines, cut)
