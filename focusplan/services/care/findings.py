"""What a look at the plan found, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from focusplan.answers import BackupView, Finding
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _, day_with_year, ngettext
from focusplan.services.care.audit import Fault
from focusplan.store.around import Around

_WORDS: dict[str, Callable[[], tuple[str, str]]] = {
    "record": lambda: (
        _("The record of decisions was changed outside FocusPlan. It is complete again from today."),
        _("The record notes it and goes on from here."),
    ),
    "two_active": lambda: (
        _("{network} is being learnt at the same time as another network; that came from outside FocusPlan."),
        _("{network} goes back to what it was before its start."),
    ),
    "mastery": lambda: (
        _("{network} is marked as running well, but its kept weeks don’t add up to that."),
        _("{network} goes back to learning now, or is kept as it is if another network is being learnt."),
    ),
    "start": lambda: (
        _("The record does not say how {network} was started."),
        _("The record notes that; {network} stays as it is."),
    ),
    "goals": lambda: (
        _("The goals of {network} are not those of its road."),
        _("The goals of its road are put back; your targets and weeks stay."),
    ),
    "jobs": lambda: (
        _("The jobs of {network} are not those of its road."),
        _("The jobs of its road are put back; what is done stays done."),
    ),
}


def finding(fault: Fault, network: str) -> Finding:
    """A fault of the data and what mends it; `network` is its name."""
    text, repair = _WORDS[fault.id]()
    return Finding(fault.id, text.format(network=network), repair.format(network=network))


def schema_finding(tables: bool) -> Finding:
    """Rules of the file, or its tables themselves, were changed by another program."""
    text = _("The rules inside the plan’s file were changed outside FocusPlan.")
    if tables:
        text = _("The tables inside the plan’s file were changed outside FocusPlan.")
        return Finding("schema", text, _("Put back a copy of the plan."))
    return Finding("schema", text, _("The rules are put back; what you entered stays."))


def damaged_finding(error: FocusPlanError, copies: Sequence[BackupView]) -> Finding:
    """The plan can't be opened at all."""
    if error.code == "plan_gone":
        text = _("There was a plan in this folder, and now its file is gone.")
    else:
        text = _("The plan’s file is damaged. It is kept as it is.")
    good = [copy for copy in copies if copy.verified]
    if not good:
        return Finding("file", text, "")
    day = day_with_year(good[0].made_at.astimezone().date())
    return Finding("file", text, _("Put back the copy of {day}: {file}").format(day=day, file=good[0].file))


def of_copies(wanting: bool, small: bool) -> list[Finding]:
    """What there is to say about the copies."""
    found = []
    if wanting:
        text = _("There is no recent copy of the plan.")
        found.append(Finding("backup", text, _("A copy is made now.")))
    if small:
        found.append(
            Finding(
                "backup_small",
                _("The newest copy holds far less than an earlier one, so no earlier one is removed."),
                "",
            )
        )
    return found


def of_place(around: Around, folder: str) -> list[Finding]:
    """What there is to say about where the plan lies, though nothing is wrong with the plan itself."""
    found = []
    if around.service:
        text = _("Your plan lies in a folder that {service} copies about: {folder}")
        more = _(
            "Two computers could change it at once, and a copy taken half-way can’t be read. Keep the plan in"
            " FocusPlan’s usual folder, and only saved copies there; “Moving house” in Settings says how."
        )
        found.append(Finding("synced", text.format(service=around.service, folder=folder), more))
    if around.remote:
        text = _("Your plan lies on a drive in the network: {folder}")
        more = _(
            "When the connection ends, what you just entered may not be kept. Keep the plan on this computer,"
            " and only saved copies there; “Moving house” in Settings says how."
        )
        found.append(Finding("remote", text.format(folder=folder), more))
    if around.seconds:
        text = ngettext(
            "Beside your plan lies a file that looks like a second one: {files}",
            "Beside your plan lie files that look like second ones: {files}",
            len(around.seconds),
        )
        more = _(
            "FocusPlan works with plan.db alone and never mixes two. Settings, “Put a copy back”, “Another"
            " file” shows what is in such a file; then keep it somewhere else."
        )
        found.append(Finding("second", text.format(files=", ".join(around.seconds)), more))
    return found
