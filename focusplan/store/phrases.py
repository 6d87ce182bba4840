"""Pieces of SQL that the rules of the schema are made of: days, weeks, the clock, what is closed.

A rule says what is allowed; `trigger` refuses everything of which that is not true, NULL included. The rules
rely on no foreign key, CHECK or recursive trigger, since another client may have these switched off.
"""

from __future__ import annotations

from collections.abc import Mapping

TODAY = "(SELECT day FROM clock)"
"""The day the plan last stood at."""

REAL = "(SELECT practice FROM plan) IS 0"
"""Whether this is no practice plan."""

TOMORROW = "date('now','+1 day')"
"""The latest local date there can be anywhere, by the machine's clock."""

_MONDAY_ZERO = "1970-01-05"
_JULIAN_ZERO = 2440591.5


def monday(week: str) -> str:
    """The first day of a week."""
    return f"date('{_MONDAY_ZERO}',(7*({week}))||' days')"


def sunday(week: str) -> str:
    """The last day of a week."""
    return f"date('{_MONDAY_ZERO}',(7*({week})+6)||' days')"


def week_of(day: str) -> str:
    """The week of a day as a whole number."""
    return f"CAST((julianday({day})-{_JULIAN_ZERO})/7 AS INTEGER)"


def weekday(day: str) -> str:
    """0 for Monday to 6 for Sunday."""
    return f"(CAST(julianday({day})-{_JULIAN_ZERO} AS INTEGER)%7)"


THIS_WEEK = week_of(TODAY)


def just_now(day: str) -> str:
    """Dated by an action of now: the clock may have gone a few hours back over midnight."""
    return f"({day} BETWEEN date({TODAY},'-1 day') AND {TODAY})"


def closed(week: str) -> str:
    """Whether a week's figures and ticks are frozen: two later weeks that were not paused have ended. Of the
    pauses only those count that were made before that; one made later does not open the week again."""
    candidates = (
        f"SELECT ({week})+2 AS u UNION SELECT week+1 FROM pause WHERE week>({week})"
        f" UNION SELECT week+2 FROM pause WHERE week>({week})"
    )
    paused = (
        f"SELECT count(*) FROM pause WHERE pause.week>({week}) AND pause.week<=u"
        f" AND pause.made_on<={sunday('u')}"
    )
    return (
        f"EXISTS(SELECT 1 FROM ({candidates}) WHERE u>=({week})+2 AND {sunday('u')}<{TODAY}"
        f" AND u-({week})-({paused})>=2)"
    )


def open_week(week: str) -> str:
    """Whether a week has begun and is not closed."""
    return f"({week}<={THIS_WEEK} AND NOT {closed(week)})"


def same(*columns: str) -> str:
    """Whether these columns stay as they are."""
    return "(" + " AND ".join(f"NEW.{name} IS OLD.{name}" for name in columns) + ")"


def taken_back_by_clock(column: str) -> str:
    """Whether a date stays, or one from a wrong clock takes the day that was confirmed."""
    return f"(NEW.{column} IS OLD.{column} OR (OLD.{column}>{TODAY} AND NEW.{column} IS {TODAY}))"


def trigger(table: str, event: str, rules: Mapping[str, str], name: str = "rules") -> str:
    """A trigger before INSERT, UPDATE or DELETE that refuses whatever breaks one of the rules. The refusal
    names the table and the rule."""
    checks = "".join(
        f"\n  SELECT RAISE(ABORT,'{table}: {code}') WHERE ({rule}) IS NOT TRUE;"
        for code, rule in rules.items()
    )
    return f"CREATE TRIGGER {table}_{event.lower()}_{name} BEFORE {event} ON {table} BEGIN{checks}\nEND"


def never(table: str, event: str) -> str:
    """A trigger that refuses every INSERT, UPDATE or DELETE."""
    return trigger(table, event, {"never": "0"})
