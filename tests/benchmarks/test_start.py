"""What a start loads before the first paint, before the week can be used, and after it: each win by its name.

Nothing here is measured in seconds. What is loaded too early costs them; `run.py` says how many.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from focusplan.store.shapes import SHAPES
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = {"sqlalchemy", "sqlmodel", "pydantic", "pydantic_core"}
"""The database library and what it stands on."""

CODE = """
import enum, json, sys
home, day = sys.argv[1:]
sys.argv = ["focusplan"]
made = []
create = enum.EnumType._create_
enum.EnumType._create_ = lambda *all, **named: made.append(1) or create(*all, **named)
from focusplan.__main__ import _open
from focusplan.ui import quickly
told = {}

def tell(when):
    told[when] = {"modules": sorted(sys.modules), "enums": len(made)}

def watched():
    hurry()
    from focusplan.ui import main_window
    window, opens, begins = main_window.MainWindow, main_window.MainWindow.open_plan, main_window.MainWindow._look_through

    def open_plan(one):
        tell("painted")
        from focusplan.ui import opening
        opening.look_through = looked
        opens(one)

    def look_through(one):
        tell("usable")
        begins(one)

    def looked(one, workspace):
        tell("after")
        one.end()

    window.open_plan, window._look_through = open_plan, look_through

hurry, quickly.hurry = quickly.hurry, watched
from datetime import date
from pathlib import Path
_open(Path(home), None, date.fromisoformat(day))
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What was loaded at each point of one real start, the first one in a week that is not planned yet."""
    home = tmp_path_factory.mktemp("start")
    made = Workspace(home / "FocusPlan", today=MONDAY)
    made.start.new(make_profile(), practice=True)
    made.close()
    words = (str(home / "FocusPlan"), str(MONDAY + timedelta(weeks=2)))
    surroundings = os.environ | {
        "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", CODE, *words], capture_output=True, text=True, check=True, cwd=ROOT, env=surroundings
    )
    yield json.loads(done.stdout)


def own(told: dict[str, Any], when: str) -> set[str]:
    return {name for name in told[when]["modules"] if name.partition(".")[0] == "focusplan"}


def test_the_first_paint_loads_little(told: dict[str, Any]) -> None:
    names = own(told, "painted")
    assert "focusplan.ui.rail" in names
    assert not {name for name in names if name.startswith(("focusplan.workspace", "focusplan.answers"))}
    assert not {"sqlite3", "tomllib", "platform", "uuid", *LIBRARY} & set(told["painted"]["modules"])
    assert len(names) <= 42


def test_the_first_paint_makes_few_of_qts_enumerations(told: dict[str, Any]) -> None:
    """Each costs its ten-thousandth; a filter for every event of the program makes all there are."""
    assert told["painted"]["enums"] <= 250


def test_the_first_week_waits_for_no_database_library(told: dict[str, Any]) -> None:
    assert "sqlite3" in told["usable"]["modules"]
    assert not LIBRARY & set(told["usable"]["modules"])
    assert not {"asyncio", "email", "ssl", "csv", "xml"} & set(told["usable"]["modules"])


@pytest.mark.parametrize(
    "room",
    [
        "focusplan.ui.dialogs", "focusplan.ui.readiness.dialog", "focusplan.ui.readiness.still",
        "focusplan.ui.imports.bring_in", "focusplan.ui.pages.networks", "focusplan.ui.pages.review",
        "focusplan.ui.pages.settings", "focusplan.ui.help.dialogs", "focusplan.imports", "focusplan.exports",
        "focusplan.paper.document", "focusplan.paper.checklist", "focusplan.demo", "focusplan.store.records",
        "focusplan.store.tables", "focusplan.store.writing", "focusplan.store.gate", "focusplan.services.importing",
        "focusplan.services.exporting", "focusplan.services.safekeeping", "focusplan.services.review",
        "focusplan.services.results.totals", "focusplan.services.start", "focusplan.services.trying",
    ],
)  # fmt: skip
def test_the_first_week_waits_for_no_room_that_is_not_shown(told: dict[str, Any], room: str) -> None:
    names = own(told, "usable")
    assert "focusplan.ui.pages.week" in names
    assert not {name for name in names if name == room or name.startswith(f"{room}.")}


def test_the_first_week_is_made_of_so_many_modules(told: dict[str, Any]) -> None:
    assert len(own(told, "usable")) <= 230


def test_what_the_first_change_needs_is_loaded_before_anyone_asks(told: dict[str, Any]) -> None:
    after = set(told["after"]["modules"])
    assert after >= {"sqlmodel", "focusplan.store.records", "focusplan.store.writing", "focusplan.store.engine"}


def test_reading_needs_no_table() -> None:
    code = (
        "import sys; from focusplan.store.store import Store; from focusplan.store.shapes import SHAPES;"
        "sys.exit('sqlalchemy' in sys.modules or len(SHAPES) != int(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(len(SHAPES))], check=False, cwd=ROOT)
    assert done.returncode == 0
