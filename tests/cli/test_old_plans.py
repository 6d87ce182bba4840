"""A plan of every earlier schema comes along in every package, and its self-test opens it.

`resources/old/plan_N.db.gz` is a practice plan as the last version with schema N made it (`focusplan demo
--weeks 26`, then `VACUUM INTO` a file, then gzip without a date). It is made before step N + 1 is added.
"""

import gzip
import shutil

import pytest

from focusplan import paths
from focusplan.cli import selftest
from focusplan.store import schema

FILES = sorted((paths.resources() / "old").glob("plan_*.db.gz"))


def old(name: str) -> list[selftest.Tried]:
    return [tried for tried in selftest.findings() if tried.id.startswith(name)]


def test_there_is_one_of_every_schema_before_this_one():
    assert [file.name for file in FILES] == [f"plan_{n}.db.gz" for n in range(1, schema.NEWEST)]


def test_each_is_of_its_schema():
    numbers = [int.from_bytes(gzip.decompress(file.read_bytes())[60:64], "big") for file in FILES]
    assert numbers == list(range(1, schema.NEWEST))


def test_the_self_test_opens_them(qapp):
    tried = old("old_plan_")
    assert [each.id for each in tried] == [f"old_plan_{n}" for n in range(1, schema.NEWEST)]
    assert all(each.ok for each in tried), tried


@pytest.mark.parametrize("spoil", ["cut", "not a plan"])
def test_it_says_when_one_does_not_open(spoil, tmp_path, monkeypatch, qapp):
    shutil.copytree(paths.resources(), tmp_path / "resources")
    plan = tmp_path / "resources" / "old" / "plan_1.db.gz"
    whole = gzip.decompress(plan.read_bytes())
    plan.write_bytes(gzip.compress(whole[: len(whole) // 2] if spoil == "cut" else b"something else"))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    tried = old("old_plan_1")
    assert [each.ok for each in tried] == [False]
