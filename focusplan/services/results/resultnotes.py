"""What the owner wrote when closing weeks: what worked, which work was put off, and the one decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from focusplan.domain.plan import Note
from focusplan.domain.review import Review
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.i18n import _, heading, week_range
from focusplan.resultanswers import ClosedWeekLine

KEPT = {"worked": "worked.", "put_off": "put_off."}
"""Answers that are kept with the week, and how the keys of their notes begin."""

Texts = Mapping[str, str]


def texts_of(notes: Sequence[Note], week: Week) -> Texts:
    """What was written of a week, by the names in KEPT; what was left empty is an empty text."""
    known = {note.key: note.text for note in notes}
    return {name: known.get(f"{start}{week}", "") for name, start in KEPT.items()}


def closed_weeks(
    facts: Snapshot, notes: Sequence[Note], first: Week, last: Week
) -> tuple[ClosedWeekLine, ...]:
    """The closed weeks of which something was said in words, newest first."""
    found = []
    for review in reversed(_reviews(facts, first, last)):
        lines = _lines(review, texts_of(notes, review.week))
        if lines:
            found.append(ClosedWeekLine(review.week, heading(week_range(review.week.monday)), lines))
    return tuple(found)


def reviews_json(facts: Snapshot, notes: Sequence[Note], first: Week, last: Week) -> list[dict[str, Any]]:
    """Every closed week of these, oldest first; what was left empty is null."""
    return [
        {"week": str(review.week), "decide": review.decide, "text": review.text or None,
         **{name: text or None for name, text in texts_of(notes, review.week).items()}}
        for review in _reviews(facts, first, last)
    ]  # fmt: skip


def _reviews(facts: Snapshot, first: Week, last: Week) -> list[Review]:
    found = [one for one in facts.reviews.values() if first <= one.week <= last and not one.void]
    return sorted(found, key=lambda one: one.week)


def _lines(review: Review, texts: Texts) -> tuple[str, ...]:
    patterns = {
        "worked": _("What worked: {text}"),
        "put_off": _("Put off for it: {text}"),
        "keep": _("You kept going: {text}"),
        "change": _("You changed: {text}"),
        "stop": _("You stopped: {text}"),
    }
    said = {**texts, review.decide: review.text}
    return tuple(patterns[name].format(text=text) for name, text in said.items() if text)
