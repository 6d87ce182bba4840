"""The program starts whatever the settings file holds, and keeps what can be kept."""

import json
import string
from dataclasses import asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan import i18n, paths, settings
from focusplan.settings import Settings

CHOSEN = Settings("fr", "dark", 150, "/home/anna/Été 2026", "01ff", "Letter")


def test_a_first_start_has_safe_defaults(tmp_path):
    assert settings.load(tmp_path / "none.json") == Settings()
    assert Settings() == Settings("", "system", 100, "", "", "")


def test_choices_come_back(tmp_path):
    file = tmp_path / "new" / "folder" / "settings.json"
    settings.save(CHOSEN, file)
    assert settings.load(file) == CHOSEN


def test_the_usual_file_is_used_when_none_is_named():
    settings.save(CHOSEN)
    assert paths.settings_file().is_file()
    assert settings.load() == CHOSEN


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("language", "de"), ("language", None), ("language", ["fr"]), ("language", {"fr": 1}),
        ("appearance", "pink"), ("appearance", 1), ("text_size", 89), ("text_size", 201), ("text_size", True),
        ("text_size", "150"), ("text_size", 1e400), ("text_size", 110.0), ("data_folder", "a\0b"),
        ("data_folder", 5), ("data_folder", "x" * 5000), ("window", "zz"), ("window", []), ("paper", "A3"),
        ("paper", {}),
    ],
)  # fmt: skip
def test_one_bad_value_falls_back_alone(tmp_path, key, bad):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(asdict(CHOSEN) | {key: bad}))
    found = asdict(settings.load(file))
    assert found == asdict(CHOSEN) | {key: getattr(Settings(), key)}
    assert file.exists()


def test_keys_of_a_newer_version_are_passed_over():
    assert settings.from_mapping(asdict(CHOSEN) | {"telepathy": True}) == CHOSEN


DAMAGED = [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'"text"']


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_kept_aside(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert settings.load(file) == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == content
    settings.save(CHOSEN, file)
    assert settings.load(file) == CHOSEN


def test_a_refused_write_keeps_the_old_choices(tmp_path, monkeypatch):
    file = tmp_path / "settings.json"
    settings.save(CHOSEN, file)

    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(paths.os, "replace", refuse)
    with pytest.raises(PermissionError):
        settings.save(Settings(), file)
    monkeypatch.undo()
    assert settings.load(file) == CHOSEN


def test_every_choice_has_a_check():
    assert set(settings._CHECKS) == {field.name for field in fields(Settings)}


def test_the_languages_are_those_the_program_speaks():
    assert settings.SPOKEN[1:] == i18n.LANGUAGES


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(string.printable),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]) | st.text(), JSON))
def test_anything_gives_settings_that_can_be_kept(kept):
    found = settings.from_mapping(kept)
    assert settings.from_mapping(json.loads(json.dumps(asdict(found)))) == found
