"""Every command, its shape as promised, and what it changes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from focusplan.domain.evidence import FIGURES
from focusplan.domain.playbook import NETWORKS, STAGES
from tests.playbooks.own import make_card

WEEK = "2026-W48"
SHAPES = {
    ("status",): {
        "business", "language", "today", "week", "practice", "active", "budget", "planned", "minutes_done",
        "paused", "review_due", "gate",
    },
    ("networks",): {"networks"},
    ("gate", "facebook"): {"network", "open", "conditions", "ways_forward", "earliest_week"},
    ("steps", "instagram"): {"network", "version", "steps", "goals"},
    ("steps", "google_business"): {"network", "version", "steps", "goals"},
    ("week",): {"week", "budget", "reserve", "planned", "paused", "protected", "items", "notes"},
    ("tick", "1"): {"done", "minutes", "tallies"},
    ("record", "instagram", "posts=1"): {"network", "week", "counts", *FIGURES},
    ("time", "instagram", "15"): {"network", "minutes", "at"},
    ("review",): {"from", "to", "weeks", "totals", "costs", "goals", "suggestions"},
    ("goal", "instagram", "posts", "--target", "3"): {"network", "goal", "old", "new", "from"},
    ("pause", "--from", "2026-W50", "--to", "2026-W51"): {"weeks"},
    ("step", "done", "instagram-say"): {"id", "done", "done_on"},
    ("backups",): {"backups"},
    ("check",): {"ok", "findings", "cautions"},
    ("later", "youtube"): {"ok", "network", "state"},
}  # fmt: skip


@pytest.mark.parametrize("words", SHAPES, ids=" ".join)
def test_the_promised_keys_are_there(plan, words):
    assert SHAPES[words] <= set(plan.json(*words))


@pytest.mark.parametrize("words", SHAPES, ids=" ".join)
def test_people_get_lines(plan, words):
    told = plan.type(*words)
    assert told.exit == 0 and told.err == ""
    assert told.out.strip() and not told.out.startswith("{")
    assert all(len(line) == len(line.rstrip()) for line in told.out.splitlines())


def test_a_new_plan(empty, profile):
    data = empty.json("new", str(profile), "--practice")
    assert data["ok"] is True and data["practice"] is True
    status = empty.json("status")
    assert status["business"] == "Corner Bakery"
    assert status["today"] == "2026-11-23" and status["week"] == WEEK
    assert status["active"] == {
        "network": "instagram", "name": "Instagram", "stage": "prepare", "steps_done": 0,
        "steps_total": status["active"]["steps_total"],
    }  # fmt: skip
    assert status["budget"] == 120 and 0 < status["planned"] <= 108
    assert status["gate"]["open"] is False and set(status["gate"]) == {"network", "open", "earliest_week"}


def test_a_small_budget_makes_a_plan_without_a_network(empty, profile):
    text = profile.read_text().replace("budget_minutes = 120", "budget_minutes = 40")
    profile.write_text(text)
    made = empty.json("new", str(profile), "--practice")
    assert made["active"] is None
    assert made["not_started"], "it says what keeps the named network shut"
    assert empty.json("status")["active"] is None


def test_networks_are_listed_best_first(plan):
    rows = plan.json("networks")["networks"]
    assert {row["id"] for row in rows} == set(NETWORKS)
    assert [row["rank"] for row in rows] == list(range(1, len(NETWORKS) + 1))
    for row in rows:
        assert {"id", "name", "state", "fit", "rank", "reason", "start_minutes", "upkeep_minutes", "weeks",
                "startable"} <= set(row)  # fmt: skip
        assert row["fit"] in range(4)
    assert {row["state"] for row in rows if row["id"] in ("instagram", "facebook")} == {"active", "parked"}


def test_the_gate_answers_and_writes_nothing(plan):
    before = (plan.folder / "plan.db").read_bytes()
    data = plan.json("gate", "google_business")
    assert (plan.folder / "plan.db").read_bytes() == before
    ids = [each["id"] for each in data["conditions"]]
    assert ids == ["active_done", "upkeep_held", "time_free", "reviewed", "wind_down", "clock"]
    assert data["open"] is False and data["ways_forward"]
    for each in data["conditions"]:
        assert set(each) == {"id", "met", "text", "figure", "target", "next_action", "parts"}
    parts = {part["id"] for part in data["conditions"][0]["parts"]}
    assert parts == {"steps", "posts", "answers", "enquiries"}


def test_a_road_that_is_not_written_is_not_open(plan):
    data = plan.json("gate", make_card(plan.folder / "playbooks").name)
    time_free = next(each for each in data["conditions"] if each["id"] == "time_free")
    assert data["open"] is False and time_free["met"] is False and time_free["target"] is None


def test_steps_and_goals(plan):
    data = plan.json("steps", "instagram")
    assert {step["stage"] for step in data["steps"]} >= set(STAGES)
    for step in data["steps"]:
        assert {"id", "stage", "title", "why", "how", "done_when", "minutes", "required", "done",
                "done_on"} <= set(step)  # fmt: skip
    goals = {goal["id"]: goal for goal in data["goals"]}
    assert set(goals) >= {"posts", "answers", "enquiries"}
    for goal in goals.values():
        assert {"id", "kind", "text", "target", "least", "most", "k", "n", "held", "next", "weeks"} <= set(
            goal
        )
    assert goals["enquiries"]["k"] is None and goals["enquiries"]["target"] is None


def test_a_step_is_done_and_undone(plan):
    done = plan.json("step", "done", "instagram-say", "--minutes", "12")
    assert done["id"] == "instagram-say" and done["done"] is True and done["done_on"] == "2026-11-23"
    assert plan.json("status")["active"]["steps_done"] == 1
    assert plan.json("step", "undo", "instagram-say")["done"] is False
    assert plan.json("status")["active"]["steps_done"] == 0
    closed = plan.json("step", "done", "instagram-subject", "--instead", "We have no camera at all")
    assert closed["done"] is True and closed["instead"] == "We have no camera at all"


def test_the_week_and_its_items(plan):
    data = plan.json("week")
    assert data["week"] == WEEK and data["budget"] == 120 and data["reserve"] == 12
    assert data["protected"] == ["2026-11-24", "2026-11-26", "2026-11-28", "2026-11-29"]
    assert data["items"]
    for item in data["items"]:
        assert set(item) == {"number", "id", "kind", "network", "title", "day", "minutes", "done", "taken",
                             "person"}  # fmt: skip
    assert data["planned"] == sum(item["minutes"] for item in data["items"])
    assert plan.json("week", "2026-W49")["week"] == "2026-W49"


def test_ticking_from_paper_and_unticking(plan):
    numbers = [item["number"] for item in plan.json("week")["items"]]
    line = f"W48: {numbers[0]}=25 {numbers[1]} / 1:45 / m3 a3 e2 c1 s120.50"
    data = plan.json("tick", *line.split(" "))
    assert data["done"] == numbers[:2] and data["minutes"] == 105
    assert data["tallies"] == {
        "received": 3, "answered_in_time": 3, "enquiries": 2, "customers": 1, "sales": "120.50",
    }  # fmt: skip
    items = {item["number"]: item for item in plan.json("week")["items"]}
    assert items[numbers[0]]["done"] and items[numbers[0]]["taken"] == 25 and items[numbers[1]]["done"]
    assert plan.json("status")["minutes_done"] == 105
    assert plan.json("untick", f"{numbers[0]},{numbers[1]}")["numbers"] == numbers[:2]
    assert not any(item["done"] for item in plan.json("week")["items"])


def test_a_job_is_moved(plan):
    item = plan.json("week")["items"][0]
    assert plan.json("move", str(item["number"]), "2026-11-25")["day"] == "2026-11-25"
    again = next(each for each in plan.json("week")["items"] if each["number"] == item["number"])
    assert again["day"] == "2026-11-25"


def test_numbers_are_kept_and_money_has_two_decimals(plan):
    data = plan.json("record", "instagram", "posts=2", "reach=300", "sales=99.5")
    assert data["week"] == WEEK and data["counts"] is True
    assert (data["posts"], data["reach"], data["sales"], data["enquiries"]) == (2, 300, "99.50", None)
    assert plan.json("record", "instagram", "posts=", "enquiries=1")["posts"] is None
    row = next(row for row in plan.json("review")["weeks"] if row["network"] == "instagram")
    assert (row["reach"], row["sales"], row["enquiries"]) == (300, "99.50", 1)


def test_numbers_of_a_network_outside_the_plan_do_not_count(plan):
    data = plan.json("record", "youtube", "posts=1")
    assert data["counts"] is False and data["posts"] == 1
    assert "extra" in plan.type("record", "youtube", "posts=1").out


def test_time_is_noted(plan):
    data = plan.json("time", "instagram", "15", "--at", "2026-11-23T10:00", "--note", "photos")
    assert data["network"] == "instagram" and data["minutes"] == 15
    assert data["at"].startswith("2026-11-23T10:00:00")
    assert plan.json("status")["minutes_done"] == 15


def test_pausing_and_taking_up_again(plan):
    weeks = ["2026-W50", "2026-W51"]
    assert plan.json("pause", "--from", weeks[0], "--to", weeks[1], "--reason", "rest")["weeks"] == weeks
    assert plan.json("week", "2026-W50")["paused"] is True
    assert plan.json("week", "2026-W50")["items"] == []
    assert plan.json("resume", "--from", "2026-W51")["weeks"] == ["2026-W51"]


def test_a_goal_is_changed_and_the_change_withdrawn(plan):
    data = plan.json("goal", "instagram", "posts", "--target", "3")
    assert (data["old"], data["new"], data["from"]) == (2, 3, "2026-11-30")
    goal = next(each for each in plan.json("steps", "instagram")["goals"] if each["id"] == "posts")
    assert goal["target"] == 2 and goal["next"] == {"target": 3, "from": "2026-11-30"}
    reason = ("--reason", "Two are enough for now")
    assert plan.json("goal", "instagram", "posts", "--withdraw", *reason)["new"] == 2


def test_closing_a_week(plan):
    plan.today = "2026-11-27"
    closed = plan.json("reviewed", "--decide", "keep")
    assert (closed["week"], closed["decide"]) == (WEEK, "keep")
    assert "in your hours" in closed["balance"] and closed["easier"] == []
    plan.today = "2026-12-06"
    assert plan.json("reviewed", "2026-W49", "--decide", "change", "--text", "earlier")["week"] == "2026-W49"


def test_the_moves(plan):
    assert plan.json("take-back", "instagram") == {"ok": True, "network": "instagram", "state": "none"}
    assert plan.json("start", "google_business")["state"] == "active"
    assert plan.json("park", "linkedin", "--minutes", "10")["state"] == "parked"
    assert plan.json("later", "tiktok", "--note", "in spring")["state"] == "later"
    assert plan.json("later", "tiktok", "--remove")["state"] == "none"
    assert plan.json("again", "google_business", "prepare")["state"] == "active"
    sentences = ("--reason", "It did not suit us", "--learnt", "Photos take longer than expected")
    assert plan.json("retire", "google_business", *sentences)["state"] == "retired"
    assert plan.json("start", "newsletter")["state"] == "beside"


def test_the_profile_is_changed(plan):
    changed = plan.json("set", "budget_minutes=150", "hours.monday=", "name=B & B <b>")["changed"]
    assert changed["budget_minutes"] == "150"
    status = plan.json("status")
    assert status["budget"] == 150 and status["business"] == "B & B <b>"
    assert "2026-11-23" in plan.json("week")["protected"]


def test_copies_are_made_listed_and_put_back(plan, tmp_path):
    made = plan.json("backup")
    assert Path(made["file"]).exists()
    rows = plan.json("backups")["backups"]
    assert {"file", "made_at", "rows", "verified"} == set(rows[0]) and rows[0]["verified"] is True
    plan.json("set", "name=Other")
    kept = plan.json("restore", made["file"])["kept"]
    assert plan.json("status")["business"] == "Corner Bakery"
    plan.json("restore", kept["file"])
    assert plan.json("status")["business"] == "Other"
    named = plan.json("backup", str(tmp_path / "copy.db"))
    assert named["file"] == str(tmp_path / "copy.db") and (tmp_path / "copy.db").exists()


def test_a_sheet_is_printed(plan, tmp_path):
    file = tmp_path / "week.pdf"
    data = plan.json("checklist", "--pdf", str(file), "--paper", "Letter", "--wall")
    assert data["file"] == str(file) and data["week"] == WEEK and data["paper"] == "Letter"
    first = file.read_bytes()
    assert first.startswith(b"%PDF-") and re.search(rb"/MediaBox \[0 0 612", first)
    plan.json("checklist", "--pdf", str(file))
    assert b"/MediaBox [0 0 595" in file.read_bytes()
    assert plan.json("checklist", "--pdf", str(file), "--week", "2026-W49")["week"] == "2026-W49"


def test_the_practice_year(empty, tmp_path):
    data = empty.json("demo", "--weeks", "3", before=("--language", "sv"))
    assert data["ok"] is True and data["practice"] is True and data["week"] == WEEK
    assert data["folder"] == str(empty.folder)
    assert empty.json("status")["language"] == "sv"


def test_the_self_test_says_what_it_tried(empty):
    told = empty.type("self-test", "--json")
    assert {each["id"] for each in told.data["checks"]} >= {
        "sqlmodel",
        "resources",
        "language_sv",
        "plan_and_page",
    }
    assert all(each["ok"] for each in told.data["checks"]), told.data


def test_a_day_the_plan_was_ahead_of_is_asked_about(empty, profile):
    empty.json("new", str(profile), "--practice")
    assert empty.json("status")["clock_confirmed"] is True
    replace(empty, today="2027-11-23").json("time", "instagram", "15")
    assert empty.json("status")["clock_confirmed"] is False
    assert "focusplan clock --confirm" in empty.type("status").out
