"""The breaking library, compiled once, and a process that has it loaded."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from focusplan.store.store import Store
from tests.faults import actions
from tests.store.plans import noon

ROOT = Path(__file__).parents[2]
REST, COUNT, KILL, TEAR, FAIL_ONCE, FAIL_ON, RECORD = range(7)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs a C compiler on Linux")
    target = tmp_path_factory.mktemp("breaker") / "breaker.so"
    source = Path(__file__).with_name("breaker.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", str(target), str(source)], check=True)
    return target


class Breaker:
    """Asks the driver to act and to be interrupted."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def act(
        self, action: str, folder: Path, mode: int, call: int = 0, error: int = 0, log: str = ""
    ) -> dict[str, Any]:
        job = {
            "action": action,
            "folder": str(folder),
            "mode": mode,
            "call": call,
            "error": error,
            "log": log,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        result: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert result["code"] == 0, result
        return result


@pytest.fixture(scope="module")
def breaker(library: Path) -> Iterator[Breaker]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.driver"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(library)},
    )  # fmt: skip
    yield Breaker(process)
    process.communicate()


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed") / "plan"
    actions.seed(folder)
    return folder


def fresh(seed: Path, folder: Path) -> Path:
    """The seed again, untouched, in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    if seed.exists():
        shutil.copytree(seed, folder)
    return folder


def told(path: Path) -> str:
    """Everything in a database but the name of the latest unit of work."""
    with closing(sqlite3.connect(path)) as client:
        version = client.execute("PRAGMA user_version").fetchone()[0]
        text = "\n".join(client.iterdump())
    text = re.sub(r"(INSERT INTO \"clock\" VALUES\(.*),'[0-9a-f]*'\);", r"\1", text)
    return hashlib.sha256(f"{version}\n{text}".encode()).hexdigest()


def opened(folder: Path) -> str:
    """Open the plan as the next start does, without a word, and look at everything in it."""
    store = Store(folder)
    with store.read(noon(actions.NOW)) as work:
        work.look_through()
        assert not store.schema_changed
    store.close()
    return told(store.path)
