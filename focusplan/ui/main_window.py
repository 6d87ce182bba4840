"""The window: the rail, one page at a time, and the plan opened once the window has painted.

What reads and writes the plan is imported only then, since that takes longer than the first paint may.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from focusplan import i18n, settings
from focusplan.i18n import _
from focusplan.services.changes import Topic
from focusplan.ui import quickly
from focusplan.ui.about import openwith
from focusplan.ui.painted import AfterPaint
from focusplan.ui.places import PLACES, make_page, titles
from focusplan.ui.rail import Rail
from focusplan.ui.speech import application, speak
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.space import room

if TYPE_CHECKING:
    from focusplan.ui.living import Living
    from focusplan.ui.opening import Opened
    from focusplan.ui.page import Page
    from focusplan.ui.pages.settings import SettingsPage
    from focusplan.ui.pages.week import WeekPage

SMALLEST = (1024, 700)
USUAL = (1280, 800)
_LOOK_EVERY = 700
"""Milliseconds between looks for a second start's wish to raise this window, and for a new day."""


class MainWindow(QMainWindow):
    """`home`, `language` and `today` as given on the command line; None for what the settings say."""

    def __init__(self, home: Path | None, language: str | None, today: date | None) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.exit_code = 0
        self.asked_for: Path | None = None
        """The copy of a plan the program was opened with, until it was shown."""
        self._wish = (home, language, today)
        self._opened: Opened | None = None
        self._pages: dict[str, Page] = {}
        self._place = "week"
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        middle = QWidget()
        row = QHBoxLayout(middle)
        room(row, gap=0)
        row.addWidget(self.rail)
        self._right = QVBoxLayout()
        room(self._right, gap=0)
        self._right.addWidget(self.stack, 1)
        row.addLayout(self._right, 1)
        self.opening = PlainLabel(_("Opening your plan…"), size="lead", tone="soft", name="opening")
        self.opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.opening)
        self.living: Living | None = None
        self._ending = False
        self.setCentralWidget(middle)
        self._fit()
        self.rail.chosen.connect(self.go)
        self.rail.set_places(titles())
        self.rail.mark(self._place)
        self._day: date | None = None
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._look)
        self._set_title("")

    # ---- opening --------------------------------------------------------------------------------
    def open_plan(self) -> None:
        """Open the plan behind the painted window; a folder without one leads to the first start."""
        from focusplan.ui.opening import open_plan

        opened = open_plan(self, *self._wish)
        if opened is None:
            self.close()
            return
        self.attach(opened)
        AfterPaint(self._pages["week"], self._look_through)

    def attach(self, opened: Opened) -> None:
        """Show this plan from now on; a plan shown before is let go."""
        from focusplan.ui.imports.dropping import accept_files

        self._forget()
        self._opened = opened
        opened.changes.changed.connect(self._changed)
        self._live().attach(opened.workspace)
        self.undo.attach(opened.workspace)
        self.session.attach(opened.workspace)
        accept_files(self, opened.workspace)
        self._day = opened.workspace.today
        self._watch.start(_LOOK_EVERY)
        self.retranslate()
        self.go("week")
        quickly.settle()
        if self.asked_for is not None:
            self.offer(self.asked_for)

    def offer(self, file: Path) -> None:
        """Show what is in this copy of a plan and offer to put it back; later, where no plan is open yet."""
        self.asked_for = file
        if self._opened is not None:
            self.go("settings")
            self.asked_for = None
            cast("SettingsPage", self._pages["settings"]).offer(file)

    def attach_other(self, opens: Callable[[Path], Opened | None]) -> None:
        """Show the plan that `opens` finds beside the one shown now, which stays where nothing is found."""
        if self._opened is not None and (opened := opens(self._opened.workspace.home)) is not None:
            self.attach(opened)

    def open_other(self, home: Path | None) -> None:
        """Let go of the plan shown now and open the one in another folder."""
        self._forget()
        self._wish = (home, self._wish[1], None)
        self.open_plan()

    def _live(self) -> Living:
        """What lives beside the pages; made with the first plan, so that the first paint needs not wait."""
        if self.living is None:
            from focusplan.ui.living import Living
            from focusplan.ui.session import SessionBar
            from focusplan.ui.undo import UndoBar

            self.undo = UndoBar(self.stack)
            self.rail.add_above_foot(self.undo)
            self.session = SessionBar(self.stack, self._job_in_hand)
            self.living = Living(self)
            place = QWidget()
            place.hide()
            clock = QHBoxLayout(place)
            room(clock, 30, 14, 30, 0)
            clock.addWidget(self.session)
            self.session.runs.connect(place.setVisible)
            for number, bar in enumerate((self.living.above, place)):
                self._right.insertWidget(number, bar)
        return self.living

    def _look_through(self) -> None:
        """What is due at a start and needs not be waited for: it comes once the week can be read."""
        from focusplan.ui.afterwards import Afterwards

        if self._opened is not None:
            Afterwards(self, self._opened)

    def _forget(self) -> None:
        if self._pages:
            self._live().take_along(self._pages.values(), None)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self.living is not None:
            self.undo.attach(None)
            self.session.attach(None)
            self.living.attach(None)
        if self._opened is not None:
            self._opened.workspace.close()
            self._opened.changes.deleteLater()
            self._opened = None

    # ---- going about ----------------------------------------------------------------------------
    def go(self, place: str) -> None:
        """Show a place; its page asks its question if something changed since. What stands after a slash is
        opened there, such as `week/close`."""
        place, _slash, part = place.partition("/")
        if self._opened is None or place not in PLACES:
            return
        page, self._place = self._made(place), place
        self.rail.mark(place)
        if page.stale:
            self._refresh(page)
        self._live().take_along(self._pages.values(), page)
        self.stack.setCurrentWidget(page)
        self._live().above.show_place(place)
        page.setAccessibleName(dict(titles())[place])
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if part:
            page.begin(part)

    def prepare(self, place: str) -> None:
        """Make the first screen of a place before it is gone to, so that going there is quick."""
        if self._opened is not None and place not in self._pages:
            self._made(place).resize(self.stack.size())
            self._refresh(self._pages[place])

    def _made(self, place: str) -> Page:
        page = self._pages.get(place)
        if page is None and self._opened is not None:
            page = self._pages[place] = make_page(place, self._opened.workspace)
            page.setObjectName(f"page_{place}")
            page.go.connect(self.go)
            self.stack.addWidget(page)
        return cast("Page", page)

    def show_week(self) -> WeekPage | None:
        """Go to the week; answers its page."""
        self.go("week")
        page = self._pages.get("week")
        return cast("WeekPage", page) if page is not None else None

    def _refresh(self, page: Page) -> None:
        page.stale = False
        page.refresh()

    def _changed(self, topic: Topic) -> None:
        """Pages whose topics were touched ask again: the visible one now, the others when shown."""
        if topic & (Topic.BUSINESS | Topic.LANGUAGE):
            self.retranslate()
        for page in self._pages.values():
            if page.topics & topic:
                page.stale = True
        current = self._pages.get(self._place)
        if current is not None and current.stale:
            self._refresh(current)
        self.undo.refresh()
        self.session.refresh()
        self._live().watch.changed()

    def _job_in_hand(self) -> int | None:
        """The job a clock would be started on: the one that has the focus, else the next one."""
        page = self._pages.get("week")
        return page.job_in_hand() if page is not None else None

    def retranslate(self) -> None:
        """Say everything in the language of the plan."""
        speak(application(), i18n.language(), i18n.country())
        self.rail.set_places(titles())
        practice = self._opened is not None and self._opened.workspace.practice
        self.rail.set_foot(_("Everything is saved"), _("Practice plan") if practice else "")
        name = self._opened.workspace.business.business().name if self._opened is not None else ""
        self._set_title(name)
        self._live().retranslate()
        for page in self._pages.values():
            page.stale = True

    def _set_title(self, name: str) -> None:
        """`[*]` in a title is a mark of Qt's own, so a name that holds it is shown with a space."""
        shown = " ".join(name.split())[:80].replace("[*]", "[ *]")
        self.setWindowTitle(f"{shown} – FocusPlan" if shown else "FocusPlan")

    # ---- coming and going -----------------------------------------------------------------------
    def _look(self) -> None:
        if self._opened is None:
            return
        if self._opened.workspace.asked_to_raise():
            self._live().come()
            if (file := openwith.left(self._opened.workspace.home)) is not None:
                self.offer(file)
        today = self._opened.workspace.today
        if today != self._day:
            self._day = today
            self._changed(Topic.ALL)

    def _fit(self) -> None:
        """The usual size, less on a screen that is smaller; screens below the smallest size are not real."""
        self.setMinimumSize(*SMALLEST)
        there = self.screen().availableGeometry()
        real = there.width() >= SMALLEST[0] and there.height() >= SMALLEST[1]
        width, height = (there.width(), there.height()) if real else USUAL
        self.resize(min(USUAL[0], width), min(USUAL[1], height))

    def restore_place(self, kept: str) -> None:
        """Put the window where it was; `kept` is the settings' text."""
        if kept:
            self.restoreGeometry(QByteArray.fromHex(kept.encode()))

    def end(self) -> None:
        """End the program, also where closing the window would only put it away."""
        self._ending = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place of the window and let go of the plan, unless the window is only put away."""
        if self.living is not None and not self._ending and self.living.keeps_running():
            event.ignore()
            self.living.put_away()
            return
        with suppress(OSError):
            place = bytes(self.saveGeometry().toHex().data()).decode()
            settings.save(replace(settings.load(), window=place))
        self._watch.stop()
        self._forget()
        super().closeEvent(event)
        application().quit()
