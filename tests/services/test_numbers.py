"""The figures that can be typed in: which rows there are, what is known, where from, and until when it counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weeks import Week

WEEK = Week.of(date(2026, 11, 23))
GBP = "google_business"


def figures(workspace, week=WEEK, network=GBP, older=0) -> dict:
    for one in workspace.review.numbers(older).weeks:
        if one.week == week:
            return {figure.figure: figure for row in one.rows if row.network == network for figure in row.figures}
    raise AssertionError(week)


def weeks(workspace, older=0) -> list[tuple[Week, bool]]:
    return [(one.week, one.late) for one in workspace.review.numbers(older).weeks]


def test_there_is_a_row_for_each_network_in_use_and_each_open_week(workspace):
    assert weeks(workspace) == [(WEEK, False)]
    rows = workspace.review.numbers().weeks[0].rows
    assert [row.network for row in rows] == [GBP, ""]
    workspace.networks.park("facebook", 15)
    assert [row.network for row in workspace.review.numbers().weeks[0].rows] == [GBP, "facebook", ""]
    workspace.week.record("tiktok", WEEK, {"reach": 9})
    assert "tiktok" in [row.network for row in workspace.review.numbers().weeks[0].rows]


def test_closed_weeks_come_one_by_one_and_say_that_they_do_not_count(workspace):
    workspace.travel(WEEK.monday + timedelta(days=28))
    present = WEEK + 4
    assert weeks(workspace) == [(present, False), (present - 1, False), (present - 2, False)]
    view = workspace.review.numbers()
    assert view.more
    view = workspace.review.numbers(2)
    assert [(one.week, one.late) for one in view.weeks[3:]] == [(WEEK + 1, True), (WEEK, True)]
    assert "don’t count" in view.weeks[-1].note and not view.more
    assert "counts" in view.weeks[1].note and view.weeks[0].note == ""


def test_a_closed_week_shows_what_counted_until_something_else_is_typed(workspace):
    workspace.week.record(GBP, WEEK, {"enquiries": 2, "customers": 1})
    workspace.travel(WEEK.monday + timedelta(days=28))
    assert figures(workspace, older=2)["enquiries"].known == 2
    assert workspace.week.record(GBP, WEEK, {"enquiries": 5}).late
    found = figures(workspace, older=2)
    assert (found["enquiries"].known, found["customers"].known) == (5, 1)


def test_each_figure_says_where_it_comes_from(workspace):
    assert figures(workspace)["enquiries"].source == figures(workspace)["enquiries"].said == ""
    workspace.week.add_result()
    workspace.week.add_result()
    assert (figures(workspace)["enquiries"].known, figures(workspace)["enquiries"].source) == (2, "tallied")
    workspace.week.record(GBP, WEEK, {"enquiries": 4})
    assert figures(workspace)["enquiries"].source == "typed"
    workspace.week.paper("/ m3 a2")
    found = figures(workspace)
    assert [found[one].source for one in ("received", "answered_in_time")] == ["tallied", "tallied"]
    assert found["received"].said
    workspace.undoing.undo()
    assert figures(workspace)["received"].source == ""


def test_a_figure_from_a_file_says_so(workspace, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text(f"date,network,enquiries,customers\n{WEEK.monday},{GBP},3,1\n", encoding="utf-8")
    workspace.importing.take(workspace.importing.read_now([file]))
    assert figures(workspace)["enquiries"].source == "file"
    workspace.week.record(GBP, WEEK, {"enquiries": 4})
    assert [figures(workspace)[one].source for one in ("enquiries", "customers")] == ["typed", "file"]


def test_what_came_from_nobody_knows_where_has_its_own_row(workspace):
    assert figures(workspace, network="")["enquiries"].known is None
    workspace.results.set_unsourced("enquiries", 2, WEEK)
    found = figures(workspace, network="")
    assert (found["enquiries"].known, found["customers"].known) == (2, None)


def test_every_figure_says_what_is_meant(grown):
    for week in grown.review.numbers(1).weeks:
        for row in week.rows:
            assert row.name
            for figure in row.figures:
                assert figure.label and figure.spoken
                assert figure.hint or not row.network or figure.figure in ("reach", "audience", "posts", "received")


def test_an_easier_goal_of_hours_is_named_in_the_hint(grown):
    active = grown.networks.view().active
    hint = figures(grown, Week.of(grown.today), active.network)["answered_in_time"].hint
    target = next(goal.target for goal in active.goals if goal.id == "answers")
    assert str(target) in hint


def test_minutes_on_the_phone_are_noted_once_a_week_and_are_no_work(workspace):
    before = workspace.week.view().minutes_done
    workspace.travel(WEEK.days[4])
    workspace.review.note_phone(WEEK, 120)
    workspace.review.note_phone(WEEK, 75)
    assert workspace.review.view().phone == 75
    assert workspace.week.view().minutes_done == before
    workspace.undoing.undo()
    assert workspace.review.view().phone == 120
    workspace.review.note_phone(WEEK, None)
    assert workspace.review.view().phone is None
    workspace.review.note_phone(WEEK, 0)
    assert workspace.review.view().phone == 0
    with pytest.raises(Refused, match="week_future"):
        workspace.review.note_phone(WEEK + 1, 5)
    with pytest.raises(WrongUse, match="minutes_range"):
        workspace.review.note_phone(WEEK, 7 * 1440 + 1)
