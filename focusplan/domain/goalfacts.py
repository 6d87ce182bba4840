"""From the whole plan to the weeks of one goal: which figures, pauses and excuses belong to which week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from focusplan.domain.adoption import Adoption
from focusplan.domain.evidence import Evidence
from focusplan.domain.goals import Goal, Ticks, target_at
from focusplan.domain.goalweeks import BASELINE_WEEKS, EXCUSABLE, GoalWeek, WeekFacts, judged
from focusplan.domain.pauses import WINDOW
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestions import OF_WEEKS, Missed
from focusplan.domain.targets import last_easing
from focusplan.domain.weeks import Week, span

Typed = Mapping[tuple[str, Week], Evidence]
"""Typed figures that count, by network and week."""


def counted(facts: Snapshot) -> Typed:
    """`counting` of a whole picture, worked out once."""
    found: Typed | None = facts.known.get("counting")
    if found is None:
        found = facts.known["counting"] = counting(facts.evidence)
    return found


def counting(evidence: Iterable[Evidence]) -> Typed:
    """The rows that count for goals: neither late, nor outside the plan, nor from a wrong clock."""
    return {
        (row.network, row.week): row for row in evidence if not (row.late or row.outside or row.void)
    }


def holiday_weeks(facts: Snapshot) -> frozenset[Week]:
    """The weeks with a public holiday on an allowed day."""
    weekdays = facts.boundaries.weekdays
    return frozenset(Week.of(one.day) for one in facts.holidays if one.day.weekday() in weekdays)


def excuse(facts: Snapshot, week: Week, holidays: Collection[Week]) -> str:
    """Why a week that was not met may be left out: holiday (one of `holidays`), pause, crisis, or empty. A
    pause counts when it was known as the week after it began."""
    if week in holidays:
        return "holiday"
    before = facts.pauses.get(week - 1)
    if before is not None and before.made_on < week.monday:
        return "pause"
    touched = any(one.first_day <= week.sunday and one.last_day >= week.monday for one in facts.crises)
    return "crisis" if touched else ""


def goal_rows(
    facts: Snapshot, run: Adoption, goal: Goal, last: Week, first: Week | None = None
) -> tuple[WeekFacts, ...]:
    """What is known of each week of a goal from its first, or a later `first`, to `last`; empty before its
    stage opened."""
    if goal.from_week is None:
        return ()
    rows = counted(facts)
    targets = [target for target in facts.targets if target.goal == goal.id]
    holidays = holiday_weeks(facts)

    def judging(week: Week) -> tuple[int | None, str]:
        return target_at(targets, goal.id, week), excuse(facts, week, holidays)

    weeks = span(max(goal.from_week, first or goal.from_week), last)
    return tuple(_row(facts, run.network, week, judging(week), rows) for week in weeks)


def _row(
    facts: Snapshot, network: str, week: Week, judging: tuple[int | None, str], typed: Typed
) -> WeekFacts:
    """One week; `judging` is its target and its excuse."""
    figures = typed.get((network, week)) or Evidence(network, week)
    return WeekFacts(
        week,
        week in facts.pauses,
        judging[1],
        judging[0],
        figures.posts,
        figures.received,
        figures.answered_in_time,
        figures.enquiries,
        facts.ticks.get((network, week), Ticks()),
    )


def goal_weeks(
    facts: Snapshot, run: Adoption, goal: Goal, last: Week | None = None, since: Week | None = None
) -> tuple[GoalWeek, ...]:
    """The judged weeks of a goal up to `last`, by default the newest ended one; with `since` those from that
    week on, judged as they are in the whole."""
    end = facts.week - 1 if last is None else last
    asked = ("goal_weeks", run.network, goal, end, since)
    found: tuple[GoalWeek, ...] | None = facts.known.get(asked)
    if found is None:
        first = goal.from_week if since is None else clean_start(facts, goal, since)
        weeks = judged(goal.kind, goal.k, goal.n, goal_rows(facts, run, goal, end, first))
        found = weeks if since is None else tuple(one for one in weeks if one.week >= since)
        facts.known[asked] = found
    return found


def newest_weeks(facts: Snapshot, run: Adoption, goal: Goal, count: int) -> tuple[GoalWeek, ...]:
    """The newest judged weeks of a goal, at least so many that were neither paused nor left out where there
    are as many."""
    if goal.from_week is None:
        return ()
    return goal_weeks(facts, run, goal, since=_back(facts, goal, facts.week, count))


def clean_start(facts: Snapshot, goal: Goal, since: Week) -> Week | None:
    """A week from which on the weeks of a goal can be judged so that from `since` on all are as in the whole:
    the window is full by then, and no week before has used up what may be left out."""
    if goal.from_week is None:
        return None
    start = _back(facts, goal, since, max(goal.n, BASELINE_WEEKS))
    while goal.kind in EXCUSABLE and start > goal.from_week:
        used = [week for week in span(start - (WINDOW - 1), start - 1) if _may_use_up(facts, week)]
        if not used:
            break
        start = used[0]
    return max(start, goal.from_week)


def _may_use_up(facts: Snapshot, week: Week) -> bool:
    return excuse(facts, week, ()) != ""


def _back(facts: Snapshot, goal: Goal, week: Week, count: int) -> Week:
    """So many weeks before this one that count whatever they brought; the goal's first week where there are
    not as many."""
    first = goal.from_week or week
    holidays = holiday_weeks(facts) if goal.kind in EXCUSABLE else ()
    while count and week > first:
        week = week - 1
        left_out = goal.kind in EXCUSABLE and excuse(facts, week, holidays)
        count -= week not in facts.pauses and not left_out
    return week


def missed_lately(facts: Snapshot, goal: Goal, weeks: Iterable[GoalWeek]) -> Missed:
    """How a goal's last counted weeks went, for the offer of an easier one. `weeks` are the goal's."""
    counted = [one.result == "missed" for one in weeks if one.result in ("met", "missed")][-OF_WEEKS:]
    target = target_at(facts.targets, goal.id, facts.week)
    easiest = goal.most if goal.kind == "response" else goal.least
    eased = last_easing(goal, facts.targets, facts.moment.day) is not None
    return Missed(
        goal.goal, sum(counted), len(counted), eased, target in (None, easiest), not any(counted[-2:])
    )
