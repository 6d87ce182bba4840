"""Rules on networks: their states, the road that was copied at the start, goals and their targets."""

# ruff: noqa: E501 - SQL reads better in whole clauses

from __future__ import annotations

from focusplan.domain.adoption import MOVES, TAKE_BACKS, YARDSTICK_MOVES
from focusplan.domain.playbook import STAGES, YARDSTICK
from focusplan.domain.targets import EASING_NOTICE, EASING_REST
from focusplan.store.phrases import (
    THIS_WEEK,
    TODAY,
    closed,
    just_now,
    monday,
    never,
    same,
    sunday,
    taken_back_by_clock,
    trigger,
    week_of,
)  # fmt: skip

_WAITING = "('none','later','parked')"
"""States in which the road may still be copied."""


def _moves(moves: frozenset[tuple[str, str]]) -> str:
    """The moves one row makes; a network taken up again is a new row."""
    return "(" + ",".join(f"'{old}>{new}'" for old, new in sorted(moves) if old != "retired") + ")"


def _newest(kinds: str) -> str:
    """The id of the newest entry of these kinds about this run, 0 when there is none. A refused start is none.

    Looks for keys in the canonical text: what a person typed can't look like a key, since quotation marks are
    escaped there. (The database's own JSON functions are not trusted in a schema by every version.)
    """
    about = "(instr(l.data,'\"adoption\":'||NEW.id||',')>0 OR instr(l.data,'\"adoption\":'||NEW.id||'}')>0)"
    return (
        f"coalesce((SELECT max(l.id) FROM ledger l WHERE l.kind IN ({kinds}) AND {about}"
        " AND instr(l.data,'\"opened\":false')=0),0)"
    )


_STAYS = "NEW.state IS OLD.state"
_STARTS = "(NEW.state='active' AND OLD.state IN ('none','later','parked'))"
_MASTERS = "(NEW.state='mastered' AND OLD.state='active')"
_TYPED = """EXISTS(SELECT 1 FROM evidence e WHERE e.network=OLD.network AND e.late=0 AND e.outside=0 AND e.void=0
      AND e.made_on>=OLD.started_on AND (coalesce(e.posts,e.received,e.answered_in_time,e.reach,e.enquiries,
      e.customers,e.sales) IS NOT NULL OR (e.audience IS NOT NULL AND e.made_on<>(SELECT made_on FROM plan))))"""
_TAKES_BACK = f"""(OLD.state='active' AND NEW.state=OLD.before AND {just_now("NEW.taken_back_on")}
    AND julianday({TODAY})-julianday(OLD.started_on)<=8 AND NOT {_TYPED}
    AND {_newest("'take_back'")}>{_newest("'start'")}
    AND (SELECT count(*) FROM ledger WHERE kind='take_back' AND day>date({TODAY},'-90 days'))<={TAKE_BACKS})"""
_RETIRES = "(NEW.state='retired' AND OLD.state IN ('active','mastered','parked','beside'))"
_UNEARNED = f"""(OLD.state='mastered' AND OLD.mastered_on>{TODAY}
    AND (NEW.state='parked' OR NEW.state='active' AND NOT EXISTS(SELECT 1 FROM adoption WHERE state='active')))"""
_LEGAL = f"""CASE OLD.network WHEN '{YARDSTICK}' THEN OLD.state||'>'||NEW.state IN {_moves(YARDSTICK_MOVES)}
    ELSE OLD.state||'>'||NEW.state IN {_moves(MOVES)} END"""
_ROAD = f"""NOT {_STARTS} OR ((SELECT count(DISTINCT kind) FROM goal WHERE adoption=NEW.id AND kind<>'upkeep')=3
    AND (SELECT count(*)>=6 AND count(DISTINCT stage)=6 FROM step WHERE adoption=NEW.id AND required=1))"""
_RECORDED = f"""NOT {_STARTS} OR ({_newest("'start'")}>{_newest("'take_back','retired'")}
    AND (SELECT {just_now("l.day")} FROM ledger l WHERE l.id={_newest("'start'")}))"""
_BEFORE = """NEW.before=OLD.state OR (OLD.state='none' AND NEW.before='retired'
    AND EXISTS(SELECT 1 FROM adoption WHERE network=NEW.network AND state='retired'))"""
