"""Goals in words: what is asked, what is kept, and each week as a square."""

from __future__ import annotations

from datetime import date

from focusplan.answers import GoalView, WeekSquare
from focusplan.domain.adoption import Adoption
from focusplan.domain.gate import upkeep_ok
from focusplan.domain.goalfacts import goal_weeks, missed_lately, newest_weeks
from focusplan.domain.goals import Goal, target_at
from focusplan.domain.goalweeks import BASELINE_WEEKS, GoalWeek, active_weeks
from focusplan.domain.playbook import Playbook
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.suggestions import OF_WEEKS
from focusplan.domain.targets import upcoming
from focusplan.domain.weeks import Week
from focusplan.i18n import _, ngettext, told, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words

ORDER = ("posts", "answers", "enquiries", "upkeep")


def goal_text(goal: str, target: int | None, n: int, words: tuple[str, str]) -> str:
    """What a goal asks, such as `2 posts a week`; `words` are the owner's result, one and many."""
    if goal == "enquiries":
        if target is None:
            return _("{results} in {weeks} weeks, after four weeks of just counting").format(
                results=words[1], weeks=n
            )
        word = words[0] if target == 1 else words[1]
        return _("{count} {results} in {weeks} weeks").format(count=target, results=word, weeks=n)
    count = target or 0
    if goal == "answers":
        text = ngettext("answered within {hours} hour", "answered within {hours} hours", count)
        return text.format(hours=count)
    if goal == "upkeep":
        text = ngettext(
            "looked after each week, with {count} post", "looked after each week, with {count} posts", count
        )
        return text.format(count=count)
    return ngettext("{count} post a week", "{count} posts a week", count).format(count=count)


def goal_views(
    facts: Snapshot, catalogue: Catalogue, run: Adoption, since: Week | None = None
) -> tuple[GoalView, ...]:
    """The goals of a run in the order they are shown; upkeep only where a network runs well. With `since`
    their weeks are those from then on, and the newest in any case."""
    shown = [goal for goal in facts.goals_of(run) if goal.kind != "upkeep" or run.state == "mastered"]
    words = result_words(catalogue, facts.business)
    return tuple(
        _view(facts, run, goal, words, since) for goal in sorted(shown, key=lambda g: ORDER.index(g.goal))
    )


def default_goals(facts: Snapshot, catalogue: Catalogue, playbook: Playbook) -> tuple[GoalView, ...]:
    """The goals as the playbook has them, for a network that is not in the plan."""
    words = result_words(catalogue, facts.business)
    specs = sorted((g for g in playbook.goals if g.kind != "upkeep"), key=lambda g: ORDER.index(g.id))
    return tuple(
        GoalView(
            id=spec.id, kind=spec.kind, text=goal_text(spec.id, spec.default, spec.n, words),
            target=spec.default, least=spec.least, most=spec.most, k=spec.k, n=spec.n, held=False, kept=0,
            needed=spec.k or 0, line=_rhythm_line(0, spec.k or 0, spec.n) if spec.k else "", weeks=(),
            can_set=False,
        )
        for spec in specs
    )  # fmt: skip


def _weeks(facts: Snapshot, run: Adoption, goal: Goal, since: Week | None) -> tuple[GoalWeek, ...]:
    """The judged weeks from a week on; as many of the newest at least as what is said of a goal goes by."""
    if since is None:
        return goal_weeks(facts, run, goal)
    newest = newest_weeks(facts, run, goal, max(OF_WEEKS, goal.n))
    return newest if newest and newest[0].week <= since else goal_weeks(facts, run, goal, since=since)


def _view(facts: Snapshot, run: Adoption, goal: Goal, words: tuple[str, str], since: Week | None) -> GoalView:
    weeks = _weeks(facts, run, goal, since)
    present = target_at(facts.targets, goal.id, facts.week)
    coming = upcoming(goal, facts.targets, facts.moment.day)
    last = weeks[-1] if weeks else None
    kept = last.kept if last else 0
    return GoalView(
        id=goal.goal,
        kind=goal.kind,
        text=goal_text(goal.goal, present, goal.n, words),
        target=present,
        least=goal.least,
        most=goal.most,
        k=goal.k,
        n=goal.n,
        held=upkeep_ok(weeks) if goal.kind == "upkeep" else last is not None and last.held,
        kept=kept,
        needed=goal.k or present or 0,
        line=_line(facts, goal, weeks, present),
        weeks=_squares(facts, goal, weeks),
        next_target=coming.value if coming else None,
        next_from=coming.from_week.monday if coming else None,
        suggestion=suggestion(goal, weeks, present),
        can_set=_can_set(run, goal, weeks, present),
        note=_note(facts, run, goal, weeks),
    )


