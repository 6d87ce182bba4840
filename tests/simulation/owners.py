"""Owners made up by chance, who live their weeks by the program's own rules.

An owner keeps a week whole with the chance that is their adherence, else does each of its jobs with a smaller
one. Everything else (plan, road, goals, gate) is the rules of `focusplan.domain`, without file or screen. The
luck of each calendar week is drawn beforehand, so that two ways of life meet the same luck.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date

from focusplan.domain.adoption import Adoption, Opening, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.errors import Refused
from focusplan.domain.evidence import Evidence
from focusplan.domain.forecast import judge
from focusplan.domain.gate import Candidate, Loads, Verdict
from focusplan.domain.goalfacts import goal_weeks
from focusplan.domain.goals import Goal, Target, Ticks, target_at
from focusplan.domain.goalweeks import active_weeks
from focusplan.domain.mastery import earned
from focusplan.domain.pauses import Crisis, Pause
from focusplan.domain.pausing import lifted, new_pauses
from focusplan.domain.plan import ClockMark, Plan
from focusplan.domain.playbook import STAGES, Playbook
from focusplan.domain.review import Review
from focusplan.domain.road import all_done_on, first_goal_week, open_steps, opened_now
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.targets import changed
from focusplan.domain.weekclaims import ActiveNeed, PlanInput, StepNeed
from focusplan.domain.weekitems import Item, adds_a_post, planned_minutes, step_of
from focusplan.domain.weekplan import plan_week
from focusplan.domain.weeks import Week
from tests.domain.plans import moment

MONDAY = date(2026, 1, 5)
FIRST = Week.of(MONDAY)
HORIZON = 160
"""Calendar weeks an owner is followed at most."""
LOOK_EVERY = 5
"""While the road is being walked the gate is asked every so many weeks, afterwards every week."""
OTHERWISE = 0.3
"""Chance of each job in a week that is not kept whole."""
LIVES = ("steady", "pauses", "lifts", "crises", "ill", "clever")
"""Ways of life: none of it; planned pauses; long ones planned and lifted; crisis mode; unplanned pauses in
weeks that chance picks; and one who pauses unplanned, or declares a crisis, just when a week went wrong."""

_BUSINESS = Business("A shop", "retail", "local", "consumers", "enquiries", "en", "GB", "GBP", "owner")


@dataclass(frozen=True)
class Owner:
    """What an owner brings along. `luck` has, for each calendar week: whether it is kept whole, a draw for
    each job otherwise, results, and draws for what the way of life does."""

    number: int
    playbook: Playbook
    boundaries: Boundaries
    adherence: float
    luck: tuple[tuple[bool, tuple[float, ...], int, tuple[float, ...]], ...]


def owner(number: int, playbook: Playbook, adherence: float | None = None) -> Owner:
    """The owner with this number, always the same one."""
    rng = random.Random(number)
    keeps = rng.uniform(0.6, 0.9) if adherence is None else adherence
    days = sorted(rng.sample(range(7), rng.randint(1, 5)))
    budget = rng.randint(45, 240)
    room = -(-budget // len(days) // 15) * 15 + 15
    hours = {day: ((540, min(1440, 540 + room)),) for day in days}
    sitting, spread = rng.choice((10, 15, 20, 30, 60)), rng.choice(("few_days", "most_days"))
    luck = tuple(
        (rng.random() < keeps, tuple(rng.random() for _ in range(20)), rng.choice((0, 0, 1, 1, 2, 3)),
         tuple(rng.random() for _ in range(3)))
        for _ in range(HORIZON)
    )  # fmt: skip
    return Owner(number, playbook, Boundaries(budget, sitting, spread, hours), keeps, luck)


@dataclass
class Life:
    """One owner's weeks so far. `weeks` and `active` count calendar and active weeks to mastery, None while
    there is none; `faults` names every rule that was broken."""

    owner: Owner
    way: str
    run: Adoption
    steps: dict[str, StepState]
    goals: dict[str, Goal]
    targets: list[Target]
    openings: dict[str, Opening]
    pauses: dict[Week, Pause] = field(default_factory=dict)
    crises: list[Crisis] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    ticks: dict[tuple[str, Week], Ticks] = field(default_factory=dict)
    reviews: dict[Week, Review] = field(default_factory=dict)
    parts: dict[str, list[int]] = field(default_factory=dict)
    undone: tuple[Item, ...] = ()
    short: int = 0
    weeks: int | None = None
    active: int = 0
    faults: list[str] = field(default_factory=list)
    closed_gates: int = 0

    def facts(self, day: date) -> Snapshot:
        now = moment(day)
        return Snapshot(
            moment=now, plan=Plan("sim", False, MONDAY, MONDAY), business=_BUSINESS,
            boundaries=self.owner.boundaries, mark=ClockMark(now.at, day), confirmations=(), adoptions=(self.run,),
            steps=tuple(self.steps.values()), openings=tuple(self.openings.values()),
            goals=tuple(self.goals.values()), targets=tuple(self.targets), pauses=self.pauses, holidays=(),
            crises=tuple(self.crises), evidence=tuple(self.evidence), ticks=self.ticks, reviews=self.reviews,
        )  # fmt: skip


def loads(playbook: Playbook) -> Loads:
    routine = playbook.routine
    assert routine is not None
    return Loads({playbook.id: playbook.upkeep_minutes}, routine.answer_minutes + routine.post_minutes)


def can_start(one: Owner) -> Verdict:
    """The gate's answer to this owner on the first evening."""
    now = moment(MONDAY)
    empty = Snapshot(
        moment=now, plan=Plan("sim", False, MONDAY, MONDAY), business=_BUSINESS, boundaries=one.boundaries,
        mark=ClockMark(now.at, MONDAY), confirmations=(), adoptions=(), steps=(), openings=(), goals=(), targets=(),
        pauses={}, holidays=(), crises=(), evidence=(), ticks={}, reviews={},
    )  # fmt: skip
    return judge(empty, Candidate(one.playbook.id, one.playbook.start_minutes), Loads())


