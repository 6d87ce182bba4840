"""Commands that keep the plan safe: copies, putting one back, looking whether all is right, the clock."""

from __future__ import annotations

from pathlib import Path

from focusplan.answers import BackupView
from focusplan.cli.answer import Answer, table
from focusplan.cli.invocation import Invocation
from focusplan.domain.errors import DamagedPlan
from focusplan.i18n import _, day_long, ngettext

DAMAGED = DamagedPlan.exit_code


def backup(invocation: Invocation) -> Answer:
    """A copy now, in the folder of copies or as the file named."""
    target = Path(invocation.text("F")) if invocation.has("F") else None
    made = invocation.workspace.safekeeping.back_up(target)
    line = _("A copy is made: {file}").format(file=made.file)
    return Answer({"ok": True, **_copy(made)}, [line])


def backups(invocation: Invocation) -> Answer:
    """The copies there are, newest first."""
    found = invocation.workspace.safekeeping.backups()
    lines = table(_row(each) for each in found) or [
        _("There is no copy yet. The first is made by itself within a day.")
    ]
    return Answer({"backups": [_copy(each) for each in found]}, lines)


def restore(invocation: Invocation) -> Answer:
    """Puts a copy back; what was there before is kept as a copy itself."""
    kept = invocation.workspace.safekeeping.restore(Path(invocation.text("F")))
    lines = [_("The copy is put back.")]
    if kept.file:
        lines.append(_("What was there before is kept: {file}").format(file=kept.file))
    return Answer({"ok": True, "kept": _copy(kept)}, lines)


def _row(copy: BackupView) -> tuple[str, ...]:
    rows = ngettext("{rows} entry", "{rows} entries", copy.rows).format(rows=copy.rows)
    made = f"{copy.made_at.astimezone():%Y-%m-%d %H:%M}"
    return copy.file, made, rows, "" if copy.verified else _("not sound")


def _copy(made: BackupView) -> dict[str, object]:
    return {"file": made.file, "made_at": made.made_at, "rows": made.rows, "verified": made.verified}


def check(invocation: Invocation) -> Answer:
    """File, copies, gate and record of decisions; exit 5 when not all is right."""
    repair = invocation.has("repair")
    findings = invocation.workspace.safekeeping.check(repair)
    data = [{"id": each.id, "text": each.text, "repair": each.repair} for each in findings]
    lines: list[str] = []
    for each in findings:
        lines.append(each.text)
        if each.repair:
            lines.append(f"  → {each.repair}")
    if not findings:
        lines.append(_("Everything is right."))
    cautions = invocation.workspace.safekeeping.cautions()
    for each in cautions:
        lines += [each.text, f"  → {each.repair}"]
    told = [{"id": each.id, "text": each.text, "repair": each.repair} for each in cautions]
    answer = {"ok": not findings, "findings": data, "cautions": told}
    return Answer(answer, lines, DAMAGED if findings else 0)


def clock(invocation: Invocation) -> Answer:
    """Today is right although the plan has stood at a later day."""
    invocation.workspace.safekeeping.confirm_clock()
    today = invocation.workspace.today
    line = _("Thank you. Today is {day}; the next network waits for seven days.").format(day=day_long(today))
    return Answer({"ok": True, "today": today}, [line])


def self_test(_invocation: Invocation) -> Answer:
    """What a maintainer runs on an installed copy."""
    from focusplan.cli.selftest import findings

    found = findings()
    rows = [(_("right") if each.ok else _("not right"), each.id, each.text) for each in found]
    data = [{"id": each.id, "ok": each.ok, "text": each.text} for each in found]
    right = all(each.ok for each in found)
    return Answer({"ok": right, "checks": data}, table(rows), 0 if right else 1)
