"""Copies of the plan, putting one back, looking whether all is right, and saying that today is right."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from focusplan.answers import ArrivalView, BackupView, Finding
from focusplan.domain import clock
from focusplan.domain.errors import CannotStore, DamagedPlan, InUse, NoPlan, Refused
from focusplan.domain.pace import Tell, quiet, stretch
from focusplan.domain.plan import ClockMark, Confirmation, Plan
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.care.audit import Fault, faults
from focusplan.services.care.findings import damaged_finding, finding, of_copies, of_place, schema_finding
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.store.around import around
from focusplan.store.copies import Copy
from focusplan.store.keeping import Candidate, Keeping
from focusplan.store.store import Work

LARGE = 2_000_000
"""Bytes of a plan that is looked through in about a tenth of a second."""
FRESH = timedelta(hours=20)
"""A copy younger than this is today's."""
OLD = timedelta(days=8)
"""Copies older than this are worth a word: the plan is used, and none was made."""


class SafekeepingService:
    """What keeps the plan safe. `daily` is called at every start; it never makes anyone wait for long."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._keeping = Keeping(context.store)

    # -------------------------------------------------------------- copies

    def backups(self) -> tuple[BackupView, ...]:
        """The automatic copies there are, newest first; also when the plan itself can't be opened."""
        return tuple(_view(copy) for copy in self._keeping.copies())

    @property
    def large(self) -> bool:
        """Whether the plan is so large that copying it and looking through it takes more than a moment."""
        return self._keeping.size > LARGE

    def back_up(self, target: Path | None = None, tell: Tell = quiet) -> BackupView:
        """Make a verified copy now: beside the automatic ones, or as the file `target`. What `tell` raises
        ends it, and there is no copy.

        Refused file_exists over a file that is no plan; CannotStore, InUse.
        """
        at = self._context.moment().at
        if target is None:
            copy = self._keeping.make_copy("asked", at, tell)
        else:
            copy = self._keeping.copy_to(target, at, tell)
        self._context.announce(Topic.COPIES)
        return _view(copy)

    def daily(self) -> None:
        """Make today's copy unless there is one, and note it when the record was changed from outside.
        CannotStore or InUse when there can't be a copy."""
        self._note_break()
        at = self._context.moment().at
        if any(copy.verified and at - FRESH < copy.made_at <= at for copy in self._keeping.copies()):
            return
        self._keeping.make_copy("daily", at)
        self._context.announce(Topic.COPIES)

    def look(self, path: Path, tell: Tell = quiet) -> ArrivalView:
        """What is in a copy, looked through as for a restore; nothing changes. Errors as `restore`."""
        moment = self._context.moment()
        self._context.store.hold("command")
        with self._keeping.candidate(self._named(path), moment, tell) as candidate:
            self._check(candidate)
            with candidate.read(moment) as work:
                facts = snapshot(work)
                return ArrivalView(
                    file=str(path),
                    business=facts.business.name,
                    practice=facts.plan.practice,
                    first=Week.of(facts.plan.first_day),
                    last=Week.of(facts.mark.day),
                    rows=work.count(),
                )

    def restore(self, path: Path, tell: Tell = quiet) -> BackupView:
        """Put a copy back and answer the safety copy of what was here, which undoes it. A plan that can't be
        opened is kept as it is in a folder of its own; where none was here, the answer names no file. What
        `tell` raises ends it, and everything is as it was.

        Refused restore_practice (across practice and real), restore_illegal (a copy that no rule made);
        BadFile no_such_file, copy_damaged, copy_changed; NewerPlan; CannotStore; InUse.
        """
        moment = self._context.moment()
        self._context.store.hold("command")
        with self._keeping.candidate(self._named(path), moment, stretch(tell, 0, 30)) as candidate:
            self._check(candidate)
            rows, safety = self._safety(moment.at, stretch(tell, 30, 100))
            told = {"file": path.name, "plan": candidate.plan.uuid, "rows_before": rows}
            candidate.accept(moment, told)
        self._context.announce(Topic.ALL)
        return safety

    def _named(self, path: Path) -> Path:
        """An automatic copy may be named without its folder."""
        if not path.exists() and path.name == str(path):
            known = {copy.path.name: copy.path for copy in self._keeping.copies()}
            return known.get(path.name, path)
        return path

    def _check(self, candidate: Candidate) -> None:
        practice = self._practice()
        if practice is not None and practice != candidate.plan.practice:
            raise Refused("restore_practice")
        with candidate.read(self._context.moment()) as work:
            if any(fault.illegal for fault in faults(work, self._context.catalogue, snapshot(work))):
                raise Refused("restore_illegal")

    def _practice(self) -> bool | None:
        try:
            with self._context.read() as work:
                plan = work.one(Plan)
        except (DamagedPlan, NoPlan):
            return self._keeping.practice_before()
        return plan.practice if plan else None

    def _safety(self, at: datetime, tell: Tell) -> tuple[int, BackupView]:
        try:
            copy = self._keeping.make_copy("restore", at, tell)
        except (DamagedPlan, NoPlan):
            aside = self._keeping.set_aside(at)
            return 0, BackupView(str(aside) if aside else "", at, 0, False)
        return copy.rows, _view(copy)

    # -------------------------------------------------------------- looking and mending

    def check(self, repair: bool = False, tell: Tell = quiet) -> tuple[Finding, ...]:
        """What is not right; with `repair` what could not be mended. NoPlan in an empty folder. What `tell`
        raises ends the looking."""
        tell(0, 3)
        try:
            with self._context.read() as work:
                work.look_through()
            tell(1, 3)
            found = self._faults()
        except DamagedPlan as error:
            return (damaged_finding(error, self.backups()),)
        tell(2, 3)
        findings: list[Finding] = []
        if self._context.store.schema_changed:
            findings.append(schema_finding(self._context.store.tables_changed))
        findings += [finding(fault, self._name(fault)) for fault in found]
        findings += of_copies(*self._copies_told())
        if findings and repair:
            self._mend()
            return self.check()
        self._note_break()
        return tuple(findings)

    def cautions(self) -> tuple[Finding, ...]:
        """What could harm the plan where it lies; `repair` says what to do about it. Nothing is changed."""
        folder = self._context.store.folder
        return tuple(of_place(around(folder), str(folder)))

    def _faults(self) -> tuple[Fault, ...]:
        with self._context.read() as work:
            return faults(work, self._context.catalogue, snapshot(work))

    def _name(self, fault: Fault) -> str:
        return self._context.catalogue.name(fault.network) if fault.network else ""

    def _copies_told(self) -> tuple[bool, bool]:
        """Whether a copy is wanting, and whether the newest one is suspiciously small."""
        at = self._context.moment().at
        with self._context.read() as work:
            plan = work.one(Plan)
        good = [copy for copy in self._keeping.copies() if copy.verified and copy.made_at <= at]
        young = plan is None or self._context.moment().day - plan.made_on <= timedelta(days=1)
        recent = any(copy.made_at > at - OLD for copy in good)
        practice = plan is not None and plan.practice
        return not (recent or young or practice), self._keeping.small(good)

    def _mend(self) -> None:
        with self._context.store.mend(self._context.moment()) as work:
            for _round in range(20):
                found = faults(work, self._context.catalogue, snapshot(work))
                if not found:
                    break
                found[0].repair(work)
        if self._copies_told()[0]:
            self._keeping.make_copy("daily", self._context.moment().at)
        self._context.announce(Topic.ALL)

    def _note_break(self) -> None:
        """That the record was found changed is itself recorded, when this program may write."""
        broken = [fault for fault in self._faults() if fault.id == "record"]
        with contextlib.suppress(InUse, CannotStore, Refused):
            if broken:
                with self._context.begin() as work:
                    broken[0].repair(work)

    # -------------------------------------------------------------- the clock

    def confirm_clock(self) -> None:
        """Today is right although the mark is later: the mark is set to now, what is dated later never
        counts, and the gate waits seven days. Refused clock_right when the mark is not ahead."""
        moment = self._context.moment()
        with self._context.begin() as work:
            facts = snapshot(work)
            if not clock.behind(facts.mark, moment):
                raise Refused("clock_right")
            work.add(Confirmation(0, moment.at, moment.day, facts.mark.day))
            work.put(ClockMark(moment.at, moment.day))
            told = _correct(work, clock.undo_future(facts, moment.day))
            work.append("clock", {"mark_day": facts.mark.day.isoformat(), **told})
        self._context.announce(Topic.ALL)


def _correct(work: Work, change: clock.Correction) -> dict[str, object]:
    """Store what a confirmation changes; answers what the record says of it."""
    if change.plan is not None:
        work.put(change.plan)
    changed: tuple[tuple[Any, ...], ...] = (
        change.adoptions, change.openings, change.goals, change.steps, change.pauses, change.evidence,
        change.reviews,
    )  # fmt: skip
    for facts in changed:
        for fact in facts:
            work.put(fact)
    for target in change.targets:
        work.add(target)
    ticks = [item for item in work.all(Item, done=True) if item.done_on and item.done_on > work.moment.day]
    for item in ticks:
        if not item.void:
            work.put(replace(item, void=True))
    return {
        "unmastered": list(change.unmastered),
        "steps": len(change.steps),
        "weeks": len(change.evidence),
        "reviews": len(change.reviews),
        "ticks": len(ticks),
    }


def _view(copy: Copy) -> BackupView:
    return BackupView(str(copy.path), copy.made_at, copy.rows, copy.verified)
