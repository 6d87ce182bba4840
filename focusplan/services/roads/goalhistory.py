"""The history of a goal in words: its weeks with their targets, and each change of it."""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.domain.adoption import Adoption
from focusplan.domain.goalfacts import goal_rows
from focusplan.domain.goals import Goal, target_at
from focusplan.domain.goalweeks import GoalWeek, WeekFacts, judged
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.targets import harder, of_goal
from focusplan.i18n import _, day_with_year, ngettext, number, pgettext, told
from focusplan.networkanswers import GoalHistory, HistoryWeek
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words
from focusplan.services.roads.goalviews import goal_text, goal_views, result_text


def history_view(facts: Snapshot, catalogue: Catalogue, run: Adoption, goal: Goal) -> GoalHistory:
    """Newest week first. A network that runs well has the weeks until it earned that, but for upkeep."""
    words = result_words(catalogue, facts.business)
    present = target_at(facts.targets, goal.id, facts.week)
    view = next((one for one in goal_views(facts, catalogue, run) if one.id == goal.goal), None)
    last = facts.week
    if goal.kind != "upkeep" and run.mastered_week is not None:
        last = min(last, run.mastered_week)
    rows = goal_rows(facts, run, goal, last)
    weeks = judged(goal.kind, goal.k, goal.n, rows)
    return GoalHistory(
        network=run.network,
        goal=goal.goal,
        text=goal_text(goal.goal, present, goal.n, words),
        line=view.line if view else "",
        weeks=tuple(
            _week(facts, goal, row, week, words) for row, week in zip(rows, weeks, strict=True)
        )[::-1],
        changes=change_sentences(facts, goal),
    )


def change_sentences(facts: Snapshot, goal: Goal) -> tuple[str, ...]:
    """Each change of a target in the order they were made, an easier one with its reason."""
    rows = of_goal(goal, facts.targets)
    said = []
    for before, after in zip(rows, rows[1:], strict=False):
        text = _("{old} became {new} from {day}").format(
            old=number(before.value), new=number(after.value), day=day_with_year(after.from_week.monday)
        )
        if after.reason:
            if harder(goal.kind, before.value, after.value):
                easier = _("easier: {reason}").format(reason=after.reason)
                text = f"{text} ({easier})"
            else:
                text = f"{text} ({after.reason})"
        said.append(text)
    return tuple(said)


def _week(
    facts: Snapshot, goal: Goal, row: WeekFacts, week: GoalWeek, words: tuple[str, str]
) -> HistoryWeek:
    result = "running" if row.week == facts.week and week.result != "paused" else week.result
    return HistoryWeek(
        week.week,
        "running" if result == "counting" else result,
        _asked(goal, row.target),
        _brought(goal, row, week, words),
        _counts(goal, row, result),
    )


def _asked(goal: Goal, target: int | None) -> str:
    if target is None:
        return _("just counting")
    if goal.kind == "response":
        return ngettext("{hours} hour", "{hours} hours", target).format(hours=number(target))
    return number(target)


def _brought(goal: Goal, row: WeekFacts, week: GoalWeek, words: tuple[str, str]) -> str:
    """What is known of the week; what nobody typed is unknown, never zero."""
    if goal.kind == "response":
        if row.received == 0:
            return _("nobody wrote")
        if row.received is not None and row.answered is not None:
            text = _("{answered} of {received} in time")
            return text.format(answered=number(row.answered), received=number(row.received))
        if row.received is None and row.ticks.answers:
            text = _("{done} of {all} answering jobs")
            return text.format(done=number(row.ticks.answers_done), all=number(row.ticks.answers))
        return _("not known")
    if week.figure is None:
        return _("not known")
    if goal.kind == "outcome":
        return f"{number(week.figure)} {words[0] if week.figure == 1 else words[1]}"
    return ngettext("{count} post", "{count} posts", week.figure).format(count=number(week.figure))


def _counts(goal: Goal, row: WeekFacts, result: str) -> str:
    if result == "counting":
        return _("just counting")
    if result == "left_out":
        why = _excuses().get(row.excuse)
        return told(result_text(result), why) if why else result_text(result)
    if goal.kind == "outcome" and result in ("met", "missed"):
        return _("together enough") if result == "met" else _("together not enough yet")
    return result_text(result)


def _excuses() -> Mapping[str, str]:
    return {
        "holiday": _("public holiday"),
        "pause": _("first week after a pause"),
        "crisis": pgettext("why a week is left out", "a crisis"),
    }
