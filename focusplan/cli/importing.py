"""Brings in numbers from the platforms' own export files, or shows what that would do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from focusplan.cli import typed
from focusplan.cli.answer import Answer, money, table
from focusplan.cli.exporting import plan_among
from focusplan.cli.invocation import Invocation
from focusplan.domain.readings import Reading
from focusplan.i18n import _, heading, ngettext, number
from focusplan.importanswers import ImportedFile, ImportView, QuestionView, WeekLine
from focusplan.services.files.importwords import days, reading
from focusplan.words import shown


def bring_in(invocation: Invocation) -> Answer:
    """All files or none. With --dry-run nothing is stored, and open questions are listed."""
    paths = [Path(name) for name in invocation.words("FILE")]
    plan = plan_among(invocation, paths)
    if plan is not None:
        return plan
    network = ""
    if invocation.has("network"):
        network = typed.network(invocation.text("network"), invocation.workspace.catalogue.ids)
    answers = typed.pairs(invocation.words("answer"))
    importing = invocation.workspace.importing
    files = importing.read_now(paths, network, answers)
    view = importing.preview(files) if invocation.has("dry-run") else importing.take(files)
    return Answer(_data(view), _lines(view))


def _data(view: ImportView) -> dict[str, Any]:
    return {
        "files": [_file_data(view, file) for file in view.files],
        "weeks": [_week_data(line) for line in view.weeks],
        "notes": list(view.notes),
        "stored": view.stored,
    }


def _file_data(view: ImportView, file: ImportedFile) -> dict[str, Any]:
    asked = [_question_data(one) for one in view.questions if one.number == file.number]
    return {
        "name": file.name, "format": file.format, "network": file.network or None, "from": file.first,
        "to": file.last, "new": file.new, "updated": file.updated, "skipped": file.skipped,
        "questions": asked, "readings": [_reading_data(one) for one in file.readings],
        "left_out": list(file.left_out),
    }  # fmt: skip


def _question_data(one: QuestionView) -> dict[str, Any]:
    choices = [{"value": choice.value, "text": choice.text} for choice in one.choices]
    return {"id": one.id, "kind": one.code, "file": one.file, "text": one.text, "choices": choices}


def _reading_data(one: Reading) -> dict[str, Any]:
    """A period is a week, or two days with a stroke between; sales are money."""
    span = str(one.week) if one.week else f"{one.first.isoformat()}/{one.last.isoformat()}"
    value = money(int(one.value)) if one.metric == "sales" else one.value
    return {"metric": one.metric, "period": span, "value": value}


def _week_data(line: WeekLine) -> dict[str, Any]:
    old, new = (money(value) if line.figure == "sales" else value for value in (line.old, line.new))
    return {
        "week": line.week, "network": line.network, "figure": line.figure, "old": old, "new": new,
        "counts": line.counts, "taken": line.taken, "note": line.note or None,
    }  # fmt: skip


def _lines(view: ImportView) -> list[str]:
    lines: list[str] = []
    for file in view.files:
        lines += _file_lines(file)
    if view.weeks:
        lines.append(_("What this does to your weeks:"))
        lines += table(_week_row(line) for line in view.weeks)
    for one in view.questions:
        lines.append(one.text)
        lines += [f"  --answer {one.id}={choice.value}  {choice.text}" for choice in one.choices]
        if not one.choices:
            lines.append(f"  --answer {one.id}=2026-09-01/2026-09-30")
    lines += view.notes
    lines.append(_end(view))
    return lines


def _file_lines(file: ImportedFile) -> list[str]:
    said = _("{new} new, {updated} updated, {skipped} skipped").format(
        new=number(file.new), updated=number(file.updated), skipped=number(file.skipped)
    )
    span = f", {days(file.first, file.last)}" if file.first and file.last else ""
    name = f" ({file.network_name})" if file.network_name else ""
    lines = [file.name, f"  {file.title}{name}{span}", f"  {said}"]
    lines += [f"  {reading(one)}" for one in file.readings]
    return [*lines, *(f"  – {text}" for text in file.left_out)]


def _week_row(line: WeekLine) -> tuple[str, ...]:
    old, new = (_shown(line, value) for value in (line.old, line.new))
    week = f"  {heading(shown(line.week))}"
    return (week, line.network_name, line.figure_name, f"{old} → {new}", line.note)


def _shown(line: WeekLine, value: int | None) -> str:
    if value is None:
        return "–"
    return str(money(value)) if line.figure == "sales" else number(value)


def _end(view: ImportView) -> str:
    if view.questions:
        count = len(view.questions)
        said = ngettext("{count} question is open; nothing was taken.",
                        "{count} questions are open; nothing was taken.", count)  # fmt: skip
        return said.format(count=count)
    if not view.brings:
        return _("Everything in this is known already; nothing changes.")
    return _("These numbers are taken.") if view.stored else _("Nothing was taken yet; this is a preview.")
