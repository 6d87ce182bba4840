"""Cases of the week plan that a table says better than a property."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.weekclaims import GONE, ActiveNeed, Care, PlanInput, StepNeed, nth
from focusplan.domain.weekitems import Item, planned_minutes, stands, step_of
from focusplan.domain.weekplan import plan_week
from focusplan.domain.weekrooms import DayRoom, spread
from focusplan.domain.weeks import Week
from focusplan.domain.weeksteps import SHORTENED

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
MORNING = ((540, 720),)
LIMITS = Boundaries(120, 30, "few_days", {0: MORNING, 2: MORNING, 4: MORNING})
ACTIVE = ActiveNeed("instagram", 2, 25, 15, 2)
STEPS = (
    StepNeed("instagram-a", "instagram", 45, True),
    StepNeed("instagram-b", "instagram", 10, False),
    StepNeed("instagram-c", "instagram", 20, True),
)
GIVEN = PlanInput(WEEK, MON, LIMITS, active=ACTIVE, steps=STEPS)


def days(result, kind=None):
    return [(item.key, item.day) for item in result.items if stands(item) and kind in (None, item.kind)]


def codes(result):
    return [note.code for note in result.notes]


def by_key(result):
    return {item.key: item for item in result.items}


def test_a_whole_week():
    plan = plan_week(GIVEN)
    assert days(plan) == [
        ("instagram-answer", MON), ("instagram-post-1", MON), ("instagram-answer#2", FRI),
        ("instagram-post-2", FRI), ("instagram-a", FRI), ("close", FRI),
    ]  # fmt: skip
    assert [item.number for item in plan.items] == [1, 2, 3, 4, 5, 6]
    assert sum(item.minutes for item in plan.items) <= 108
    assert plan.notes == ()


def test_parts_are_counted_over_the_weeks():
    items = plan_week(replace(GIVEN, active=None)).items
    parts = [item for item in items if step_of(item.key) == "instagram-a"]
    assert [(item.part, item.parts) for item in parts] == [(1, 2), (2, 2)]
    begun = replace(STEPS[0], parts_done=1, minutes_done=25, carried=1)
    again = by_key(plan_week(replace(GIVEN, steps=(begun,))))["instagram-a"]
    assert (again.part, again.parts, again.minutes, again.carried) == (2, 2, 20, 1)


def test_a_step_opened_again_is_planned_whole():
    reopened = replace(STEPS[2], parts_done=1, minutes_done=20)
    assert by_key(plan_week(replace(GIVEN, active=None, steps=(reopened,))))["instagram-c"].minutes == 20


def test_nothing_in_the_plan_needs_no_closing():
    assert plan_week(PlanInput(WEEK, MON, LIMITS)).items == ()


def test_most_days_spreads():
    plan = plan_week(replace(GIVEN, boundaries=replace(LIMITS, spread="most_days")))
    assert {day for _key, day in days(plan)} == {MON, WED, FRI}
    assert len(days(plan, "answer")) == 3


def test_what_was_left_undone_stands_on_the_first_day():
    late = (STEPS[0], replace(STEPS[2], carried=2))
    plan = plan_week(replace(GIVEN, active=None, steps=late))
    assert by_key(plan)["instagram-c"].day == MON
    assert by_key(plan)["instagram-c"].carried == 2
    assert by_key(plan)["instagram-c"].number == 1


def test_what_came_up_comes_first_and_outside_the_budget():
    own = Item(9, WEEK - 1, 7, "own-1", "own", None, None, 60, carried=1, title="Fair")
    plan = plan_week(replace(GIVEN, own_carried=(own,)))
    assert by_key(plan)["own-1"].day == MON
    assert by_key(plan)["own-1"].title == "Fair"
    assert len(plan.items) == len(plan_week(GIVEN).items) + 1
    again = plan_week(replace(GIVEN, own_carried=(own,), items=plan.items))
    assert again.items == plan.items


def test_parked_and_upkeep_have_their_place():
    plan = plan_week(replace(GIVEN, parked=40, mastered=(Care("facebook", 10),), newsletter=15, active=None))
    kinds = [(item.kind, item.minutes, item.part, item.parts) for item in plan.items]
    assert ("parked", 20, 1, 2) in kinds
    assert ("parked", 20, 2, 2) in kinds
    assert ("upkeep", 10, 1, 1) in kinds
    assert ("newsletter", 15, 1, 1) in kinds


def test_smaller_weeks():
    full = plan_week(GIVEN)
    half = plan_week(replace(GIVEN, half=True))
    assert "half" in codes(half)
    assert sum(item.minutes for item in half.items) <= 54 < sum(item.minutes for item in full.items)
    holiday = plan_week(replace(GIVEN, holidays=frozenset({WED})))
    assert "holiday" in codes(holiday)
    assert all(item.day != WED for item in holiday.items)
    assert sum(item.minutes for item in holiday.items) <= 72
    only = replace(LIMITS, hours={2: MORNING})
    alone = plan_week(replace(GIVEN, boundaries=only, holidays=frozenset({WED})))
    assert [item for item in alone.items if item.day is not None] == []
    assert "holiday" in codes(alone)
    late = plan_week(replace(GIVEN, today=WED, begins_on=WED))
    assert "first_week" in codes(late)
    assert sum(item.minutes for item in late.items) <= 72


def test_the_first_evening_holds_nothing_more():
    plan = plan_week(replace(GIVEN, begins_at=1200))
    assert MON not in {item.day for item in plan.items}
    assert plan.items


def test_what_stands_on_the_first_day_stays_while_its_hours_pass():
    morning = plan_week(replace(GIVEN, begins_at=560))
    assert any(item.day == MON for item in morning.items)
    evening = plan_week(replace(GIVEN, begins_at=1200, items=morning.items))
    assert evening.items == morning.items


def test_too_little_time_is_said():
    small = plan_week(replace(GIVEN, boundaries=replace(LIMITS, budget=60)))
    note = next(note for note in small.notes if note.code == "fewer_posts")
    assert note.values == {"network": "instagram", "planned": 1, "wanted": 2, "minutes": 25}
    assert "no_step" in codes(small)
    cut_short = plan_week(replace(GIVEN, boundaries=replace(LIMITS, budget=75)))
    assert by_key(cut_short)["instagram-a"].minutes == 15
    narrow = plan_week(replace(GIVEN, boundaries=replace(LIMITS, hours={0: ((540, 555),)})))
    assert {"hours_small", "no_room"} <= set(codes(narrow))
    assert "no_step" in codes(narrow)


def test_when_no_day_is_left_there_is_nothing_to_say():
    plan = plan_week(replace(GIVEN, today=SAT))
    assert (plan.items, plan.notes) == ((), ())


def test_under_45_minutes():
    plan = plan_week(replace(GIVEN, boundaries=replace(LIMITS, budget=40)))
    assert {item.kind for item in plan.items} == {"answer", "close"}
    assert codes(plan) == ["minimal"]


def test_two_posts_on_one_day_are_said():
    plan = plan_week(replace(GIVEN, boundaries=replace(LIMITS, hours={2: MORNING})))
    assert len(days(plan, "post")) == 2
    assert "same_day" in codes(plan)


def test_crisis_mode_holds_posts():
    plan = plan_week(replace(GIVEN, held=frozenset(WEEK.days)))
    assert days(plan, "post") == []
    assert "crisis" in codes(plan)
    first = plan_week(GIVEN)
    later = plan_week(replace(GIVEN, items=first.items, held=frozenset(WEEK.days)))
    assert [item.day for item in later.items if item.kind == "post"] == [None, None]
    assert "put_off" in codes(later)
    over = plan_week(replace(GIVEN, items=later.items))
    assert [item.day for item in over.items if item.kind == "post"] == [MON, FRI]


def test_a_day_that_passed_sends_its_jobs_on():
    first = plan_week(GIVEN)
    ticked = tuple(replace(item, done=item.key == "instagram-answer") for item in first.items)
    plan = plan_week(replace(GIVEN, items=ticked, today=WED))
    assert by_key(plan)["instagram-answer"].day == MON
    assert by_key(plan)["instagram-post-1"].day == WED
    assert [item.number for item in plan.items] == [1, 2, 3, 4, 5, 6]


def test_nothing_springs_up_in_place_of_what_was_put_off():
    first = plan_week(GIVEN)
    off = tuple(replace(item, day=None, by_hand=True) if item.kind == "post" else item for item in first.items)
    assert len(plan_week(replace(GIVEN, items=off)).items) == len(first.items)


def test_a_step_put_off_by_hand_or_let_go_is_left_alone():
    only = replace(GIVEN, active=None, steps=(STEPS[0],))
    first = plan_week(only)
    off = tuple(replace(item, day=None, by_hand=True) if item.part == 1 and item.kind == "step" else item
                for item in first.items)  # fmt: skip
    assert by_key(plan_week(replace(only, items=off)))["instagram-a"].day is None
    gone = tuple(replace(item, dropped=True) if item.kind == "step" else item for item in first.items)
    assert [item.key for item in plan_week(replace(only, items=gone)).items] == [item.key for item in gone]


def test_a_shortened_step_has_no_rest():
    only = replace(GIVEN, active=None, steps=(STEPS[2],))
    short = tuple(
        replace(item, minutes=10, by_hand=True, note=SHORTENED) if item.kind == "step" else item
        for item in plan_week(only).items
    )
    plan = plan_week(replace(only, items=short))
    assert [item.key for item in plan.items if item.kind == "step"] == ["instagram-c"]
    assert by_key(plan)["instagram-c"].parts == 1


def test_what_nothing_asks_for_goes_and_comes_back():
    first = plan_week(GIVEN)
    closed = plan_week(replace(GIVEN, items=first.items, active=None, steps=()))
    assert all(item.dropped and item.note == GONE for item in closed.items if item.kind in ("post", "step", "answer"))
    back = plan_week(replace(GIVEN, items=closed.items))
    assert {item.key for item in back.items if stands(item)} == {item.key for item in first.items}
    assert not any(item.note for item in back.items)


def test_a_job_placed_by_hand_stays_unless_its_day_becomes_the_owners():
    first = plan_week(GIVEN)
    moved = tuple(replace(item, day=WED, by_hand=True) if item.kind == "close" else item for item in first.items)
    assert by_key(plan_week(replace(GIVEN, items=moved)))["close"].day == WED
    protected = replace(LIMITS, hours={0: MORNING, 4: MORNING})
    freed = by_key(plan_week(replace(GIVEN, items=moved, boundaries=protected)))["close"]
    assert (freed.day, freed.by_hand) == (FRI, False)


def test_a_post_in_parts_is_placed_whole_or_not_at_all():
    short = replace(LIMITS, longest_sitting=10)
    plan = plan_week(replace(GIVEN, boundaries=short, steps=()))
    posts = [(item.key, item.part, item.parts) for item in plan.items if item.kind == "post"]
    assert posts[:1] == [("instagram-post-1", 1, 3)]
    assert len(posts) in (3, 6)
    done = tuple(replace(item, done=True) if item.key == nth("instagram-post-1", 1) else item for item in plan.items)
    again = plan_week(replace(GIVEN, boundaries=short, steps=(), items=done))
    assert again.items == done
    whole = plan_week(replace(GIVEN, steps=()))
    ticked = tuple(replace(item, done=item.kind == "post") for item in whole.items)
    later = plan_week(replace(GIVEN, boundaries=short, steps=(), items=ticked))
    assert len([item for item in later.items if item.kind == "post"]) == 2


def test_a_day_in_two_pieces():
    room = DayRoom.of(MON, ((540, 560), (600, 630)), begins=545)
    assert (room.largest, room.left) == (30, 45)
    room.take(10)
    assert room.free == [5, 30]
    room.take(33)
    assert room.free == [0, 2]
    assert room.used == 43


def test_days_are_spread_with_the_last_among_them():
    assert spread(5, 0) == ()
    assert spread(5, 1) == (4,)
    assert spread(5, 2) == (0, 4)
    assert spread(3, 7) == (0, 1, 2)


def test_what_came_up_stands_on_its_day_and_takes_nothing_of_the_budget():
    own = Item(1, WEEK, 1, "own-1", "own", None, MON, 170, by_hand=True, title="Fair")
    plan = plan_week(replace(GIVEN, items=(own,)))
    assert sum(item.minutes for item in plan.items if item.kind != "own") == 100
    assert sum(item.minutes for item in plan.items if item.day == MON) <= 180
    assert plan.items[0] == own


def test_days_with_little_room_call_for_more_of_them():
    short = ((540, 565),)
    narrow = replace(LIMITS, hours=dict.fromkeys(range(7), short), longest_sitting=60)
    plan = plan_week(replace(GIVEN, boundaries=narrow, active=None, steps=STEPS[:1] + STEPS[2:]))
    assert len({item.day for item in plan.items}) > 1
    assert sum(item.minutes for item in plan.items) >= 70


def test_a_week_with_less_time_holds_its_share_and_says_so():
    plan = plan_week(replace(GIVEN, share=50))
    assert sum(item.minutes for item in plan.items if stands(item)) <= 54
    assert codes(plan)[0] == "smaller" and plan.notes[0].values == {"minutes": 54}


# ---------------------------------------------------------------- what somebody else does


def test_what_is_handed_over_costs_the_owner_nothing_and_stays_in_the_week():
    """Two posts of 25 minutes are somebody else's: the owner's 108 minutes go to the rest."""
    given = replace(GIVEN, handed=frozenset({"post.instagram-post-1", "post.instagram-post-2"}))
    plan = plan_week(given)
    posts = [item for item in plan.items if item.kind == "post"]
    assert [item.minutes for item in posts] == [25, 25] and all(stands(item) for item in posts)
    mine = [item for item in plan.items if item.kind != "post"]
    before = [item for item in plan_week(GIVEN).items if item.kind != "post"]
    assert sum(item.minutes for item in before) < sum(item.minutes for item in mine) <= 108


def test_planning_again_counts_them_by_their_person():
    given = replace(GIVEN, handed=frozenset({"post.instagram-post-1", "post.instagram-post-2"}))
    first = tuple(
        replace(item, id=item.number, person="Anna" if item.kind == "post" else "")
        for item in plan_week(given).items
    )
    again = plan_week(replace(given, items=first))
    assert again.items == first
    taken_back = tuple(replace(item, person="") for item in first)
    mine = plan_week(replace(given, items=taken_back))
    assert planned_minutes(mine.items) <= 108
    assert planned_minutes(again.items) == sum(item.minutes for item in again.items if not item.person)


def test_a_full_day_still_takes_what_somebody_else_does():
    full = Item(1, WEEK, 1, "own-1", "own", None, FRI, 180, by_hand=True, title="Baking")
    only_friday = replace(LIMITS, hours={4: MORNING})
    given = replace(GIVEN, boundaries=only_friday, items=(full,), steps=(), handed=frozenset({"close.close"}))
    assert by_key(plan_week(given))["close"].day == FRI
    assert "close" not in by_key(plan_week(replace(given, handed=frozenset())))


def test_a_fixed_job_of_somebody_else_takes_no_time_either():
    theirs = Item(1, WEEK, 1, "own-1", "own", None, FRI, 180, by_hand=True, title="Baking", person="Anna")
    given = replace(GIVEN, boundaries=replace(LIMITS, hours={4: MORNING}), items=(theirs,), steps=())
    assert by_key(plan_week(given))["close"].day == FRI
