"""One table class for each kind of fact; private to the store.

A record has its fact's fields in the fact's order, so that a row becomes the fact by position. Tables whose
fact has no key of its own and stands alone have one row with the id 1. Tables with a key that means something
have no hidden row number: nobody can replace a row behind its key.
"""

# ruff: noqa: D101 - what a record means stands at its fact

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, text
from sqlmodel import Field, SQLModel

from focusplan.domain import (
    adoption,
    boundaries,
    business,
    evidence,
    goals,
    ledger,
    pauses,
    plan,
    timelog,
    weekitems,
)
from focusplan.domain import review as reviews
from focusplan.domain.weeks import Week
from focusplan.store.columns import Day, Flag, Hours, Instant, Kept, Money, Typed, WeekNumber, Whole

_MOST = 2**31


def _field(kind: Any, null: bool = False, key: bool = False, to: str = "") -> Any:
    link = [ForeignKey(to)] if to else []
    return Field(
        default=None, sa_column=Column(kind, *link, nullable=null, primary_key=key, autoincrement=False)
    )


def _number(least: int = 0, most: int = _MOST, null: bool = False, key: bool = False, to: str = "") -> Any:
    return _field(Whole(least, most), null, key, to)


def _id() -> Any:
    return _number(1, key=True)


def _word(*words: str, null: bool = False, key: bool = False) -> Any:
    return _field(Typed(*words, least=0 if words else 1), null, key)


def _text(null: bool = False) -> Any:
    return _field(Typed(), null)


def _day(null: bool = False, key: bool = False) -> Any:
    return _field(Day(), null, key)


def _week(null: bool = False, key: bool = False) -> Any:
    return _field(WeekNumber(), null, key)


def _flag(key: bool = False) -> Any:
    return _field(Flag(), key=key)


_KEYED: dict[str, Any] = {"sqlite_with_rowid": False}


class PlanRecord(SQLModel, table=True):
    __tablename__ = "plan"
    id: int = _number(1, 1, key=True)
    uuid: str = _word()
    practice: bool = _flag()
    made_on: date = _day()
    first_day: date = _day()


class ClockRecord(SQLModel, table=True):
    """`action` names the latest unit of work, so that it can be found again when its end is unclear."""

    __tablename__ = "clock"
    id: int = _number(1, 1, key=True)
    at: datetime = _field(Instant())
    day: date = _day()
    action: str = _text()


class ConfirmationRecord(SQLModel, table=True):
    __tablename__ = "confirmation"
    id: int = _id()
    at: datetime = _field(Instant())
    day: date = _day()
    mark_day: date = _day()


class BusinessRecord(SQLModel, table=True):
    __tablename__ = "business"
    id: int = _number(1, 1, key=True)
    name: str = _text()
    kind: str = _word()
    customers: str = _word()
    audience: str = _word()
    aim: str = _word()
    language: str = _word()
    country: str = _text()
    currency: str = _text()
    speaker: str = _word()
    result_word: str = _text()
    hour_value: Decimal | None = _field(Money(), null=True)
    outsourcing_quote: Decimal | None = _field(Money(), null=True)


class BoundariesRecord(SQLModel, table=True):
    __tablename__ = "boundaries"
    id: int = _number(1, 1, key=True)
    budget: int = _number(0, 10_080)
    longest_sitting: int = _number(1, 1440)
    spread: str = _word()
    hours: Any = _field(Hours())


class NoteRecord(SQLModel, table=True):
    __tablename__ = "note"
    __table_args__ = _KEYED
    key: str = _word(key=True)
    text: str = _text()


class IdeaRecord(SQLModel, table=True):
    __tablename__ = "idea"
    id: int = _id()
    text: str = _text()
    used_on: date | None = _day(null=True)


class AdoptionRecord(SQLModel, table=True):
    __tablename__ = "adoption"
    __table_args__ = (
        Index("one_active", text("(1)"), unique=True, sqlite_where=text("state='active'")),
        Index("one_run", "network", unique=True, sqlite_where=text("state<>'retired'")),
    )
    id: int = _id()
    network: str = _word()
    state: str = _word(*adoption.STATES)
    before: str = _word(*adoption.STATES)
    started_on: date | None = _day(null=True)
    version: int | None = _number(null=True)
    mastered_week: Week | None = _week(null=True)
    mastered_on: date | None = _day(null=True)
    retired_on: date | None = _day(null=True)
    retired_from: str | None = _word(*adoption.STATES, null=True)
    taken_back_on: date | None = _day(null=True)
    parked_minutes: int = _number(0, 10_080)
    note: str = _text()
    reason: str = _text()
    learnt: str = _text()
    again_stage: str | None = _word(null=True)


class StepRecord(SQLModel, table=True):
    __tablename__ = "step"
    __table_args__ = _KEYED
    adoption: int = _number(1, key=True, to="adoption.id")
    step: str = _word(key=True)
    stage: str = _word()
    position: int = _number()
    required: bool = _flag()
    minutes: int = _number(0, 10_080)
    done_on: date | None = _day(null=True)
    made_on: date | None = _day(null=True)
    instead: str = _text()
    void: bool = _flag()


class OpeningRecord(SQLModel, table=True):
    __tablename__ = "opening"
    __table_args__ = _KEYED
    adoption: int = _number(1, key=True, to="adoption.id")
    stage: str = _word(key=True)
    day: date = _day()


