"""Words for codes the window shows: choices of the profile, states and parts, weeks."""

from __future__ import annotations

from focusplan import i18n
from focusplan.domain.weeks import Week
from focusplan.i18n import _, pgettext


def customers() -> dict[str, str]:
    """Where the customers are."""
    return {
        "local": _("Nearby"),
        "regional": _("In the region"),
        "national": _("In the whole country"),
        "international": _("In several countries"),
    }


def audiences() -> dict[str, str]:
    """Whom the business sells to."""
    return {"consumers": _("People"), "businesses": _("Businesses")}


def aims() -> dict[str, str]:
    """What the owner hopes for."""
    return {
        "enquiries": _("More enquiries and orders"),
        "loyalty": _("Customers who come back"),
        "found_locally": _("Being found nearby"),
        "online_sales": _("Selling online"),
        "hiring": _("Finding people to hire"),
    }


def speakers() -> dict[str, str]:
    """Who posts and answers."""
    return {"owner": _("I do"), "staff": _("Someone on my staff"), "agency": _("An agency")}


def spreads() -> dict[str, str]:
    """How the week's time is spread."""
    return {"few_days": _("On few days"), "most_days": _("A little most days")}


def sittings() -> dict[str, str]:
    """Longest sitting, keyed by its minutes as text."""
    return {str(n): i18n.minutes(n) for n in (10, 15, 20, 30, 60)}


def states() -> dict[str, str]:
    """The state of a network as the screen says it."""
    return {
        "none": "",
        "later": _("on the later list"),
        "parked": _("kept as it is"),
        "active": _("learning now"),
        "mastered": _("running well"),
        "retired": pgettext("state of a network", "closed"),
        "beside": _("runs beside"),
    }


def fits() -> dict[int, str]:
    """How well a network suits the business, 0 to 3."""
    return {3: _("best fit"), 2: _("good fit"), 1: _("possible"), 0: _("little fit")}


def stages() -> dict[str, str]:
    """The parts of a road in one or two words."""
    return {
        "prepare": pgettext("part of the road", "Prepare"),
        "set_up": pgettext("part of the road", "Set up"),
        "listen": pgettext("part of the road", "Listen"),
        "publish": pgettext("part of the road", "Publish"),
        "converse": pgettext("part of the road", "Converse"),
        "measure": pgettext("part of the road", "Measure"),
        "deepen": pgettext("part of the road", "Go deeper"),
        "wind_down": pgettext("part of the road", "Close tidily"),
    }


def week_of(week: Week, present: Week) -> str:
    """A week in words: this week, next week, else its days."""
    days = i18n.week_range(week.monday)
    if week == present:
        return _("This week, {days}").format(days=days)
    if week == present + 1:
        return _("Next week, {days}").format(days=days)
    if week == present - 1:
        return _("Last week, {days}").format(days=days)
    return days


def plain(text: str) -> str:
    """Text for a button or a menu: an ampersand of the text is no mnemonic."""
    return text.replace("&", "&&")
