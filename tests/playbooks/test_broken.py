"""A playbook with a mistake is refused with the file, the key and a sentence; never with a traceback."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from focusplan import i18n, paths
from focusplan.domain.business import KINDS
from focusplan.domain.roadrules import road_faults
from focusplan.playbooks import PlaybookFault, check_folder, load_catalogue, read_playbook

SHIPPED = paths.resources() / "playbooks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound copy of Instagram's folder, beside the shared words."""
    shutil.copytree(SHIPPED / "shared", tmp_path / "shared")
    shutil.copytree(SHIPPED / "instagram", tmp_path / "instagram")
    return tmp_path / "instagram"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


STEP = 'id = "instagram-first_six"\nstage = "publish"\nminutes = 20\nrequired = true'

BROKEN = {
    "broken syntax": ("playbook.toml", "[routine]", "[routine", "playbook.toml", "", "syntax"),
    "unknown key": ("playbook.toml", "weeks = 15", "weeks = 15\nmonths = 4", "playbook.toml", "months", "unknown"),
    "missing key": ("playbook.toml", "upkeep_minutes = 30", "", "playbook.toml", "upkeep_minutes", "missing"),
    "wrong type": ("playbook.toml", "weeks = 15", 'weeks = "15"', "playbook.toml", "weeks", "type"),
    "true for a number": ("playbook.toml", "weeks = 15", "weeks = true", "playbook.toml", "weeks", "type"),
    "another id": ("playbook.toml", 'id = "instagram"', 'id = "facebook"', "playbook.toml", "id", "other_id"),
    "fit too high": ("playbook.toml", "retail = 3", "retail = 4", "playbook.toml", "fit.retail", "out_of_range"),
    "unknown kind": ("playbook.toml", "retail = 3", "retail = 3\ncircus = 2", "playbook.toml", "fit.circus", "unknown_kind"),
    "kind left out": ("playbook.toml", "retail = 3\n", "", "playbook.toml", "fit.retail", "missing"),
    "step too long": ("playbook.toml", STEP, STEP.replace("20", "90"), "playbook.toml", "instagram-first_six.minutes", "out_of_range"),
    "step id twice": ("playbook.toml", 'id = "instagram-first_six"', 'id = "instagram-subject"', "playbook.toml", "instagram-subject", "duplicate_step"),
    "step of another network": ("playbook.toml", 'id = "instagram-first_six"', 'id = "x-photos"', "playbook.toml", "x-photos", "foreign_step"),
    "unknown stage": ("playbook.toml", STEP, STEP.replace("publish", "party"), "playbook.toml", "instagram-first_six.stage", "unknown_stage"),
    "goal above its most": ("playbook.toml", "default = 2", "default = 6", "playbook.toml", "goals.posts.default", "out_of_range"),
    "goal without default": ("playbook.toml", "default = 2\n", "", "playbook.toml", "goals.posts.default", "missing"),
    "k above n": ("playbook.toml", "k = 6\nn = 8\ndefault = 2", "k = 9\nn = 8\ndefault = 2", "playbook.toml", "goals.posts.k", "out_of_range"),
    "k too small": ("playbook.toml", "k = 3\nn = 4", "k = 2\nn = 4", "playbook.toml", "goals.upkeep.k", "out_of_range"),
    "k missing": ("playbook.toml", "k = 3\nn = 4", "n = 4", "playbook.toml", "goals.upkeep.k", "missing"),
    "k for an outcome": ("playbook.toml", "n = 8\nleast = 1\nmost = 200", "k = 3\nn = 8\nleast = 1\nmost = 200", "playbook.toml", "goals.enquiries.k", "unwanted"),
    "n too large": ("playbook.toml", "n = 8\nleast = 1\nmost = 200", "n = 13\nleast = 1\nmost = 200", "playbook.toml", "goals.enquiries.n", "out_of_range"),
    "least above most": ("playbook.toml", "n = 8\nleast = 1\nmost = 200", "n = 8\nleast = 9\nmost = 8", "playbook.toml", "goals.enquiries.least", "out_of_range"),
    "unknown goal": ("playbook.toml", "[goals.upkeep]", "[goals.likes]\nn = 8\n\n[goals.upkeep]", "playbook.toml", "goals.likes", "unknown"),
    "goal left out": ("playbook.toml", "[goals.upkeep] ", "[goals_upkeep] ", "playbook.toml", "goals_upkeep", "unknown"),
    "start too small": ("playbook.toml", "start_minutes = 75", "start_minutes = 59", "playbook.toml", "start_minutes", "start_too_small"),
    "limit of no kind": ("playbook.toml", 'kind = "characters"', 'kind = "furlongs"', "playbook.toml", "limits.bio.kind", "choice"),
    "words missing": ("fr.toml", "[steps.instagram-first_six]", "[steps.instagram-foto]", "fr.toml", "instagram-first_six", "no_words"),
    "words for nothing": ("fr.toml", "[steps.instagram-first_six]", "[steps.instagram-foto]", "fr.toml", "instagram-foto", "unknown_words"),
    "empty text": ("sv.toml", 'title = "Skissa dina sex första inlägg"', 'title = " "', "sv.toml", "instagram-first_six.title", "empty"),
    "title too long": ("sv.toml", 'title = "Skissa dina', 'title = "Skissa dina riktigt fina och väl genomtänkta och', "sv.toml", "instagram-first_six.title", "too_long"),
    "too many words": ("es.toml", "Dibuja seis", "Dibuja " + "y " * 40 + "seis", "es.toml", "instagram-first_six", "too_many_words"),
    "one line only": ("en.toml", '  "Draw six squares on paper.",', '  "a.", "b.", "c.", "d.",', "en.toml", "instagram-first_six.how", "how_lines"),
    "how is no text": ("en.toml", '  "Draw six squares on paper.",', "  3,", "en.toml", "steps.instagram-first_six.how", "type"),
    "how is no list": ("en.toml", "[steps.instagram-follow]", '[steps.instagram-follow]\nHow = "x"', "en.toml", "steps.instagram-follow.How", "unknown"),
    "a key twice": ("en.toml", 'name_short = "Instagram"', 'name_short = "Instagram"\nroutine = 3', "en.toml", "", "twice"),
    "fit without a sentence": ("en.toml", "retail = ", "# ", "en.toml", "fit.retail", "no_words"),
    "single text missing": ("en.toml", "statistics = ", "# ", "en.toml", "statistics", "no_words"),
    "single text unknown": ("en.toml", "statistics = ", "stats = ", "en.toml", "stats", "unknown"),
    "unknown routine job": ("en.toml", "[routine.watch]", "[routine.gaze]", "en.toml", "routine.gaze", "unknown"),
    "shared words of no name": ("playbook.toml", 'shared = "say"', 'shared = "shout"', "en.toml", "instagram-say", "not_shared"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_mistake_is_named_with_file_key_and_reason(folder, case):
    changed, old, new, file, key, code = case
    assert check_folder(folder) == []
    change(folder / changed, old, new)
    faults = check_folder(folder)
    assert (file, key, code) in [(one.file, one.key, one.code) for one in faults]
    for fault in faults:
        text = fault.text()
        assert text.endswith(".") and "{" not in text
    with pytest.raises(PlaybookFault) as refused:
        read_playbook(folder)
    assert refused.value.exit_code == 8
    assert str(refused.value).startswith(faults[0].file)


def test_a_stage_needs_enough_steps_and_one_that_is_required(folder):
    text = (folder / "playbook.toml").read_text("utf-8")
    text = text.replace('stage = "measure"\nminutes = 15\nrequired = true', 'stage = "listen"\nminutes = 15\nrequired = true')
    text = text.replace('stage = "converse"\nminutes = 20\nrequired = true', 'stage = "converse"\nminutes = 20\nrequired = false')
    text = text.replace('stage = "converse"\nminutes = 15\nrequired = true', 'stage = "converse"\nminutes = 15\nrequired = false')
    text = text.replace('stage = "converse"\nminutes = 10\nrequired = true', 'stage = "publish"\nminutes = 10\nrequired = true')
    text = text.replace('stage = "converse"\nminutes = 10\nrequired = false', 'stage = "prepare"\nminutes = 10\nrequired = false')
    (folder / "playbook.toml").write_text(text, "utf-8")
    found = {(one.key, one.code) for one in check_folder(folder)}
    assert ("converse", "stage_count") in found  # three left
    assert ("prepare", "stage_count") in found  # eight now
    assert ("converse", "none_required") in found


def test_a_missing_file_and_wrong_letters_are_said(folder):
    (folder / "sv.toml").unlink()
    (folder / "fr.toml").write_bytes(b'name = "caf\xe9"')
    found = {(one.file, one.code) for one in check_folder(folder)}
    assert {("sv.toml", "no_file"), ("fr.toml", "encoding")} <= found
    (folder / "playbook.toml").unlink()
    assert [(one.file, one.code) for one in check_folder(folder)] == [("playbook.toml", "no_file")]


def test_a_goal_and_the_routine_must_be_there(folder):
    text = (folder / "playbook.toml").read_text("utf-8")
    start, end = text.index("[goals.upkeep]"), text.index("[[limits]]")
    (folder / "playbook.toml").write_text(text[:start] + text[end:], "utf-8")
    assert [(one.key, one.code) for one in check_folder(folder)] == [("goals.upkeep", "missing")]
    without = replace(load_catalogue().get("instagram"), routine=None)
    found = [(one.key, one.code) for one in road_faults(without, (), KINDS)]
    assert found == [("routine", "missing")]


@pytest.mark.parametrize("value", ["3", '"fit"', "[1, 2]"])
def test_a_value_where_a_table_belongs(folder, value):
    text = (folder / "playbook.toml").read_text("utf-8")
    start, end = text.index("[fit]"), text.index("[routine]")
    (folder / "playbook.toml").write_text(f"fit = {value}\n{text[:start]}{text[end:]}", "utf-8")
    assert ("fit", "type") in [(one.key, one.code) for one in check_folder(folder)]


def test_a_list_of_steps_that_holds_no_tables(folder):
    text = (folder / "playbook.toml").read_text("utf-8")
    kept = text[: text.index("[[steps]]")]
    (folder / "playbook.toml").write_text(f"steps = [1]\n{kept}", "utf-8")
    assert ("steps.1", "type") in [(one.key, one.code) for one in check_folder(folder)]


def test_shared_words_that_cannot_be_read_are_a_fault_too(folder):
    (folder.parent / "shared" / "en.toml").write_text("[steps", "utf-8")
    assert [(one.file, one.code) for one in check_folder(folder)] == [("en.toml", "syntax")]


def test_shared_words_with_a_wrong_key(folder):
    change(folder.parent / "shared" / "en.toml", "[steps.say]", "[steps.say]\nhint = 3")
    assert [(one.key, one.code) for one in check_folder(folder)] == [("steps.say.hint", "unknown")]


def test_a_folder_that_stands_alone_uses_the_shipped_shared_words(tmp_path):
    shutil.copytree(SHIPPED / "instagram", tmp_path / "instagram")
    assert read_playbook(tmp_path / "instagram") == load_catalogue().get("instagram")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kinds.toml", 'retail = "mention"', 'retail = "applause"'),
        ("kinds.toml", 'retail = "mention"', ""),
        ("kinds-sv.toml", 'name = "Butik"', "name = 3"),
        ("kinds-sv.toml", "[retail]", "[retall]"),
        ("kinds-sv.toml", "[result]", "[result"),
    ],
)
def test_kinds_are_checked_when_the_catalogue_is_read(tmp_path, file, old, new):
    shutil.copytree(SHIPPED, tmp_path / "playbooks")
    change(tmp_path / "playbooks" / "shared" / file, old, new)
    with pytest.raises(PlaybookFault) as refused:
        load_catalogue(tmp_path / "playbooks")
    assert refused.value.fault.file == file


def test_faults_speak_the_language_of_the_run(folder):
    change(folder / "playbook.toml", "weeks = 15", 'weeks = "15"')
    for language in i18n.LANGUAGES:
        i18n.use(language)
        assert check_folder(folder)[0].text()
