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

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from focusplan.domain import (
    adoption,
    evidence,
    weekitems,
)
from focusplan.domain import review as reviews
from focusplan.domain.weeks import Week
from focusplan.store import fields as a
from focusplan.store.columns import Hours, Instant, Money, Typed


class PlanRecord(SQLModel, table=True):
    __tablename__ = "plan"
    id: int = a.number(1, 1, key=True)
    uuid: str = a.word()
    practice: bool = a.flag()
    made_on: date = a.day()
    first_day: date = a.day()


class ClockRecord(SQLModel, table=True):
    """`action` names the latest unit of work, so that it can be found again when its end is unclear."""

    __tablename__ = "clock"
    id: int = a.number(1, 1, key=True)
    at: datetime = a.field(Instant())
    day: date = a.day()
    action: str = a.text()


class ConfirmationRecord(SQLModel, table=True):
    __tablename__ = "confirmation"
    id: int = a.key()
    at: datetime = a.field(Instant())
    day: date = a.day()
    mark_day: date = a.day()


class BusinessRecord(SQLModel, table=True):
    __tablename__ = "business"
    id: int = a.number(1, 1, key=True)
    name: str = a.text()
    kind: str = a.word()
    customers: str = a.word()
    audience: str = a.word()
    aim: str = a.word()
    language: str = a.word()
    country: str = a.text()
    currency: str = a.text()
    speaker: str = a.word()
    result_word: str = a.text()
    hour_value: Decimal | None = a.field(Money(), null=True)
    outsourcing_quote: Decimal | None = a.field(Money(), null=True)


class BoundariesRecord(SQLModel, table=True):
    __tablename__ = "boundaries"
    id: int = a.number(1, 1, key=True)
    budget: int = a.number(0, 10_080)
    longest_sitting: int = a.number(1, 1440)
    spread: str = a.word()
    hours: Any = a.field(Hours())


class NoteRecord(SQLModel, table=True):
    __tablename__ = "note"
    __table_args__ = a.KEYED
    key: str = a.word(key=True)
    text: str = a.text()


class IdeaRecord(SQLModel, table=True):
    __tablename__ = "idea"
    id: int = a.key()
    text: str = a.text()
    used_on: date | None = a.day(null=True)


class AdoptionRecord(SQLModel, table=True):
    __tablename__ = "adoption"
    __table_args__ = (
        Index("one_active", text("(1)"), unique=True, sqlite_where=text("state='active'")),
        Index("one_run", "network", unique=True, sqlite_where=text("state<>'retired'")),
    )
    id: int = a.key()
    network: str = a.word()
    state: str = a.word(*adoption.STATES)
    before: str = a.word(*adoption.STATES)
    started_on: date | None = a.day(null=True)
    version: int | None = a.number(null=True)
    mastered_week: Week | None = a.week(null=True)
    mastered_on: date | None = a.day(null=True)
    retired_on: date | None = a.day(null=True)
    retired_from: str | None = a.word(*adoption.STATES, null=True)
    taken_back_on: date | None = a.day(null=True)
    parked_minutes: int = a.number(0, 10_080)
    note: str = a.text()
    reason: str = a.text()
    learnt: str = a.text()
    again_stage: str | None = a.word(null=True)


class StepRecord(SQLModel, table=True):
    __tablename__ = "step"
    __table_args__ = a.KEYED
    adoption: int = a.number(1, key=True, to="adoption.id")
    step: str = a.word(key=True)
    stage: str = a.word()
    position: int = a.number()
    required: bool = a.flag()
    minutes: int = a.number(0, 10_080)
    done_on: date | None = a.day(null=True)
    made_on: date | None = a.day(null=True)
    instead: str = a.text()
    void: bool = a.flag()


class OpeningRecord(SQLModel, table=True):
    __tablename__ = "opening"
    __table_args__ = a.KEYED
    adoption: int = a.number(1, key=True, to="adoption.id")
    stage: str = a.word(key=True)
    day: date = a.day()


class PinnedRecord(SQLModel, table=True):
    __tablename__ = "pinned"
    __table_args__ = a.KEYED
    network: str = a.word(key=True)
    version: int = a.number(key=True)
    body: str = a.word()


