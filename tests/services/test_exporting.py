"""The plan as files: tables that hold the same as the screen, and a calendar that follows the plan."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from focusplan import i18n
from focusplan.domain.errors import CannotStore, NoPlan, WrongUse
from focusplan.domain.weeks import Week
from focusplan.exports.csvtables import as_typed
from focusplan.services.roads.goalviews import result_text
from focusplan.store.lock import Lock
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY

TUESDAY = MONDAY + timedelta(days=1)


def table(workspace: Workspace, folder: Path, name: str) -> list[dict[str, str]]:
    """A table by the ids of its columns."""
    workspace.exports.to_csv(folder)
    about = json.loads((folder / "focusplan-tables.json").read_bytes())
    text = (folder / name).read_bytes().decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if about["decimal"] == "," else ",", strict=True)
    next(rows)
    return [dict(zip(about["columns"][name], row, strict=True)) for row in rows]


def events(workspace: Workspace, file: Path) -> dict[str, Any]:
    """The events of a calendar made now, by the part of their UID that names week and number."""
    import icalendar

    workspace.exports.to_ics(file)
    found = icalendar.Calendar.from_ical(file.read_bytes())
    return {str(event["UID"]).partition(".")[0]: event for event in found.walk("VEVENT")}


# ---------------------------------------------------------------- everything


def test_the_document_is_the_same_until_the_plan_changes(workspace, tmp_path):
    workspace.week.view()
    files = [tmp_path / f"{n}.json" for n in range(3)]
    workspace.exports.to_json(files[0])
    workspace.travel(TUESDAY)
    workspace.exports.to_json(files[1])
    assert files[0].read_bytes() == files[1].read_bytes()
    workspace.week.add_idea("Bread")
    workspace.exports.to_json(files[2])
    assert files[2].read_bytes() != files[1].read_bytes()
    data = json.loads(files[2].read_bytes())
    assert data["idea"][-1]["text"] == "Bread" and data["ledger"][0]["kind"] == "plan"
    assert data["pinned"] and data["plan"]["practice"] is True


def test_a_folder_without_a_plan_has_nothing_to_take(tmp_path):
    empty = Workspace(tmp_path / "none")
    for take in (empty.exports.to_json, empty.exports.to_csv, empty.exports.to_ics):
        with pytest.raises(NoPlan):
            take(tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- tables


def test_weeks_hold_what_was_typed_and_ticked(workspace, tmp_path):
    week = Week.of(MONDAY)
    workspace.week.record("google_business", week, {"received": 3, "answered_in_time": 3, "sales": 12345})
    workspace.week.log_time("google_business", 15)
    job = next(job for job in workspace.week.view().items if job.network == "google_business")
    workspace.week.tick(week, job.number, minutes=20)
    rows = [row for row in table(workspace, tmp_path / "t", "weeks.csv") if row["network"]]
    assert rows == [{
        "week": str(week), "monday": "2026-11-23", "network": "google_business",
        "network_name": "Google Business Profile", "minutes": "35", "posts": "", "received": "3",
        "answered_in_time": "3", "reach": "", "audience": "", "enquiries": "", "customers": "", "sales": "123.45",
        "currency": "GBP", "counts": "yes", "late": "no", "paused": "no",
    }]  # fmt: skip


def test_a_figure_for_a_closed_week_and_a_paused_week_stand_by_themselves(workspace, tmp_path):
    week = Week.of(MONDAY)
    workspace.week.record("google_business", week, {"enquiries": 1})
    workspace.travel(MONDAY + timedelta(days=60))
    workspace.week.record("google_business", week, {"enquiries": 2})
    coming = Week.of(workspace.today) + 1
    workspace.networks.pause(coming, coming, "Away")
    rows = table(workspace, tmp_path / "t", "weeks.csv")
    own = [(row["enquiries"], row["counts"], row["late"], row["minutes"]) for row in rows if row["network"]]
    assert own == [("1", "yes", "no", "0"), ("2", "no", "yes", "")]
    assert [(row["week"], row["paused"]) for row in rows if not row["network"]] == [(str(coming), "yes")]


def test_what_a_person_typed_is_no_formula(workspace, tmp_path):
    workspace.week.came_up('=HYPERLINK("x";"y")', 5, done=True)
    workspace.week.log_time("google_business", 5, note="-1\n@x")
    jobs = table(workspace, tmp_path / "t", "jobs.csv")
    assert next(row["title"] for row in jobs if row["job"].startswith("own")) == '\'=HYPERLINK("x";"y")'
    note = table(workspace, tmp_path / "t", "times.csv")[0]["note"]
    assert note == "'-1\n'@x" and as_typed(note) == "-1\n@x"


def test_jobs_say_what_the_week_says(workspace, tmp_path):
    view = workspace.week.view()
    rows = [row for row in table(workspace, tmp_path / "t", "jobs.csv") if row["week"] == str(view.week)]
    assert [(int(row["number"]), row["title"], row["job"]) for row in rows] == [
        (job.number, job.title, job.id) for job in view.items
    ]
    assert {row["done"] for row in rows} == {"no"}


def test_goals_say_what_the_network_says(grown, tmp_path):
    active = grown.networks.view().active
    assert active is not None
    rows = table(grown, tmp_path / "t", "goals.csv")
    for goal in active.goals:
        own = {row["week"]: row["result"] for row in rows if (row["network"], row["goal"]) == (active.network, goal.id)}
        for square in goal.weeks:
            if square.week < Week.of(grown.today):
                assert own[str(square.week)] in ("just counting", result_text(square.result))
    assert rows and {row["result"] for row in rows} <= {
        "kept", "not kept", "paused", "left out", "just counting",
    }  # fmt: skip


def test_money_and_what_nobody_could_place_have_tables(workspace, tmp_path):
    week = Week.of(MONDAY)
    workspace.results.set_cost("tools", Decimal("12.5"))
    workspace.results.set_cost("ads", Decimal("26"), week - 1, "google_business")
    workspace.results.set_unsourced("customers", 0)
    costs = table(workspace, tmp_path / "t", "costs.csv")
    assert [(row["cost"], row["network"], row["week"], row["a_month"], row["currency"]) for row in costs] == [
        ("Ads", "google_business", str(week - 1), "26.00", "GBP"), ("Tools", "", str(week), "12.50", "GBP"),
    ]  # fmt: skip
    (unknown,) = table(workspace, tmp_path / "t", "unknown_source.csv")
    assert unknown == {"week": str(week), "monday": str(MONDAY), "enquiries": "", "customers": "0"}


def test_decisions_hold_the_whole_record(grown, tmp_path):
    grown.exports.to_json(tmp_path / "x.json")
    kept = json.loads((tmp_path / "x.json").read_bytes())["ledger"]
    rows = table(grown, tmp_path / "t", "decisions.csv")
    assert [row["details"] for row in rows] == [entry["data"] for entry in kept]
    assert {"The plan was made", "A network was started", "A week was closed"} <= {row["what"] for row in rows}
    assert {"", "Keep going"} <= {row["decision"] for row in rows} <= {"", "Keep going", "Change one thing"}


@pytest.mark.parametrize(("language", "country", "mark", "heading"), [
    ("en", "GB", ",", "Week"), ("es", "ES", ";", "Semana"), ("fr", "FR", ";", "Semaine"), ("sv", "SE", ";", "Vecka"),
    ("es", "MX", ",", "Semana"),
])  # fmt: skip
def test_headings_speak_the_language_and_columns_part_as_the_place_does(
    workspace, tmp_path, language, country, mark, heading
):
    i18n.use(language, country)
    workspace.exports.to_csv(tmp_path / "t")
    for name in ("weeks", "jobs", "times", "goals", "costs", "unknown_source", "decisions"):
        first = (tmp_path / "t" / f"{name}.csv").read_bytes().decode("utf-8-sig").split("\r\n")[0]
        words = next(csv.reader([first], delimiter=mark))
        assert len(words) == len(set(words)) >= (4 if name == "unknown_source" else 7)
        assert name != "weeks" or words[0] == heading


# ---------------------------------------------------------------- the calendar


def test_jobs_stand_in_the_hours_one_after_another(workspace, tmp_path):
    found = events(workspace, tmp_path / "w.ics")
    jobs = {f"{Week.of(MONDAY)}-{job.number}": job for job in workspace.week.view().items if job.day}
    assert found.keys() == jobs.keys()
    spans = workspace.business.boundaries().spans
    taken: dict[date, list[tuple[datetime, datetime]]] = {}
    for key, event in found.items():
        begin, end = event["DTSTART"].dt, event["DTEND"].dt
        assert str(event["SUMMARY"]) == jobs[key].title and begin.date() == jobs[key].day
        assert (end - begin).total_seconds() == 60 * jobs[key].minutes
        assert begin.tzinfo is None, "floating: the hours are those on the owner's wall"
        minute = begin.hour * 60 + begin.minute
        assert any(a <= minute and minute + jobs[key].minutes <= b for a, b in spans(begin.date()))
        taken.setdefault(begin.date(), []).append((begin, end))
    for day in taken.values():
        ordered = sorted(day)
        assert all(one[1] <= other[0] for one, other in zip(ordered, ordered[1:], strict=False))


def test_the_same_plan_gives_the_same_calendar(workspace, tmp_path):
    file = tmp_path / "w.ics"
    workspace.exports.to_ics(file)
    before = file.read_bytes()
    now = workspace.moment()
    workspace._context.moment = lambda: replace(now, at=now.at + timedelta(hours=5))
    workspace.exports.to_ics(file)
    assert file.read_bytes() == before


def test_a_job_that_moved_moves_and_one_that_is_gone_is_taken_back(workspace, tmp_path):
    first = events(workspace, tmp_path / "w.ics")
    week = Week.of(MONDAY)
    jobs = [job for job in workspace.week.view().items if job.day == MONDAY]
    workspace.travel(TUESDAY)
    workspace.week.move(week, jobs[0].number, MONDAY + timedelta(days=4))
    workspace.week.put_off(week, jobs[1].number)
    second = events(workspace, tmp_path / "w.ics")
    moved, gone = f"{week}-{jobs[0].number}", f"{week}-{jobs[1].number}"
    assert second[moved]["DTSTART"].dt.date() == MONDAY + timedelta(days=4)
    assert second[moved]["SEQUENCE"] == 1 and second[moved]["UID"] == first[moved]["UID"]
    assert second[moved]["LAST-MODIFIED"].dt.date() == TUESDAY
    assert str(second[gone]["STATUS"]) == "CANCELLED" and second[gone]["SEQUENCE"] == 1
    third = events(workspace, tmp_path / "w.ics")
    assert str(third[gone]["STATUS"]) == "CANCELLED" and third[gone]["SEQUENCE"] == 1
    workspace.week.move(week, jobs[1].number, MONDAY + timedelta(days=4))
    fourth = events(workspace, tmp_path / "w.ics")
    assert str(fourth[gone]["STATUS"]) == "CONFIRMED" and fourth[gone]["SEQUENCE"] == 2
    unmoved = [key for key in first if key not in (moved, gone) and first[key]["DTSTART"].dt.date() > TUESDAY]
    assert unmoved and all(fourth[key]["SEQUENCE"] >= 0 for key in unmoved)


def test_a_done_job_is_marked(workspace, tmp_path):
    job = workspace.week.view().items[0]
    workspace.week.tick(None, job.number)
    event = events(workspace, tmp_path / "w.ics")[f"{Week.of(MONDAY)}-{job.number}"]
    assert str(event["SUMMARY"]) == f"✓ {job.title}"


def test_a_pause_takes_the_coming_jobs_back(workspace, tmp_path):
    coming = Week.of(MONDAY) + 1
    workspace.week.view(coming)
    keys = [key for key in events(workspace, tmp_path / "w.ics") if key.startswith(str(coming))]
    assert keys
    workspace.networks.pause(coming, coming)
    found = events(workspace, tmp_path / "w.ics")
    assert {str(found[key]["STATUS"]) for key in keys} == {"CANCELLED"}


def test_weeks_that_are_over_for_long_are_forgotten(workspace, tmp_path):
    week = Week.of(MONDAY)
    events(workspace, tmp_path / "w.ics")
    workspace.travel(MONDAY + timedelta(weeks=4))
    assert any(key.startswith(str(week)) for key in events(workspace, tmp_path / "w.ics"))
    workspace.travel(MONDAY + timedelta(weeks=5))
    assert not any(key.startswith(str(week)) for key in events(workspace, tmp_path / "w.ics"))
    workspace.exports.to_json(tmp_path / "x.json")
    assert f'"calendar.{week}"' not in (tmp_path / "x.json").read_text()


def test_nothing_stands_in_time_that_is_protected_now(workspace, tmp_path):
    week = Week.of(MONDAY)
    workspace.week.view()
    first = events(workspace, tmp_path / "w.ics")
    workspace.travel(MONDAY + timedelta(weeks=1))
    workspace.business.change({"hours.monday": ""})
    made = workspace.exports.to_ics(tmp_path / "w.ics")
    assert made.left_out > 0
    found = events(workspace, tmp_path / "w.ics")
    mondays = [key for key in first if key.startswith(str(week)) and first[key]["DTSTART"].dt.date() == MONDAY]
    assert mondays and {str(found[key]["STATUS"]) for key in mondays} == {"CANCELLED"}


def test_beside_another_focusplan_all_is_given_out_and_nothing_written(workspace, tmp_path):
    file = tmp_path / "w.ics"
    first = events(workspace, file)
    workspace.close()
    plan = (workspace.home / "plan.db").read_bytes()
    lock = Lock(workspace.home)
    lock.hold("window", 0)
    try:
        other = Workspace(workspace.home, today=MONDAY)
        other.exports.to_json(tmp_path / "x.json")
        other.exports.to_csv(tmp_path / "t")
        i18n.use("fr", "FR")
        beside = events(other, file)
        other.close()
    finally:
        lock.release()
    assert (workspace.home / "plan.db").read_bytes() == plan
    assert beside.keys() == first.keys() and {one["SEQUENCE"] for one in beside.values()} == {1}
    alone = Workspace(workspace.home, today=MONDAY)
    i18n.use("fr", "FR")
    after = events(alone, file)
    assert {key: (one["SEQUENCE"], str(one["SUMMARY"])) for key, one in after.items()} == {
        key: (one["SEQUENCE"], str(one["SUMMARY"])) for key, one in beside.items()
    }
    alone.close()


@pytest.mark.parametrize("note", ["nonsense", "[]", '{"1": 5}', '{"1": {"day": "x"}}'])
def test_a_memory_that_can_not_be_read_is_as_none(workspace, tmp_path, note):
    from focusplan.domain.plan import Note

    events(workspace, tmp_path / "w.ics")
    with workspace._context.begin() as work:
        work.put(Note(f"calendar.{Week.of(MONDAY)}", note))
        work.put(Note("calendar.never", note))
    found = events(workspace, tmp_path / "w.ics")
    assert {event["SEQUENCE"] for event in found.values()} == {0}


def test_a_place_that_can_not_be_written_changes_nothing_there(workspace, tmp_path):
    for take in (workspace.exports.to_json, workspace.exports.to_ics, workspace.exports.to_csv):
        with pytest.raises(CannotStore):
            take(tmp_path / "no" / "x")
    (tmp_path / "letter.ics").write_text("Dear customer")
    with pytest.raises(WrongUse):
        workspace.exports.to_ics(tmp_path / "letter.ics")
    assert (tmp_path / "letter.ics").read_text() == "Dear customer"


def test_what_was_written_at_closing_stands_beside_its_decision(workspace, tmp_path):
    week = Week.of(MONDAY)
    workspace.travel(week.sunday)
    workspace.review.save_draft("worked", "=Oven, early")
    workspace.review.save_draft("put_off", "The accounts")
    workspace.review.close(week, "stop", "Reposting")
    (row,) = [row for row in table(workspace, tmp_path / "t", "decisions.csv") if row["decision"]]
    assert (row["week"], row["decision"], row["text"]) == (str(week), "Stop one thing", "Reposting")
    assert (as_typed(row["worked"]), row["worked"], row["put_off"]) == ("=Oven, early", "'=Oven, early", "The accounts")
