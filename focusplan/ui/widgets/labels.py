"""Labels for words of people and playbooks: never markup, and never wider than their place."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_WORD = 24
"""A word with more letters may be cut anywhere, so that it can't widen the window."""

GOOD_LINE = 72
"""Letters in a line that reads well."""


def looks(widget: QWidget, **properties: object) -> None:
    """Set the properties the style sheet goes by, and show them at once."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if isinstance(widget, PlainLabel):
        widget.heights.clear()
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.update()


class PlainLabel(QLabel):
    """Text as it was typed, wrapped; a word too long for its line is cut. `size`: title, heading, lead, body,
    small, tiny; `tone`: ink, soft, faint, accent, sun, clay, sky."""

    def __init__(
        self,
        text: str = "",
        *,
        size: str = "",
        tone: str = "",
        strong: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heights: dict[tuple[int, str, bool, bool], int] = {}
        """What is known of this text: by width, letters, whether the style has come, and wrapping."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setObjectName(name)
        looks(self, letters=size, tone=tone, strong=strong)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._cut = False
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text; NUL and other controls that have no shape become spaces."""
        shown = "".join(letter if letter >= " " or letter == "\n" else " " for letter in text)
        self._cut = any(len(word) > LONGEST_WORD for word in shown.split())
        self.heights.clear()
        super().setText(shown)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height the text takes at this width. Layouts ask for the same one many times over, and breaking
        a text into lines takes a while."""
        polished = self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        asked = (width, self.font().key(), polished, self.wordWrap())
        found = self.heights.get(asked)
        if found is None:
            found = self.heights[asked] = self._height_at(width)
        return found

    def _height_at(self, width: int) -> int:
        if not self._cut:
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = max(1, width - margins.left() - margins.right())
        return _height(self.text(), self.font().toString(), inner) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """On one line up to a good line's length, wrapped beyond it."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 2 * self.margin() + 2
        longest = max((metrics.horizontalAdvance(line[:400]) for line in self.text().split("\n")), default=0)
        width = min(longest + around, metrics.averageCharWidth() * GOOD_LINE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Eight letters wide at least, where a word may be cut."""
        if not self._cut:
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 8, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out by ourselves only what Qt's own label would not cut."""
        if not self._cut:
            super().paintEvent(event)
            return
        inner = self.contentsRect()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        _laid_out(self.text(), self.font(), inner.width()).draw(painter, QPointF(inner.topLeft()))
        painter.end()


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where its place ends; pointing at it and readers give the whole."""

    def __init__(
        self,
        text: str = "",
        *,
        size: str = "",
        tone: str = "",
        strong: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        looks(self, letters=size, tone=tone, strong=strong)
        self.whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text, its lines in one."""
        self.whole = " ".join(text.split())
        self.setAccessibleName(self.whole)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """The whole line, up to sixty letters."""
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self.whole[:200]) + 2, metrics.averageCharWidth() * 60)
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 8), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self.whole[:400], Qt.TextElideMode.ElideRight, max(self.contentsRect().width(), 1)
        )
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(plain_tip(self.whole) if shown != self.whole else "")


def plain_tip(text: str, most: int = 600) -> str:
    """A text for a tool tip, where Qt would take what looks like markup for markup."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    safe = cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{safe}</qt>" if safe else ""


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


@lru_cache(maxsize=256)
def _height(text: str, font: str, width: int) -> int:
    asked = QFont()
    asked.fromString(font)
    least = QFontMetrics(asked).height()
    return max(least, QRect(_laid_out(text, asked, width).boundingRect().toAlignedRect()).height())
