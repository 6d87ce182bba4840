"""A playbook of the owner's own is a network like any other: put there, started, worked with, taken away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import PROFILE, Hand
from tests.playbooks.own import OWN, change, make_own

NAME = "Guild <b>Hall</b>"


@pytest.fixture
def own(empty: Hand, tmp_path: Path) -> Hand:
    """A plan that was begun with an own playbook."""
    make_own(empty.folder / "playbooks")
    profile = tmp_path / "own.toml"
    profile.write_text(PROFILE.replace('"instagram"', f'"{OWN}"'), "utf-8")
    assert empty.json("new", str(profile), "--practice")["active"]["network"] == OWN
    return empty


def row(hand: Hand, network: str = OWN) -> dict:
    return next(one for one in hand.json("networks")["networks"] if one["id"] == network)


def test_it_stands_beside_ours_and_takes_part_in_everything(own):
    found = row(own)
    assert (found["name"], found["state"], found["written"]) == (NAME, "active", True)
    assert len(own.json("networks")["networks"]) == 15
    steps = own.json("steps", OWN)["steps"]
    assert all(step["id"].startswith(f"{OWN}-") and step["title"] for step in steps)
    week = own.json("week")
    jobs = [item for item in week["items"] if item["network"] == OWN]
    assert jobs and all(NAME in item["title"] or item["title"] for item in jobs)
    own.json("tick", str(jobs[0]["number"]))
    assert own.json("record", OWN, "received=0")["counts"]
    own.json("time", OWN, "10")
    assert own.refused("gate", OWN, code=3)["reason"].startswith(NAME)
    own.json("checklist", "--pdf", str(own.folder / "week.pdf"))


def test_the_plan_goes_on_when_its_folder_is_taken_away(own):
    before = own.json("steps", OWN)
    week = [(item["id"], item["title"]) for item in own.json("week")["items"]]
    shutil.rmtree(own.folder / "playbooks")
    assert row(own)["state"] == "active" and row(own)["name"] == NAME
    assert own.json("steps", OWN) == before
    assert [(item["id"], item["title"]) for item in own.json("week")["items"]] == week
    number = next(item["number"] for item in own.json("week")["items"] if item["network"] == OWN)
    assert own.json("tick", str(number))["done"] == [number]
    assert own.json("status")["active"]["network"] == OWN
    assert own.json("record", OWN, "received=2")["received"] == 2
    assert own.json("review")["weeks"]
    assert own.json("retire", OWN, "--reason", "enough", "--learnt", "little")["state"] == "retired"
    assert own.json("check")["ok"]


def test_a_later_edition_changes_nothing_of_a_road_that_was_begun(own):
    titles = [step["title"] for step in own.json("steps", OWN)["steps"]]
    file = own.folder / "playbooks" / OWN / "en.toml"
    change(file, 'title = "', 'title = "Now ')
    assert own.json("catalogue", str(file.parent))["playbooks"][0]["faults"] == []
    assert [step["title"] for step in own.json("steps", OWN)["steps"]] == titles
    own.json("take-back", OWN)
    own.json("start", OWN)
    assert [step["title"] for step in own.json("steps", OWN)["steps"]] == titles


def test_one_that_waits_is_still_named_when_its_folder_is_gone(plan):
    folder = make_own(plan.folder / "playbooks")
    plan.json("later", OWN, "--note", "for the winter")
    shutil.rmtree(folder)
    found = row(plan)
    assert (found["name"], found["state"], found["note"]) == (OWN, "later", "for the winter")
    assert found["reason"] == "Its playbook is not in the data folder now."
    assert plan.json("gate", OWN)["open"] is False
    plan.json("later", OWN, "--remove")


def test_a_faulty_one_is_left_out_and_stops_nothing(plan):
    folder = make_own(plan.folder / "playbooks")
    change(folder / "fr.toml", "suits = ", "suit = ")
    assert [one["id"] for one in plan.json("networks")["networks"]].count(OWN) == 0
    assert "guild_hall" in plan.refused("start", OWN, code=2)["reason"]
    listed = plan.json("catalogue")["playbooks"]
    faults = next(one for one in listed if one["id"] == OWN)["faults"]
    assert [(one["file"], one["key"]) for one in faults] == [("fr.toml", "suit")]
    assert "fr.toml: suit: This key is not known here." in plan.type("catalogue").out
    change(folder / "fr.toml", "suit = ", "suits = ")
    assert row(plan)["fit"] >= 0


def test_ours_are_listed_without_faults(plan):
    listed = plan.json("catalogue")["playbooks"]
    assert len(listed) == 14
    assert all(set(one) >= {"id", "version", "checked_on", "faults"} and one["faults"] == [] for one in listed)
    assert "checked on" in plan.type("catalogue").out


def test_a_folder_is_checked_by_itself_or_with_its_neighbours(empty, tmp_path):
    sound = make_own(tmp_path / "shelf")
    assert empty.json("catalogue", str(sound))["playbooks"][0]["id"] == OWN
    broken = make_own(tmp_path / "shelf", "book_club")
    change(broken / "playbook.toml", "weeks = ", "weeks = -")
    change(broken / "en.toml", "needs = ", "need = ")
    for folder in (broken, tmp_path / "shelf"):
        told = empty.type("catalogue", str(folder), "--json")
        assert told.exit == 8
        assert told.data["reason"].startswith("book_club/playbook.toml: weeks: ")
        faults = {one["id"]: one["faults"] for one in told.data["playbooks"]}
        assert len(faults["book_club"]) >= 2 and faults.get(OWN, []) == []
        plain = empty.type("catalogue", str(folder))
        assert (plain.exit, plain.out) == (8, "")
        assert plain.err.startswith(told.data["reason"]) and "en.toml: need: " in plain.err


def test_a_folder_that_is_not_there(empty, tmp_path):
    told = empty.type("catalogue", str(tmp_path / "nowhere"))
    assert told.exit == 8 and "no such folder" in told.err


def test_a_profile_may_name_one_that_is_in_use(empty, tmp_path):
    make_own(empty.folder / "playbooks")
    profile = tmp_path / "own.toml"
    profile.write_text(PROFILE.replace('"facebook"', f'"{OWN}"'), "utf-8")
    empty.json("new", str(profile), "--practice")
    assert row(empty)["state"] == "parked"
