"""The profile file of contract.md as rules: which keys there are and what each may hold.

The same checks serve the file (`read_profile`), the command line (`read_typed`) and the window. A fault is a
`ProfileFault` with the key and a code; nothing is repaired in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import (
    AIMS,
    AUDIENCES,
    CUSTOMERS,
    KINDS,
    LANGUAGES,
    SITTINGS,
    SPEAKERS,
    SPREADS,
    WEEKDAYS,
    Business,
)  # fmt: skip
from focusplan.domain.hours import ProfileFault, read_hours
from focusplan.domain.playbook import NETWORKS, YARDSTICK
from focusplan.domain.ways import WAYS

NAME_LENGTH = 200
TEXT_LENGTH = 4000
BUDGET = (1, 2400)
MOST_MONEY = Decimal(10**9)

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS, "customers": CUSTOMERS, "audience": AUDIENCES, "aim": AIMS, "language": LANGUAGES,
    "speaker": SPEAKERS, "spread": SPREADS,
    "readiness.way": WAYS,
}  # fmt: skip
REQUIRED = (
    "name", "kind", "customers", "audience", "aim", "language", "country", "currency", "budget_minutes",
    "speaker", "hours",
)  # fmt: skip
OPTIONAL = (
    "longest_sitting", "spread", "result_word", "hour_value", "outsourcing_quote", "first_network",
    "readiness", "already",
)  # fmt: skip
READINESS = ("readiness.way", "readiness.hearers", "readiness.worthwhile")
SETTABLE = (
    *(key for key in REQUIRED if key != "hours"), "longest_sitting", "spread", "result_word", "hour_value",
    "outsourcing_quote", *(f"hours.{day}" for day in WEEKDAYS), *READINESS,
)  # fmt: skip
"""Keys that may be changed later, one by one."""

_MONEY = re.compile(r"\d{1,10}(\.\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Already:
    """A network in use at the first start. `minutes` None: not named."""

    network: str
    minutes: int | None = None
    audience: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the first start asks. `readiness` holds `say.1`…, `hearers`, `worthwhile`, `way` where
    given."""

    business: Business
    boundaries: Boundaries
    first_network: str | None = None
    readiness: Mapping[str, str] = field(default_factory=dict)
    already: tuple[Already, ...] = ()


def read_profile(data: Mapping[str, Any], networks: tuple[str, ...] = NETWORKS) -> Profile:
    """A profile from the file's mapping. `networks`: the ids there are, ours and the owner's own.
    ProfileFault names the first key that is wrong."""
    _known(data, (*REQUIRED, *OPTIONAL), "")
    for key in REQUIRED:
        if key not in data:
            raise ProfileFault(key, "key_missing")
    able = tuple(network for network in networks if network != YARDSTICK)
    first = _one_of("first_network", data["first_network"], able) if "first_network" in data else None
    return Profile(
        business=_business(data),
        boundaries=_boundaries(data),
        first_network=first,
        readiness=_readiness(data.get("readiness", {})),
        already=_already(data.get("already", []), networks),
    )


def read_typed(key: str, typed: str) -> Any:
    """The value of one settable key as typed. Text, int, Decimal, None (an emptied optional) or spans."""
    if key not in SETTABLE:
        raise ProfileFault(key, "key_unknown")
    text = typed.strip()
    if key.startswith("hours."):
        return read_hours(key, text)
    if key in ("budget_minutes", "longest_sitting"):
        if not re.fullmatch(r"[0-9]{1,6}", text):
            raise ProfileFault(key, "not_whole", value=typed)
        return _whole(key, int(text))
    if key in ("hour_value", "outsourcing_quote"):
        return _money(key, text) if text else None
    if key in READINESS and key not in CHOICES:
        return _text(key, typed, TEXT_LENGTH)
    return _single(key, typed)


def _business(data: Mapping[str, Any]) -> Business:
    single = {
        key: _single(key, data[key])
        for key in (
            "name",
            "kind",
            "customers",
            "audience",
            "aim",
            "language",
            "country",
            "currency",
            "speaker",
        )
    }
    money = {
        key: _money(key, data[key]) if key in data else None for key in ("hour_value", "outsourcing_quote")
    }
    return Business(
        **single,
        result_word=_single("result_word", data.get("result_word", "")),
        hour_value=money["hour_value"],
        outsourcing_quote=money["outsourcing_quote"],
    )


