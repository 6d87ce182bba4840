"""The page of the week: what is ticked, typed and moved there is in the plan, and what is said can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from focusplan import i18n
from focusplan.domain.weeks import Week
from focusplan.ui.dialogs.close_week import CloseWeek
from focusplan.ui.week import helping
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile
from tests.ui.driving import click, dialog, find, has, settle, words, write


def page(window):
    return window.stack.currentWidget()


def jobs(workspace, **wanted):
    found = [job for job in workspace.week.view().items if all(getattr(job, k) == v for k, v in wanted.items())]
    assert found, f"no job with {wanted}"
    return found


def job(workspace, number):
    return next(one for one in workspace.week.view().items if one.number == number)


def toggle_as_a_reader(box):
    interface = QAccessible.queryAccessibleInterface(box)
    actions = interface.actionInterface()
    assert QAccessibleActionInterface.toggleAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.toggleAction())
    settle()


# ---------------------------------------------------------------- ticking


def test_the_next_job_is_open_and_has_the_one_primary_button(window, workspace):
    ahead = jobs(workspace, is_next=True)[0]
    shown = words(page(window))
    assert ahead.why in shown and ahead.done_when in shown and "Done when" in shown
    primary = [b for b in page(window).findChildren(object) if getattr(b, "property", lambda _k: "")("kind") == "primary"]
    assert [one.objectName() for one in primary] == [f"done_{ahead.number}"]


@pytest.mark.parametrize("how", ["click", "space", "reader", "button"])
def test_a_tick_is_kept_however_it_is_made(window, workspace, how):
    ahead = jobs(workspace, is_next=True)[0]
    box = find(window, f"tick_{ahead.number}")
    if how == "click":
        click(window, f"tick_{ahead.number}")
    elif how == "space":
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        settle()
    elif how == "reader":
        toggle_as_a_reader(box)
    else:
        click(window, f"done_{ahead.number}")
    assert job(workspace, ahead.number).done
    assert find(window, f"tick_{ahead.number}").isChecked()
    click(window, f"tick_{ahead.number}")
    assert not job(workspace, ahead.number).done


def test_the_focus_stays_on_the_box_that_was_ticked(window, workspace, qapp):
    window.activateWindow()
    number = jobs(workspace, is_next=True)[0].number
    box = find(window, f"tick_{number}")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert window.focusWidget() is find(window, f"tick_{number}") is not box


def test_minutes_are_asked_right_after_the_tick_and_taken_by_one_click(window, workspace):
    number = jobs(workspace, is_next=True)[0].number
    click(window, f"tick_{number}")
    click(window, f"minutes_{number}_20")
    assert job(workspace, number).taken == 20
    write(window, f"minutes_{number}_other", "35", enter=True)
    assert job(workspace, number).taken == 35


def test_a_job_is_done_with_the_minutes_that_are_clicked(window, workspace):
    number = jobs(workspace, is_next=False, done=False)[0].number
    click(window, f"open_{number}")
    click(window, f"minutes_{number}_15")
    assert (job(workspace, number).done, job(workspace, number).taken) == (True, 15)


def test_done_jobs_fold_into_one_line_once_the_page_was_left(window, workspace):
    today = jobs(workspace, day=MONDAY)
    for one in today:
        click(window, f"tick_{one.number}")
    assert has(window, f"tick_{today[0].number}")
    click(window, "place_settings")
    click(window, "place_week")
    click(window, "show_week")
    assert not has(window, f"tick_{today[0].number}")
    assert f"{len(today)} job" in find(window, "day_1_done_text").text()
    click(window, "day_1_done_show")
    assert find(window, f"tick_{today[0].number}").isChecked()


def test_a_row_opens_by_enter_and_says_why_how_and_when(window, workspace):
    later = jobs(workspace, is_next=False, done=False)[0]
    title = find(window, f"open_{later.number}")
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Return)
    settle()
    shown = words(page(window))
    assert all(text in shown for text in (later.why, later.done_when, f"1. {later.how[0]}"))
    click(window, f"open_{later.number}")
    assert not has(window, f"job_{later.number}_why")


# ---------------------------------------------------------------- placing


def test_later_takes_a_job_from_its_day_and_undo_brings_it_back(window, workspace):
    ahead = jobs(workspace, is_next=True)[0]
    click(window, f"later_{ahead.number}")
    assert job(workspace, ahead.number).day is None
    assert has(window, "later_jobs")
    click(window, "toast_undo")
    assert job(workspace, ahead.number).day == ahead.day


def test_a_job_moves_to_another_allowed_day(window, workspace):
    ahead = jobs(workspace, is_next=True)[0]
    menu = find(window, f"move_{ahead.number}").menu()
    days = [action.objectName().rpartition("_")[2] for action in menu.actions()]
    assert days == ["2026-11-25", "2026-11-27"], "only allowed days that are still to come"
    menu.actions()[1].trigger()
    settle()
    assert job(workspace, ahead.number).day == date(2026, 11, 27)


def test_ctrl_z_takes_back_what_was_done_last_once(window, workspace):
    ahead = jobs(workspace, is_next=True)[0]
    click(window, f"later_{ahead.number}")
    page(window).doing.undo()
    settle()
    assert job(workspace, ahead.number).day == ahead.day
    page(window).doing.undo()
    assert job(workspace, ahead.number).day == ahead.day


def test_a_refused_move_says_why_and_nothing_shows_what_is_not_so(window, workspace, said):
    ahead = jobs(workspace, is_next=True)[0]
    workspace.week.tick(None, ahead.number)
    page(window).doing.move(ahead, date(2026, 11, 27))
    settle()
    assert len(said) == 1 and said[0]
    assert find(window, f"tick_{ahead.number}").isChecked() if has(window, f"tick_{ahead.number}") else True
    assert job(workspace, ahead.number).day == ahead.day


# ---------------------------------------------------------------- below the jobs


def test_the_paper_line_says_what_it_understands_and_enter_keeps_it(window, workspace):
    first, second = (one.number for one in jobs(workspace, done=False)[:2])
    write(window, "paper_line", f"{first}=25 {second} / e2", enter=True)
    assert job(workspace, first).taken == 25 and job(workspace, second).done
    assert workspace.week.view().results == 2
    assert "2 orders" in find(window, "paper_said").text()
    assert find(window, "paper_line").text() == ""


def test_a_paper_line_is_understood_while_it_is_typed_and_nothing_is_kept(window, workspace, qtbot):
    number = jobs(workspace, done=False)[0].number
    write(window, "paper_line", f"{number}")
    qtbot.waitUntil(lambda: has(window, "paper_said"))
    assert f"job {number} done" in find(window, "paper_said").text()
    assert not job(workspace, number).done


@pytest.mark.parametrize("line", ["99", "zz", "1 / 1:99", "W60: 1", "<b>1</b>", "💐"])
def test_a_paper_line_that_stumbles_stays_and_says_where(window, workspace, line, said):
    write(window, "paper_line", line, enter=True)
    assert find(window, "paper_line").text() == line
    assert find(window, "paper_said").text()
    assert not said, "it is said beside the field, not in a box"
    assert not any(one.done for one in workspace.week.view().items)


def test_one_more_result_is_counted_and_taken_back_to_unknown(window, workspace):
    click(window, "result_plus")
    assert workspace.week.view().results == 1
    click(window, "toast_undo")
    assert workspace.week.view().results is None
    click(window, "result_plus")
    click(window, "result_plus")
    click(window, "toast_undo")
    assert workspace.week.view().results == 1


def test_something_that_came_up_stands_in_the_week(window, workspace):
    click(window, "came_up_open")
    asked = dialog("came_up")
    write(asked, "came_up_title", "Photograph the new oven")
    click(asked, "came_up_done")
    click(asked, "came_up_yes")
    own = jobs(workspace, kind="own")[0]
    assert (own.title, own.done, own.day) == ("Photograph the new oven", True, MONDAY)


def test_something_without_a_title_is_asked_again(window, workspace):
    click(window, "came_up_open")
    asked = dialog("came_up")
    click(asked, "came_up_yes")
    assert find(asked, "came_up_problem").text()
    click(asked, "came_up_no")
    assert not [one for one in workspace.week.view().items if one.kind == "own"]


def test_an_idea_is_added_by_enter(window, workspace):
    write(window, "idea_add", "Why the crust cracks", enter=True)
    assert [idea.text for idea in workspace.week.ideas()][-1] == "Why the crust cracks"
    assert "Why the crust cracks" in words(page(window))
    assert window.focusWidget() is find(window, "idea_add")
    click(window, "toast_undo")
    assert "Why the crust cracks" not in [idea.text for idea in workspace.week.ideas()]


# ---------------------------------------------------------------- other days and weeks


def test_on_a_free_day_nothing_is_asked_but_the_next_job_is_named(year, show):
    workspace = year(date(2026, 11, 24))
    window = show(workspace)
    first = workspace.week.view().first
    shown = words(page(window))
    coming = i18n.day_name(first.day.weekday())
    assert "Nothing today." in shown and coming in shown and first.job.title in shown
    assert not has(window, "time_ring")
    click(window, "ten_minutes")
    short = workspace.week.ten_minutes()
    assert has(window, f"tick_{short.number}")


def test_no_week_is_shown_that_the_service_refuses(window, workspace):
    for _step in range(12):
        if find(window, "week_next").isEnabled():
            click(window, "week_next")
    assert page(window).view.week - Week.of(MONDAY) == 8
    click(window, "week_today")
    assert page(window).view.week == Week.of(MONDAY)
    click(window, "week_previous")
    assert find(window, "week_title").text() == "Last week"


def test_jobs_of_a_coming_week_are_shown_and_not_ticked(window):
    click(window, "week_next")
    boxes = list(page(window).view.items)
    assert boxes and not any(find(window, f"tick_{one.number}").isEnabled() for one in boxes)


def test_an_older_week_is_ticked_in_its_own_week(workspace, show):
    number = jobs(workspace, is_next=True)[0].number
    workspace.travel(MONDAY + timedelta(days=8))
    window = show(workspace)
    click(window, "week_previous")
    assert page(window).view.week == Week.of(MONDAY)
    click(window, f"tick_{number}")
    assert next(one for one in workspace.week.view(Week.of(MONDAY)).items if one.number == number).done


def test_a_paused_week_is_silent_and_one_may_come_back(year, show):
    workspace = year()
    present = Week.of(workspace.today)
    workspace.networks.pause(present, present, "Ill")
    window = show(workspace)
    assert has(window, "paused_week") and not has(window, "paper_line")
    assert not find(window, "week_print").isEnabled()
    click(window, "come_back")
    click(dialog("resume"), "resume_yes")
    assert workspace.week.view().items
    assert not has(window, "paused_week")


def test_a_new_day_is_noticed(window, workspace):
    workspace.travel(MONDAY + timedelta(days=2))
    window._look()
    settle()
    assert page(window).view.today == MONDAY + timedelta(days=2)


# ---------------------------------------------------------------- closing


def test_the_week_is_closed_from_its_card_and_ends_on_the_next_sheet(year, show):
    workspace = year(date(2026, 11, 27))
    window = show(workspace)
    week = workspace.review.due()
    assert week == Week.of(workspace.today)
    click(window, "close_week_open")
    asked = dialog("close_week")
    assert isinstance(asked, CloseWeek)
    for _screen in range(20):
        if has(asked, "close_decide_keep"):
            break
        click(asked, "close_next")
    click(asked, "close_decide_change")
    write(asked, "close_text", "Post on Mondays only")
    click(asked, "close_next")
    assert workspace.review.due() is None
    assert asked.closed and "closed" in find(asked, "close_done_question").text()
    click(asked, "close_next")
    sheet = dialog("print_week")
    assert sheet._sheet.week.week == week + 1
    click(sheet, "print_close")
    closing = [one for one in workspace.week.view(week).items if one.kind == "close"]
    assert all(one.done for one in closing)


def test_who_prints_on_the_first_evening_gets_the_week_that_has_jobs(tmp_path, show):
    sunday = Workspace(tmp_path / "plan", today=MONDAY - timedelta(days=1))
    sunday.start.new(make_profile(), practice=True)
    assert not sunday.week.view().items
    window = show(sunday)
    click(window, "week_print")
    sheet = dialog("print_week")
    assert sheet._sheet.week.week == Week.of(MONDAY) and sheet._sheet.week.items
    click(sheet, "print_close")


def numbers(asked) -> dict:
    """The fields of the figures that are asked now, by figure."""
    while not hasattr(asked._screen, "fields"):
        click(asked, "close_next")
    return {one.figure.figure: one.field for one in asked._screen.fields.cells}


def test_closing_is_taken_up_where_it_was_left(year, show):
    workspace = year(date(2026, 11, 27))
    window = show(workspace)
    click(window, "close_week_open")
    asked = dialog("close_week")
    name = numbers(asked)["received"].objectName()
    write(asked, name, "3")
    click(asked, "close_next")
    place = asked._screen.key
    click(asked, "close_later")
    click(window, "close_week_open")
    again = dialog("close_week")
    assert again._screen.key == place
    click(again, "close_back")
    assert find(again, name).text() == "3"
    again.reject()


def test_i_dont_know_is_not_zero(year, show):
    workspace = year(date(2026, 11, 27))
    window = show(workspace)
    click(window, "close_week_open")
    asked = dialog("close_week")
    name = numbers(asked)["received"].objectName()
    write(asked, name, "3", enter=True)
    assert held(workspace, "received") == 3
    find(asked, name).setFocus()
    click(asked, "close_unknown")
    assert held(workspace, "received") is None
    click(asked, "close_later")


def held(workspace, figure: str) -> int | None:
    """What is known of the network being learnt in this week."""
    row = workspace.review.numbers().weeks[0].rows[0]
    return next(one.known for one in row.figures if one.figure == figure)


def test_a_number_that_cannot_be_read_stays_and_is_asked_again(year, show):
    window = show(year(date(2026, 11, 27)))
    click(window, "close_week_open")
    asked = dialog("close_week")
    field = numbers(asked)["received"]
    key = asked._screen.key
    write(asked, field.objectName(), "two")
    click(asked, "close_next")
    assert asked._screen.key == key and "whole number" in find(asked, "close_problem").text()
    asked.reject()


# ---------------------------------------------------------------- what people typed

TYPED = [
    "<b>bold</b>", "<img src=x>", "a & b && c", "&Print", "[*]", "%1 %n", "{minutes}", "{0!r}", "\\n\\t", "</qt>",
    "<script>alert(1)</script>", "مرحبا بالعالم", "שלום & <i>", "🥐🍞👩‍🍳", "a" * 10_000, "word " * 2_000,
    "\u202eright to left", "line\nline", "'; DROP TABLE item; --", "<a href='http://x'>x</a>",
]  # fmt: skip


@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_what_people_typed_is_shown_as_they_typed_it(window, workspace, text):
    """As a job, an idea and a result: never as markup, never as a key, never wider than the window."""
    workspace.week.came_up(text[:4000], 10, MONDAY, done=True)
    workspace.week.add_idea(text[:4000])
    workspace.business.change({"result_word": text[:200].strip() or "x"})
    settle()
    page(window).shown.whole = True
    page(window).refresh()
    settle()
    if has(window, "day_1_done_show"):
        click(window, "day_1_done_show")
    own = jobs(workspace, kind="own")[0]
    line = " ".join(own.title.split())
    assert find(window, f"tick_{own.number}").accessibleName()[:200] == line[:200]
    for one in window.findChildren(QLabel):
        assert one.textFormat() in (Qt.TextFormat.PlainText,), one.objectName()
    assert window.width() <= 1280 and page(window).minimumSizeHint().width() <= page(window).width()
    assert "\n" not in window.windowTitle() and window.windowTitle().endswith("FocusPlan")


def test_fourteen_jobs_with_endless_titles_stay_within_the_smallest_window(window, workspace):
    for number in range(14):
        workspace.week.came_up(f"{number} " + "x" * 3_900, 5, MONDAY, done=True)
    window.resize(1024, 700)
    page(window).shown.fresh.extend(one.number for one in workspace.week.view().items)
    page(window).refresh()
    settle()
    assert window.width() == 1024
    sheet = page(window).sheet
    assert sheet.widget().width() <= sheet.viewport().width()


def test_a_job_left_twice_is_offered_smaller(window, workspace):
    view = workspace.week.view()
    ahead = next(one for one in view.items if one.is_next)
    carried = replace(ahead, carried=2, offer=True, minutes=20, kind="step")
    days = tuple(replace(day, jobs=tuple(carried if one.number == carried.number else one for one in day.jobs)) for day in view.days)
    asked = page(window)
    asked.workspace.week.view = lambda _week=None: replace(view, days=days)
    asked.refresh()
    settle()
    assert has(window, f"offer_{ahead.number}")
    assert has(window, f"shorten_{ahead.number}") and has(window, f"split_{ahead.number}")
    assert "waited twice" in words(asked)


def test_leaving_the_page_stops_no_tick(window, workspace, qapp):
    """A click that leads away while a change is on its way finds nothing that has gone."""
    number = jobs(workspace, is_next=True)[0].number
    find(window, f"tick_{number}").click()
    find(window, "place_networks").click()
    settle()
    assert job(workspace, number).done
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def posting(year, show):
    """The lived-in plan with a post that can be let go, opened in its row."""
    workspace = year(MONDAY)
    window = show(workspace)
    if has(window, "show_week"):
        click(window, "show_week")
    post = next(one for one in workspace.week.view().items if one.can_drop and one.day and not one.done)
    if not post.is_next:
        click(window, f"open_{post.number}")
    return window, workspace, post


def test_a_post_is_let_go_and_brought_back(posting):
    window, workspace, post = posting
    click(window, f"drop_{post.number}")
    assert post.number not in [one.number for one in workspace.week.view().items if one.day]
    click(window, "toast_undo")
    assert job(workspace, post.number).day == post.day


def test_a_job_that_waits_is_put_on_a_day_and_taken_off_again(window, workspace):
    ahead = jobs(workspace, is_next=True)[0]
    workspace.week.put_off(None, ahead.number)
    settle()
    click(window, f"open_{ahead.number}")
    find(window, f"move_{ahead.number}").menu().actions()[0].trigger()
    settle()
    assert job(workspace, ahead.number).day is not None
    click(window, "toast_undo")
    assert job(workspace, ahead.number).day is None


def test_a_long_step_is_split_or_shortened(window, workspace):
    step = next(one for one in jobs(workspace, kind="step", done=False) if one.minutes >= 10)
    page(window).doing.shorten(step, 10)
    settle()
    assert job(workspace, step.number).minutes == 10
    before = len(workspace.week.view().items)
    long = next((one for one in jobs(workspace, kind="step", done=False) if one.minutes >= 20), None)
    if long is not None:
        page(window).doing.split(long)
        settle()
        assert len(workspace.week.view().items) >= before


def test_an_idea_is_taken_off_the_list_and_many_are_folded(window, workspace):
    for number in range(5):
        workspace.week.add_idea(f"idea {number}")
    settle()
    ideas = workspace.week.ideas()
    assert "2 more" in words(page(window))
    click(window, "ideas_more_show")
    click(window, f"idea_{ideas[0].id}_remove")
    assert "idea 0" not in [idea.text for idea in workspace.week.ideas()]
    click(window, "toast_undo")
    assert "idea 0" in [idea.text for idea in workspace.week.ideas()]


def test_ten_minutes_are_not_offered_where_nothing_small_waits(year, show):
    workspace = year(date(2026, 11, 24))
    for job in workspace.week.view().items:
        if job.minutes <= 10 and not job.done and job.kind not in ("close", "parked"):
            workspace.week.drop(None, job.number) if job.can_drop else workspace.week.tick(None, job.number)
    window = show(workspace)
    assert has(window, "nothing_now") and not has(window, "ten_minutes")


def test_without_a_short_job_the_ten_minutes_are_the_owners(year, show, monkeypatch):
    window = show(year(date(2026, 11, 24)))
    monkeypatch.setattr(page(window).workspace.week, "ten_minutes", lambda: None)
    click(window, "ten_minutes")
    assert "yours" in find(window, "toast_text").text()


@pytest.mark.parametrize(("days", "text"), [(7, "Last week"), (15, "23")])
def test_a_week_that_was_not_closed_is_named(workspace, show, days, text):
    for number in (one.number for one in workspace.week.view().items):
        workspace.week.tick(None, number)
    workspace.travel(MONDAY + timedelta(days=days))
    window = show(workspace)
    if workspace.review.due() == Week.of(MONDAY):
        assert text in find(window, "review_text").text()
    else:
        assert workspace.review.due() is not None and has(window, "review_due")


def test_the_closing_job_leads_to_the_questions(year, show):
    workspace = year(date(2026, 11, 27))
    close = next(one for one in workspace.week.view().items if one.kind == "close")
    for one in workspace.week.view().items:
        if one.can_tick and not one.done and one.kind != "close":
            workspace.week.tick(None, one.number)
    window = show(workspace)
    if has(window, "show_week"):
        click(window, "show_week")
    if not has(window, f"done_{close.number}"):
        click(window, f"open_{close.number}")
    click(window, f"done_{close.number}")
    asked = dialog("close_week")
    assert asked._view.week == Week.of(workspace.today)
    assert not any(one.done or one.kind == "close" for one in asked._view.jobs)
    asked.reject()


def test_what_is_left_can_be_ticked_while_closing(year, show):
    workspace = year(date(2026, 11, 27))
    window = show(workspace)
    click(window, "close_week_open")
    asked = dialog("close_week")
    left = asked._view.jobs[0]
    click(asked, f"close_left_{left.number}")
    assert job(workspace, left.number).done
    click(asked, f"close_left_{left.number}")
    assert not job(workspace, left.number).done
    asked.reject()


def test_more_answered_than_received_is_said_and_nothing_is_kept(year, show):
    workspace = year(date(2026, 11, 27))
    window = show(workspace)
    click(window, "close_week_open")
    asked = dialog("close_week")
    fields = numbers(asked)
    key = asked._screen.key
    write(asked, fields["received"].objectName(), "2", enter=True)
    write(asked, fields["answered_in_time"].objectName(), "5", enter=True)
    click(asked, "close_next")
    assert asked._screen.key == key and find(asked, "close_problem").text()
    assert held(workspace, "answered_in_time") is None
    asked.reject()


def test_a_pdf_that_cannot_be_written_is_said(window, workspace, said, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    click(window, "week_print")
    sheet = dialog("print_week")
    click(sheet, "print_wall")
    find(sheet, "print_paper").setCurrentIndex(1)
    settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(tmp_path), ""))
    click(sheet, "print_pdf")
    assert len(said) == 1 and not sheet.printed
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(tmp_path / "week.pdf"), ""))
    click(sheet, "print_pdf")
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF-")
    from focusplan import settings

    assert settings.load().paper == "Letter"


def test_printing_asks_for_a_printer_and_paints(window, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo
    from PySide6.QtWidgets import QDialog as Dialog

    from focusplan.ui.dialogs import print_week

    painted = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", lambda: [object()])
    monkeypatch.setattr(print_week, "paint", lambda document, _printer: painted.append(document))
    monkeypatch.setattr(print_week.QPrintDialog, "exec", lambda _dialog: Dialog.DialogCode.Accepted)
    click(window, "week_print")
    click(dialog("print_week"), "print_print")
    assert len(painted) == 1 and painted[0].pages


def test_a_week_that_is_refused_leads_back_to_this_one(window, workspace, said):
    page(window).week = Week.of(MONDAY) + 30
    page(window).refresh()
    assert len(said) == 1 and page(window).week is None
    click(window, "place_networks")
    click(window, "place_week")
    assert page(window).view.week == Week.of(MONDAY)


def test_a_plan_without_a_network_says_so_and_leads_to_networks(workspace, show):
    workspace.networks.take_back("google_business")
    window = show(workspace)
    page(window).shown.whole = True
    page(window).refresh()
    settle()
    assert "No network is being learnt" in words(page(window))
    click(window, "see_how")
    assert window.stack.currentWidget().objectName() == "page_networks"


# ---------------------------------------------------------------- many quiet weeks


def test_after_six_quiet_weeks_it_is_asked_how_to_go_on(workspace, show):
    present = Week.of(MONDAY)
    workspace.networks.pause(present + 1, present + 9, "Rebuilding")
    workspace.travel((present + 6).monday)
    first = show(workspace)
    assert has(first, "paused_week") and not has(first, "silence_minimal")
    workspace.travel((present + 7).monday)
    first._look()
    settle()
    assert has(first, "come_back") and has(first, "silence_close")
    click(first, "silence_minimal")
    assert workspace.week.view().items and not workspace.week.view().paused
    assert workspace.readiness.view().chosen == "minimal"


def test_a_job_is_carried_off_by_its_words_and_that_is_no_click(window, workspace, monkeypatch):
    carried = []

    def drag(_host, _picture, job, strip):
        carried.append((job.number, [target.said for target in strip.targets]))
        strip.deleteLater()

    monkeypatch.setattr(helping, "drag", drag)
    later = jobs(workspace, is_next=False, done=False)[0]
    title = find(window, f"open_{later.number}")
    QTest.mousePress(title, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    for step in (4, 30):
        there = QPointF(20 - step, 8 + step)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, there, title.mapToGlobal(there), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(title, moved)
    QTest.mouseRelease(title, Qt.MouseButton.LeftButton, pos=QPoint(0, 38))
    settle()
    assert [number for number, _said in carried] == [later.number]
    assert carried[0][1][1] == "yours" and carried[0][1][2].endswith("min")
    assert not has(page(window), f"job_{later.number}_why")
