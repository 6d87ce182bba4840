"""Sentences for what can be refused: every code of `focusplan.domain.errors` in plain words.

A sentence says what is the matter and, where it is not said by the ways forward, what to do. Values are put
in as people write them: weeks, days, figures and networks by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from focusplan import i18n
from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, InUse, NewerPlan, NoPlan
from focusplan.domain.weeks import Week
from focusplan.i18n import N_, _
from focusplan.refusals import SENTENCES, WAYS, WAYS_BY_CODE

_FILE = N_("{file}: {sentence}")


def sentence(error: FocusPlanError) -> str:
    """What is the matter, in one plain sentence or two. An unknown code says only that it was not done."""
    said = SENTENCES.get(error.code)
    if said is None:
        return _("That can’t be done. Nothing was changed.")
    values = {name: shown(value, name) for name, value in error.values.items()}
    if "network_name" in values:
        values["network"] = values["network_name"]
    text = _(said).format_map(_Gentle(values))
    if error.code.startswith("profile_") and "file" in values and "{file}" not in said:
        return _(_FILE).format(file=values["file"], sentence=text)
    led = any(text.startswith(values[name]) for name in ("week", "day") if name in values)
    return i18n.heading(text) if led else text


def ways(error: FocusPlanError) -> list[str]:
    """What can be done about it, best first; empty where the sentence says it all."""
    named = error.values.get("ways")
    if named:
        return [_(WAYS[way]) for way in named if way in WAYS]
    if error.code in WAYS_BY_CODE:
        return [_(way) for way in WAYS_BY_CODE[error.code]]
    found = next((said for kind, said in _BY_KIND if isinstance(error, kind)), ())
    return [_(way) for way in found]


def state_word(state: str) -> str:
    """A network's state as the screen names it."""
    return {
        "none": _("not in the plan"),
        "later": _("later"),
        "parked": _("kept as it is"),
        "active": _("learning now"),
        "mastered": _("running well"),
        "retired": _("closed"),
        "beside": _("beside the networks"),
    }.get(state, state)


def shown(value: Any, name: str = "") -> str:
    """A value as people write it; `name` tells what it is where its type does not."""
    if isinstance(value, Week):
        return _("week {number} of {year}").format(number=value.number, year=value.monday.isocalendar().year)
    if isinstance(value, datetime):
        return i18n.day_with_year(value.date())
    if isinstance(value, date):
        return i18n.day_long(value)
    if isinstance(value, tuple | list):
        return ", ".join(str(each) for each in value)
    if name == "network":
        return _NETWORKS.get(str(value), "") or _network_word(str(value))
    if name in ("state", "wanted"):
        return state_word(str(value))
    if name == "stage":
        return _stage_word(str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return i18n.number(value)
    return str(value)


class _Gentle(dict[str, str]):
    """A value that was not given leaves a gap; a sentence with a gap is better than none."""

    def __missing__(self, key: str) -> str:
        return "…"


def _network_word(network: str) -> str:
    return _("E-mail newsletter") if network == "newsletter" else network


def _stage_word(stage: str) -> str:
    return {
        "prepare": _("Prepare"),
        "set_up": _("Set up"),
        "listen": _("Listen"),
        "publish": _("Publish"),
        "converse": _("Converse"),
        "measure": _("Measure"),
        "deepen": _("Go further"),
        "wind_down": _("Close down"),
    }.get(stage, stage)


_NETWORKS: Mapping[str, str] = {
    "google_business": "Google Business Profile", "facebook": "Facebook", "instagram": "Instagram",
    "linkedin": "LinkedIn", "x": "X", "tiktok": "TikTok", "youtube": "YouTube", "pinterest": "Pinterest",
    "whatsapp": "WhatsApp Business", "threads": "Threads", "bluesky": "Bluesky", "nextdoor": "Nextdoor",
    "mastodon": "Mastodon",
}  # fmt: skip
"""Names that are the same in every language."""

_BY_KIND: tuple[tuple[type[FocusPlanError], tuple[str, ...]], ...] = (
    (NoPlan, (N_("Make one: focusplan new PROFILE.toml"), N_("Look at an example: focusplan demo"))),
    (DamagedPlan, (N_("See the copies: focusplan backups"), N_("Put one back: focusplan restore F"))),
    (NewerPlan, (N_("Use the newer FocusPlan."),)),
    (InUse, (N_("Close the other FocusPlan, or wait a moment, then do it again."),)),
    (CannotStore, (N_("Look whether the folder is there and may be written to, then do it again."),)),
)
