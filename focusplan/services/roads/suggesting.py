"""Which network first, in words: the order of `domain.suggestion` with a sentence for each reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from focusplan.domain.business import Business
from focusplan.domain.playbook import Playbook
from focusplan.domain.suggestion import Asked, Standing, standings
from focusplan.i18n import N_, _, language, minutes, ngettext, number
from focusplan.playbooks import Catalogue

_REASONS: Mapping[str, str] = {
    "local": N_("Your customers are near, and this is where people nearby look."),
    "businesses": N_("Your customers are businesses, and their buyers read here."),
    "found_locally": N_("You want to be found nearby, which is what it is made for."),
    "online_sales": N_("You want to sell online, and pictures here lead to your shop."),
    "hiring": N_("You are looking for staff, and people look for work here."),
    "loyalty": N_("You want people to come back, and your regulars are here."),
    "usual": N_("Businesses like yours do well to begin with it."),
    "already": N_("You use it already."),
    "beside": N_("It runs beside the networks and shows what an hour on them is worth."),
    "time": N_("It asks for {minutes} a week to begin, and {free} are free."),
    "country": N_("It is not offered to businesses in your country."),
    "builds_on": N_("It needs an account on {other}; begin with that one."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A network's place in the suggestion: `reasons` are sentences in the language of the run, the first
    says how it fits this kind of business; `codes` hold every reason as `suggestion` names it. `asks`: what
    it takes in minutes and weeks. `ruled_out`: the code of what speaks against it now, or empty."""

    network: str
    fit: int
    reasons: tuple[str, ...]
    codes: tuple[str, ...] = ()
    asks: str = ""
    ruled_out: str = ""


def order(
    catalogue: Catalogue, business: Business, free: int, already: Collection[str],
    settled: Collection[str] = (), active: str = "",
) -> tuple[Standing, ...]:  # fmt: skip
    """Every network for this business, best first, without words. `free`: minutes a week a new one may take;
    `already`: networks in use that are not learnt; `settled`: learnt or closed ones; `active`: the one being
    learnt."""
    asked = Asked(
        business.kind, business.customers, business.audience, business.aim, business.speaker, free,
        tuple(already), business.country, catalogue.kind(business.kind).usual,
        tuple(settled),
        active,
    )  # fmt: skip
    return tuple(standings(catalogue, asked))


def suggest(
    catalogue: Catalogue, business: Business, free: int, already: Collection[str],
    settled: Collection[str] = (), active: str = "",
) -> tuple[Ranked, ...]:  # fmt: skip
    """The same with reasons in the language of the run."""
    found = order(catalogue, business, free, already, settled, active)
    return in_words(catalogue, business, free, found)


def in_words(
    catalogue: Catalogue, business: Business, free: int, found: Iterable[Standing]
) -> tuple[Ranked, ...]:
    """An order with its reasons in the language of the run."""
    return tuple(_ranked(catalogue, business.kind, one, free) for one in found)


def asks(playbook: Playbook) -> str:
    """What a network takes, as one sentence; empty where its road is not written."""
    if not playbook.start_minutes:
        return ""
    weeks = ngettext("about {weeks} week", "about {weeks} weeks", playbook.weeks)
    return _(
        "It asks for {start} a week to begin and {weeks} until it runs well, then {upkeep} a week."
    ).format(
        start=minutes(playbook.start_minutes),
        weeks=weeks.format(weeks=number(playbook.weeks)),
        upkeep=minutes(playbook.upkeep_minutes),
    )


def _ranked(catalogue: Catalogue, kind: str, standing: Standing, free: int) -> Ranked:
    playbook = catalogue.get(standing.network)
    reasons = [playbook.text(f"fit.{kind}", language())]
    for code in standing.codes[1:2]:  # a card holds two sentences
        other = catalogue.name(playbook.builds_on) if playbook.builds_on else ""
        reasons.append(
            _(_REASONS[code]).format(minutes=minutes(playbook.start_minutes), free=minutes(free), other=other)
        )
    return Ranked(
        standing.network, standing.fit, tuple(reasons), standing.codes, asks(playbook), standing.ruled_out
    )
