"""Cards of Settings that keep the plan safe: copies, and a look whether all is right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import BackupView, Finding
from focusplan.i18n import _
from focusplan.ui.dialogs.restore import content, when
from focusplan.ui.parts import button, label, row
from focusplan.ui.settings.cards import plain_card
from focusplan.ui.widgets.flow import FlowLayout

SHOWN = 5
"""Copies listed at most; all of them can be put back."""


def copies_card(
    copies: tuple[BackupView, ...], back_up: Callable[[], object], restore: Callable[[], object]
) -> QWidget:
    """The newest copies, one more now, and putting one back."""

    def fill(column: QVBoxLayout) -> None:
        if not copies:
            column.addWidget(label(_("No copy yet. One is made each day you open the plan."), "soft"))
        for number, copy in enumerate(copies[:SHOWN], start=1):
            line = row(label(when(copy), "body", f"settings_copy_{number}"), label(content(copy), "small"))
            line.setStretch(0, 1)
            line.setStretch(1, 1)
            column.addLayout(line)
        flow = FlowLayout(gap=8)
        flow.addWidget(button("settings_back_up", _("Make a &copy now"), back_up))
        flow.addWidget(button("settings_restore", _("Put a copy &back…"), restore))
        column.addLayout(flow)

    return plain_card("settings_copies_card", _("Copies of the plan"), fill)


def check_card(
    findings: tuple[Finding, ...] | None,
    cautions: tuple[Finding, ...],
    check: Callable[[], object],
    repair: Callable[[], object],
) -> QWidget:
    """What a look at the plan found; `findings` None: not looked yet. `cautions`: what could harm it where
    it lies, with what to do; no button does that."""

    def fill(column: QVBoxLayout) -> None:
        if findings is None:
            column.addWidget(label(_("Looks at the file, its copies and the record of decisions."), "soft"))
        elif not findings:
            column.addWidget(label(_("All is right."), "body", "settings_all_right"))
        for finding in findings or ():
            column.addWidget(label(finding.text, "body", f"settings_finding_{finding.id}"))
            if finding.repair:
                column.addWidget(label(finding.repair, "soft"))
        for caution in cautions:
            column.addWidget(label(caution.text, "body", f"settings_caution_{caution.id}"))
            column.addWidget(label(caution.repair, "soft"))
        look = button("settings_check", _("Loo&k whether all is right"), check)
        flow = FlowLayout(gap=8)
        flow.addWidget(look)
        if any(finding.repair for finding in findings or ()):
            flow.addWidget(button("settings_repair", _("Put it &right"), repair))
        column.addLayout(flow)

    return plain_card("settings_check_card", _("Is all right?"), fill)
