"""Keeping an answer to one of the questions before the first post, inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from focusplan.domain.business import Business
from focusplan.domain.errors import NoPlan, WrongUse
from focusplan.domain.hours import ProfileFault
from focusplan.domain.plan import Idea, Note
from focusplan.domain.profile import TEXT_LENGTH, read_typed
from focusplan.domain.readiness import KNOWN, MOST_A_MONTH, SAYS, UNKNOWN
from focusplan.services.readying.readinessviews import PREFIX
from focusplan.store.store import Work

MOST_MINUTES = 2400
KEYS: Mapping[str, tuple[str, ...]] = {
    "say": tuple(
        f"say.{number}{end}" for number in range(1, SAYS + 1) for end in ("", ".valuable", ".specific")
    ),
    "hearers": ("hearers",),
    "speaker": ("speaker", "minutes"),
    "never": ("never",),
    "worthwhile": ("worthwhile", "a_month"),
    "known": ("known",),
    "pay": ("pay",),
}
"""What each question keeps; amounts of money belong to the business."""
_AMOUNTS = {"quote": "outsourcing_quote", "hour_value": "hour_value"}
_NUMBERS = {"minutes": MOST_MINUTES, "a_month": MOST_A_MONTH}
_CHOICES = {"known": KNOWN, "pay": ("yes", "no")}


def keep_answer(work: Work, question: str, values: Mapping[str, str]) -> None:
    """Keep what was answered to this question, all or nothing; keys that are not given stay as they are. The
    day of the answers moves on only where one of them is another one now.

    WrongUse title_long, not_whole, number_range, not_choice, profile_money_form.
    """
    taken = {key: _checked(key, values[key]) for key in KEYS[question] if key in values}
    if values.get(question) == UNKNOWN:
        taken[question] = UNKNOWN
    elif question == "say":
        taken[question] = ""
        _put_ideas(work, taken)
    changed = [key for key, text in taken.items() if _kept(work, key) != text]
    for key in changed:
        work.put(Note(f"{PREFIX}{key}", taken[key]))
    amounts = question == "pay" and _put_amounts(work, values)
    if changed or amounts or not _kept(work, "answered_on"):
        work.put(Note(f"{PREFIX}answered_on", work.moment.day.isoformat()))


def _kept(work: Work, key: str) -> str:
    note = work.one(Note, key=f"{PREFIX}{key}")
    return note.text if note is not None else ""


def _checked(key: str, text: str) -> str:
    plain = text.replace("\0", " ").strip()
    if len(plain) > TEXT_LENGTH:
        raise WrongUse("title_long", most=TEXT_LENGTH)
    if not plain or plain == UNKNOWN:
        return plain
    if key in _NUMBERS:
        return _number(key, plain)
    choices = ("yes", "no") if key.endswith((".valuable", ".specific")) else _CHOICES.get(key, (plain,))
    if plain not in choices:
        raise WrongUse("not_choice", argument=key, value=plain, choices=choices)
    return plain


def _number(key: str, text: str) -> str:
    if not (text.isascii() and text.isdigit()):
        raise WrongUse("not_whole", argument=key, value=text)
    if len(text) > len(str(_NUMBERS[key])) or int(text) > _NUMBERS[key]:
        raise WrongUse("number_range", argument=key, value=text, least=0, most=_NUMBERS[key])
    return str(int(text))


def _put_ideas(work: Work, taken: Mapping[str, str]) -> None:
    """Each thing to say is an idea; one that is said differently now changes its unused idea."""
    for number in range(1, SAYS + 1):
        key = f"say.{number}"
        if key not in taken:
            continue
        before, text = _kept(work, key), taken[key]
        if text == before:
            continue
        old = [idea for idea in work.all(Idea, text=before) if idea.used_on is None] if before else []
        if old and text:
            work.put(replace(old[0], text=text))
        elif old:
            work.remove(old[0])
        elif text and work.one(Idea, text=text) is None:
            work.add(Idea(0, text))


def _put_amounts(work: Work, values: Mapping[str, str]) -> bool:
    """Whether an amount is another one now."""
    business = work.one(Business)
    if business is None:
        raise NoPlan("no_plan")
    changes: dict[str, Any] = {
        key: _amount(key, values[name]) for name, key in _AMOUNTS.items() if name in values
    }
    changed = replace(business, **changes)
    if changed != business:
        work.put(changed)
    return changed != business


def _amount(key: str, text: str) -> Any:
    try:
        return read_typed(key, text)
    except ProfileFault as fault:
        raise WrongUse(f"profile_{fault.code}", key=fault.key, **fault.values) from None
