"""Which of the five ways the owner's answers speak for: advice, never a lock.

Reasons are codes with figures; words are made elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from focusplan.domain.boundaries import SMALLEST_BUDGET
from focusplan.domain.readiness import GOOD_SAYS, NEEDED, QUESTIONS, SAYS, Answers, Say, missing
from focusplan.domain.ways import WAYS


@dataclass(frozen=True, slots=True)
class Standing:
    """What else the advice goes by: minutes a week, and the fewest that the network in question asks for
    (None where one is being learnt already or none is in question)."""

    budget: int
    plannable: int
    needed: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code; its figures fill the sentence."""

    code: str
    values: Mapping[str, int | Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Advice:
    """One of WAYS, with at least one reason, the weightiest first."""

    way: str
    reasons: tuple[Reason, ...]


def advice(answers: Answers, standing: Standing) -> Advice:
    """The way these answers speak for; the same answers always give the same advice."""
    if len(answers.open) == len(QUESTIONS):
        return Advice("start", (Reason("not_asked"),))
    way, reasons = _weighed(answers, standing)
    left = len(answers.open)
    return Advice(way, (*reasons, Reason("open", {"count": left})) if left else reasons)


def _weighed(answers: Answers, standing: Standing) -> tuple[str, tuple[Reason, ...]]:
    short = _short_of_time(answers, standing)
    if answers.known == "neither":
        return _by_others(answers, Reason("nobody"))
    if short is not None:
        return _by_others(answers, short)
    wanting = missing(answers)
    if wanting:
        reasons = tuple(_reason(code, answers) for code in wanting)
        if answers.known == "learn" and len(wanting) > 1:
            return "learn", (Reason("never_done"), *reasons)
        return "prepare_first", reasons
    dearer = _dearer(answers, standing)
    if dearer is not None:
        return "hand_over", (dearer,)
    return "start", _in_favour(answers, standing)


def _by_others(answers: Answers, first: Reason) -> tuple[str, tuple[Reason, ...]]:
    """Where it can't be done here: by somebody who is paid, else only what is needed."""
    if answers.pay is True:
        paid = Reason("quote", {"quote": answers.quote}) if answers.quote is not None else Reason("can_pay")
        return "hand_over", (first, paid)
    return "minimal", (first, Reason("no_pay" if answers.pay is False else "pay_open"))


def _reason(code: str, answers: Answers) -> Reason:
    if code == "say":
        return Reason("say_missing", {"good": answers.good_says, "wanted": GOOD_SAYS})
    return Reason(f"{code}_missing")


def _time(answers: Answers, plannable: int) -> int:
    return plannable if answers.minutes is None else min(plannable, answers.minutes)


def _short_of_time(answers: Answers, standing: Standing) -> Reason | None:
    budget = _time(answers, standing.budget)
    if budget < SMALLEST_BUDGET:
        return Reason("time_small", {"minutes": budget, "least": SMALLEST_BUDGET})
    has = _time(answers, standing.plannable)
    if standing.needed is not None and has < standing.needed:
        return Reason("time_network", {"minutes": has, "needed": standing.needed})
    return None


def _dearer(answers: Answers, standing: Standing) -> Reason | None:
    """Whether one's own hours cost more than the quote, both a month in whole units of the currency."""
    if answers.pay is not True or answers.quote is None or answers.hour_value is None:
        return None
    own = own_cost(_time(answers, standing.budget), answers.hour_value)
    if own <= answers.quote:
        return None
    return Reason("dearer", {"own": own, "quote": answers.quote})


def own_cost(minutes: int, hour_value: Decimal) -> Decimal:
    """What so many minutes a week cost in a month, at this value of the hour."""
    cost = hour_value * minutes * 52 / 12 / 60
    return cost.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _in_favour(answers: Answers, standing: Standing) -> tuple[Reason, ...]:
    """Why one may start; there is always one."""
    found = []
    if answers.good_says:
        found.append(Reason("say", {"good": answers.good_says}))
    if answers.hearers and "hearers" not in answers.unknown:
        found.append(Reason("hearers"))
    if answers.worthwhile and "worthwhile" not in answers.unknown:
        known = answers.a_month is not None
        found.append(Reason("worthwhile", {"count": answers.a_month or 0}) if known else Reason("result"))
    if answers.known in ("done", "learn"):
        found.append(Reason("done" if answers.known == "done" else "small_steps"))
    found.append(Reason("time", {"minutes": _time(answers, standing.budget)}))
    return tuple(found)


def turns(answers: Answers, standing: Standing) -> tuple[tuple[str, str], ...]:
    """What would change the advice: an answer by its code, and the way it would then be; each way once."""
    now = advice(answers, standing).way
    found: dict[str, str] = {}
    for code, other, stands in _others(answers, standing):
        way = advice(other, stands).way
        if way != now:
            found.setdefault(way, code)
    return tuple(sorted(((code, way) for way, code in found.items()), key=lambda one: WAYS.index(one[1])))


def _others(answers: Answers, standing: Standing) -> list[tuple[str, Answers, Standing]]:
    """The same answers with one thing different; `ready` with everything there that was missing."""
    known = answers.unknown
    good = tuple(Say("…", True, True) for _ in range(SAYS))
    there = replace(answers, say=good, hearers="…", speaker="…", worthwhile="…", unknown=known - set(NEEDED))
    enough = max(standing.needed or 0, SMALLEST_BUDGET) * 2
    roomy = Standing(max(standing.budget, enough), max(standing.plannable, enough), standing.needed)
    one_down = replace(answers, hearers=None, say=(), unknown=(known | {"say"}) - {"hearers"})
    return [
        ("ready", there, standing),
        ("time", replace(answers, minutes=None), roomy),
        ("somebody", replace(answers, known="done", unknown=known - {"known"}), standing),
        ("all", replace(there, known="done", minutes=None, unknown=frozenset()), roomy),
        ("less_time", replace(answers, minutes=SMALLEST_BUDGET - 1), standing),
        ("nothing_to_say", one_down, standing),
        ("pay", replace(answers, pay=True, known="neither", unknown=known - {"pay", "known"}), standing),
    ]
