"""Before the first post: what is asked, what the owner answered, and what of it is missing.

A question that was not asked yet weighs nothing; one that was answered with "I don't know" counts as missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from focusplan.domain.weeks import Week

QUESTIONS = ("say", "hearers", "speaker", "never", "worthwhile", "known", "pay")
"""What is asked, in this order, one question a screen."""
NEEDED = ("say", "hearers", "speaker", "worthwhile")
"""What has to be there before the first post."""
UNKNOWN = "?"
"""Kept for "I don't know"."""
SAYS = 3
"""Things to say that are asked for, and how many of them have to be valuable and specific."""
GOOD_SAYS = 2
STILL = ("say", "hearers", "speaker", "worthwhile")
"""The answers looked at again each quarter."""
_ANSWERED_BY = {"hour_value": "pay", "private": "never"} | {
    question: question for question in ("say", "hearers", "speaker", "worthwhile")
}
"""The last word of a job's id, and the question whose answer does that job."""
KNOWN = ("done", "learn", "neither")
"""Somebody here has done it before; nobody yet, but somebody wants to learn; nobody, and nobody wants to."""
QUARTER = 13
NOT_NOW = 4
"""Weeks until the answers are asked for again, and until the owner who said "not now" is."""
MOST_A_MONTH = 100_000


@dataclass(frozen=True, slots=True)
class Say:
    """One thing to say. `valuable` and `specific` are the owner's own ticks; None before they were asked."""

    text: str
    valuable: bool | None = None
    specific: bool | None = None

    @property
    def good(self) -> bool:
        """Valuable and specific by the owner's own word."""
        return bool(self.text.strip()) and self.valuable is True and self.specific is True

    @property
    def unjudged(self) -> bool:
        """Written down, for instance in the profile file, and not ticked either way."""
        return bool(self.text.strip()) and None in (self.valuable, self.specific)


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that was answered; None where it was not asked, UNKNOWN where the owner doesn't know.

    `minutes`: the hours a week that were named, in minutes. `a_month`: results that would make it
    worthwhile. `pay`: whether paying somebody is possible; `quote` a month and `hour_value` come from the
    business.
    """

    say: tuple[Say, ...] = ()
    hearers: str | None = None
    speaker: str | None = None
    minutes: int | None = None
    never: str | None = None
    worthwhile: str | None = None
    a_month: int | None = None
    known: str | None = None
    pay: bool | None = None
    quote: Decimal | None = None
    hour_value: Decimal | None = None
    unknown: frozenset[str] = frozenset()
    """Questions answered with "I don't know"."""

    def answered(self, question: str) -> bool:
        """Whether this question was answered, "I don't know" included."""
        if question in self.unknown:
            return True
        if question == "say":
            return any(one.text.strip() for one in self.say)
        value = getattr(self, question)
        return value is not None and value != ""

    @property
    def good_says(self) -> int:
        """Things to say that are valuable and specific."""
        return sum(one.good for one in self.say)

    @property
    def open(self) -> tuple[str, ...]:
        """The questions nobody has answered yet, in order."""
        return tuple(question for question in QUESTIONS if not self.answered(question))


def missing(answers: Answers) -> tuple[str, ...]:
    """What was asked and is not there, of NEEDED."""
    return tuple(code for code in NEEDED if answers.answered(code) and not _there(code, answers))


def gaps(answers: Answers) -> tuple[str, ...]:
    """What of NEEDED is not there yet, asked or not; empty when one could start."""
    return tuple(
        code for code in NEEDED
        if not answers.answered(code) or not _there(code, answers)
        or code == "say" and answers.good_says < GOOD_SAYS
    )  # fmt: skip


def _there(code: str, answers: Answers) -> bool:
    if code in answers.unknown:
        return False
    if code == "say":
        return answers.good_says + sum(one.unjudged for one in answers.say) >= GOOD_SAYS
    return True


def question_of(job: str) -> str:
    """The question that a job of a road or of a way asks, by its id; empty for any other job."""
    return _ANSWERED_BY.get(job.rpartition("-")[2], "")


def still_due(answered: Week | None, now: Week, not_now: Week | None) -> bool:
    """Whether a quarter has passed since the answers were last looked at, and "not now" is over."""
    if answered is None or now - answered < QUARTER:
        return False
    return not_now is None or now >= not_now


def answers_of(notes: Mapping[str, str], quote: Decimal | None, hour_value: Decimal | None) -> Answers:
    """The answers as the owner's notes hold them, keyed as `readiness.*` without that word. What another
    program wrote there and can't be read counts as not asked."""
    lines = [notes.get(f"say.{number}", "") for number in range(1, SAYS + 1)]
    says = tuple(
        Say(text, _yes(notes.get(f"say.{number}.valuable")), _yes(notes.get(f"say.{number}.specific")))
        for number, text in enumerate(lines, start=1)
        if text.strip() and text != UNKNOWN
    )
    unknown = {key for key in QUESTIONS if notes.get(key) == UNKNOWN}
    text = {key: notes.get(key, "").strip() or None for key in ("hearers", "speaker", "never", "worthwhile")}
    return Answers(
        say=says,
        **{key: None if value == UNKNOWN else value for key, value in text.items()},
        minutes=_whole(notes.get("minutes")),
        a_month=_whole(notes.get("a_month")),
        known=notes["known"] if notes.get("known") in KNOWN else None,
        pay=_yes(notes.get("pay")),
        quote=quote,
        hour_value=hour_value,
        unknown=frozenset(unknown - ({"say"} if says else set())),
    )


def _yes(text: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(text or "")


def _whole(text: str | None) -> int | None:
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= 6):
        return None
    return min(int(text), MOST_A_MONTH)
