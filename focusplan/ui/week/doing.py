"""What the owner does on the page: each deed once, said in a few words, and undone by one click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from focusplan import i18n
from focusplan.answers import Job
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.readiness import question_of
from focusplan.i18n import _, number
from focusplan.ui.errors import say
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.week.details import shown
from focusplan.ui.week.helping import Helping
from focusplan.words import sentence

if TYPE_CHECKING:
    from focusplan.ui.pages.week import WeekPage

Verb = Callable[[], object]


class Doing:
    """The verbs of the page. After each the page hears of the change and asks anew; where a rule said no,
    it paints anew by itself, so that no control shows what is not so."""

    def __init__(self, page: WeekPage) -> None:
        self.page = self._page = page
        self.helping = more = Helping(self)
        self._service = page.workspace.week
        self.deeds = Deeds(
            self.tick, self.took, self.move, self.put_off, self.drop, self.shorten, self.split, self.unfold,
            page_closing(page), self.answer, self.start, self.share, self.check, self.also,
            more.names, more.hand_over, more.someone, more.part, more.drag,
        )  # fmt: skip
        page.toast.undone.connect(self.undo)

    # ---- jobs -----------------------------------------------------------------------------------
    def tick(self, job: Job, done: bool) -> None:
        """Tick a job or take its tick back."""
        self._ticked(job, done)
        self.do(lambda: self._service.tick(self._page.week, job.number, done))

    def answer(self, job: Job) -> None:
        """The question that a job asks, answered here."""
        from focusplan.ui.readiness.dialog import ReadinessDialog

        ReadinessDialog(self._page.workspace, self._page, at=question_of(job.id)).open()

    def start(self, job: Job) -> None:
        """Start the clock on a job."""
        self.do(lambda: self._page.workspace.session.start(job.number))

    def share(self, job: Job, on: bool) -> None:
        """Make a post someone else's with an own sentence, or one's own again."""
        self._page.focus_next = f"share_{job.number}"
        self.do(lambda: self._page.workspace.ideas.share(self._page.week, job.number, on))

    def check(self, job: Job, which: str, on: bool) -> None:
        """One of the two ticks before posting."""
        self._page.focus_next = f"{which}_{job.number}"
        self.do(lambda: self._page.workspace.ideas.check(self._page.week, job.number, which, on))

    def also(self, job: Job, network: str) -> None:
        """A post was also used on another network."""
        name = next((one[1] for one in job.also if one[0] == network), "")
        said = _("Also used on {network}: five minutes noted.").format(network=name)
        self.do(lambda: self._page.workspace.ideas.also_used(self._page.week, job.number, network), said)

    def took(self, job: Job, minutes: int) -> None:
        """What a job took; one that was not done is done with it."""
        if job.done:
            self.do(lambda: self._service.set_minutes(self._page.week, job.number, minutes))
        else:
            self._ticked(job, True)
            self.do(lambda: self._service.tick(self._page.week, job.number, True, minutes))

    def move(self, job: Job, day: date, calmly: bool = False) -> None:
        """Place a job on another day; `calmly`: a rule's no is said in passing."""
        said = _("{job}: now on {day}.").format(job=shown(job.title), day=i18n.day_medium(day))
        verb = lambda: self._service.move(self._page.week, job.number, day)  # noqa: E731
        self._page.focus_next = self._after(job)
        self.do(verb, said, calmly)

    def put_off(self, job: Job) -> None:
        """Take a job from its day."""
        said = _("{job}: waits under Later.").format(job=shown(job.title))
        self._placed(job, lambda: self._service.put_off(self._page.week, job.number), said)

    def drop(self, job: Job) -> None:
        """Let a job go for this week."""
        said = _("{job}: let go for this week.").format(job=shown(job.title))
        self._placed(job, lambda: self._service.drop(self._page.week, job.number), said)

    def shorten(self, job: Job, minutes: int) -> None:
        """Plan a job with fewer minutes."""
        said = _("{job}: now {minutes}.").format(job=shown(job.title), minutes=i18n.minutes(minutes))
        self.do(lambda: self._service.shorten(self._page.week, job.number, minutes), said)

    def split(self, job: Job) -> None:
        """Cut a job in two parts."""
        said = _("{job}: now in two parts.").format(job=shown(job.title))
        self.do(lambda: self._service.split(self._page.week, job.number), said)

    def unfold(self, job: Job, on: bool) -> None:
        """Remember what is open; the next job is painted anew for it."""
        self._page.shown.turn(job, on)
        if job.is_next:
            self._page.again()

    def _ticked(self, job: Job, done: bool) -> None:
        page = self._page
        page.focus_next = f"tick_{job.number}"
        if job.number in page.shown.fresh:
            page.shown.fresh.remove(job.number)
        if done:
            page.shown.fresh.append(job.number)
            page.shown.opened.discard(job.number)

    def _placed(self, job: Job, verb: Verb, said: str) -> None:
        """The focus goes on to the job after the one that was placed."""
        self._page.focus_next = self._after(job)
        self.do(verb, said)

    def _after(self, job: Job) -> str:
        """Name of the box after that of this job."""
        view = self._page.view
        days = view.days if view is not None else ()
        boxes = [one.number for day in days for one in day.jobs if not one.done]
        later = boxes[boxes.index(job.number) + 1 :] if job.number in boxes else boxes
        return f"tick_{later[0]}" if later else "week_print"

    # ---- below the jobs -------------------------------------------------------------------------
    def add_result(self) -> None:
        """Count one more result."""
        page, before = self._page, self._page.view
        assert before is not None
        count = self._page.attempt(self._service.add_result)
        if count is None:
            return
        words = before.result_one if count == 1 else before.result_many
        said = _("{count} {results} this week.").format(count=number(count), results=words)
        self._told(said)
        page.focus_next = "result_plus"

    def came_up(self) -> None:
        """Something that was not planned."""
        from focusplan.ui.dialogs.came_up import CameUpDialog

        page = self._page
        if page.view is not None:
            CameUpDialog(page.workspace, page.view, page).open()

    def add_idea(self, text: str) -> None:
        """One more line on the list of ideas."""
        idea = self._page.attempt(lambda: self._service.add_idea(text))
        if idea is not None:
            self._page.focus_next = "idea_add"
            self._told(_("The idea is on the list."))

    def remove_idea(self, idea: int, text: str) -> None:
        """Take a line off the list of ideas."""
        self._page.focus_next = "idea_add"
        said = _("{idea}: off the list.").format(idea=shown(text))
        self.do(lambda: self._service.remove_idea(idea), said)

    def all_ideas(self) -> None:
        """The whole list of ideas."""
        from focusplan.ui.dialogs.ideas import IdeasDialog

        IdeasDialog(self._page.workspace, self._page).open()

    def ten_minutes(self) -> None:
        """Open a short job; where there is none, say so."""
        page = self._page
        job = self._page.attempt(self._service.ten_minutes)
        if job is None:
            page.toast.tell(_("No short job is waiting. The ten minutes are yours."))
            return
        page.shown.whole = True
        page.shown.opened.add(job.number)
        page.focus_next = f"tick_{job.number}"
        page.again()

    def come_back(self) -> None:
        """Come back in a paused week: its plan opens again, and it stays out of the goals."""
        from focusplan.ui.dialogs.confirm import ConfirmDialog

        page = self._page
        text = _("The plan of this week opens again. The week still counts neither for nor against you.")
        verb = lambda: page.workspace.networks.resume(page.week)  # noqa: E731
        ConfirmDialog(page, "resume", _("Come back this week?"), text, _("Come back"), verb).open()

    # ---- doing and undoing ----------------------------------------------------------------------
    def undo(self) -> None:
        """Take back the last deed."""
        self._page.toast.hide()
        self.do(self._page.workspace.undoing.undo)

    def do(self, verb: Verb, said: str = "", calmly: bool = False) -> None:
        """Do it, and say what was done; why not, where a rule says no."""
        try:
            verb()
        except FocusPlanError as error:
            self._page.sheet.distrust()
            self._page.again()
            if calmly:
                self._page.toast.tell(sentence(error))
            else:
                say(self._page, error)
            return
        if said:
            self._told(said)

    def _told(self, said: str) -> None:
        """Say what was done; it can be undone at once."""
        spoken = _("Undo: {what}").format(what=said)
        self._page.toast.tell(said, True, spoken)


def page_closing(page: WeekPage) -> Verb:
    """Closing begins at the page's own card; the row of the job leads there too."""
    return lambda: page.closing.begin()
