"""What belongs to a post alone: two ticks before it goes out, whose post it is, and where else it went."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from focusplan.answers import Job
from focusplan.i18n import _
from focusplan.ui.parts import button, label
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.widgets.flow import FlowLayout


def add_post(lines: QVBoxLayout, job: Job, deeds: Deeds) -> None:
    """Add these to the details of a job; nothing where it is no post."""
    if job.kind != "post":
        return
    if job.also:
        lines.addLayout(_also(job, deeds))
    if not job.done and job.can_tick:
        lines.addLayout(_before(job, deeds))


def _before(job: Job, deeds: Deeds) -> FlowLayout:
    flow = FlowLayout(gap=14, rows=4)
    words = {
        "gain": _("Somebody gains by it"),
        "own": _("Only we can say it like this"),
    }
    for which, text in words.items():
        box = QCheckBox(text)
        box.setObjectName(f"{which}_{job.number}")
        box.setAccessibleName(_("{what}: {job}").format(what=text, job=job.title))
        box.setChecked(which in job.checks)
        box.toggled.connect(lambda on, which=which: deeds.check(job, which, on))
        flow.addWidget(box)
    text = _("Make it our own post") if job.shared else _("Share someone else’s instead")
    spoken = _("{what}: {job}").format(what=text, job=job.title)
    turn = lambda: deeds.share(job, not job.shared)  # noqa: E731
    flow.addWidget(button(f"share_{job.number}", text, turn, "link", spoken))
    return flow


def _also(job: Job, deeds: Deeds) -> FlowLayout:
    """One button for each network that runs well; one that was used already only says so."""
    flow = FlowLayout(gap=8)
    for network, name, used in job.also:
        if used:
            text = _("Also used on {network}").format(network=name)
            flow.addWidget(label(text, "small", f"also_{job.number}_{network}"))
            continue
        text = _("Also used on {network}?").format(network=name)
        spoken = _("{what}: {job}").format(what=text, job=job.title)
        use = lambda network=network: deeds.also(job, network)  # noqa: E731
        flow.addWidget(button(f"also_{job.number}_{network}", text, use, "link", spoken))
    return flow
