"""Before the first post, in the window: one question a screen, the advice, the ways, and the quarterly look."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QRadioButton, QWidget

from focusplan.domain.readiness import QUESTIONS
from focusplan.ui.main_window import MainWindow
from focusplan.ui.readiness.dialog import ReadinessDialog
from focusplan.ui.readiness.print_reasons import PrintReasons
from focusplan.ui.readiness.still import StillTrue
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY
from tests.services.test_readiness import answer_all
from tests.ui.driving import click, dialog, find, has, settle, words, write
from tests.ui.reach import clashes, markup, unnamed, unreached


def asked(workspace: Workspace, window: MainWindow, at: str = "", only: bool = False) -> ReadinessDialog:
    ReadinessDialog(workspace, window, at=at, only=only).open()
    return dialog("readiness")


def tell(root: QWidget, name: str, text: str) -> None:
    find(root, name, QPlainTextEdit).setPlainText(text)


def place(window: MainWindow, name: str) -> QWidget:
    window.go(name)
    settle()
    return window.stack.currentWidget()


def test_seven_questions_and_the_advice(workspace: Workspace, window: MainWindow) -> None:
    shown = asked(workspace, window)
    write(shown, "readiness_say_1", "Rye from one field")
    click(shown, "readiness_say_1_valuable")
    click(shown, "readiness_say_1_specific")
    click(shown, "readiness_next")
    assert workspace.readiness.view().values["say.1.specific"] == "yes"
    tell(shown, "readiness_hearers", "Neighbours")
    click(shown, "readiness_next")
    write(shown, "readiness_speaker", "Ann")
    write(shown, "readiness_minutes_field", "90")
    click(shown, "readiness_next")
    click(shown, "readiness_unknown")
    write(shown, "readiness_worthwhile", "an order")
    click(shown, "readiness_next")
    click(shown, "readiness_known_learn")
    click(shown, "readiness_next")
    click(shown, "readiness_pay_no")
    click(shown, "readiness_next")
    assert find(shown, "readiness_advised", QLabel).text() == "Our advice: Prepare first"
    assert "1 thing you can say is valuable and specific; it takes 2." in words(shown)
    view = workspace.readiness.view()
    assert view.open == () and view.values["never"] == "?" and view.values["minutes"] == "90"
    click(shown, "readiness_next")
    assert not has(window, "readiness")


def test_it_is_taken_up_where_it_was_left_with_what_was_typed(workspace: Workspace, window: MainWindow) -> None:
    shown = asked(workspace, window, at="hearers")
    tell(shown, "readiness_hearers", "Neighbours")
    click(shown, "readiness_later")
    again = asked(workspace, window)
    assert again.screen_now.key == "hearers"
    assert find(again, "readiness_hearers", QPlainTextEdit).toPlainText() == "Neighbours"
    click(again, "readiness_back")
    assert again.screen_now.key == "say" and not find(again, "readiness_back").isEnabled()
    again.reject()


def test_what_cannot_be_read_is_said_and_keeps_the_screen(workspace: Workspace, window: MainWindow) -> None:
    shown = asked(workspace, window, at="speaker")
    write(shown, "readiness_minutes_field", "soon")
    click(shown, "readiness_next")
    assert shown.screen_now.key == "speaker" and "whole number" in find(shown, "readiness_problem", QLabel).text()
    shown.reject()
    shown = asked(workspace, window, at="pay")
    write(shown, "readiness_quote", "a lot")
    click(shown, "readiness_next")
    assert shown.screen_now.key == "pay" and has(shown, "readiness_problem")
    shown.reject()
    shown = asked(workspace, window, at="hearers")
    tell(shown, "readiness_hearers", "x" * 4001)
    click(shown, "readiness_next")
    assert shown.screen_now.key == "hearers" and "longer" in words(shown)
    shown.reject()
    assert workspace.readiness.view().values.get("hearers") is None


def test_an_answered_question_offers_to_tick_its_job(workspace: Workspace, window: MainWindow) -> None:
    shown = asked(workspace, window, at="hearers")
    click(shown, "readiness_next")
    assert not has(shown, "readiness_job")
    click(shown, "readiness_back")
    tell(shown, "readiness_hearers", "Neighbours")
    click(shown, "readiness_next")
    assert "Name the people who will hear you" in words(find(shown, "readiness_job"))
    click(shown, "readiness_tick")
    assert not has(shown, "readiness_job")
    done = {step.id: step.done for step in workspace.networks.run("google_business").steps}
    assert done["google_business-hearers"]
    shown.reject()


def test_a_job_of_the_way_is_ticked_in_its_week(workspace: Workspace, window: MainWindow) -> None:
    workspace.networks.take_back("google_business")
    workspace.readiness.choose("prepare_first")
    job = workspace.readiness.view().jobs["say"]
    assert job.number is not None
    shown = asked(workspace, window, at="say")
    write(shown, "readiness_say_1", "Rye")
    click(shown, "readiness_next")
    click(shown, "readiness_tick")
    assert [one.done for one in workspace.week.view().items if one.id == job.id] == [True]
    shown.reject()


def test_the_five_ways_are_equals_and_the_choice_is_kept_at_once(workspace: Workspace, window: MainWindow) -> None:
    answer_all(workspace)
    shown = asked(workspace, window, at="advice")
    ways = [find(shown, f"readiness_way_{way}", QRadioButton) for way in
            ("start", "prepare_first", "minimal", "learn", "hand_over")]  # fmt: skip
    assert [way.isChecked() for way in ways] == [True, False, False, False, False]
    assert all(way.accessibleDescription() for way in ways)
    click(shown, "readiness_way_learn")
    assert workspace.readiness.view().chosen == "learn"
    assert [way.isChecked() for way in ways] == [False, False, False, True, False]
    click(shown, "readiness_print")
    printed = dialog("print_reasons")
    assert isinstance(printed, PrintReasons)
    printed.reject()
    shown.accept()
    page = place(window, "week")
    click(page, "show_week") if has(page, "show_week") else None
    assert "Learn it first" in words(find(page, "way_card"))


def test_the_page_of_reasons_is_kept_as_a_pdf(workspace: Workspace, window: MainWindow, tmp_path: Path) -> None:
    printed = PrintReasons(workspace.readiness.reasons(), window)
    printed.keep_as(tmp_path / "reasons.pdf")
    assert (tmp_path / "reasons.pdf").read_bytes().startswith(b"%PDF-") and printed.printed
    printed.deleteLater()


def test_the_week_leads_to_a_question_from_its_job(workspace: Workspace, window: MainWindow) -> None:
    page = place(window, "week")
    if has(page, "show_week"):
        click(page, "show_week")
    job = next(one for one in workspace.week.view().items if one.id == "google_business-say")
    if not has(page, f"answer_{job.number}"):
        click(page, f"open_{job.number}")
    click(page, f"answer_{job.number}")
    shown = dialog("readiness")
    assert shown.screen_now.key == "say"
    shown.reject()


def test_the_networks_page_leads_there_as_well(workspace: Workspace, window: MainWindow) -> None:
    page = place(window, "networks")
    click(page, "step_google_business-private_how")
    click(page, "step_google_business-private_answer")
    shown = dialog("readiness")
    assert shown.screen_now.key == "never"
    shown.reject()


def test_preparing_offers_the_start_once_nothing_is_missing(workspace: Workspace, window: MainWindow) -> None:
    workspace.readiness.choose("prepare_first")
    page = place(window, "week")
    if has(page, "show_week"):
        click(page, "show_week")
    assert "Still missing" in words(find(page, "way_card")) and not has(page, "way_start")
    answer_all(workspace)
    settle()
    click(page, "way_start")
    assert workspace.readiness.view().chosen == "start" and not has(page, "way_card")


def test_still_true_after_a_quarter(workspace: Workspace, window: MainWindow) -> None:
    answer_all(workspace)
    page = place(window, "week")
    assert not has(page, "still_card")
    workspace.travel(MONDAY + timedelta(weeks=13))
    page.refresh()
    if has(page, "show_week"):
        assert has(page, "still_card")
        click(page, "show_week")
    click(page, "still_card_look")
    shown = dialog("still_true")
    assert "Neighbours who walk past at seven" in words(shown)
    click(shown, "still_change_hearers")
    one = dialog("readiness")
    assert not has(one, "readiness_back")
    tell(one, "readiness_hearers", "Commuters")
    click(one, "readiness_next")
    assert "Commuters" in words(shown)
    click(shown, "still_outsider_yes")
    tell(shown, "still_said", "The hours are hard to find.")
    click(shown, "still_keep")
    assert not has(page, "still_card")
    assert workspace.readiness.view().values["outsider"] == "yes"
    assert "The hours are hard to find." in words(StillTrue(workspace, window))


def test_not_now_is_silent_for_four_weeks(workspace: Workspace, window: MainWindow) -> None:
    answer_all(workspace)
    workspace.travel(MONDAY + timedelta(weeks=13))
    page = place(window, "week")
    page.refresh()
    if has(page, "show_week"):
        click(page, "show_week")
    click(page, "still_card_not_now")
    assert not has(page, "still_card") and not workspace.readiness.card().still_due


def test_settings_lead_to_the_answers_and_to_the_look(workspace: Workspace, window: MainWindow) -> None:
    page = place(window, "settings")
    click(page, "readiness_open")
    dialog("readiness").reject()
    click(page, "readiness_still")
    dialog("still_true").reject()
    workspace.readiness.choose("hand_over")
    settle()
    assert "Let someone else do it" in words(find(page, "readiness_card"))


@pytest.mark.parametrize("at", [*QUESTIONS, "advice"])
def test_every_screen_has_names_keys_and_an_order(workspace: Workspace, window: MainWindow, at: str) -> None:
    answer_all(workspace, hearers={"hearers": "<b>Ann & Co</b>"})
    shown = asked(workspace, window, at=at)
    assert not unnamed(shown) and not clashes(shown) and not unreached(shown) and not markup(shown)
    shown.reject()


def test_the_quarterly_screen_has_names_keys_and_an_order(workspace: Workspace, window: MainWindow) -> None:
    answer_all(workspace, hearers={"hearers": "<b>Ann & Co</b>"})
    StillTrue(workspace, window).open()
    shown = dialog("still_true")
    assert not unnamed(shown) and not clashes(shown) and not unreached(shown) and not markup(shown)
    shown.reject()