class GoalRecord(SQLModel, table=True):
    __tablename__ = "goal"
    id: int = a.key()
    adoption: int = a.number(1, to="adoption.id")
    goal: str = a.word("posts", "answers", "enquiries", "upkeep")
    kind: str = a.word("habit", "response", "outcome", "upkeep")
    k: int | None = a.number(1, 52, null=True)
    n: int = a.number(1, 52)
    least: int = a.number(0, evidence.LARGEST)
    most: int = a.number(0, evidence.LARGEST)
    from_week: Week | None = a.week(null=True)


class TargetRecord(SQLModel, table=True):
    __tablename__ = "target"
    id: int = a.key()
    goal: int = a.number(1, to="goal.id")
    from_week: Week = a.week()
    value: int = a.number(0, evidence.LARGEST)
    made_on: date = a.day()
    reason: str = a.text()


class PauseRecord(SQLModel, table=True):
    __tablename__ = "pause"
    __table_args__ = a.KEYED
    week: Week = a.week(key=True)
    planned: bool = a.flag()
    made_on: date = a.day()
    reason: str = a.text()


class HolidayRecord(SQLModel, table=True):
    __tablename__ = "holiday"
    __table_args__ = a.KEYED
    day: date = a.day(key=True)
    name: str = a.text()


class CrisisRecord(SQLModel, table=True):
    __tablename__ = "crisis"
    id: int = a.key()
    first_day: date = a.day()
    last_day: date = a.day()
    made_on: date = a.day()


class EvidenceRecord(SQLModel, table=True):
    __tablename__ = "evidence"
    __table_args__ = a.KEYED
    network: str = a.word(key=True)
    week: Week = a.week(key=True)
    late: bool = a.flag(key=True)
    posts: int | None = a.number(0, evidence.LARGEST, null=True)
    received: int | None = a.number(0, evidence.LARGEST, null=True)
    answered_in_time: int | None = a.number(0, evidence.LARGEST, null=True)
    reach: int | None = a.number(0, evidence.LARGEST, null=True)
    audience: int | None = a.number(0, evidence.LARGEST, null=True)
    enquiries: int | None = a.number(0, evidence.LARGEST, null=True)
    customers: int | None = a.number(0, evidence.LARGEST, null=True)
    sales: int | None = a.number(0, 100 * evidence.LARGEST, null=True)
    outside: bool = a.flag()
    made_on: date | None = a.day(null=True)
    void: bool = a.flag()


class ItemRecord(SQLModel, table=True):
    __tablename__ = "item"
    __table_args__ = (
        Index("item_number", "week", "number", unique=True),
        Index("item_key", "week", "key", unique=True),
    )
    id: int = a.key()
    week: Week = a.week()
    number: int = a.number(1)
    key: str = a.word()
    kind: str = a.word(*weekitems.ITEM_KINDS)
    network: str | None = a.word(null=True)
    day: date | None = a.day(null=True)
    minutes: int = a.number(0, 10_080)
    part: int = a.number(1)
    parts: int = a.number(1)
    done: bool = a.flag()
    done_on: date | None = a.day(null=True)
    done_at: datetime | None = a.field(Instant(), null=True)
    taken: int | None = a.number(null=True)
    by_hand: bool = a.flag()
    person: str = a.text()
    carried: int = a.number()
    title: str = a.text()
    note: str = a.text()
    dropped: bool = a.flag()
    void: bool = a.flag()


class TimeEntryRecord(SQLModel, table=True):
    __tablename__ = "time_entry"
    id: int = a.key()
    network: str = a.text()
    minutes: int = a.number()
    at: datetime = a.field(Instant())
    day: date = a.day()
    offset: int = a.number(-1440, 1440)
    note: str = a.text()
    source: str = a.word()
    outside: bool = a.flag()


class ReviewRecord(SQLModel, table=True):
    __tablename__ = "review"
    __table_args__ = a.KEYED
    week: Week = a.week(key=True)
    decide: str = a.word(*reviews.DECISIONS)
    text: str = a.text()
    made_on: date = a.day()
    void: bool = a.flag()


class FileFiguresRecord(SQLModel, table=True):
    __tablename__ = "file_figures"
    __table_args__ = a.KEYED
    network: str = a.word(key=True)
    kind: str = a.word(key=True)
    item: str = a.field(Typed(), key=True)
    first: date = a.day(key=True)
    last: date = a.day(key=True)
    figures: str = a.word()
    read_on: date = a.day()


class EntryRecord(SQLModel, table=True):
    __tablename__ = "ledger"
    id: int = a.key()
    at: datetime = a.field(Instant())
    day: date = a.day()
    kind: str = a.word()
    data: str = a.word()
    prev: str = a.word()
    hash: str = a.word()
