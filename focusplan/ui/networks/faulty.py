"""The notice about playbooks of the owner's own that can't be used as they are."""

from __future__ import annotations

from collections.abc import Callable

from focusplan.i18n import _, ngettext
from focusplan.networkanswers import FaultyPlaybook
from focusplan.ui.parts import button
from focusplan.ui.widgets.notices import Banner


def faulty_banner(
    faulty: tuple[FaultyPlaybook, ...], show: Callable[[], object], again: Callable[[], object]
) -> Banner:
    """The first fault in full, how many playbooks there are, all of it on demand, and one more look."""
    first = faulty[0]
    text = _("The playbook {name} is left out for now. {fault}").format(name=first.id, fault=first.faults[0])
    more = len(faulty) - 1
    if more:
        said = ngettext("{count} more is left out.", "{count} more are left out.", more).format(count=more)
        text = f"{text} {said}"
    banner = Banner("networks_faulty", text, "sky")
    banner.add_button(button("networks_faulty_show", _("What is wrong…"), show, "quiet"))
    banner.add_button(button("networks_faulty_again", _("Look again"), again, "quiet"))
    return banner
