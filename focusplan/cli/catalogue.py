"""The command that lists and checks playbooks: ours, the owner's own, or those in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from focusplan import paths
from focusplan.cli.answer import Answer, table
from focusplan.cli.invocation import Invocation
from focusplan.domain.errors import BadFile, FocusPlanError
from focusplan.i18n import _, day_with_year, language, ngettext
from focusplan.playbookfaults import Fault
from focusplan.playbookfiles import Looked, look_at_path, look_through, shipped_root

REFUSED = BadFile.exit_code


def catalogue(invocation: Invocation) -> Answer:
    """Every playbook with its faults; exit 8 when one of ours, or one in the folder named, has any."""
    with suppress(FocusPlanError):  # a plan that can't be opened hides no playbook
        invocation.open()
    if invocation.has("FOLDER"):
        looked = look_at_path(Path(invocation.text("FOLDER")).expanduser())
        return _refused(looked) if any(one.faults for one in looked) else _listed(looked)
    looked = (*look_through(shipped_root()), *look_through(paths.own_playbooks(invocation.home)))
    wrong = any(one.faults and not one.own for one in looked)
    return _listed(looked, REFUSED if wrong else 0)


def _listed(looked: Iterable[Looked], exit_code: int = 0) -> Answer:
    looked = tuple(looked)
    lines = table(_row(one) for one in looked)
    return Answer({"playbooks": _data(looked)}, [*lines, *_fault_lines(looked)], exit_code)


def _refused(looked: tuple[Looked, ...]) -> Answer:
    """The first fault is the reason; all of them are listed."""
    first = next(one for one in looked if one.faults)
    reason = _said(first, first.faults[0])
    data = {
        "ok": False, "exit": REFUSED, "reason": reason, "ways_forward": [], "playbooks": _data(looked),
    }  # fmt: skip
    further = _fault_lines(looked)[1:]
    return Answer(data, [], REFUSED, [reason, *further])


def _data(looked: Iterable[Looked]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": _name(one),
            "version": one.playbook.version,
            "checked_on": one.playbook.checked_on,
            "written": one.playbook.written,
            "own": one.own,
            "folder": str(one.folder),
            "faults": [_fault(fault) for fault in one.faults],
        }
        for one in looked
    ]


def _fault(fault: Fault) -> dict[str, Any]:
    return {"file": fault.file, "key": fault.key, "line": fault.line, "text": fault.text()}


def _row(one: Looked) -> tuple[str, ...]:
    count = len(one.faults)
    state = ngettext("{count} fault", "{count} faults", count).format(count=count) if count else _("right")
    day = one.playbook.checked_on
    checked = _("checked on {day}").format(day=day_with_year(day)) if day else ""
    return one.id, _name(one), _("version {number}").format(number=one.playbook.version), checked, state


def _fault_lines(looked: Iterable[Looked]) -> list[str]:
    return [_said(one, fault) for one in looked for fault in one.faults]


def _said(one: Looked, fault: Fault) -> str:
    """Folder, file and key, then what is wrong and what to do."""
    return f"{'/'.join(filter(None, (one.id, fault.file)))}: " + ": ".join(
        filter(None, (fault.key, fault.text()))
    )


def _name(one: Looked) -> str:
    return one.playbook.text("name", language()) or one.playbook.name
