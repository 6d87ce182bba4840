"""Each figure that appears in two places is the same there: on the pages, on the sheet, on the command line."""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from focusplan import i18n
from focusplan.__main__ import main
from focusplan.workspace import Workspace
from tests.ui.conftest import Show, said, show, year, year_made  # noqa: F401  (fixtures)
from tests.ui.driving import settle, words

FRIDAY = date(2026, 11, 27)


def asked(home: Path, *question: str) -> Any:
    """The JSON a question on the command line answers, beside the open window."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["--data", str(home), "--today", str(FRIDAY), *question, "--json"]) == 0
    return json.loads(out.getvalue())


def printed(home: Path, target: Path) -> str:
    """The sheet as text, one space between words."""
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["--data", str(home), "--today", str(FRIDAY), "checklist", "--pdf", str(target)]) == 0
    text = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", text.stdout)


@pytest.fixture
def home(year: Callable[..., Workspace], show: Show, qapp: QApplication) -> Any:  # noqa: F811
    """A lived-in plan on a Friday, open in the window."""
    workspace = year(FRIDAY)
    return workspace.home, show(workspace)


def test_week_figures_agree(home: Any, tmp_path: Path) -> None:
    folder, window = home
    week, status = asked(folder, "week"), asked(folder, "status")
    page, sheet = words(window.centralWidget()), printed(folder, tmp_path / "week.pdf")
    assert (week["budget"], week["planned"]) == (status["budget"], status["planned"])
    assert week["planned"] == sum(item["minutes"] for item in week["items"] if item["day"])
    assert i18n.duration(week["planned"]) in page
    assert f"{week['planned']} of {week['budget']} minutes planned" in sheet
    assert i18n.duration(status["minutes_done"]) in page
    assert i18n.duration(week["reserve"]) in page
    for item in week["items"]:
        number, title = item["number"], re.escape(item["title"])
        assert re.search(rf"\b{number} {title}|{title} {item['minutes']} min {number}\b", sheet), item
        assert f"{item['minutes']} min" in sheet
    for item in week["items"]:
        if not item["done"]:
            assert item["title"] in page


def test_goal_and_gate_figures_agree(home: Any, tmp_path: Path) -> None:
    folder, window = home
    status = asked(folder, "status")
    active = status["active"]["network"]
    steps = asked(folder, "steps", active)
    gate = asked(folder, "gate", status["gate"]["network"])
    assert (gate["open"], gate["earliest_week"]) == (status["gate"]["open"], status["gate"]["earliest_week"])
    window.go("networks")
    settle()
    page, sheet = words(window.centralWidget()), printed(folder, tmp_path / "week.pdf")
    parts = {part["id"]: part for part in gate["conditions"][0]["parts"]}
    road = [step for step in steps["steps"] if step["required"] and step["stage"] not in ("deepen", "wind_down")]
    done = sum(step["done"] for step in road)
    assert (parts["steps"]["figure"], parts["steps"]["target"]) == (done, len(road))
    assert f"{done} of {len(road)}" in page or (done == len(road) and str(done) in page)
    for goal in steps["goals"]:
        if goal["id"] == "upkeep":
            continue
        kept = [week["result"] for week in goal["weeks"] if week["result"] in ("met", "missed")]
        text = goal["text"]
        assert text.casefold() in page.casefold()
        assert text.casefold() in sheet.casefold()
        assert parts[goal["id"]]["met"] == goal["held"]
        if goal["k"] is not None:
            assert parts[goal["id"]]["figure"] == kept[-goal["n"] :].count("met")
            assert parts[goal["id"]]["target"] == goal["k"]
    networks = {one["id"]: one for one in asked(folder, "networks")["networks"]}
    assert networks[active]["state"] == "active"
    assert [one["rank"] for one in networks.values()] == list(range(1, 15))
