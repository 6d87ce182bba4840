"""The small clock of a timed sitting. It stays on every page until the sitting ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import ElidedLabel, PlainLabel, looks
from focusplan.ui.widgets.notices import Toast, announce
from focusplan.ui.widgets.space import room, scaled

if TYPE_CHECKING:
    from focusplan.answers import SessionView
    from focusplan.workspace import Workspace

KEY = "Ctrl+T"
"""Starts the clock on the job in hand; pauses it and lets it go on."""
_EVERY = 500
"""Milliseconds between looks at the clock."""
_LONGEST_TITLE = 60
_TITLE = 240
"""Greatest width of the title of the job, in pixels at 100 %."""
_ROOM = 620
"""Width from which the title of the job has room, in pixels at 100 %."""
_TONES = {"ending": "sun", "over": "sun", "stopped": "sun"}


class SessionBar(QFrame):
    """Hidden while no clock runs; `runs` tells whether one does. `in_hand` answers the number of the job that
    would be begun, or None."""

    runs = Signal(bool)

    def __init__(self, window: QWidget, in_hand: Callable[[], int | None]) -> None:
        super().__init__()
        self.setObjectName("session_bar")
        self._workspace: Workspace | None = None
        self._view: SessionView | None = None
        self._in_hand = in_hand
        self._state = ""
        self._toast = Toast(window, "session_toast")
        self.clock = PlainLabel(size="heading", strong=True, name="session_clock")
        self.title = ElidedLabel(name="session_title")
        self.said = PlainLabel(size="small", tone="soft", name="session_said")
        for words in (self.clock, self.said):
            words.setWordWrap(False)
        away = _("Put the clock away without noting the time")
        self.done = Button(_("Done"), "session_done")
        self.part = Button(_("Part done"), "session_part", "quiet")
        self.pause = Button(_("Pause"), "session_pause", "quiet", icon="pause")
        self.off = Button("", "session_off", "icon", icon="close", spoken=away)
        flow = FlowLayout(self, gap=12)
        room(flow, 18, 8, gap=12)
        for part in (self.clock, self.title, self.said, self.done, self.part, self.pause, self.off):
            flow.addWidget(part)
        self.done.clicked.connect(lambda: self._finish(True))
        self.part.clicked.connect(lambda: self._finish(False))
        self.pause.clicked.connect(self._turn)
        self.off.clicked.connect(lambda: self._do(lambda one: one.session.give_up()))
        QShortcut(QKeySequence(KEY), window).activated.connect(self._key)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._tell)
        self.hide()

    def attach(self, workspace: Workspace | None) -> None:
        """Time the jobs of this plan; a clock that was running when the program ended runs on."""
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Ask whether a clock runs, and show it in the language of now."""
        there = self._workspace is not None and self._workspace.has_plan
        self._view = self._workspace.session.view() if there and self._workspace is not None else None
        self.setVisible(self._view is not None)
        self.runs.emit(self._view is not None)
        if self._view is None:
            self._timer.stop()
            self._state = ""
            return
        title = _short(self._view.job.title)
        self.setAccessibleName(_("The clock runs: {job}").format(job=title))
        self.title.setText(title)
        self.done.set_text(_("Done"), _("Done: {job}").format(job=title))
        self.part.set_text(_("Part done"), _("Part done: {job}").format(job=title))
        self.off.set_text("", _("Put the clock away without noting the time"))
        self._timer.start()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the clock and its buttons are enough; readers hear the job too."""
        super().resizeEvent(event)
        self.title.setMaximumWidth(scaled(_TITLE))
        self.title.setVisible(self.width() >= scaled(_ROOM))

    def _tell(self) -> None:
        """The time so far; once, that the end is near or there."""
        if self._view is None or self._workspace is None:
            return
        session, now = self._view.session, self._workspace.session.now()
        spent, state = session.counted(now), session.state(now)
        total = i18n.minutes(session.estimate)
        self.clock.setText(_("{clock} of {total}").format(clock=_clock(spent), total=total))
        if state == self._state:
            return
        before, self._state = self._state, state
        text = _said(state, session.limit // 60)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        looks(self, kind="banner", tone=_TONES.get(state, "sky"))
        counts = state in ("running", "ending", "over")
        self.pause.set_icon("pause" if counts else "clock")
        self.pause.set_text(_("Pause") if counts else _("Go on"))
        if before and text:
            announce(self, text)

    def _turn(self) -> None:
        counts = self._state in ("running", "ending", "over")
        self._do(lambda one: one.session.pause() if counts else one.session.go_on())

    def _key(self) -> None:
        if self._view is not None:
            self._turn()
            return
        number = self._in_hand()
        if number is not None:
            self._do(lambda one: one.session.start(number))

    def _finish(self, done: bool) -> None:
        assert self._view is not None
        title = _short(self._view.job.title)
        spent = self._do(lambda one: one.session.finish(done))
        if spent is not None:
            part = _("{job}: {time} noted, the rest is still to come.")
            said = _("{job}: done in {time}.") if done else part
            self._toast.tell(said.format(job=title, time=i18n.duration(spent)))

    def _do(self, verb: Callable[[Workspace], int | None]) -> int | None:
        from focusplan.domain.errors import FocusPlanError
        from focusplan.ui.errors import say

        if self._workspace is None:
            return None
        try:
            return verb(self._workspace)
        except FocusPlanError as error:
            say(self, error)
            return None
        finally:
            self._state = ""
            self.refresh()


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _short(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"


def _said(state: str, most: int) -> str:
    if state == "stopped":
        return _("Stopped counting at {time}.").format(time=i18n.minutes(most))
    words = {
        "paused": _("Paused"),
        "ending": _("Five minutes or less to the end."),
        "over": _("The time is up. Finish calmly, or stop here."),
    }
    return words.get(state, "")