_BEGUN = "(OLD.state NOT IN ('none','later','parked'))"

_ADOPTION = (
    trigger(
        "adoption",
        "INSERT",
        {
            "id": "NEW.id>=1 AND NOT EXISTS(SELECT 1 FROM adoption WHERE id=NEW.id)",
            "one_run": "NOT EXISTS(SELECT 1 FROM adoption WHERE network=NEW.network AND state<>'retired')",
            "state": f"NEW.state IN {_WAITING} OR (NEW.state='beside' AND NEW.network='{YARDSTICK}')",
            "fresh": "coalesce(NEW.mastered_week,NEW.mastered_on,NEW.retired_on,NEW.retired_from,"
            "NEW.taken_back_on) IS NULL",
        },
    ),
    trigger(
        "adoption",
        "UPDATE",
        {
            "identity": same("id", "network"),
            "move": f"{_STAYS} OR {_TAKES_BACK} OR {_UNEARNED} OR {_LEGAL}",
            "two_active": f"{_STAYS} OR NEW.state<>'active'"
            " OR NOT EXISTS(SELECT 1 FROM adoption WHERE state='active')",
            "road": _ROAD,
            "recorded": _RECORDED,
            "before": f"CASE WHEN {_STARTS} THEN {_BEFORE} WHEN {_BEGUN} THEN {same('before')} ELSE 1 END",
            "started_on": f"CASE WHEN {_STARTS} THEN {just_now('NEW.started_on')}"
            f" WHEN {_BEGUN} THEN {taken_back_by_clock('started_on')} ELSE 1 END",
            "version": f"NOT {_BEGUN} OR {same('version')}",
            "unearned": f"NOT {_MASTERS} OR NEW.mastered_week IS"
            " (SELECT min(week) FROM earned WHERE adoption=NEW.id)",
            "mastered": f"CASE WHEN {_MASTERS} THEN {just_now('NEW.mastered_on')}"
            f" AND NEW.mastered_on>{sunday('NEW.mastered_week')}"
            " WHEN OLD.state='mastered' AND NEW.state IN ('active','parked')"
            " THEN coalesce(NEW.mastered_on,NEW.mastered_week) IS NULL"
            f" ELSE {same('mastered_week', 'mastered_on')} END",
            "retired": f"CASE WHEN {_RETIRES} AND NOT {_TAKES_BACK}"
            f" THEN {just_now('NEW.retired_on')} AND NEW.retired_from=OLD.state"
            f" ELSE {same('retired_from')} AND {taken_back_by_clock('retired_on')} END",
            "taken_back_on": f"{_TAKES_BACK} OR {taken_back_by_clock('taken_back_on')}",
        },
    ),
    trigger(
        "adoption",
        "DELETE",
        {
            "state": "OLD.state IN ('none','later')",
            "started": "NOT EXISTS(SELECT 1 FROM step WHERE adoption=OLD.id)"
            " AND NOT EXISTS(SELECT 1 FROM goal WHERE adoption=OLD.id)"
            " AND NOT EXISTS(SELECT 1 FROM opening WHERE adoption=OLD.id)",
        },
    ),
)

_STATE = "(SELECT state FROM adoption WHERE id=NEW.adoption)"
_IS_ROAD = "NEW.stage NOT IN ('deepen','wind_down')"
_MAY_DO = f"""CASE NEW.stage WHEN 'deepen' THEN {_STATE}='mastered' WHEN 'wind_down' THEN {_STATE}='retired'
    ELSE {_STATE} IN ('active','mastered') AND EXISTS(SELECT 1 FROM opening o
      WHERE o.adoption=NEW.adoption AND o.stage=NEW.stage AND o.day<=NEW.done_on) END"""
_MAY_UNDO = f"""CASE NEW.stage WHEN 'deepen' THEN {_STATE}='mastered' WHEN 'wind_down' THEN {_STATE}='retired'
    ELSE {_STATE}='active' END"""
_OLD_OPEN = f"(OLD.done_on IS NULL OR OLD.void=1 OR NOT {closed(week_of('OLD.done_on'))})"
_DOES = f"""{_MAY_DO} AND {_OLD_OPEN} AND NEW.void=0 AND NEW.done_on<={TODAY} AND {just_now("NEW.made_on")}
    AND NOT {closed(week_of("NEW.done_on"))}"""
