"""`import`: a preview, questions, all or nothing, and the same file twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Hand

HEAD = "Post ID,Account username,Publish time,Post type,Views,Reach,Likes,Comments,Saves\n"
TEMPLATE = "date,network,posts,received,answered_in_time,reach,audience,enquiries,customers,sales,note\n"


def posts(folder: Path, *days: str, name: str = "posts.csv", first: int = 0) -> str:
    rows = [f"{n},bakery,{day} 09:00,IG image,10,9,1,2,0\n" for n, day in enumerate(days, start=first)]
    (folder / name).write_text(HEAD + "".join(rows), encoding="utf-8")
    return str(folder / name)


def figures(plan: Hand, week: str, network: str = "instagram") -> dict[str, object]:
    rows = plan.json("review", "--from", week, "--to", week)["weeks"]
    return next((row for row in rows if row["network"] == network), {})


def test_the_shape_of_the_answer_and_a_preview_that_keeps_nothing(plan: Hand, tmp_path: Path):
    told = plan.json("import", posts(tmp_path, "11/23/2026", "11/22/2026"), "--dry-run")
    (file,) = told["files"]
    assert {"name", "format", "network", "from", "to", "new", "updated", "skipped", "questions", "readings"} <= set(file)
    assert (file["name"], file["format"], file["network"]) == ("posts.csv", "instagram_content", "instagram")
    assert (file["from"], file["to"]) == ("2026-11-22", "2026-11-23")
    assert (file["new"], file["updated"], file["skipped"], file["questions"]) == (2, 0, 0, [])
    assert {"metric": "posts", "period": "2026-W48", "value": 1} in file["readings"]
    assert not [one for one in file["readings"] if one["metric"] in ("reach", "likes")]
    assert told["stored"] is False
    assert plan.json("import", posts(tmp_path, "11/23/2026", "11/22/2026"))["files"][0]["new"] == 2


def test_importing_again_adds_nothing_and_a_longer_file_adds_what_is_new(plan: Hand, tmp_path: Path):
    first = plan.json("import", posts(tmp_path, "11/23/2026"))
    assert [(line["week"], line["old"], line["new"], line["counts"]) for line in first["weeks"]] == [("2026-W48", None, 1, True)]
    again = plan.json("import", posts(tmp_path, "11/23/2026"))
    assert [(file["new"], file["updated"], file["skipped"]) for file in again["files"]] == [(0, 0, 1)]
    assert again["weeks"] == []
    more = plan.json("import", posts(tmp_path, "11/23/2026", "11/23/2026", "11/16/2026"))
    assert [(file["new"], file["skipped"]) for file in more["files"]] == [(2, 1)]
    assert figures(plan, "2026-W48")["posts"] == 2


def test_two_files_that_share_a_week_count_each_post_once(plan: Hand, tmp_path: Path):
    plan.json("import", posts(tmp_path, "11/23/2026", name="one.csv"))
    plan.json("import", posts(tmp_path, "11/23/2026", name="two.csv", first=7))
    assert figures(plan, "2026-W48")["posts"] == 2


def test_one_command_with_overlapping_files_counts_each_post_once(plan: Hand, tmp_path: Path):
    told = plan.json("import", posts(tmp_path, "11/23/2026"), posts(tmp_path, "11/23/2026", "11/23/2026", name="b.csv"))
    assert [file["new"] for file in told["files"]] == [1, 1]
    assert figures(plan, "2026-W48")["posts"] == 2


def test_a_typed_figure_is_shown_before_it_changes_and_a_part_of_a_week_never_lowers_it(plan: Hand, tmp_path: Path):
    plan.json("record", "instagram", "posts=3")
    told = plan.json("import", posts(tmp_path, "11/23/2026"), "--dry-run")
    assert [(line["old"], line["new"], line["taken"]) for line in told["weeks"]] == [(3, 1, False)]
    plan.json("import", posts(tmp_path, "11/23/2026"))
    assert figures(plan, "2026-W48")["posts"] == 3
    table = tmp_path / "t.csv"
    table.write_text(TEMPLATE + "2026-11-23,instagram,5,,,,,,,,\n", encoding="utf-8")
    assert "3 → 5" not in plan.type("import", str(table), "--dry-run").out


def test_what_the_owner_typed_over_a_file_stays_when_it_comes_again(plan: Hand, tmp_path: Path):
    plan.json("import", posts(tmp_path, "11/23/2026"))
    plan.json("record", "instagram", "posts=4")
    plan.json("import", posts(tmp_path, "11/23/2026"))
    assert figures(plan, "2026-W48")["posts"] == 4


def test_a_closed_week_keeps_it_and_it_does_not_count(plan: Hand, tmp_path: Path):
    told = plan.json("import", posts(tmp_path, "10/20/2026"))
    assert [(line["week"], line["counts"]) for line in told["weeks"]] == [("2026-W43", False)]
    assert plan.json("import", posts(tmp_path, "10/20/2026"))["weeks"] == []


def test_days_to_come_are_left_out(plan: Hand, tmp_path: Path):
    told = plan.json("import", posts(tmp_path, "11/30/2026", "11/23/2026"))
    assert [one["period"] for one in told["files"][0]["readings"] if one["metric"] == "posts"] == ["2026-W48"]
    assert told["files"][0]["skipped"] == 1


def test_an_open_question_refuses_and_a_preview_lists_it(plan: Hand, tmp_path: Path):
    file = posts(tmp_path, "11/10/2026")
    told = plan.refused("import", file, code=3)
    assert "11/10/2026" in told["reason"] and told["ways_forward"]
    (asked,) = plan.json("import", file, "--dry-run")["files"][0]["questions"]
    assert asked["id"] == "1.date" and [one["value"] for one in asked["choices"]] == ["mdy", "dmy"]
    made = plan.json("import", file, "--answer", "1.date=mdy")
    assert made["files"][0]["readings"][0]["period"] == "2026-W46"
    wrong = plan.json("import", file, "--answer", "1.date=dmy")
    assert (wrong["files"][0]["new"], wrong["files"][0]["updated"]) == (0, 1), "the same post, on another day"
    assert [(line["week"], line["new"]) for line in wrong["weeks"]] == [("2026-W41", 1), ("2026-W46", None)]


def test_all_or_nothing(plan: Hand, tmp_path: Path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n", encoding="utf-8")
    plan.refused("import", posts(tmp_path, "11/23/2026"), str(wrong), code=8)
    assert figures(plan, "2026-W48").get("posts") is None


def test_our_own_table_brings_every_figure(plan: Hand, tmp_path: Path):
    table = tmp_path / "t.csv"
    table.write_text(TEMPLATE + "2026-11-23,instagram,2,5,5,90,140,3,1,12.50,x\n", encoding="utf-8")
    plan.json("import", str(table))
    row = figures(plan, "2026-W48")
    assert {name: row[name] for name in ("posts", "received", "answered_in_time", "reach", "audience", "enquiries", "customers", "sales")} == {
        "posts": 2, "received": 5, "answered_in_time": 5, "reach": 90, "audience": 140, "enquiries": 3, "customers": 1, "sales": "12.50",
    }  # fmt: skip
    table.write_text(TEMPLATE + "2026-11-23,instagram,2,5,6,90,140,3,1,12.50,x\n", encoding="utf-8")
    plan.refused("import", str(table), code=8)
    assert figures(plan, "2026-W48")["answered_in_time"] == 5


@pytest.mark.parametrize("words", [("--network", "nothing"), ("--answer", "x"), ("--answer", "9.date=mdy"), ("--later",)])
def test_wrong_use(plan: Hand, tmp_path: Path, words):
    plan.refused("import", posts(tmp_path, "11/23/2026"), *words, code=2)


def test_a_file_of_another_network(plan: Hand, tmp_path: Path):
    plan.refused("import", posts(tmp_path, "11/23/2026"), "--network", "facebook", code=8)


@pytest.mark.parametrize("language", ["es", "fr", "sv"])
def test_it_speaks_the_language_of_the_run(plan: Hand, tmp_path: Path, language):
    told = plan.type("import", posts(tmp_path, "11/23/2026"), before=("--language", language))
    assert told.exit == 0 and "→" in told.out
    assert "left out" not in told.out and "taken" not in told.out
