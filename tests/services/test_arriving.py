"""A plan comes back from its document: as it was, or not at all. What was altered by hand is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from focusplan.domain.errors import BadFile, DamagedPlan, FocusPlanError, NewerPlan, Refused
from focusplan.domain.ledger import canonical, digest
from focusplan.domain.weeks import Week
from focusplan.services.arriving import looks_like_export
from focusplan.words import sentence
from focusplan.workspace import Workspace

Data = dict[str, Any]


@pytest.fixture
def whole(grown: Workspace, tmp_path: Path) -> Path:
    """The document of a plan with a network that runs well, another being learnt, pauses and reviews."""
    file = tmp_path / "whole.json"
    grown.exports.to_json(file)
    return file


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "there")
    yield made
    made.close()


def test_the_plan_is_as_it_was(grown, whole, there, tmp_path):
    found = there.arrivals.look(whole)
    assert (found.business, found.practice) == ("Corner Bakery", True)
    assert not there.home.exists(), "looking makes nothing"
    there.arrivals.bring_in(whole)
    there.travel(grown.today)
    assert there.practice and there.week.view() == grown.week.view()
    assert there.networks.view() == grown.networks.view() and there.review.results() == grown.review.results()
    assert there.networks.gate("facebook") == grown.networks.gate("facebook")
    assert [one for one in there.safekeeping.check() if not one.id.startswith("backup")] == []
    there.exports.to_json(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == whole.read_bytes()
    there.week.add_idea("It goes on")


def test_it_is_known_by_its_content(whole, tmp_path):
    assert looks_like_export(whole)
    data = json.loads(whole.read_bytes())
    turned = tmp_path / "turned.txt"
    turned.write_bytes(b"\xef\xbb\xbf \n" + json.dumps(dict(reversed(data.items())), indent=3).encode())
    assert looks_like_export(turned)
    for name, content in {"a": b"", "b": b"{}", "c": b"Date,Posts", "d": b"x" * 70_000, "e": b"{" * 200_000}.items():
        (tmp_path / name).write_bytes(content)
        assert not looks_like_export(tmp_path / name)
    assert not looks_like_export(tmp_path) and not looks_like_export(tmp_path / "none")


def test_a_folder_with_a_plan_keeps_it(workspace, whole):
    with pytest.raises(Refused) as refused:
        workspace.arrivals.bring_in(whole)
    assert refused.value.code == "plan_exists"


def test_a_folder_whose_plan_is_gone_is_not_begun_anew(workspace, whole):
    workspace.close()
    (workspace.home / "plan.db").unlink()
    with pytest.raises(DamagedPlan):
        workspace.arrivals.bring_in(whole)
    assert not (workspace.home / "plan.db").exists()


def moved(workspace: Workspace, there: Workspace, file: Path) -> None:
    """The plan goes to another folder and is the same there."""
    workspace.exports.to_json(file)
    there.arrivals.bring_in(file)
    there.exports.to_json(file.with_name("again.json"))
    assert file.read_bytes() == file.with_name("again.json").read_bytes()


def test_a_closed_network_comes_along(workspace, there, tmp_path):
    workspace.networks.retire("google_business", "No time", "Less is more")
    moved(workspace, there, tmp_path / "x.json")


def test_a_network_closed_begun_again_and_taken_back_comes_along(workspace, there, tmp_path):
    workspace.networks.retire("google_business", "No time", "Less is more")
    workspace.networks.start("google_business")
    workspace.networks.take_back("google_business")
    moved(workspace, there, tmp_path / "x.json")


def test_a_plan_with_a_confirmed_clock_comes_along(workspace, there, tmp_path):
    begun = workspace.today
    workspace.travel(begun + timedelta(days=300))
    for job in workspace.week.view().items:
        workspace.week.tick(None, job.number)
    workspace.review.close(None, "keep")
    workspace.travel(begun + timedelta(days=3))
    workspace.safekeeping.confirm_clock()
    moved(workspace, there, tmp_path / "x.json")


def test_a_plan_with_jobs_closed_goals_changed_and_weeks_paused_comes_along(workspace, there, tmp_path):
    week = Week.of(workspace.today)
    workspace.networks.pause(week + 2, week + 3, "Away")
    workspace.networks.resume(week + 3)
    step = next(step for step in workspace.networks.run("google_business").steps if step.required)
    workspace.networks.step_done(step.id, instead="There is no shop window here, so this can't be done.")
    workspace.networks.later("youtube", "Perhaps in spring")
    workspace.networks.park("linkedin", 10)
    moved(workspace, there, tmp_path / "x.json")


# ---------------------------------------------------------------- altered by hand


def run(data: Data, state: str) -> Data:
    return next(one for one in data["adoption"] if one["state"] == state)


def entry(data: Data, kind: str) -> Data:
    return next(one for one in reversed(data["ledger"]) if one["kind"] == kind)


def chained_again(data: Data) -> None:
    """The record as somebody would forge it who knows how it is chained."""
    from datetime import date, datetime

    prev = "0" * 64
    for number, one in enumerate(data["ledger"], start=1):
        at, day = datetime.fromisoformat(one["at"]), date.fromisoformat(one["day"])
        one.update(id=number, prev=prev, hash=digest(prev, at, day, one["kind"], one["data"]))
        prev = one["hash"]


def two_active(data: Data) -> None:
    run(data, "parked")["state"] = "active"


def one_more_active(data: Data) -> None:
    run(data, "mastered")["state"] = "active"


def unearned(data: Data) -> None:
    now = run(data, "active")
    now.update(state="mastered", mastered_week=now["started_on"] and "2026-W52", mastered_on=data["clock"]["day"])


def started_by_hand(data: Data) -> None:
    run(data, "active").update(state="later")
    run(data, "parked").update(state="active", started_on=data["clock"]["day"], version=1)


def broken_chain(data: Data) -> None:
    data["ledger"][3]["hash"] = "0" * 64


def another_word(data: Data) -> None:
    first = data["ledger"][0]
    first["data"] = first["data"].replace("2026", "2025")


def cut_record(data: Data) -> None:
    """The whole record is gone, and what is left begins anew."""
    data["ledger"] = data["ledger"][3:]
    chained_again(data)


def no_record(data: Data) -> None:
    data["ledger"] = []


def strange_entry(data: Data) -> None:
    data["ledger"].insert(1, {**data["ledger"][0], "kind": "gift"})
    chained_again(data)


def entry_of_tomorrow(data: Data) -> None:
    data["ledger"][-1]["day"] = "2030-01-01"
    chained_again(data)


def no_object(data: Data) -> None:
    data["ledger"][1]["data"] = "[]"
    chained_again(data)


def pause_of_nothing(data: Data) -> None:
    data["ledger"].append({**data["ledger"][-1], "kind": "pause", "data": "{}"})
    chained_again(data)


def real_now(data: Data) -> None:
    data["plan"]["practice"] = False


def real_in_the_record(data: Data) -> None:
    data["plan"]["practice"] = False
    data["ledger"][0]["data"] = canonical({**json.loads(data["ledger"][0]["data"]), "practice": 0})
    chained_again(data)


def newsletter_learnt(data: Data) -> None:
    run(data, "parked")["network"] = "newsletter"


def beside(data: Data) -> None:
    run(data, "parked")["state"] = "beside"


def started_earlier(data: Data) -> None:
    run(data, "active")["started_on"] = "2026-11-24"


def retired_unsaid(data: Data) -> None:
    run(data, "parked").update(state="retired", retired_on=data["clock"]["day"], retired_from="parked")


def undone_step(data: Data) -> None:
    number = run(data, "mastered")["id"]
    next(one for one in data["step"] if one["adoption"] == number and one["required"])["done_on"] = None


def step_of_a_closed_part(data: Data) -> None:
    number = run(data, "active")["id"]
    one = next(one for one in data["step"] if one["adoption"] == number and one["stage"] == "measure")
    one.update(done_on=data["clock"]["day"], made_on=data["clock"]["day"])


def step_of_tomorrow(data: Data) -> None:
    number = run(data, "active")["id"]
    one = next(one for one in data["step"] if one["adoption"] == number and one["stage"] == "prepare")
    one.update(done_on="2030-01-01", made_on=data["clock"]["day"])


def step_instead(data: Data) -> None:
    next(one for one in data["step"] if one["done_on"])["instead"] = "It can't be done here"


def part_before_its_turn(data: Data) -> None:
    data["opening"].append({"adoption": run(data, "active")["id"], "stage": "measure", "day": data["clock"]["day"]})


def goals_counted_earlier(data: Data) -> None:
    goal = next(one for one in data["goal"] if one["from_week"] and one["kind"] == "habit")
    goal["from_week"] = "2026-W48"


def easier_target(data: Data) -> None:
    target = dict(data["target"][0])
    target.update(id=len(data["target"]) + 1, value=3)
    data["target"].append(target)


def target_out_of_bounds(data: Data) -> None:
    data["target"][0]["value"] = 99


def road_made_easier(data: Data) -> None:
    goal = next(one for one in data["goal"] if one["kind"] == "habit")
    goal["least"] = 0


def fewer_jobs(data: Data) -> None:
    number = run(data, "active")["id"]
    one = next(one for one in data["step"] if one["adoption"] == number and one["required"])
    data["step"].remove(one)


def paused_unsaid(data: Data) -> None:
    data["pause"].append({"week": "2026-W49", "planned": True, "made_on": "2026-11-23", "reason": ""})


def reviewed_unsaid(data: Data) -> None:
    data["review"] = [{**data["review"][0], "week": str(week)} for week in ("2026-W40",)]


def figures_of_tomorrow(data: Data) -> None:
    data["evidence"][0]["week"] = "2030-W01"


def more_answers(data: Data) -> None:
    data["evidence"][0].update(received=1, answered_in_time=2)


def ticked_tomorrow(data: Data) -> None:
    next(one for one in data["item"] if one["done"])["done_on"] = "2030-01-01"


def ticked_never(data: Data) -> None:
    next(one for one in data["item"] if one["done"])["done_on"] = None


def state_unheard_of(data: Data) -> None:
    run(data, "parked")["state"] = "free"


def step_of_nothing(data: Data) -> None:
    data["step"][0]["adoption"] = 99


def twice_the_same(data: Data) -> None:
    data["note"] += data["note"][:1]


def road_no_json(data: Data) -> None:
    data["pinned"][0]["body"] = "{}"


def too_large_a_number(data: Data) -> None:
    data["boundaries"]["budget"] = 10**30


ALTERED = {
    two_active: "export_two", one_more_active: "export_two", unearned: "export_fault_mastery",
    started_by_hand: "export_fault_start", broken_chain: "export_fault_record", another_word: "export_fault_record",
    cut_record: "export_", no_record: "export_", strange_entry: "export_part_record",
    entry_of_tomorrow: "export_part_record", no_object: "export_", pause_of_nothing: "export_part_weeks",
    real_now: "export_part_practice",
    real_in_the_record: "export_part_practice", newsletter_learnt: "export_part_states", beside: "export_part_states",
    started_earlier: "export_part_states", retired_unsaid: "export_part_states", undone_step: "export_part_states",
    step_of_a_closed_part: "export_part_steps", step_of_tomorrow: "export_part_steps",
    step_instead: "export_part_steps", part_before_its_turn: "export_part_steps",
    goals_counted_earlier: "export_part_goals", easier_target: "export_part_goals",
    target_out_of_bounds: "export_part_goals", road_made_easier: "export_fault_goals", fewer_jobs: "export_fault_jobs",
    paused_unsaid: "export_part_weeks", reviewed_unsaid: "export_part_weeks",
    figures_of_tomorrow: "export_part_numbers", more_answers: "export_part_numbers",
    ticked_tomorrow: "export_part_jobs", ticked_never: "export_part_jobs", state_unheard_of: "export_rules",
    step_of_nothing: "export_rules", twice_the_same: "export_rules", road_no_json: "export_rules",
    too_large_a_number: "export_rules",
}  # fmt: skip


@pytest.mark.parametrize(("change", "code"), ALTERED.items(), ids=[change.__name__ for change in ALTERED])
def test_what_was_altered_by_hand_is_refused(whole, there, change: Callable[[Data], None], code):
    data = json.loads(whole.read_bytes())
    change(data)
    whole.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        there.arrivals.bring_in(whole)
    assert refused.value.code.startswith(code), refused.value.code
    said = sentence(refused.value)
    assert "whole.json" in said and "othing was made" in said
    assert "{" not in said and "…" not in said
    assert not there.home.exists()


def test_a_document_of_a_newer_version_is_left_alone(whole, there):
    data = {**json.loads(whole.read_bytes()), "schema": 99}
    whole.write_text(json.dumps(data))
    with pytest.raises(NewerPlan):
        there.arrivals.bring_in(whole)


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "focusplan-plan"}', b"\xff\xfe"])
def test_what_is_no_document_is_refused(there, tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(BadFile):
        there.arrivals.look(tmp_path / "x.json")
    with pytest.raises(BadFile):
        there.arrivals.look(tmp_path / "none.json")
    assert not there.home.exists()


def test_a_disk_that_refuses_leaves_nothing(whole, there, monkeypatch):
    from focusplan.store import arriving

    real = arriving._fill
    calls: list[object] = []

    def fill(engine: Any, facts: Any) -> None:
        calls.append(engine)
        if len(calls) == 2:
            raise FocusPlanError("disk_full")
        real(engine, facts)

    monkeypatch.setattr(arriving, "_fill", fill)
    with pytest.raises(FocusPlanError):
        there.arrivals.bring_in(whole)
    assert not there.has_plan
    assert [path.name for path in there.home.iterdir() if path.suffix != ".lock"] in ([], ["plan.lock"])
    there.arrivals.bring_in(whole)
    assert there.has_plan


def test_a_real_plan_stays_a_real_one(tmp_path, profile, there):
    from datetime import date

    real = Workspace(tmp_path / "real")
    real.start.new(profile)
    real.exports.to_json(tmp_path / "real.json")
    real.close()
    found = there.arrivals.bring_in(tmp_path / "real.json")
    assert not found.practice and not there.practice
    with pytest.raises(Refused):
        there.travel(date(2030, 1, 1))


def test_the_clock_goes_on_where_it_stood(whole, there, grown):
    there.arrivals.bring_in(whole)
    there.travel(grown.today - timedelta(days=30))
    assert there.clock_wrong()
