"""Beside the gate: what the owner's own weeks took, and what closed networks have taught. It decides nothing."""

from __future__ import annotations

from datetime import timedelta

from focusplan.domain.weeks import Week
from tests.services.conftest import MONDAY


def _live(workspace, minutes):
    """One week after the other with so many minutes each, closed; then the Monday after them."""
    for number, took in enumerate(minutes):
        workspace.travel(MONDAY + timedelta(weeks=number, days=4))
        if took:
            workspace.week.log_time("instagram", took)
    workspace.travel(MONDAY + timedelta(weeks=len(minutes)))


def test_nothing_is_foretold_before_four_logged_weeks(workspace):
    _live(workspace, [60, 0, 80, 100])
    assert workspace.networks.gate("facebook").usual == ""


def test_the_middle_and_what_four_of_five_weeks_stay_under(workspace):
    _live(workspace, [60, 80, 100, 40, 120])
    verdict = workspace.networks.gate("facebook")
    assert "80 min" in verdict.usual and "104 min" in verdict.usual


def test_the_running_week_and_paused_ones_say_nothing(workspace):
    _live(workspace, [60, 60, 60, 600, 60])
    ill = Week.of(MONDAY + timedelta(weeks=3))
    workspace.networks.pause(ill, ill, "Ill")
    workspace.week.log_time("instagram", 900)
    verdict = workspace.networks.gate("facebook")
    assert verdict.usual.count("60 min") == 2


def test_what_a_closed_network_taught_is_said_when_the_next_is_thought_of(workspace):
    workspace.networks.retire("google_business", "No time", "Pictures of people <b>work</b>")
    assert "Pictures of people <b>work</b>" in workspace.networks.gate("facebook").learnt[0]
    assert workspace.networks.gate("google_business").learnt == ()
