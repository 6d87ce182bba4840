"""Tab goes through a window as the eye does, whatever was made when."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from focusplan.ui.following import Following


def reading_order(root: QWidget) -> None:
    """Let Tab follow the layouts of `root`, top to bottom and left to right."""
    stops = list(stops_in(root))
    for before, after in zip(stops, stops[1:], strict=False):
        QWidget.setTabOrder(before, after)


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """The controls of a widget that Tab can reach, in reading order."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from stops_in(inner)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout, widget)


def give_keys(root: QWidget) -> None:
    """No two things of a window share their Alt key, whatever the language made of their words: the second
    one takes another letter of its own, or none."""
    taken: set[str] = set()
    for thing in root.findChildren(QWidget):
        if put_away(thing, root) or (isinstance(thing, QLabel) and thing.buddy() is None):
            continue
        if isinstance(thing, QLabel | QAbstractButton):
            text = thing.text()
            key = _key(text)
            if key and key in taken:
                text = _another(text, taken)
                thing.setText(text)
                key = _key(text)
            taken.add(key)


def put_away(thing: QWidget, root: QWidget) -> bool:
    """Whether it or what it lies in was hidden on purpose; what was only just made is still to be seen."""
    above: QWidget | None = thing
    while above is not None and above is not root:
        if above.isHidden() and above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        above = above.parentWidget()
    return False


def _key(text: str) -> str:
    bare = text.replace("&&", "")
    place = bare.find("&")
    return bare[place + 1 : place + 2].lower() if place >= 0 else ""


def _another(text: str, taken: set[str]) -> str:
    """The text with another letter marked; without a mark where all its letters are taken."""
    bare = text.replace("&&", "\0").replace("&", "")
    for place, letter in enumerate(bare):
        if letter.isalpha() and letter.lower() not in taken:
            bare = f"{bare[:place]}&{bare[place:]}"
            break
    return bare.replace("\0", "&&")


def first_field(widget: QWidget) -> QWidget | None:
    """Where typing begins: the first field, else the button Enter presses, else the first control."""
    stops = list(stops_in(widget))
    fields = [stop for stop in stops if isinstance(stop, QLineEdit | QPlainTextEdit | QComboBox)]
    enter = [stop for stop in stops if isinstance(stop, QPushButton) and stop.isDefault()]
    return next(iter(fields or enter or stops), None)


def _stops_of(layout: QLayout, host: QWidget) -> Iterator[QWidget]:
    """In the order of the layout. Its items are never asked for: Python's picture of an item outlives it, and
    whatever takes its place in memory would be taken for the old one and vanish with it."""
    placed: list[tuple[int, QLayout | QWidget]] = []
    placed += [(layout.indexOf(part), part) for part in layout.children() if isinstance(part, QLayout)]
    placed += [(layout.indexOf(part), part) for part in host.children() if isinstance(part, QWidget)]
    for _place, part in sorted((one for one in placed if one[0] >= 0), key=lambda one: one[0]):
        if isinstance(part, QLayout):
            yield from _stops_of(part, host)
        else:
            yield from stops_in(part)


class TallArea(Following):
    """Scrolls only when there is no room: it asks for as much height as its content needs."""

    def __init__(self, name: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        body = self.widget()
        if body is None or not body.hasHeightForWidth():
            return self.sizeHint().height()
        bar = self.verticalScrollBar().sizeHint().width()
        return body.heightForWidth(width - bar) + 2

    def sizeHint(self) -> QSize:
        body = self.widget()
        return body.sizeHint() + QSize(2, 2) if body is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as its content has to be, since nothing scrolls sideways."""
        body = self.widget()
        wide = body.minimumSizeHint().width() if body is not None else 0
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())
