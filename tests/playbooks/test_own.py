"""Own playbooks: where their folders lie, what may lie there instead, and what is said about it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from focusplan import i18n
from focusplan.domain.business import KINDS
from focusplan.domain.playbook import NETWORKS, may_be_own
from focusplan.playbookfiles import LARGEST, MOST_OWN, look_at, look_at_path, look_through
from focusplan.playbooks import load_catalogue
from tests.playbooks.own import OWN, SHIPPED, change, make_own

STEP = "guild_hall-"


def first_step(folder: Path) -> str:
    """The first step with words of its own, such as `guild_hall-subject`."""
    text = (folder / "en.toml").read_text("utf-8")
    return text[text.index("[steps.") + 7 :].partition("]")[0]


def in_road(old: str, new: str):
    return lambda folder: change(folder / "playbook.toml", old, new)


def in_words(old: str, new: str):
    return lambda folder: change(folder / "es.toml", old, new)


def put(name: str, content: bytes):
    return lambda folder: (folder / name).write_bytes(content)


def first_lines(folder: Path) -> None:
    """A byte order mark and the line ends of Windows."""
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))


def twice(folder: Path) -> None:
    step = first_step(folder)
    change(folder / "es.toml", f"[steps.{step}]", f"[steps.{step}]\ntitle = 'a'\n[steps.{step}]")


def own_and_shared(folder: Path) -> None:
    with (folder / "es.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[steps.{STEP}say]\ntitle = "Otra cosa"\n')


def same_limit(folder: Path) -> None:
    change(folder / "playbook.toml", 'id = "caption"', 'id = "bio"')


def recovery_optional(folder: Path) -> None:
    """The step that covers recovery is no longer required."""
    file = folder / "playbook.toml"
    before, step, after = file.read_text("utf-8").partition('covers = "recovery"')
    head, required, tail = before.rpartition("required = true")
    file.write_text(f"{head}required = false{tail}{step}{after}", "utf-8")


BROKEN = {
    "TOML that is none": (put("playbook.toml", b'id = "guild_hall"\nname = "Guild\n'), "playbook.toml", "", "Line 2 is not valid TOML"),
    "a section that never ends": (put("en.toml", b'name = "a"\n[steps'), "en.toml", "", "Line 2 is not valid TOML"),
    "a section twice": (twice, "es.toml", "", "in the file already"),
    "ten megabytes": (put("en.toml", b"#" * 10_000_000), "en.toml", "", "far larger"),
    "a picture": (put("en.toml", b"\x89PNG\r\n\x1a\n\xff\xfe\xff"), "en.toml", "", "UTF-8"),
    "saved by another alphabet": (put("en.toml", "name = 'Gil de'\nsuits = 'cafés'".encode("latin-1")), "en.toml", "", "Line 2 holds letters"),
    "saved as UTF-16": (put("en.toml", "name = 'Guild'".encode("utf-16")), "en.toml", "", "UTF-8"),
    "brackets without end": (put("en.toml", b"a = " + b"[" * 20_000), "en.toml", "", "more simply"),
    "a number without end": (put("en.toml", b"a = " + b"9" * 5_000), "en.toml", "", "not valid TOML"),
    "empty files": (put("playbook.toml", b""), "playbook.toml", "id", "Add it"),
    "a file left out": (lambda folder: (folder / "sv.toml").unlink(), "sv.toml", "", "The file is missing"),
    "a folder for a file": (lambda folder: ((folder / "sv.toml").unlink(), (folder / "sv.toml").mkdir()), "sv.toml", "", "ordinary file"),
    "a link to itself": (lambda folder: ((folder / "sv.toml").unlink(), os.symlink("sv.toml", folder / "sv.toml")), "sv.toml", "", "can’t be opened"),
    "a link to nowhere": (lambda folder: ((folder / "sv.toml").unlink(), os.symlink("gone.toml", folder / "sv.toml")), "sv.toml", "", "can’t be opened"),
    "a pipe": (lambda folder: ((folder / "sv.toml").unlink(), os.mkfifo(folder / "sv.toml")), "sv.toml", "", "can’t be opened"),
    "a text for a number": (in_road("weeks = ", 'weeks = "'), "playbook.toml", "", "not valid TOML"),
    "a number in quotation marks": (in_road("upkeep_minutes = ", 'upkeep_minutes = "x"\n#'), "playbook.toml", "upkeep_minutes", "a whole number"),
    "a key there is not": (in_road("[routine]", "[routine]\nlike_minutes = 5"), "playbook.toml", "routine.like_minutes", "not known here"),
    "a version of nothing": (in_road("version = ", "version = -"), "playbook.toml", "version", "from 1 to 9999"),
    "a version beyond all numbers": (in_road("version = ", "version = 99999999999999999999"), "playbook.toml", "version", "from 1 to"),
    "posts that take no time": (in_road("post_minutes = ", "post_minutes = -"), "playbook.toml", "routine.post_minutes", "from 1 to 600"),
    "more targets than weeks": (in_road("most = 200", "most = 200000"), "playbook.toml", "goals.enquiries.most", "from 1 to 1000"),
    "a limit of nothing": (in_road("most = 150", "most = 0"), "playbook.toml", "limits.bio.most", "from 1 to"),
    "a picture without a height": (in_road("height = 1350\n", ""), "playbook.toml", "limits.post.height", "from 1 to"),
    "two limits of one name": (same_limit, "playbook.toml", "limits.bio", "Two limits"),
    "a limit's name with a gap": (in_road('id = "bio"', 'id = "my bio"'), "playbook.toml", "limits.my bio", "small letters"),
    "a step's name with a gap": (in_road('id = "guild_hall-', 'id = "guild_hall-a b'), "playbook.toml", "", "small letters"),
    "a step called like a weekly job": (in_road(f'id = "{STEP}photos"', f'id = "{STEP}post-1"'), "playbook.toml", f"{STEP}post-1", "weekly job"),
    "no name": (in_road('name = "', 'name = ""\n#'), "playbook.toml", "name", "is empty"),
    "another id": (in_road(f'id = "{OWN}"', 'id = "town_hall"'), "playbook.toml", "id", f'Write id = "{OWN}"'),
    "words of shared steps again": (own_and_shared, "es.toml", f"steps.{STEP}say", "has words here as well"),
    "shared words there are not": (in_road('shared = "say"', 'shared = "sing"'), "en.toml", f"{STEP}say", "called “sing”"),
    "a line break in a text": (in_words('needs = "', 'needs = "a\\n'), "es.toml", "needs", "on one line"),
    "a bell in a text": (in_words('needs = "', 'needs = "a\\u0007'), "es.toml", "needs", "on one line"),
    "a name as long as a page": (in_words('name_short = "', f'name_short = "{"a" * 80}'), "es.toml", "name_short", "60 fit"),
    "countries by their names": (in_road("written = true", 'written = true\ncountries = ["Sweden"]'), "playbook.toml", "countries", "two capital letters"),
    "nobody else gets in": (in_road('covers = "second_person"\n', ""), "playbook.toml", "steps.covers.second_person", 'covers = "second_person"'),
    "recovery left to chance": (recovery_optional, "playbook.toml", "", "has to be done"),
    "a fit that is a list": (in_road("[fit]", "fit = [1]\n[fat]"), "playbook.toml", "", ""),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_own(tmp_path / "playbooks")


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_whatever_is_wrong_is_one_sentence_and_the_rest_works(folder, case):
    spoil, file, key, said = case
    assert load_catalogue(own=folder.parent).ids == (*NETWORKS, OWN)
    spoil(folder)
    catalogue = load_catalogue(own=folder.parent)
    assert catalogue.ids == NETWORKS
    faults = catalogue.faulty[0].faults
    assert any(
        one.file == file and (not key or one.key == key) and said in one.text() for one in faults
    ), [str(one) for one in faults]
    for language in i18n.LANGUAGES:
        i18n.use(language)
        for one in faults:
            text = one.text()
            assert text.endswith(".") and "{" not in text and len(text) < 300
            assert text.count(". ") >= 1 or ":" in text, f"does not say what to do: {text}"


def test_marks_and_line_ends_of_other_systems_are_read(folder):
    first_lines(folder)
    assert look_at(folder).faults == ()


def test_a_card_without_a_road_is_sound_as_well(tmp_path):
    folder = tmp_path / "town_square"
    folder.mkdir()
    fit = "\n".join(f"{kind} = 1" for kind in KINDS)
    (folder / "playbook.toml").write_text(
        f'id = "town_square"\nname = "Town Square"\nversion = 0\nwritten = false\nstart_minutes = 0\nupkeep_minutes = 0\nweeks = 0\n[fit]\n{fit}\n',
        "utf-8",
    )
    words = 'name = "Town Square"\nname_short = "Square"\nsuits = "Everybody."\nstrength = "it is near"\n'
    for language in i18n.LANGUAGES:
        (folder / f"{language}.toml").write_text(words, "utf-8")
    looked = look_at(folder)
    assert looked.faults == () and not looked.playbook.written


def test_what_looks_like_markup_is_text(folder):
    catalogue = load_catalogue(own=folder.parent)
    assert catalogue.name(OWN) == "Guild <b>Hall</b>"


INSTEAD = {
    "a file": (lambda root: (root / "notes.txt").write_text("hello"), "This is a file"),
    "a packed playbook": (lambda root: (root / "guild.zip").write_bytes(b"PK"), "unpack it"),
    "an empty folder": (lambda root: (root / "empty").mkdir(), "playbook.toml: The file is missing"),
    "one of ours": (lambda root: shutil.copytree(SHIPPED / "x", root / "x"), "uses the name “x” itself"),
    "shared words": (lambda root: shutil.copytree(SHIPPED / "shared", root / "shared"), "uses the name “shared”"),
    "a name with capitals": (lambda root: (root / "Guild").mkdir(), "only small letters"),
    "a name with a hyphen": (lambda root: (root / "guild-hall").mkdir(), "only small letters"),
    "a name without end": (lambda root: (root / ("g" * 41)).mkdir(), "at most 40"),
    "a name that begins with a digit": (lambda root: (root / "2nd").mkdir(), "begins with a letter"),
    "a link to itself": (lambda root: os.symlink("round", root / "round"), "can’t be opened"),
    "a link to its own shelf": (lambda root: os.symlink("..", root / "up"), "playbook.toml: The file is missing"),
    "a pipe": (lambda root: os.mkfifo(root / "pipe"), "This is a file"),
}  # fmt: skip


@pytest.mark.parametrize("case", INSTEAD.values(), ids=INSTEAD)
def test_what_lies_there_instead_of_a_playbook(folder, case):
    lay, said = case
    lay(folder.parent)
    catalogue = load_catalogue(own=folder.parent)
    assert catalogue.ids == (*NETWORKS, OWN)
    assert [said in str(one.faults[0]) for one in catalogue.faulty] == [True], [str(one.faults[0]) for one in catalogue.faulty]


def test_what_systems_put_into_folders_is_passed_over(folder):
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".hidden"):
        (folder.parent / name).write_bytes(b"\0")
    assert load_catalogue(own=folder.parent).faulty == ()


def test_the_shelf_itself_may_be_missing_or_a_file(tmp_path):
    assert look_through(tmp_path / "nothing") == ()
    (tmp_path / "file").write_text("")
    assert [one.faults[0].code for one in look_through(tmp_path / "file")] == ["not_a_folder"]
    assert load_catalogue(own=tmp_path / "file").ids == NETWORKS


def test_a_crowd_of_playbooks(tmp_path):
    for number in range(MOST_OWN + 2):
        (tmp_path / f"club{number:03}").mkdir()
    looked = look_through(tmp_path)
    assert [one.faults[0].code for one in looked[MOST_OWN:]] == ["too_many"] * 2


def test_a_playbook_of_the_largest_size_is_read(folder):
    with (folder / "sv.toml").open("ab") as file:
        file.write(b"#" * (LARGEST - file.tell()))
    assert look_at(folder).faults == ()


def test_a_path_names_one_playbook_or_a_shelf_of_them(folder, tmp_path):
    assert [one.id for one in look_at_path(folder)] == [OWN]
    assert [one.id for one in look_at_path(folder.parent)] == [OWN]
    assert {one.id for one in look_at_path(SHIPPED)} == set(NETWORKS)
    assert look_at_path(tmp_path / "nowhere")[0].faults[0].code == "no_folder"
    (tmp_path / "bare").mkdir()
    assert look_at_path(tmp_path / "bare")[0].faults[0].code == "no_file"


def test_own_playbooks_take_shared_words_from_ours(folder):
    shelf = folder.parent.parent / "elsewhere"
    shutil.copytree(folder, shelf / OWN)
    (shelf / "shared").mkdir()
    assert look_at(shelf / OWN).faults == ()


@pytest.mark.parametrize("name", ["a", "guild_hall", "g2", "a" * 40])
def test_names_that_may_be_own(name):
    assert may_be_own(name)


@pytest.mark.parametrize("name", ["", "A", "a b", "2a", "_a", "a-b", "å", "a" * 41, "x", "shared", "playbooks", "way", "close", "a\n"])
def test_names_that_may_not(name):
    assert not may_be_own(name)


def test_the_step_the_readme_shows_is_a_sound_one(folder):
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    structure, words = (block.partition("```")[0] for block in readme.split("```toml\n")[1:3])
    with (folder / "playbook.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{structure}")
    for language in i18n.LANGUAGES:
        with (folder / f"{language}.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n{words}")
    looked = look_at(folder)
    assert looked.faults == ()
    assert "guild_hall-thanks" in [step.id for step in looked.playbook.steps_of("converse")]
