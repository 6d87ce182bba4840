"""What was reached: the history of a goal, and the page to keep of a network that runs well."""

from __future__ import annotations

from datetime import date

import pytest

from focusplan import demo
from focusplan.domain.errors import Refused
from focusplan.domain.ledger import Entry
from focusplan.services.facts import snapshot
from focusplan.workspace import Workspace

TODAY = date(2026, 11, 23)
GBP = "google_business"


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Workspace:
    """A plan in whose tenth week the first network runs well and nothing else has been learnt yet."""
    made = demo.make(tmp_path_factory.mktemp("reached") / "plan", TODAY, weeks=10, language="en")
    made.networks.take_back(made.networks.view().active.network)
    yield made
    made.close()


def test_the_page_says_what_it_took_and_brought(lived: Workspace) -> None:
    page = lived.reached.page(GBP)
    assert lived.reached.networks() == (GBP,)
    assert page.title == "Google Business Profile runs well"
    figures = dict(page.figures)
    with lived._context.read() as work:
        run = snapshot(work).current(GBP)
    totals = lived.review.results(last=run.mastered_week)["totals"]
    assert figures["Posts"] == str(totals["posts"]) and figures["Orders"] == str(totals["enquiries"])
    weeks = (run.mastered_week.sunday - run.started_on).days // 7 + 1
    assert figures["Weeks"] == str(weeks)
    assert page.complete == ""


def test_the_page_shows_the_weeks_it_was_judged_on_whatever_is_corrected_later(lived: Workspace) -> None:
    before = lived.reached.page(GBP).goals
    assert [goal.text for goal in before][0] == "1 post a week"
    with lived._context.read() as work:
        entry = work.all(Entry, kind="mastered")[0].values()
        run = snapshot(work).current(GBP)
    asked = {goal["goal"]: [week["week"] for week in goal["weeks"]] for goal in entry["goals"]}
    assert [str(week.week) for week in before[0].weeks] == asked["posts"]
    lived.week.record(GBP, run.mastered_week, {"posts": 0})
    assert lived.reached.page(GBP).goals == before


def test_what_was_learnt_is_kept_changed_cleared_and_undone(lived: Workspace) -> None:
    lived.reached.write_learnt(GBP, "  Bread sells better than the shop front.\n")
    assert lived.reached.page(GBP).learnt == "Bread sells better than the shop front."
    lived.reached.write_learnt(GBP, "")
    assert lived.reached.page(GBP).learnt == ""
    lived.undoing.undo()
    assert lived.reached.page(GBP).learnt == "Bread sells better than the shop front."


def test_only_what_runs_well_has_a_page(lived: Workspace) -> None:
    assert lived.reached.page("facebook") is None and lived.reached.page("pinterest") is None
    with pytest.raises(Refused):
        lived.reached.write_learnt("facebook", "nothing")


def test_a_record_that_begins_anew_says_since_when_it_is_complete(tmp_path) -> None:
    made = demo.make(tmp_path / "plan", TODAY, weeks=10, language="en")
    try:
        with made._context.begin() as work:
            work.append("break", {"entry": 1})
        said = made.reached.page(GBP).complete
        assert said == "The record of decisions is complete from 23 November 2026 on."
    finally:
        made.close()


def test_the_history_of_a_goal_has_every_week_its_target_and_its_changes(lived: Workspace) -> None:
    history = lived.reached.history(GBP, "upkeep")
    squares = next(goal for goal in lived.networks.run(GBP).goals if goal.id == "upkeep").weeks
    assert [week.week for week in history.weeks] == [square.week for square in reversed(squares)]
    assert [week.result for week in history.weeks] == [square.result for square in reversed(squares)]
    assert history.changes == ()
    with pytest.raises(Refused):
        lived.reached.history("pinterest", "posts")


def test_a_change_stands_in_the_history_with_its_reason(tmp_path) -> None:
    made = demo.make(tmp_path / "plan", date(2026, 11, 25), weeks=24, language="en")
    try:
        network = made.networks.view().active.network
        goal = next(one for one in made.networks.view().active.goals if one.id == "answers")
        change = made.networks.change_goal(network, "answers", goal.target + 4, "We bake on Mondays.")
        said = made.reached.history(network, "answers").changes
        assert said == (
            f"{goal.target} became {goal.target + 4} from {change.starts.day} December 2026"
            " (easier: We bake on Mondays.)",
        )
        unknown = [week for week in made.reached.history(network, "posts").weeks if week.brought == "not known"]
        assert unknown and all(week.result in ("missed", "paused", "left_out", "running") for week in unknown)
    finally:
        made.close()
