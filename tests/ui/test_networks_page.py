"""Networks: the road, its jobs, what opens the next one, and every move with its consequence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget

from focusplan import demo, i18n
from focusplan.domain.weeks import Week
from focusplan.ui.main_window import MainWindow
from focusplan.ui.pages.networks import NetworksPage
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.ui.driving import click, dialog, find, has, settle, words, write
from tests.ui.reach import clashes, markup, unnamed, unreached

Show = Callable[[Workspace], MainWindow]


def opened(window: MainWindow) -> NetworksPage:
    window.go("networks")
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, NetworksPage)
    return page


@pytest.fixture
def page(window: MainWindow) -> NetworksPage:
    return opened(window)


def jobs(page: QWidget) -> list[QCheckBox]:
    return [box for box in page.findChildren(QCheckBox) if box.objectName().startswith("step_")]


def choose(page: QWidget, name: str) -> None:
    action = find(page, "can_do").menu().findChild(QAction, f"can_do_{name}")
    assert action is not None and action.isEnabled()
    action.trigger()
    settle()


# ---- jobs of the road -----------------------------------------------------------------------------
def test_a_tick_is_saved_at_once_and_can_be_taken_back(page: NetworksPage, workspace: Workspace) -> None:
    step = workspace.networks.run("google_business").steps[0]
    find(page, f"step_{step.id}_done").setChecked(True)
    settle()
    assert workspace.networks.run("google_business").steps[0].done
    assert "1 job done" in words(page)
    click(page, "jobs_done_show")
    find(page, f"step_{step.id}_done").setChecked(False)
    settle()
    assert not workspace.networks.run("google_business").steps[0].done


def test_why_how_and_done_when_open_in_the_row_and_stay_open(
    page: NetworksPage, workspace: Workspace
) -> None:
    first, second = workspace.networks.run("google_business").steps[:2]
    click(page, f"step_{second.id}_how")
    assert second.done_when in words(page)
    find(page, f"step_{first.id}_done").setChecked(True)
    settle()
    assert find(page, f"step_{second.id}_when").text() == second.done_when


def test_a_part_that_has_not_opened_is_shown_but_not_ticked(page: NetworksPage) -> None:
    find(page, "road_part_publish").setChecked(True)
    settle()
    assert jobs(page) and not any(box.isEnabled() for box in jobs(page))
    assert "These jobs open when the part before is done." in words(page)


def test_a_job_that_cannot_be_done_here_is_closed_with_a_sentence(
    page: NetworksPage, workspace: Workspace
) -> None:
    step = next(step for step in workspace.networks.run("google_business").steps if step.required)
    click(page, f"step_{step.id}_how")
    click(page, f"step_{step.id}_instead")
    asked = dialog("instead")
    click(asked, "instead_yes")
    assert asked.isVisible() and find(asked, "instead_problem").text()
    find(asked, "instead_why").setPlainText("We have no second person here.")
    click(asked, "instead_yes")
    stored = next(one for one in workspace.networks.run("google_business").steps if one.id == step.id)
    assert stored.done and stored.instead == "We have no second person here."


def test_the_focus_goes_on_to_the_next_job_when_one_is_done(page: NetworksPage, workspace: Workspace) -> None:
    first, second = (step.id for step in workspace.networks.run("google_business").steps[:2])
    find(page, f"step_{first}_done").setFocus()
    find(page, f"step_{first}_done").setChecked(True)
    settle()
    assert page.window().focusWidget() is find(page, f"step_{second}_done")


# ---- moves ----------------------------------------------------------------------------------------
def test_a_goal_shows_old_new_and_the_day_before_it_is_made(page: NetworksPage, workspace: Workspace) -> None:
    choose(page, "adjust_posts")
    asked = dialog("goal")
    assert not find(asked, "goal_yes").isEnabled()
    click(asked, "goal_target_more")
    assert "From 1 to 2" in find(asked, "goal_preview").text()
    assert i18n.day_long(MONDAY + timedelta(days=7)) in find(asked, "goal_preview").text()
    click(asked, "goal_yes")
    goal = next(g for g in workspace.networks.run("google_business").goals if g.id == "posts")
    assert (goal.target, goal.next_target) == (1, 2)


def test_an_easier_goal_asks_for_its_reason(page: NetworksPage, workspace: Workspace) -> None:
    choose(page, "adjust_answers")
    asked = dialog("goal")
    assert not has(asked, "goal_reason")
    click(asked, "goal_target_more")
    click(asked, "goal_yes")
    assert asked.isVisible() and find(asked, "goal_problem").text()
    write(asked, "goal_reason", "The shop is closed on two days.")
    click(asked, "goal_yes")
    goal = next(g for g in workspace.networks.run("google_business").goals if g.id == "answers")
    assert goal.next_target == 76


def test_a_figure_outside_the_bounds_cannot_be_made(page: NetworksPage) -> None:
    choose(page, "adjust_posts")
    asked = dialog("goal")
    write(asked, "goal_target_field", "99")
    assert not find(asked, "goal_yes").isEnabled()
    click(asked, "goal_no")


def test_weeks_are_paused_and_taken_up_again(page: NetworksPage, workspace: Workspace) -> None:
    click(page, "networks_pause")
    asked = dialog("pause")
    first, last = find(asked, "pause_first"), find(asked, "pause_last")
    first.setCurrentIndex(first.findData(str(Week.of(MONDAY) + 2)))
    assert last.currentIndex() >= first.currentIndex()
    write(asked, "pause_reason", "Summer holiday")
    click(asked, "pause_yes")
    assert workspace.networks.view().paused_weeks == (Week.of(MONDAY) + 2,)
    assert "The next pause begins" in words(page)
    click(page, "networks_pause")
    click(dialog("pause"), f"pause_lift_{Week.of(MONDAY) + 2}")
    assert workspace.networks.view().paused_weeks == ()


def test_closing_asks_why_and_what_was_learnt_and_leaves_three_jobs(
    page: NetworksPage, workspace: Workspace
) -> None:
    choose(page, "retire")
    asked = dialog("retire")
    click(asked, "retire_yes")
    assert asked.isVisible() and find(asked, "retire_problem").text()
    find(asked, "retire_reason").setPlainText("Our customers are elsewhere.")
    find(asked, "retire_learnt").setPlainText("Photographs bring questions.")
    click(asked, "retire_yes")
    assert workspace.networks.view().active is None
    assert has(page, "wind_down") and len(jobs(page)) == 3
    click(page, "networks_all")
    click(dialog("all_networks"), "all_google_business_look")
    assert "Photographs bring questions." in words(dialog("locked"))
    dialog("locked").reject()


def test_a_start_is_taken_back(page: NetworksPage, workspace: Workspace) -> None:
    choose(page, "take_back")
    click(dialog("take_back"), "take_back_yes")
    assert workspace.networks.view().active is None
    assert has(page, "opening")


def test_a_part_is_taken_again(page: NetworksPage, workspace: Workspace) -> None:
    choose(page, "again")
    click(dialog("again"), "again_yes")
    assert workspace.networks.run("google_business").stage == "prepare"


# ---- other networks -------------------------------------------------------------------------------
def test_a_locked_network_says_what_it_takes_and_what_is_missing(page: NetworksPage) -> None:
    click(page, "road_stops_instagram")
    asked = dialog("locked")
    assert "75 min a week" in words(asked) and "What is missing" in words(asked)
    assert not has(asked, "locked_yes")
    asked.reject()
    settle()


def test_the_way_of_a_missing_condition_leads_there(page: NetworksPage, window: MainWindow) -> None:
    click(page, "road_stops_instagram")
    click(dialog("locked"), "locked_active_done_way")
    assert window._place == "week"


def test_a_locked_network_waits_on_the_later_list_with_its_note(
    page: NetworksPage, workspace: Workspace
) -> None:
    click(page, "networks_all")
    click(dialog("all_networks"), "all_pinterest_look")
    click(dialog("locked"), "locked_later")
    click(dialog("later"), "later_yes")
    assert [card.id for card in workspace.networks.view().later] == ["pinterest"]
    click(page, "later_pinterest_more")
    asked = dialog("later")
    find(asked, "later_note").setPlainText("for <b>garden</b> gates & more")
    click(asked, "later_yes")
    assert "Pinterest · “for <b>garden</b> gates & more”" in words(page)
    click(page, "later_pinterest_more")
    find(dialog("later"), "later_note").clear()
    click(dialog("later"), "later_yes")
    assert workspace.networks.view().later[0].note == ""
    click(page, "later_pinterest_more")
    click(dialog("later"), "later_remove")
    assert workspace.networks.view().later == ()


def test_a_network_is_kept_as_it_is_and_its_minutes_changed(page: NetworksPage, workspace: Workspace) -> None:
    click(page, "networks_all")
    click(dialog("all_networks"), "all_facebook_look")
    click(dialog("locked"), "locked_park")
    write(dialog("park"), "park_minutes_field", "25")
    click(dialog("park"), "park_yes")
    assert [card.parked_minutes for card in workspace.networks.view().parked] == [25]
    assert "25 min a week, as before" in words(page)


def test_the_newsletter_runs_beside(page: NetworksPage, workspace: Workspace) -> None:
    click(page, "networks_all")
    click(dialog("all_networks"), "all_newsletter_look")
    click(dialog("locked"), "locked_yes")
    assert next(card for card in workspace.networks.cards() if card.id == "newsletter").state == "beside"
    assert has(page, "beside")


# ---- the gate -------------------------------------------------------------------------------------
def test_when_the_gate_is_open_staying_and_choosing_are_equals(
    page: NetworksPage, workspace: Workspace
) -> None:
    workspace.networks.take_back("google_business")
    settle()
    stay, choose_next = find(page, "opening_stay"), find(page, "opening_choose")
    assert abs(stay.width() - choose_next.width()) <= 1
    assert stay.property("kind") == choose_next.property("kind")
    click(page, "opening_stay")
    assert not has(page, "opening_stay") and has(page, "opening_choose")


def test_an_open_network_is_started_after_its_rule_was_said(page: NetworksPage, workspace: Workspace) -> None:
    workspace.networks.take_back("google_business")
    settle()
    click(page, "road_stops_google_business")
    asked = dialog("locked")
    assert "seven days" in find(asked, "locked_rule").text()
    click(asked, "locked_yes")
    active = workspace.networks.view().active
    assert active is not None and active.network == "google_business"


def test_what_the_rules_refuse_is_said_in_words(
    page: NetworksPage, workspace: Workspace, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    step = workspace.networks.run("google_business").steps[-1]
    page._tick(step.id, True)
    assert said and "stage" not in said[0]


def test_a_network_that_runs_well_shows_its_upkeep(year: Callable[..., Workspace], show: Show) -> None:
    workspace = year()
    if not workspace.networks.view().mastered:
        pytest.fail("the lived-in plan has nothing that runs well")
    page = opened(show(workspace))
    click(page, f"road_stops_{workspace.networks.view().mastered[0].id}")
    assert has(page, "mastered") and has(page, "goal_upkeep_weeks")


# ---- for everyone ---------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_every_control_is_named_reached_and_has_its_own_key(
    year: Callable[..., Workspace], show: Show, language: str
) -> None:
    page = opened(show(year(language=language)))
    assert unnamed(page) == [] and clashes(page) == [] and markup(page) == []
    assert unreached(page) == []


def dialogs(page: NetworksPage) -> dict[str, Callable[[], None]]:
    moves = page.moves
    return {
        "goal": lambda: moves.way("adjust"),
        "pause": moves.pause,
        "again": lambda: moves.way("again"),
        "retire": lambda: moves.way("retire"),
        "take_back": lambda: moves.way("take_back"),
        "hand_over": lambda: moves.way("hand_over"),
        "park": lambda: moves.park(moves.card("facebook")),
        "later": lambda: moves.later(moves.card("pinterest")),
        "locked": lambda: moves.look("instagram"),
        "all_networks": moves.all_networks,
        "clock": lambda: moves.way("clock"),
    }


@pytest.mark.parametrize(
    "name",
    [
        "goal",
        "pause",
        "again",
        "retire",
        "take_back",
        "hand_over",
        "park",
        "later",
        "locked",
        "all_networks",
        "clock",
    ],
)
def test_every_dialog_is_for_everyone(page: NetworksPage, name: str) -> None:
    dialogs(page)[name]()
    asked = dialog(name)
    assert unnamed(asked) == [] and unreached(asked) == [] and clashes(asked) == [] and markup(asked) == []
    assert asked.minimumSizeHint().width() <= 1024
    asked.reject()
    settle()


@pytest.mark.parametrize("name", ["<img src=x>", "W" * 10_000, "a & b [*] ☕", "שלום " * 300])
def test_what_people_typed_breaks_no_layout(workspace: Workspace, show: Show, name: str) -> None:
    workspace.networks.later("pinterest", name[:4000])
    page = opened(show(workspace))
    assert find(page, "later_pinterest").text().startswith("Pinterest")
    assert page.sheet.widget().minimumSizeHint().width() <= page.sheet.viewport().width()


def test_under_45_minutes_nothing_can_start_and_it_is_said(tmp_path, show: Show) -> None:
    from focusplan.domain.boundaries import Boundaries

    made = Workspace(tmp_path / "small", today=date(2026, 11, 23))
    made.start.new(make_profile(boundaries=Boundaries(30, 30, "few_days", {0: ((540, 720),)})), practice=True)
    page = opened(show(made))
    assert "Under 45 minutes" in words(page)


# ---- further ways -----------------------------------------------------------------------------------
def test_a_change_that_waits_is_withdrawn(page: NetworksPage, workspace: Workspace) -> None:
    workspace.networks.change_goal("google_business", "answers", 96, "The shop is closed on two days.")
    settle()
    click(page, "goal_answers_set")
    click(dialog("goal"), "goal_withdraw")
    goal = next(g for g in workspace.networks.run("google_business").goals if g.id == "answers")
    assert goal.next_target is None


def test_withdrawing_a_harder_goal_asks_for_its_reason(page: NetworksPage, workspace: Workspace) -> None:
    workspace.networks.change_goal("google_business", "posts", 2)
    settle()
    click(page, "goal_posts_set")
    asked = dialog("goal")
    click(asked, "goal_withdraw")
    assert asked.isVisible() and has(asked, "goal_reason")
    write(asked, "goal_reason", "One post is what we can do.")
    click(asked, "goal_withdraw")
    goal = next(g for g in workspace.networks.run("google_business").goals if g.id == "posts")
    assert goal.next_target != 2 or goal.next_from != MONDAY + timedelta(days=7)


def test_coming_back_in_a_paused_week(page: NetworksPage, workspace: Workspace) -> None:
    present = Week.of(MONDAY)
    workspace.networks.pause(present, present + 1, "An illness")
    settle()
    assert has(page, "networks_paused")
    click(page, "networks_back")
    click(dialog("pause"), f"pause_lift_{present}")
    assert workspace.networks.view().paused_weeks == (present,)


@pytest.mark.parametrize(("way", "place"), [("do_steps", "week"), ("record", "week"), ("review", "week"),
                                            ("budget", "settings"), ("repair", "settings")])  # fmt: skip
def test_ways_that_lie_elsewhere_lead_there(
    page: NetworksPage, window: MainWindow, way: str, place: str
) -> None:
    page.moves.way(way)
    settle()
    assert window._place == place


def test_handing_work_over_leads_to_who_posts_and_answers(page: NetworksPage, window: MainWindow) -> None:
    page.moves.way("hand_over")
    click(dialog("hand_over"), "hand_over_yes")
    assert window._place == "settings"


def test_spending_less_on_what_is_kept_asks_about_the_largest(
    page: NetworksPage, workspace: Workspace
) -> None:
    workspace.networks.park("facebook", 15)
    workspace.networks.park("tiktok", 40)
    settle()
    page.moves.way("park_less")
    assert "TikTok" in words(dialog("park"))
    dialog("park").reject()
    settle()


def test_an_unknown_way_does_nothing(page: NetworksPage) -> None:
    page.moves.way("fly")
    settle()
    assert page.isVisible()


def test_a_circle_of_the_one_that_is_learnt_leads_back_to_its_present_part(page: NetworksPage) -> None:
    find(page, "road_part_measure").setChecked(True)
    settle()
    click(page, "road_stops_google_business")
    assert find(page, "road_part_prepare").isChecked()


def test_what_runs_beside_is_closed(page: NetworksPage, workspace: Workspace) -> None:
    workspace.networks.start("newsletter")
    settle()
    click(page, "beside_close")
    asked = dialog("retire")
    find(asked, "retire_reason").setPlainText("Nobody reads it here.")
    find(asked, "retire_learnt").setPlainText("People rather come in.")
    click(asked, "retire_yes")
    assert next(card for card in workspace.networks.cards() if card.id == "newsletter").state == "retired"


# ---- what was reached -------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def reached_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan whose first network has come to run well, with nothing else learnt yet."""
    made = demo.make(tmp_path_factory.mktemp("open") / "plan", MONDAY, weeks=10, language="en")
    made.networks.take_back(made.networks.view().active.network)
    made.close()
    return made.home


