"""`export` and its way back, as scripts see them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Hand


@pytest.fixture
def away(tmp_path: Path) -> Path:
    (tmp_path / "away").mkdir()
    return tmp_path / "away"


def test_the_plan_moves_to_another_folder(plan: Hand, away: Path, capsys, tmp_path):
    plan.type("tick", "1", "2")
    made = plan.json("export", "--to-json", str(away / "a.json"))
    assert made["ok"] and made["files"] == [str(away / "a.json")] and made["rows"] > 50
    there = Hand(tmp_path / "there", capsys)
    looked = there.json("import", str(away / "a.json"), "--dry-run")
    assert looked["files"][0]["new"] == made["rows"] and not there.folder.exists()
    brought = there.json("import", str(away / "a.json"))
    assert brought["practice"] is True and brought["business"] == "Corner Bakery"
    assert brought["files"][0] | {"new": 0} == {
        "name": "a.json", "format": "focusplan", "network": None, "from": "2026-W48", "to": "2026-W48", "new": 0,
        "updated": 0, "skipped": 0, "questions": [], "readings": [],
    }  # fmt: skip
    assert there.json("status") == plan.json("status")
    assert there.json("week") == plan.json("week")
    there.json("export", "--to-json", str(away / "b.json"))
    assert (away / "a.json").read_bytes() == (away / "b.json").read_bytes()


def test_people_are_told_in_sentences(plan: Hand, away: Path, capsys, tmp_path):
    assert "Everything is in" in plan.type("export", "--to-json", str(away / "a.json")).out
    told = plan.type("export", "--to-csv", str(away / "tables")).out
    assert "weeks.csv" in told and len(list((away / "tables").glob("*.csv"))) == 7
    assert "jobs are in" in plan.type("export", "--to-ics", str(away / "w.ics")).out
    plan.type("pause", "--from", "2026-W48", "--to", "2026-W48")
    assert "taken back" in plan.type("export", "--to-ics", str(away / "w.ics")).out
    there = Hand(tmp_path / "there", capsys)
    told = there.type("import", str(away / "a.json")).out
    assert "a practice plan" in told and "The plan is here." in told


def test_a_folder_with_a_plan_keeps_it(plan: Hand, away: Path):
    plan.json("export", "--to-json", str(away / "a.json"))
    before = (plan.folder / "plan.db").read_bytes()
    refused = plan.refused("import", str(away / "a.json"), code=3)
    assert "stays as it is" in refused["reason"] and refused["ways_forward"]
    assert (plan.folder / "plan.db").read_bytes() == before


def test_an_altered_plan_is_refused(plan: Hand, away: Path, capsys, tmp_path):
    plan.json("export", "--to-json", str(away / "a.json"))
    data = json.loads((away / "a.json").read_bytes())
    for run in data["adoption"]:
        run["state"] = "active"
    (away / "a.json").write_text(json.dumps(data))
    there = Hand(tmp_path / "there", capsys)
    refused = there.refused("import", str(away / "a.json"), code=8)
    assert "a.json" in refused["reason"] and "Facebook" in refused["reason"]
    assert not there.folder.exists()


def test_the_day_of_a_real_plan_is_not_set(empty: Hand, away: Path, profile: Path, capsys, tmp_path):
    empty.today = None
    empty.json("new", str(profile))
    empty.json("export", "--to-json", str(away / "a.json"))
    assert Hand(tmp_path / "there", capsys).type("import", str(away / "a.json")).exit == 3
    assert not (tmp_path / "there" / "plan.db").exists()
    there = Hand(tmp_path / "there", capsys, None)
    assert there.json("import", str(away / "a.json"))["practice"] is False


@pytest.mark.parametrize("words", [
    ("export",), ("export", "--to-json", "a.json", "--to-ics", "w.ics"), ("export", "--to-json", ""),
    ("export", "--to-json", "a.ics"), ("export", "--to-ics", "w.json"), ("export", "--to-pdf", "x"), ("export", "x"),
])  # fmt: skip
def test_wrong_use_is_named(plan: Hand, words):
    plan.refused(*words, code=2)


def test_what_can_not_be_written(plan: Hand, away: Path):
    for option, name in (("--to-json", "a.json"), ("--to-csv", "t"), ("--to-ics", "w.ics")):
        refused = plan.refused("export", option, str(away / "none" / name), code=4)
        assert name in refused["reason"] and "as it was" in refused["reason"]
    (away / "letter.json").write_text('{"dear": "customer"}')
    plan.refused("export", "--to-json", str(away / "letter.json"), code=2)
    plan.refused("export", "--to-csv", str(away / "letter.json"), code=2)
    assert os.listdir(away) == ["letter.json"]


def test_without_a_plan_there_is_nothing_to_take(empty: Hand, away: Path):
    for option in ("--to-json", "--to-csv", "--to-ics"):
        empty.refused("export", option, str(away / "x"), code=3)
    assert os.listdir(away) == []


def test_a_plan_comes_alone(plan: Hand, away: Path, capsys, tmp_path):
    plan.json("export", "--to-json", str(away / "a.json"))
    there = Hand(tmp_path / "there", capsys)
    there.refused("import", str(away / "a.json"), str(away / "a.json"), code=2)
