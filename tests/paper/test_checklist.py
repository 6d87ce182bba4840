"""The printed week, as product.md describes it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from focusplan import i18n
from focusplan.answers import FirstJob
from focusplan.paper import checklist as checklists
from focusplan.paper.checklist import checklist, checklist_pdf
from focusplan.paper.density import FEW, ONE_PAGE, choices
from focusplan.paper.document import Paper
from focusplan.paper.marks import BoxMark, LineMark, Shifted, TextMark, mm, points
from tests.paper.reading import is_white, page_count, picture, streams, text_of
from tests.paper.sheets import WEEK, around, job, sheet

EVERY_DAY = tuple(range(7))
ODD = (
    "Wort" * 2500,
    "<b>bold</b> &amp; & <script>alert(1)</script> [*] %s {x}",
    "🎉👩‍👩‍👧‍👦 party " * 30,
    "שלום עולם, this is mixed",
    "مرحبا بالعالم " * 12,
    "a\nb\tc\x00d\ud800",
    "Z" + "\u0351" * 50 + "algo",
    "\u202eevil order",
)


def marks(document):
    """Every mark with its corner on the page."""

    def inside(mark, x, y):
        if isinstance(mark, Shifted):
            for each in mark.marks:
                yield from inside(each, x + mark.x, y + mark.y)
        else:
            yield mark, x, y

    for page in document.pages:
        for mark in page:
            yield from inside(mark, 0.0, 0.0)


def boxes(document):
    return [
        mark for mark, _x, _y in marks(document)
        if isinstance(mark, BoxMark) and mark.width == mark.height > mm(4)
    ]  # fmt: skip


def title_sizes(document, titles):
    return {
        mark.layout.font().pixelSize() / points(1)
        for mark, _x, _y in marks(document)
        if isinstance(mark, TextMark) and mark.layout.text() in titles
    }


def odd_sheet():
    per_day = {
        day: [
            job(
                n + 1, WEEK.days[day], title=ODD[n], done_when=ODD[n], note=ODD[n], person=ODD[n], chip=ODD[n]
            )
            for n in range(len(ODD))
            if n % 2 == day
        ]
        for day in (0, 1)
    }
    return around(
        per_day, business="B&B <i>" * 28, yours=ODD[0], notes=ODD, sheet_people=True, sheet_ideas=ODD,
        sheet_when_then=ODD[0], sheet_boxes=ODD, sheet_letters=ODD[0], sheet_paper_line=ODD[0],
    )  # fmt: skip


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("weekdays", [(0, 2, 4), EVERY_DAY], ids=["few days", "every day"])
@pytest.mark.parametrize("jobs", [1, 3, FEW, FEW + 1, ONE_PAGE])
def test_up_to_fourteen_jobs_stand_on_one_page(paper, weekdays, jobs):
    made = checklist(sheet(jobs, weekdays), Paper.named(paper))
    assert len(made.pages) == 1
    assert len(boxes(made)) == jobs


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("weekdays", [(0, 2, 4), EVERY_DAY], ids=["few days", "every day"])
def test_few_jobs_are_printed_large(paper, weekdays):
    week = sheet(FEW, weekdays)
    made = checklist(week, Paper.named(paper))
    assert title_sizes(made, {"Close the week", "Write four captions ahead"}) == {15.0}
    assert {box.width for box in boxes(made)} == {mm(8)}
    rules = sorted(
        {y + mark.y1 for mark, _x, y in marks(made) if isinstance(mark, LineMark) and mark.width < 11}
    )
    assert min(after - before for before, after in zip(rules[:7], rules[1:8], strict=True)) >= mm(12) - 1


def test_jobs_are_never_smaller_than_twelve_points():
    for count in (1, FEW, FEW + 1, ONE_PAGE, 40):
        assert all(density.title >= 12 for density, _lower in choices(count))


def test_a_long_week_flows_to_a_second_page_with_its_header(tmp_path):
    content = checklist_pdf(sheet(20))
    assert page_count(content) == 2
    pages = text_of(content, tmp_path).split("\f")
    for number, page in enumerate(pages[:2], start=1):
        assert "23–29 November" in page
        assert f"Page {number} of 2" in page
    assert "Friday 27" in pages[1], "the day is said again above its jobs"
    assert not re.search(r"^ *1 ", pages[1], re.MULTILINE)


def test_everything_is_on_the_sheet(tmp_path):
    text = text_of(checklist_pdf(sheet(8)), tmp_path)
    for part in (
        "The Metal Workshop", "23–29 November", "Instagram", "100 of 120 minutes planned", "Monday 23",
        "Done when: it stands first on your page.", "before and after", "Google: Answer new reviews",
        "took 5 · 10 · 15 · 20 · 30", "25 min", "Received", "Answered in time", "Orders", "New customers",
        "Sales", "2 posts a week: 5 of 6 good weeks", "not kept", "Why our sourdough takes two days",
        "When Friday’s till is closed, I sit down with this sheet.",
        "Yours: evenings, Tuesday, Thursday, the weekend", "Type back: W48: 3 5=25 / 0:45 / p1 m3 a3 e2",
        "p posts, m messages",
    ):  # fmt: skip
        assert part in re.sub(" +", " ", text)
    for number in range(1, 9):
        assert re.search(rf"^ *{number} ", text, re.MULTILINE)


def test_the_wall_version_leaves_out_what_is_below_the_fold(tmp_path):
    text = text_of(checklist_pdf(sheet(8), wall=True), tmp_path)
    for part in ("Fold here", "Sales", "Orders", "2 posts a week", "Ideas"):
        assert part not in text
    assert "Yours:" in text and "Type back:" in text
    made = checklist(sheet(8), Paper.named("A4"), wall=True)
    assert not [mark for mark, _x, _y in marks(made) if isinstance(mark, LineMark) and mark.dashed]


def test_who_is_printed_where_there_are_people(tmp_path):
    per_day = {0: [job(1, WEEK.days[0], person="Anna")]}
    assert "Anna · 10 min" in text_of(checklist_pdf(around(per_day, sheet_people=True)), tmp_path)
    assert "Anna" not in text_of(checklist_pdf(around(per_day)), tmp_path)


def test_what_is_done_already_is_ticked():
    per_day = {0: [job(1, WEEK.days[0], done=True), job(2, WEEK.days[0])]}
    assert [box.ticked for box in boxes(checklist(around(per_day), Paper.named("A4")))] == [True, False]


def test_a_paused_week_is_a_page_of_its_own_and_asks_for_nothing(tmp_path):
    text = text_of(checklist_pdf(sheet(3, paused=True)), tmp_path)
    assert "This week is paused." in text
    assert "Yours:" in text
    for silent in ("Orders", "took", "2 posts a week", "minutes planned", "Type back"):
        assert silent not in text


def test_an_empty_week_says_so_and_names_the_first_job(tmp_path):
    assert "No jobs this week." in text_of(checklist_pdf(around({}, planned=0)), tmp_path)
    first = FirstJob(job(1, WEEK.days[2]), WEEK.days[2], 540)
    text = text_of(checklist_pdf(around({}, planned=0, first=first)), tmp_path)
    assert "Your first job is on Wednesday 25 at 09:00, 10 min" in text


def test_put_off_jobs_and_notes_stand_after_the_days(tmp_path):
    week = around({0: [job(1, WEEK.days[0])]}, put_off=(job(2, None),), notes=("Friday is a holiday.",))
    text = text_of(checklist_pdf(week), tmp_path)
    assert text.index("Monday 23") < text.index("Put off") < text.index("Friday is a holiday.")


@pytest.mark.parametrize("wall", [False, True])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_nothing_leaves_the_page_whatever_was_typed(paper, wall):
    made = checklist(odd_sheet(), Paper.named(paper), wall)
    for number in range(len(made.pages)):
        image = picture(made, number)
        width, height, side, top = image.width(), image.height(), 40, 56
        assert is_white(image, 0, 0, width, top), "20 mm clear at the top"
        assert is_white(image, 0, 0, side, height), "left margin"
        assert is_white(image, width - side, 0, width, height), "right margin"
        assert is_white(image, 0, height - 28, width, height), "foot"


def test_typed_text_is_shown_as_typed(tmp_path):
    text = text_of(checklist_pdf(around({0: [job(1, WEEK.days[0], title="a < b & c <b>d</b>")]})), tmp_path)
    assert "a < b & c <b>d</b>" in text


def test_pieces_of_a_row_never_overlap():
    made = checklist(odd_sheet(), Paper.named("A4"))
    for page in made.pages:
        rows = [mark for mark in page if isinstance(mark, Shifted)]
        tops = [row.y for row in rows]
        assert len(tops) == len(set(tops))


def test_words_can_be_searched_without_ligatures(tmp_path):
    week = around({0: [job(1, WEEK.days[0], title="Fill in the profile: five fine offices, fjord")]})
    assert "Fill in the profile: five fine offices, fjord" in text_of(checklist_pdf(week), tmp_path)


@pytest.mark.parametrize(
    "typed", ["Friday’s “till”", "L’été à Évian", "‘single’ – dash — …", "Åäö ñ ¿qué? 10 €"]
)
def test_typographic_marks_can_be_searched(tmp_path, typed):
    week = around({0: [job(1, WEEK.days[0], title=typed)]})
    assert typed in text_of(checklist_pdf(week), tmp_path)


def test_only_black_and_white_are_used():
    colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\b", streams(checklist_pdf(sheet(8))))
    assert colours
    assert {float(part) for colour in colours for part in colour} <= {0.0, 1.0}


def test_the_same_sheet_gives_the_same_bytes():
    first, again = checklist_pdf(sheet(8)), checklist_pdf(sheet(8))
    assert first == again
    assert first != checklist_pdf(sheet(9))
    assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")


def test_no_time_of_the_printing_is_in_the_file():
    """The second in which a file was made would make two printings of one sheet differ."""
    made = checklist_pdf(sheet(8, today=WEEK.sunday))
    dates = re.findall(rb"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)", made)
    assert dates and set(dates) == {(WEEK.sunday.isoformat().encode(), b"12:00:00")}
    assert set(re.findall(rb"D:(\d{8})", made)) == {WEEK.sunday.strftime("%Y%m%d").encode()}


def test_two_different_days_differ():
    assert checklist_pdf(sheet(8)) != checklist_pdf(sheet(8, today=WEEK.sunday))


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_has_its_size(paper, size):
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", checklist_pdf(sheet(3), paper))
    assert found is not None
    assert (round(float(found[1])), round(float(found[2]))) == size


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_language_fits_one_page(language):
    i18n.use(language)
    made = checklist(sheet(ONE_PAGE, EVERY_DAY), Paper.named("A4"))
    assert len(made.pages) == 1


def test_a_title_of_two_lines_makes_its_row_higher():
    short = around({0: [job(1, WEEK.days[0], title="Short", done_when="", note="")]})
    tall = around({0: [replace(short.week.days[0].jobs[0], title="word " * 40)]})
    lines = [
        max(y + mark.y1 for mark, _x, y in marks(checklist(each, Paper.named("A4"), wall=True))
            if isinstance(mark, LineMark) and y < mm(200))
        for each in (short, tall)
    ]  # fmt: skip
    assert lines[1] > lines[0]


# ---------------------------------------------------------------- before posting

def asked_boxes(made):
    return [mark for mark, _x, _y in marks(made) if isinstance(mark, BoxMark) and mark.width == mm(3.2)]


def test_a_post_has_its_two_questions_where_there_is_room(tmp_path):
    week = sheet(3)
    made = checklist(week, Paper.named("A4"))
    assert len(asked_boxes(made)) == 2 and len(made.pages) == 1
    assert not any(box.ticked for box in asked_boxes(made))
    jobs = [replace(one, checks=("gain",)) for one in week.week.items]
    days = tuple(replace(day, jobs=tuple(one for one in jobs if one.day == day.day)) for day in week.week.days)
    ticked = checklist(replace(week, week=replace(week.week, days=days)), Paper.named("A4"))
    assert [box.ticked for box in asked_boxes(ticked)] == [True, False]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("jobs", range(1, ONE_PAGE + 1))
def test_the_questions_never_cost_a_page_nor_a_size(paper, jobs, monkeypatch):
    week = sheet(jobs, EVERY_DAY)
    made = checklist(week, Paper.named(paper))
    monkeypatch.setattr(checklists, "asked", lambda _sheet: -100)
    without = checklist(week, Paper.named(paper))
    assert asked_boxes(without) == []
    assert len(made.pages) == len(without.pages) == 1
    titles = {"Close the week", "Answer comments and messages"}
    assert title_sizes(made, titles) == title_sizes(without, titles)


def test_a_long_week_has_no_room_for_them():
    made = checklist(sheet(30, EVERY_DAY), Paper.named("A4"))
    assert len(made.pages) > 1 and asked_boxes(made) == []


def test_what_is_posted_already_is_not_asked():
    week = sheet(3)
    done = [tuple(replace(one, done=True) for one in day.jobs) for day in week.week.days]
    days = tuple(replace(day, jobs=jobs) for day, jobs in zip(week.week.days, done, strict=True))
    assert asked_boxes(checklist(replace(week, week=replace(week.week, days=days)), Paper.named("A4"))) == []
