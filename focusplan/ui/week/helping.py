"""Deeds that need another question or a moving hand: who does it, a part of it, another day, less time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.answers import Job
from focusplan.i18n import _
from focusplan.ui.week.daykeys import DayStrip, drag, next_day
from focusplan.ui.week.details import shown

if TYPE_CHECKING:
    from focusplan.ui.week.doing import Doing


class Helping:
    """Beside the page's own deeds; `doing` does and says them."""

    def __init__(self, doing: Doing) -> None:
        self._doing = doing
        self._page = doing.page
        self._workspace = doing.page.workspace

    def names(self) -> tuple[str, ...]:
        """The people who help."""
        return self._page.attempt(self._workspace.people.names) or ()

    def hand_over(self, job: Job, name: str) -> None:
        """Hand a job to someone, or take it back."""
        title, weekly = shown(job.title), job.kind not in ("step", "own")
        if name:
            said = _("{job}: {name} does it, from now on.") if weekly else _("{job}: {name} does it.")
        else:
            said = _("{job}: you do it yourself.")
        self._page.focus_next = f"who_{job.number}"
        verb = lambda: self._workspace.people.hand_over(self._page.week, job.number, name)  # noqa: E731
        self._doing.do(verb, said.format(job=title, name=name))

    def someone(self, job: Job) -> None:
        """Ask for a name that was not used before."""
        from focusplan.ui.dialogs.people import PeopleDialog

        hand = lambda name: self._workspace.people.hand_over(self._page.week, job.number, name)  # noqa: E731
        PeopleDialog(self._workspace, self._page, shown(job.title), hand).open()

    def part(self, job: Job) -> None:
        """Ask what a part of a job took."""
        from focusplan.ui.dialogs.part import PartDialog

        keep = lambda minutes: self._workspace.week.part_done(  # noqa: E731
            self._page.week, job.number, minutes
        )
        PartDialog(self._page, shown(job.title), max(5, job.minutes // 2), keep).open()

    def drag(self, source: QWidget, job: Job) -> None:
        """Show the days and drag a job onto one of them, once the row has ended what it is doing."""
        page, picture = self._page, source.grab()

        def begin() -> None:
            if page.view is not None:
                drag(page, picture, job, DayStrip(page.view, job, self._doing.move, page))

        QTimer.singleShot(0, page, begin)

    def step_day(self, by: int) -> None:
        """Place the job in hand on the owner's next day (1) or the one before (-1)."""
        view, number = self._page.view, self._page.job_with_focus()
        job = next((one for one in view.items if one.number == number), None) if view is not None else None
        if view is None or job is None or not job.can_move:
            return
        day = next_day(view, job, by)
        if day is None:
            text = _("No later day of this week is open.") if by > 0 else _("No earlier day is open.")
            self._page.toast.tell(text)
            return
        self._doing.move(job, day, calmly=True)
        self._page.focus_next = f"tick_{job.number}"

    def less(self, share: int) -> None:
        """Plan this week with less of the usual time, or as usual."""
        usual = _("This week has its usual time again.")
        said = _("This week has {percent} of its time.").format(percent=i18n.percent(share))
        verb = lambda: self._workspace.week.smaller(self._page.week, share)  # noqa: E731
        self._doing.do(verb, usual if share == 100 else said)

    def pause(self) -> None:
        """Pause from this week on, or from another."""
        from focusplan.ui.dialogs.pause import PauseDialog

        view = self._page.view
        if view is None:
            return
        paused = self._page.attempt(lambda: self._workspace.networks.view().paused_weeks) or ()
        dialog = PauseDialog(self._workspace, view.week.of(view.today), paused, self._page)
        for box in (dialog.first, dialog.last):
            box.setCurrentIndex(box.findData(str(view.week)))
        dialog.open()
