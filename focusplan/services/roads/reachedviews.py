"""The page to keep of a network that runs well, in words: what it took, brought and taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from focusplan.answers import WeekSquare
from focusplan.domain.adoption import Adoption
from focusplan.domain.gate import free_minutes
from focusplan.domain.goals import Goal, target_at
from focusplan.domain.goalweeks import GoalWeek
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.mastery import judged_weeks, road_goals
from focusplan.domain.plan import Note
from focusplan.domain.road import is_done
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week, span
from focusplan.i18n import _, day_with_year, duration, language, minutes, money, number, told, week_range
from focusplan.networkanswers import ReachedGoal, ReachedView
from focusplan.playbooks import Catalogue
from focusplan.services.care.audit import complete_since
from focusplan.services.facts import playbook_of
from focusplan.services.results.resultrows import Sums, sums, week_rows
from focusplan.services.results.resultwords import result_words
from focusplan.services.roads.goalhistory import change_sentences
from focusplan.services.roads.goalviews import ORDER, goal_text, result_text
from focusplan.services.roads.loads import loads
from focusplan.services.roads.roadviews import steps_count
from focusplan.store.store import Work

LEARNT = "learnt."
"""How the note begins that holds what was learnt of a network, by its run."""
WORKED = "worked."
"""How the notes begin that hold what worked, by week."""
_MOST_NOTED = 6


def learnt_key(run: Adoption) -> str:
    """The note with what the owner learnt in this run."""
    return f"{LEARNT}{run.id}"


def reached_view(work: Work, catalogue: Catalogue, facts: Snapshot, run: Adoption) -> ReachedView:
    """The page of a mastered run, with the figures of its weeks up to the one that earned it."""
    assert run.mastered_week is not None
    last = run.mastered_week
    first = min(Week.of(run.started_on), last) if run.started_on else last
    name = catalogue.name(run.network)
    rows = [row for row in week_rows(work, facts, first, last) if row.network == run.network]
    entry = _mastered(work, run)
    own = work.one(Note, key=learnt_key(run))
    return ReachedView(
        network=run.network,
        name=name,
        business=facts.business.name,
        practice=facts.plan.practice,
        today=facts.moment.day,
        title=_("{network} runs well").format(network=name),
        dates=_dates(run),
        figures=_figures(facts, catalogue, run, len(list(span(first, last))), sums(rows)),
        learnt=own.text if own else "",
        noted=_noted(work, first, last),
        goals=_goals(facts, catalogue, run, entry),
        closed=_closed(work, catalogue, facts, run),
        stays=_stays(work, catalogue, facts, run),
        complete=_complete(work.all(Entry)),
    )


def _dates(run: Adoption) -> str:
    ended = run.mastered_week.sunday if run.mastered_week else None
    if run.started_on is None or ended is None:
        return ""
    return _("{first} to {last}").format(first=day_with_year(run.started_on), last=day_with_year(ended))


def _mastered(work: Work, run: Adoption) -> Mapping[str, Any]:
    """What the record says the mastery of this run was judged on; empty where it says nothing."""
    for entry in reversed(work.all(Entry, kind="mastered")):
        values = entry.values()
        if (values.get("adoption"), values.get("week")) == (run.id, str(run.mastered_week)):
            return values
    return {}


def _figures(
    facts: Snapshot, catalogue: Catalogue, run: Adoption, weeks: int, sums: Sums
) -> tuple[tuple[str, str], ...]:
    """What it took and what it brought; what nobody typed is left out."""
    done, whole = steps_count(facts, run)
    pairs = [
        (_("Weeks"), number(weeks)),
        (_("Time"), duration(sums.minutes)),
        (_("Jobs of the road"), _("{done} of {all}").format(done=number(done), all=number(whole))),
    ]
    many = result_words(catalogue, facts.business)[1]
    for key, label in (("posts", _("Posts")), ("enquiries", many[:1].upper() + many[1:]),
                       ("customers", _("Customers"))):  # fmt: skip
        known = sums.figures.get(key)
        if known is not None:
            pairs.append((label, number(known)))
    sales = sums.figures.get("sales")
    if sales is not None:
        pairs.append((_("Sales"), money(f"{sales // 100}.{sales % 100:02}", facts.business.currency)))
    return tuple(pairs)


def _noted(work: Work, first: Week, last: Week) -> tuple[str, ...]:
    """What the owner wrote when they closed the weeks of this run, newest first."""
    said = [
        told(week_range(week.monday), note.text)
        for week in span(first, last)
        if (note := work.one(Note, key=f"{WORKED}{week}")) is not None and note.text.strip()
    ]
    return tuple(reversed(said))[:_MOST_NOTED]


def _goals(
    facts: Snapshot, catalogue: Catalogue, run: Adoption, entry: Mapping[str, Any]
) -> tuple[ReachedGoal, ...]:
    weeks = judged_weeks(entry)
    words = result_words(catalogue, facts.business)
    last = run.mastered_week or facts.week
    shown = sorted(road_goals(facts, run), key=lambda goal: ORDER.index(goal.goal))
    return tuple(
        ReachedGoal(
            goal_text(goal.goal, target_at(facts.targets, goal.id, last), goal.n, words),
            _squares(weeks.get(goal.goal, ())),
            _until(facts, goal, last),
        )
        for goal in shown
    )


def _until(facts: Snapshot, goal: Goal, last: Week) -> tuple[str, ...]:
    """The changes that were in force by the week that earned it."""
    made = sum(target.goal == goal.id and target.from_week <= last for target in facts.targets)
    return change_sentences(facts, goal)[: max(0, made - 1)]


def _squares(weeks: Iterable[GoalWeek]) -> tuple[WeekSquare, ...]:
    found = []
    for one in weeks:
        result = "running" if one.result == "counting" else one.result
        said = _("just counting") if one.result == "counting" else result_text(result)
        found.append(WeekSquare(one.week, result, told(week_range(one.week.monday), said)))
    return tuple(found)


def _closed(work: Work, catalogue: Catalogue, facts: Snapshot, run: Adoption) -> tuple[tuple[str, str], ...]:
    playbook = playbook_of(work, catalogue, run)
    return tuple(
        (playbook.words_of(step.step, language()).title, step.instead)
        for step in facts.steps_of(run)
        if step.instead and is_done(step)
    )


def _stays(
    work: Work, catalogue: Catalogue, facts: Snapshot, run: Adoption
) -> tuple[tuple[str, str], ...]:
    """The real load against the time: this network, all that is kept going, and what is free."""
    free = free_minutes(facts, "", loads(catalogue, facts, work))
    used = max(0, facts.boundaries.plannable - free)
    together = _("{used} of {budget}").format(used=minutes(used), budget=minutes(facts.boundaries.budget))
    return (
        (_("Looking after it"), minutes(playbook_of(work, catalogue, run).upkeep_minutes)),
        (_("Everything you keep going"), together),
        (_("Free"), minutes(free)),
    )


def _complete(entries: list[Entry]) -> str:
    """Since when the record can be vouched for, where that is not from the beginning."""
    kept = complete_since(entries)
    torn = first_break(kept)
    if torn is not None:
        after = [entry for entry in kept if entry.id > torn.id]
        return _since(after[0]) if after else _("The record of decisions does not hold together at its end.")
    return _since(kept[0]) if kept and kept[0].kind == "break" else ""


def _since(entry: Entry) -> str:
    day = day_with_year(entry.day)
    return _("The record of decisions is complete from {day} on.").format(day=day)
