"""Moving a job by keys and by hand: Alt with an arrow, or dragged onto a day of the strip that appears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Day, Job, WeekView
from focusplan.i18n import _
from focusplan.ui.parts import short
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room, scaled

KIND = "application/x-focusplan-job"


def next_day(view: WeekView, job: Job, by: int) -> date | None:
    """The owner's next day after the job's (1), or the one before (-1), today at the earliest; None where the
    week has no such day. What waits under Later comes from beyond either end."""
    days = [one.day for one in view.days if not one.protected and not one.past]
    if job.day is None:
        return (days[0] if by > 0 else days[-1]) if days else None
    beyond = [day for day in days if (day > job.day if by > 0 else day < job.day)]
    return (beyond[0] if by > 0 else beyond[-1]) if beyond else None


def left_on(day: Day) -> int:
    """The owner's minutes that are still free on a day."""
    return max(0, day.room - sum(own_time(job) for job in day.jobs))


def own_time(job: Job) -> int:
    """What a job asks of the owner's day: nothing where somebody else does it."""
    return 0 if job.person else job.minutes


class DayTarget(QFrame):
    """A day to drop a job on; it says what room there is, or whose day it is."""

    def __init__(self, day: Day, job: Job, move: Callable[[Job, date], object]) -> None:
        super().__init__()
        self.setObjectName(f"drop_{day.day.weekday() + 1}")
        self._day, self._job, self._move = day, job, move
        self.free = not (day.protected or day.past) and (day.day == job.day or left_on(day) >= own_time(job))
        column = QVBoxLayout(self)
        room(column, 8, 6, gap=2)
        name = i18n.day_name_short(day.day.weekday())
        self.said = _said(day, self.free)
        self.setAccessibleName(f"{i18n.day_name(day.day.weekday())}, {self.said}")
        column.addWidget(short(name, "strong"))
        column.addWidget(short(self.said, "small"))
        self._look(False)
        self.setAcceptDrops(True)

    def _look(self, over: bool) -> None:
        tone = "accent" if over and self.free else "sky" if self.free else "clay" if over else "sun"
        looks(self, kind="banner", tone=tone)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Every day takes the drag, so that one that can't hold it may say so."""
        if event.mimeData().hasFormat(KIND):
            self._look(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._look(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The rules decide, and say why not."""
        self._look(False)
        event.acceptProposedAction()
        if self._day.day != self._job.day:
            move, job, day = self._move, self._job, self._day.day
            QTimer.singleShot(0, self.window(), lambda: move(job, day))


class DayStrip(QFrame):
    """The seven days, shown over the page while a job is dragged."""

    def __init__(self, view: WeekView, job: Job, move: Callable[[Job, date], object], host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("day_strip")
        looks(self, kind="card")
        line = QHBoxLayout(self)
        room(line, 10, 8, gap=6)
        self.targets = [DayTarget(day, job, move) for day in view.days]
        for target in self.targets:
            line.addWidget(target, 1)
        width = min(host.width() - scaled(40), max(scaled(640), self.sizeHint().width()))
        self.setGeometry((host.width() - width) // 2, scaled(14), width, self.sizeHint().height())
        self.show()
        self.raise_()


def _said(day: Day, free: bool) -> str:
    if day.protected:
        return _("yours")
    if day.past:
        return _("over")
    if not free:
        return _("full")
    return i18n.minutes(left_on(day))


def drag(host: QWidget, picture: QPixmap, job: Job, strip: DayStrip) -> None:
    """Drag a job until it is let go; the strip goes with it. `host` stays while its rows are painted anew."""
    data = QMimeData()
    data.setData(KIND, str(job.number).encode())
    moving = QDrag(host)
    moving.setMimeData(data)
    moving.setPixmap(picture.scaledToWidth(min(picture.width(), scaled(320))))
    moving.setHotSpot(QPoint(scaled(12), scaled(12)))
    moving.exec(Qt.DropAction.MoveAction)
    strip.deleteLater()
