"""Every call that changes a file is a place to be killed, torn or refused at: old or new, never between."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from focusplan.domain.errors import NoPlan
from focusplan.store import schema
from focusplan.store.copies import copies
from focusplan.store.store import Store
from tests.faults import actions
from tests.faults.conftest import COUNT, FAIL_ON, FAIL_ONCE, KILL, TEAR, Breaker, fresh, opened, told
from tests.store.plans import noon

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.EROFS)
CHANGES = ("tick", "large", "restore")
"""Actions that lead from one plan to another in the same file."""


def points(breaker: Breaker, action: str, seed: Path, folder: Path) -> tuple[int, str, str]:
    """How many calls there are, and what the plan is before and after."""
    before = opened(fresh(seed, folder))
    result = breaker.act(action, fresh(seed, folder), COUNT)
    assert result["said"] == "done"
    after = opened(folder)
    assert before != after
    return result["seen"], before, after


def sampled(count: int, long_run: bool) -> list[int]:
    """Every call in the long run; else some over the whole length and the last ones, where it is decided."""
    if long_run:
        return list(range(1, count + 1))
    return sorted({*range(1, count + 1, max(1, count // 10)), *range(max(1, count - 3), count + 1)})


@pytest.mark.parametrize("mode", [KILL, TEAR])
@pytest.mark.parametrize("action", CHANGES)
def test_killed_at_every_call(
    breaker: Breaker, seed: Path, tmp_path: Path, action: str, mode: int, long_run: bool
) -> None:
    folder = tmp_path / "plan"
    count, before, after = points(breaker, action, seed, folder)
    assert count > 10
    states = []
    for call in sampled(count, long_run):
        result = breaker.act(action, fresh(seed, folder), mode, call)
        assert result["signal"] == 9, call
        found = opened(folder)
        assert found in (before, after), call
        states.append(found)
    assert states[0] == before
    assert sorted(states, key=lambda state: state == after) == states


@pytest.mark.parametrize("mode", [FAIL_ONCE, FAIL_ON])
@pytest.mark.parametrize("action", CHANGES)
def test_refused_at_every_call(
    breaker: Breaker, seed: Path, tmp_path: Path, action: str, mode: int, long_run: bool
) -> None:
    folder = tmp_path / "plan"
    count, before, after = points(breaker, action, seed, folder)
    for number, call in enumerate(sampled(count, long_run)):
        for error in ERRORS if long_run else (ERRORS[number % len(ERRORS)],):
            result = breaker.act(action, fresh(seed, folder), mode, call, error)
            found = opened(folder)
            said = result["said"]
            if found == after and said != "done":
                # The new plan stands there; only that it would outlive a power cut is not sure.
                assert action == "restore", (call, error, said)
            else:
                assert found == (after if said == "done" else before), (call, error, said)
            assert said == "done" or said.startswith("CannotStore"), (call, error, said)
            if said != "done" and action != "restore":
                assert breaker.act(action, folder, COUNT)["said"] == "done"
                assert opened(folder) == after, "a second try counted twice"


@pytest.mark.parametrize("mode", [KILL, TEAR, FAIL_ONCE, FAIL_ON])
def test_a_plan_is_made_or_not(breaker: Breaker, tmp_path: Path, mode: int, long_run: bool) -> None:
    folder, nothing = tmp_path / "plan", tmp_path / "nothing"
    count = breaker.act("create", folder, COUNT)["seen"]
    made = opened(folder)
    for call in sampled(count, long_run):
        result = breaker.act("create", fresh(nothing, folder), mode, call, errno.ENOSPC)
        if not (folder / "plan.db").exists():
            assert result["said"] != "done"
            with pytest.raises(NoPlan), Store(folder).read(noon(actions.NOW)):
                pass
            assert breaker.act("create", folder, COUNT)["said"] == "done"
        assert opened(folder) == made
        after = Store(folder)
        after.hold("command")
        after.close()
        assert {path.name for path in folder.iterdir()} <= {"plan.db", "plan.marker", "focusplan.lock"}


@pytest.mark.parametrize("mode", [KILL, TEAR, FAIL_ONCE, FAIL_ON])
def test_a_copy_counts_or_not(
    breaker: Breaker, seed: Path, tmp_path: Path, mode: int, long_run: bool
) -> None:
    folder = tmp_path / "plan"
    before = opened(fresh(seed, folder))
    count = breaker.act("copy", folder, COUNT)["seen"]
    for call in sampled(count, long_run):
        breaker.act("copy", fresh(seed, folder), mode, call, errno.ENOSPC)
        assert opened(folder) == before
        held = copies(folder)
        assert all(copy.verified and told(copy.path) for copy in held)
        assert held[-1].path.name == actions.COPY
        assert breaker.act("copy", folder, COUNT)["said"] == "done"
        assert len(copies(folder)) == len(held) + 1
        names = {path.name.partition(".")[0] for path in (folder / "backups").iterdir()}
        assert len(names) == len(copies(folder)), "an interrupted copy left something behind"


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "STEPS", schema.STEPS)
    monkeypatch.setattr(schema, "NEWEST", schema.NEWEST)
    schema.expected.cache_clear()
    yield
    schema.expected.cache_clear()


@pytest.mark.parametrize("mode", [KILL, TEAR, FAIL_ONCE, FAIL_ON])
@pytest.mark.usefixtures("next_version")
def test_a_new_schema_comes_whole_and_after_a_copy(
    breaker: Breaker, seed: Path, tmp_path: Path, mode: int, long_run: bool
) -> None:
    folder = tmp_path / "plan"
    before = told(fresh(seed, folder) / "plan.db")
    count = breaker.act("migrate", fresh(seed, folder), COUNT)["seen"]
    after = told(folder / "plan.db")
    actions.newer_program()
    for call in sampled(count, long_run):
        breaker.act("migrate", fresh(seed, folder), mode, call, errno.EIO)
        found = told(folder / "plan.db")
        assert found in (before, after), call
        if found == after:
            kept = [copy for copy in copies(folder) if copy.reason == "step"]
            assert any(copy.verified and told(copy.path) == before for copy in kept)
        assert opened(folder) == after, "the next start did not finish it"
