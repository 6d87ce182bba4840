"""The program's own drawings, painted in a colour of the palette that is shown."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from focusplan import paths
from focusplan.ui.palette import DRAWN, colour
from focusplan.ui.widgets.space import scaled

SIZE = 18
"""Side of an icon in a button, in pixels at 100 %."""


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def paint_icon(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    """Draw an icon into a rectangle. FileNotFoundError when there is no such drawing."""
    drawing = _drawing(name).replace(DRAWN, ink.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def icon_pixmap(name: str, ink: QColor, side: int) -> QPixmap:
    """An icon as a picture, sharp on the screen it is for; `side` in pixels that are independent of it."""
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, side, side), ink)
    painter.end()
    return picture


def icon_of(name: str, tone: str = "soft", marked: str = "ink") -> QIcon:
    """An icon for a button: in `tone`, in `marked` while it is checked. Made anew after a change of look."""
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    inks = tuple(colour(ink).name() for ink in (tone, marked, "faint"))
    return _icon(name, inks, scaled(SIZE), ratio)


@lru_cache(maxsize=256)
def _icon(name: str, inks: tuple[str, ...], side: int, ratio: float) -> QIcon:
    """The same drawing stands on many buttons, so it is painted once for each look and screen."""
    found = QIcon()
    off, on, faint = (icon_pixmap(name, QColor.fromString(ink), side) for ink in inks)
    for state, picture in ((QIcon.State.Off, off), (QIcon.State.On, on)):
        found.addPixmap(picture, QIcon.Mode.Normal, state)
        found.addPixmap(faint, QIcon.Mode.Disabled, state)
    return found


def give_icon(button: QAbstractButton, name: str, tone: str = "soft", marked: str = "ink") -> None:
    """Put an icon on a button at the size that goes with the text."""
    button.setIcon(icon_of(name, tone, marked))
    button.setIconSize(QSize(scaled(SIZE), scaled(SIZE)))
