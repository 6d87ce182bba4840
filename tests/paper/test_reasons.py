"""The page of reasons: one page, whatever was typed, the same bytes for the same answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focusplan.paper.document import Paper
from focusplan.paper.reasons import reasons_page, reasons_pdf
from focusplan.readinessanswers import ReasonsSheet, ReasonWeek
from tests.paper.reading import is_white, page_count, picture, text_of
from tests.paper.sheets import WEEK

JOBS = (("Lesson 1: write to one person", 15), ("Answer reviews", 10), ("Close the week", 10))
SHEET = ReasonsSheet(
    business="Corner Bakery",
    today=WEEK.monday,
    practice=False,
    way="Learn it first",
    sentence="One lesson a week of fifteen to thirty minutes; what exists is looked after.",
    advised="Start",
    reasons=("Nobody here has done it yet.", "It is not clear yet who will hear you."),
    answers=(("What you can say", "Rye from one field\nReady at six\nCake in two days"), ("Who speaks", "Ann")),
    turns=("Once what is missing is there: Start",),
    weeks=tuple(ReasonWeek(WEEK + number, JOBS) for number in range(4)),
)
LONG = "Words without end that go on and on, over the line and the one after it " * 40


def test_it_says_everything_on_one_page(tmp_path):
    text = " ".join(text_of(reasons_pdf(SHEET), tmp_path).split())
    for said in (
        "Corner Bakery", "Learn it first", "The advice was: Start. You chose this way.", "Nobody here has done it",
        "Ready at six", "Who speaks Ann", "Once what is missing is there: Start", "The first four weeks",
        "– Lesson 1: write to one person (15 min)",
    ):  # fmt: skip
        assert said in text, said


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "sheet",
    [
        SHEET,
        replace(SHEET, advised="", answers=(), turns=(), weeks=(ReasonWeek(WEEK, (), "Paused."),)),
        replace(
            SHEET,
            business="B" * 200,
            practice=True,
            reasons=(LONG,) * 8,
            answers=tuple((f"Question {n}", LONG) for n in range(7)),
            turns=(LONG,) * 4,
            weeks=tuple(ReasonWeek(WEEK + n, ((LONG, 15),) * 12) for n in range(4)),
        ),
    ],
    ids=["usual", "bare", "endless"],
)
def test_it_is_one_page_with_clear_margins(sheet, paper):
    assert page_count(reasons_pdf(sheet, paper)) == 1
    page = reasons_page(sheet, Paper.named(paper))
    image = picture(page)
    assert is_white(image, 0, 0, image.width(), 50)
    assert is_white(image, 0, 0, 38, image.height()) and is_white(image, 0, image.height() - 28, image.width(), image.height())


def test_a_week_without_jobs_says_so(tmp_path):
    empty = replace(SHEET, weeks=(ReasonWeek(WEEK, ()), ReasonWeek(WEEK + 1, (), "This week is paused.")))
    text = text_of(reasons_pdf(empty), tmp_path)
    assert "No jobs this week." in text and "This week is paused." in text


def test_the_same_answers_give_the_same_bytes_and_typed_text_stays_letters(tmp_path):
    typed = replace(SHEET, answers=(("Who will hear you", "<b>Ann & Co</b>\x00‮evil"),))
    assert reasons_pdf(typed) == reasons_pdf(typed)
    assert "<b>Ann & Co</b>" in text_of(reasons_pdf(typed), tmp_path)


def test_the_jobs_of_a_week_stand_one_below_another(tmp_path):
    weeks = (ReasonWeek(WEEK, tuple((f"Job {number}", 10) for number in range(7))),)
    text = text_of(reasons_pdf(replace(SHEET, weeks=weeks)), tmp_path)
    lines = [line.split("– ")[1:] for line in text.splitlines() if "– Job" in line]
    named = [[job.split(" (")[0] for job in line] for line in lines]
    assert named == [["Job 0", "Job 4"], ["Job 1", "Job 5"], ["Job 2", "Job 6"], ["Job 3"]]
