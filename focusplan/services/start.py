"""The first start: answers kept as each screen is left, then one plan, made whole or not at all."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from pathlib import Path

from focusplan.domain.adoption import PARKED_MINUTES, Adoption
from focusplan.domain.evidence import Evidence
from focusplan.domain.plan import ClockMark, Idea, Moment, Note, Plan
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.profile import Already, Profile
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.networkanswers import NetworkCard
from focusplan.paths import atomic_write, make_private_folder
from focusplan.services.changes import Topic
from focusplan.services.context import FIRST_START, Context
from focusplan.services.facts import snapshot
from focusplan.services.roads.networkviews import network_cards
from focusplan.services.roads.starting import start_network
from focusplan.services.weeks.calendar import ensure_holidays
from focusplan.store.store import Work

GOOD_FIT = 2
"""Fit from which a network is suggested as the first one without being named."""


class StartService:
    """Making a plan."""

    def __init__(self, context: Context, home: Path) -> None:
        self._context = context
        self._home = home

    def draft(self) -> dict[str, str]:
        """What was answered so far; empty at the very first start or when the draft can't be read."""
        try:
            kept = json.loads((self._home / FIRST_START).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {str(key): value for key, value in kept.items() if isinstance(value, str)}

    def save_draft(self, answers: dict[str, str]) -> None:
        """Keep the answers of the screens left so far. OSError when the folder can't be written."""
        make_private_folder(self._home)
        kept = json.dumps({**self.draft(), **answers}, ensure_ascii=False)
        atomic_write(self._home / FIRST_START, kept.encode())

    def suggestions(self, profile: Profile) -> tuple[NetworkCard, ...]:
        """Every network for this profile, best first, before there is a plan."""
        return network_cards(_imagined(profile, self._context.moment()), self._context.catalogue)

    def new(self, profile: Profile, *, practice: bool = False) -> str | None:
        """Make the plan and start its first network through the gate; answers that network.

        Without a network named, the best fit the gate lets start; None where there is none. Refused
        `plan_exists` in a folder that has a plan.
        """
        moment = self._context.moment()
        plan = Plan(_plan_id(profile, moment, practice), practice, moment.day, moment.day)
        with self._context.store.create(moment, plan) as work:
            _put_profile(work, profile)
            work.append("plan", {"practice": practice, "made_on": moment.day.isoformat()})
            ensure_holidays(work, profile.business)
            first = self._first(profile)
            for one in profile.already:
                if one.network != first:
                    work.add(_kept(one))
                if one.audience is not None:
                    outside = one.network != first
                    week = Week.of(moment.day)
                    work.add(
                        Evidence(
                            one.network, week, audience=one.audience, outside=outside, made_on=moment.day
                        )
                    )
            if first is not None:
                start_network(work, self._context.catalogue, snapshot(work), first)
        (self._home / FIRST_START).unlink(missing_ok=True)
        self._context.announce(Topic.ALL)
        return first

    def _first(self, profile: Profile) -> str | None:
        """The network to start with: the one named if the gate lets it start, else the best fit so."""
        cards = [
            card for card in self.suggestions(replace(profile, already=_others(profile))) if card.startable
        ]
        named = profile.first_network
        if named is not None:
            return named if any(card.id == named for card in cards) else None
        fitting = [card for card in cards if card.fit >= GOOD_FIT and card.id != YARDSTICK]
        return min(fitting, key=lambda card: card.rank).id if fitting else None


def _others(profile: Profile) -> tuple[Already, ...]:
    return tuple(one for one in profile.already if one.network != profile.first_network)


def _plan_id(profile: Profile, moment: Moment, practice: bool) -> str:
    """Practice plans of the same day and business are the same plan, so that a demo can be compared."""
    if practice:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{profile.business.name}/{moment.day}"))
    return str(uuid.uuid4())


def _put_profile(work: Work, profile: Profile) -> None:
    work.put(profile.business)
    work.put(profile.boundaries)
    for key, text in profile.readiness.items():
        work.put(Note(f"readiness.{key}", text))
        if key.startswith("say.") and text.strip():
            work.add(Idea(0, text))


def _kept(one: Already) -> Adoption:
    """A network in use: kept as it is; the newsletter runs beside."""
    if one.network == YARDSTICK:
        return Adoption(0, YARDSTICK, "beside")
    minutes = PARKED_MINUTES if one.minutes is None else one.minutes
    return Adoption(0, one.network, "parked", parked_minutes=minutes)


def _imagined(profile: Profile, moment: Moment) -> Snapshot:
    """The plan as it would be made, for asking the rules before there is a file."""
    adoptions = (replace(_kept(one), id=number) for number, one in enumerate(profile.already, start=1))
    return Snapshot(
        moment=moment,
        plan=Plan("", False, moment.day, moment.day),
        business=profile.business,
        boundaries=profile.boundaries,
        mark=ClockMark(moment.at, moment.day),
        confirmations=(),
        adoptions=tuple(adoptions),
        steps=(), openings=(), goals=(), targets=(), pauses={}, holidays=(), crises=(), evidence=(), ticks={},
        reviews={},
    )  # fmt: skip
