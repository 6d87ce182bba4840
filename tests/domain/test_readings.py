"""What may be added up: counts may, people never, and of what stands at a moment the latest holds."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.evidence import Evidence
from focusplan.domain.readings import FileFigures, WeekChange, as_text, change, merged, readings, week_figures
from focusplan.domain.weeks import Week

MONDAY = date(2026, 9, 7)
WEEK = Week.of(MONDAY)


def row(first: date, last: date | None = None, kind: str = "daily", item: str = "", **figures: float) -> FileFigures:
    return FileFigures("facebook", kind, item, first, last or first, as_text(figures), date(2026, 11, 23))


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 10**6)), max_size=40))
def test_counts_of_days_add_up_to_the_same_in_weeks(days):
    found = readings([row(day, views=count) for day, count in days])
    assert sum(one.value for one in found) == sum(count for _day, count in days)
    assert all(one.week is not None for one in found)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=7))
def test_people_of_days_are_never_added_up(days):
    assert readings([row(WEEK.days[day], reach=5, audience=day) for day in days])[0].metric == "audience"


def test_people_of_a_whole_week_are_taken_once():
    whole = row(WEEK.monday, WEEK.sunday, reach=90)
    assert week_figures([whole]) == {"reach": 90}
    assert week_figures([whole, row(WEEK.monday, WEEK.sunday, kind="typed", reach=80, customers=1)]) == {
        "reach": 90, "customers": 1,
    }  # fmt: skip
    assert week_figures([whole, row(WEEK.monday, WEEK.sunday, kind="other", reach=80)]) == {}


def test_a_longer_period_is_never_split():
    (one,) = readings([row(MONDAY, date(2026, 9, 30), calls=27)])
    assert (one.first, one.last, one.week, one.value) == (MONDAY, date(2026, 9, 30), None, 27)


def test_two_issues_in_a_week_count_twice_but_not_their_readers():
    def issue(item: str, day: int) -> FileFigures:
        return row(WEEK.days[day], kind="issues", item=item, posts=1, unique_clicks=7, recipients=100 + day)

    assert week_figures([issue("a", 1)]) == {"posts": 1, "reach": 7, "audience": 101}
    assert week_figures([issue("b", 3), issue("a", 1)]) == {"posts": 2, "audience": 103}


def test_a_later_file_wins_and_what_it_does_not_hold_stays():
    old = row(MONDAY, views=54, shares=2)
    assert merged(None, old) is old and merged(old, row(MONDAY, views=54)) is old
    assert merged(old, row(MONDAY, views=88)).values == {"views": 88, "shares": 2}


def test_a_change_is_told_with_what_stood_there():
    held = Evidence("facebook", WEEK, posts=3)
    assert change(held, "posts", 3, None, False, None) is None
    assert change(held, "posts", 5, 2, False, None) == WeekChange("facebook", WEEK, "posts", 3, 5)
    smaller = change(held, "posts", 2, None, True, None)
    assert smaller is not None and not smaller.taken
    own = change(held, "posts", 2, None, True, 3)
    assert own is not None and own.taken, "it came from a file itself"
    ticked = change(Evidence("facebook", WEEK), "posts", 1, 2, True, None)
    assert ticked is not None and (ticked.old, ticked.ticked, ticked.taken) == (2, True, False)
    assert change(held, "posts", None, None, False, 2) is None, "typed over what a file said"
    gone = change(held, "posts", None, None, False, 3)
    assert gone is not None and gone.new is None
