"""The page Results, driven as a person does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip

from focusplan.domain.weeks import Week
from focusplan.resultanswers import Bar, Chart
from focusplan.ui.widgets.barchart import BarChart
from tests.ui.driving import click, dialog, find, has, settle, words, write


@pytest.fixture
def page(year, show):
    window = show(year())
    window.go("review")
    settle()
    return window.stack.currentWidget()


def choose(page, name, key):
    box = find(page, name, QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    settle()


def test_a_plan_of_its_first_day_says_what_will_stand_here(window):
    window.go("review")
    settle()
    page = window.stack.currentWidget()
    assert has(page, "review_empty")
    assert not has(page, "review_print")
    assert "nothing to hold against each other" in words(page)
    write(page, "amount_ads", "26", enter=True)
    assert page.workspace.results.view().form.ads == Decimal(26)


def test_the_figures_are_those_of_the_service(page):
    page.workspace.results.set_unsourced("enquiries", 2)
    settle()
    view = page.workspace.results.view()
    for tile in view.tiles:
        assert find(page, f"tile_{tile.id}_figure").text() == tile.figure
    said = words(page)
    for text in (*view.balance, view.break_even, view.unknown, view.newsletter, view.costs.note):
        assert text in said
    chart = find(page, "chart_minutes", BarChart)
    heard = QAccessible.queryAccessibleInterface(chart)
    assert view.charts[0].spoken in heard.text(QAccessible.Text.Name)
    assert view.charts[0].bars[0].when in heard.text(QAccessible.Text.Description)


def test_each_chart_has_its_table(page):
    assert not has(page, "review_figures")
    click(page, "review_show_figures_show")
    view = page.workspace.results.view()
    for place, bar in enumerate(view.charts[0].bars):
        assert find(page, f"review_figures_{place}_0").text() == bar.when
        assert find(page, f"review_figures_{place}_1").text() == bar.shown


def test_what_was_written_when_closing_is_a_fold(page):
    space = page.workspace
    space.travel(date(2026, 11, 29))
    week = space.review.due()
    space.review.save_draft("worked", "<i>Oven</i> pictures", week)
    space.review.close(week, "stop", "Reposting")
    settle()
    assert "Oven" not in words(page)
    click(page, "review_closed_show")
    said = words(page)
    assert "What worked: <i>Oven</i> pictures" in said and "You stopped: Reposting" in said


def test_other_periods(page):
    choose(page, "review_period", "all")
    assert page.view.period == "all"
    assert find(page, "review_dates").text() == page.view.dates
    choose(page, "review_period", "own")
    asked = dialog("own_weeks")
    last = Week.of(page.workspace.today)
    for name, week in (("own_first", last), ("own_last", last - 3)):
        box = find(asked, name, QComboBox)
        box.setCurrentIndex(box.findData(str(week)))
    click(asked, "own_weeks_yes")
    assert (page.view.first, page.view.last, page.view.period) == (last - 3, last, "own")
    choose(page, "review_period", "4")
    assert page.view.period == "4"


def test_amounts_are_kept_and_what_can_not_be_read_is_said(page):
    write(page, "amount_ads", "lots")
    click(page, "amounts_keep")
    assert "lots" in find(page, "amounts_problem").text()
    write(page, "amount_ads", "52")
    write(page, "amount_hour_value", "40")
    click(page, "amounts_keep")
    form = page.workspace.results.view().form
    assert (form.ads, form.hour_value, form.tools) == (52, 40, None)
    assert find(page, "amount_ads").text() == "52"
    write(page, "amount_ads", "", enter=True)
    assert page.workspace.results.view().form.ads is None


def test_ads_of_one_network(page):
    click(page, "amounts_own")
    asked = dialog("own_cost")
    chosen = find(asked, "own_cost_network", QComboBox)
    chosen.setCurrentIndex(1)
    write(asked, "own_cost_amount", "a few")
    click(asked, "own_cost_yes")
    assert find(asked, "own_cost_problem").isVisible()
    write(asked, "own_cost_amount", "26")
    network = chosen.currentData()
    click(asked, "own_cost_yes")
    settle()
    (own,) = page.workspace.results.view().form.own
    assert (own.network, own.kind, own.amount) == (network, "ads", 26)
    assert own.text in words(page)
    click(page, "amounts_own")
    again = dialog("own_cost")
    assert find(again, "own_cost_amount").text() == "26"
    write(again, "own_cost_amount", "")
    click(again, "own_cost_yes")
    settle()
    assert page.workspace.results.view().form.own == ()


def test_results_from_nobody_knows_where(page):
    write(page, "unsourced_enquiries", "x")
    click(page, "unsourced_keep")
    assert has(page, "unsourced_problem")
    write(page, "unsourced_enquiries", "3", enter=True)
    assert page.workspace.results.view().unsourced == (3, None)
    assert "nobody knows where: " in find(page, "review_unknown").text()


def test_a_suggestion_is_put_away_and_the_question_answered(page):
    view = page.workspace.results.view()
    assert view.suggestions
    first = view.suggestions[0]
    click(page, "suggestion_0_away")
    asked = dialog("put_away")
    write(asked, "put_away_reason", "It is summer")
    click(asked, "put_away_yes")
    assert first.id not in [one.id for one in page.workspace.results.view().suggestions]
    if view.question is not None:
        click(page, "question_stay")
        assert not has(page, "review_question")


def test_printing(page, tmp_path):
    click(page, "review_print")
    shown = dialog("print_results")
    shown.keep_as(tmp_path / "results.pdf")
    assert (tmp_path / "results.pdf").read_bytes().startswith(b"%PDF-")
    settle()


def test_a_month_for_somebody_else_prints_what_was_ticked(page, tmp_path):
    click(page, "review_partner")
    asked = dialog("partner")
    click(asked, "partner_time")
    click(asked, "partner_yes")
    settle()
    shown = dialog("print_partner")
    assert [one.id for one in shown._view.fields if one.ticked] == ["time"]
    click(shown, "partner_sign")
    shown.keep_as(tmp_path / "month.pdf")
    assert (tmp_path / "month.pdf").exists()
    settle()


def test_trying_something(page):
    network = page.workspace.networks.view().active
    assert network is not None
    click(page, "review_try")
    box = dialog("try")
    click(box, "try_begin")
    assert box.problem.text()
    write(box, "try_change", "A picture of the oven")
    click(box, "try_begin")
    assert not box.problem.text()
    assert page.workspace.trying.view().trials[0].change == "A picture of the oven"
    click(box, "try_compare_show")
    click(box, "compare_ask")
    assert "1,141" in find(box, "compare_said").text()
    for name, text in (("first", "Photo"), ("other", "Video"), ("counts", "clicks")):
        write(box, f"compare_{name}", text)
    click(box, "compare_begin")
    write(box, "comparison_1_first_seen", "12")
    click(box, "comparison_1_keep")
    assert page.workspace.trying.view().comparisons[0].counts == (12, 0, 0, 0)
    write(box, "comparison_1_first_hits", "13")
    click(box, "comparison_1_keep")
    assert "saw it" in box.problem.text()
    click(box, "comparison_1_end")
    assert not has(box, "comparison_1_keep")
    click(box, "try_done")
    assert "A picture of the oven" in words(page)


def test_bringing_in_numbers_from_here(page):
    click(page, "review_import")
    dialog("bring_in").reject()
    settle()


def test_closing_the_week_from_here(page, year, show):
    page.workspace.travel(date(2026, 11, 27))
    page.refresh()
    click(page, "review_close")
    asked = dialog("close_week")
    asked.accept()
    dialog("print_week").reject()
    settle()


BARS = (
    Bar("47", "16–22 November", 30, "30"),
    Bar("48", "23–29 November", None, "–"),
    Bar("49", "30 November – 6 December", None, "–", "paused"),
    Bar("50", "7–13 December", 20, "20", "running"),
)


def drawn(chart, qapp):
    widget = BarChart("chart", chart)
    widget.resize(400, widget.sizeHint().height())
    picture = QImage(widget.size(), QImage.Format.Format_Grayscale8)
    picture.fill(255)
    widget.render(picture, QPoint(0, 0))
    return widget, picture


def share(picture, left, right, top):
    """How much of a part of the picture is inked, from 0 to 1."""
    dots = [picture.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(top, picture.height() - 30)]
    return sum(dots) / len(dots)


def test_bars_are_told_apart_without_colours(qapp):
    _one, minutes = drawn(Chart("minutes", "Time", "minutes", BARS, ""), qapp)
    _two, results = drawn(Chart("results", "Orders", "orders", BARS, ""), qapp)
    full, striped, running = share(minutes, 25, 75, 40), share(results, 25, 75, 40), share(minutes, 325, 375, 70)
    assert full > 0.6
    assert 0.02 < striped < full / 2
    assert running < full / 2


def test_pointing_at_a_bar_tells_its_dates(qapp, monkeypatch):
    widget, _picture = drawn(Chart("minutes", "Time", "minutes", BARS, "Some time."), qapp)
    assert widget.accessibleName() == "Time: Some time."
    assert "23–29 November: not known" in widget.accessibleDescription()
    assert "30 November – 6 December: paused" in widget.accessibleDescription()
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _widget: said.append(text))
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(10, 10), QPoint(10, 10)))
    assert said == ["<qt>16–22 November: 30</qt>"]
