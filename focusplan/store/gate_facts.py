"""Rules on what is recorded: the plan, its clock, figures, ticks, pauses, reviews, the record of decisions."""

# ruff: noqa: E501 - SQL reads better in whole clauses

from __future__ import annotations

from focusplan.store.phrases import (
    REAL,
    THIS_WEEK,
    TODAY,
    TOMORROW,
    closed,
    just_now,
    never,
    open_week,
    same,
    sunday,
    taken_back_by_clock,
    trigger,
    week_of,
)  # fmt: skip

_PLAN = (
    trigger(
        "plan",
        "INSERT",
        {
            "one": "NOT EXISTS(SELECT 1 FROM plan) AND NEW.id=1",
            "first_day": "NEW.first_day IS NEW.made_on",
            "clock": f"NEW.practice=1 OR ({TODAY}<={TOMORROW} AND NEW.made_on<={TODAY})",
        },
    ),
    trigger(
        "plan",
        "UPDATE",
        {
            "fixed": same("id", "uuid", "practice", "made_on"),
            "first_day": taken_back_by_clock("first_day"),
        },
    ),
    never("plan", "DELETE"),
)

_CONFIRMED_NOW = """(SELECT c.at IS NEW.at AND c.day IS NEW.day AND c.mark_day IS OLD.day
    FROM confirmation c ORDER BY c.id DESC LIMIT 1) IS TRUE"""

_CLOCK = (
    trigger("clock", "INSERT", {"one": "NOT EXISTS(SELECT 1 FROM clock) AND NEW.id=1"}),
    trigger(
        "clock",
        "UPDATE",
        {
            "one": same("id"),
            "forward": f"(NEW.at>=OLD.at AND NEW.day>=OLD.day) OR {_CONFIRMED_NOW}",
            "tomorrow": f"NOT {REAL} OR NEW.day<={TOMORROW} OR {same('day')}",
            "agrees": f"{same('at', 'day')} OR abs(julianday(NEW.day)-julianday(substr(NEW.at,1,10)))<=1",
        },
    ),
    never("clock", "DELETE"),
    trigger(
        "confirmation",
        "INSERT",
        {
            "next": "NEW.id=coalesce((SELECT max(id) FROM confirmation),0)+1",
            "mark": f"NEW.mark_day IS {TODAY}",
            "behind": "julianday((SELECT at FROM clock))-julianday(NEW.at)>26/24.0",
            "day": "abs(julianday(NEW.day)-julianday(substr(NEW.at,1,10)))<=1",
            "now": f"NOT {REAL} OR abs(julianday(NEW.day)-julianday(date('now')))<=1",
        },
    ),
    never("confirmation", "UPDATE"),
    never("confirmation", "DELETE"),
)

_FROM_WRONG_CLOCK = f"(OLD.made_on>{TODAY} OR OLD.week>{THIS_WEEK})"
"""Dated after the clock, which only a confirmation has set back."""

_FIGURES = "posts received answered_in_time reach audience enquiries customers sales".split()
_ANSWERED = "NEW.answered_in_time IS NULL OR NEW.received IS NULL OR NEW.answered_in_time<=NEW.received"
_EVIDENCE_OPEN = f"CASE NEW.late WHEN 0 THEN {open_week('NEW.week')} ELSE {closed('NEW.week')} END"

_EVIDENCE = (
    trigger(
        "evidence",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM evidence WHERE network=NEW.network AND week=NEW.week"
            " AND late=NEW.late)",
            "open": _EVIDENCE_OPEN,
            "made_on": just_now("NEW.made_on"),
            "void": "NEW.void=0",
            "answered": _ANSWERED,
        },
    ),
    trigger(
        "evidence",
        "UPDATE",
        {
            "identity": same("network", "week", "late"),
            "open": f"CASE WHEN NEW.void=1 AND OLD.void=0 THEN {_FROM_WRONG_CLOCK}"
            f" AND {same(*_FIGURES, 'outside', 'made_on')} ELSE {_EVIDENCE_OPEN} END",
            "made_on": f"{same('made_on')} OR {just_now('NEW.made_on')}",
            "void": f"{same('void')} OR NEW.void=1 OR {just_now('NEW.made_on')}",
            "answered": _ANSWERED,
        },
    ),
    trigger("evidence", "DELETE", {"open": f"OLD.late=1 OR OLD.void=0 AND {open_week('OLD.week')}"}),
)

