"""Views that judge every ended week of every goal, as `focusplan.domain.goalweeks` does.

`goal_week` has one row for each ended week of each goal whose part has opened; `goal_result` adds what became
of it; `held_at` says whether the goal held at its end; `earned` names the weeks in which a run earned mastery.
"""

# ruff: noqa: E501 - SQL reads better in whole clauses

from __future__ import annotations

from focusplan.store.phrases import THIS_WEEK, monday, sunday, week_of, weekday

UNPLANNED_MOST_WINDOW = 13
"""Weeks within which at most two weeks after a pause or in crisis mode are left out."""

_ALLOWED_HOLIDAY = f"""EXISTS(SELECT 1 FROM holiday h JOIN boundaries b WHERE {week_of("h.day")}=s.week
      AND instr(b.hours,'"'||{weekday("h.day")}||'":[[')>0)"""
_AFTER_PAUSE = f"EXISTS(SELECT 1 FROM pause p WHERE p.week=s.week-1 AND p.made_on<{monday('s.week')})"
_IN_CRISIS = (
    f"EXISTS(SELECT 1 FROM crisis c WHERE c.first_day<={sunday('s.week')} AND c.last_day>={monday('s.week')})"
)


def _ticked(kind: str, what: str) -> str:
    return f"(SELECT count(*) FROM item i WHERE i.week=s.week AND i.network=a.network AND i.kind='{kind}' AND {what})"


_DONE = "i.done=1 AND i.void=0"
_POSTED = f"{_DONE} AND i.part=i.parts"
"""A post in several sittings counts with its last part."""
_THERE = "i.dropped=0"

GOAL_WEEK = f"""CREATE VIEW goal_week AS
WITH RECURSIVE span(goal, week) AS (
  SELECT id, from_week FROM goal WHERE from_week<{THIS_WEEK}
  UNION ALL SELECT goal, week+1 FROM span WHERE week+1<{THIS_WEEK})
SELECT g.id AS goal, g.adoption, g.goal AS name, g.kind, g.k, g.n, s.week,
  EXISTS(SELECT 1 FROM pause p WHERE p.week=s.week) AS paused,
  CASE WHEN g.kind NOT IN ('habit','upkeep') THEN '' WHEN {_ALLOWED_HOLIDAY} THEN 'holiday'
    WHEN {_AFTER_PAUSE} THEN 'pause' WHEN {_IN_CRISIS} THEN 'crisis' ELSE '' END AS excuse,
  (SELECT t.value FROM target t WHERE t.goal=g.id AND t.from_week<=s.week ORDER BY t.id DESC LIMIT 1) AS target,
  coalesce(e.posts, nullif({_ticked("post", _POSTED)},0)) AS posts,
  e.received, e.answered_in_time AS answered, e.enquiries,
  {_ticked("answer", _DONE)} AS answers_done, {_ticked("answer", _THERE)} AS answers,
  {_ticked("upkeep", _DONE)} AS upkeep_done, {_ticked("upkeep", _THERE)} AS upkeep
FROM span s JOIN goal g ON g.id=s.goal JOIN adoption a ON a.id=g.adoption
LEFT JOIN evidence e ON e.network=a.network AND e.week=s.week AND e.late=0 AND e.outside=0 AND e.void=0"""

GOAL_MET = """CREATE VIEW goal_met AS SELECT *, coalesce(CASE kind
  WHEN 'habit' THEN posts>=target
  WHEN 'upkeep' THEN (upkeep>0 AND upkeep=upkeep_done) OR coalesce(posts>=target,0)
  WHEN 'response' THEN CASE
    WHEN received IS NULL AND answered IS NULL THEN answers>0 AND answers=answers_done
    WHEN received IS NULL THEN 0 WHEN received=0 THEN 1
    ELSE (received>=3 AND answered>=received-1) OR answered*10>=received*9 END
  END,0) AS met FROM goal_week"""

LEFT_OUT = f"""CREATE VIEW left_out AS
WITH RECURSIVE candidate AS (
  SELECT goal, week, row_number() OVER (PARTITION BY goal ORDER BY week) AS r FROM goal_met
  WHERE excuse IN ('pause','crisis') AND NOT met AND NOT paused),
walk(goal, r, week, out, newest, older) AS (
  SELECT goal, r, week, 1, week, -1000 FROM candidate WHERE r=1
  UNION ALL
  SELECT c.goal, c.r, c.week, w.older<=c.week-{UNPLANNED_MOST_WINDOW},
    CASE WHEN w.older<=c.week-{UNPLANNED_MOST_WINDOW} THEN c.week ELSE w.newest END,
    CASE WHEN w.older<=c.week-{UNPLANNED_MOST_WINDOW} THEN w.newest ELSE w.older END
  FROM walk w JOIN candidate c ON c.goal=w.goal AND c.r=w.r+1)
SELECT goal, week FROM walk WHERE out
UNION ALL SELECT goal, week FROM goal_met WHERE excuse='holiday' AND NOT met AND NOT paused"""

GOAL_RESULT = """CREATE VIEW goal_result AS SELECT m.*,
  NOT m.paused AND l.week IS NULL AS counted
FROM goal_met m LEFT JOIN left_out l ON l.goal=m.goal AND l.week=m.week"""

_RUNNING = """SELECT *,
  sum(counted) OVER w AS r, sum(counted AND met) OVER w AS kept,
  sum(NOT paused) OVER w AS active, sum(CASE WHEN paused THEN 0 ELSE coalesce(enquiries,0) END) OVER w AS summed
FROM goal_result WINDOW w AS (PARTITION BY goal ORDER BY week)"""

HELD_AT = f"""CREATE VIEW held_at AS
WITH run AS MATERIALIZED ({_RUNNING}),
rhythm AS (SELECT goal, adoption, name, week,
  kept-coalesce((SELECT max(b.kept) FROM run b WHERE b.goal=a.goal AND b.r=a.r-a.n),0)>=k AS held
  FROM run a WHERE kind<>'outcome'),
outcome AS (SELECT goal, adoption, name, week, active, paused,
  active>=4 AND target IS NOT NULL AND summed
    -coalesce((SELECT max(b.summed) FROM run b WHERE b.goal=a.goal AND b.active=a.active-a.n),0)>=target AS held
  FROM run a WHERE kind='outcome')
SELECT goal, adoption, name, week, held FROM rhythm
UNION ALL SELECT o.goal, o.adoption, o.name, o.week,
  coalesce((SELECT p.held FROM outcome p WHERE p.goal=o.goal AND p.active=o.active AND NOT p.paused),0) FROM outcome o"""

EARNED = f"""CREATE VIEW earned AS
SELECT h.adoption, h.week FROM held_at h JOIN adoption a ON a.id=h.adoption
WHERE h.name<>'upkeep' AND h.week>={week_of("a.started_on")}
  AND NOT EXISTS(SELECT 1 FROM step s WHERE s.adoption=a.id AND s.required=1
    AND s.stage NOT IN ('deepen','wind_down')
    AND (s.done_on IS NULL OR s.void<>0 OR s.done_on>{sunday("h.week")}))
  AND EXISTS(SELECT 1 FROM step s WHERE s.adoption=a.id AND s.required=1)
GROUP BY h.adoption, h.week
HAVING min(h.held)=1 AND count(DISTINCT h.name)>=3
  AND count(*)=(SELECT count(*) FROM goal g WHERE g.adoption=h.adoption AND g.goal<>'upkeep')"""

VIEWS = (GOAL_WEEK, GOAL_MET, LEFT_OUT, GOAL_RESULT, HELD_AT, EARNED)
"""In the order they are laid."""