def suggestion(goal: Goal, weeks: tuple[GoalWeek, ...], present: int | None) -> int | None:
    """Half of what was counted, at least 1 and within bounds; None unless a first target may be set now."""
    if goal.kind != "outcome" or present is not None or active_weeks(weeks) < BASELINE_WEEKS:
        return None
    return min(goal.most, max(goal.least, 1, weeks[-1].kept // 2))


def _can_set(run: Adoption, goal: Goal, weeks: tuple[GoalWeek, ...], present: int | None) -> bool:
    if run.state not in ("active", "mastered") or (run.state == "mastered") != (goal.kind == "upkeep"):
        return False
    return goal.kind != "outcome" or present is not None or active_weeks(weeks) >= BASELINE_WEEKS


def _line(facts: Snapshot, goal: Goal, weeks: tuple[GoalWeek, ...], present: int | None) -> str:
    """Where the goal stands, in a few words."""
    if goal.from_week is None or goal.from_week > facts.week:
        return _begins(goal.from_week.monday if goal.from_week else None)
    kept = weeks[-1].kept if weeks else 0
    if goal.kind != "outcome":
        return _rhythm_line(kept, goal.k or goal.n, goal.n)
    left = BASELINE_WEEKS - active_weeks(weeks)
    if left > 0:
        text = ngettext("{left} more week of just counting", "{left} more weeks of just counting", left)
        return text.format(left=left)
    if present is None:
        return _("{count} counted so far; now choose your goal").format(count=kept)
    return _("{count} so far, {target} are needed").format(count=kept, target=present)


def _rhythm_line(kept: int, needed: int, of: int) -> str:
    text = ngettext(
        "{kept} good week; {needed} of {of} are needed",
        "{kept} good weeks; {needed} of {of} are needed",
        kept,
    )
    return text.format(kept=kept, needed=needed, of=of)


def _begins(day: date | None) -> str:
    if day is None:
        return _("Counts once this part of the road is reached")
    return _("Counts from the week of {week}").format(week=week_range(day))


_RESULTS = ("met", "missed", "paused", "left_out", "running")


def result_text(result: str) -> str:
    """A week's result in a word or two."""
    texts = (_("kept"), _("not kept"), _("paused"), _("left out"), _("now"))
    return dict(zip(_RESULTS, texts, strict=True))[result]


def _squares(facts: Snapshot, goal: Goal, weeks: tuple[GoalWeek, ...]) -> tuple[WeekSquare, ...]:
    """Every week since the goal began and the running one; a week of just counting shows as running."""
    found = [(one.week, one.result) for one in weeks]
    if goal.from_week is not None and goal.from_week <= facts.week:
        found.append((facts.week, "paused" if facts.week in facts.pauses else "running"))
    return tuple(_square(week, result) for week, result in found)


def _square(week: Week, result: str) -> WeekSquare:
    counting = result == "counting"
    said = _("just counting") if counting else result_text(result)
    return WeekSquare(week, "running" if counting else result, told(week_range(week.monday), said))


def _note(facts: Snapshot, run: Adoption, goal: Goal, weeks: tuple[GoalWeek, ...]) -> str:
    """One sentence on a change that waits, or the offer of an easier goal after many misses."""
    day = facts.moment.day
    coming = upcoming(goal, facts.targets, day)
    if coming is not None:
        return _("{target} from the week of {week}").format(
            target=coming.value, week=week_range(coming.from_week.monday)
        )
    if run.state != "active" or goal.kind == "outcome":
        return ""
    if missed_lately(facts, goal, weeks).offers:
        return _("An easier goal may fit your weeks better; you can change it here.")
    return ""