def begin(one: Owner, way: str) -> Life:
    """The first Monday: the network has just been started."""
    book = one.playbook
    steps = {
        step.id: StepState(1, step.id, step.stage, place, step.required and step.stage in STAGES, step.minutes)
        for place, step in enumerate(book.steps)
    }
    goals = {
        spec.id: Goal(place, 1, spec.id, spec.kind, spec.k, spec.n, spec.least, spec.most)
        for place, spec in enumerate(book.goals, start=1)
    }
    targets = [
        Target(place, goals[spec.id].id, FIRST, spec.default, MONDAY)
        for place, spec in enumerate(book.goals, start=1)
        if spec.default is not None
    ]
    run = Adoption(1, book.id, "active", started_on=MONDAY)
    return Life(one, way, run, steps, goals, targets, {"prepare": Opening(1, "prepare", MONDAY)})


def live(one: Owner, way: str, horizon: int = HORIZON) -> Life:
    """Live until the network is mastered, at most so many calendar weeks."""
    life = begin(one, way)
    for number in range(horizon):
        week = FIRST + number
        _decide(life, week, number)
        if week not in life.pauses:
            _work(life, week, number)
        _sunday(life, week, number)
        life.active += week not in life.pauses
        if _mastered(life, week):
            life.weeks = number + 1
            break
    return life


# ------------------------------------------------------------------ a week


def _decide(life: Life, week: Week, number: int) -> None:
    """Monday: pauses and crises this way of life brings, and a goal that became too large made easier."""
    chance = life.owner.luck[number][3]
    if life.way == "pauses" and chance[0] < 0.12:
        _pause(life, week + 1, week + (2 if chance[1] < 0.4 else 1), week.monday)
    if life.way == "lifts" and chance[0] < 0.12:
        _pause(life, week + 1, week + 3, week.monday)
    if life.way == "lifts" and week - 1 in life.pauses:
        for later in lifted(week + 1, week.monday, life.pauses):
            del life.pauses[later]
    if life.way == "crises" and chance[0] < 0.12:
        life.crises.append(Crisis(len(life.crises) + 1, week.monday, week.sunday, week.monday))
    if life.short >= 3:
        _ease(life, week)
    _first_target(life, week)


def _pause(life: Life, first: Week, last: Week, day: date) -> None:
    try:
        for pause in new_pauses(first, last, day, life.pauses, FIRST):
            life.pauses[pause.week] = pause
    except Refused:
        return


def _ease(life: Life, week: Week) -> None:
    """As the plan's note offers: one post fewer."""
    goal = life.goals["posts"]
    present = target_at(life.targets, goal.id, week + 1) or goal.least
    try:
        edit = changed(goal, life.targets, present - 1, week.monday)
    except Refused:
        return
    life.targets.append(replace(edit.target(week.monday, "there is no room for it"), id=len(life.targets) + 1))


