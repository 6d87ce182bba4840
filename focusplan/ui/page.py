"""What every page has in common: a heading, a body that scrolls, and one way to ask and to refuse."""

from __future__ import annotations

from collections.abc import Callable, Collection
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.domain.errors import FocusPlanError
from focusplan.services.changes import Topic
from focusplan.ui.errors import say
from focusplan.ui.following import Following, place_of_words
from focusplan.ui.kept import Kept, Parts, made, put_in_place
from focusplan.ui.painted import AfterPaint
from focusplan.ui.reading import give_keys, put_away, reading_order, stops_in
from focusplan.ui.widgets.columns import Pair
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.workspace import Workspace

T = TypeVar("T")

WIDEST = 1400
"""Greatest width of a page at 100 %: lines and charts beyond it are hard to follow."""

SLICE = 0.03
"""Seconds for which parts below the first screen are made before the window answers again."""

LayOut = Callable[[QVBoxLayout, Callable[[str], QWidget]], None]
"""Puts parts, asked for by their names, into an empty column."""


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
            self.sheet.distrust()
            say(self, error)
            return None


class Sheet(Following):
    """A body that is built anew at each refresh, and keeps its place and the focus while it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stage = QWidget(self)
        self._stage.setObjectName(f"{name}_stage")
        room(QVBoxLayout(self._stage))
        self.setWidget(self._stage)
        self._body: QWidget | None = None
        self._guest: QWidget | None = None
        self._kept: tuple[QWidget, ...] = ()
        self._shape: object = None
        self._parts: dict[str, Kept] = {}
        self._waiting: Parts = {}

    def widget(self) -> QWidget | None:
        """The body that is shown; None before the first."""
        return self._body

    def keep(self, *parts: QWidget) -> None:
        """These stand at the head of every body, and stay as they are while it is built anew."""
        self._kept = parts

    def host(self, guest: QWidget) -> None:
        """What is said above any page scrolls with this one, until another takes it over."""
        self._guest = guest
        body = self.widget()
        column = body.layout() if body is not None else None
        if isinstance(column, QVBoxLayout) and column.indexOf(guest) < 0:
            column.insertWidget(place_of_words(column, self.window()), guest)
            reading_order(self)

    def let_go(self, guest: QWidget) -> None:
        """It is taken over by another, or has to outlive this body."""
        if self._guest is guest:
            self._guest = None

    def compose(self, parts: Parts, lay_out: LayOut, later: Collection[str] = ()) -> None:
        """Show these parts. Where they stand in the same order as before, only those are made anew whose
        answer changed. `later`: what lies below the first screen, made once the page is shown."""
        shape = (tuple(parts), i18n.language(), i18n.country(), percent())
        if shape == self._shape:
            self.complete()
            self._renew(parts)
            return
        self._parts = {}
        waits = later if self._body is None else ()
        self._waiting = {name: parts[name] for name in waits if name in parts}

        def part(name: str) -> QWidget:
            if name in self._waiting:
                self._parts[name] = Kept(QWidget(), None)
                self._parts[name].widget.hide()
            else:
                self._parts[name] = made(*parts[name])
            return self._parts[name].widget

        self.fill(lambda column: lay_out(column, part))
        self._shape = shape
        if self._waiting:
            AfterPaint(self.viewport(), self._go_on)

    @property
    def waiting(self) -> bool:
        """Whether parts below the first screen are still to be made."""
        return bool(self._waiting)

    def complete(self) -> None:
        """Make what waits, for whoever asks before its time."""
        self._go_on(float("inf"))

    def again(self, name: str) -> None:
        """This part is made anew next time whatever its answer: what stands in it is not what is stored."""
        if name in self._parts:
            self._parts[name].answer = object()

    def distrust(self) -> None:
        """A rule said no: what stands in the parts may not be what is stored, so all are made anew next."""
        for name in self._parts:
            self.again(name)

    def _go_on(self, slice_of: float = SLICE) -> None:
        """Make what waits, from the top, so that nothing that is there already moves."""
        if not self._waiting or self._body is None:
            return
        end, waiting = perf_counter() + slice_of, dict(self._waiting)
        while waiting and perf_counter() < end:
            name = next(iter(waiting))
            self._swap(name, made(*waiting.pop(name)))
        self._waiting = waiting
        self._keyed()
        if waiting:
            QTimer.singleShot(1, self, self._go_on)  # what is there is painted before

    def _renew(self, parts: Parts) -> None:
        changed = [name for name, kept in self._parts.items() if not kept.fits(parts[name][0])]
        if changed:
            held = self._held()
            for name in changed:
                self._swap(name, made(*parts[name]))
            self._keyed()
            self._give_back(held)

    def _swap(self, name: str, kept: Kept) -> None:
        put_in_place(self._parts[name].widget, kept.widget)
        self._parts[name] = kept

    def _keyed(self) -> None:
        assert self._body is not None
        reading_order(self._body)
        give_keys(self.parentWidget() or self._body)

    def fill(self, build: Callable[[QVBoxLayout], None]) -> None:
        """Show what `build` puts into an empty column."""
        self._shape = None
        held = self._held()
        place = self.verticalScrollBar().value()
        body = QWidget(self._stage)  # parts that get a place get their looks anew, so it is the last one
        body.setObjectName(f"{self.objectName()}_body")
        self._stage.setMaximumWidth(scaled(WIDEST))
        column = QVBoxLayout(body)
        build(column)
        for number, part in enumerate(self._kept):
            column.insertWidget(number, part)
        if self._guest is not None:
            column.insertWidget(place_of_words(column, self.window()), self._guest)
        self._change(body)
        column.activate()
        self._keyed()
        self.verticalScrollBar().setValue(place)
        self._give_back(held)

    def _change(self, body: QWidget) -> None:
        """The old body goes where it is: taken out of the window, all parts would get their looks anew."""
        stage, old = self._stage.layout(), self._body
        assert stage is not None
        if old is not None:
            old.hide()
            old.raise_()  # whoever looks for a part by its name finds the new one, not the one that goes
            stage.removeWidget(old)
            old.deleteLater()
        self._body = body
        body.resize(self._stage.size())
        stage.addWidget(body)
        body.show()

    def _held(self) -> list[str]:
        """Where the focus is, then what follows it, then what stands before, by name; empty where it is
        elsewhere."""
        self.building = True
        body, focus = self.widget(), self.window().focusWidget()
        if body is None or focus is None or not body.isAncestorOf(focus):
            return []
        names = [stop.objectName() for stop in stops_in(body)]
        place = names.index(focus.objectName()) if focus.objectName() in names else 0
        return [focus.objectName(), *names[place + 1 :], *reversed(names[:place])]

    def _give_back(self, names: list[str]) -> None:
        """The control that had the focus has it again, or the next one when that is gone or folded away."""
        body = self.widget()
        there = [stop for stop in stops_in(body) if not put_away(stop, body)] if body is not None else []
        stops = {stop.objectName(): stop for stop in there}
        for name in names:
            if name in stops and stops[name].isEnabled():
                stops[name].setFocus(Qt.FocusReason.OtherFocusReason)
                break
        self.building = False


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
