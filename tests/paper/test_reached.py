"""The page to keep: everything that was reached on paper, the same bytes for the same page, nothing off it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from focusplan.answers import WeekSquare
from focusplan.networkanswers import ReachedGoal, ReachedView
from focusplan.paper.reached import reached_pdf
from tests.paper.reading import page_count, text_of
from tests.paper.sheets import WEEK

VIEW = ReachedView(
    network="instagram",
    name="Instagram",
    business="Corner Bakery",
    practice=False,
    today=date(2026, 11, 23),
    title="Instagram runs well",
    dates="8 June 2026 to 9 August 2026",
    figures=(("Weeks", "9"), ("Time", "9 h 30"), ("Posts", "14"), ("Orders", "6"), ("Sales", "£120")),
    learnt="Bread sells better than the shop front.\nAnswer before nine.",
    noted=("3–9 August: the photo of the rye",),
    goals=(
        ReachedGoal(
            "2 posts a week",
            tuple(WeekSquare(WEEK + n, "met" if n % 3 else "missed", "") for n in range(8)),
            ("3 became 2 from 6 July 2026 (easier: We bake on Mondays.)",),
        ),
    ),
    closed=(("Add a second person", "Nobody else works here."),),
    stays=(("Looking after it", "15 min"), ("Free", "53 min")),
    complete="The record of decisions is complete from 1 June 2026 on.",
)
LONG = "Words without end that go on and on, over the line and the one after it " * 40


def test_it_says_everything_on_one_page(tmp_path) -> None:
    made = reached_pdf(VIEW)
    assert page_count(made) == 1 and made == reached_pdf(VIEW)
    text = " ".join(text_of(made, tmp_path).split())
    for said in (
        "Corner Bakery", "Instagram runs well", "8 June 2026 to 9 August 2026", "9 h 30", "£120", "Answer before nine.",
        "the photo of the rye", "2 posts a week", "3 became 2 from 6 July 2026 (easier: We bake on Mondays.)",
        "Add a second person", "Nobody else works here.", "Looking after it 15 min", "complete from 1 June 2026 on",
    ):  # fmt: skip
        assert said in text, said
    assert "Practice plan" not in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_is_endless_goes_on_to_further_pages_and_what_is_missing_leaves_no_heading(paper, tmp_path) -> None:
    many = replace(
        VIEW, business="B" * 200, practice=True, learnt=LONG, noted=(LONG,) * 6, closed=((LONG, LONG),) * 2,
        goals=tuple(ReachedGoal(LONG, VIEW.goals[0].weeks * 8, (LONG,) * 3) for _ in range(3)),
    )  # fmt: skip
    assert page_count(reached_pdf(many, paper)) >= 2
    bare = replace(VIEW, learnt="", noted=(), closed=(), complete="")
    text = text_of(reached_pdf(bare, paper), tmp_path)
    for heading in ("What we learnt", "What worked", "Jobs that could not"):
        assert heading not in text