class PinnedRecord(SQLModel, table=True):
    __tablename__ = "pinned"
    __table_args__ = _KEYED
    network: str = _word(key=True)
    version: int = _number(key=True)
    body: str = _word()


class GoalRecord(SQLModel, table=True):
    __tablename__ = "goal"
    id: int = _id()
    adoption: int = _number(1, to="adoption.id")
    goal: str = _word("posts", "answers", "enquiries", "upkeep")
    kind: str = _word("habit", "response", "outcome", "upkeep")
    k: int | None = _number(1, 52, null=True)
    n: int = _number(1, 52)
    least: int = _number(0, evidence.LARGEST)
    most: int = _number(0, evidence.LARGEST)
    from_week: Week | None = _week(null=True)


class TargetRecord(SQLModel, table=True):
    __tablename__ = "target"
    id: int = _id()
    goal: int = _number(1, to="goal.id")
    from_week: Week = _week()
    value: int = _number(0, evidence.LARGEST)
    made_on: date = _day()
    reason: str = _text()


class PauseRecord(SQLModel, table=True):
    __tablename__ = "pause"
    __table_args__ = _KEYED
    week: Week = _week(key=True)
    planned: bool = _flag()
    made_on: date = _day()
    reason: str = _text()


class HolidayRecord(SQLModel, table=True):
    __tablename__ = "holiday"
    __table_args__ = _KEYED
    day: date = _day(key=True)
    name: str = _text()


class CrisisRecord(SQLModel, table=True):
    __tablename__ = "crisis"
    id: int = _id()
    first_day: date = _day()
    last_day: date = _day()
    made_on: date = _day()


class EvidenceRecord(SQLModel, table=True):
    __tablename__ = "evidence"
    __table_args__ = _KEYED
    network: str = _word(key=True)
    week: Week = _week(key=True)
    late: bool = _flag(key=True)
    posts: int | None = _number(0, evidence.LARGEST, null=True)
    received: int | None = _number(0, evidence.LARGEST, null=True)
    answered_in_time: int | None = _number(0, evidence.LARGEST, null=True)
    reach: int | None = _number(0, evidence.LARGEST, null=True)
    audience: int | None = _number(0, evidence.LARGEST, null=True)
    enquiries: int | None = _number(0, evidence.LARGEST, null=True)
    customers: int | None = _number(0, evidence.LARGEST, null=True)
    sales: int | None = _number(0, 100 * evidence.LARGEST, null=True)
    outside: bool = _flag()
    made_on: date | None = _day(null=True)
    void: bool = _flag()


class ItemRecord(SQLModel, table=True):
    __tablename__ = "item"
    __table_args__ = (
        Index("item_number", "week", "number", unique=True),
        Index("item_key", "week", "key", unique=True),
    )
    id: int = _id()
    week: Week = _week()
    number: int = _number(1)
    key: str = _word()
    kind: str = _word(*weekitems.ITEM_KINDS)
    network: str | None = _word(null=True)
    day: date | None = _day(null=True)
    minutes: int = _number(0, 10_080)
    part: int = _number(1)
    parts: int = _number(1)
    done: bool = _flag()
    done_on: date | None = _day(null=True)
    done_at: datetime | None = _field(Instant(), null=True)
    taken: int | None = _number(null=True)
    by_hand: bool = _flag()
    person: str = _text()
    carried: int = _number()
    title: str = _text()
    note: str = _text()
    dropped: bool = _flag()
    void: bool = _flag()


class TimeEntryRecord(SQLModel, table=True):
    __tablename__ = "time_entry"
    id: int = _id()
    network: str = _text()
    minutes: int = _number()
    at: datetime = _field(Instant())
    day: date = _day()
    offset: int = _number(-1440, 1440)
    note: str = _text()
    source: str = _word()
    outside: bool = _flag()


class ReviewRecord(SQLModel, table=True):
    __tablename__ = "review"
    __table_args__ = _KEYED
    week: Week = _week(key=True)
    decide: str = _word(*reviews.DECISIONS)
    text: str = _text()
    made_on: date = _day()
    void: bool = _flag()


class EntryRecord(SQLModel, table=True):
    __tablename__ = "ledger"
    id: int = _id()
    at: datetime = _field(Instant())
    day: date = _day()
    kind: str = _word()
    data: str = _word()
    prev: str = _word()
    hash: str = _word()


RECORDS: dict[type[Any], type[SQLModel]] = {
    plan.Plan: PlanRecord,
    plan.ClockMark: ClockRecord,
    plan.Confirmation: ConfirmationRecord,
    business.Business: BusinessRecord,
    boundaries.Boundaries: BoundariesRecord,
    plan.Note: NoteRecord,
    plan.Idea: IdeaRecord,
    adoption.Adoption: AdoptionRecord,
    adoption.StepState: StepRecord,
    adoption.Opening: OpeningRecord,
    adoption.Pinned: PinnedRecord,
    goals.Goal: GoalRecord,
    goals.Target: TargetRecord,
    pauses.Pause: PauseRecord,
    pauses.Holiday: HolidayRecord,
    pauses.Crisis: CrisisRecord,
    evidence.Evidence: EvidenceRecord,
    weekitems.Item: ItemRecord,
    timelog.TimeEntry: TimeEntryRecord,
    reviews.Review: ReviewRecord,
    ledger.Entry: EntryRecord,
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
