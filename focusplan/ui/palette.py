"""The colours: light, dark and two of high contrast, each a set of grounds and of inks that suit them.

Text has at least 4.5:1 on every ground it stands on, borders of controls and tracks at least 3:1; `TEXT_ON`
and `LINES_ON` say which stands on which, and a test measures them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

DRAWN = "#000000"
"""The ink our icons are drawn in; it is replaced when they are painted."""
SHEET_OF_PAPER = "#FFFFFF"
"""A page that will be printed is white in every appearance."""

PROPERTY = "focusplan_palette"
"""Property of the application that holds the name of the palette it shows."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`. Grounds: paper (page), card, field (what is typed into), rail (navigation), the
    `_soft` ones. `line` only divides; `track` draws borders of controls, rings, squares and bars; `focus`
    marks the control that hears the keyboard. `_ink` is the text upon the full colour."""

    name: str
    dark: bool
    paper: str
    card: str
    field: str
    rail: str
    line: str
    track: str
    ink: str
    soft: str
    faint: str
    accent: str
    accent_soft: str
    accent_ink: str
    sun: str
    sun_soft: str
    clay: str
    clay_soft: str
    sky: str
    sky_soft: str
    focus: str


LIGHT = Palette(
    name="light",
    dark=False,
    paper="#F6F4EF",
    card="#FFFFFF",
    field="#F6F4EF",
    rail="#EEEBE3",
    line="#E3DFD6",
    track="#87847A",
    ink="#1E2A2F",
    soft="#5C6A70",
    faint="#606C71",
    accent="#0E6B5C",
    accent_soft="#DDEFEA",
    accent_ink="#FFFFFF",
    sun="#8A5A0B",
    sun_soft="#FBF0DA",
    clay="#A23C28",
    clay_soft="#F9E4DE",
    sky="#2F6690",
    sky_soft="#E1ECF4",
    focus="#1E2A2F",
)

DARK = Palette(
    name="dark",
    dark=True,
    paper="#171C1E",
    card="#1F2629",
    field="#171C1E",
    rail="#1B2123",
    line="#313B3F",
    track="#7B898E",
    ink="#E8EDEE",
    soft="#A7B3B7",
    faint="#8A979C",
    accent="#4DB8A2",
    accent_soft="#1D3B36",
    accent_ink="#0C1F1B",
    sun="#E0B060",
    sun_soft="#3A3120",
    clay="#E58A73",
    clay_soft="#40241D",
    sky="#86B6D9",
    sky_soft="#1F3342",
    focus="#E8EDEE",
)

CONTRAST = Palette(
    name="contrast",
    dark=False,
    paper="#FFFFFF",
    card="#FFFFFF",
    field="#FFFFFF",
    rail="#FFFFFF",
    line="#000000",
    track="#000000",
    ink="#000000",
    soft="#000000",
    faint="#1A1A1A",
    accent="#00473B",
    accent_soft="#E6F5F1",
    accent_ink="#FFFFFF",
    sun="#5A3800",
    sun_soft="#FFF6E0",
    clay="#7A1C0B",
    clay_soft="#FFEDE8",
    sky="#0B3A5E",
    sky_soft="#EAF3FA",
    focus="#000000",
)

CONTRAST_DARK = Palette(
    name="contrast_dark",
    dark=True,
    paper="#000000",
    card="#000000",
    field="#000000",
    rail="#000000",
    line="#FFFFFF",
    track="#FFFFFF",
    ink="#FFFFFF",
    soft="#FFFFFF",
    faint="#E6E6E6",
    accent="#7BE8D0",
    accent_soft="#00302A",
    accent_ink="#000000",
    sun="#FFD27A",
    sun_soft="#2E2200",
    clay="#FFB3A0",
    clay_soft="#3A120A",
    sky="#A8D6FF",
    sky_soft="#06243B",
    focus="#FFFFFF",
)

ALL = (LIGHT, DARK, CONTRAST, CONTRAST_DARK)

_GROUNDS = ("paper", "card", "field", "rail", "accent_soft")
TEXT_ON: dict[str, tuple[str, ...]] = {
    "ink": (*_GROUNDS, "sun_soft", "clay_soft", "sky_soft"),
    "soft": (*_GROUNDS, "sun_soft", "clay_soft", "sky_soft"),
    "faint": ("paper", "card", "field", "rail"),
    "accent": _GROUNDS,
    "accent_ink": ("accent",),
    "sun": ("paper", "card", "field", "sun_soft"),
    "clay": ("paper", "card", "field", "clay_soft"),
    "sky": ("paper", "card", "field", "sky_soft"),
}
"""Which text colour stands on which grounds."""

LINES_ON: dict[str, tuple[str, ...]] = {
    "track": _GROUNDS,
    "accent": _GROUNDS,
    "focus": (*_GROUNDS, "sun_soft", "clay_soft", "sky_soft"),
    "sun": ("sun_soft", "card"),
}
"""Which border, track or ring stands on which grounds."""


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, from 1 (the same) to 21 (black and white)."""
    one, other = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (one + 0.05) / (other + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def choose(appearance: str, system_dark: bool = False, system_contrast: bool = False) -> Palette:
    """The palette for a choice of the settings: system, light, dark or contrast; unknown means system."""
    if appearance == "contrast" or (appearance not in ("light", "dark") and system_contrast):
        return CONTRAST_DARK if system_dark else CONTRAST
    if appearance == "dark" or (appearance != "light" and system_dark):
        return DARK
    return LIGHT


def shown() -> Palette:
    """The palette the running application shows; what paints itself asks each time it paints."""
    application = QCoreApplication.instance()
    name = application.property(PROPERTY) if application is not None else None
    return next((palette for palette in ALL if palette.name == name), LIGHT)


def paper() -> QColor:
    """The white of a page that will be printed."""
    return QColor(SHEET_OF_PAPER)


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the palette that is shown, by its name there."""
    found = QColor(getattr(shown(), name))
    found.setAlphaF(alpha)
    return found
