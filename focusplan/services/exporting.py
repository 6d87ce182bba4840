"""Everything out: the whole plan as a document, tables for a spreadsheet, the weeks for a calendar."""

from __future__ import annotations

import contextlib
from pathlib import Path

from focusplan.answers import ExportView
from focusplan.domain.errors import InUse
from focusplan.domain.pace import Tell, quiet
from focusplan.exports import csvtables, files, icalendar, planjson
from focusplan.i18n import _
from focusplan.language import place
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.files import calendarjobs
from focusplan.services.files.exportrows import tables
from focusplan.services.weeks.planning import save
from focusplan.store import schema
from focusplan.store.arriving import facts_of
from focusplan.store.store import Work


class ExportService:
    """Three ways to take one's data along. The first two only ask; the third remembers what it gave out."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def to_json(self, file: Path, tell: Tell = quiet) -> ExportView:
        """The whole plan as one document, which an empty folder takes back. Errors as `files.write_file`;
        what `tell` raises leaves no file."""
        with self._context.read() as work:
            snapshot(work)
            facts = facts_of(work)
        content = planjson.written(facts, schema.NEWEST, tell)
        files.write_file(file, content, ".json", planjson.marked)
        return ExportView((str(file),), sum(len(rows) for rows in facts.values()))

    def to_csv(self, folder: Path) -> ExportView:
        """Tables in the language of the run, all of them or none. Errors as `files.write_folder`."""
        with self._context.read() as work:
            found = tables(work, self._context.catalogue, snapshot(work))
        decimal = place().decimal
        made = {table.name: csvtables.content(table, decimal) for table in found}
        columns = {table.name: list(table.columns) for table in found}
        about = {"format": "focusplan-tables", "version": 1, "decimal": decimal, "columns": columns}
        files.write_folder(folder, made, about)
        names = [str(folder / name) for name in made]
        return ExportView(tuple(names), sum(len(table.rows) for table in found))

    def to_ics(self, file: Path) -> ExportView:
        """The weeks as a calendar: the last four, the running one, and those to come that are planned. Errors
        as `files.write_file`. While another FocusPlan writes, nothing is remembered: the next calendar then
        gives the same changes out once more, with a later stamp."""
        with self._context.read() as work:
            made = self._calendar(work)
        if made.unsaved or made.given != made.before:
            with contextlib.suppress(InUse):
                made = self._remembered()
        name = _("FocusPlan – {business}").format(business=made.business)
        content = icalendar.calendar(made.given, made.plan, name, _("Taken out: {title}"))
        files.write_file(file, content, ".ics", icalendar.ours)
        standing = [one for one in made.given if not one.gone]
        return ExportView((str(file),), len(standing), len(made.given) - len(standing), made.left_out)

    def _remembered(self) -> calendarjobs.Calendar:
        with self._context.begin() as work:
            made = self._calendar(work)
            for plan in made.unsaved:
                save(work, plan)
            calendarjobs.remember(work, made)
        return made

    def _calendar(self, work: Work) -> calendarjobs.Calendar:
        return calendarjobs.calendar(work, self._context.catalogue, snapshot(work))
