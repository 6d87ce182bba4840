"""The main job from outside: what is there is heard, what is done goes through the accessibility interface or the
keyboard, and what came of it is asked of the plan on the disk once the program has ended."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.accessible.desktop import until
from tests.services.conftest import MONDAY

WEEK = Week.of(MONDAY)
SUNDAY = WEEK.sunday


def read(home: Path, day: date = MONDAY) -> Workspace:
    return Workspace(home, today=day)


def jobs(home: Path) -> dict:
    """The jobs of the week by their numbers, as the disk has them."""
    plan = read(home)
    try:
        return {job.number: job for job in plan.week.view(WEEK).items}
    finally:
        plan.close()


def test_the_first_start(start, tmp_path):
    """Two words and three buttons make a plan."""
    home = tmp_path / "new"
    program = start(home)
    program.write("business_name", "Ana & Söhne")
    program.write("business_typed", "bakery")
    program.press("first_go_on")
    program.find("time_budget_field")
    program.press("first_go_on")
    program.go_on_when("first_go_on", "Start with")
    program.press("first_go_on")
    program.gone("first_run")
    program.find("week_print")
    program.go_on_when("main_window", "Ana & Söhne")
    program.end()
    plan = Workspace(home)
    assert plan.business.business().name == "Ana & Söhne"
    assert plan.networks.view().active is not None
    plan.close()


def test_the_first_start_with_the_keyboard_alone(start, tmp_path):
    """Nothing is clicked: letters, Tab and Enter, and the focus says where one is."""
    home = tmp_path / "new"
    program = start(home)
    program.find("business_name")
    program.listens("business_name")
    program.key(*"a")
    program.key("Tab")
    program.listens("business_typed")
    for letter in "bakery":
        program.key(letter)
    program.key("Return")
    program.find("time_budget_field")
    program.key("Return")
    program.go_on_when("first_go_on", "Start with")
    program.key("Return")
    program.gone("first_run")
    program.find("week_print")
    program.end()
    plan = Workspace(home)
    assert (plan.business.business().name, plan.business.business().kind) == ("a", "restaurant")
    plan.close()


def test_tick_and_undo(start, home):
    """Ticked, taken back by Ctrl+Z, done again by its button."""
    program = start(home, MONDAY)
    tick = program.beginning("tick_")
    number = int(tick.rsplit("_", 1)[1])
    program.press(tick)
    program.ticked(tick)
    program.go_on_when("undo", "Undo:")
    program.key("Control", "z")
    program.ticked(tick, False)
    program.press("redo")
    program.ticked(tick)
    program.press(f"minutes_{number}_20")
    program.ticked(f"minutes_{number}_20")
    program.end()
    assert (jobs(home)[number].done, jobs(home)[number].taken) == (True, 20)


def test_a_job_is_handed_over_through_its_menu(start, home):
    """The menu is read while it is open, and what stands in it can be chosen without a key."""
    program = start(home, MONDAY)
    who = program.beginning("who_")
    number = int(who.rsplit("_", 1)[1])
    program.usable(who).act("ShowMenu")
    program.press(f"{who}_menu_other")
    program.write("people_name", "Anna")
    program.press("people_yes")
    program.go_on_when("undo", "Undo:")
    program.usable(who).act("ShowMenu")
    program.find(f"{who}_menu_1")
    assert program.said(f"{who}_menu_1") == "Anna"
    program.press(f"{who}_menu_0")
    program.gone(f"{who}_menu")
    program.press("undo")
    program.go_on_when("redo", "Do again:")
    program.end()
    plan = Workspace(home, today=MONDAY)
    assert {job.number: job.person for job in plan.week.view().items}[number] == "Anna"
    plan.close()


def test_the_line_from_paper(start, home):
    program = start(home, MONDAY)
    program.write("paper_line", f"W{WEEK.number}: 2=15 / 0:50 / e2")
    program.to("paper_line")
    program.key("Return")
    program.go_on_when("paper_said", "2 orders")
    program.end()
    assert (jobs(home)[2].done, jobs(home)[2].taken) == (True, 15)


def test_a_goal_is_adjusted(start, home):
    """From *What you can do* to the new goal, which says beforehand from when it holds."""
    program = start(home, MONDAY)
    program.press("place_networks")
    program.to("can_do")
    program.key("Space")
    program.key("Down")
    program.key("Return")
    program.write("goal_target_field", "2")
    program.go_on_when("goal_preview", "2")
    program.press("goal_yes")
    program.gone("goal")
    program.end()
    plan = read(home)
    run = plan.networks.view().active
    assert run is not None
    assert 2 in {goal.next_target or goal.target for goal in run.goals if goal.id == "posts"}
    plan.close()


def test_the_locked_gate(start, home):
    """What is missing is said, no button starts anything, and the later list takes the wish."""
    program = start(home, MONDAY)
    program.press("place_networks")
    program.beginning("road_stops_")
    names = [name for name in program.ids() if name.startswith("road_stops_")]
    program.press(names[-1])
    program.find("locked_active_done")
    assert program.look("locked_yes") is None
    program.press("locked_later")
    program.gone("locked")
    program.press("later_yes")
    program.gone("later_yes")
    program.end()
    plan = read(home)
    run = plan.networks.view()
    assert run.active is not None and run.active.network == "google_business"
    assert [card.id for card in plan.networks.cards() if card.state == "later"] == [
        names[-1][len("road_stops_") :]
    ]
    plan.close()


def test_the_week_is_closed(start, home):
    """From the first question to the thanks, each with *Next*, and one answer written."""
    program = start(home, SUNDAY)
    program.press("close_week_open")
    for _question in range(12):
        program.find("close_next")
        if program.look("close_worked_text") is not None:
            program.write("close_worked_text", "The photo of the oven")
        if program.look("close_decide_keep") is not None:
            break
        before = program.said("close_place")
        program.press("close_next")
        until(lambda said=before: program.said("close_place") != said, f"the question after {before}")
    program.press("close_next")
    program.find("close_done_question")
    program.press("close_later")
    program.gone("close_week")
    program.end()
    plan = read(home, SUNDAY)
    with pytest.raises(Refused) as closed:
        plan.review.view(WEEK)
    plan.close()
    assert closed.value.code == "week_reviewed"


def test_the_sheet_is_kept_as_a_pdf(start, home, tmp_path):
    file = tmp_path / "week.pdf"
    program = start(home, MONDAY)
    program.press("week_print")
    program.press("print_pdf")
    program.write("fileNameEdit", str(file))
    program.to("fileNameEdit")
    program.key("Return")
    until(lambda: file.exists() and file.read_bytes().startswith(b"%PDF-"), "the PDF")
    program.gone("print_week")
    program.end()
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert jobs(home)[1].title.split()[0] in told


PLACES = ("place_week", "place_networks", "place_review", "place_settings")
USED = ("push button", "check box", "radio button", "button menu", "text", "combo box", "spin button")


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
def test_every_page_is_heard(start, home, language):
    """Nothing that can be used is without a name on the bus, and each page says which one it is."""
    program = start(home, MONDAY, language)
    program.find("week_print")
    for place in PLACES:
        program.press(place)
        program.ticked(place)
        assert program.find(place.replace("place", "page")).name == program.find(place).name
        met = [(one.id, one.role, one.thing.name) for one in program.met() if one.role in USED]
        dumb = [(name, role) for name, role, spoken in met if not spoken.strip()]
        assert not dumb, f"{place} in {language}: {dumb}"
        assert len(met) > len(PLACES)
