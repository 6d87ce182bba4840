"""The locked lists are complete, exact, and name neither a host nor a machine."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements.txt", "requirements-test.txt")


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", text, re.MULTILINE))


def wanted(group: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"]["test"] if group == "test" else [])
    return {re.split(r"[<>=!~ ;\[]", line)[0].lower() for line in lines}


def test_every_dependency_is_locked():
    assert wanted("run") <= pins(LISTS[0]).keys()
    assert wanted("test") <= pins(LISTS[1]).keys()


def test_the_tests_run_on_the_very_packages_of_the_program():
    assert pins(LISTS[0]).items() <= pins(LISTS[1]).items()


def test_nothing_for_developers_is_in_the_programs_list():
    assert not pins(LISTS[0]).keys() & {"pytest", "mypy", "ruff", "hypothesis", "babel", "coverage"}


@pytest.mark.parametrize("name", LISTS)
def test_each_package_has_its_hashes_and_no_host_is_named(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    assert not [line for line in text.splitlines() if line.startswith("#")]
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) == len(pins(name))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


def test_qt_stays_below_the_version_that_aborts():
    assert pins(LISTS[0])["pyside6-essentials"].startswith("6.11.")
    assert pins(LISTS[0])["shiboken6"] == pins(LISTS[0])["pyside6-essentials"]
