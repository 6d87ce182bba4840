"""The calendar opened by two other programs, where they are installed: khal and calcurse."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, profile, workspace  # noqa: F401  (fixtures)

WEEK = Week.of(MONDAY)
ODD = 'Ring; Anna, om "kakan" \\ 🎂 — ' + "mycket långt ord " * 8
BACK = {"en": "Taken out: ", "fr": "Retiré", "sv": "Borttaget: "}
SETTINGS = """
[calendars]
[[plan]]
path = {0}/events
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = plan
[sqlite]
path = {0}/db
"""


def run(*words: str | Path) -> str:
    made = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )  # fmt: skip
    return made.stdout


def two_files(plan: Workspace, folder: Path, language: str) -> tuple[Path, Path, dict[int, list[str]]]:
    """The week as it was planned, and after a job moved and another was put off; and what both show."""
    plan.speak(language)
    first, second = folder / "first.ics", folder / "second.ics"
    plan.week.came_up(ODD, 20)
    shown = {}
    plan.week.view()
    plan.exports.to_ics(first)
    shown[0] = lines(plan)
    plan.travel(MONDAY + timedelta(days=1))
    jobs = [job for job in plan.week.view().items if job.day and job.kind == "step"]
    plan.week.move(WEEK, jobs[0].number, MONDAY + timedelta(days=4))
    plan.week.put_off(WEEK, jobs[1].number)
    plan.exports.to_ics(second)
    shown[1] = lines(plan)
    return first, second, shown


def lines(plan: Workspace) -> list[str]:
    """Each job that has a day: its day, its minutes, its title."""
    jobs = [job for job in plan.week.view(WEEK).items if job.day]
    return sorted(f"{job.day} {job.minutes} {' '.join(job.title.split())}" for job in jobs)


@pytest.mark.skipif(shutil.which("khal") is None, reason="khal is not installed")
@pytest.mark.parametrize("language", ["en", "fr", "sv"])
def test_khal_shows_the_week_and_follows_its_changes(workspace, tmp_path, language):  # noqa: F811
    first, second, shown = two_files(workspace, tmp_path, language)
    (tmp_path / "events").mkdir()
    settings = tmp_path / "khal.conf"
    settings.write_text(SETTINGS.format(tmp_path))
    for place, file in enumerate((first, second)):
        run("khal", "-c", settings, "import", "--batch", file)
        told = run(
            "khal", "-c", settings, "list", "2026-11-20", "2026-12-20", "--day-format", "",
            "--format", "{start-date} {start-time} {end-time} {status}{title}",
        )  # fmt: skip
        found = re.findall(r"^(\S+) (\d\d):(\d\d) (\d\d):(\d\d) (CONFIRMED|CANCELLED) (.+)$", told, re.MULTILINE)
        standing = [
            f"{day} {(int(h2) - int(h1)) * 60 + int(m2) - int(m1)} {' '.join(title.split())}"
            for day, h1, m1, h2, m2, status, title in found
            if status == "CONFIRMED"
        ]
        assert sorted(standing) == shown[place]
        assert len(found) - len(standing) == place, "what was put off is taken back"
        assert len(list((tmp_path / "events").iterdir())) == len(shown[0]), "a change is no second event"


@pytest.mark.skipif(shutil.which("calcurse") is None, reason="calcurse is not installed")
@pytest.mark.parametrize("language", ["en", "fr", "sv"])
def test_calcurse_shows_the_same(workspace, tmp_path, language):  # noqa: F811
    first, second, shown = two_files(workspace, tmp_path, language)
    for place, file in enumerate((first, second)):
        home = tmp_path / f"calcurse{place}"
        home.mkdir()
        run("calcurse", "-D", home, "-i", file)
        found = re.findall(
            r"^(\d\d)/(\d\d)/2026 @ (\d\d):(\d\d) -> \S+ @ (\d\d):(\d\d)(?:>\S+)? *\|(.*)$",
            (home / "apts").read_text(), re.MULTILINE,
        )  # fmt: skip
        told = [
            f"2026-{month}-{day} {(int(h2) - int(h1)) * 60 + int(m2) - int(m1)} {' '.join(title.split())}"
            for month, day, h1, m1, h2, m2, title in found
        ]
        gone = [line for line in told if BACK[language] in line]
        assert len(gone) == place, "a program that knows no taking back says it in the title"
        assert sorted(set(told) - set(gone)) == shown[place]
