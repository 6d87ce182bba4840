"""The answers of the first start as plain texts, and the profile they make."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from focusplan import i18n, places
from focusplan.domain.boundaries import SMALLEST_BUDGET, Boundaries, Span
from focusplan.domain.business import WEEKDAYS, Business
from focusplan.domain.hours import ProfileFault, hours_text, read_hours
from focusplan.domain.playbook import NETWORKS, may_be_own
from focusplan.domain.profile import SETTABLE, Profile, read_profile, read_typed
from focusplan.ui.countries import currency_of
from focusplan.ui.forms.amounts import stored_amount

WEEKS_A_MONTH = Decimal(52) / 12
MORNINGS = "09:00-10:00"

_TEXTS = (
    "name",
    "kind",
    "customers",
    "audience",
    "aim",
    "language",
    "country",
    "currency",
    "speaker",
    "spread",
)
_OPTIONAL_TEXTS = ("result_word", "hour_value", "outsourcing_quote", "first_network")
_NUMBERS = ("budget_minutes", "longest_sitting")
_HOUR = {"SEK": "300", "NOK": "300", "DKK": "200", "MXN": "200", "INR": "500", "JPY": "3000"}


def presets() -> dict[str, str]:
    """What stands in the first start before anything was answered: the place comes from the system."""
    language = i18n.language()
    country = i18n.system_country() or places.HOME_COUNTRY[language]
    return {
        "language": language,
        "country": country,
        "currency": currency_of(country) or "EUR",
        "customers": "local",
        "audience": "consumers",
        "aim": "enquiries",
        "speaker": "owner",
        "budget_minutes": "120",
        "longest_sitting": "30",
        "spread": "few_days",
        "hours.monday": MORNINGS,
        "hours.wednesday": MORNINGS,
        "hours.friday": MORNINGS,
    }


def usable(kept: Mapping[str, str], networks: Collection[str]) -> dict[str, str]:
    """The answers of a draft that can be used; what another hand or a newer version wrote is left out.
    `networks`: the ids there are."""
    return {key: text for key, text in kept.items() if _usable(key, text, networks)}


def _usable(key: str, text: str, networks: Collection[str]) -> bool:
    if key.startswith("already."):
        return key.removeprefix("already.") in networks and (
            not text or text.isdecimal() and int(text) <= 2400
        )
    if key == "first_network":
        return not text or text in networks
    if key not in SETTABLE:
        return key in ("screen", "kind_typed")
    try:
        read_typed(key, text)
    except ProfileFault:
        return False
    return True


def hour_guess(currency: str) -> str:
    """A first figure for what an hour of the owner's is worth, to be put right by the owner."""
    return _HOUR.get(currency, "30")


def profile_of(answers: Mapping[str, str]) -> Profile:
    """The profile these answers make. ProfileFault names the first key that is wrong or missing."""
    data: dict[str, Any] = {key: answers[key] for key in _TEXTS if key in answers}
    data.update({key: answers[key] for key in _OPTIONAL_TEXTS if answers.get(key)})
    data.update({key: int(answers[key]) for key in _NUMBERS if answers.get(key, "").isdecimal()})
    data["hours"] = {day: answers[f"hours.{day}"] for day in WEEKDAYS if answers.get(f"hours.{day}")}
    data["already"] = [
        {"network": key.removeprefix("already."), "minutes": int(text)}
        for key, text in sorted(answers.items())
        if key.startswith("already.") and text.isdecimal()
    ]
    own = [row["network"] for row in data["already"]] + [answers.get("first_network", "")]
    return read_profile(data, (*NETWORKS, *filter(may_be_own, own)))


def left_at(answers: Mapping[str, str]) -> int:
    """The screen to go on with: never one whose questions before it are not answered."""
    try:
        profile_of(answers)
    except ProfileFault:
        return 1
    kept = answers.get("screen", "1")
    return int(kept) if kept in ("1", "2", "3") else 1


def answers_of(business: Business, boundaries: Boundaries) -> dict[str, str]:
    """The same answers out of a plan, for Settings."""
    found = {key: str(getattr(business, key)) for key in _TEXTS if key != "spread"}
    found["result_word"] = business.result_word
    for key in ("hour_value", "outsourcing_quote"):
        found[key] = stored_amount(getattr(business, key))
    found["budget_minutes"] = str(boundaries.budget)
    found["longest_sitting"] = str(boundaries.longest_sitting)
    found["spread"] = boundaries.spread
    found.update(texts_of(boundaries.hours))
    return found


def texts_of(hours: Mapping[int, tuple[Span, ...]]) -> dict[str, str]:
    """Hours by weekday 0 to 6 as the profile's keys, protected days as empty texts."""
    return {f"hours.{name}": hours_text(tuple(hours.get(day, ()))) for day, name in enumerate(WEEKDAYS)}


def hours_of(answers: Mapping[str, str]) -> dict[int, tuple[Span, ...]]:
    """The allowed hours by weekday 0 to 6. ProfileFault when a text is no hours."""
    spans = {day: read_hours("hours", answers.get(f"hours.{name}", "")) for day, name in enumerate(WEEKDAYS)}
    return {day: found for day, found in spans.items() if found}


def month_minutes(budget: int) -> int:
    """Minutes a month that so many a week come to."""
    return int((budget * WEEKS_A_MONTH).quantize(Decimal(1), ROUND_HALF_EVEN))


def month_cost(budget: int, hour: Decimal) -> Decimal:
    """What a month of these minutes is worth, in whole units."""
    return (budget * WEEKS_A_MONTH / 60 * hour).quantize(Decimal(1), ROUND_HALF_EVEN)


def too_small(budget: int) -> bool:
    """Whether no network is started with so little time."""
    return budget < SMALLEST_BUDGET
