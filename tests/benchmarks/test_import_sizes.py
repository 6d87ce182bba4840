"""A file as large as any network writes: how much longer than Python's csv module, and how much memory.

Ratios of processor time within one run, never seconds: run it by itself on a quiet machine with FOCUSPLAN_LONG=1.
"""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from focusplan.imports.sources import MOST_ROWS
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

pytestmark = pytest.mark.skipif(os.environ.get("FOCUSPLAN_LONG", "") != "1", reason="measures, and takes its time")

HEAD = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
)
MOST_TIMES = 20
MOST_MEGABYTES = 150


def large(path: Path) -> None:
    pick = random.Random(1)
    numbers = list(range(MOST_ROWS))
    pick.shuffle(numbers)
    with path.open("w", encoding="utf-8-sig") as file:
        file.write(HEAD)
        for number in numbers:
            day = date(2020, 1, 1) + timedelta(days=pick.randrange(2400))
            rest = ",".join(str(pick.randrange(most)) for most in (9999, 999, 99, 9, 99, 99))
            file.write(
                f'{18 * 10**15 + number},1784,bakery,Bakery,"Text {number}, more",{pick.randrange(60)},'
                f'"{day:%m/%d/%Y} {pick.randrange(24):02d}:{pick.randrange(60):02d}",https://www.instagram.com/p/{number}/,'
                f'IG image,,Lifetime,"{pick.randrange(99999):,}",{rest}\n'
            )


def measure(folder: Path) -> None:
    """Import the file of a folder into its plan; prints the ratio of times, the megabytes and the rows."""
    file = folder / "large.csv"
    workspace = Workspace(folder / "plan", today=MONDAY)
    alone = _csv(file)
    before = _peak()
    began = time.process_time()
    files = workspace.importing.read_now([file])
    read = time.process_time() - began
    view = workspace.importing.take(files)
    whole = time.process_time() - began
    alone = (alone + _csv(file)) / 2
    print(read / alone, whole / alone, _peak() - before, view.files[0].new)
    workspace.close()


def _csv(file: Path) -> float:
    """Seconds of processor time that Python's csv module takes for the file alone."""
    began = time.process_time()
    with file.open(encoding="utf-8-sig", newline="") as stream:
        for _row in csv.reader(stream):
            pass
    return time.process_time() - began


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def test_the_largest_file_is_read_within_twenty_times_of_csv_and_150_megabytes(tmp_path: Path) -> None:
    large(tmp_path / "large.csv")
    made = Workspace(tmp_path / "plan", today=MONDAY)
    made.start.new(make_profile(), practice=True)
    made.close()
    code = f"from pathlib import Path; from tests.benchmarks.test_import_sizes import measure; measure(Path({str(tmp_path)!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    read, whole, megabytes, new = (float(word) for word in done.stdout.split())
    assert new == MOST_ROWS
    assert whole <= MOST_TIMES, f"read in {read:.1f} times, with storing {whole:.1f} times"
    assert megabytes <= MOST_MEGABYTES
