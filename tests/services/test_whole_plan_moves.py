"""A plan in which everything was used once moves to an empty folder as it was, and what was altered stays out."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.playbooks.own import OWN, make_own
from tests.services.conftest import GROWN

WEEK = Week.of(GROWN)
ODD = "=1+1 ü 🥐 ; , \" ' \\ \u202e\nsecond line\ttab"


@pytest.fixture
def used(grown: Workspace, tmp_path: Path) -> Workspace:
    """The grown plan with one of everything an owner can put in besides."""
    make_own(grown.home / "playbooks")
    grown.read_playbooks()
    grown.networks.later(OWN, "Ours")
    figures = tmp_path / "posts.csv"
    head = "Post ID,Account username,Publish time,Post type,Views,Reach,Likes,Comments,Saves\n"
    figures.write_text(head + "1,bakery,2027-03-15 09:00,IG image,10,9,1,0,0\n", encoding="utf-8")
    grown.importing.take(grown.importing.read_now([figures]))
    week = grown.week
    week.add_idea(ODD)
    week.came_up("Ring Anna", 20)
    week.write_when_then("When the till is closed, I " + "plan. " * 20)
    job = next(job for job in week.view().items if not job.done)
    grown.people.add("Ånna")
    grown.people.hand_over(WEEK, job.number, "Ånna")
    week.log_time("mastodon", 25, note=ODD)
    week.record("newsletter", WEEK, {"enquiries": 3, "sales": 1234567, "posts": 0})
    grown.review.note_phone(WEEK, 45)
    grown.travel(WEEK.sunday)
    grown.review.save_draft("worked", ODD)
    grown.review.save_draft("put_off", "The accounts")
    grown.review.close(WEEK, "stop", ODD)
    grown.networks.later("youtube", ODD)
    grown.networks.park("linkedin", 10)
    grown.networks.pause(WEEK + 2, WEEK + 3, ODD)
    grown.networks.resume(WEEK + 3)
    results = grown.results
    results.set_cost("ads", Decimal("12.34"))
    results.set_cost("tools", Decimal("5"), network="instagram")
    results.set_unsourced("enquiries", 4)
    results.tick_partner(["time", "results"])
    for one in results.view().suggestions[:1]:
        results.put_away(one.id, ODD)
    made = grown.trying.try_it("instagram", ODD, "enquiries", WEEK)
    grown.trying.decide(made.id, "drop")
    two = grown.trying.compare("instagram", "a", "b", "clicks", 20, 40)
    grown.trying.count(two.id, {"first_seen": 12, "first_hits": 1, "other_seen": 3, "other_hits": 0})
    return grown


def test_everything_comes_along_and_goes_out_again_the_same(used: Workspace, tmp_path: Path) -> None:
    first, again = tmp_path / "first.json", tmp_path / "again.json"
    used.exports.to_ics(tmp_path / "weeks.ics")
    used.undoing.undo()
    used.exports.to_json(first)
    data = json.loads(first.read_bytes())
    filled = {name for name, rows in data.items() if rows not in ([], None)}
    assert filled >= {
        "note", "idea", "evidence", "item", "time_entry", "review", "ledger", "pause", "pinned", "file_figures",
    }  # fmt: skip
    make_own(tmp_path / "there" / "playbooks")  # a folder of one's own is taken along by hand
    there = Workspace(tmp_path / "there", today=used.today)
    try:
        there.arrivals.bring_in(first)
        there.exports.to_json(again)
        assert again.read_bytes() == first.read_bytes()
        assert there.review.results() == used.review.results()
        assert there.results.view("all") == used.results.view("all")
        assert there.trying.view() == used.trying.view()
        assert there.week.view() == used.week.view()
        assert there.networks.view() == used.networks.view()
        assert there.week.when_then() == used.week.when_then()
        assert there.results.partner().fields == used.results.partner().fields
        used.exports.to_ics(tmp_path / "here.ics")
        there.exports.to_ics(tmp_path / "there.ics")
        assert (tmp_path / "there.ics").read_bytes() == (tmp_path / "here.ics").read_bytes()
        assert [one for one in there.safekeeping.check() if not one.id.startswith("backup")] == []
    finally:
        there.close()
