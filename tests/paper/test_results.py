"""The results on paper: the same figures as on the page, on two pages at most, in black and white."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from focusplan import i18n
from focusplan.domain.weeks import Week
from focusplan.paper.charts import chart_piece, stripes
from focusplan.paper.document import Paper, pdf
from focusplan.paper.marks import mm
from focusplan.paper.results import results, results_pdf
from focusplan.paper.resultspartner import partner_page
from focusplan.resultanswers import Bar, Chart
from focusplan.workspace import Workspace
from tests.paper.reading import is_white, page_count, picture, streams, text_of
from tests.services.conftest import MONDAY, make_profile

GBP = "google_business"
WEEK = Week.of(MONDAY)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Half a year of figures, a pause in it, on two networks and the newsletter."""
    home = tmp_path_factory.mktemp("lived") / "plan"
    workspace = Workspace(home, today=MONDAY)
    workspace.start.new(make_profile(), practice=True)
    workspace.results.set_cost("ads", Decimal("26"))
    workspace.business.change({"outsourcing_quote": "450.00"})
    workspace.networks.pause(WEEK + 9, WEEK + 9, "")
    for number in range(26):
        day = (WEEK + number).monday + timedelta(days=2)
        workspace.travel(day)
        at = datetime.combine(day, datetime.min.time()).astimezone().replace(hour=10)
        for network in (GBP, "newsletter", "facebook"):
            if number != 9:
                workspace.week.log_time(network, 40 + number, at)
                workspace.week.record(network, WEEK + number, {"enquiries": number % 3, "customers": 1, "reach": 100})
    workspace.travel((WEEK + 26).monday)
    yield workspace
    workspace.close()


@pytest.fixture
def view(lived):
    lived.speak("en")
    return lived.results.view("26")


@pytest.mark.parametrize("language", ["en", "es", "fr", "sv"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_two_pages_at_most_in_every_language(lived, language, paper):
    lived.speak(language)
    try:
        for period in ("4", "26", "all"):
            document = results(lived.results.view(period), Paper.named(paper))
            assert 1 <= len(document.pages) <= 2
            for number in range(len(document.pages)):
                image = picture(document, number)
                width, height = image.width(), image.height()
                assert is_white(image, 0, 0, 38, height)
                assert is_white(image, width - 38, 0, width, height)
                assert is_white(image, 0, height - 28, width, height)
    finally:
        i18n.use("en", "GB")
        lived.speak("en")


def test_the_figures_are_those_of_the_page(view, tmp_path):
    said = " ".join(text_of(results_pdf(view), tmp_path).split())
    for tile in view.tiles:
        assert f" {tile.figure} " in said
    for row in (*view.sold.rows, *view.costs.rows):
        assert all(cell in said for cell in row)
    for text in (view.balance[0], view.unknown, view.dates):
        assert text in said
    for way in view.ways:
        assert way.together in said
    for chart in view.charts:
        assert all(bar.shown in said for bar in chart.bars)


def test_what_was_written_stands_at_the_end_as_far_as_there_is_room(view, tmp_path):
    from focusplan.resultanswers import ClosedWeekLine

    short = tuple(ClosedWeekLine(WEEK + n, f"week {n}", (f"What worked: oven {n}",)) for n in range(9))
    said = text_of(results_pdf(replace(view, closed=short)), tmp_path)
    assert all(f"oven {n}" in said for n in range(6)) and "oven 6" not in said
    long = tuple(replace(one, lines=("word " * 900,)) for one in short)
    for closed in (long, short):
        full = replace(view, closed=closed, goals=view.goals * 3)
        made = results_pdf(full)
        assert page_count(made) <= max(2, page_count(results_pdf(replace(full, closed=()))))


def test_the_same_figures_give_the_same_file(view):
    made = results_pdf(view, "Letter")
    assert made == results_pdf(view, "Letter")
    assert page_count(made) == 2
    assert "/Image" not in streams(made)
    assert b"/Subtype /Image" not in made


def test_an_empty_plan_says_so(view, tmp_path):
    bare = replace(view, empty="There is nothing yet.")
    said = text_of(results_pdf(bare), tmp_path)
    assert "There is nothing yet." in said
    assert page_count(results_pdf(bare)) == 1


ODD = ("Wort" * 800, "<b>&amp;</b> %s {x}", "🎉 party " * 30, "a\nb\x00", "\u202eevil")


@pytest.mark.parametrize("odd", ODD)
def test_what_people_typed_stays_in_its_place(view, odd):
    typed = replace(
        view,
        business=odd,
        tried=(odd,),
        goals=tuple(replace(goal, changes=(odd,)) for goal in view.goals),
        costs=replace(view.costs, rows=((odd, odd), *view.costs.rows)),
    )
    document = results(typed, Paper.named("A4"))
    assert len(document.pages) <= 3
    image = picture(document)
    assert is_white(image, 0, 0, 38, image.height())
    assert is_white(image, image.width() - 38, 0, image.width(), image.height())


def test_bars_of_every_kind_are_drawn():
    bars = (Bar("1", "", 10, "10"), Bar("2", "", None, "–"), Bar("3", "", None, "–", "paused"), Bar("4", "", 5, "5", "running"))
    for name in ("minutes", "results"):
        piece = chart_piece(Chart(name, "Bars", "each", bars, ""), mm(180))
        assert piece.height > mm(30)
    nothing = chart_piece(Chart("minutes", "Bars", "each", (), ""), mm(180))
    assert nothing.height == pytest.approx(piece.height)


def test_stripes_stay_inside_their_bar():
    from PySide6.QtCore import QRectF

    rect = QRectF(10, 20, 30, 100)
    lines = stripes(rect, 7)
    assert len(lines) == 18
    for line in lines:
        for point in (line.p1(), line.p2()):
            assert rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)


def test_somebody_elses_page_holds_ticked_lines_only(lived, tmp_path):
    lived.speak("en")
    lived.results.tick_partner(["time", "email"])
    view = lived.results.partner("2026-12")
    document = partner_page(view, Paper.named("A4"), sign=True)
    said = text_of(pdf(document), tmp_path)
    for field in view.fields:
        assert (field.name in said) == (field.id in ("time", "email"))
    assert "December 2026" in said
    assert "Date and signature" in said
    assert "Date and signature" not in text_of(pdf(partner_page(view, Paper.named("Letter"))), tmp_path)
    assert document.day == date(2027, 5, 24)
