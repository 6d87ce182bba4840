"""Figures, minutes and the line from paper."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from focusplan import i18n
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
GBP = "google_business"


def entries(workspace):
    rows = workspace.review.results(WEEK, WEEK)["weeks"]
    return {row["network"]: row for row in rows}


def test_a_line_from_paper(workspace):
    jobs = workspace.week.view().items
    line = "W48: 1 2=25 / 1:45 / p2 m3 a3 e3 c1 s120"
    understood = workspace.week.understand(line)
    assert not understood.stored
    assert not any(job.done for job in workspace.week.view().items)
    answer = workspace.week.paper(line)
    assert answer.stored
    assert (answer.week, answer.done, answer.minutes) == (WEEK, (1, 2), 105)
    assert answer.extra == 105 - jobs[0].minutes - 25
    assert answer.tallies == {
        "posts": 2, "received": 3, "answered_in_time": 3, "enquiries": 3, "customers": 1, "sales": 12000,
    }  # fmt: skip
    assert "jobs 1 and 2 (25 min) done" in answer.text
    assert "1 h 45 altogether" in answer.text
    assert "£120.00 of sales" in answer.text
    assert workspace.week.view().minutes_done == 105
    row = entries(workspace)[GBP]
    assert (row["posts"], row["enquiries"], row["sales"]) == (2, 3, "120.00")


def test_the_same_line_twice_adds_nothing(workspace):
    line = "1 2=25 / 1:45 / e3"
    first = workspace.week.paper(line)
    again = workspace.week.paper(line)
    assert (first.extra > 0, again.extra) == (True, 0)
    assert workspace.week.view().minutes_done == 105
    assert workspace.week.view().results == 3


def test_time_that_the_jobs_took_is_no_entry(workspace):
    first = workspace.week.view().items[0].minutes
    answer = workspace.week.paper(f"1 / 0:{first:02}")
    assert answer.extra == 0
    assert workspace.week.view().minutes_done == first
    assert workspace.week.paper("2").minutes == workspace.week.view().items[1].minutes
    assert workspace.week.paper("e1").minutes is None


@pytest.mark.parametrize("line", ["1 99 / 1:00 / e3", "1 2 x", "1 / m2 a3", "1 / s1.234,5x"])
def test_a_line_that_cannot_be_kept_changes_nothing(workspace, line):
    workspace.week.view()
    before = (workspace.home / "plan.db").read_bytes()
    with pytest.raises((Refused, WrongUse)):
        workspace.week.paper(line)
    assert (workspace.home / "plan.db").read_bytes() == before


def test_money_is_read_as_the_place_writes_it(workspace):
    assert workspace.week.understand("s1,234.50").tallies == {"sales": 123450}
    i18n.use("en", "ES")
    assert workspace.week.understand("s1.234,50").tallies == {"sales": 123450}
    with pytest.raises(WrongUse, match="number_wrong"):
        workspace.week.understand("s12.50")
    with pytest.raises(WrongUse, match="figure_range"):
        workspace.week.understand("s999999999")


def test_a_line_for_a_past_week(workspace):
    workspace.week.view()
    workspace.travel(WED + timedelta(days=7))
    answer = workspace.week.paper("W48: 1 / 1:00 / e2")
    assert "week 48" in answer.text
    view = workspace.week.view(WEEK)
    assert view.minutes_done == 60
    assert entries(workspace)[GBP]["enquiries"] == 2
    workspace.travel(SUN + timedelta(days=15))
    with pytest.raises(Refused, match="week_closed"):
        workspace.week.paper("W48: 2")


def test_a_line_longer_than_a_day_is_one_entry(workspace):
    workspace.week.view()
    assert workspace.week.paper("/ 30:00").extra == 1800
    assert workspace.week.view().minutes_done == 1800


def test_figures_of_an_open_week_count(workspace):
    row = workspace.week.record(GBP, None, {"received": 4, "answered_in_time": 3})
    assert (row.week, row.late, row.outside, row.received) == (WEEK, False, False, 4)
    row = workspace.week.record(GBP, WEEK, {"received": None, "answered_in_time": 2})
    assert (row.received, row.answered_in_time) == (None, 2)


def test_late_figures_are_kept_beside_those_that_count(workspace):
    workspace.week.record(GBP, WEEK, {"enquiries": 1})
    workspace.travel(SUN + timedelta(days=15))
    row = workspace.week.record(GBP, WEEK, {"enquiries": 5})
    assert (row.late, row.enquiries) == (True, 5)
    assert entries(workspace)[GBP]["enquiries"] == 5


def test_networks_outside_the_plan_are_kept_as_outside(workspace):
    assert workspace.week.record("tiktok", WEEK, {"posts": 1}).outside
    workspace.networks.park("facebook")
    assert workspace.week.record("facebook", WEEK, {"posts": 1}).outside
    assert workspace.week.record(GBP, WEEK - 1, {"posts": 1}).outside
    with pytest.raises(WrongUse, match="no_such_network"):
        workspace.week.record("myspace", WEEK, {"posts": 1})
    with pytest.raises(Refused, match="week_future"):
        workspace.week.record(GBP, WEEK + 1, {"posts": 1})


def test_a_result_is_counted_with_one_click(workspace):
    assert workspace.week.add_result() == 1
    assert workspace.week.add_result(2) == 3
    assert workspace.week.add_result(-5) == 0
    assert workspace.week.view().results == 0
    told = []
    workspace.on_change(told.append)
    workspace.week.add_result()
    assert len(told) == 1


def test_minutes_beside_the_plan(workspace):
    entry = workspace.week.log_time("tiktok", 20, note=" looked around ")
    assert (entry.day, entry.note, entry.outside) == (MON, "looked around", False)
    at = datetime(2026, 11, 22, 22, 30, tzinfo=timezone(timedelta(hours=1)))
    late = workspace.week.log_time(GBP, 15, at)
    assert (late.at, late.day, late.outside) == (datetime(2026, 11, 22, 21, 30, tzinfo=UTC), SUN - timedelta(days=7), True)
    assert workspace.week.view().minutes_done == 20
    assert workspace.week.log_time(GBP, 15, datetime(2026, 11, 23, 9, 0)).day == MON
    with pytest.raises(Refused, match="time_future"):
        workspace.week.log_time(GBP, 15, datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    with pytest.raises(WrongUse, match="no_such_network"):
        workspace.week.log_time("myspace", 15)
    with pytest.raises(WrongUse, match="note_long"):
        workspace.week.log_time(GBP, 15, note="x" * 4001)


def test_without_any_network_there_is_nothing_to_count_for(workspace):
    workspace.networks.take_back(GBP)
    with pytest.raises(Refused, match="no_network"):
        workspace.week.add_result()
    with pytest.raises(Refused, match="no_network"):
        workspace.week.paper("/ 0:30")
    assert workspace.week.view().results is None
