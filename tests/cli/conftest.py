"""A practice bakery on the disk, made once and copied for each test, and a hand that types commands."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from focusplan.__main__ import main

TODAY = "2026-11-23"
PROFILE = """\
name = "Corner Bakery"
kind = "restaurant"
customers = "local"
audience = "consumers"
aim = "enquiries"
language = "en"
country = "GB"
currency = "GBP"
budget_minutes = 120
speaker = "owner"
hour_value = "30.00"
first_network = "instagram"
[hours]
monday = "09:00-12:00"
wednesday = "09:00-12:00,14:00-17:00"
friday = "09:00-12:00"
[readiness]
say = ["Bread rests for a day", "Flour from the mill"]
[[already]]
network = "facebook"
minutes = 15
audience = 140
"""


@dataclass
class Told:
    """What a command said."""

    exit: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@dataclass
class Hand:
    """Types commands for one data folder on one day."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    today: str | None = TODAY

    def type(self, *words: str, before: tuple[str, ...] = ()) -> Told:
        dated = ("--today", self.today) if self.today else ()
        self.capture.readouterr()
        code = main(["--data", str(self.folder), *dated, *before, *words])
        said = self.capture.readouterr()
        assert "Traceback" not in said.out + said.err
        assert code != 1, said.err
        return Told(code, said.out, said.err)

    def json(self, *words: str, before: tuple[str, ...] = ()) -> Any:
        """The answer of a command that has to be carried out, as JSON and once more the exit code."""
        told = self.type(*words, "--json", before=before)
        assert told.exit == 0, told.out
        assert told.err == ""
        return told.data

    def refused(self, *words: str, code: int, before: tuple[str, ...] = ()) -> Any:
        """The object of a refusal, with this exit code and one sentence on standard error."""
        told = self.type(*words, "--json", before=before)
        assert told.exit == code, told.out + told.err
        assert set(told.data) == {"ok", "exit", "reason", "ways_forward"}
        assert told.data["ok"] is False and told.data["exit"] == code
        assert told.err.startswith(told.data["reason"].replace("\n", " "))
        plain = self.type(*words, before=before)
        assert plain.exit == code and plain.out == ""
        return told.data


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "bakery.toml"
    file.write_text(PROFILE, encoding="utf-8")
    return file


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object) -> Hand:
    """A folder without a plan."""
    return Hand(tmp_path / "plan", capsys)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "bakery.toml").write_text(PROFILE, encoding="utf-8")
    words = [
        "--data",
        str(folder / "plan"),
        "--today",
        TODAY,
        "new",
        str(folder / "bakery.toml"),
        "--practice",
    ]
    assert main(words) == 0
    return folder / "plan"


@pytest.fixture
def plan(made: Path, empty: Hand) -> Hand:
    """The bakery's practice plan on Monday 23 November 2026, begun that day."""
    shutil.copytree(made, empty.folder)
    return empty
