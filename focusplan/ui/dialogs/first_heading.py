"""Where one is in the first start: its three screens as chips, and the time that is left."""

from __future__ import annotations

from focusplan.i18n import _, ngettext
from focusplan.ui.parts import short
from focusplan.ui.widgets.labels import PlainLabel
from focusplan.ui.widgets.stages import Stage, StageChips

SCREENS = 3


def heading(screen: int) -> tuple[StageChips, PlainLabel]:
    """The chips with the present screen filled, and about a minute for each that is left."""
    titles = (_("Your business"), _("Your time"), _("Your networks"))
    stages = [Stage(number, title, _state(number, screen)) for number, title in enumerate(titles, start=1)]
    chips = StageChips("first_screens")
    chips.set(stages, _("Screen {number} of {all}").format(number=screen, all=SCREENS))
    left = SCREENS - screen + 1
    text = ngettext("about {left} minute left", "about {left} minutes left", left).format(left=left)
    return chips, short(text, "soft", "first_left")


def said(screen: int, small: bool) -> tuple[str, str]:
    """A screen's title and what it says below; `small`: too little time to start a network."""
    if screen == 1:
        return (
            _("One network at a time, in your hours"),
            _("Three short screens make your plan. Everything stays on this computer."),
        )
    if screen == 2:
        return _("Your time"), _("Jobs stand only in the hours you choose here. All the rest is yours.")
    if small:
        return (
            _("Look after what you have"),
            _(
                "Under 45 minutes a week no new network is started: it would only half work. "
                "Your plan looks after the ones you have, and you can give it more time later."
            ),
        )
    return (
        _("Start with one network"),
        _("The next one opens when this one runs well. You can take the start back for seven days."),
    )


def _state(number: int, screen: int) -> str:
    if number == screen:
        return "current"
    return "done" if number < screen else "closed"
