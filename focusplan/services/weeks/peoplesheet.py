"""The printed week for one person: their jobs, with their name in the heading."""

from __future__ import annotations

from dataclasses import replace

from focusplan.answers import Job, SheetView
from focusplan.domain.errors import Refused


def sheet_for(sheet: SheetView, typed: str) -> SheetView:
    """The jobs of one person, found by name whatever its capitals; those of the owner for an empty name.
    Refused no_such_person where no job of the week is theirs."""
    wanted = " ".join(typed.split()).casefold()
    mine = [job for job in sheet.week.items if job.person.casefold() == wanted]
    if not mine and wanted:
        raise Refused("no_such_person", person=typed)
    name = mine[0].person if mine else ""
    week = sheet.week
    heading = f"{week.business} · {name}" if name else week.business
    days = tuple(replace(day, jobs=_theirs(day.jobs, wanted)) for day in week.days)
    theirs = replace(week, days=days, put_off=_theirs(week.put_off, wanted), business=heading)
    return replace(sheet, week=theirs, people=False)


def _theirs(jobs: tuple[Job, ...], wanted: str) -> tuple[Job, ...]:
    return tuple(job for job in jobs if job.person.casefold() == wanted)