_UNDOES = f"{_MAY_UNDO} AND {_OLD_OPEN} AND NEW.void=0 AND NEW.made_on IS NULL AND NEW.instead=''"

_STEP = (
    trigger(
        "step",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM step WHERE adoption=NEW.adoption AND step=NEW.step)",
            "waiting": f"{_STATE} IN {_WAITING}",
            "undone": "coalesce(NEW.done_on,NEW.made_on) IS NULL AND NEW.void=0 AND NEW.instead=''",
            "road": f"{_IS_ROAD} OR NEW.required=0",
        },
    ),
    trigger(
        "step",
        "UPDATE",
        {
            "identity": same("adoption", "step", "stage", "position", "required", "minutes"),
            "done": f"CASE WHEN {same('done_on', 'made_on', 'instead', 'void')} THEN 1"
            f" WHEN NEW.void=1 THEN {same('done_on', 'made_on', 'instead')}"
            f" AND (OLD.done_on>{TODAY} OR OLD.made_on>{TODAY})"
            f" WHEN NEW.done_on IS NULL THEN {_UNDOES} ELSE {_DOES} END",
            "instead": "NEW.instead='' OR (NEW.required=1 AND (SELECT count(*) FROM step"
            " WHERE adoption=NEW.adoption AND instead<>'' AND step<>NEW.step)<=1)",
        },
    ),
    never("step", "DELETE"),
)

_STAGE_BEFORE = "CASE NEW.stage " + "".join(
    f"WHEN '{stage}' THEN '{before}' " for before, stage in zip(STAGES, STAGES[1:], strict=False)
) + "END"  # fmt: skip
_FOLLOWS = f"""{_STATE}='active' AND NEW.day<={TODAY}
    AND EXISTS(SELECT 1 FROM opening o WHERE o.adoption=NEW.adoption AND o.stage={_STAGE_BEFORE} AND o.day<=NEW.day)
    AND NOT EXISTS(SELECT 1 FROM step s WHERE s.adoption=NEW.adoption AND s.stage={_STAGE_BEFORE} AND s.required=1
      AND (s.done_on IS NULL OR s.void=1 OR s.done_on>NEW.day))"""

_OPENING = (
    trigger(
        "opening",
        "INSERT",
        {
            "new": "NOT EXISTS(SELECT 1 FROM opening WHERE adoption=NEW.adoption AND stage=NEW.stage)",
            "earned": f"CASE NEW.stage WHEN '{STAGES[0]}' THEN {_STATE} IN {_WAITING} AND {just_now('NEW.day')}"
            f" ELSE {_FOLLOWS} END",
        },
    ),
    trigger("opening", "UPDATE", {"fixed": same("adoption", "stage"), "day": taken_back_by_clock("day")}),
    never("opening", "DELETE"),
)

_FIRST_WEEK = f"""CASE NEW.goal WHEN 'upkeep' THEN
      (SELECT {week_of("a.mastered_on")}+1 FROM adoption a WHERE a.id=NEW.adoption AND a.mastered_on IS NOT NULL)
    ELSE (SELECT {week_of("o.day")}+1 FROM opening o WHERE o.adoption=NEW.adoption
      AND o.stage=CASE NEW.goal WHEN 'answers' THEN 'listen' ELSE 'publish' END) END"""

_GOAL = (
    trigger(
        "goal",
        "INSERT",
        {
            "id": "NEW.id>=1 AND NOT EXISTS(SELECT 1 FROM goal WHERE id=NEW.id)",
            "new": "NOT EXISTS(SELECT 1 FROM goal WHERE adoption=NEW.adoption AND goal=NEW.goal)",
            "waiting": f"{_STATE} IN {_WAITING}",
            "kind": "NEW.goal||NEW.kind IN ('postshabit','answersresponse','enquiriesoutcome','upkeepupkeep')",
            "bounds": "NEW.least BETWEEN 1 AND NEW.most AND CASE NEW.kind"
            " WHEN 'outcome' THEN NEW.k IS NULL AND NEW.n BETWEEN 4 AND 12"
            " ELSE NEW.k BETWEEN 3 AND NEW.n AND NEW.n<=12 END",
            "from_week": "NEW.from_week IS NULL",
        },
    ),
    trigger(
        "goal",
        "UPDATE",
        {
            "fixed": same("id", "adoption", "goal", "kind", "k", "n", "least", "most"),
            "from_week": f"{same('from_week')} OR NEW.from_week IS ({_FIRST_WEEK})",
        },
    ),
    never("goal", "DELETE"),
)


