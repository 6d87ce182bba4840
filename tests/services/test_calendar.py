"""Public holidays are days without work unless the owner says otherwise; weeks that have begun keep theirs."""

from datetime import date

import pytest

from focusplan import i18n
from focusplan.domain.weeks import Week
from focusplan.services.weeks.calendar import public_holidays
from focusplan.workspace import Workspace


def planned_days(workspace, week):
    return {job.day for day in workspace.week.view(week).days for job in day.jobs}


@pytest.fixture
def christmas(tmp_path, profile):
    """A practice plan in the week before Christmas 2026 in Great Britain; the 25th is a Friday."""
    made = Workspace(tmp_path / "december", today=date(2026, 12, 16))
    made.start.new(profile, practice=True)
    yield made
    made.close()


FRIDAY = date(2026, 12, 25)
WEEK = Week.of(FRIDAY)


def test_a_holiday_is_a_day_without_work(christmas):
    assert FRIDAY in [one.day for one in christmas.business.holidays()]
    assert FRIDAY not in planned_days(christmas, WEEK)


def test_the_owner_may_work_on_one_holiday_and_change_their_mind(christmas):
    christmas.business.work_on_holiday(FRIDAY, True)
    assert [one.works for one in christmas.business.holidays() if one.day == FRIDAY] == [True]
    assert FRIDAY in planned_days(christmas, WEEK)
    christmas.business.work_on_holiday(FRIDAY, False)
    assert [one.works for one in christmas.business.holidays() if one.day == FRIDAY] == [False]
    assert FRIDAY not in planned_days(christmas, WEEK)


def test_all_holidays_can_be_working_days(christmas):
    christmas.business.work_on_holidays(True)
    assert christmas.business.holidays() == ()
    assert not christmas.business.holidays_free()
    assert FRIDAY in planned_days(christmas, WEEK)
    christmas.business.work_on_holidays(False)
    assert christmas.business.holidays_free()
    assert FRIDAY not in planned_days(christmas, WEEK)


def test_a_day_that_is_no_holiday_stays_as_it_is(christmas):
    before = christmas.business.holidays()
    christmas.business.work_on_holiday(date(2026, 12, 22), True)
    assert christmas.business.holidays() == before


def test_worked_holidays_stay_when_the_country_is_read_again(christmas):
    christmas.business.work_on_holiday(FRIDAY, True)
    christmas.business.change({"country": "FR"})
    assert [one.works for one in christmas.business.holidays() if one.day == FRIDAY] == [True]


def test_holidays_are_named_in_the_language_in_use():
    """Whatever language the computer itself speaks."""
    i18n.use("sv")
    try:
        named = public_holidays("SE", date(2026, 12, 25), date(2026, 12, 25))
        foreign = public_holidays("FR", date(2026, 12, 25), date(2026, 12, 25))
    finally:
        i18n.use("en")
    assert (*named.values(), *foreign.values()) == ("Juldagen", "Noël")
