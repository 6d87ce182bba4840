"""The plan of a week inside a unit of work: what the rules need is gathered, and what they say is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from focusplan.domain import road
from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.errors import Refused
from focusplan.domain.goals import target_at
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekclaims import ActiveNeed, Care, PlanInput, PlanNote, StepNeed
from focusplan.domain.weekitems import Item, adds_a_post, stands, step_of, ticked
from focusplan.domain.weekplan import plan_week
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of
from focusplan.services.readying.wayplan import WayNow, way_need, way_now
from focusplan.services.weeks.handing import handed, handed_keys
from focusplan.store.store import Work

SMALLER = "smaller."
"""Begins the key of a note that says how much of the usual time a week has; the week follows."""
REOPENED = "reopened."
"""Begins the key of a note that says that the owner came back in a paused week; the week follows."""
SHARES = ("25", "50", "75")
AHEAD = 8
"""Weeks ahead that can be looked at."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A week's items as the rules want them, those of them that differ from the file, and what to say."""

    week: Week
    items: tuple[Item, ...]
    unsaved: tuple[Item, ...] = ()
    notes: tuple[PlanNote, ...] = ()
    paused: bool = False


def planned(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> Planned:
    """The plan of a week; writes nothing. Refused week_too_far for one more than AHEAD weeks away.

    A past week stays as it was planned; a still open one that was never planned is planned as of its Monday.
    A paused week has no items, unless the owner came back in it. Before the plan's first week there is none.
    """
    if week - facts.week > AHEAD:
        raise Refused("week_too_far", week=week, most=AHEAD)
    items = tuple(work.all(Item, week=week))
    if silent(work, facts, week):
        return Planned(week, (), paused=True)
    over = week < facts.week and (bool(items) or closed(week, facts.pauses, facts.moment.day))
    if over or week < Week.of(facts.plan.first_day):
        return Planned(week, tuple(sorted(items, key=lambda item: item.number)))
    result = plan_week(plan_input(work, catalogue, facts, week, items))
    known = {item.number: item for item in items}
    wanted = handed(work, result.items)
    unsaved = tuple(item for item in wanted if known.get(item.number) != item)
    return Planned(week, wanted, unsaved, result.notes)


def stored(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> tuple[Item, ...]:
    """The plan of a week, stored, so that its numbers can be used."""
    plan = planned(work, catalogue, facts, week)
    save(work, plan)
    return tuple(sorted(work.all(Item, week=week), key=lambda item: item.number)) if not plan.paused else ()


def save(work: Work, plan: Planned) -> None:
    """Store what differs from the file. Nobody did that, so nobody undoes it."""
    with work.unwatched():
        for item in plan.unsaved:
            work.put(item)


def silent(work: Work, facts: Snapshot, week: Week) -> bool:
    """Whether the week is paused and the owner has not come back in it."""
    return week in facts.pauses and work.one(Note, key=f"{REOPENED}{week}") is None


def reopened(work: Work, facts: Snapshot) -> frozenset[Week]:
    """The paused weeks the owner came back in."""
    kept = {note.key for note in work.notes(REOPENED)}
    return frozenset(week for week in facts.pauses if f"{REOPENED}{week}" in kept)


def plan_input(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, items: tuple[Item, ...]
) -> PlanInput:
    """Everything the plan of this week depends on."""
    day = facts.moment.day
    before = _left_undone(work, facts, week) if week <= facts.week else ()
    way = way_now(work, catalogue, facts)
    ahead = _planned_before(work, facts, week)
    playbook = catalogue.get("newsletter")
    return PlanInput(
        week=week,
        today=day if week == facts.week else max(week.monday, facts.plan.first_day),
        boundaries=facts.boundaries,
        items=items,
        active=_active_need(work, catalogue, facts, week, way, before),
        steps=_step_needs(work, facts, before, ahead, way),
        mastered=tuple(
            Care(run.network, playbook_of(work, catalogue, run).upkeep_minutes)
            for run in facts.in_state("mastered")
        ),
        newsletter=playbook.upkeep_minutes if facts.in_state("beside") else 0,
        parked=sum(run.parked_minutes for run in facts.in_state("parked")),
        posts_carried=_posts_carried(facts, before),
        own_carried=tuple(replace(item, carried=item.carried + 1) for item in before if item.kind == "own"),
        share=share_of(work, week),
        half=week in facts.pauses or (week - 1 in facts.pauses and not _came_back(work, week - 1)),
        begins_on=facts.plan.first_day if week == Week.of(facts.plan.first_day) else None,
        holidays=frozenset(one.day for one in facts.holidays if Week.of(one.day) == week),
        held=frozenset(
            one for one in week.days for crisis in facts.crises if crisis.first_day <= one <= crisis.last_day
        ),
        begins_at=_begins_at(facts, week),
        way=way_need(work, facts, week, way, ahead, _carried(before)),
        handed=handed_keys(work),
    )


def share_of(work: Work, week: Week) -> int:
    """Per cent of the usual minutes the owner has for this week."""
    note = work.one(Note, key=f"{SMALLER}{week}")
    return int(note.text) if note is not None and note.text in SHARES else 100


def _came_back(work: Work, week: Week) -> bool:
    return work.one(Note, key=f"{REOPENED}{week}") is not None


def _begins_at(facts: Snapshot, week: Week) -> int:
    """On the evening of the first day nothing is planned for that morning. Later a day counts as a whole:
    what was planned for it stands on it until it is over. A practice day has no hour of its own."""
    first = facts.plan.first_day
    if facts.plan.practice or facts.moment.day != first or week != facts.week:
        return 0
    local = facts.moment.at.hour * 60 + facts.moment.at.minute + facts.moment.offset
    return local % 1440


def _left_undone(work: Work, facts: Snapshot, week: Week) -> tuple[Item, ...]:
    """What was left undone in the newest planned week before, paused weeks passed over."""
    newest = _newest_planned(work, facts, week)
    if newest is None:
        return ()
    return tuple(item for item in work.all(Item, week=newest, done=False) if not item.dropped)


def _newest_planned(work: Work, facts: Snapshot, week: Week) -> Week | None:
    first = Week.of(facts.plan.first_day)
    before = week - 1
    while before >= first:
        if not silent(work, facts, before) and work.one(Item, week=before) is not None:
            return before
        before = before - 1
    return None


def _active_need(
    work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, way: WayNow, before: Iterable[Item]
) -> ActiveNeed | None:
    """Posts from Publish on, answering from Listen on, or at once where the network was in use before. Only
    a plan that starts has posts; in a week between two of a slower rhythm those that were left undone."""
    run = facts.active
    if run is None:
        return None
    routine = playbook_of(work, catalogue, run).routine
    openings = facts.openings_of(run)
    if routine is None:
        return ActiveNeed(run.network)
    posts = 0
    if "publish" in openings and way.starts:
        rhythm = (week - Week.of(openings["publish"].day)) % routine.post_every_weeks == 0
        wanted = _target(facts, run, "posts", week) or 0
        posts = wanted if rhythm else min(wanted, len(_posts_carried(facts, before)))
    answering = routine.answer_minutes if "listen" in openings or run.before == "parked" else 0
    return ActiveNeed(run.network, posts, routine.post_minutes, answering, routine.answer_sittings)


def _target(facts: Snapshot, run: Adoption, goal_id: str, week: Week) -> int | None:
    goal = next((goal for goal in facts.goals_of(run) if goal.goal == goal_id), None)
    return target_at(facts.targets, goal.id, week) if goal else None


def _step_needs(
    work: Work, facts: Snapshot, before: Iterable[Item], ahead: frozenset[str], way: WayNow
) -> tuple[StepNeed, ...]:
    """Open steps: those of the network being learnt that the plan's way asks for, and what winds a closed
    one down before them. Those planned `ahead` of a coming week are taken as done by then."""
    runs = [(run, True) for run in facts.in_state("retired") if road.winding_down(run)]
    runs += [(run, False) for run in (facts.active,) if run is not None]
    carried = _carried(before)
    needs = []
    for run, closing in runs:
        steps = road.open_steps(run, facts.steps_of(run), facts.openings_of(run))
        done = _parts_done(work, run) if steps else {}
        for step in steps:
            if step.step not in ahead and (closing or way.plans(step.stage)):
                needs.append(_need(run, step, closing, done.get(step.step, ()), carried.get(step.step, 0)))
    return tuple(needs)


def _need(run: Adoption, step: StepState, closing: bool, done: Iterable[Item], carried: int) -> StepNeed:
    parts = list(done)
    return StepNeed(
        step.step, run.network, step.minutes, step.required or closing, len(parts),
        sum(item.minutes for item in parts), carried,
    )  # fmt: skip


def _carried(before: Iterable[Item]) -> Mapping[str, int]:
    """Weeks each step was left undone, by its id."""
    found: dict[str, int] = {}
    for item in before:
        if item.kind == "step":
            key = step_of(item.key)
            found[key] = max(found.get(key, 0), item.carried + 1)
    return found


def _planned_before(work: Work, facts: Snapshot, week: Week) -> frozenset[str]:
    """Steps that are planned to their end between now and a coming week."""
    return frozenset(
        step_of(item.key)
        for offset in range(week - facts.week)
        for item in work.all(Item, week=facts.week + offset, kind="step")
        if stands(item) and item.part == item.parts
    )


def _parts_done(work: Work, run: Adoption) -> Mapping[str, list[Item]]:
    """Ticked parts of the run's steps, by step."""
    found: dict[str, list[Item]] = {}
    started = Week.of(run.started_on or date.min)
    for item in work.all(Item, kind="step", network=run.network, done=True):
        if ticked(item) and item.week >= started:
            found.setdefault(step_of(item.key), []).append(item)
    return found


def _posts_carried(facts: Snapshot, before: Iterable[Item]) -> tuple[int, ...]:
    run = facts.active
    return tuple(
        item.carried + 1 for item in before if run and item.network == run.network and adds_a_post(item)
    )
