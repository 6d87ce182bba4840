"""Which table keeps which kind of fact, and the CHECKs that stand in each."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Table
from sqlmodel import SQLModel

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
from focusplan.store import records
from focusplan.store.columns import Kept

RECORDS: dict[type[Any], type[SQLModel]] = {
    plan.Plan: records.PlanRecord,
    plan.ClockMark: records.ClockRecord,
    plan.Confirmation: records.ConfirmationRecord,
    business.Business: records.BusinessRecord,
    boundaries.Boundaries: records.BoundariesRecord,
    plan.Note: records.NoteRecord,
    plan.Idea: records.IdeaRecord,
    adoption.Adoption: records.AdoptionRecord,
    adoption.StepState: records.StepRecord,
    adoption.Opening: records.OpeningRecord,
    adoption.Pinned: records.PinnedRecord,
    goals.Goal: records.GoalRecord,
    goals.Target: records.TargetRecord,
    pauses.Pause: records.PauseRecord,
    pauses.Holiday: records.HolidayRecord,
    pauses.Crisis: records.CrisisRecord,
    evidence.Evidence: records.EvidenceRecord,
    weekitems.Item: records.ItemRecord,
    timelog.TimeEntry: records.TimeEntryRecord,
    reviews.Review: records.ReviewRecord,
    readings.FileFigures: records.FileFiguresRecord,
    ledger.Entry: records.EntryRecord,
}
"""Which table keeps which fact; the order is that of writing and of reading back."""

TABLES: dict[type[Any], Table] = {fact: record.__table__ for fact, record in RECORDS.items()}  # type: ignore[attr-defined]


def _add_checks() -> None:
    """Give every column the CHECK of its type; NULL passes only where the column may be empty."""
    for table in TABLES.values():
        for column in table.columns:
            kept = column.type
            assert isinstance(kept, Kept)
            rule = kept.check(f'"{column.name}"')
            if column.nullable:
                rule = f'"{column.name}" IS NULL OR {rule}'
            table.append_constraint(CheckConstraint(rule))


_add_checks()