@pytest.fixture
def reached(reached_made: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(reached_made, tmp_path / "open")
    return Workspace(tmp_path / "open", today=MONDAY)


def test_the_open_gate_has_a_page_with_both_ways_on_as_equals(reached: Workspace, show: Show) -> None:
    page = opened(show(reached))
    assert "Google Business Profile runs well" in words(page)
    stay, choose = find(page, "opening_stay"), find(page, "opening_choose")
    assert stay.property("kind") == choose.property("kind") and stay.size() == choose.size()
    assert [(what.text(), value.text()) for what, value in figures(page)] == list(
        reached.reached.page("google_business").figures
    )
    click(page, "opening_stay")
    assert not has(page, "opening_stay") and "You stay with" in words(page)
    assert unnamed(page) == [] and unreached(page) == [] and clashes(page) == []


def figures(page: QWidget) -> list[tuple[QWidget, QWidget]]:
    names = [f"opening_figure_{n}" for n in range(len(page.workspace.reached.page("google_business").figures))]
    return [(find(page, f"{name}_what"), find(page, f"{name}_value")) for name in names]


def test_what_was_learnt_is_written_on_the_page_and_changed(reached: Workspace, show: Show) -> None:
    page = opened(show(reached))
    for text in ("Bread <b>sells</b>.", "Bread sells better."):
        click(page, "opening_write")
        find(dialog("learnt"), "learnt_words").setPlainText(text)
        click(dialog("learnt"), "learnt_yes")
        assert find(page, "opening_learnt").text() == text


def test_the_page_is_kept_as_a_pdf_now_and_later(reached: Workspace, show: Show, tmp_path: Path) -> None:
    page = opened(show(reached))
    click(page, "opening_print")
    dialog("print_reached").keep_as(tmp_path / "now.pdf")
    settle()
    click(page, "road_stops_google_business")
    click(page, "mastered_page")
    dialog("print_reached").keep_as(tmp_path / "later.pdf")
    assert (tmp_path / "now.pdf").read_bytes() == (tmp_path / "later.pdf").read_bytes()


def test_a_goal_leads_to_its_weeks_by_key_and_by_square(year: Callable[..., Workspace], show: Show) -> None:
    page = opened(show(year()))
    click(page, "goal_posts_figure")
    asked = dialog("goal_history")
    history = page.workspace.reached.history(page.moves.view.active.network, "posts")
    said = words(asked)
    assert history.weeks and all(week.brought in said and week.counts in said for week in history.weeks)
    assert unnamed(asked) == [] and unreached(asked) == [] and markup(asked) == []
    asked.reject()
    settle()
    QTest.mouseClick(find(page, "goal_answers_weeks"), Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert "Answered within" in dialog("goal_history").windowTitle()


def test_what_the_next_part_holds_is_one_press_away(page: NetworksPage, workspace: Workspace) -> None:
    click(page, "road_then_see")
    titles = [s.title for s in workspace.networks.run("google_business").steps if s.stage == "set_up"]
    assert all(title in words(page) for title in titles)
    assert not any(box.isEnabled() for box in jobs(page))


@pytest.mark.parametrize(("way", "name"), [("record", "numbers"), ("review", "close_week")])
def test_ways_to_the_week_open_what_they_name(
    year: Callable[..., Workspace], show: Show, way: str, name: str
) -> None:
    workspace = year()
    workspace.travel(date(2026, 11, 29))
    window = show(workspace)
    opened(window).moves.way(way)
    assert dialog(name).isVisible() and window._place == "week"
    dialog(name).reject()
    settle()
