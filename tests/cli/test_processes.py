"""A few real processes: what the system around the program does to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing of the person who runs the tests, and no screen."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return {
        **kept, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"), "LOCALAPPDATA": str(tmp_path / "local"),
        "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def run(environment: dict[str, str], *words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "focusplan", *words]
    return subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False, **more)  # type: ignore[call-overload]


def test_version_and_help(environment):
    told = run(environment, "--version")
    assert told.returncode == 0 and told.stdout.startswith(b"FocusPlan ") and told.stderr == b""
    told = run(environment, "--help")
    assert told.returncode == 0 and b"checklist" in told.stdout
    told = run(environment, "tick", "--help")
    assert told.returncode == 0 and b"focusplan tick LINE" in told.stdout


def test_help_needs_neither_database_nor_window(environment):
    code = (
        "import sys; from focusplan.__main__ import main; main(['--help']);"
        "heavy = [name for name in ('sqlmodel', 'sqlalchemy', 'PySide6') if name in sys.modules]; sys.exit(len(heavy))"
    )
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert told.returncode == 0, told.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_the_way_to_paper_is_named(environment):
    told = run(environment)
    assert told.returncode == 2 and told.stdout == b""
    assert b"focusplan checklist --pdf week.pdf" in told.stderr


def test_a_plan_is_made_and_its_week_printed_without_a_screen(environment, tmp_path, profile):
    folder = ("--data", str(tmp_path / "plan"))
    assert run(environment, *folder, "new", str(profile)).returncode == 0
    told = run(environment, *folder, "checklist", "--pdf", str(tmp_path / "week.pdf"), "--json")
    assert told.returncode == 0 and told.stderr == b"", told.stderr
    assert json.loads(told.stdout)["file"] == str(tmp_path / "week.pdf")
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF-")


def test_the_language_of_the_run(environment, tmp_path):
    told = run({**environment, "LC_ALL": "sv_SE.UTF-8"}, "--data", str(tmp_path / "none"), "status")
    assert told.returncode == 3
    english = run(environment, "--data", str(tmp_path / "none"), "status")
    assert told.stderr.decode() != english.stderr.decode()
    spoken = run(environment, "--language", "fr", "--data", str(tmp_path / "none"), "status")
    assert spoken.stderr.decode() not in (english.stderr.decode(), told.stderr.decode())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_a_terminal_with_other_letters(environment, encoding):
    told = run({**environment, "PYTHONIOENCODING": encoding}, "tick", "1", "--json")
    assert told.returncode == 3 and b"Traceback" not in told.stderr
    assert json.loads(told.stdout.decode(encoding))["ok"] is False


@pytest.mark.skipif(os.name == "nt", reason="a shell is asked")
@pytest.mark.parametrize(
    "shell",
    ["{} --help | head -1", "{} --help >&-", "{} status --json 2>&-", "{} --help > /dev/full; test $? = 4"],
)
def test_whoever_reads_may_go_away(environment, shell):
    command = shell.format(f"{sys.executable} -m focusplan")
    told = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, timeout=60, check=False
    )
    assert told.returncode in (0, 3)
    assert b"Traceback" not in told.stderr and b"Exception" not in told.stderr
