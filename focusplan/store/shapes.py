"""In which table a fact lies, with which key, and how its fields stand there: all that reading needs.

The tables themselves are declared in `records`. They are no part of this, since the library that makes them
takes longer to load than the first week to be read; a test holds the two against each other.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from focusplan.domain import (
    adoption,
    boundaries,
    business,
    evidence,
    goals,
    ledger,
    pauses,
    plan,
    readings,
    timelog,
    weekitems,
)
from focusplan.domain import review as reviews
from focusplan.store.values import FROM_FILE, TO_FILE, Turn

_ALONE = ("id",)


class Shape:
    """One kind of fact in the file. `fields` has its columns in the fact's order, `to_file` and `from_file`
    what turns a column's values, None where they stand as they are. A column beside the fields is a number
    or a text."""

    def __init__(self, fact: type[Any], table: str, *keys: str, beside: tuple[str, ...] = ()) -> None:
        self.table = table
        self.keys = keys or _ALONE
        fields = dataclasses.fields(fact)
        self.fields = tuple(field.name for field in fields)
        kinds = {field.name: _kind(field.type) for field in fields}
        kinds |= dict.fromkeys((*(name for name in self.keys if name not in kinds), *beside), "")
        self.columns = tuple(kinds)
        self.to_file: dict[str, Turn | None] = {name: TO_FILE.get(kind) for name, kind in kinds.items()}
        self.from_file: dict[str, Turn | None] = {name: FROM_FILE.get(kind) for name, kind in kinds.items()}


def _kind(written: Any) -> str:
    """The kind a field is declared with, such as `date` of `date | None`."""
    return str(written).partition(" | ")[0].partition("[")[0]


SHAPES: dict[type[Any], Shape] = {
    plan.Plan: Shape(plan.Plan, "plan"),
    plan.ClockMark: Shape(plan.ClockMark, "clock", beside=("action",)),
    plan.Confirmation: Shape(plan.Confirmation, "confirmation"),
    business.Business: Shape(business.Business, "business"),
    boundaries.Boundaries: Shape(boundaries.Boundaries, "boundaries"),
    plan.Note: Shape(plan.Note, "note", "key"),
    plan.Idea: Shape(plan.Idea, "idea"),
    adoption.Adoption: Shape(adoption.Adoption, "adoption"),
    adoption.StepState: Shape(adoption.StepState, "step", "adoption", "step"),
    adoption.Opening: Shape(adoption.Opening, "opening", "adoption", "stage"),
    adoption.Pinned: Shape(adoption.Pinned, "pinned", "network", "version"),
    goals.Goal: Shape(goals.Goal, "goal"),
    goals.Target: Shape(goals.Target, "target"),
    pauses.Pause: Shape(pauses.Pause, "pause", "week"),
    pauses.Holiday: Shape(pauses.Holiday, "holiday", "day"),
    pauses.Crisis: Shape(pauses.Crisis, "crisis"),
    evidence.Evidence: Shape(evidence.Evidence, "evidence", "network", "week", "late"),
    weekitems.Item: Shape(weekitems.Item, "item"),
    timelog.TimeEntry: Shape(timelog.TimeEntry, "time_entry"),
    reviews.Review: Shape(reviews.Review, "review", "week"),
    readings.FileFigures: Shape(
        readings.FileFigures, "file_figures", "network", "kind", "item", "first", "last"
    ),
    ledger.Entry: Shape(ledger.Entry, "ledger"),
}
"""In the order of writing and of reading back."""

BY_TABLE: dict[str, Shape] = {shape.table: shape for shape in SHAPES.values()}
