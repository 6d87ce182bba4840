"""Which network first: the fourteen in order for one business, each with its reasons as codes.

Fit for the kind of business decides; where it is equal, what the owner said decides; then the effort.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from focusplan.domain.playbook import NETWORKS, YARDSTICK, Playbook

GOOD_FIT = 2
"""From here on a network is worth a road."""

_FAVOURED: tuple[tuple[str, str, dict[str, int]], ...] = (
    ("customers", "local", {"google_business": 4}),
    ("customers", "national", {"google_business": -3, "nextdoor": -4}),
    ("customers", "international", {"google_business": -3, "nextdoor": -4}),
    ("audience", "businesses", {"linkedin": 4}),
    ("aim", "found_locally", {"google_business": 3, "nextdoor": 3}),
    ("aim", "online_sales", {"instagram": 3, "pinterest": 3}),
    ("aim", "hiring", {"linkedin": 3, "tiktok": 1}),
    ("aim", "loyalty", {"whatsapp": 1, "facebook": 1}),
    ("speaker", "agency", {"whatsapp": -2}),
)
"""Question, answer, and what it adds to or takes from a network. An agency can't promise a quick chat."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the suggestion goes by: the owner's answers, the minutes a week that can be planned, and the
    networks already in use."""

    kind: str
    customers: str
    audience: str
    aim: str
    speaker: str
    plannable: int
    already: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A network's place. `codes`: `fit`, then what weighs most of `already`, `beside`, `time` and the
    answers that favour it: `local`, `businesses`, `found_locally`, `online_sales`, `hiring`, `loyalty`."""

    network: str
    fit: int
    codes: tuple[str, ...]


def standings(playbooks: Iterable[Playbook], asked: Asked) -> tuple[Standing, ...]:
    """All networks, best first: good fits, those already in use, the newsletter, then the rest."""
    ordered = sorted(playbooks, key=lambda playbook: _place(playbook, asked))
    return tuple(Standing(one.id, _fit(one, asked), _codes(one, asked)) for one in ordered)


def _place(playbook: Playbook, asked: Asked) -> tuple[int, int, int, bool, int, int]:
    fit = _fit(playbook, asked)
    bonus = sum(points for _, points in _bonuses(playbook.id, asked))
    late = playbook.start_minutes > asked.plannable
    order = NETWORKS.index(playbook.id)
    return (_group(playbook.id, fit, asked), -fit, -bonus, late, playbook.start_minutes, order)


def _group(network: str, fit: int, asked: Asked) -> int:
    if network == YARDSTICK:
        return 2
    if fit >= GOOD_FIT:
        return 1 if network in asked.already else 0
    return 4 - fit


def _fit(playbook: Playbook, asked: Asked) -> int:
    return playbook.fit.get(asked.kind, 0)


def _bonuses(network: str, asked: Asked) -> list[tuple[str, int]]:
    """The answers that speak for or against this network, with their points."""
    said = {(name, getattr(asked, name)) for name in ("customers", "audience", "aim", "speaker")}
    found = [(answer, points.get(network, 0)) for name, answer, points in _FAVOURED if (name, answer) in said]
    return [(answer, points) for answer, points in found if points]


def _codes(playbook: Playbook, asked: Asked) -> tuple[str, ...]:
    codes = ["fit"]
    if playbook.id in asked.already:
        codes.append("already")
    if playbook.id == YARDSTICK:
        codes.append("beside")
    elif playbook.start_minutes > asked.plannable:
        codes.append("time")
    if _fit(playbook, asked) >= GOOD_FIT:
        codes += [answer for answer, points in _bonuses(playbook.id, asked) if points > 0]
    return tuple(codes)