_TICK = f"""NEW.done=0 OR (NEW.done_on<={TODAY} AND {open_week("NEW.week")})"""
_SAME_TICK = same("done", "dropped", "void", "done_on")
_ITEM = (
    trigger(
        "item",
        "INSERT",
        {
            "id": "NEW.id>=1 AND NOT EXISTS(SELECT 1 FROM item WHERE id=NEW.id)",
            "number": "NOT EXISTS(SELECT 1 FROM item WHERE week=NEW.week AND number=NEW.number)",
            "key": "NOT EXISTS(SELECT 1 FROM item WHERE week=NEW.week AND key=NEW.key)",
            "open": _TICK,
            "void": "NEW.void=0",
        },
    ),
    trigger(
        "item",
        "UPDATE",
        {
            "identity": same("id", "week", "number", "key", "kind", "network"),
            "open": f"{_SAME_TICK} OR (NEW.void=1 AND OLD.done_on>{TODAY} AND {same('done', 'dropped')})"
            f" OR (({_TICK}) AND NEW.void=0 AND NOT {closed('NEW.week')})",
        },
    ),
    trigger("item", "DELETE", {"done": "OLD.done=0", "open": f"NOT {closed('OLD.week')}"}),
)

_UNPLANNED = f"""NEW.week<={THIS_WEEK} AND date({sunday("NEW.week")},'+14 days')>={TODAY}
    AND NOT EXISTS(SELECT 1 FROM (SELECT week AS x FROM pause WHERE planned=0 UNION SELECT NEW.week)
      WHERE x BETWEEN NEW.week-12 AND NEW.week
      AND (SELECT count(*) FROM pause y WHERE y.planned=0 AND y.week BETWEEN x AND x+12)>=2)"""

_WEEKS = (
    trigger(
        "pause",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM pause WHERE week=NEW.week)",
            "made_on": just_now("NEW.made_on"),
            "week": f"CASE NEW.planned WHEN 1 THEN NEW.week>{THIS_WEEK} WHEN 0 THEN {_UNPLANNED} END",
        },
    ),
    trigger(
        "pause",
        "UPDATE",
        {"fixed": same("week", "planned", "reason"), "made_on": taken_back_by_clock("made_on")},
    ),
    trigger("pause", "DELETE", {"begun": f"OLD.week>{THIS_WEEK}"}),
    trigger(
        "holiday",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM holiday WHERE day=NEW.day)",
            "begun": f"{week_of('NEW.day')}>{THIS_WEEK}",
        },
    ),
    never("holiday", "UPDATE"),
    trigger("holiday", "DELETE", {"begun": f"{week_of('OLD.day')}>{THIS_WEEK}"}),
    trigger(
        "crisis",
        "INSERT",
        {
            "id": "NEW.id>=1 AND NOT EXISTS(SELECT 1 FROM crisis WHERE id=NEW.id)",
            "now": f"NEW.first_day IS NEW.made_on AND {just_now('NEW.first_day')}",
            "order": "NEW.last_day>=NEW.first_day",
        },
    ),
    trigger(
        "crisis",
        "UPDATE",
        {
            "fixed": same("id", "first_day", "made_on"),
            "shorter": f"NEW.last_day<=OLD.last_day AND NEW.last_day>=date({TODAY},'-1 day')"
            f" OR OLD.first_day>{TODAY} AND NEW.last_day IS {TODAY}",
        },
    ),
    never("crisis", "DELETE"),
)

_REVIEW = (
    trigger(
        "review",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM review WHERE week=NEW.week)",
            "week": f"NEW.week<={THIS_WEEK}",
            "made_on": just_now("NEW.made_on"),
            "void": "NEW.void=0",
        },
    ),
    trigger(
        "review",
        "UPDATE",
        {
            "identity": same("week"),
            "void": f"CASE WHEN NEW.void=1 THEN {same('decide', 'text', 'made_on')} AND"
            f" (OLD.void=1 OR {_FROM_WRONG_CLOCK})"
            f" ELSE OLD.void=1 AND NEW.week<={THIS_WEEK} AND {just_now('NEW.made_on')} END",
        },
    ),
    never("review", "DELETE"),
)

_LEDGER = (
    trigger(
        "ledger",
        "INSERT",
        {
            "next": "NEW.id=coalesce((SELECT max(id) FROM ledger),0)+1",
            "chain": "NEW.prev IS coalesce((SELECT hash FROM ledger ORDER BY id DESC LIMIT 1),"
            "'0000000000000000000000000000000000000000000000000000000000000000')",
            "hash": "length(NEW.hash)=64 AND NOT NEW.hash GLOB '*[^0-9a-f]*'",
            "day": f"NEW.day<={TODAY}",
            "data": "NEW.data GLOB '{*}'",
        },
    ),
    never("ledger", "UPDATE"),
    never("ledger", "DELETE"),
    trigger(
        "pinned",
        "INSERT",
        {"new": "NOT EXISTS(SELECT 1 FROM pinned WHERE network=NEW.network AND version=NEW.version)"},
    ),
    never("pinned", "UPDATE"),
    never("pinned", "DELETE"),
    never("boundaries", "DELETE"),
    never("business", "DELETE"),
)

RULES = (*_PLAN, *_CLOCK, *_EVIDENCE, *_ITEM, *_WEEKS, *_REVIEW, *_LEDGER)
"""Triggers, in the order they are laid."""
