"""Which network first: all of them in order for one business, each with its reasons as codes.

Fit for the kind of business weighs most, then what owners of this kind usually do well to begin with, then
what the owner said of customers, aim and who speaks. What can't be begun now comes after what can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from focusplan.domain.playbook import NETWORKS, YARDSTICK, Playbook

GOOD_FIT = 2
"""From here on a network is worth a road."""

_FIT_POINTS = 2
_ORDER_POINTS = (5, 3, 1)
"""For the first, second and third network owners of this kind do well to take."""

_FAVOURED: tuple[tuple[str, str, Mapping[str, int]], ...] = (
    ("customers", "local", {"google_business": 4, "facebook": 1, "nextdoor": 1}),
    ("customers", "national", {"google_business": -3, "nextdoor": -6}),
    ("customers", "international", {"google_business": -3, "nextdoor": -6}),
    ("audience", "businesses", {"linkedin": 4, "whatsapp": -1}),
    ("aim", "found_locally", {"google_business": 3, "nextdoor": 3}),
    ("aim", "online_sales", {"instagram": 3, "pinterest": 3}),
    ("aim", "hiring", {"linkedin": 3, "tiktok": 2, "facebook": 1, "instagram": 1}),
    ("aim", "loyalty", {"whatsapp": 2, "facebook": 1, "instagram": 1}),
    ("speaker", "agency", {"whatsapp": -3, "linkedin": -1, "x": -1, "threads": -1, "bluesky": -1}),
)
"""Question, answer, and what it adds to or takes from a network. An agency can't promise a quick chat, and
where a person speaks in their own name it sounds hired."""

_PLACE_BOUND = ("tourism", "restaurant")
"""Kinds whose guests come to the place wherever they live: nothing is taken off for customers far away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the suggestion goes by: the owner's answers, the minutes a week that can be planned, the networks
    already in use that are not learnt yet, the country (two letters or empty), the usual order for this kind
    of business, the networks that were learnt or closed, and the one being learnt."""

    kind: str
    customers: str
    audience: str
    aim: str
    speaker: str
    plannable: int
    already: Collection[str] = ()
    country: str = ""
    usual: tuple[str, ...] = ()
    settled: Collection[str] = ()
    active: str = ""

    @property
    def known(self) -> frozenset[str]:
        """Every network the business has an account on."""
        return frozenset({*self.already, *self.settled, self.active})


@dataclass(frozen=True, slots=True)
class Standing:
    """A network's place. `codes`: `fit`, then what weighs most of `already`, `beside`, what rules it out now,
    and the answers that favour it: `usual`, `local`, `businesses`, `found_locally`, `online_sales`,
    `hiring`, `loyalty`. `ruled_out`: `country`, `builds_on`, `time`, `seldom` or `others`, empty for one
    worth starting."""

    network: str
    fit: int
    codes: tuple[str, ...]
    ruled_out: str = ""


def standings(playbooks: Iterable[Playbook], asked: Asked) -> tuple[Standing, ...]:
    """All networks, best first: good fits that can be begun, each already in use after the new ones of the
    same fit; those learnt or closed; the newsletter; good fits that can't be begun now; the rest by fit."""
    ordered = _used_in_place(sorted(playbooks, key=lambda playbook: _place(playbook, asked)), asked)
    if (
        len(ordered) > 1 and ordered[0].id == YARDSTICK
    ):  # it never leads, it is what the others are held against
        ordered[:2] = reversed(ordered[:2])
    return tuple(
        Standing(one.id, _fit(one, asked), _codes(one, asked), ruled_out(one, asked)) for one in ordered
    )


def _used_in_place(ordered: list[Playbook], asked: Asked) -> list[Playbook]:
    """What is in use already comes before the first new network of a lower fit after which only such follow:
    nobody should take up a weaker network while a stronger one runs half-heartedly."""
    able = [one for one in ordered if _group(one, _fit(one, asked), asked) == 0]
    new = [one for one in able if one.id not in asked.already]
    for used in (one for one in able if one.id in asked.already):
        fits = [_fit(one, asked) for one in new]
        place = next(
            (n for n in range(len(new) + 1) if all(fit < _fit(used, asked) for fit in fits[n:])), len(new)
        )
        new.insert(place, used)
    return [*new, *(one for one in ordered if one not in able)]


def ruled_out(playbook: Playbook, asked: Asked) -> str:
    """What speaks against starting this network now, the firmest reason first; empty when nothing does."""
    if playbook.id == YARDSTICK or playbook.id in asked.known:
        return ""
    if asked.country and playbook.countries and asked.country not in playbook.countries:
        return "country"
    fit = _fit(playbook, asked)
    if fit < GOOD_FIT:
        return "others" if fit else "seldom"
    if playbook.builds_on and playbook.builds_on not in asked.known:
        return "builds_on"
    return "time" if playbook.start_minutes > asked.plannable else ""


def _place(playbook: Playbook, asked: Asked) -> tuple[int, int, int, int, str]:
    fit = _fit(playbook, asked)
    points = _FIT_POINTS * fit + sum(points for _, points in _bonuses(playbook.id, asked))
    order = NETWORKS.index(playbook.id) if playbook.id in NETWORKS else len(NETWORKS)
    return (_group(playbook, fit, asked), -points, playbook.start_minutes, order, playbook.id)


def _group(playbook: Playbook, fit: int, asked: Asked) -> int:
    if playbook.id == YARDSTICK:
        return 2
    if fit >= GOOD_FIT and playbook.id in asked.settled:
        return 1
    reason = ruled_out(playbook, asked)
    if fit >= GOOD_FIT and reason != "country":
        return 3 if reason else 0
    return 7 if reason == "country" else 6 - fit


def _fit(playbook: Playbook, asked: Asked) -> int:
    return playbook.fit.get(asked.kind, 0)


def _bonuses(network: str, asked: Asked) -> list[tuple[str, int]]:
    """What speaks for or against this network, with its points, in the order it is told."""
    said = {(name, getattr(asked, name)) for name in ("customers", "audience", "aim", "speaker")}
    found = [(answer, points.get(network, 0)) for name, answer, points in _FAVOURED if (name, answer) in said]
    if asked.kind in _PLACE_BOUND:
        found = [(answer, points) for answer, points in found if answer not in ("national", "international")]
    found += [
        ("usual", points) for one, points in zip(asked.usual, _ORDER_POINTS, strict=False) if one == network
    ]
    return [(answer, points) for answer, points in found if points]


def _codes(playbook: Playbook, asked: Asked) -> tuple[str, ...]:
    codes = ["fit"]
    if playbook.id in asked.already:
        codes.append("already")
    if playbook.id == YARDSTICK:
        codes.append("beside")
    reason = ruled_out(playbook, asked)
    if reason in ("country", "builds_on", "time"):
        codes.append(reason)
    if _fit(playbook, asked) >= GOOD_FIT:
        codes += [answer for answer, points in _bonuses(playbook.id, asked) if points > 0]
    return tuple(codes)
