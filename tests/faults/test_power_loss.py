"""The plug is pulled: whatever order the disk wrote in, a confirmed save is there and none is half there.

Every call is written down first. Then the disk is acted out: bytes that were not synced may be lost, kept or
torn at any sector, names that were not synced in their folder may be lost or kept; after each call several
such disks are opened.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import struct
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.conftest import COUNT, RECORD, Breaker, fresh, told

SECTOR = 512
STYLES = ("none", "all", "some", "some", "torn", "torn")


@dataclass
class Call:
    kind: str
    path: str
    other: str
    at: int
    size: int
    content: bytes


def read_book(book: Path) -> Iterator[Call]:
    head = struct.Struct("<cIIqq")
    with book.open("rb") as file:
        while piece := file.read(head.size):
            kind, first, second, at, size = head.unpack(piece)
            path, other = file.read(first).decode(), file.read(second).decode()
            yield Call(kind.decode(), path, other, at, size, file.read(size) if kind == b"W" else b"")


@dataclass
class Body:
    """A file's bytes: those on the disk for sure, those the program sees, and the writes in between."""

    sure: bytes = b""
    seen: bytes = b""
    waiting: list[tuple[str, int, bytes]] = field(default_factory=list)

    def write(self, at: int, content: bytes) -> None:
        self.seen = changed(self.seen, at, content)
        self.waiting.append(("W", at, content))

    def cut(self, size: int) -> None:
        self.seen = self.seen[:size].ljust(size, b"\0")
        self.waiting.append(("T", size, b""))

    def sync(self) -> None:
        self.sure, self.waiting = self.seen, []

    def crashed(self, chance: random.Random, style: str) -> bytes:
        if style in ("none", "all"):
            return self.sure if style == "none" else self.seen
        found = self.sure
        for kind, at, content in self.waiting:
            if chance.random() < 0.5:
                continue
            if kind == "T":
                found = found[:at].ljust(at, b"\0")
            elif style == "some":
                found = changed(found, at, content)
            else:
                for start in range(0, len(content), SECTOR):
                    if chance.random() < 0.5:
                        found = changed(found, at + start, content[start : start + SECTOR])
        return found


def changed(old: bytes, at: int, content: bytes) -> bytes:
    return old[:at].ljust(at, b"\0") + content + old[at + len(content) :]


class Disk:
    """One folder: which names there are for sure, which the program sees, and the bodies behind them."""

    def __init__(self, folder: Path) -> None:
        self.seen = {path.name: Body() for path in folder.iterdir() if path.is_file()}
        for path in folder.iterdir():
            if path.is_file():
                self.seen[path.name].write(0, path.read_bytes())
                self.seen[path.name].sync()
        self.sure = dict(self.seen)
        self.folder = str(folder)

    def take(self, call: Call) -> None:
        name, other = Path(call.path).name, Path(call.other).name
        if call.kind == "S":
            if call.path == self.folder:
                self.sure = dict(self.seen)
            elif name in self.seen:
                self.seen[name].sync()
        elif call.kind == "C":
            self.seen[name] = Body()
        elif call.kind == "U":
            self.seen.pop(name, None)
        elif call.kind == "R":
            self.seen[other] = self.seen.pop(name)
        elif call.kind == "W" and name in self.seen:
            self.seen[name].write(call.at, call.content)
        elif call.kind == "T" and name in self.seen:
            self.seen[name].cut(call.at)

    def crash(self, chance: random.Random, style: str, folder: Path) -> None:
        """Lay down one disk as it may be found after the crash."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in {*self.seen, *self.sure}:
            new, old = self.seen.get(name), self.sure.get(name)
            late = style == "all" or (style in ("some", "torn") and chance.random() < 0.5)
            body = (new if late else old) if new is not old else new
            if body is not None:
                (folder / name).write_bytes(body.crashed(chance, style))


def found_after(folder: Path, confirmed: int) -> str:
    """What the next start finds: fine, lost (a confirmed save), torn (half a save) or damaged."""
    try:
        with closing(sqlite3.connect(folder / "plan.db")) as client:
            if client.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return "damaged"
            rows = dict(client.execute("SELECT key, text FROM note WHERE key IN ('a','b')"))
    except sqlite3.DatabaseError:
        return "damaged"
    if rows.get("a") != rows.get("b"):
        return "torn"
    return "lost" if int(rows.get("a", 0)) < confirmed else "fine"


def acted_out(
    breaker: Breaker,
    seed: Path,
    tmp_path: Path,
    action: str,
    chance: random.Random,
    every: int,
    look: Callable[[Path, int], str] = found_after,
) -> Counter[str]:
    folder, book = fresh(seed, tmp_path / "plan"), tmp_path / "book"
    book.unlink(missing_ok=True)
    disk = Disk(folder)
    assert breaker.act(action, folder, RECORD, log=str(book))["said"] == "done"
    results: Counter[str] = Counter()
    confirmed = 0
    for number, call in enumerate(read_book(book)):
        if call.kind == "M":
            confirmed = call.at
            continue
        disk.take(call)
        if number % every:
            continue
        for style in STYLES * (2 if every == 1 else 1):
            disk.crash(chance, style, tmp_path / "crashed")
            results[look(tmp_path / "crashed", confirmed)] += 1
    return results


@pytest.mark.parametrize("number", range(3 if os.environ.get("FOCUSPLAN_LONG") == "1" else 1))
def test_no_confirmed_save_is_lost_or_torn(
    breaker: Breaker, seed: Path, tmp_path: Path, number: int, long_run: bool
) -> None:
    results = acted_out(breaker, seed, tmp_path, "saves", random.Random(number), 1 if long_run else 6)
    assert set(results) == {"fine"}, results
    assert results["fine"] > (6600 if long_run else 300)


def test_a_program_that_does_not_wait_for_the_disk_is_found_out(
    breaker: Breaker, seed: Path, tmp_path: Path, long_run: bool
) -> None:
    """Else the test above would prove nothing."""
    results = acted_out(breaker, seed, tmp_path, "careless", random.Random(7), 1 if long_run else 6)
    assert results["fine"] * 2 < sum(results.values()), results


def test_the_usual_setting_loses_saves_but_tears_none(
    breaker: Breaker, seed: Path, tmp_path: Path, long_run: bool
) -> None:
    """Why the plan waits for the journal's end as well."""
    results = acted_out(breaker, seed, tmp_path, "usual", random.Random(7), 1 if long_run else 6)
    assert results["lost"] > 0
    assert set(results) <= {"fine", "lost"}, results


def test_a_restore_is_old_or_new(breaker: Breaker, seed: Path, tmp_path: Path, long_run: bool) -> None:
    before = told(fresh(seed, tmp_path / "plan") / "plan.db")
    assert breaker.act("restore", tmp_path / "plan", COUNT)["said"] == "done"
    after = told(tmp_path / "plan" / "plan.db")

    def look(folder: Path, confirmed: int) -> str:
        found = told(folder / "plan.db")
        if found == after or (found == before and not confirmed):
            return "fine"
        return "lost" if found == before else "damaged"

    results = acted_out(breaker, seed, tmp_path, "restore", random.Random(3), 1 if long_run else 6, look)
    assert set(results) == {"fine"}, results
