"""What the week says in words: jobs, notes, what is the owner's, how the sheet is typed back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from focusplan import i18n
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.paperline import ENGLISH, letters, parse
from focusplan.domain.weekclaims import PlanNote
from focusplan.domain.weeks import Week
from focusplan.playbooks import load_catalogue
from focusplan.services.weeks import weekwords

WEEK = Week.of(date(2026, 11, 23))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
NINE, LATE = ((540, 720),), ((1080, 1200),)


def limits(**hours):
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return Boundaries(120, 30, "few_days", {days.index(day): spans for day, spans in hours.items()})


@pytest.mark.parametrize(
    ("boundaries", "expected"),
    [
        (limits(mon=NINE, wed=NINE, fri=NINE), "Evenings, Tuesday, Thursday, the weekend"),
        (limits(mon=LATE, tue=NINE, wed=NINE, thu=NINE, fri=NINE), "The weekend"),
        (limits(mon=NINE, tue=NINE, wed=NINE, thu=NINE, fri=NINE, sat=NINE), "Evenings, Sunday"),
        (limits(mon=LATE, tue=NINE, wed=NINE, thu=NINE, fri=NINE, sat=NINE, sun=NINE), ""),
    ],
)
def test_what_is_the_owners(boundaries, expected):
    assert weekwords.yours(boundaries) == expected


def test_hours_of_a_day():
    assert weekwords.hours_text(limits(mon=((540, 720), (840, 1020))), 0) == "09:00–12:00, 14:00–17:00"
    assert weekwords.hours_text(limits(mon=NINE), 1) == ""


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_printed_line_is_understood_in_its_language(language):
    i18n.use(language)
    line = weekwords.paper_line(WEEK, (3, 5, 7))
    read = parse(line, WEEK, letters(language))
    assert (read.week, read.done, read.altogether, read.counts) == (WEEK, (3, 5), 45, {"enquiries": 2})
    printed = [piece.split(" ")[0] for piece in weekwords.letters_line("x").split(" · ")]
    assert {letters(language)[letter] for letter in printed} == set(ENGLISH.values())
    assert parse(weekwords.paper_line(WEEK, ()), WEEK, letters(language)).done == (1,)


NOTES = [
    PlanNote("minimal", {"budget": 40}),
    PlanNote("half"),
    PlanNote("holiday"),
    PlanNote("first_week"),
    PlanNote("crisis"),
    PlanNote("hours_small", {"room": 60, "plannable": 108}),
    PlanNote("no_step"),
    PlanNote("same_day", {"network": "instagram"}),
    PlanNote("put_off", {"count": 2}),
    PlanNote("fewer_posts", {"network": "instagram", "planned": 1, "wanted": 2, "minutes": 25}),
    *(PlanNote("no_room", {"kind": kind, "network": "instagram" if kind in ("answer", "upkeep") else "", "minutes": 10})
      for kind in ("close", "answer", "upkeep", "newsletter", "parked", "own")),
]  # fmt: skip


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.code}-{note.values.get('kind', '')}")
def test_every_note_is_a_sentence(note):
    text = weekwords.note_text(load_catalogue(), note)
    assert text.endswith(".")
    assert "{" not in text
    for value in note.values.values():
        if isinstance(value, int) and note.code != "minimal":
            assert str(value) in text


def test_an_unknown_note_says_nothing():
    assert weekwords.note_text(load_catalogue(), PlanNote("unheard_of")) == ""


def job(workspace, kind):
    return next(job for job in workspace.week.view().items if job.kind == kind)


def test_networks_kept_as_they_are_share_one_job(workspace):
    workspace.networks.park("facebook", 10)
    workspace.networks.park("whatsapp", 5)
    parked = job(workspace, "parked")
    assert (parked.minutes, parked.network, parked.chip) == (15, None, "")
    assert parked.title == "Look after Facebook Page and WhatsApp Business"
    workspace.networks.retire("facebook", "Nobody is there any more", "People moved on")
    workspace.networks.retire("whatsapp", "Nobody is there any more", "People moved on")
    assert "parked" not in {one.kind for one in workspace.week.view().items}


def test_the_newsletter_beside_has_one_job(workspace):
    workspace.business.change({"budget_minutes": "240"})
    workspace.networks.start("newsletter")
    newsletter = job(workspace, "newsletter")
    assert newsletter.network == "newsletter"
    assert newsletter.chip
    assert newsletter.done_when


def test_closing_carries_the_when_then_sentence(workspace):
    close = job(workspace, "close")
    assert close.title == "Close the week"
    assert close.note == "When Friday’s work is done, I sit down with this sheet."


def test_looking_for_ones_name_joins_the_answering_every_second_week(workspace):
    while workspace.networks.view().active.stage != "publish":
        run = workspace.networks.view().active
        for step in run.steps:
            if step.stage == run.stage and step.required and not step.done:
                workspace.networks.step_done(step.id)
    watch = load_catalogue().get("google_business").words_of("routine.watch", "en").title
    invite = load_catalogue().get("google_business").words_of("routine.invite", "en").title
    watched, invited = [], []
    for week in range(4):
        workspace.travel(MON + timedelta(days=7 * week))
        watched.append(watch in job(workspace, "answer").how)
        invited.append(invite in job(workspace, "post").how)
    assert watched in ([True, False, True, False], [False, True, False, True])
    assert invited.count(True) == 1


def test_under_45_minutes_it_says_why(workspace):
    workspace.business.change({"budget_minutes": "40"})
    view = workspace.week.view()
    assert any("Under 45 minutes" in note for note in view.notes)
    assert not any(one.kind == "post" or one.kind == "step" and one.network for one in view.items)
    assert [one.id for one in view.items if one.kind == "step"] == ["way-minimal-hours"]


def test_money_and_minutes_in_the_places_form(workspace):
    i18n.use("fr", "FR")
    answer = workspace.week.understand("1 / 1:45 / v1234,50")
    assert answer.tallies == {"sales": 123450}
    assert Decimal(answer.tallies["sales"]) / 100 == Decimal("1234.50")
