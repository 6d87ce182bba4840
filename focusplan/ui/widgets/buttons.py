"""Buttons of every kind. What a person typed may stand on them, cut to its place and without mnemonic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from focusplan.ui.palette import colour
from focusplan.ui.widgets.icons import give_icon
from focusplan.ui.widgets.labels import looks, plain_tip
from focusplan.ui.widgets.menuface import show_menu
from focusplan.ui.widgets.space import scaled

KINDS = ("primary", "normal", "quiet", "link", "danger", "pill", "icon")

WIDEST, MOST_PIXELS = 360, 560
"""No button asks for more, the first at 100 %, the second at any size."""

_INKS = {"primary": "accent_ink", "quiet": "soft", "icon": "soft", "danger": "clay"}


class Button(QPushButton):
    """`text` is shown as it is; with `mnemonic` an ampersand marks a key. `spoken` is what a reader says
    instead, for buttons that show an icon or a short word only."""

    def __init__(
        self,
        text: str,
        name: str,
        kind: str = "normal",
        *,
        icon: str = "",
        spoken: str = "",
        mnemonic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self._icon = icon
        self._kind = ""
        self.set_kind(kind)
        self.set_text(text, spoken, mnemonic)

    def set_text(self, text: str, spoken: str = "", mnemonic: bool = False) -> None:
        """Show this; see the class for `spoken` and `mnemonic`."""
        self.setText(text if mnemonic else text.replace("&", "&&"))
        heard = spoken or (text.replace("&", "") if mnemonic else text)
        self.setAccessibleName(heard)
        if not text:
            self.setToolTip(plain_tip(heard))

    def set_kind(self, kind: str) -> None:
        """Turn it into a button of another kind."""
        self._kind = kind
        looks(self, kind=kind)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw_icon()

    def set_icon(self, icon: str) -> None:
        """Show another drawing."""
        self._icon = icon
        self._draw_icon()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu when pressed; an arrow says so."""
        menu.setAccessibleName(self.accessibleName())
        self.setMenu(menu)
        show_menu(self)
        looks(self, menu=True)

    def minimumSizeHint(self) -> QSize:
        """A long text may be cut, a short one not."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), scaled(WIDEST) // 2), hint.height())

    def sizeHint(self) -> QSize:
        """As wide as the text, up to a width that leaves room for others."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(WIDEST), MOST_PIXELS), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own drawing with the text cut to its place, and a second ring where the first is on dark."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inner.width() - (self.iconSize().width() + 4 if not self.icon().isNull() else 0)
        wanted = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        if wanted > room:
            flags, right = Qt.TextFlag.TextShowMnemonic.value, Qt.TextElideMode.ElideRight
            lines = self.text()[:400].split("\n")
            option.text = "\n".join(option.fontMetrics.elidedText(one, right, room, flags) for one in lines)
            if not self.toolTip():
                self.setToolTip(plain_tip(self.accessibleName()))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        if self._kind == "primary" and self.hasFocus():
            self._ring(painter)
        painter.end()

    def _ring(self, painter: QPainter) -> None:
        gap = 3.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent_ink"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_by = max(1, scaled(8) - gap)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(gap, gap, -gap, -gap), round_by, round_by)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon:
            tone = _INKS.get(self._kind, "ink")
            give_icon(self, self._icon, tone, tone)
