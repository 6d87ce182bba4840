"""Networks in words: cards best first, the page Networks, and the one line on what opens the next."""

from __future__ import annotations

from collections.abc import Iterable

from focusplan.domain.boundaries import SMALLEST_BUDGET
from focusplan.domain.forecast import judge
from focusplan.domain.gate import Loads, Part, free_minutes, openable, parts_of
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestion import Standing
from focusplan.i18n import _, day_with_year, join, language, minutes, ngettext
from focusplan.networkanswers import NetworkCard
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words
from focusplan.services.roads.goalviews import goal_views
from focusplan.services.roads.loads import candidate, loads
from focusplan.services.roads.suggesting import Ranked, in_words, order

__all__ = ["goal_views", "network_cards", "next_network", "opens_next", "opens_next_line"]

_SETTLED = ("active", "mastered", "beside")


def network_cards(
    facts: Snapshot, catalogue: Catalogue, known: Loads | None = None, unearned: Iterable[str] = ()
) -> tuple[NetworkCard, ...]:
    """Every network of the catalogue, best first. `known`: minutes from the playbooks runs began with."""
    load = known or loads(catalogue, facts)
    free = free_minutes(facts, "", load)
    ranked = in_words(catalogue, facts.business, free, _order(facts, catalogue, load))
    asked = [one.network for one in ranked if _state(facts, one.network) not in _SETTLED]
    able = openable(facts, (candidate(catalogue, name) for name in asked), load, tuple(unearned))
    return tuple(
        _card(facts, catalogue, load, one, rank, one.network in able)
        for rank, one in enumerate(ranked, start=1)
    )


def _order(facts: Snapshot, catalogue: Catalogue, load: Loads) -> tuple[Standing, ...]:
    return order(
        catalogue, facts.business, free_minutes(facts, "", load),
        [run.network for run in facts.in_state("parked")],
        [run.network for run in facts.adoptions if run.state in ("mastered", "retired")],
        facts.active.network if facts.active else "",
    )  # fmt: skip


def _state(facts: Snapshot, network: str) -> str:
    run = facts.current(network)
    return run.state if run else "none"


def _card(
    facts: Snapshot, catalogue: Catalogue, load: Loads, one: Ranked, rank: int, startable: bool
) -> NetworkCard:
    network = one.network
    reason = " ".join(filter(None, one.reasons[:2])) or _("Its playbook is not in the data folder now.")
    playbook, run = catalogue.get(network), facts.current(network)
    free = free_minutes(facts, network, load)
    return NetworkCard(
        id=network,
        name=catalogue.name(playbook.id),
        state=_state(facts, network),
        fit=one.fit,
        rank=rank,
        reason=reason,
        start_minutes=playbook.start_minutes,
        upkeep_minutes=playbook.upkeep_minutes,
        weeks=playbook.weeks,
        startable=startable,
        written=playbook.written,
        fits_time=facts.boundaries.budget >= SMALLEST_BUDGET and free >= playbook.start_minutes,
        needs=playbook.text("needs", language()),
        note=run.note if run else "",
        parked_minutes=run.parked_minutes if run and run.state == "parked" else 0,
        line=_line(facts, network, reason),
        asks=one.asks,
        ruled_out=one.ruled_out,
    )


def _line(facts: Snapshot, network: str, reason: str) -> str:
    """One sentence on its state; where it has none, why it fits."""
    run = facts.current(network)
    if run is None:
        return reason
    if run.state == "mastered" and run.mastered_on:
        return _("Running well since {day}.").format(day=day_with_year(run.mastered_on))
    if run.state == "active" and run.started_on:
        return _("Being learnt since {day}.").format(day=day_with_year(run.started_on))
    if run.state == "parked":
        return _("Kept as it is, {minutes} a week.").format(minutes=minutes(run.parked_minutes))
    if run.state == "beside":
        return _("Runs beside the networks, to compare them with.")
    if run.state == "retired" and run.learnt:
        return _("Closed. What you learnt: {learnt}").format(learnt=run.learnt)
    return run.note if run.state == "later" and run.note else reason


def learnt_before(facts: Snapshot, catalogue: Catalogue, network: str) -> tuple[str, ...]:
    """What the networks that were closed have taught, newest first, when this one is thought of; what was
    learnt from itself stands in its own line."""
    closed = [run for run in facts.in_state("retired") if run.learnt and run.network != network]
    newest = sorted(closed, key=lambda run: (run.retired_on or facts.moment.day, run.id), reverse=True)
    text = _("{network} taught you: {learnt}")
    return tuple(text.format(network=catalogue.name(run.network), learnt=run.learnt) for run in newest)


def next_network(facts: Snapshot, catalogue: Catalogue, cards: Iterable[NetworkCard] | None = None) -> str:
    """The network the gate is shown for: the first of the later list, else the best that can come next;
    empty when every network is in the plan. `cards`: where they are known already."""
    later = [run.network for run in facts.in_state("later") if run.network != YARDSTICK]
    if later:
        return later[0]
    if cards is None:
        ranked = [one.network for one in _order(facts, catalogue, loads(catalogue, facts))]
    else:
        ranked = [card.id for card in cards]
    able = [one for one in ranked if one != YARDSTICK and _state(facts, one) in ("none", "parked")]
    first = [one for one in able if catalogue.get(one).written] or able
    return first[0] if first else ""


def opens_next(facts: Snapshot, catalogue: Catalogue) -> tuple[str, str]:
    """The next network and one line on what opens it; both empty where nothing is learnt yet."""
    run = facts.active
    network = next_network(facts, catalogue)
    if run is None or not network:
        return "", ""
    name = catalogue.name(network)
    verdict = judge(facts, candidate(catalogue, network), loads(catalogue, facts))
    if verdict.open:
        return network, _("{network} can be started now.").format(network=name)
    missing = [_missing(facts, catalogue, part) for part in parts_of(facts, run) if not part.met]
    if verdict.conditions[0].met or not missing:
        return network, _("The next network opens soon; Networks says what is still to do.")
    text = _("The next network opens when {network} runs well. Still to come: {missing}.")
    return network, text.format(network=catalogue.name(run.network), missing=join(missing))


def opens_next_line(facts: Snapshot, catalogue: Catalogue) -> str:
    """The line of `opens_next` alone."""
    return opens_next(facts, catalogue)[1]


def _missing(facts: Snapshot, catalogue: Catalogue, part: Part) -> str:
    left = max(1, (part.target or 1) - (part.figure or 0))
    if part.id == "steps":
        return ngettext("{left} job", "{left} jobs", left).format(left=left)
    if part.id == "enquiries":
        one, many = result_words(catalogue, facts.business)
        if part.target is None:
            return _("a goal for {results}").format(results=many)
        return f"{left} {one if left == 1 else many}"
    if part.id == "answers":
        text = ngettext("{left} good week of answers", "{left} good weeks of answers", left)
    else:
        text = ngettext("{left} good week of posts", "{left} good weeks of posts", left)
    return text.format(left=left)