def _target_at(goal: str, week: str, before: str = "1") -> str:
    return (
        f"(SELECT t.value FROM target t WHERE t.goal={goal} AND t.from_week<={week} AND {before}"
        " ORDER BY t.id DESC LIMIT 1)"
    )


def _easier(new: str, old: str) -> str:
    """A response asks for more with fewer hours, everything else with a larger number."""
    return f"CASE (SELECT kind FROM goal WHERE id=NEW.goal) WHEN 'response' THEN {new}>{old} ELSE {new}<{old} END"


_GOAL_STATE = "(SELECT a.state FROM goal g JOIN adoption a ON a.id=g.adoption WHERE g.id=NEW.goal)"
_KIND = "(SELECT kind FROM goal WHERE id=NEW.goal)"
_ANY_ROW = "EXISTS(SELECT 1 FROM target WHERE goal=NEW.goal)"
_NEXT_WEEK = f"{THIS_WEEK}+1"
_BASELINE = f"""(SELECT {THIS_WEEK}-g.from_week-(SELECT count(*) FROM pause WHERE week>=g.from_week AND week<{THIS_WEEK})
    FROM goal g WHERE g.id=NEW.goal)>=4"""
_FIRST_TARGET = f"""CASE WHEN {_GOAL_STATE} IN {_WAITING} THEN {_KIND}<>'outcome' AND NOT {_ANY_ROW}
      AND NEW.from_week BETWEEN {THIS_WEEK}-1 AND {THIS_WEEK}
    WHEN {_KIND}='outcome' THEN {_target_at("NEW.goal", _NEXT_WEEK)} IS NULL AND {_BASELINE}
      AND NEW.from_week BETWEEN {week_of("NEW.made_on")} AND {THIS_WEEK}
    ELSE {_ANY_ROW} AND {_target_at("NEW.goal", THIS_WEEK)} IS NULL AND NEW.from_week={THIS_WEEK}
      AND NEW.value=(SELECT value FROM target WHERE goal=NEW.goal ORDER BY id LIMIT 1) END"""
_EASES = f"""EXISTS(SELECT 1 FROM (SELECT NEW.from_week AS week UNION SELECT from_week FROM target
      WHERE goal=NEW.goal AND from_week>NEW.from_week) w WHERE {_easier("NEW.value", _target_at("NEW.goal", "w.week"))})"""
_EASED_LATELY = f"""EXISTS(SELECT 1 FROM target e WHERE e.goal=NEW.goal AND e.made_on<=NEW.made_on
      AND e.made_on>date(NEW.made_on,'-{EASING_REST} days')
      AND {_easier("e.value", _target_at("e.goal", week_of("e.made_on") + "+1", "t.id<e.id"))})"""
_CHANGE = f"""{_GOAL_STATE} IN ('active','mastered') AND {_target_at("NEW.goal", _NEXT_WEEK)} IS NOT NULL
    AND NEW.from_week>={week_of("NEW.made_on")}+1
    AND (NOT {_EASES} OR (length(trim(NEW.reason))>0 AND NOT {_EASED_LATELY}
      AND julianday({monday("NEW.from_week")})-julianday(NEW.made_on)>={EASING_NOTICE}))"""

_TARGET = (
    trigger(
        "target",
        "INSERT",
        {
            "next": "NEW.id>coalesce((SELECT max(id) FROM target),0)",
            "bounds": "(SELECT NEW.value BETWEEN least AND most FROM goal WHERE id=NEW.goal)",
            "made_on": just_now("NEW.made_on"),
            "change": f"({_FIRST_TARGET}) OR ({_CHANGE})",
        },
    ),
    never("target", "UPDATE"),
    never("target", "DELETE"),
)

RULES = (*_ADOPTION, *_STEP, *_OPENING, *_GOAL, *_TARGET)
"""Triggers, in the order they are laid."""
