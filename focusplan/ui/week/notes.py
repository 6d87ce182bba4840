"""What the plan has to say about a week, with the ways to change it."""

from __future__ import annotations

from collections.abc import Callable

from focusplan.answers import WeekView
from focusplan.i18n import _
from focusplan.ui.parts import button
from focusplan.ui.widgets.notices import Banner


def notes_card(view: WeekView, go: Callable[[str], object]) -> Banner:
    """All notes in one banner."""
    banner = Banner("week_notes", "\n".join(view.notes), "sky")
    if view.present:
        time = _("Change your time in Settings")
        banner.add_button(button("notes_settings", _("Your time"), lambda: go("settings"), "link", time))
    return banner
