"""Exit codes and refusals: which argument, why, what to do, and nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from focusplan.__main__ import main
from focusplan.store.lock import Lock
from tests.cli.conftest import PROFILE, TODAY

WRONG_USE = [
    (("fly",), "fly"),
    (("gate",), "NETWORK"),
    (("gate", "myspace"), "myspace"),
    (("week", "W48"), "W48"),
    (("week", "2025-W53"), "2025-W53"),
    (("status", "extra"), "extra"),
    (("status", "--slow"), "--slow"),
    (("status", "--data", "x"), "--data"),
    (("move", "1", "someday"), "someday"),
    (("move", "x", "2026-11-25"), "x"),
    (("untick", "x"), "x"),
    (("tick", "nonsense"), "nonsense"),
    (("tick", "1 z5"), "z5"),
    (("tick", ""), "line"),
    (("record", "instagram"), "KEY=VALUE"),
    (("record", "instagram", "likes=3"), "likes"),
    (("record", "instagram", "posts=1_000"), "1_000"),
    (("record", "instagram", "posts=-1"), "-1"),
    (("record", "instagram", "posts=nan"), "nan"),
    (("record", "instagram", "posts=1", "posts=2"), "posts"),
    (("record", "instagram", "received=1", "answered_in_time=2"), "2"),
    (("time", "instagram", "0"), "0"),
    (("time", "instagram", "10", "--at", "noon"), "noon"),
    (("reviewed",), "--decide"),
    (("reviewed", "--decide", "maybe"), "maybe"),
    (("review", "--from", "2026-W50", "--to", "2026-W40"), "week 40"),
    (("checklist",), "--pdf"),
    (("checklist", "--pdf", "x.pdf", "--paper", "A5"), "A5"),
    (("checklist", "--pdf", ""), "--pdf"),
    (("export", "--to-csv="), "--to-csv"),
    (("again", "instagram", "dance"), "dance"),
    (("retire", "instagram"), "--reason"),
    (("goal", "instagram", "posts"), "--target"),
    (("goal", "instagram", "likes", "--target", "1"), "likes"),
    (("goal", "instagram", "posts", "--target", "two"), "two"),
    (("pause", "--from", "2026-W50"), "--to"),
    (("set", "budget_minutes=0"), "budget_minutes"),
    (("set", "budget_minutes=many"), "many"),
    (("set", "kind=zoo"), "zoo"),
    (("set", "colour=red"), "colour"),
    (("set", "hours.monday=12:00-09:00"), "hours.monday"),
    (("set", "hours.monday=", "hours.wednesday=", "hours.friday="), "hours"),
    (("set", "name"), "name"),
    (("step", "over"), "step"),
    (("demo", "--weeks", "x"), "x"),
    (("clock",), "--confirm"),
    (("later", "x", "--note", "a", "--remove"), "--remove"),
]  # fmt: skip

REFUSED = [
    ("gate", "instagram"),
    ("start", "facebook"),
    ("start", "google_business"),
    ("park", "instagram"),
    ("later", "instagram"),
    ("again", "instagram", "publish"),
    ("take-back", "google_business"),
    ("retire", "youtube", "--reason", "It did not suit us", "--learnt", "Nothing was learnt"),
    ("retire", "instagram", "--reason", " ", "--learnt", "y"),
    ("retire", "instagram", "--reason", "no time", "--learnt", " "),
    ("step", "done", "instagram-captions"),
    ("step", "done", "unheard_of"),
    ("step", "done", "google_business-say"),
    ("goal", "instagram", "posts", "--target", "1"),
    ("goal", "instagram", "posts", "--target", "2"),
    ("goal", "instagram", "posts", "--target", "99"),
    ("goal", "instagram", "enquiries", "--target", "3"),
    ("goal", "instagram", "posts", "--withdraw"),
    ("pause", "--from", "2026-W51", "--to", "2026-W50"),
    ("pause", "--from", "2026-W01", "--to", "2026-W02"),
    ("resume",),
    ("record", "instagram", "--week", "2026-W49", "posts=1"),
    ("reviewed", "--decide", "keep"),
    ("reviewed", "2027-W01", "--decide", "keep"),
    ("move", "1", "2026-11-24"),
    ("move", "1", "2026-12-02"),
    ("move", "99", "2026-11-25"),
    ("untick", "99"),
    ("tick", "99"),
    ("tick", "1 99"),
    ("time", "instagram", "10", "--at", "2027-11-23T10:00"),
    ("week", "2030-W01"),
    ("clock", "--confirm"),
]


@pytest.mark.parametrize(
    ("words", "named"), WRONG_USE, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_wrong_use_names_the_argument(plan, words, named):
    assert named in plan.refused(*words, code=2)["reason"]


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_a_rule_refuses_and_changes_nothing(plan, words):
    plan.type("week")
    before = {key: plan.json(key) for key in ("status", "week", "networks")}
    assert plan.refused(*words, code=3)["reason"][-1] in ".:?"
    assert {key: plan.json(key) for key in before} == before


def test_a_closed_gate_names_what_is_missing_and_ways_forward(plan):
    data = plan.refused("start", "google_business", code=3)
    assert "Instagram" in data["reason"] and data["ways_forward"]
    assert data["reason"].count("Instagram is still being learnt") == 1


def test_a_network_is_closed_with_a_few_words(plan):
    assert plan.json("retire", "instagram", "--reason", "no time", "--learnt", "photos")["state"] == "retired"


def test_options_before_the_command_are_checked(plan):
    for words in (("--data", "", "status"), ("--data=", "status")):
        assert main(list(words)) == 2
        assert "--data" in plan.capture.readouterr().err
    for words in (["--today", "soon"], ["--language", "de"], ["--slow"], ["--json"], ["--today"]):
        assert main([*words, "status"]) == 2
    assert main(["--data"]) == 2


def test_every_question_without_a_plan_is_refused(empty):
    for words in (("status",), ("week",), ("networks",), ("gate", "x"), ("steps", "x"), ("review",),
                  ("tick", "1"), ("set", "name=x"), ("check",), ("checklist", "--pdf", "x.pdf"), ("backup",)):  # fmt: skip
        data = empty.refused(*words, code=3)
        assert any("focusplan new" in way for way in data["ways_forward"]), words
    assert not (empty.folder / "plan.db").exists()
    assert empty.json("backups") == {"backups": []}


def test_a_second_plan_is_refused(plan, profile):
    plan.refused("new", str(profile), "--practice", code=3)
    plan.refused("demo", code=3)


@pytest.mark.parametrize("day", [f"2026-11-{number}" for number in range(23, 30)])
def test_a_practice_plan_without_weeks_begins_on_any_day(empty, day):
    empty.today = day
    assert empty.json("demo", "--weeks", "0")["today"] == day
    assert empty.json("check")["ok"]


def test_a_practice_year_is_not_made_where_a_plan_is(empty, profile):
    empty.today = None
    empty.json("new", str(profile))
    said = empty.refused("demo", "--weeks", "0", code=3)
    assert "already" in said["reason"]


def test_the_date_is_set_in_practice_plans_only(empty, profile):
    empty.refused("new", str(profile), code=3)
    empty.today = None
    assert empty.json("new", str(profile))["practice"] is False
    empty.today = TODAY
    for words in (("status",), ("week",), ("tick", "1")):
        empty.refused(*words, code=3)


BAD_PROFILES = {
    "missing": (PROFILE.replace('name = "Corner Bakery"\n', ""), "name"),
    "unknown": (PROFILE.replace("speaker", 'colour = "red"\nspeaker'), "colour"),
    "value": (PROFILE.replace('"restaurant"', '"zoo"'), "kind"),
    "range": (PROFILE.replace("= 120", "= 2401"), "budget_minutes"),
    "type": (PROFILE.replace("= 120", '= "120"'), "budget_minutes"),
    "nul": (PROFILE.replace("Corner Bakery", "Corner\\u0000Bakery"), "name"),
    "raw nul": (PROFILE.replace("Corner Bakery", "Corner\0Bakery"), "line 1"),
    "long name": (PROFILE.replace("Corner Bakery", "x" * 201), "name"),
    "long text": (PROFILE.replace("Bread rests for a day", "x" * 4001), "readiness.say"),
    "hours": (PROFILE.replace("09:00-12:00,14:00", "25:00-12:00,14:00"), "hours.wednesday"),
    "no hours": (PROFILE.split("[hours]")[0] + "[hours]\n", "hours"),
    "network": (PROFILE.replace('network = "facebook"', 'network = "myspace"'), "already.network"),
    "syntax": (PROFILE.replace('country = "GB"', "country = GB"), "line 7"),
    "twice": (PROFILE + 'network = "x"\n', "line"),
    "end": (PROFILE + '[[already]]\nnetwork = "x', "line"),
    "deep": ("a = " + "[" * 20000, "line"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_PROFILES)
def test_a_profile_is_refused_with_file_and_key(empty, tmp_path, name):
    content, named = BAD_PROFILES[name]
    file = tmp_path / "bad.toml"
    file.write_text(content, encoding="utf-8")
    data = empty.refused("new", str(file), "--practice", code=8)
    assert "bad.toml" in data["reason"] and named in data["reason"]
    assert not (empty.folder / "plan.db").exists()


def test_a_profile_that_cannot_be_read_is_refused(empty, tmp_path):
    empty.refused("new", str(tmp_path / "none.toml"), "--practice", code=8)
    empty.refused("new", str(tmp_path), "--practice", code=8)
    (tmp_path / "latin.toml").write_bytes(PROFILE.replace("Bakery", "Café").encode("latin-1"))
    assert "line 1" in empty.refused("new", str(tmp_path / "latin.toml"), "--practice", code=8)["reason"]
    (tmp_path / "huge.toml").write_text("#" * 1_000_001)
    empty.refused("new", str(tmp_path / "huge.toml"), "--practice", code=8)


def test_a_profile_saved_on_windows_is_read(empty, tmp_path):
    file = tmp_path / "windows.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PROFILE.replace("\n", "\r\n").encode())
    assert empty.json("new", str(file), "--practice")["business"] == "Corner Bakery"


ODD_NAMES = ["<b>Bold & Söhne</b>", "🎉 party", "שלום", "a" * 200, "100 % [*] {x} \\n", "  spaces  "]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_typed_text_comes_back_as_typed(plan, name):
    plan.json("set", f"name={name}")
    assert plan.json("status")["business"] == name


def test_a_terminal_is_not_obeyed(plan):
    plan.json("set", "name=\x1b[31mred\x1b[0m\nnext")
    assert plan.json("status")["business"] == "\x1b[31mred\x1b[0m\nnext"
    told = plan.type("status").out
    assert "\x1b" not in told and "red" in told.splitlines()[0] and "next" in told.splitlines()[0]


def test_bytes_that_are_no_text_are_refused(plan):
    plan.refused("set", "name=\udcff", code=2)
    plan.refused("later", "x", "--note", "\udcff", code=2)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the owner of everything may write anywhere")
def test_a_folder_that_cannot_be_written(plan):
    plan.folder.chmod(0o500)
    try:
        plan.refused("set", "name=x", code=4)
    finally:
        plan.folder.chmod(0o700)


def test_a_data_folder_that_is_a_file(empty, tmp_path, profile):
    empty.folder.write_text("not a folder")
    assert empty.type("new", str(profile), "--practice").exit == 4
    assert empty.folder.read_text() == "not a folder"


def test_a_data_folder_that_leads_nowhere(empty, tmp_path, profile):
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    for folder in (tmp_path / "round", tmp_path / "gone", tmp_path / ("long" * 100)):
        empty.folder = folder
        made = empty.type("new", str(profile), "--practice")
        assert made.exit == 4
        assert "can’t be opened" in made.err


def test_nothing_is_written_where_the_plan_and_its_copies_lie(plan, tmp_path):
    copy = plan.json("backup")["file"]
    (tmp_path / "way").symlink_to(plan.folder)
    before = {path: path.read_bytes() for path in (plan.folder / "plan.db", Path(copy))}
    for name in ("plan.db", "plan.db-journal", "PLAN.DB-WAL", "../plan/plan.db"):
        plan.refused("backup", str(plan.folder / name), code=3)
        plan.refused("backup", str(tmp_path / "way" / name), code=3)
    plan.refused("backup", copy, code=3)
    plan.refused("checklist", "--pdf", str(plan.folder / "plan.db-journal"), code=2)
    assert before == {path: path.read_bytes() for path in before}
    assert not (plan.folder / "plan.db-journal").exists()


def test_an_endless_file_is_no_copy(plan):
    plan.refused("restore", "/dev/zero", code=8)


def test_a_page_that_cannot_be_written(plan, tmp_path):
    plan.refused("checklist", "--pdf", str(tmp_path / "none" / "week.pdf"), code=4)
    plan.refused("checklist", "--pdf", str(tmp_path), code=4)


def test_a_page_never_replaces_another_file(plan):
    before = (plan.folder / "plan.db").read_bytes()
    plan.refused("checklist", "--pdf", str(plan.folder / "plan.db"), code=2)
    assert (plan.folder / "plan.db").read_bytes() == before


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
def test_a_device_is_written_to_and_stays_a_device(plan):
    plan.json("checklist", "--pdf", "/dev/null")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("content", [b"", b"x", b"no plan at all" * 1000], ids=["empty", "one byte", "other"])
def test_a_damaged_plan_is_kept_and_a_copy_put_back(plan, content):
    made = plan.json("backup")["file"]
    (plan.folder / "plan.db").write_bytes(content)
    for words in (("status",), ("week",), ("tick", "1")):
        data = plan.refused(*words, code=5)
        assert any("focusplan restore" in way for way in data["ways_forward"])
    assert (plan.folder / "plan.db").read_bytes() == content
    told = plan.type("check", "--json")
    assert told.exit == 5 and told.data["ok"] is False and told.data["findings"]
    assert [row["file"] for row in plan.json("backups")["backups"]] == [made]
    plan.json("restore", made)
    assert plan.json("status")["business"] == "Corner Bakery"


def test_a_plan_that_is_gone_is_noticed(plan):
    (plan.folder / "plan.db").unlink()
    plan.refused("status", code=5)


def test_a_newer_plan_is_not_touched(plan):
    file = plan.folder / "plan.db"
    copy = plan.json("backup")["file"]
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = file.read_bytes()
    for words in (("status",), ("tick", "1"), ("restore", copy)):
        assert plan.type(*words).exit == 6, words
    assert file.read_bytes() == before


def test_another_focusplan_lets_ask_but_not_change(plan):
    plan.type("week")
    lock = Lock(plan.folder)
    lock.hold("window", 0)
    try:
        assert plan.json("status")["business"] == "Corner Bakery"
        assert plan.json("week")["items"]
        assert plan.json("gate", "x")["open"] is False
        data = plan.refused("set", "name=x", code=7)
        assert data["ways_forward"]
    finally:
        lock.release()
    assert plan.json("status")["business"] == "Corner Bakery"


def test_copies_across_practice_and_real_are_refused(plan, tmp_path, profile, capsys):
    copy = plan.json("backup", str(tmp_path / "copy.db"))["file"]
    shutil.rmtree(plan.folder)
    plan.today = None
    plan.json("new", str(profile))
    plan.refused("restore", copy, code=3)


def test_a_copy_that_is_none_is_refused(plan, tmp_path):
    plan.refused("restore", str(tmp_path / "none.db"), code=8)
    (tmp_path / "other.db").write_bytes(b"something else" * 500)
    assert plan.type("restore", str(tmp_path / "other.db")).exit in (5, 8)


def test_an_unexpected_fault_is_one_sentence_and_logged_without_what_was_typed(plan, monkeypatch, capsys):
    from focusplan.cli import plan as commands

    def fall(_invocation):
        raise LookupError("Corner Bakery")

    monkeypatch.setattr(commands, "status", fall)
    code = main(["--data", str(plan.folder), "--today", TODAY, "status", "--json"])
    said = capsys.readouterr()
    assert code == 1 and "Traceback" not in said.err and len(said.err.splitlines()) == 1
    log = (plan.folder / "focusplan.log").read_text()
    assert "LookupError" in log and "Corner Bakery" not in log and str(plan.folder) not in log


def test_an_interrupted_command_says_nothing(plan, monkeypatch):
    from focusplan.cli import plan as commands

    def stop(_invocation):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "status", stop)
    assert plan.type("status").exit == 130