def _first_target(life: Life, week: Week) -> None:
    """The outcome's first target, as soon as its baseline has ended: half of what was counted."""
    goal = life.goals["enquiries"]
    if goal.from_week is None or target_at(life.targets, goal.id, week) is not None:
        return
    weeks = goal_weeks(life.facts(week.monday), life.run, goal)
    try:
        counted = weeks[-1].kept if weeks else 0
        edit = changed(goal, life.targets, max(1, counted // 2), week.monday, active_weeks(weeks))
    except Refused:
        return
    life.targets.append(replace(edit.target(week.monday), id=len(life.targets) + 1))


def _work(life: Life, week: Week, number: int) -> None:
    given = _plan_input(life, week)
    plan = plan_week(given)
    _check(life, given, plan.items)
    life.short = life.short + 1 if any(note.code == "fewer_posts" for note in plan.notes) else 0
    whole, draws, results, _ = life.owner.luck[number]
    standing = [item for item in plan.items if item.day is not None and not item.dropped]
    done = [item for place, item in enumerate(standing) if whole or draws[place % 20] < OTHERWISE]
    _tick(life, week, standing, done)
    life.undone = tuple(item for item in standing if item not in done)
    publishing = "publish" in life.openings
    if publishing and whole:
        life.evidence.append(Evidence(life.run.network, week, enquiries=results, made_on=week.sunday))


def _plan_input(life: Life, week: Week) -> PlanInput:
    routine = life.owner.playbook.routine
    assert routine is not None
    posts = 0
    if "publish" in life.openings:
        posts = target_at(life.targets, life.goals["posts"].id, week) or 0
        if (week - Week.of(life.openings["publish"].day)) % routine.post_every_weeks:
            posts = min(posts, sum(adds_a_post(item) for item in life.undone))
    answering = routine.answer_minutes if "listen" in life.openings else 0
    carried = {step_of(item.key): item.carried + 1 for item in life.undone if item.kind == "step"}
    needs = tuple(
        StepNeed(s.step, life.run.network, s.minutes, s.required, len(life.parts.get(s.step, ())),
                 sum(life.parts.get(s.step, ())), carried.get(s.step, 0))
        for s in open_steps(life.run, life.steps.values(), life.openings)
    )  # fmt: skip
    held = frozenset(
        day for day in week.days for crisis in life.crises if crisis.first_day <= day <= crisis.last_day
    )
    return PlanInput(
        week=week, today=week.monday, boundaries=life.owner.boundaries, steps=needs, held=held,
        active=ActiveNeed(life.run.network, posts, routine.post_minutes, answering, routine.answer_sittings),
        posts_carried=tuple(item.carried + 1 for item in life.undone if adds_a_post(item)),
        half=week - 1 in life.pauses,
    )  # fmt: skip


def _check(life: Life, given: PlanInput, items: tuple[Item, ...]) -> None:
    """No plan breaks budget or hours, and one with room for a step has one while required ones are open."""
    bounds = given.boundaries
    if planned_minutes(items) > bounds.plannable:
        life.faults.append(f"{given.week}: over the budget")
    for day in given.week.days:
        used = sum(item.minutes for item in items if item.day == day)
        if used > bounds.room(day):
            life.faults.append(f"{day}: over the hours")
    if any(item.minutes > bounds.longest_sitting for item in items):
        life.faults.append(f"{given.week}: a sitting too long")
    free = given.limit - planned_minutes(items)
    steps = any(item.kind == "step" for item in items)
    if not steps and free >= 15 and any(need.required for need in given.steps):
        life.faults.append(f"{given.week}: room for a step, and none planned")


def _tick(life: Life, week: Week, standing: list[Item], done: list[Item]) -> None:
    for item in done:
        if item.kind == "step":
            key = step_of(item.key)
            life.parts.setdefault(key, []).append(item.minutes)
            if item.part == item.parts:
                life.steps[key] = replace(life.steps[key], done_on=item.day, made_on=item.day)
    for opening in opened_now(life.steps.values(), life.openings, 1):
        life.openings[opening.stage] = opening
    for name, goal in life.goals.items():
        if goal.from_week is None:
            life.goals[name] = replace(goal, from_week=first_goal_week(name, life.openings))
    life.ticks[life.run.network, week] = Ticks(
        posts=sum(adds_a_post(item) for item in done),
        answers_done=sum(item.kind == "answer" for item in done),
        answers=sum(item.kind == "answer" for item in standing),
    )


def _sunday(life: Life, week: Week, number: int) -> None:
    """The week is closed; an illness or a week that went wrong may be paused after the fact."""
    whole, _, _, chance = life.owner.luck[number]
    if life.way == "ill" and chance[0] < 0.12 or life.way == "clever" and not whole and "listen" in life.openings:
        _pause(life, week, week, week.sunday)
        if life.way == "clever" and week not in life.pauses:
            life.crises.append(Crisis(len(life.crises) + 1, week.sunday, week.sunday, week.sunday))
    life.reviews = {week: Review(week, "keep", "", week.sunday)}


def _mastered(life: Life, week: Week) -> bool:
    """Whether the network is mastered on the Monday after this week; closed gates are looked at on the way."""
    walked = all_done_on(life.steps.values()) is not None
    if not walked and (week - FIRST) % LOOK_EVERY:
        return False
    facts = life.facts((week + 1).monday)
    if earned(facts, life.run) is not None:
        return True
    verdict = judge(facts, Candidate("another", 45), loads(life.owner.playbook))
    life.closed_gates += 1
    if verdict.open or not verdict.ways:
        life.faults.append(f"{week}: a gate that is open too soon or names no way")
    if verdict.earliest is not None and verdict.earliest <= week + 1:
        life.faults.append(f"{week}: an earliest week that has come already")
    return False
