"""A closed week takes nothing that counts: no tick, no line from paper; figures are kept beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.evidence import Evidence
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weeks import Week
from tests.services.conftest import MONDAY

GBP = "google_business"
WEEK = Week.of(MONDAY)


def kept(workspace) -> list[object]:
    with workspace._context.read() as work:
        return [*work.all(Evidence), *work.all(TimeEntry)]


@pytest.mark.parametrize("line", ["W48: p2 m3 a3 e3", "W48: / 1:45 /", "W48: 1 / p2"])
def test_a_line_from_paper_comes_too_late(workspace, line):
    assert WEEK.number == 48
    workspace.week.view(WEEK)
    workspace.travel(WEEK.sunday + timedelta(days=15))
    before = kept(workspace)
    for act in (workspace.week.understand, workspace.week.paper):
        with pytest.raises(Refused) as refused:
            act(line)
        assert refused.value.code == "week_closed"
    assert kept(workspace) == before


def test_figures_are_kept_beside_the_week_and_do_not_count(workspace):
    workspace.travel(WEEK.sunday + timedelta(days=14))
    assert not workspace.week.record(GBP, WEEK, {"posts": 1}).late
    workspace.travel(WEEK.sunday + timedelta(days=15))
    assert workspace.week.record(GBP, WEEK, {"posts": 9}).late
    with workspace._context.read() as work:
        assert [(row.late, row.posts) for row in work.all(Evidence, network=GBP)] == [(False, 1), (True, 9)]
