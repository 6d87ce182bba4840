"""Settings: the business, its time, this computer, copies, and whether all is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan import i18n, settings
from focusplan.answers import Finding, HolidayView
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.pace import Tell
from focusplan.i18n import _
from focusplan.readinessanswers import ReadinessCard
from focusplan.services.changes import Topic
from focusplan.services.safekeeping import SafekeepingService
from focusplan.ui.about.card import ProgramCard
from focusplan.ui.dialogs.restore import RestoreDialog, when
from focusplan.ui.errors import say, tell
from focusplan.ui.forms.business import BusinessForm
from focusplan.ui.forms.draft import answers_of
from focusplan.ui.forms.time import TimeForm
from focusplan.ui.kept import Make
from focusplan.ui.page import Page, Sheet, heading_row
from focusplan.ui.parts import button, label, row, short
from focusplan.ui.progress import patiently
from focusplan.ui.readiness.cards import settings_card
from focusplan.ui.readiness.dialog import ReadinessDialog
from focusplan.ui.readiness.still import StillTrue
from focusplan.ui.settings.cards import FormCard, business_card, plain_card, time_card
from focusplan.ui.settings.computer import ComputerCard
from focusplan.ui.settings.copies import check_card, copies_card
from focusplan.ui.settings.holidays import HolidaysCard
from focusplan.ui.settings.people import PeopleCard
from focusplan.ui.settings.reminding import RemindingCard
from focusplan.ui.settings.sentence import SentenceCard
from focusplan.ui.settings.taking import TakingCard
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.space import room
from focusplan.words import sentence
from focusplan.workspace import Workspace

T = TypeVar("T")

LATER = (
    "reminding",
    "copies",
    "time",
    "check",
    "holidays",
    "ready",
    "sentence",
    "people",
    "taking",
    "program",
)
"""What lies below the first screen, in the order in which it is made."""


class SettingsPage(Page):
    """Forms are kept while the owner types; everything else is painted anew."""

    topics = Topic.BUSINESS | Topic.COPIES | Topic.LANGUAGE

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._findings: tuple[Finding, ...] | None = None
        self._spoken = ""
        self.sheet = Sheet("settings_sheet", self)
        outer = QVBoxLayout(self)
        room(outer, 30, 24, 22, 20)
        outer.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask for the profile and the copies."""
        self.stale = False
        unkept = self._unkept()
        self.sheet.compose(self._parts(), self._lay_out, LATER)
        for old, answers in unkept:
            card = self.sheet.findChild(FormCard, old.objectName())
            if isinstance(card, FormCard) and card is not old:
                card.type_again(answers)

    def _unkept(self) -> list[tuple[FormCard, dict[str, str]]]:
        """What is typed and not kept, with its card, so that painting anew loses nothing."""
        return [(card, card.typed()) for card in self.sheet.findChildren(FormCard) if card.dirty]

    def _parts(self) -> dict[str, tuple[object, Make]]:
        """All cards, the visible ones first; each with what it shows."""
        business, boundaries = self.workspace.business.business(), self.workspace.business.boundaries()
        stored, safe = answers_of(business, boundaries), self._safe
        copies, today = self.attempt(safe.backups) or (), self.workspace.today
        about = self.workspace.business
        parts: dict[str, tuple[object, Make]] = {"head": ((), lambda _any: self._head())}
        if self.workspace.clock_wrong():
            parts["clock"] = (today, lambda _any: self._clock())
        parts |= {
            "business": (stored, self._business),
            "computer": (settings.load(), lambda _any: self._computer()),
            "reminding": (settings.load(), lambda _any: self._reminding()),
            "time": (stored, self._time),
            "copies": ((copies, today), lambda _any: copies_card(copies, self._back_up, self._restore_any)),
            "check": ((self._findings, safe.cautions()), self._checked),
            "holidays": ((about.holidays(), about.holidays_free()), self._holidays),
            "ready": (self.workspace.readiness.card(), self._readiness),
            "sentence": (self.workspace.week.when_then(), self._sentence),
            "people": (self.workspace.people.names(), self._people),
            "taking": (today, lambda _any: self._taking()),
            "program": (today, lambda day: ProgramCard(day.isoformat(), self._save)),
        }
        return parts

    def _lay_out(self, column: QVBoxLayout, part: Callable[[str], QWidget]) -> None:
        room(column, 0, 0, 8, 0, gap=16)
        column.addWidget(part("head"))
        if self.workspace.clock_wrong():
            column.addWidget(part("clock"))
        columns = Columns(least=900)
        column.addWidget(columns)
        for name in ("business", "time", "ready", "sentence", "people"):
            columns.left.addWidget(part(name))
        for name in ("computer", "reminding", "copies", "check", "holidays", "taking", "program"):
            columns.right.addWidget(part(name))
        columns.ended()
        column.addStretch(1)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setLayout(heading_row(short(_("Settings"), "title", "settings_title"), None))
        return head

    def _business(self, stored: Mapping[str, str]) -> FormCard:
        return self._form(business_card(BusinessForm(self.workspace.catalogue, more=True)), stored)

    def _time(self, stored: Mapping[str, str]) -> FormCard:
        return self._form(time_card(TimeForm()), stored)

    def _form(self, card: FormCard, stored: Mapping[str, str]) -> FormCard:
        card.show_answers(stored)
        card.keep.connect(self._keeper(card))
        return card

    def _computer(self) -> QWidget:
        card = ComputerCard(self.workspace.home)
        card.spoken.connect(self._speak)
        card.refused.connect(lambda text: tell(self, text))
        return card

    def _reminding(self) -> QWidget:
        card = RemindingCard()
        card.refused.connect(lambda text: tell(self, text))
        return card

    def _readiness(self, shown: ReadinessCard) -> QWidget:
        return settings_card(shown, self._ready, self._still)

    def _checked(self, found: tuple[tuple[Finding, ...] | None, tuple[Finding, ...]]) -> QWidget:
        return check_card(*found, self._check, self._repair)

    def _restore_any(self) -> None:
        self._restore()

    def _keeper(self, card: FormCard) -> Callable[[dict[str, str]], None]:
        def keep(changes: dict[str, str]) -> None:
            try:
                self.workspace.business.change(changes)
            except FocusPlanError as error:
                card.refuse(sentence(error))
            else:
                card.kept()

        return keep

    def _holidays(self, shown: tuple[tuple[HolidayView, ...], bool]) -> QWidget:
        about = self.workspace.business
        card = HolidaysCard(*shown)
        card.works.connect(lambda day, works: self.attempt(lambda: about.work_on_holiday(day, works)))
        card.always.connect(lambda works: self.attempt(lambda: about.work_on_holidays(works)))
        return card

    def _sentence(self, shown: tuple[str, str]) -> QWidget:
        about = self.workspace.week

        def keep(text: str) -> bool:
            try:
                about.write_when_then(text)
            except FocusPlanError as error:
                say(self, error)
                return False
            return True

        return SentenceCard(*shown, keep)

    def _people(self, names: tuple[str, ...]) -> QWidget:
        people = self.workspace.people
        card = PeopleCard(names)
        card.named.connect(lambda name: self.attempt(lambda: people.add(name)))
        card.renamed.connect(lambda old, new: self.attempt(lambda: people.rename(old, new)))
        card.removed.connect(lambda name: self.attempt(lambda: people.remove(name)))
        return card

    def _ready(self) -> None:
        ReadinessDialog(self.workspace, self).open()

    def _still(self) -> None:
        StillTrue(self.workspace, self).open()

    def _taking(self) -> QWidget:
        card = TakingCard(self.workspace.today.isoformat())
        exports = self.workspace.exports
        ways = {"csv": exports.to_csv, "ics": exports.to_ics}

        def take(way: str, place: Path) -> None:
            if way in ways:
                made = self.attempt(lambda: ways[way](place))
            else:
                text = _("The file is being made…")
                made = self._patiently(text, lambda heard: exports.to_json(place, heard))
            if made is not None:
                card.told(place, made.left_out)

        card.wanted.connect(take)
        return card

    def _clock(self) -> QWidget:
        def fill(column: QVBoxLayout) -> None:
            day = i18n.day_with_year(self.workspace.today)
            text = _(
                "The plan was used on a later day before. If today is right, the next network waits a week."
            )
            column.addWidget(label(text, "soft"))
            confirm = self.workspace.safekeeping.confirm_clock
            sure = button("settings_clock", _("Today is right"), lambda: self.attempt(confirm))
            column.addLayout(row(label(_("Is today really {day}?").format(day=day), "strong"), sure, 1))

        return plain_card("settings_clock_card", _("Today's date"), fill)

    def _speak(self, language: str) -> None:
        """The language of the window and of the plan's sheets are one."""
        self.attempt(lambda: self.workspace.business.change({"language": language}))
        self.workspace.speak(language)
        self.refresh()

    def _back_up(self) -> None:
        made = self._patiently(_("A copy is being made…"), lambda heard: self._safe.back_up(tell=heard))
        if made is not None:
            self.refresh()

    def _save(self, file: Path) -> bool:
        text = _("A copy is being made…")
        return self._patiently(text, lambda heard: self._safe.back_up(file, heard)) is not None

    @property
    def _safe(self) -> SafekeepingService:
        return self.workspace.safekeeping

    def _patiently(self, text: str, work: Callable[[Tell], T]) -> T | None:
        """Work on the whole plan, which may be large; what was refused is said, and what was stopped is
        as it was."""
        return self.attempt(lambda: patiently(self, text, self._safe.large, work))

    def offer(self, file: Path) -> None:
        """Show what is in this copy, and offer to put it back."""
        self._restore(file)

    def _restore(self, file: Path | None = None) -> None:
        copies = self.attempt(self.workspace.safekeeping.backups) or ()
        dialog = RestoreDialog(self.workspace, copies, self)
        if file is not None:
            dialog.take(file)
        dialog.accepted.connect(self._restored)
        dialog.open()

    def _restored(self) -> None:
        self._findings = None
        newest = self.attempt(self.workspace.safekeeping.backups) or ()
        told = (
            _("What was here before is kept as a copy of {when}.").format(when=when(newest[0]))
            if newest
            else ""
        )
        tell(self, _("The copy is back in place."), told)
        self.refresh()

    def _check(self) -> None:
        self._look(repair=False)

    def _repair(self) -> None:
        self._look(repair=True)

    def _look(self, repair: bool) -> None:
        text = _("Everything is being looked through…")
        self._findings = self._patiently(text, lambda heard: self._safe.check(repair, heard))
        self.refresh()
