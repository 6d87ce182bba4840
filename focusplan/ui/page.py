"""What every page has in common: a heading, a body that scrolls, and one way to ask and to refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from focusplan.domain.errors import FocusPlanError
from focusplan.services.changes import Topic
from focusplan.ui.errors import say
from focusplan.ui.reading import give_keys, put_away, reading_order, stops_in
from focusplan.ui.widgets.columns import Pair
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.workspace import Workspace

T = TypeVar("T")

WIDEST = 1400
"""Greatest width of a page at 100 %: lines and charts beyond it are hard to follow."""


class Page(QWidget):
    """A place of the navigation. `refresh` asks its service once and paints what it answers; nothing that is
    shown is ever trusted. `topics`: the changes after which it asks again. `go` names another place."""

    topics: Topic = Topic.ALL
    go = Signal(str)
    sheet: Sheet
    _percent = 0
    """The text size it was painted in; 0 before it is made."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.stale = True
        """Whether it has to ask again when it is shown next."""
        self._percent = percent()

    def refresh(self) -> None:
        """Ask and paint."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Large letters are arranged otherwise: a page is painted anew when the text size has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._percent not in (0, percent()):
            self._percent = percent()
            self.stale = True
            QTimer.singleShot(0, self, self._restyled)

    def _restyled(self) -> None:
        if self.stale and self.isVisible():
            self.refresh()

    def begin(self, part: str) -> None:
        """Open a dialog of this page, by a word of its own; nothing where it has none by that name."""

    def job_in_hand(self) -> int | None:
        """The number of the job of this week that is being looked at, where there are such jobs."""
        return None

    def retranslate(self) -> None:
        """The language has changed: paint everything anew."""
        self.refresh()

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do it; a refusal is said in words and answers None."""
        try:
            return verb()
        except FocusPlanError as error:
            say(self, error)
            return None


class Sheet(QScrollArea):
    """A body that is built anew at each refresh, and keeps its place and the focus while it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guest: QWidget | None = None
        self._kept: tuple[QWidget, ...] = ()

    def keep(self, *parts: QWidget) -> None:
        """These stand at the head of every body, and stay as they are while it is built anew."""
        self._kept = parts

    def host(self, guest: QWidget) -> None:
        """What is said above any page scrolls with this one, until another takes it over."""
        self._guest = guest
        body = self.widget()
        column = body.layout() if body is not None else None
        if isinstance(column, QVBoxLayout) and column.indexOf(guest) < 0:
            column.insertWidget(0, guest)
            reading_order(self)

    def let_go(self, guest: QWidget) -> None:
        """It is taken over by another, or has to outlive this body."""
        if self._guest is guest:
            self._guest = None

    def _at_the_head(self) -> list[QWidget]:
        return [*([self._guest] if self._guest is not None else []), *self._kept]

    def fill(self, build: Callable[[QVBoxLayout], None]) -> None:
        """Show what `build` puts into an empty column."""
        held = self._held()
        place = self.verticalScrollBar().value()
        body = QWidget(self.viewport())  # parts that get a place get their looks anew, so it is the last one
        body.setObjectName(f"{self.objectName()}_body")
        body.setMaximumWidth(scaled(WIDEST))
        column = QVBoxLayout(body)
        build(column)
        for number, part in enumerate(self._at_the_head()):
            column.insertWidget(number, part)
        old = self.takeWidget()
        body.resize(self.viewport().size())
        self.setWidget(body)
        if old is not None:
            old.hide()
            old.deleteLater()
        column.activate()
        reading_order(body)
        give_keys(self.parentWidget() or body)
        self.verticalScrollBar().setValue(place)
        self._give_back(held)

    def _held(self) -> list[str]:
        """Where the focus is, then what follows it, then what stands before, by name; empty where it is
        elsewhere."""
        body, focus = self.widget(), self.window().focusWidget()
        if body is None or focus is None or not body.isAncestorOf(focus):
            return []
        names = [stop.objectName() for stop in stops_in(body)]
        place = names.index(focus.objectName()) if focus.objectName() in names else 0
        return [focus.objectName(), *names[place + 1 :], *reversed(names[:place])]

    def _give_back(self, names: list[str]) -> None:
        """The control that had the focus has it again, or the next one when that is gone or folded away."""
        body = self.widget()
        if body is None:
            return
        stops = {stop.objectName(): stop for stop in stops_in(body) if not put_away(stop, body)}
        for name in names:
            if name in stops and stops[name].isEnabled():
                stops[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go once no signal of theirs is running."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def heading_row(title: QWidget, beside: QWidget | None, *buttons: QWidget) -> QHBoxLayout:
    """A page's heading with its buttons at the right; they go below it where there is no room."""
    said, ways, whole = QWidget(), QWidget(), QHBoxLayout()
    words, flow = QHBoxLayout(said), FlowLayout(ways, gap=8)
    for line in (words, whole):
        room(line, gap=12)
    words.addWidget(title)
    if beside is not None:
        words.addWidget(beside, 1)
    else:
        words.addStretch(1)
    for button in buttons:
        flow.addWidget(button)
    whole.addWidget(Pair(said, ways, gap=12))
    return whole
