"""The two commands: what they take, what they say, and what they hand on."""

import os
import subprocess
import sys
from pathlib import Path

import develop
import environment
import pytest
import system_needs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def handed_over(monkeypatch):
    """What would be started, with every step of the set-up noted instead of done."""
    noted = {"needs": []}
    monkeypatch.setattr(system_needs, "ensure_system", lambda needs: noted["needs"].extend(need.name for need in needs))

    def ready(root: Path, wanted: str) -> Path:
        noted["list"] = wanted
        return root / "python"

    def become(program: str, command: list[str], child: dict[str, str]) -> None:
        noted.update(program=program, command=command, environment=child)

    monkeypatch.setattr(environment, "ready_python", ready)
    monkeypatch.setattr(develop.os, "name", "posix")
    monkeypatch.setattr(develop.os, "execve", become)
    monkeypatch.setattr(develop.subprocess, "call", lambda command, env: 0)
    return noted


@pytest.mark.parametrize("arguments", [[], ["walk"], ["--help"]])
def test_wrong_use_is_said_in_one_line(arguments, capsys):
    assert develop.main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_older_python_is_named(monkeypatch, capsys):
    monkeypatch.setattr(develop.sys, "version_info", (3, 10, 4))
    assert develop.main(["run"]) == 2
    assert "3.11" in (said := capsys.readouterr().err) and "3.10" in said


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], None), (["--data", "status"], None), (["--data", "d", "--language", "sv"], None),
        (["--data", "d", "status"], "status"), (["--data=d", "status", "--json"], "status"),
        (["--today", "2026-11-23", "demo"], "demo"), (["--version"], "--version"), (["-h"], "-h"), (["--data"], None),
    ],
)  # fmt: skip
def test_the_command_is_found_among_the_arguments(arguments, command):
    assert develop.named_command(arguments) == command


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", False), ({"DISPLAY": ":0"}, "linux", True), ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False), ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True), ({}, "win32", True),
        ({}, "darwin", True),
    ],
)  # fmt: skip
def test_a_screen(variables, platform, expected):
    assert develop.has_screen(variables, platform) is expected


def test_without_a_screen_the_way_to_print_is_named(monkeypatch, capsys, handed_over):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(develop.sys, "platform", "linux")
    assert develop.main(["run"]) == 2
    assert "checklist --pdf week.pdf" in capsys.readouterr().err
    assert "command" not in handed_over


def test_arguments_reach_the_program_as_typed(handed_over):
    typed = ["--data", "my plan", "checklist", "--pdf", "å b.pdf", "--wall"]
    develop.main(["run", *typed])
    assert handed_over["command"][1:] == ["-P", "-m", "focusplan", *typed]
    assert handed_over["list"] == "requirements.txt"
    assert handed_over["environment"]["PYTHONPATH"] == str(ROOT)


def test_only_what_paints_asks_for_qts_libraries(handed_over):
    develop.main(["run", "status"])
    assert handed_over["needs"] == []
    develop.main(["run", "checklist", "--pdf", "w.pdf"])
    assert "libEGL.so.1" in handed_over["needs"]
    assert "libxcb-cursor.so.0" not in handed_over["needs"]


def test_the_window_asks_for_the_desktops_libraries_too(handed_over, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    develop.main(["run"])
    assert "libxcb-cursor.so.0" in handed_over["needs"]


@pytest.mark.parametrize(("given", "long", "measured"), [([], "0", True), (["--long"], "1", True), (["-k", "x"], "0", False)])
def test_the_test_command(handed_over, monkeypatch, tmp_path, given, long, measured):
    monkeypatch.chdir(tmp_path)
    develop.main(["test", *given])
    assert handed_over["list"] == "requirements-test.txt"
    assert handed_over["environment"]["FOCUSPLAN_LONG"] == long
    assert handed_over["environment"]["QT_QPA_PLATFORM"] == "offscreen"
    assert ("--cov" in handed_over["command"]) is measured
    assert "--long" not in handed_over["command"]
    assert Path.cwd() == ROOT


def test_where_a_program_cant_be_replaced_its_code_is_given(handed_over, monkeypatch):
    monkeypatch.setattr(develop.os, "name", "nt")
    monkeypatch.setattr(develop.subprocess, "call", lambda command, env: 7)
    assert develop.main(["run", "status"]) == 7


def test_a_machine_that_is_not_ready_is_one_sentence(monkeypatch, capsys, handed_over):
    def refuse(root: Path, wanted: str) -> Path:
        raise environment.SetUpFailed("Please do this.")

    monkeypatch.setattr(environment, "ready_python", refuse)
    assert develop.main(["run", "status"]) == 1
    assert capsys.readouterr().err == "Please do this.\n"


def test_an_interrupted_set_up_ends_without_a_traceback(monkeypatch, capsys, handed_over):
    def stop(root: Path, wanted: str) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "ready_python", stop)
    assert develop.main(["run", "status"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_nothing_but_the_standard_library_is_needed_to_begin():
    """The scripts run before anything is installed."""
    code = "import sys; sys.path.insert(0, 'packaging'); import develop, environment, system_needs"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], cwd=ROOT, check=True)


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_the_gate_calls_the_test_command():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines[-1].endswith("python3 packaging/develop.py test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
