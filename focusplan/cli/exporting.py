"""Commands that take the plan along, and bring one back into an empty folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from focusplan.answers import ArrivalView, ExportView
from focusplan.cli.answer import Answer
from focusplan.cli.invocation import Invocation
from focusplan.domain.errors import Refused, WrongUse
from focusplan.i18n import _, ngettext
from focusplan.services.arriving import looks_like_export
from focusplan.words import shown

FORMAT = "focusplan"


def export(invocation: Invocation) -> Answer:
    """The plan as a document, as tables or as a calendar."""
    exports = invocation.workspace.exports
    if invocation.has("to-json"):
        made = exports.to_json(_place(invocation, "to-json"))
        return _answer("json", made, _whole(made))
    if invocation.has("to-csv"):
        made = exports.to_csv(_place(invocation, "to-csv"))
        return _answer("csv", made, _tables(made))
    made = exports.to_ics(_place(invocation, "to-ics"))
    return _answer("ics", made, _calendar(made))


def _place(invocation: Invocation, option: str) -> Path:
    if not invocation.text(option):
        raise WrongUse("option_value", option=f"--{option}", value="DIR" if option == "to-csv" else "F")
    return Path(invocation.text(option))


def _answer(kind: str, made: ExportView, lines: list[str]) -> Answer:
    data: dict[str, Any] = {"ok": True, "format": kind, "files": list(made.files), "rows": made.rows}
    if kind == "ics":
        data |= {"cancelled": made.gone, "left_out": made.left_out}
    return Answer(data, lines)


def _whole(made: ExportView) -> list[str]:
    said = ngettext(
        "Everything is in {file}: {rows} entry.", "Everything is in {file}: {rows} entries.", made.rows
    )
    return [said.format(file=made.files[0], rows=made.rows)]


def _tables(made: ExportView) -> list[str]:
    return [_("These tables are written:"), *made.files]


def _calendar(made: ExportView) -> list[str]:
    said = ngettext("{jobs} job is in {file}.", "{jobs} jobs are in {file}.", made.rows)
    lines = [said.format(file=made.files[0], jobs=made.rows)]
    if made.gone:
        gone = ngettext("{jobs} job is taken back.", "{jobs} jobs are taken back.", made.gone)
        lines.append(gone.format(jobs=made.gone))
    if made.left_out:
        left = ngettext(
            "{jobs} job has no room in your hours and is left out.",
            "{jobs} jobs have no room in your hours and are left out.",
            made.left_out,
        )
        lines.append(left.format(jobs=made.left_out))
    return lines


def plan_among(invocation: Invocation, files: Sequence[Path]) -> Answer | None:
    """A plan's document among the files of `import`, brought into a folder without a plan; None where there
    is none. WrongUse export_alone where others stand beside it."""
    if not any(looks_like_export(file) for file in files):
        return None
    if len(files) > 1 or invocation.has("network") or invocation.has("answer"):
        raise WrongUse("export_alone")
    return bring_in(invocation, files[0], invocation.has("dry-run"))


def bring_in(invocation: Invocation, file: Path, dry_run: bool = False) -> Answer:
    """The plan in a document becomes the plan of this folder; `dry_run` only looks. Refused today_real for
    `--today` with a plan that is no practice plan."""
    arrivals = invocation.workspace.arrivals
    found = arrivals.look(file)
    if invocation.today is not None and not found.practice:
        raise Refused("today_real")
    if not dry_run:
        arrivals.bring_in(file)
    data = {"ok": True, "practice": found.practice, "business": found.business, "files": [_file(found)]}
    return Answer(data, [_said(found), _("Nothing was made yet.") if dry_run else _("The plan is here.")])


def _file(found: ArrivalView) -> dict[str, Any]:
    return {
        "name": Path(found.file).name, "format": FORMAT, "network": None,
        "from": found.first, "to": found.last, "new": found.rows, "updated": 0, "skipped": 0,
        "questions": [], "readings": [],
    }  # fmt: skip


def _said(found: ArrivalView) -> str:
    text = _("{business}: {rows} entries, from {first} to {last}.")
    if found.practice:
        text = _("{business}, a practice plan: {rows} entries, from {first} to {last}.")
    return text.format(
        business=found.business, rows=found.rows, first=shown(found.first), last=shown(found.last)
    )