def _boundaries(data: Mapping[str, Any]) -> Boundaries:
    hours = data["hours"]
    if not isinstance(hours, Mapping):
        raise ProfileFault("hours", "not_table")
    _known(hours, WEEKDAYS, "hours.")
    spans = {n: read_hours(f"hours.{day}", hours[day]) for n, day in enumerate(WEEKDAYS) if day in hours}
    if not any(spans.values()):
        raise ProfileFault("hours", "hours_none")
    return Boundaries(
        budget=_whole("budget_minutes", data["budget_minutes"]),
        longest_sitting=_whole("longest_sitting", data.get("longest_sitting", 30)),
        spread=_choice("spread", data.get("spread", "few_days")),
        hours={n: day for n, day in spans.items() if day},
    )


def _readiness(data: Any) -> Mapping[str, str]:
    if not isinstance(data, Mapping):
        raise ProfileFault("readiness", "not_table")
    _known(data, ("say", "hearers", "worthwhile", "way"), "readiness.")
    texts: dict[str, str] = {}
    say = data.get("say", [])
    if not isinstance(say, list):
        raise ProfileFault("readiness.say", "not_list")
    for number, line in enumerate(say, start=1):
        texts[f"say.{number}"] = _text("readiness.say", line, TEXT_LENGTH)
    for key in ("hearers", "worthwhile"):
        if key in data:
            texts[key] = _text(f"readiness.{key}", data[key], TEXT_LENGTH)
    if "way" in data:
        texts["way"] = _choice("readiness.way", data["way"])
    return texts


def _already(data: Any, networks: tuple[str, ...]) -> tuple[Already, ...]:
    if not isinstance(data, list) or not all(isinstance(row, Mapping) for row in data):
        raise ProfileFault("already", "not_tables")
    rows: list[Already] = []
    for row in data:
        _known(row, ("network", "minutes", "audience"), "already.")
        if "network" not in row:
            raise ProfileFault("already.network", "key_missing")
        network = row["network"]
        _one_of("already.network", network, networks)
        if any(one.network == network for one in rows):
            raise ProfileFault("already.network", "twice", value=network)
        rows.append(Already(network, _count("already.minutes", row.get("minutes"), 2400),
                            _count("already.audience", row.get("audience"), 10**9)))  # fmt: skip
    return tuple(rows)


def _known(data: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for key in data:
        if key not in known:
            raise ProfileFault(f"{prefix}{key}", "key_unknown")


def _single(key: str, value: Any) -> str:
    if key in CHOICES:
        return _choice(key, value)
    if key in ("country", "currency"):
        return _letters(key, value, 2 if key == "country" else 3)
    text = _text(key, value, NAME_LENGTH)
    if key == "name" and not text.strip():
        raise ProfileFault(key, "empty")
    return text


def _letters(key: str, value: Any, length: int) -> str:
    text = value.strip().upper() if isinstance(value, str) else ""
    if not (len(text) == length and text.isascii() and text.isalpha()):
        raise ProfileFault(key, "country_form" if length == 2 else "currency_form", value=str(value)[:40])
    return text


def _choice(key: str, value: Any) -> str:
    return _one_of(key, value, CHOICES[key])


def _one_of(key: str, value: Any, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise ProfileFault(key, "not_in_list", value=str(value)[:40], choices=choices)
    return value


def _text(key: str, value: Any, length: int) -> str:
    if not isinstance(value, str):
        raise ProfileFault(key, "not_text")
    if "\0" in value:
        raise ProfileFault(key, "nul")
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in value):
        raise ProfileFault(key, "not_utf8")
    if len(value) > length:
        raise ProfileFault(key, "too_long", most=length)
    return value


def _whole(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ProfileFault(key, "not_whole", value=str(value)[:40])
    if key == "longest_sitting":
        if value not in SITTINGS:
            raise ProfileFault(key, "not_in_list", value=str(value)[:40], choices=tuple(map(str, SITTINGS)))
    elif not BUDGET[0] <= value <= BUDGET[1]:
        raise ProfileFault(key, "out_of_range", value=str(value)[:40], least=BUDGET[0], most=BUDGET[1])
    return value


def _count(key: str, value: Any, most: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise ProfileFault(key, "not_whole", value=str(value)[:40])
    if not 0 <= value <= most:
        raise ProfileFault(key, "out_of_range", value=str(value)[:40], least=0, most=most)
    return value


def _money(key: str, value: Any) -> Decimal:
    text = value.strip() if isinstance(value, str) else str(value) if type(value) is int else ""
    if not (text.isascii() and _MONEY.fullmatch(text)) or Decimal(text) > MOST_MONEY:
        raise ProfileFault(key, "money_form", value=str(value)[:40])
    return Decimal(text)
