"""Who does a job, and doing a part of it: two more things that can be done with an open job."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from focusplan.answers import Job
from focusplan.i18n import _
from focusplan.ui.parts import button
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout


def add_who(flow: FlowLayout, job: Job, deeds: Deeds, title: str) -> None:
    """A menu of people, and *part done*."""
    if job.kind != "close":
        spoken = _("Part done: {job}").format(job=title)
        flow.addWidget(
            button(f"part_{job.number}", _("Part done…"), lambda: deeds.part(job), "link", spoken)
        )
    spoken = _("Who does it: {job}").format(job=title)
    made = Button(_("Who…"), f"who_{job.number}", "link", spoken=spoken)
    menu = QMenu(made)
    menu.setObjectName(f"who_{job.number}_menu")
    menu.aboutToShow.connect(lambda: fill(menu, job, deeds))
    made.set_menu(menu)
    flow.addWidget(made)


def fill(menu: QMenu, job: Job, deeds: Deeds) -> None:
    """The owner, everybody who was named, and someone new."""
    menu.clear()
    for place, name in enumerate(("", *deeds.names())):
        action = menu.addAction(name.replace("&", "&&") if name else _("You"))
        action.setObjectName(f"{menu.objectName()}_{place}")
        action.setCheckable(True)
        action.setChecked(name == job.person)
        action.triggered.connect(lambda _on=False, name=name: deeds.hand_over(job, name))
    menu.addSeparator()
    other = menu.addAction(_("Someone else…"))
    other.setObjectName(f"{menu.objectName()}_other")
    other.triggered.connect(lambda: deeds.someone(job))
