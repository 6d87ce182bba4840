"""The look of the whole window: Fusion, one of our palettes, the bundled letters and one style sheet.

Widgets ask for their look by properties: `kind` (what a control is), `tone` (its colour), `letters` (the
size of its text), `strong` (its weight). All lengths follow the text size. `apply` may be called again at any
time.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from focusplan.paper.fonts import load_fonts
from focusplan.ui import palette as palettes
from focusplan.ui.palette import Palette
from focusplan.ui.sheet import sheet
from focusplan.ui.speech import IN_FUSION
from focusplan.ui.widgets import space

BASE_PIXELS = 14
"""Height of the running text at 100 %, in pixels that are independent of the screen."""

SMALLEST, LARGEST = 90, 200
"""Bounds of the text size in per cent."""


def apply(app: QApplication, appearance: str = "system", text_percent: int = 100) -> None:
    """Show everything in this appearance (system, light, dark, contrast) and text size (90 to 200 per cent).

    With "system" later changes of the system's own choice are followed.
    """
    percent = min(LARGEST, max(SMALLEST, text_percent))
    _follower(app).wish = (appearance, percent)
    palette = palettes.choose(appearance, *_system(app))
    if not app.property(IN_FUSION) and not app.styleSheet():
        app.setStyle("Fusion")
    app.setProperty(palettes.PROPERTY, palette.name)
    app.setProperty(space.PROPERTY, percent)
    if not app.styleSheet():
        # Widgets that are there before the first sheet hear of a new font at once only beside some sheet.
        app.setStyleSheet("QToolTip {}")
    app.setFont(_font(app, percent))
    app.setPalette(_qt_palette(palette))
    text = sheet(palette, percent)
    if text != app.styleSheet():
        app.setStyleSheet(text)
    space.refit(app.allWidgets())


class _Follower(QObject):
    """Applies the look again when the system turns dark or light; hears only what is not settled here."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("look_follower")
        self.wish = ("system", 100)
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._again)

    def _again(self) -> None:
        appearance, percent = self.wish
        if appearance in ("system", "contrast"):
            apply(self._app, appearance, percent)


_followers: list[tuple[QApplication, _Follower]] = []
"""That of the running application; asking Qt for it would cost a hundredth of a second at the start."""


def _follower(app: QApplication) -> _Follower:
    if not _followers or _followers[0][0] is not app:
        _followers[:] = [(app, _Follower(app))]
    return _followers[0][1]


def _system(app: QApplication) -> tuple[bool, bool]:
    """Whether the system is dark, and whether it asks for high contrast."""
    hints = app.styleHints()
    accessibility = hints.accessibility()
    high = accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
    return hints.colorScheme() == Qt.ColorScheme.Dark, high


def _font(app: QApplication, percent: int) -> QFont:
    """The bundled family in points, since a screen's own dots per inch count for points only."""
    screen = app.primaryScreen()
    dots = screen.logicalDotsPerInchY() if screen is not None else 96.0
    font = QFont(load_fonts())
    font.setPointSizeF(BASE_PIXELS * percent / 100 * 72 / dots)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def _qt_palette(colours: Palette) -> QPalette:
    """What Fusion and Qt's own dialogs draw with."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.field,
        role.AlternateBase: colours.rail,
        role.Text: colours.ink,
        role.PlaceholderText: colours.soft,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.BrightText: colours.clay,
        role.Light: colours.card,
        role.Midlight: colours.line,
        role.Mid: colours.track,
        role.Dark: colours.track,
        role.Shadow: colours.track,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_ink,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.sky,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
    }
    found = QPalette()
    for which, colour in pairs.items():
        found.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText, role.PlaceholderText):
        found.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.faint))
    return found
