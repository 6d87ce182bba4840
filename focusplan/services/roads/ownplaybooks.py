"""Networks of the plan whose playbook is not in the catalogue, since the owner took its folder away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focusplan.domain.adoption import Adoption, Pinned
from focusplan.domain.playbook import Playbook
from focusplan.playbooks import Catalogue, from_json
from focusplan.store.store import Work


def completed(work: Work, catalogue: Catalogue) -> Catalogue:
    """The catalogue with every network that is or was in the plan: with the newest version a run began with,
    or by its id alone where it was never started."""
    networks = sorted({run.network for run in work.all(Adoption)} - set(catalogue.ids))
    if not networks:
        return catalogue
    kept = tuple(_kept(network, work.all(Pinned, network=network)) for network in networks)
    return replace(catalogue, playbooks=(*catalogue.playbooks, *kept))


def _kept(network: str, versions: Iterable[Pinned]) -> Playbook:
    newest = max(versions, key=lambda pinned: pinned.version, default=None)
    if newest is None:
        return Playbook(network, network)
    try:
        return from_json(newest.body)
    except (ValueError, KeyError, TypeError):
        return Playbook(network, network)
