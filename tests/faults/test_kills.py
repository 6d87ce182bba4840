"""Killed without warning while it saves: every save the owner was told of is there, whole, at the next start."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.plan import Note
from focusplan.store.store import Store
from tests.faults import actions
from tests.faults.conftest import ROOT
from tests.store.plans import noon

WRITER = """
import sys
from pathlib import Path
from focusplan.domain.plan import Note
from focusplan.store.store import Store
from tests.faults.actions import NOW
from tests.store.plans import on
store = Store(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    number += 1
    with on(store, NOW) as work:
        work.put(Note("a", str(number)))
        work.append("review", {"number": number})
        work.put(Note("b", str(number)))
    print(number, flush=True)
"""


def confirmed(folder: Path, start: int, wait: float) -> tuple[int, int]:
    """Let a program save until it is killed; the numbers it told, and how it ended."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(start)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert writer.stdout is not None
    told = [int(writer.stdout.readline())]
    time.sleep(wait)
    writer.kill()
    rest = writer.communicate()[0].splitlines(keepends=True)
    told += [int(line) for line in rest if line.endswith("\n")]
    return told[-1], writer.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Linux and macOS do")
def test_every_confirmed_save_is_there(tmp_path: Path, long_run: bool) -> None:
    folder = tmp_path / "plan"
    actions.seed(folder)
    chance = random.Random(5)
    last = 0
    for _kill in range(200 if long_run else 8):
        last, code = confirmed(folder, last, chance.uniform(0.01, 0.12))
        assert code == -signal.SIGKILL
        store = Store(folder)
        with store.read(noon(actions.NOW)) as work:
            work.look_through()
            a, b = work.one(Note, key="a"), work.one(Note, key="b")
            entries = work.all(Entry)
        assert a is not None
        assert b is not None
        assert a.text == b.text
        assert int(a.text) - last in (0, 1), "a confirmed save is gone"
        assert first_break(entries) is None
        assert entries[-1].values()["number"] == int(a.text)
        last = int(a.text)
        store.close()


STARTER = """
import sys
from dataclasses import replace
from pathlib import Path
from focusplan.domain.errors import FocusPlanError
from focusplan.store.store import Store
from tests.store.plans import MONDAY, on, start
sys.stdin.readline()
try:
    with on(Store(Path(sys.argv[1])), MONDAY) as work:
        start(work, sys.argv[2])
    print("started")
except FocusPlanError as error:
    print(type(error).__name__)
"""


def test_two_programs_at_once_never_start_two_networks(tmp_path: Path, long_run: bool) -> None:
    from focusplan.domain.adoption import Adoption
    from tests.store.plans import MONDAY, new_plan

    for trial in range(20 if long_run else 2):
        folder = tmp_path / str(trial)
        new_plan(folder).close()
        programs = [
            subprocess.Popen(
                [sys.executable, "-c", STARTER, str(folder), network],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            )
            for network in ("instagram", "facebook")
        ]  # fmt: skip
        for program in programs:
            assert program.stdin is not None
            program.stdin.write("\n")
            program.stdin.flush()
        said = sorted(program.communicate()[0].strip() for program in programs)
        assert said.count("started") == 1, said
        assert said[0] in ("InUse", "Refused")
        store = Store(folder)
        with store.read(noon(MONDAY)) as work:
            assert len(work.all(Adoption, state="active")) == 1
        store.close()
